"""What admins record about the market: by whose thresholds the company is measured."""

from domain.changes import SetMarket
from domain.ports import Company
from domain.requirements import Market
from handlers.errors import RefusedError
from handlers.render.blocks import context, page, sections
from handlers.render.written import changed_lines, ground_line, risk_lines, touched
from handlers.replies import Reply
from handlers.requests import MarketSet
from handlers.room import Room
from handlers.writing import Planned, Written, write


async def market(room: Room, request: MarketSet) -> Reply:
    """Record the market; the answer tells what that changes. Raises RefusedError."""
    named = request.market
    if named is None:
        now = room.words.say(f"market.{room.company.facts.market}")
        raise RefusedError("market.form", now=now)

    def plan(company: Company) -> Planned:
        return Planned() if company.facts.market == named else Planned([SetMarket(named)])

    return _recorded(room, await write(room, plan), named)


def _recorded(room: Room, written: Written, market: Market) -> Reply:
    """The market, the one before it, and the levels and risks that this moved."""
    words = room.words
    key = "market.done" if written.changed else "market.again"
    lines = [words.say(key, market=words.say(f"market.{market}"))]
    if written.changed:
        lines += [*changed_lines(room, written), *risk_lines(room, written)]
    return page(lines, [*sections(lines, words), context([ground_line(room, touched(written))], words)], words)
