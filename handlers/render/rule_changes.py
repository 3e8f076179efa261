"""What changed in the rules, in lines: levels with the same change together."""

from collections.abc import Iterator, Sequence

from domain.requirements import Condition, Flag, LevelHeld, Requirement, Threshold, leaves
from domain.rulediff import CompetencyChange, ConditionChange, LevelChange, OptionChange, RuleChanges
from handlers.render.figures import condition_name
from handlers.render.phrases import Phrases
from handlers.render.points import score_change
from handlers.render.rules import amounts_text, condition_text, details, market_texts, requirement_text


def head_lines(changes: RuleChanges, phrases: Phrases) -> Iterator[str]:
    """Which days are compared, and what stands for rules that were never published."""
    words = phrases.words
    yield words.say("change.head", since=words.date(changes.since), until=words.date(changes.until))
    if changes.before_first:
        yield words.say("change.before_first", day=words.date(min(changes.programme.rule_dates)))
    if not changes.competencies:
        yield words.say("change.nothing")


def competency_lines(change: CompetencyChange, phrases: Phrases) -> list[str]:
    """A competency, and a line for each thing that changed in it."""
    words = phrases.words
    days = {"since": words.day(change.before.since), "until": words.day(change.after.since)}
    key = "change.competency_renewing" if change.renewing else "change.competency"
    head = [words.say(key, competency=phrases.competency(change.competency.id), **days)]
    if change.after.renewals_from is not None:
        head.append(words.say("rules.renewals", day=words.date(change.after.renewals_from)))
    return [*head, *(_level_lines(change, phrases) if change.levels else [words.say("change.words_only")])]


def end_lines(changes: RuleChanges, phrases: Phrases) -> Iterator[str]:
    """The credentials that the passing of time alone took away."""
    for key, credentials in (("change.retired", changes.retired), ("change.ended", changes.ended)):
        if credentials:
            yield phrases.words.say(
                key, what=phrases.both([phrases.credential(c, with_title=False) for c in credentials])
            )


def _named(credentials: Sequence[str], phrases: Phrases) -> str:
    return phrases.both([phrases.credential(credential, with_title=False) for credential in credentials])


def _level_lines(change: CompetencyChange, phrases: Phrases) -> Iterator[str]:
    """A line for each option that changed, in all levels in which it changed alike."""
    several = max(len(version.options) for version in (change.before, change.after)) > 1
    levels: dict[tuple[str, str], list[str]] = {}
    for level in change.levels:
        if level.change == "left out":
            yield _left_out(level, phrases)
            continue
        for option in level.options:
            what = "; ".join(_what(level, option, phrases))
            levels.setdefault((phrases.option(option.option), what), []).append(phrases.level(level.level))
    for (name, what), names in levels.items():
        level_names = phrases.words.both(names)
        if several:
            yield phrases.words.say("change.line_of_option", level=level_names, option=name, what=what.rstrip("."))
        else:
            yield phrases.words.say("change.line", level=level_names, what=what.rstrip("."))


def _left_out(level: LevelChange, phrases: Phrases) -> str:
    asked = [_asked(option.before, phrases) for option in level.options if option.before is not None]
    what = phrases.words.say("rules.or").join(asked)
    return phrases.words.say("change.level_left_out", level=phrases.level(level.level), what=what.rstrip("."))


def _what(level: LevelChange, option: OptionChange, phrases: Phrases) -> Iterator[str]:
    say = phrases.words.say
    if option.change == "left out":
        yield say("change.option_left_out")
    elif option.change == "added" and option.after is not None:
        if level.change == "added":
            yield say("change.level_added")
        yield say("change.option_added", what=_asked(option.after, phrases))
    else:
        yield from _people(option, phrases)
        yield from (_condition(change, phrases) for change in option.conditions)
        yield from (line for change in option.scores for line in score_change(change, phrases))


def _people(option: OptionChange, phrases: Phrases) -> Iterator[str]:
    say, (before, after) = phrases.words.say, option.people
    if before and not after and option.before is not None:
        yield say("change.no_people", before=_people_asked(option.before, phrases))
        return
    if before != after:
        yield say("change.people", before=before, after=after)
    if option.reshaped and option.before is not None and option.after is not None:
        was, now = _people_asked(option.before, phrases), _people_asked(option.after, phrases)
        yield say("change.reshaped", before=was, after=now)
        return
    for key, credentials in (("change.counts", option.added), ("change.counts_not", option.removed)):
        if credentials:
            yield say(key, n=len(credentials), what=_named(credentials, phrases))


def _condition(change: ConditionChange, phrases: Phrases) -> str:
    """What is asked for instead, short: the amounts that differ, or else the small print that does."""
    before, after = change.before, change.after
    if isinstance(before, Threshold) and isinstance(after, Threshold):
        return "; ".join(_threshold(before, after, phrases))
    condition = after or before
    key = "change.asks" if before is None else "change.asks_not"
    return phrases.words.say(key, what=_short(condition, phrases)) if condition else ""


def _threshold(before: Threshold, after: Threshold, phrases: Phrases) -> Iterator[str]:
    say, name = phrases.words.say, condition_name(after, phrases)
    was, now = (market_texts(threshold, phrases) for threshold in (before, after))
    differing = [market for market in was if was[market] != now[market]]
    if differing and len(set(was.values())) == len(set(now.values())) == 1:
        yield say("change.amount", name=name, before=was["developed"], after=now["developed"])
        differing = []
    for market in differing:
        where = say(f"change.market.{market}", name=name)
        yield say("change.amount", name=where, before=was[market], after=now[market])
    old, new = (details(threshold, phrases) for threshold in (before, after))
    if old != new:
        gone, come = ([text for text in one if text not in other] for one, other in ((old, new), (new, old)))
        yield say("change.detail", name=name, before=_joined(gone, phrases), after=_joined(come, phrases))


def _joined(texts: list[str], phrases: Phrases) -> str:
    return " ".join(texts).rstrip(".") or phrases.words.say("figure.nothing")


def _short(condition: Condition, phrases: Phrases) -> str:
    """A condition without its small print."""
    if not isinstance(condition, Threshold):
        return condition_text(condition, phrases)
    amount = amounts_text(condition, phrases)
    return phrases.words.say("change.short", name=condition_name(condition, phrases), amount=amount)


def _people_asked(requirement: Requirement, phrases: Phrases) -> str:
    return requirement_text(requirement, phrases) or phrases.words.say("change.figures_alone")


def _asked(requirement: Requirement, phrases: Phrases) -> str:
    """All that a level asks for, in one line."""
    conditions = [leaf for leaf in leaves(requirement) if isinstance(leaf, Threshold | Flag | LevelHeld)]
    texts = [_short(condition, phrases) for condition in conditions]
    people = requirement_text(requirement, phrases)
    return phrases.words.say("rules.and").join([*texts, *([people] if people else [])])
