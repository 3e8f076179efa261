"""What a change did to the levels, in lines."""

from collections.abc import Iterator, Sequence

from domain.conditions import Status
from domain.standing import BranchStanding, LevelStanding
from handlers.effects import Effect, Unmoved
from handlers.render.figures import condition_name, missing_phrase
from handlers.render.phrases import Phrases
from handlers.render.scores import missing_points, of_points, open_metrics
from handlers.words import escape

MOST_LEVELS = 8
MOST_REASONS = 4


def level_name(competency: str, level: str, phrases: Phrases) -> str:
    """Cloud Platform Gold; the ids as they are where the catalogue no longer knows them."""
    known = competency in phrases.programme.competencies and level in phrases.programme.levels
    name, of = (phrases.competency(competency), phrases.level(level)) if known else (escape(competency), escape(level))
    return phrases.words.say("level.name", competency=name, level=of)


def effect_lines(found: Sequence[Effect], phrases: Phrases) -> list[str]:
    """One line per level that changed."""
    lines = [f"• {effect_line(effect, phrases)}" for effect in found[:MOST_LEVELS]]
    more = len(found) - len(lines)
    return [*lines, *([phrases.words.say("effect.more", n=more)] if more else [])]


def effect_line(effect: Effect, phrases: Phrases) -> str:
    """Cloud Platform Gold: people 1 of 2 → 2 of 2, and what that means."""
    say = phrases.words.say
    name = level_name(effect.after.competency, effect.after.level, phrases)
    option = say("effect.option", name=phrases.option(effect.option.option)) if len(effect.after.options) > 1 else ""
    people = _counted(effect, phrases)
    means = _meaning(effect, phrases)
    return say("effect.line", level=name, option=option, what=" – ".join(part for part in (people, means) if part))


def _still_met(effect: Effect, phrases: Phrases) -> str:
    """That a level is met as before; where that rests on an earlier day of a score's window, on which and how long."""
    say, day = phrases.words.say, phrases.words.date
    score = effect.points[1] if effect.points is not None else None
    if score is None or score.today is Status.MET or score.met_on is None or score.holds_until is None:
        return say("effect.still_met")
    return say("effect.still_reached", day=day(score.met_on), until=day(score.holds_until))


def _counted(effect: Effect, phrases: Phrases) -> str:
    """How many people, or points, there were and are."""
    if effect.points is not None:
        was, now = (of_points(score, phrases) for score in effect.points)
        return phrases.words.say("effect.points", was=was, now=now)
    if not effect.people_changed or effect.option.nearest.scores:
        return ""
    return phrases.words.say("effect.people", was=effect.was, now=effect.now, of=effect.of)


def _meaning(effect: Effect, phrases: Phrases) -> str:
    say, after = phrases.words.say, effect.after
    if after.override is not None:
        return say(
            "effect.override", until=phrases.words.date(after.override.until), facts=facts_alone(effect.alone, phrases)
        )
    if after.status is Status.MET:
        return say("effect.now_met") if effect.turned else _still_met(effect, phrases)
    if effect.before.status is Status.MET:
        return _with_unknown("effect.lost", effect.option.nearest, phrases)
    return _with_unknown("effect.missing", effect.option.nearest, phrases)


def facts_alone(level: LevelStanding, phrases: Phrases) -> str:
    """What holds of a level that is judged without any override, and what is missing then."""
    status = phrases.words.status(level.status)
    if level.status is Status.MET:
        return status
    return _with_unknown("effect.facts_alone", level.nearest.nearest, phrases, status=status)


def lacking(branch: BranchStanding, phrases: Phrases) -> str:
    """What a way lacks for certain: people and amounts; empty where the rest is only not known."""
    return phrases.words.both(_lacking(branch, phrases))


def unknown(branch: BranchStanding, phrases: Phrases) -> str:
    """What is not known of a way; empty where everything is."""
    found = (c.condition for c in branch.conditions if c.status is Status.NOT_KNOWN)
    names = [condition_name(condition, phrases) for condition in found]
    return phrases.words.both([*names, *(name for score in branch.scores for name in open_metrics(score, phrases))])


def _with_unknown(key: str, branch: BranchStanding, phrases: Phrases, **said: str) -> str:
    """What a way lacks, and in a sentence of its own what is not known of it."""
    lacks, not_known = lacking(branch, phrases), unknown(branch, phrases)
    parts = [
        phrases.words.say(key, what=lacks, **said) if lacks else said.get("status", ""),
        phrases.words.say("effect.unknown", what=not_known) if not_known else "",
    ]
    return ". ".join(part for part in parts if part)


def _lacking(branch: BranchStanding, phrases: Phrases) -> Iterator[str]:
    if branch.people_missing and not branch.scores:
        yield phrases.words.say("effect.missing_people", n=branch.people_missing)
    yield from (said for score in branch.scores for said in missing_points(score, phrases))
    for condition in branch.conditions:
        if condition.status is Status.NOT_MET:
            yield missing_phrase(condition, phrases)


def unmoved_lines(found: Sequence[Unmoved], phrases: Phrases) -> list[str]:
    """Why an achievement leaves each level as it was, one line each."""
    lines = [f"• {_unmoved(each, phrases)}" for each in found[:MOST_REASONS]]
    more = len(found) - len(lines)
    return [*lines, *([phrases.words.say("effect.more", n=more)] if more else [])]


def _unmoved(each: Unmoved, phrases: Phrases) -> str:
    name = level_name(each.level.competency, each.level.level, phrases)
    further = phrases.both([phrases.credential(c) for c in each.further]) if each.further else ""
    return phrases.words.say(f"unmoved.{each.why}", level=name, n=each.count, what=further)
