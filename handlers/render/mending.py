"""What would mend a level, in lines: every way that needs the least, what can be earned for it, and who is nearest."""

from collections.abc import Iterator
from datetime import date
from functools import reduce

from domain.conditions import Status
from domain.gaps import credentials_in, nearest_people, obtainable
from domain.requirements import PersonExpression
from domain.roster import Roster
from domain.standing import BranchStanding, LevelStanding, TeamStanding, branch_distance
from handlers.render.effects import level_name
from handlers.render.figures import missing_phrase
from handlers.render.scores import ways_lines
from handlers.render.telling import Telling
from handlers.words import escape

MOST_NEAREST = 3
MOST_WAYS = 3


def code_of(telling: Telling, credential: str) -> str:
    """A credential by its code, as it is where the catalogue no longer knows it."""
    known = credential in telling.programme.credentials
    return telling.phrases.credential(credential, with_title=False) if known else escape(credential)


def mending(telling: Telling, level: LevelStanding, on: date) -> Iterator[str]:
    """Every way that would mend a level that is not met on a day with the least, and who is nearest to it."""
    scores = level.nearest.nearest.scores
    if scores:
        yield from (line for score in scores for line in ways_lines(score, telling.phrases))
        return
    least = branch_distance(level.nearest.nearest)
    nearest = [b for option in level.options for b in option.branches if branch_distance(b) == least]
    ways = {what: branch for branch in reversed(nearest) if (what := _way(telling, branch, on))}
    if not ways and level.nearest.nearest.people_missing:
        yield telling.words.say("notice.mend_none")
    shown = list(reversed(ways.items()))[:MOST_WAYS]
    near = [_nearest(telling, branch, on) for _, branch in shown]
    same = all(lines == near[0] for lines in near)
    for number, ((what, _), lines) in enumerate(zip(shown, near, strict=True)):
        yield telling.words.say("notice.mend_or" if number else "notice.mend", what=what)
        yield from () if same else lines
    if len(ways) > MOST_WAYS:
        yield telling.words.say("need.more_ways", n=len(ways) - MOST_WAYS)
    yield from near[0] if same and near else ()
    if not any(near) and any(_empty(branch) for branch in ways.values()):
        yield telling.words.say("notice.nobody_near")


def _nearest(telling: Telling, branch: BranchStanding, on: date) -> list[str]:
    """Who is nearest to each empty place of a way; of several that differ, in the order in which the way has them."""
    say = telling.words.say
    found = [_near(telling, team, asks, on) for team, asks in _empty(branch)]
    if len(set(found)) == 1:
        return [say("notice.nearest", who=who) for who in found[:1] if who]
    places = ["notice.nearest_first", "notice.nearest_second", *["notice.nearest_further"] * len(found)]
    return [say(place, who=who) for place, who in zip(places, found, strict=False) if who]


def mending_of(telling: Telling, level: LevelStanding, on: date, *, alone: bool) -> Iterator[str]:
    """The same under the level's name, unless it is told of no other."""
    lines = list(mending(telling, level, on))
    if lines and not alone:
        name = level_name(level.competency, level.level, telling.phrases)
        yield telling.words.say("notice.for_level", level=name)
    yield from lines


def _empty(branch: BranchStanding) -> list[tuple[TeamStanding, PersonExpression]]:
    """The empty places of a way, equal ones of a team once."""
    return [(t, asks) for t in branch.teams for asks in dict.fromkeys(s.asks for s in t.slots if s.person is None)]


def _way(telling: Telling, branch: BranchStanding, on: date) -> str:
    """What a way still needs by a day, in a sentence's part; empty where nobody can earn it any more."""
    said = []
    for team, asks in _empty(branch):
        start = _start(telling, asks, on)
        left = obtainable(asks, telling.programme, start)
        if left is None:
            return ""
        missing = sum(slot.person is None and slot.asks == asks for slot in team.slots)
        place = telling.words.say("notice.mend_place", n=missing, asks=telling.phrases.asks(left))
        day = telling.words.date(start)
        said.append(place if start == telling.today else telling.words.say("notice.mend_from", what=place, day=day))
    said += [missing_phrase(c, telling.phrases) for c in branch.conditions if c.status is Status.NOT_MET]
    return reduce(lambda first, second: telling.words.say("notice.mend_plus", first=first, second=second), said or [""])


def _start(telling: Telling, asks: PersonExpression, on: date) -> date:
    """The first day not after another on which all that a place asks for can be earned: today, where it can be."""
    found = (telling.programme.credentials[code].available_from for code in credentials_in(asks))
    later = sorted({day for day in found if day is not None and telling.today < day <= on})
    days = (telling.today, *later)
    return next((day for day in days if obtainable(asks, telling.programme, day) is not None), telling.today)


def _near(telling: Telling, team: TeamStanding, asks: PersonExpression, on: date) -> str:
    """Who could fill an empty place with the fewest further credentials; empty where nobody holds part of it."""
    say, phrases = telling.words.say, telling.phrases
    roster = Roster(telling.programme, telling.company.facts, on)
    near = nearest_people(team, asks, roster, telling.programme, _start(telling, asks, on))[:MOST_NEAREST]
    return "; ".join(
        say(
            "notice.lacks",
            who=telling.who(c.person),
            what=phrases.both([code_of(telling, code) for code in c.further]),
        )
        for c in near
    )
