"""What is at risk or no longer is, in lines: from when, why, what would mend it, and who can."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from domain.conditions import Status
from domain.dates import Month
from domain.membership_years import renewal_dates
from domain.notices import Owed
from domain.requirements import Flag
from domain.risk import LevelOutlook, Outlook, by_subject, outlooks
from domain.standing import LevelStanding, competency_standing, standing
from domain.timeline import DAY
from domain.unproven import awaited, without_unproven
from handlers.render.effects import lacking, level_name, unknown
from handlers.render.figures import condition_name
from handlers.render.mending import code_of, mending
from handlers.render.telling import Telling
from handlers.render.written import subject_name
from handlers.words import escape

MOST_NEAREST = 3
MOST_WAYS = 3
MEMBERSHIP = "membership/"


def risk_parts(telling: Telling, notices: Sequence[Owed], *, asked: bool = False) -> list[list[str]]:
    """One part for each level or membership at risk; of the membership in short where its levels are told too.

    Who `asked` is not told of a change: it may have been long ago.
    """
    found = by_subject(outlooks(telling.programme, telling.company.facts, telling.today))
    alone = all(notice.subject.startswith(MEMBERSHIP) for notice in notices)
    parts = [
        _membership(telling, notice, found, alone=alone, asked=asked)
        if notice.subject.startswith(MEMBERSHIP)
        else _level(telling, notice, found.get(notice.subject))
        for notice in notices
    ]
    return _shown_once(telling, parts)


def _shown_once(telling: Telling, parts: list[list[str]]) -> list[list[str]]:
    """What all parts say alike of the profile, under the last of them alone."""
    alike = _shown(telling, 1)
    said = [number for number, part in enumerate(parts) if alike in part]
    if len(said) < 2:  # noqa: PLR2004 - said once already
        return parts
    rest = [[line for line in part if line != alike] for part in parts]
    rest[said[-1]].append(_shown(telling, len(said)))
    return rest


def mended_lines(telling: Telling, notices: Sequence[Owed]) -> list[str]:
    """What is no longer at risk, in one line."""
    if not notices:
        return []
    day = max(date.fromisoformat(notice.details["at"]) for notice in notices)
    levels = telling.subjects(dict.fromkeys(notice.subject for notice in notices))
    if day >= telling.today:
        return [telling.words.say("notice.mended", levels=levels, day=telling.words.date(day))]
    if telling.window is None:
        return [telling.words.say("notice.mended_over", levels=levels)]
    return [telling.words.say("notice.mended_window", levels=levels, closes=telling.window["closes"])]


def _membership(telling: Telling, notice: Owed, found: Mapping[str, Outlook], *, alone: bool, asked: bool) -> list[str]:
    say = telling.words.say
    current = found.get(notice.subject)
    if current is None or current.status is Status.MET:
        return [_past(telling, notice.subject, current)]
    level = telling.phrases.level(current.level)
    lines = _renewal(telling, current, found, asked=asked)
    if alone:
        near = nearest_levels(telling, current.level, current.day)
        changed = _changed(telling, notice.details)
        return [*lines, *changed, _shown(telling, 1), say("notice.nearest_levels", level=level, levels=near)]
    return lines


def _renewal(telling: Telling, current: Outlook, found: Mapping[str, Outlook], *, asked: bool) -> list[str]:
    """That no competency will hold the membership's level; or that some will, by an override alone."""
    level, at = telling.phrases.level(current.level), current.day
    same = [o for o in found.values() if isinstance(o, LevelOutlook) and o.level == current.level]
    beyond = [o.covered_until for o in same if o.covered_until is not None and o.covered_until > at]
    said = {"level": level, "at": telling.words.date(at)}
    if beyond:
        until = telling.words.date(max(beyond))
        key = "notice.renewal_by_override_text" if current.day == current.anniversary else "notice.renewal_before"
        text = telling.words.say(key, **said)
        return [telling.words.say("notice.renewal_by_override", level=level, day=until), text]
    text = telling.words.say("notice.renewal_text", level=level, day=telling.words.date(at))
    if telling.window is not None:
        text = telling.words.say("notice.renewal_text_window", level=level, **telling.window)
    key = "risk.renewal" if asked else "notice.renewal"
    return [telling.words.say(key, level=level), text, *_projected(telling, current)]


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
        *mending(telling, current.then, current.day),
        _shown(telling, 1),
    ]


def _unproven(telling: Telling, current: LevelOutlook) -> Iterator[str]:
    """The exams that an override stands in for, or did, and that no export shows: shown there, they would do."""
    if not telling.names:
        return
    of = (current.competency, current.level)
    for claim in awaited(telling.programme, telling.company.facts, of, current.day):
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
    yield telling.words.say(key, day=telling.words.date(day), last=telling.words.date(day - DAY), **said)


def _short(telling: Telling, details: Mapping[str, str], current: LevelOutlook, then: LevelStanding) -> Iterator[str]:
    """What it lacks on the first day without, what more on the anniversary, and what is not known of that day."""
    say, words, phrases = telling.words.say, telling.words, telling.phrases
    at, lacks_then = words.date(current.day), lacking(then.nearest.nearest, phrases)
    day, first = _first_without(telling, details, current)
    if telling.window is not None:
        key = "notice.short_covered_window" if day > current.day else "notice.short_window"
        yield say(key, day=words.date(day), what=lacks_then, **telling.window)
    elif day > current.day:
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
    days = [*told, current.short_from or current.day]
    found = [(day, _on(telling, current, day)) for day in days]
    return next(((day, level) for day, level in found if level and level.on_facts is Status.NOT_MET), found[-1])


def _on(telling: Telling, current: LevelOutlook, day: date) -> LevelStanding | None:
    found = competency_standing(telling.programme, telling.company.facts, day, current.competency)
    return found.levels.get(current.level)


def _shown(telling: Telling, levels: int) -> str:
    """Until when the profile shows what is told of, and what renewing takes."""
    membership = telling.company.facts.membership
    until = None if membership is None else renewal_dates(telling.programme, membership).shown_until
    if until is None or until < telling.today:
        return telling.words.say("notice.year_over")
    return telling.words.say("notice.shown", n=levels, day=telling.words.date(until))


def nearest_levels(telling: Telling, level: str, on: date) -> str:
    """The competencies that lack the least for a level on a day."""
    found = standing(telling.programme, without_unproven(telling.company.facts).alone, on)
    all_of_it = [c.levels[level] for c in found.competencies.values() if level in c.levels]
    near = sorted(all_of_it, key=_lack)[:MOST_NEAREST]
    return "; ".join(
        telling.words.say(
            "notice.level_distance",
            name=level_name(each.competency, each.level, telling.phrases),
            distance=_distance(telling, each),
        )
        for each in near
    )


def _distance(telling: Telling, level: LevelStanding) -> str:
    """What a level lacks; else what has to be known of it first."""
    branch = level.nearest.nearest
    status, not_known = telling.words.status(level.status), unknown(branch, telling.phrases)
    open_ = telling.words.say("notice.level_unknown", status=status, what=not_known) if not_known else status
    return lacking(branch, telling.phrases) or open_


def _lack(level: LevelStanding) -> int:
    """How many people and amounts a level lacks."""
    branch = level.nearest.nearest
    return branch.people_missing + sum(condition.status is not Status.MET for condition in branch.conditions)
