"""The audit as a table for people: each change in the words of its reader, without ids of ours."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from domain.archive import AuditEntry
from domain.dates import Month
from domain.requirements import Flag
from handlers.auditing import SPOKEN, differing, zone_of
from handlers.lists import plain
from handlers.render.figures import condition_name
from handlers.render.phrases import Phrases
from handlers.room import Room
from handlers.sheets import Cell, Sheet

COLUMNS = ("at", "by", "change", "about", "before", "after", "because")
FIGURES = frozenset({"ReportFigure", "WithdrawFigure"})
FLAGS = frozenset({"SetFlag", "WithdrawFlag"})


def told_sheet(room: Room, entries: Iterable[AuditEntry]) -> Sheet:
    """The changes as a table, with everything under the name that people know it by."""
    say, called = room.words.say, dict(_called(room))
    head = tuple(say(f"audit.column.{column}") for column in COLUMNS)
    return Sheet(say("export.audit"), head, [_cells(room, entry, called) for entry in entries])


def _cells(room: Room, entry: AuditEntry, called: Mapping[str, str]) -> Sequence[Cell]:
    what = room.words.say(f"audit.kind.{entry.kind}") if entry.kind in SPOKEN else entry.kind
    before, after = differing(entry.before, entry.after, room.words, called)
    at = entry.at.astimezone(zone_of(room.company))
    return (at, _who(room, entry.actor), what, _about(room, entry), before, after, entry.because or "")


def _who(room: Room, actor: str | None) -> str:
    """Who made a change, by name; the system has none."""
    member = room.company.members.get(actor) if actor else None
    return member.name if member else actor or "Assay"


def _about(room: Room, entry: AuditEntry) -> str:
    """Whom or what a change is about, where its kind and what it changed do not say so."""
    if entry.person is not None:
        return room.company.person_name(entry.person)
    phrases = Phrases(room.words, room.programme)
    if entry.kind in FIGURES:
        metric, _, month = entry.subject.partition(" ")
        known = room.programme.metrics.get(metric)
        return f"{room.words.name(known.name) if known else metric}, {phrases.month(Month.parse(month))}"
    return plain(condition_name(Flag(entry.subject), phrases)) if entry.kind in FLAGS else ""


def _called(room: Room) -> Iterator[tuple[str, str]]:
    """What stands in facts as an id or a code, by what people call it."""
    say, name, programme = room.words.say, room.words.name, room.programme
    yield from ((level, plain(Phrases(room.words, programme).level(level))) for level in programme.levels)
    yield from ((known.id, name(known.name)) for known in programme.competencies.values())
    yield from ((state, say(f"export.state.{state}")) for state in ("claimed", "confirmed", "missing"))
    yield from ((market, say(f"market.{market}")) for market in ("developed", "developing"))
    yield from ((person.id, room.company.person_name(person.id)) for person in room.company.facts.people)
