"""The lists that answers show the beginning of, whole: what each row is, and who may see which."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from domain.forecast import ForecastDay
from domain.roles import Action
from handlers import asking
from handlers.audit_log import audit_listing
from handlers.contributors import contributors, holders
from handlers.errors import RefusedError
from handlers.expiring import expiring_days
from handlers.forecast import answer_for
from handlers.lists import plain
from handlers.mine import latest_first, mine
from handlers.need import NeedAnswer, Staff
from handlers.numbered import current, numbers
from handlers.people import people_listing
from handlers.reconciling import reconcile_listing
from handlers.render.lapses import Lapses
from handlers.render.mine import MOST_LISTED, earned_cells, earned_lines, mine_title
from handlers.render.override import override_cells, override_lines
from handlers.render.phrases import Phrases
from handlers.replies import Reply
from handlers.requests import Question
from handlers.room import Room
from handlers.tabled import Asked, Listing, Named, Row, further, said_in, sent, tabled

Maker = Callable[[Room, Asked], Awaitable[Listing]]
NOTHING = "-"


async def press_further(room: Room, value: str) -> Reply:
    """The next rows of a list. Raises RefusedError."""
    room, asked, _, found = await _found(room, value)
    return further(room, asked, found)


async def press_table(room: Room, value: str) -> Reply:
    """A list as a table. Raises RefusedError."""
    room, asked, _, found = await _found(room, value)
    return tabled(room, asked, found)


async def press_file(room: Room, value: str) -> Reply:
    """A list as a file. Raises RefusedError."""
    room, asked, more, found = await _found(room, value, whole=True)
    return sent(room, asked, found, more)


async def _found(room: Room, value: str, *, whole: bool = False) -> tuple[Room, Asked, Sequence[str], Listing]:
    words, asked, more = said_in(value)
    room = replace(room, words=words)
    action, make = LISTS[asked.name]
    room.require(action)
    return room, asked, more, await make(room, replace(asked, whole=whole))


async def _mine(room: Room, _asked: Asked) -> Listing:
    found = mine(room, room.view())
    phrases = Phrases(room.words, room.programme)
    rows = [
        Row(latest_first(each.achievement), earned_cells(each, phrases), list(earned_lines(each, phrases)))
        for each in found.earned
    ]
    head = _heads(room, "exam", "title", "earned", "expires", "state", "counts")
    return Listing(mine_title(found, room.words), head, rows, MOST_LISTED)


async def _holders(room: Room, asked: Asked) -> Listing:
    credential, day = _two(asked)
    if credential not in room.programme.credentials:
        raise RefusedError("error.old_button")
    view = room.view(_day(day))
    found = holders(room, view, credential)
    rows = [
        Row(_by_name(room, person), _held(room, person, credential, view.on), [f"• {room.name(person)}"])
        for person in _named(room, found.people)
    ]
    phrases = Phrases(room.words, room.programme)
    title = room.words.say("list.holders", credential=phrases.credential(credential))
    return Listing(title, _heads(room, "name", "earned", "expires", "state"), sorted(rows, key=lambda row: row.key))


def _held(room: Room, person: str, credential: str, on: date) -> Sequence[str | date | None]:
    known = room.company.facts.people[room.company.facts.place_of[person]]
    held = [a for a in known.achievements if a.credential == credential and a.counts_on(on)]
    best = max(held, key=lambda a: a.expires or date.max, default=None)
    name = room.company.person_name(person)
    if best is None:
        return name, None, None, None
    return name, best.earned, best.expires, plain(room.words.say(f"export.state.{best.state}"))


async def _counting(room: Room, asked: Asked) -> Listing:
    """Who counts for the levels of a competency, and who could stand in."""
    competency, level, day = _three(asked)
    if competency not in room.programme.competencies or level not in {NOTHING, *room.programme.levels}:
        raise RefusedError("error.old_button")
    view = room.view(_day(day))
    keys = asking.levels(room, view, competency, None if level == NOTHING else level)
    found = [each for key in keys if (each := contributors(room, view, competency, key)) is not None]
    rows = [row for at, each in enumerate(found) for row in _placed(room, at, each.need, each.irreplaceable)]
    name = Phrases(room.words, room.programme).competency(competency)
    title = room.words.say("list.counting", competency=name)
    return Listing(title, _heads(room, "level", "name", "counts", "place"), sorted(rows, key=lambda row: row.key))


def _placed(room: Room, at: int, need: NeedAnswer, alone: Sequence[str]) -> Iterator[Row]:
    level = room.words.name(room.programme.levels[need.standing.level])
    for staff in need.teams:
        for order, how, person, place in _roles(room, need, staff, alone):
            said = plain(room.words.say(how))
            cells = (level, room.company.person_name(person), said, place)
            yield Row(
                (str(at), str(order), *_by_name(room, person)), cells, [f"• {level}: {room.name(person)}, {said}"]
            )


def _roles(
    room: Room, need: NeedAnswer, staff: Staff, alone: Sequence[str]
) -> Iterator[tuple[int, str, str, str | None]]:
    phrases = Phrases(room.words, need.programme)
    for place in staff.places:
        for person in _named(room, place.people):
            how = "list.irreplaceable" if person in alone else "list.counts"
            yield 0, how, person, plain(phrases.asks(place.asks))
    for person in _named(room, staff.spares):
        yield 1, "list.spare", person, None


async def _expiring(room: Room, asked: Asked) -> Listing:
    competency, until = _two(asked)
    question = Question("expiring", competency=_competency(room, competency), until=_day(until))
    answer, days = expiring_days(room, question)
    lapses = Lapses(Phrases(room.words, room.programme), answer.names, answer.own)
    return Listing(room.words.say("list.expiring"), _heads(room, "day", "what", "levels"), [*_dated(lapses, days)])


async def _forecast(room: Room, asked: Asked) -> Listing:
    competency, until = _two(asked)
    answer = answer_for(room, _day(until), _competency(room, competency))
    lapses = Lapses(Phrases(room.words, room.programme), answer.names, answer.own)
    title = room.words.say("list.forecast", day=room.words.date(answer.forecast.until))
    return Listing(title, _heads(room, "day", "what", "levels"), [*_dated(lapses, answer.forecast.days)])


def _dated(lapses: Lapses, days: Sequence[ForecastDay]) -> Iterator[Row]:
    """A row for each date: what falls, and the levels that turn."""
    for day in days:
        turns = "; ".join(plain(lapses.turn(turn)).strip() for turn in day.turns)
        yield Row((day.on.isoformat(),), (day.on, plain("; ".join(lapses.told(day.lapses))), turns), lapses.day(day))


async def _overrides(room: Room, asked: Asked) -> Listing:
    """Those in force and to come; who may not know whose exam it is sees the levels, and their own."""
    del asked
    known = numbers(room.company.facts)
    listed = ((known[o.id or ""], o) for o in current(room.company, room.today))
    rows = [
        Row((o.until.isoformat(), o.id or ""), override_cells(room, n, o), list(override_lines(room, n, o)))
        for n, o in listed
    ]
    head = _heads(room, "number", "what", "since", "until", "granted", "ticket", "reason")
    return Listing(room.words.say("list.overrides"), head, rows)


async def _audit(room: Room, asked: Asked) -> Listing:
    return await audit_listing(room, asked.about, asked.after, whole=asked.whole)


async def _people(room: Room, _asked: Asked) -> Listing:
    return people_listing(room)


async def _reconcile(room: Room, _asked: Asked) -> Listing:
    return await reconcile_listing(room)


def _named(room: Room, people: Sequence[str]) -> list[str]:
    """Those of whom the room may say who they are."""
    return [person for person in people if room.name(person) is not None]


def _by_name(room: Room, person: str) -> tuple[str, str]:
    return room.company.person_name(person).casefold(), person


def _heads(room: Room, *columns: str) -> tuple[str, ...]:
    return tuple(room.words.say(f"export.column.{column}") for column in columns)


def _two(asked: Asked) -> tuple[str, str]:
    if len(asked.about) != len(("first", "second")):
        raise RefusedError("error.old_button")
    return asked.about[0], asked.about[1]


def _three(asked: Asked) -> tuple[str, str, str]:
    if len(asked.about) != len(("first", "second", "third")):
        raise RefusedError("error.old_button")
    return asked.about[0], asked.about[1], asked.about[2]


def _competency(room: Room, said: str) -> str | None:
    if said not in {NOTHING, *room.programme.competencies}:
        raise RefusedError("error.old_button")
    return None if said == NOTHING else said


def _day(said: str) -> date | None:
    try:
        return None if said == NOTHING else date.fromisoformat(said)
    except ValueError as error:
        raise RefusedError("error.old_button") from error


LISTS: Mapping[Named, tuple[Action, Maker]] = MappingProxyType(
    {
        "audit": ("audit", _audit),
        "counting": ("levels", _counting),
        "expiring": ("forecast", _expiring),
        "forecast": ("forecast", _forecast),
        "holders": ("levels", _holders),
        "mine": ("own", _mine),
        "overrides": ("record", _overrides),
        "people": ("roles", _people),
        "reconcile": ("record", _reconcile),
    }
)
"""Who may see each list, by the table of roles, and what makes it."""
