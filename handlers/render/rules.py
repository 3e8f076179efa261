"""Rules as readable text: what a level asks for, line by line, and all of a competency with its sources."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from string import ascii_uppercase

from domain.points import Score
from domain.programme import Competency, Credential, Option, Programme, RuleVersion
from domain.requirements import (
    All,
    AnyOne,
    Condition,
    Credentials,
    DistinctSlots,
    Flag,
    LevelHeld,
    People,
    Requirement,
    Threshold,
    holdings_asked,
    leaves,
)
from handlers.render.figures import amount_of, condition_name, condition_notes
from handlers.render.phrases import Phrases
from handlers.render.points import score_lines, score_text
from handlers.words import Words, escape

STEP = "  "
EVERYTHING = 1000


@dataclass(frozen=True, slots=True)
class Codes(Phrases):
    """Phrases that name every credential by its id, and cut no list."""

    most: int = EVERYTHING

    def credential(self, credential: str, *, with_title: bool = True) -> str:  # noqa: ARG002 - titles are listed apart
        """Its id."""
        return escape(credential)


def competency_lines(
    competency: Competency, versions: Iterable[RuleVersion], programme: Programme, words: Words
) -> list[str]:
    """A competency with some of its versions: what each level asks for, and the credentials that they name."""
    phrases = Codes(words, programme)
    shown = tuple(versions)
    lines = [f"{phrases.competency(competency.id)} ({competency.id})", *_about(competency, phrases)]
    for version in shown:
        lines += ["", *(STEP + line for line in _version_lines(competency, version, phrases))]
    named = dict.fromkeys(credential for version in shown for credential in _named(version))
    if named:
        lines += ["", STEP + words.say("rules.named")]
        lines += [STEP * 2 + _credential(programme.credentials[c], phrases) for c in sorted(named)]
    return lines


def _named(version: RuleVersion) -> Iterator[str]:
    asked = (requirement for option in version.options for requirement in option.levels.values())
    return (holds.credential for requirement in asked for holds in holdings_asked(requirement))


def _about(competency: Competency, phrases: Phrases) -> Iterator[str]:
    words = phrases.words
    area = next(words.name(area.name) for area in phrases.programme.areas if area.id == competency.area)
    yield words.say("rules.area_inferred" if competency.area_inferred else "rules.area", area=escape(area))
    if competency.abbreviations:
        yield words.say("rules.called", names=words.both(map(escape, competency.abbreviations)))
    if competency.successors:
        yield words.say("rules.followed", names=words.both(map(escape, competency.successors)))


def _version_lines(competency: Competency, version: RuleVersion, phrases: Phrases) -> Iterator[str]:
    words = phrases.words
    next_date = next((later.since for later in competency.versions if later.since > version.since), None)
    yield _period(version.since, next_date, words)
    if version.renewals_from is not None:
        yield words.say("rules.renewals", day=words.date(version.renewals_from))
    source = phrases.programme.sources.get(version.source)
    title = words.name(source.title) if source else version.source
    yield words.say("rules.source", source=escape(title), checked=words.date(version.checked_on))
    if version.note:
        yield words.say("ground.note", note=escape(words.name(version.note)))
    for level in phrases.programme.levels:
        options = [option for option in version.options if level in option.levels]
        if not options:
            yield words.say("rules.undefined", level=phrases.level(level))
        for option in options:
            yield _title(level, option, phrases)
            yield from (STEP + line for line in requirement_lines(option.levels[level], phrases))


def _period(since: date, next_date: date | None, words: Words) -> str:
    if next_date is None:
        return words.say("rules.version", since=words.date(since))
    last = next_date - timedelta(days=1)
    return words.say("rules.version_until", since=words.date(since), until=words.date(last))


def _title(level: str, option: Option, phrases: Phrases) -> str:
    return phrases.words.say("rules.title", level=phrases.level(level), option=phrases.option(option))


def _credential(credential: Credential, phrases: Phrases) -> str:
    words = phrases.words
    dates = {"register_until": credential.register_until, "retires": credential.retires}
    dates |= {"accepted_until": credential.accepted_until}
    said = [words.say(f"rules.life.{key}", day=words.date(day)) for key, day in dates.items() if day is not None]
    if credential.replaced_by is not None:
        said.append(words.say("rules.life.replaced", credential=escape(credential.replaced_by)))
    after = f" ({'; '.join(said)})" if said else ""
    return f"{escape(credential.id)}: {escape(credential.title)}{after}"


def requirement_lines(requirement: Requirement, phrases: Phrases) -> list[str]:
    """What a level asks for, a line for each part; parts of parts are set in."""
    parts = requirement.parts if isinstance(requirement, All) else (requirement,)
    groups = groups_of(requirement)
    return [line for part in parts for line in _lines(part, groups, phrases)]


def requirement_text(requirement: Requirement, phrases: Phrases) -> str:
    """The people that a level asks for, in one line."""
    return _text(requirement, groups_of(requirement), phrases)


def groups_of(requirement: Requirement) -> Mapping[str, str]:
    """A letter for every group that others are linked to."""
    people = [leaf for leaf in leaves(requirement) if isinstance(leaf, People)]
    linked = {name for group in people for name in (group.subset_of, *group.distinct_from) if name}
    ids = dict.fromkeys(group.id for group in people if group.id in linked)
    return {name or "": letter for name, letter in zip(ids, ascii_uppercase, strict=False)}


def _lines(requirement: Requirement, groups: Mapping[str, str], phrases: Phrases) -> Iterator[str]:
    if isinstance(requirement, All | AnyOne):
        yield "– " + phrases.words.say("rules.all" if isinstance(requirement, All) else "rules.any")
        for part in requirement.parts:
            yield from (STEP + line for line in _lines(part, groups, phrases))
    elif isinstance(requirement, Score):
        first, *inner = score_lines(requirement, phrases)
        yield from ("– " + first, *inner)
    else:
        yield "– " + leaf_text(requirement, groups, phrases)


def _text(requirement: Requirement, groups: Mapping[str, str], phrases: Phrases) -> str:
    if isinstance(requirement, All | AnyOne):
        parts = [part for part in requirement.parts if not isinstance(part, Threshold | Flag | LevelHeld)]
        texts = [_text(part, groups, phrases) for part in parts]
        return phrases.words.say("rules.and" if isinstance(requirement, All) else "rules.or").join(texts)
    return leaf_text(requirement, groups, phrases)


def leaf_text(requirement: Requirement, groups: Mapping[str, str], phrases: Phrases) -> str:
    """A part of a rule in one line."""
    say = phrases.words.say
    match requirement:
        case People():
            return _people(requirement, groups, phrases)
        case DistinctSlots(slots):
            return say("rules.different", asks="; ".join(phrases.asks(slot) for slot in slots))
        case Score():
            return score_text(requirement, phrases)
        case Credentials(count, of):
            return say("rules.credentials", n=count, items=phrases.either([phrases.asks(each) for each in of]))
        case All() | AnyOne():
            return _text(requirement, groups, phrases)
        case _:
            return condition_text(requirement, phrases)


def _people(people: People, groups: Mapping[str, str], phrases: Phrases) -> str:
    say, asks = phrases.words.say, phrases.asks(people.each)
    if people.subset_of is not None:
        text = say("rules.subset", n=people.count, group=groups.get(people.subset_of, "?"), asks=asks)
    elif people.distinct_from:
        others = phrases.words.both(groups.get(other, "?") for other in people.distinct_from)
        text = say("rules.others", n=people.count, group=others, asks=asks)
    else:
        text = say("people.places", n=people.count, asks=asks)
    letter = groups.get(people.id or "")
    return say("rules.group", people=text, group=letter) if letter else text


def condition_text(condition: Condition, phrases: Phrases) -> str:
    """A condition as a rule asks for it."""
    if isinstance(condition, Threshold):
        return threshold_text(condition, phrases)
    key = "rules.flag" if isinstance(condition, Flag) else "rules.held"
    return phrases.words.say(key, name=condition_name(condition, phrases))


def threshold_text(threshold: Threshold, phrases: Phrases) -> str:
    """A threshold: amount by market, window, and what else the rule says of it."""
    name = condition_name(threshold, phrases)
    amount = amounts_text(threshold, phrases)
    window, *notes = details(threshold, phrases)
    first = phrases.words.say("rules.threshold", name=name[:1].upper() + name[1:], amount=amount, window=window)
    return " ".join([first, *notes])


def details(threshold: Threshold, phrases: Phrases) -> list[str]:
    """The window of a threshold, and what else the rule says of it."""
    window = phrases.words.say(f"rules.window.{threshold.window.replace(' ', '_')}")
    return [window, *condition_notes(threshold, phrases)]


def market_texts(threshold: Threshold, phrases: Phrases) -> Mapping[str, str]:
    """The amount for each market."""
    bounds = {"developed": threshold.at_least.developed, "developing": threshold.at_least.developing}
    return {market: _amount(bound, threshold, phrases) for market, bound in bounds.items()}


def amounts_text(threshold: Threshold, phrases: Phrases) -> str:
    """The amount for all markets, or for each."""
    found = market_texts(threshold, phrases)
    return found["developed"] if len(set(found.values())) == 1 else phrases.words.say("rules.by_market", **found)


def _amount(bound: Decimal | None, threshold: Threshold, phrases: Phrases) -> str:
    if bound is None:
        return phrases.words.say("figure.unpublished")
    metric = phrases.programme.metrics[threshold.metric]
    return phrases.words.say("figure.at_least", amount=amount_of(bound, metric, phrases))
