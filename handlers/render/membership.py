"""What an admin hears who records something about the membership."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.conditions import Status
from domain.facts import Membership, Order
from domain.membership import membership_state
from domain.membership_rules import MembershipRule, Term
from domain.membership_years import Year, order_state
from domain.risk import pursued, risks
from handlers.render.blocks import context, page, sections
from handlers.render.effects import level_name
from handlers.render.membership_rules import ground_lines, how_words, place_lines
from handlers.render.phrases import Phrases
from handlers.render.written import subject_name
from handlers.replies import Reply
from handlers.requests import MembershipDeed
from handlers.room import Room
from handlers.writing import Written


@dataclass(frozen=True, slots=True)
class Done:
    """What was recorded: the membership that begins with its year, or the order that it speaks of."""

    deed: MembershipDeed
    membership: Membership | None
    year: Year | None
    order: Order | None


def done(room: Room, written: Written, recorded: Done) -> Reply:
    """What was understood, what the profile will display, what is at risk, and on what rule it rests."""
    words = room.words
    if recorded.order is not None:
        lines = list(_of_order(room, written, recorded, recorded.order))
        rule = order_state(room.programme, recorded.order, room.today).rule
    elif recorded.membership is not None and recorded.year is not None:
        lines = list(_of_membership(room, written, recorded.deed, recorded.membership))
        lines += [*_found(room, recorded.membership, recorded.year), *_shown(room, written)]
        rule = recorded.year.rule
    else:
        lines, rule = [*_withdrawn(room, written), *_shown(room, written)], None
    small = [*ground_lines(room, room.today, [rule]), *place_lines(room, "competencies", "member.recorded_only")]
    return page(lines, [*sections(lines, words), context(small, words)], words)


def _of_membership(room: Room, written: Written, deed: MembershipDeed, begun: Membership) -> Iterator[str]:
    words, level = room.words, Phrases(room.words, room.programme).level(begun.level)
    said = {"level": level, "purchased": words.date(begun.purchased), "anniversary": words.date(begun.anniversary)}
    keys = {"renew": "bought.renewed", "upgrade": "bought.upgraded", "correct": "bought.corrected"}
    yield words.say(keys.get(deed, "bought.done") if written.changed else "bought.again", **said)
    left = (begun.anniversary - room.today).days
    yield words.say("bought.days_left", n=left) if left >= 0 else words.say("bought.over")
    paid = [now for now in written.company.facts.orders if now not in written.before.orders and now.paid_on]
    yield from (words.say("bought.paid", day=words.date(order.ordered)) for order in paid)
    yield from _instead(room, written, deed)
    held = _held(written, begun.level)
    if held is not Status.MET:
        yield words.say("bought.not_held" if held is Status.NOT_MET else "bought.held_unknown", level=level)
    yield _at_risk(room, written)


def _instead(room: Room, written: Written, deed: MembershipDeed) -> Iterator[str]:
    """The membership whose year was not over when another one was bought."""
    before, now = written.before.membership, written.company.facts.membership
    if deed != "buy" or before is None or now is None or before == now or now.purchased >= before.anniversary:
        return
    level = Phrases(room.words, room.programme).level(before.level)
    yield room.words.say("bought.instead", level=level, day=room.words.date(before.anniversary))


def _at_risk(room: Room, written: Written) -> str:
    """Everything that is at risk now, told before or not."""
    found = risks(room.programme, written.company.facts, room.today)
    if not found:
        return room.words.say("bought.no_risk")
    phrases = Phrases(room.words, room.programme)
    return room.words.say("bought.at_risk", what=room.words.both(subject_name(o.subject, phrases) for o in found))


def _held(written: Written, level: str) -> Status:
    """Whether any holds a level; one of which nothing is recorded leaves it open for nobody."""
    found = [c.levels[level] for c in written.standing.competencies.values() if level in c.levels]
    known = {each.status for each in found if each.status is Status.MET or pursued(each)}
    return next((status for status in (Status.MET, Status.NOT_KNOWN) if status in known), Status.NOT_MET)


def _found(room: Room, begun: Membership, year: Year) -> Iterator[str]:
    """How the anniversary follows from the rule, or that somebody named another one."""
    words, term = room.words, _term(begun, year.rule)
    if year.anniversary is None:
        yield words.say("member.found_by_you")
    elif term is not None and begun.anniversary == year.anniversary:
        yield words.say("member.found", how=how_words(term, words))
    elif term is not None:
        yield words.say("member.found_otherwise", day=words.date(year.anniversary), how=how_words(term, words))


def _term(begun: Membership, rule: MembershipRule | None) -> Term | None:
    if rule is None:
        return None
    upgraded = rule.upgrade.term if rule.upgrade is not None else None
    return {"bought": rule.term, "renewed": rule.renewed, "upgraded": upgraded}[begun.how]


def _shown(room: Room, written: Written) -> Iterator[str]:
    """What the profile displays now, as the rules and the facts have it."""
    words, phrases = room.words, Phrases(room.words, room.programme)
    found = membership_state(room.programme, written.company.facts, room.today)
    if found.badges:
        levels = words.both(level_name(badge.competency, badge.level, phrases) for badge in found.badges)
        yield words.say("member.will_show", day=words.date(found.badges[0].until), levels=levels)


def _withdrawn(room: Room, written: Written) -> Iterator[str]:
    """What never was, and what is in its place."""
    words, phrases = room.words, Phrases(room.words, room.programme)
    was, now = written.before.membership, written.company.facts.membership
    if was is not None:
        level = phrases.level(was.level)
        yield words.say("bought.withdrawn", level=level, purchased=words.date(was.purchased))
    if now is None:
        yield words.say("bought.none_left")
    else:
        dates = {"purchased": words.date(now.purchased), "anniversary": words.date(now.anniversary)}
        yield words.say("bought.back", level=phrases.level(now.level), **dates)


def _of_order(room: Room, written: Written, recorded: Done, order: Order) -> Iterator[str]:
    words, level = room.words, Phrases(room.words, room.programme).level(order.level)
    said = {"level": level, "day": words.date(order.ordered)}
    if recorded.deed == "cancel":
        yield words.say("bought.cancelled", **said)
        return
    yield words.say("bought.ordered" if written.changed else "bought.ordered_again", **said)
    yield from order_lines(room, order)
    yield words.say("bought.when_paid", level=order.level)


def order_lines(room: Room, order: Order) -> Iterator[str]:
    """Until when an order may stay unpaid."""
    words, found = room.words, order_state(room.programme, order, room.today)
    if found.expires is None or found.arrives is None:
        yield words.say("member.order_no_rule")
    else:
        yield words.say("member.order_until", expires=words.date(found.expires), arrives=words.date(found.arrives))
