"""What is at risk or no longer is, in lines: from when, why, what would mend it, and who can."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import reduce

from domain.conditions import Status
from domain.gaps import nearest_people, obtainable
from domain.notices import Owed
from domain.requirements import PersonExpression
from domain.risk import LevelOutlook, Outlook, by_subject, outlooks
from domain.roster import Roster
from domain.standing import BranchStanding, LevelStanding, TeamStanding, branch_distance, competency_standing, standing
from handlers.render.effects import lacking, level_name, unknown
from handlers.render.figures import missing_phrase
from handlers.render.telling import Telling
from handlers.render.written import subject_name
from handlers.words import escape

MOST_NEAREST = 3
MOST_WAYS = 3
MEMBERSHIP = "membership/"


def risk_lines(telling: Telling, notices: Sequence[Owed]) -> Iterator[list[str]]:
    """One part per level at risk; the membership's is told once, before the levels that cause it."""
    found = by_subject(outlooks(telling.programme, telling.company.facts, telling.today))
    levels = [notice for notice in notices if not notice.subject.startswith(MEMBERSHIP)]
    for notice in notices:
        if notice.subject.startswith(MEMBERSHIP):
            yield _membership(telling, notice, found, alone=not levels)
    for notice in levels:
        yield _level(telling, notice, found.get(notice.subject))


def mended_lines(telling: Telling, notices: Sequence[Owed]) -> list[str]:
    """What is no longer at risk, in one line."""
    if not notices:
        return []
    day = max(date.fromisoformat(notice.details["at"]) for notice in notices)
    levels = telling.subjects(dict.fromkeys(notice.subject for notice in notices))
    return [telling.words.say("notice.mended", levels=levels, day=telling.words.date(day))]


def _membership(telling: Telling, notice: Owed, found: Mapping[str, Outlook], *, alone: bool) -> list[str]:
    say, words = telling.words.say, telling.words
    current = found.get(notice.subject)
    if current is None or current.status is Status.MET:
        return [_past(telling, notice.subject, current)]
    level = telling.phrases.level(current.level)
    lines = [
        say("notice.renewal", level=level),
        say("notice.renewal_text", level=level, day=words.date(current.anniversary)),
    ]
    if alone:
        near = _nearest_levels(telling, current.level, current.anniversary)
        changed = _changed(telling, notice.details)
        return [*lines, *changed, _shown(telling, current), say("notice.nearest_levels", level=level, levels=near)]
    return lines


def _level(telling: Telling, notice: Owed, current: Outlook | None) -> list[str]:
    if not isinstance(current, LevelOutlook) or current.then is None or current.status is Status.MET:
        return [_past(telling, notice.subject, current)]
    return [
        _head(telling, current),
        *_changed(telling, notice.details),
        *_why(telling, notice.details),
        *_short(telling, notice.details, current, current.then),
        *mending(telling, current.then, current.anniversary),
        _shown(telling, current),
    ]


def _head(telling: Telling, current: LevelOutlook) -> str:
    name = subject_name(current.subject, telling.phrases)
    if current.covered_until is None:
        return telling.words.say("notice.level_at_risk", level=name)
    return telling.words.say("notice.level_covered", level=name, day=telling.words.date(current.covered_until))


def _past(telling: Telling, subject: str, current: Outlook | None) -> str:
    key = "notice.already_mended" if current is not None else "notice.forgotten"
    return telling.words.say(key, level=subject_name(subject, telling.phrases))


def _changed(telling: Telling, details: Mapping[str, str]) -> Iterator[str]:
    """Who withdrew what, where that opened the risk."""
    if "withdrawn" in details:
        who, code = telling.who(details["withdrew"]), _code(telling, details["withdrawn"])
        yield telling.words.say("notice.withdrew", who=who, code=code)


def _why(telling: Telling, details: Mapping[str, str]) -> Iterator[str]:
    """The cause as it was when the risk opened."""
    if "cause" not in details or "from" not in details:
        return
    day, cause = date.fromisoformat(details["from"]), details["cause"]
    key = f"notice.cause.{cause}_later" if cause == "left" and day > telling.today else f"notice.cause.{cause}"
    code, who = details.get("credential"), details.get("person")
    said = {"code": _code(telling, code) if code else "", "who": telling.who(who) if who else ""}
    yield telling.words.say(key, day=telling.words.date(day), **said)


def _code(telling: Telling, credential: str) -> str:
    known = credential in telling.programme.credentials
    return telling.phrases.credential(credential, with_title=False) if known else escape(credential)


def _short(telling: Telling, details: Mapping[str, str], current: LevelOutlook, then: LevelStanding) -> Iterator[str]:
    """What it lacks on the first day without, what more on the anniversary, and what is not known of that day."""
    say, words, phrases = telling.words.say, telling.words, telling.phrases
    at, lacks_then = words.date(current.anniversary), lacking(then.nearest.nearest, phrases)
    day, first = _first_without(telling, details, current)
    if day > current.anniversary:
        yield say("notice.short_covered", at=at, what=lacks_then)
    else:
        lacks = lacking((first or then).nearest.nearest, phrases)
        key = "notice.short" if day > telling.today else "notice.short_now"
        yield say(key, at=at, day=words.date(day), what=lacks)
        if lacks != lacks_then:
            yield say("notice.short_then", what=lacks_then)
    if not_known := unknown(then.nearest.nearest, phrases):
        yield say("notice.unknown", at=at, what=not_known)


def _first_without(
    telling: Telling, details: Mapping[str, str], current: LevelOutlook
) -> tuple[date, LevelStanding | None]:
    """The day that was told when the risk opened, as long as the facts still bear it out; else what they say now."""
    told = [date.fromisoformat(details["from"])] if "from" in details else []
    days = [*told, current.short_from or current.anniversary]
    found = [(day, _on(telling, current, day)) for day in days]
    return next(((day, level) for day, level in found if level and level.on_facts is Status.NOT_MET), found[-1])


def _on(telling: Telling, current: LevelOutlook, day: date) -> LevelStanding | None:
    found = competency_standing(telling.programme, telling.company.facts, day, current.competency)
    return found.levels.get(current.level)


def _shown(telling: Telling, current: Outlook) -> str:
    membership = telling.company.facts.membership
    if membership is None or membership.anniversary < telling.today:
        return telling.words.say("notice.year_over")
    return telling.words.say("notice.shown", day=telling.words.date(current.anniversary))


def _nearest_levels(telling: Telling, level: str, on: date) -> str:
    """The competencies that lack the least for a level on a day."""
    found = standing(telling.programme, telling.company.facts, on)
    all_of_it = [c.levels[level] for c in found.competencies.values() if level in c.levels]
    near = sorted(all_of_it, key=_lack)[:MOST_NEAREST]
    return "; ".join(
        telling.words.say(
            "notice.level_distance",
            name=level_name(each.competency, each.level, telling.phrases),
            distance=lacking(each.nearest.nearest, telling.phrases) or telling.words.status(each.status),
        )
        for each in near
    )


def _lack(level: LevelStanding) -> int:
    """How many people and amounts a level lacks."""
    branch = level.nearest.nearest
    return branch.people_missing + sum(condition.status is not Status.MET for condition in branch.conditions)


def mending(telling: Telling, level: LevelStanding, on: date) -> Iterator[str]:
    """Every way that would mend a level that is not met on a day with the least, and who is nearest to it."""
    least = branch_distance(level.nearest.nearest)
    nearest = [b for option in level.options for b in option.branches if branch_distance(b) == least]
    ways = {what: branch for branch in reversed(nearest) if (what := _way(telling, branch))}
    if not ways and level.nearest.nearest.people_missing:
        yield telling.words.say("notice.mend_none")
    near: dict[str, None] = {}
    for number, (what, branch) in enumerate(reversed(ways.items())):
        if number < MOST_WAYS:
            yield telling.words.say("notice.mend_or" if number else "notice.mend", what=what)
            near |= dict.fromkeys(line for team, asks in _empty(branch) for line in _near(telling, team, asks, on))
    if len(ways) > MOST_WAYS:
        yield telling.words.say("need.more_ways", n=len(ways) - MOST_WAYS)
    yield from near
    if not near and any(_empty(branch) for branch in ways.values()):
        yield telling.words.say("notice.nobody_near")


def _empty(branch: BranchStanding) -> list[tuple[TeamStanding, PersonExpression]]:
    """The empty places of a way, equal ones of a team once."""
    return [(t, asks) for t in branch.teams for asks in dict.fromkeys(s.asks for s in t.slots if s.person is None)]


def _way(telling: Telling, branch: BranchStanding) -> str:
    """What a way still needs, in a sentence's part; empty where nobody can earn it any more."""
    said = []
    for team, asks in _empty(branch):
        left = obtainable(asks, telling.programme, telling.today)
        if left is None:
            return ""
        missing = sum(slot.person is None and slot.asks == asks for slot in team.slots)
        said.append(telling.words.say("notice.mend_place", n=missing, asks=telling.phrases.asks(left)))
    said += [missing_phrase(c, telling.phrases) for c in branch.conditions if c.status is Status.NOT_MET]
    return reduce(lambda first, second: telling.words.say("notice.mend_plus", first=first, second=second), said or [""])


def _near(telling: Telling, team: TeamStanding, asks: PersonExpression, on: date) -> Iterator[str]:
    """Who could fill an empty place with the fewest further credentials."""
    say, phrases = telling.words.say, telling.phrases
    roster = Roster(telling.programme, telling.company.facts, on)
    near = nearest_people(team, asks, roster, telling.programme, telling.today)[:MOST_NEAREST]
    if near:
        lacks = (
            say(
                "notice.lacks",
                who=telling.who(c.person),
                what=phrases.both([_code(telling, code) for code in c.further]),
            )
            for c in near
        )
        yield say("notice.nearest", who="; ".join(lacks))
