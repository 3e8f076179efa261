"""The forecast: what is known to come until a date, and what is told beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.announced import without_announced
from domain.conditions import Status
from domain.dates import MONTHS_IN_A_YEAR, Month, add_months
from domain.facts import Facts
from domain.forecast import Forecast, LevelKey, forecast, horizon
from domain.ports import Company
from domain.programme import Programme
from domain.projection import projects, with_projection
from domain.standing import LevelStanding, competency_standing
from domain.years import CompetencyYear
from handlers.errors import RefusedError
from handlers.help import how_to_type
from handlers.room import Room

MOST_YEARS = 3
MOST_POINTS = 20


@dataclass(frozen=True, slots=True)
class ForecastAnswer:
    """A forecast and what is told beside it.

    `points` are the days of the chart and `series`, for each level, its values on them: how many competencies hold
    it, or in one competency how many people are above what it needs. `unknown` are the levels that are met today and
    not known at the end, and `expected` what they would be if the figures went on as they did, where that may be said
    already. `names` are those that may be said, by person.
    """

    programme: Programme
    facts: Facts
    forecast: Forecast
    competency: str | None
    points: tuple[date, ...]
    series: Mapping[str, Sequence[int]]
    unknown: tuple[LevelStanding, ...]
    expected: Mapping[LevelKey, Status]
    names: Mapping[str, str]
    own: str | None = None


def answer_for(
    room: Room, until: date | None, competency: str | None, unreadable: tuple[str, ...] = ()
) -> ForecastAnswer:
    """The forecast as this room may know it. Raises RefusedError for a day that cannot be."""
    if unreadable:
        raise RefusedError("forecast.form", **how_to_type("forecast", room))
    facts = known_to(room).facts
    until = until or horizon(facts, room.today)
    if until <= room.today:
        raise RefusedError("forecast.past", day=room.words.date(until))
    if until > add_months(room.today, MOST_YEARS * MONTHS_IN_A_YEAR):
        raise RefusedError("forecast.too_far", n=MOST_YEARS)
    said = {person.id: room.name(person.id) for person in facts.people}
    names = {person: name for person, name in said.items() if name is not None}
    return made(room.programme, facts, (room.today, until), competency, names, room.own)


def made(
    programme: Programme,
    facts: Facts,
    period: tuple[date, date],
    competency: str | None = None,
    names: Mapping[str, str] | None = None,
    own: str | None = None,
) -> ForecastAnswer:
    """The forecast from the first day of a period to its last."""
    on, until = period
    found = forecast(programme, facts, on, until, None if competency is None else [competency])
    unknown = tuple(_unknown(found))
    expected = dict(_expected(programme, facts, on, until, unknown)) if projects(on, until) else {}
    points = tuple(chart_days(on, until))
    series = _held(found, points) if competency is None else _reserves(programme, facts, competency, points)
    return ForecastAnswer(programme, facts, found, competency, points, series, unknown, expected, names or {}, own)


def _held(found: Forecast, points: Sequence[date]) -> Mapping[str, Sequence[int]]:
    """How many competencies hold each level on some days."""
    outcomes = [found.outcomes(day) for day in points]
    return {
        level: [sum(key[1] == level and status is Status.MET for key, status in each.items()) for each in outcomes]
        for level in found.programme.levels
        if any(key[1] == level for each in outcomes for key in each)
    }


def _reserves(
    programme: Programme, facts: Facts, competency: str, points: Sequence[date]
) -> Mapping[str, Sequence[int]]:
    """How many people each level of a competency could spare on some days; below nought, how many are missing."""
    year = CompetencyYear(programme, facts, programme.competencies[competency])
    levels = [year.on(day).levels for day in points]
    return {
        level: [_reserve(each[level]) if level in each else 0 for each in levels]
        for level in programme.levels
        if any(level in each for each in levels)
    }


def _reserve(level: LevelStanding) -> int:
    branch = level.nearest.nearest
    if branch.people_missing:
        return -branch.people_missing
    return min((team.spare_set.bit_count() for team in branch.teams), default=0)


def known_to(room: Room) -> Company:
    """The company as a room may know it: who is going to leave is for admins alone, privately."""
    if room.may("leavings"):
        return room.company
    return replace(room.company, facts=without_announced(room.company.facts, room.today))


def _unknown(found: Forecast) -> Iterator[LevelStanding]:
    for key, level in found.then.items():
        if level.status is Status.NOT_KNOWN and key in found.now and found.now[key].status is Status.MET:
            yield level


def _expected(
    programme: Programme, facts: Facts, on: date, until: date, levels: tuple[LevelStanding, ...]
) -> Iterator[tuple[LevelKey, Status]]:
    then = with_projection(programme, facts, on, until)
    for level in levels:
        found = competency_standing(programme, then, until, level.competency).levels[level.level]
        yield (level.competency, level.level), found.status


def chart_days(on: date, until: date) -> Iterator[date]:
    """The first day, the first of each month after it, and the last; of a long period every second month, or third."""
    months = [Month.of(on)]
    while months[-1] < Month.of(until):
        months.append(months[-1].plus(1))
    firsts = [month.first_day for month in months[1:] if month.first_day < until]
    every = -(-len(firsts) // (MOST_POINTS - 2)) if firsts else 1
    yield on
    yield from firsts[::every]
    yield until
