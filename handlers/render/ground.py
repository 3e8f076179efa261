"""The small print under an answer: the day, the rules and their source, the age of the figures."""

from collections.abc import Iterator

from domain.programme import RuleVersion
from handlers.ground import Ground
from handlers.words import Words, escape


def ground_lines(ground: Ground, words: Words, *, brief: bool = False) -> list[str]:
    """Every line of it that applies; a brief one leaves out how an unclear rule is read."""
    note = [] if brief else _note(ground, words)
    return [*_facts(ground, words), *_warnings(ground, words), *note, *_ended(ground, words)]


def day_line(ground: Ground, words: Words) -> str:
    """Which day the answer speaks of, and whether that is an outlook or a look back."""
    key = "today" if ground.on == ground.today else "later" if ground.on > ground.today else "earlier"
    return words.say(f"ground.{key}", day=words.date(ground.on))


def _facts(ground: Ground, words: Words) -> Iterator[str]:
    source = words.name(ground.source.title) if ground.source else ground.version.source
    since, checked = words.day(ground.version.since), words.day(ground.version.checked_on)
    yield words.say("ground.rules", since=since, source=escape(source), checked=checked)
    if ground.figures_up_to is not None:
        yield words.say("ground.figures", month=words.month(ground.figures_up_to.first_day))
    elif ground.uses_figures:
        yield words.say("ground.no_figures")
    if ground.market is not None:
        yield words.say("ground.market", market=words.say(f"market.{ground.market}"))


def renewal_lines(version: RuleVersion, awaited: RuleVersion | None, words: Words, *, renews: bool) -> Iterator[str]:
    """Which of two dates holds where rules begin later for those who renew."""
    if version.renewals_from is not None:
        key = "ground.renews" if renews else "ground.renewals_later"
        yield words.say(key, day=words.date(version.renewals_from), since=words.date(version.since))
    if awaited is not None and awaited.renewals_from is not None:
        since, day = words.date(awaited.since), words.date(awaited.renewals_from)
        yield words.say("ground.awaited", since=since, day=day)


def _warnings(ground: Ground, words: Words) -> Iterator[str]:
    yield from renewal_lines(ground.version, ground.awaited, words, renews=ground.renews)
    if ground.before_first_rules:
        yield words.say("ground.before_first", since=words.date(ground.version.since))


def _note(ground: Ground, words: Words) -> Iterator[str]:
    if ground.version.note:
        yield words.say("ground.note", note=escape(words.name(ground.version.note)))


def _ended(ground: Ground, words: Words) -> Iterator[str]:
    if ground.ended is not None:
        successor = words.name(ground.ended.successor_name) if ground.ended.successor_name else ground.ended.successor
        yield words.say("ground.ended", day=words.date(ground.ended.last_renewal), successor=escape(successor))
