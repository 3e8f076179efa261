"""The buttons under a notice: take it, be reminded, see what mends it; and who has it, or why it comes now."""

from collections.abc import Iterator, Sequence
from datetime import date
from types import MappingProxyType

from domain.facts import LevelOverride
from domain.owed import OWN, Owed
from domain.recipients import CLOSING, taker
from domain.rounds import AGAIN, HANDED_ON
from handlers.render.blocks import Button, actions
from handlers.render.effects import level_name
from handlers.render.telling import Telling
from handlers.render.written import subject_name
from handlers.replies import Block

TAKE, LATER, REMIND = "care_take", "care_later", "care_remind"
MOST_WITH_BUTTONS = 8
NAMED = MappingProxyType({"renewal": "care.renewal", "rules_changed": "care.rules", "figures_overdue": "care.figures"})
ASKING = frozenset({"departed", "departed_many", "association_moved"})
DEADLINES = ("until", "from", "on", "closes", "at")
"""The details that hold the day on which something counts, the nearest first."""


def care_lines(telling: Telling, recipient: str, notices: Sequence[Owed]) -> list[str]:
    """Why it comes to this recipient now, and who takes care of what already."""
    say = telling.words.say
    lines = [say("notice.again")] if any(AGAIN in notice.details for notice in notices) else []
    passed = [notice for notice in notices if HANDED_ON in notice.details]
    if passed:
        before = dict.fromkeys(notice.details[HANDED_ON] for notice in passed)
        who = telling.words.both(f"<@{user}>" for user in before)
        lines.append(say("notice.handed_on", n=len(passed), who=who))
    shown = _each(notices)
    for notice in shown:
        found = taker(telling.company, notice.about, notice.episode)
        if found is not None and found != recipient:
            day = telling.words.day(telling.company.cares[notice.about, notice.episode].since)
            what = {"what": label(telling, notice)} if len(shown) > 1 else {}
            lines.append(say("care.taken_named" if what else "care.taken", who=f"<@{found}>", day=day, **what))
    return lines


def care_blocks(telling: Telling, recipient: str, notices: Sequence[Owed]) -> list[Block]:
    """For each thing that somebody can take care of a row of buttons; what an admin has taken can be put off only."""
    if not telling.names:
        return []
    shown = _each(notices)[:MOST_WITH_BUTTONS]
    rows = (list(_buttons(telling, recipient, notice, named=len(shown) > 1)) for notice in shown)
    return [block for row in rows for block in actions(row)]


def label(telling: Telling, notice: Owed) -> str:
    """What a notice is about, in two or three words."""
    phrases, details = telling.phrases, notice.details
    match notice.kind:
        case "at_risk" | "mended" | "risk_unclear":
            return subject_name(notice.subject, phrases)
        case "override_ending":
            return _overridden(telling, details["override"])
        case "renewal" | "rules_changed" | "figures_overdue":
            return telling.words.say(NAMED[notice.kind])
        case _ if "person" in details and telling.names:
            return telling.who(details["person"])
        case _:
            return telling.words.say("care.this")


def value_of(notice: Owed, today: date) -> str:
    """What a button carries: the kind, the episode, the day on which it counts, and the subject."""
    deadline = next((day for day in _deadlines(notice) if day > today), None)
    return f"{notice.kind} {notice.episode} {deadline.isoformat() if deadline else '-'} {notice.about}"


def _each(notices: Sequence[Owed]) -> list[Owed]:
    """One notice for each thing that somebody can take care of."""
    able = (
        n
        for n in notices
        if n.audience == "admins" and n.kind not in CLOSING and not n.subject.startswith(OWN) and not _asks_itself(n)
    )
    return list({(notice.about, notice.episode): notice for notice in able}.values())


def _asks_itself(notice: Owed) -> bool:
    """Whether a notice asks for nothing, or has buttons of its own: it asks why somebody left."""
    return notice.kind in ASKING


def _buttons(telling: Telling, recipient: str, notice: Owed, *, named: bool) -> Iterator[Button]:
    value, say = value_of(notice, telling.today), telling.words.say
    if taker(telling.company, notice.about, notice.episode) is None:
        text = say("care.take_named", what=label(telling, notice)) if named else say("care.take")
        yield Button(text, TAKE, value)
    if taker(telling.company, notice.about, notice.episode) in {None, recipient}:
        yield Button(say("care.snooze"), f"{LATER}:{notice.about}", value)
    competency, _, level = notice.subject.partition("/")
    if notice.kind == "at_risk" and competency in telling.programme.competencies:
        name = telling.words.name(telling.programme.competencies[competency].name)
        asked = say("care.ask", level=level, competency=name)
        yield Button(say("care.mend"), f"ask:{notice.about}", f"{telling.words.language} {asked}")


def _overridden(telling: Telling, identity: str) -> str:
    found = next((o for o in telling.company.facts.overrides if o.id == identity), None)
    if isinstance(found, LevelOverride):
        return level_name(found.competency, found.level, telling.phrases)
    return telling.words.say("care.override") if found is None else telling.who(found.person)


def _deadlines(notice: Owed) -> Iterator[date]:
    for key in DEADLINES:
        if key in notice.details:
            yield date.fromisoformat(notice.details[key])
