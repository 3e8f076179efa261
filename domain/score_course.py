"""How many points a level's score came to over the last months: no score is stored, each day is judged by its facts."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.conditions import Status
from domain.dates import Month
from domain.earning import Span
from domain.facts import Facts
from domain.programme import Programme
from domain.standing import competency_standing

MONTHS = 6
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Mark:
    """The points on a day, and whether they were enough on that day itself."""

    on: date
    points: Span
    today: Status


def course(programme: Programme, facts: Facts, on: date, competency: str, level: str) -> tuple[Mark, ...]:
    """The points at the end of each of the months before a day, and on the day; empty where no score is asked for.

    Days on which the rules did not ask for a score, or were not yet in force, are left out.
    """
    ends = [Month.of(on).plus(1 - back).first_day - DAY for back in range(MONTHS - 1, 0, -1)]
    first = programme.competencies[competency].versions[0].since
    found = (_mark(programme, facts, day, competency, level) for day in (*ends, on) if day >= first)
    return tuple(mark for mark in found if mark is not None)


def _mark(programme: Programme, facts: Facts, day: date, competency: str, level: str) -> Mark | None:
    standing = competency_standing(programme, facts, day, competency).levels.get(level)
    scores = standing.nearest.nearest.scores if standing is not None else ()
    return Mark(day, scores[0].points, scores[0].today) if len(scores) == 1 else None
