"""Lists of the company as tables: how it stands, who earned what, what is missing, who changed what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from math import ceil

from domain.conditions import Status
from domain.facts import Achievement, Person
from domain.standing import LevelStanding
from handlers.need import NeedAnswer, Places, need
from handlers.render.figures import missing_phrase
from handlers.render.phrases import Phrases
from handlers.room import Room
from handlers.sheets import Cell, Sheet
from handlers.views import View

ACHIEVEMENTS = ("id", "name", "email", "profile", "exam", "title", "earned", "expires", "ended", "state", "evidence")
STANDING = ("area", "competency", "level", "status", "facts", "override", "option", "people", "of", "rules", "source")
GAPS = ("competency", "level", "missing", "kind", "count", "nearest")


def achievements_sheet(room: Room, people: Iterable[Person] | None = None) -> Sheet:
    """Every achievement on record, one row each; of some people alone where they are named."""
    listed = room.company.facts.people if people is None else people
    rows = [row for person in listed for row in _earned(room, person)]
    rows.sort(key=lambda row: (str(row[1]).casefold(), str(row[4]), str(row[6])))
    return Sheet(room.words.say("export.achievements"), _head(room, ACHIEVEMENTS), rows)


def standing_sheet(room: Room, view: View) -> Sheet:
    """Every level of every competency as it stands on a day."""
    areas = {area.id: area for area in room.programme.areas}
    rows: list[Sequence[Cell]] = []
    for found in view.standing.competencies.values():
        source = room.programme.sources.get(found.version.source)
        rules = (found.version.since, room.words.name(source.title) if source else found.version.source)
        area = room.words.name(areas[found.competency.area].name)
        rows += [(area, *_level(room, level), *rules) for level in found.levels.values()]
    return Sheet(room.words.say("export.standing"), _head(room, STANDING), rows)


def gaps_sheet(room: Room, view: View) -> Sheet:
    """What is missing for every level that is not met: places for people with who is nearest, and figures."""
    rows: list[Sequence[Cell]] = []
    for found in view.standing.competencies.values():
        for level in found.levels.values():
            answer = need(room, view, level.competency, level.level) if level.status is not Status.MET else None
            if answer is not None:
                rows += [(*_place(room, level), *row) for row in _gaps(room, answer)]
    return Sheet(room.words.say("export.gaps"), _head(room, GAPS), rows)


def plain(text: str) -> str:
    """Text for Slack as text for a file."""
    return unescape(text).replace("*", "").replace("`", "")


def title_of(room: Room, credential: str) -> str:
    """What a credential is called in the room's programme, or in any other that knows it; its code where none does."""
    programmes = (room.programme, *room.tools.grammar.catalogue.values())
    found = (each.credentials[credential].title for each in programmes if credential in each.credentials)
    return next(found, credential)


def _earned(room: Room, person: Person) -> Iterator[Sequence[Cell]]:
    company, member = room.company, room.company.member_of_person(person.id)
    name = "" if person.forgotten else company.person_name(person.id)
    who = (person.id, name, member.email if member else None, person.profile)
    for achievement in person.achievements:
        title = title_of(room, achievement.credential)
        said = _state(room, achievement), achievement.evidence
        yield (*who, achievement.credential, title, *_dates(achievement), *said)


def achievement_cells(room: Room, person: str, wanted: frozenset[str]) -> Iterator[Sequence[Cell]]:
    """Somebody's achievements of some credentials that count: name, profile, exam, title, days, state, evidence."""
    known = room.company.facts.people[room.company.facts.place_of[person]]
    counting = tuple(achievement for achievement in known.achievements if achievement.counts_on(room.today))
    known = replace(known, achievements=counting)
    for _, name, _, profile, exam, title, earned, expires, _, state, evidence in _earned(room, known):
        if exam in wanted:
            yield name, profile, exam, title, earned, expires, state, evidence


def _dates(achievement: Achievement) -> tuple[Cell, Cell, Cell]:
    return achievement.earned, achievement.expires, achievement.ended_on


def _state(room: Room, achievement: Achievement) -> str:
    return plain(room.words.say(f"export.state.{achievement.state}"))


def _level(room: Room, level: LevelStanding) -> Sequence[Cell]:
    option, say = level.nearest, room.words.say
    branch = option.nearest
    statuses = (say(f"export.{level.status.name.lower()}"), say(f"export.{level.on_facts.name.lower()}"))
    until = None if level.override is None else level.override.until
    counts = (len(branch.contributors), branch.headcount)
    return (*_place(room, level), *statuses, until, room.words.name(option.option.name), *counts)


def _place(room: Room, level: LevelStanding) -> tuple[str, str]:
    name = room.words.name
    competency = room.programme.competencies[level.competency]
    return name(competency.name), name(room.programme.levels[level.level])


def _gaps(room: Room, answer: NeedAnswer) -> Iterator[Sequence[Cell]]:
    phrases, say = Phrases(room.words, room.programme), room.words.say
    for staff in answer.teams:
        for place in staff.places:
            if place.missing:
                asks = plain(phrases.asks(place.asks))
                yield asks, say("export.people"), place.missing, _nearest(place, answer, phrases)
    for found in answer.branch.conditions:
        if found.status is not Status.MET:
            kind = "export.figure" if found.status is Status.NOT_MET else "export.figure_unknown"
            yield plain(missing_phrase(found, phrases)), say(kind), None, None
    for score in answer.branch.scores:
        if score.status is not Status.MET:
            yield say("export.points"), say("export.points"), ceil(score.missing), None


def _nearest(place: Places, answer: NeedAnswer, phrases: Phrases) -> str:
    said = []
    for candidate in place.nearest:
        lacks = ", ".join(plain(phrases.credential(code, with_title=False)) for code in candidate.further)
        said.append(f"{plain(answer.names.get(candidate.person, '–'))}: {lacks}")
    return "\n".join(said)


def _head(room: Room, columns: Iterable[str]) -> tuple[str, ...]:
    return tuple(room.words.say(f"export.column.{column}") for column in columns)
