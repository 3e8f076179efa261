"""Whether anything that is held is at risk: each risk with its cause, its date, what mends it, and who can."""

from collections.abc import Iterator

from domain.conditions import Status
from domain.membership_years import lapsed_after
from domain.notice_risks import risk_notices
from domain.notice_unclear import open_and_unknown
from domain.owed import History, Owed
from domain.risk import LevelOutlook, Outlook, outlooks
from handlers.forecast import known_to
from handlers.render.blocks import Button
from handlers.render.notice_risks import risk_parts
from handlers.render.phrases import Phrases
from handlers.render.telling import Telling
from handlers.render.unclear import unclear_part
from handlers.requests import Question
from handlers.room import Room
from handlers.steps import nearest_button, of_level, why_button


def risk(room: Room, question: Question) -> Iterator[list[str] | Button]:
    """One paragraph for each risk, the membership's first; or that there is none, and what is not known."""
    company = known_to(room)
    phrases = Phrases(room.words, room.programme)
    if company.facts.membership is None:
        yield [room.words.say("risk.no_membership")]
        return
    everything = outlooks(room.programme, company.facts, room.today)
    found = [o for o in everything if _is_asked(o, question)]
    wanted = {o.subject for o in found if o.status is Status.NOT_MET}
    owed = risk_notices(room.programme, company.facts, room.today, History()).notices
    telling = Telling(company, room.programme, phrases, room.today, names=room.shows_names)
    risks = [notice for notice in owed if notice.subject in wanted]
    # Which risks are open, others than admins are not told: one may be open because somebody is to leave.
    doubtful = open_and_unknown(found, company.at_risk) if room.may("leavings") else ()
    yield [] if doubtful and not risks else [_head(room, risks, found, telling.window)]
    yield from risk_parts(telling, risks, asked=True)
    yield unclear_part(telling, doubtful, everything)
    unknown = [telling.subjects([o.subject]) for o in found if o.status is Status.NOT_KNOWN and o not in doubtful]
    if unknown:
        yield [_unknown(room, found[0], room.words.both(unknown))]
    yield from _steps(room, [o for o in found if o.status is Status.NOT_MET])


def _steps(room: Room, risks: list[Outlook]) -> Iterator[Button]:
    """Why the first level is at risk that is, and who is nearest to what it will lack."""
    first = next((o for o in risks if isinstance(o, LevelOutlook)), None)
    if first is not None:
        about = of_level((first.competency, first.level), first.day)
        yield from (why_button(room, about), nearest_button(room, about))


def _unknown(room: Room, first: Outlook, what: str) -> str:
    if first.day > first.anniversary:
        return room.words.say("risk.unknown_now", what=what)
    return room.words.say("risk.unknown", day=room.words.date(first.day), what=what)


def _is_asked(outlook: Outlook, question: Question) -> bool:
    competency = outlook.competency if isinstance(outlook, LevelOutlook) else None
    of_it = question.competency is None or question.competency == competency
    return of_it and question.level in {None, outlook.level}


def _head(room: Room, risks: list[Owed], found: list[Outlook], window: dict[str, str] | None) -> str:
    membership = room.company.facts.membership
    if risks:
        return room.words.say("risk.count", n=len(risks))
    over = lapsed_after(room.programme, membership, room.today)
    if over is not None:
        return room.words.say("risk.lapsed", day=room.words.date(over))
    if not found:
        return room.words.say("risk.not_held")
    if window is not None:
        return room.words.say("risk.none_window", **window)
    at = room.words.date(found[0].anniversary)
    past = found[0].day > found[0].anniversary
    return room.words.say("risk.none_over", at=at) if past else room.words.say("risk.none", day=at)
