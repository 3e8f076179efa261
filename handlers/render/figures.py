"""Conditions in words: what is asked, what is reported, what is missing, and what to do about it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from domain.conditions import ConditionStanding, Reason, Status
from domain.dates import Month
from domain.programme import Metric
from domain.requirements import Condition, Flag, LevelHeld, Threshold
from handlers.ground import Ground
from handlers.render.phrases import ICONS, Phrases
from handlers.words import CURRENCIES, escape

INDENT = "      "
WITHOUT_MONTHS: Mapping[Reason, str] = {
    Reason.NOT_PUBLISHED: "figure.not_published",
    Reason.NO_MEMBERSHIP: "figure.no_membership",
    Reason.YEAR_JUST_BEGUN: "figure.year_just_begun",
}
"""Why a figure is not known where no month can be reported that would mend it."""


def condition_lines(found: ConditionStanding, ground: Ground, phrases: Phrases) -> list[str]:
    """A condition, on the day of the answer: its line, and below it what one has to know about it."""
    match found.condition:
        case Flag() as flag:
            return list(_flag(found, flag, phrases))
        case LevelHeld() as held:
            name, status = condition_name(held, phrases), phrases.words.status(found.status)
            return [phrases.words.say("held.line", icon=ICONS[found.status], name=name, status=status)]
        case Threshold() as threshold:
            return list(_threshold(found, threshold, ground, phrases))


def missing_phrase(found: ConditionStanding, phrases: Phrases) -> str:
    """What is missing of a condition that is not met, short."""
    name = condition_name(found.condition, phrases)
    if not isinstance(found.condition, Threshold):
        return name
    metric = phrases.programme.metrics[found.condition.metric]
    if not found.needed:
        return phrases.words.say("figure.average_short", metric=name)
    return phrases.words.say("figure.short", amount=amount_of(found.needed, metric, phrases), metric=name)


def condition_name(condition: Condition, phrases: Phrases) -> str:
    """What a condition is about: a metric, a status, or a level of another competency."""
    match condition:
        case Flag() as flag:
            return status_name(flag.name)
        case LevelHeld(competency, level):
            return phrases.in_competency(competency, level)
        case Threshold(metric):
            return escape(phrases.words.name(phrases.programme.metrics[metric].name))


def status_name(name: str) -> str:
    """A status that the vendor grants, as people read it."""
    return escape(name.replace("_", " "))


def _flag(found: ConditionStanding, flag: Flag, phrases: Phrases) -> Iterator[str]:
    say = phrases.words.say
    status = phrases.words.status(found.status)
    yield say("flag.line", icon=ICONS[found.status], name=status_name(flag.name), status=status)
    if found.until is not None:
        key = "flag.until" if found.status is Status.MET else "flag.ended"
        yield INDENT + say(key, day=phrases.words.date(found.until))
    if found.status is Status.NOT_KNOWN:
        yield INDENT + say("flag.not_recorded")


def _threshold(found: ConditionStanding, threshold: Threshold, ground: Ground, phrases: Phrases) -> Iterator[str]:
    words, metric = phrases.words, phrases.programme.metrics[threshold.metric]
    name = escape(words.name(metric.name))
    value = amount_of(found.value, metric, phrases)
    asked = words.say("figure.at_least", amount=amount_of(found.bound, metric, phrases))
    if found.bound is None:
        asked = words.say("figure.unpublished")
    yield words.say(
        "figure.line", icon=ICONS[found.status], name=name[:1].upper() + name[1:], value=value, asked=asked
    ) + _missing(found, metric, phrases)
    if found.window:
        yield INDENT + _reported(found, metric, phrases)
    yield from (INDENT + line for line in condition_notes(threshold, phrases))
    if found.reason is not None:
        yield INDENT + _cure(found, metric, ground, phrases)


def _missing(found: ConditionStanding, metric: Metric, phrases: Phrases) -> str:
    if found.status is Status.MET or found.value is None or not found.needed:
        return ""
    return phrases.words.say("figure.missing", amount=amount_of(found.needed, metric, phrases))


def _reported(found: ConditionStanding, metric: Metric, phrases: Phrases) -> str:
    if found.months and metric.kind == "stock":
        return phrases.words.say("figure.last", month=phrases.month(found.months[-1]))
    if isinstance(found.condition, Threshold) and found.condition.window == "anniversary_year":
        return phrases.words.say("figure.months_of_year", n=len(found.months), of=len(found.window))
    return phrases.words.say("figure.months", n=len(found.months), of=len(found.window))


def condition_notes(threshold: Threshold, phrases: Phrases) -> Iterator[str]:
    """What else the rule says of the amount."""
    words = phrases.words
    metric = phrases.programme.metrics[threshold.metric]
    if threshold.subset_of is not None:
        whole = phrases.programme.metrics.get(threshold.subset_of)
        name = words.name(whole.name) if whole else threshold.subset_of
        yield words.say("figure.of_which", whole=escape(name))
    if threshold.monthly_average is not None:
        yield words.say("figure.average", amount=amount_of(threshold.monthly_average, metric, phrases))
    if threshold.associations:
        yield words.say("figure.associations", kinds=words.either(map(escape, threshold.associations)))
    if threshold.excludes:
        yield words.say("figure.excludes", what=words.both(map(escape, threshold.excludes)))


def _cure(found: ConditionStanding, metric: Metric, ground: Ground, phrases: Phrases) -> str:
    """What to do about a figure that is not known; the command names the first month to report."""
    if found.reason is not None and found.reason in WITHOUT_MONTHS:
        return phrases.words.say(WITHOUT_MONTHS[found.reason])
    unreported = [month for month in found.window if month not in found.months]
    missing = [month for month in unreported if month < Month.of(ground.today)]
    if not missing:
        return phrases.words.say("figure.to_come", n=len(unreported))
    if found.reason is Reason.NEVER_REPORTED:
        return phrases.words.say("figure.never", metric=escape(metric.id), month=missing[-1])
    return phrases.words.say("figure.gaps", n=len(missing), metric=escape(metric.id), month=missing[0])


def amount_of(value: Decimal | None, metric: Metric, phrases: Phrases) -> str:
    """Money with its currency; other metrics say in their name what is counted."""
    if value is None:
        return phrases.words.say("figure.nothing")
    is_money = metric.unit in CURRENCIES
    return phrases.words.amount(value, metric.unit) if is_money else phrases.words.number(value)
