"""What is at risk or no longer is, in lines: from when, why, what would mend it, and who can."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import reduce

from domain.conditions import Status
from domain.dates import Month
from domain.gaps import nearest_people, obtainable
from domain.notices import Owed
from domain.requirements import Flag, PersonExpression
from domain.risk import LevelOutlook, Outlook, by_subject, outlooks
from domain.roster import Roster
from domain.standing import BranchStanding, LevelStanding, TeamStanding, branch_distance, competency_standing, standing
from domain.unproven import awaited
from handlers.render.effects import lacking, level_name, unknown
from handlers.render.figures import condition_name, missing_phrase
from handlers.render.telling import Telling
from handlers.render.written import subject_name
from handlers.words import escape

MOST_NEAREST = 3
MOST_WAYS = 3
MEMBERSHIP = "membership/"


def risk_parts(telling: Telling, notices: Sequence[Owed]) -> list[list[str]]:
    """One part for each level or membership at risk; of the membership in short where its levels are told too."""
    found = by_subject(outlooks(telling.programme, telling.company.facts, telling.today))
    alone = all(notice.subject.startswith(MEMBERSHIP) for notice in notices)
    return [
        _membership(telling, notice, found, alone=alone)
        if notice.subject.startswith(MEMBERSHIP)
        else _level(telling, notice, found.get(notice.subject))
        for notice in notices
    ]


def mended_lines(telling: Telling, notices: Sequence[Owed]) -> list[str]:
    """What is no longer at risk, in one line."""
    if not notices:
        return []
    day = max(date.fromisoformat(notice.details["at"]) for notice in notices)
    levels = telling.subjects(dict.fromkeys(notice.subject for notice in notices))
    return [telling.words.say("notice.mended", levels=levels, day=telling.words.date(day))]


def _membership(telling: Telling, notice: Owed, found: Mapping[str, Outlook], *, alone: bool) -> list[str]:
    say = telling.words.say
    current = found.get(notice.subject)
    if current is None or current.status is Status.MET:
        return [_past(telling, notice.subject, current)]
    level = telling.phrases.level(current.level)
    lines = _renewal(telling, current, found)
    if alone:
        near = nearest_levels(telling, current.level, current.anniversary)
        changed = _changed(telling, notice.details)
        return [*lines, *changed, _shown(telling, current), say("notice.nearest_levels", level=level, levels=near)]
    return lines


def _renewal(telling: Telling, current: Outlook, found: Mapping[str, Outlook]) -> list[str]:
    """That no competency will hold the membership's level; or that some will, by an override alone."""
    level, at = telling.phrases.level(current.level), current.anniversary
    same = [o for o in found.values() if isinstance(o, LevelOutlook) and o.level == current.level]
    beyond = [o.covered_until for o in same if o.covered_until is not None and o.covered_until > at]
    said = {"level": level, "at": telling.words.date(at)}
    if beyond:
        until = telling.words.date(max(beyond))
        text = telling.words.say("notice.renewal_by_override_text", **said)
        return [telling.words.say("notice.renewal_by_override", level=level, day=until), text]
    text = telling.words.say("notice.renewal_text", level=level, day=telling.words.date(at))
    return [telling.words.say("notice.renewal", level=level), text, *_projected(telling, current)]


def _projected(telling: Telling, current: Outlook) -> Iterator[str]:
    """That figures of months to come were taken as they went on, where the risk rests on that."""
    if current.projected:
        yield telling.words.say("notice.projected")


def _level(telling: Telling, notice: Owed, current: Outlook | None) -> list[str]:
    if not isinstance(current, LevelOutlook) or current.then is None or current.status is Status.MET:
        return [_past(telling, notice.subject, current)]
    return [
        _head(telling, current),
        *_changed(telling, notice.details),
        *_why(telling, notice.details),
        *_short(telling, notice.details, current, current.then),
        *_projected(telling, current),
        *_unproven(telling, current),
        *mending(telling, current.then, current.anniversary),
        _shown(telling, current),
    ]


def _unproven(telling: Telling, current: LevelOutlook) -> Iterator[str]:
    """The exams that an override stands in for, or did, and that no export shows: shown there, they would do."""
    if not telling.names:
        return
    of = (current.competency, current.level)
    for claim in awaited(telling.programme, telling.company.facts, of, current.anniversary):
        said = {"code": code_of(telling, claim.credential), "who": telling.who(claim.person)}
        key = "notice.unproven_ahead" if claim.until > telling.today else "notice.unproven"
        yield telling.words.say(key, day=telling.words.date(claim.until), **said)


def _head(telling: Telling, current: LevelOutlook) -> str:
    name = subject_name(current.subject, telling.phrases)
    if current.covered_until is None:
        return telling.words.say("notice.level_at_risk", level=name)
    return telling.words.say("notice.level_covered", level=name, day=telling.words.date(current.covered_until))


def _past(telling: Telling, subject: str, current: Outlook | None) -> str:
    key = "notice.already_mended" if current is not None else "notice.forgotten"
    return telling.words.say(key, level=subject_name(subject, telling.phrases))


def _changed(telling: Telling, details: Mapping[str, str]) -> Iterator[str]:
    """What was changed, where that opened the risk: who withdrew what, or what an admin recorded."""
    say, programme = telling.words.say, telling.programme
    match details.get("changed", "unlink" if "withdrawn" in details else ""):
        case "unlink":
            who, code = telling.who(details["withdrew"]), code_of(telling, details["withdrawn"])
            yield say("notice.withdrew", who=who, code=code)
        case "batch":
            yield say("notice.changed.batch", n=int(details["achievements"]))
        case "market":
            yield say("notice.changed.market", market=say(f"market.{details['market']}"))
        case "figure":
            metric = programme.metrics.get(details["metric"])
            name = telling.words.name(metric.name) if metric is not None else details["metric"]
            month = telling.phrases.month(Month.parse(details["month"]))
            yield say("notice.changed.figure", name=escape(name), month=month)
        case "flag":
            yield say("notice.changed.flag", name=condition_name(Flag(details["flag"]), telling.phrases))


def _why(telling: Telling, details: Mapping[str, str]) -> Iterator[str]:
    """The cause as it was when the risk opened."""
    if "cause" not in details or "from" not in details:
        return
    day, cause = date.fromisoformat(details["from"]), details["cause"]
    key = f"notice.cause.{cause}_later" if cause == "left" and day > telling.today else f"notice.cause.{cause}"
    code, who = details.get("credential"), details.get("person")
    said = {"code": code_of(telling, code) if code else "", "who": telling.who(who) if who else ""}
    yield telling.words.say(key, day=telling.words.date(day), **said)


def code_of(telling: Telling, credential: str) -> str:
    """A credential by its code, as it is where the catalogue no longer knows it."""
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


def nearest_levels(telling: Telling, level: str, on: date) -> str:
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
                what=phrases.both([code_of(telling, code) for code in c.further]),
            )
            for c in near
        )
        yield say("notice.nearest", who="; ".join(lacks))
