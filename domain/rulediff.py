"""What changed in the rules between two dates: per competency, level and option."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from domain.programme import Competency, Option, Programme, RuleVersion
from domain.requirements import (
    All,
    AnyOne,
    Condition,
    Credentials,
    DistinctSlots,
    EachOf,
    Flag,
    Holds,
    LevelHeld,
    OneOf,
    People,
    PersonExpression,
    Requirement,
    Threshold,
    holdings_asked,
    leaves,
)
from domain.score_diff import ScoreChange, score_changes
from domain.standing import LevelStanding, Standing

Change: TypeAlias = Literal["added", "left out", "changed"]


@dataclass(frozen=True, slots=True)
class ConditionChange:
    """A threshold, a status or another level: what was asked and what is asked now; None where it is not."""

    before: Condition | None
    after: Condition | None


@dataclass(frozen=True, slots=True)
class OptionChange:
    """How an option for a level changed.

    `people` is the least number of people that it asks for, before and after; 0 where it is not there. `reshaped` says
    that the groups of people are put together in another way, beside or beyond their number and their credentials.
    """

    option: Option
    level: str
    change: Change
    people: tuple[int, int]
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    conditions: tuple[ConditionChange, ...] = ()
    reshaped: bool = False
    before: Requirement | None = None
    after: Requirement | None = None
    scores: tuple[ScoreChange, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelChange:
    """A level of a competency that is defined since, left out since, or whose options changed."""

    level: str
    change: Change
    options: tuple[OptionChange, ...]


@dataclass(frozen=True, slots=True)
class CompetencyChange:
    """A competency whose version in force is another one. No levels: its words changed, not what it asks.

    `renewing`: it is another one for members who renew, and not for new partners.
    """

    competency: Competency
    before: RuleVersion
    after: RuleVersion
    levels: tuple[LevelChange, ...]
    renewing: bool = False


@dataclass(frozen=True, slots=True)
class RuleChanges:
    """Everything that changed after one date until another.

    `retired` are credentials that could be earned on the first date and cannot on the second, `ended` those that
    counted and no longer count. `before_first` says that the first date lies before all rules that were published.
    """

    programme: Programme
    since: date
    until: date
    competencies: tuple[CompetencyChange, ...]
    retired: tuple[str, ...]
    ended: tuple[str, ...]
    before_first: bool


@dataclass(frozen=True, slots=True)
class LevelShift:
    """A level that stands otherwise under the later rules, with the same facts; None where rules do not define it."""

    competency: str
    level: str
    before: LevelStanding | None
    after: LevelStanding | None


def rule_changes(
    programme: Programme, since: date, until: date, competency: str | None = None, member_since: date | None = None
) -> RuleChanges:
    """What changed between two dates, in all competencies or in one; ValueError where the second lies before.

    For a member since a day (None: no member) it is what changed for them; for all others also what changed for those
    who renew alone.
    """
    if until < since:
        raise ValueError(f"{until} lies before {since}")
    asked = [c for c in programme.competencies.values() if competency in {None, c.id}]
    found = [change for c in asked for change in _competency(programme, c, (since, until), member_since)]
    named = {holds.credential for change in found for v in (change.before, change.after) for holds in _named(v)}
    named |= {holds.credential for c in asked for v in (since, until) for holds in _named(c.version_on(v))}
    credentials = [credential for credential in programme.credentials.values() if credential.id in named]
    return RuleChanges(
        programme=programme,
        since=since,
        until=until,
        competencies=tuple(found),
        retired=tuple(c.id for c in credentials if c.obtainable_on(since) and not c.obtainable_on(until)),
        ended=tuple(c.id for c in credentials if c.accepted_on(since) and not c.accepted_on(until)),
        before_first=since < min(programme.rule_dates),
    )


def shifts(changes: RuleChanges, before: Standing, after: Standing) -> tuple[LevelShift, ...]:
    """The levels whose status, or whose number of missing people, differs between two standings."""
    pairs = ((change.competency.id, level) for change in changes.competencies for level in changes.programme.levels)
    found = (LevelShift(c, level, before.level(c, level), after.level(c, level)) for c, level in pairs)
    return tuple(shift for shift in found if _outcome(shift.before) != _outcome(shift.after))


def _outcome(level: LevelStanding | None) -> tuple[str, int] | None:
    return None if level is None else (level.status.value, level.nearest.people_missing)


def _named(version: RuleVersion) -> Iterator[Holds]:
    for option in version.options:
        for requirement in option.levels.values():
            yield from holdings_asked(requirement)


def _competency(
    programme: Programme, competency: Competency, days: tuple[date, date], member_since: date | None
) -> Iterator[CompetencyChange]:
    own = tuple(competency.version_on(day, member_since) for day in days)
    renewing = tuple(competency.version_on(day, date.min) for day in days)
    kinds = [(own, False)] if member_since is not None else [(own, False), (renewing, True)]
    for (before, after), only_renewals in kinds:
        if before is after or (only_renewals and (before, after) == own):
            continue
        levels = (_level(level, before, after) for level in programme.levels)
        told = tuple(level for level in levels if level is not None)
        yield CompetencyChange(competency, before, after, told, only_renewals)


def _level(level: str, before: RuleVersion, after: RuleVersion) -> LevelChange | None:
    was, now = ({o.id: o for o in version.options if level in o.levels} for version in (before, after))
    found = tuple(_options(level, was, now))
    if not found:
        return None
    return LevelChange(level, "added" if not was else "changed" if now else "left out", found)


def _options(level: str, was: Mapping[str, Option], now: Mapping[str, Option]) -> Iterator[OptionChange]:
    for option in (*now.values(), *(option for key, option in was.items() if key not in now)):
        old, new = was.get(option.id), now.get(option.id)
        people = (_headcount(old, level), _headcount(new, level))
        before, after = (each.levels[level] if each else None for each in (old, new))
        if before is None or after is None:
            change: Change = "added" if before is None else "left out"
            yield OptionChange(option, level, change, people, before=before, after=after)
        elif before != after:
            yield _changed(option, level, people, before, after)


def _headcount(option: Option | None, level: str) -> int:
    return min(branch.headcount for branch in option.branches[level]) if option else 0


def _changed(
    option: Option, level: str, people: tuple[int, int], before: Requirement, after: Requirement
) -> OptionChange:
    old, new = (tuple(dict.fromkeys(holds.credential for holds in holdings_asked(asked))) for asked in (before, after))
    return OptionChange(
        option=option,
        level=level,
        change="changed",
        people=people,
        added=tuple(credential for credential in new if credential not in old),
        removed=tuple(credential for credential in old if credential not in new),
        conditions=tuple(_conditions(before, after)),
        reshaped=_shape(before) != _shape(after) or (people[0] == people[1] and _counts(before) != _counts(after)),
        before=before,
        after=after,
        scores=tuple(score_changes(before, after)),
    )


def _counts(requirement: Requirement) -> tuple[int, ...]:
    """How many people each group asks for."""
    return tuple(leaf.count for leaf in leaves(requirement) if isinstance(leaf, People))


def _conditions(before: Requirement, after: Requirement) -> Iterator[ConditionChange]:
    was, now = ({_key(leaf): leaf for leaf in leaves(asked) if _is_condition(leaf)} for asked in (before, after))
    for key in (*now, *(key for key in was if key not in now)):
        if was.get(key) != now.get(key):
            old, new = was.get(key), now.get(key)
            yield ConditionChange(_condition(old), _condition(new))


def _is_condition(leaf: Requirement) -> bool:
    return isinstance(leaf, Threshold | Flag | LevelHeld)


def _condition(leaf: Requirement | None) -> Condition | None:
    return leaf if isinstance(leaf, Threshold | Flag | LevelHeld) else None


def _key(leaf: Requirement) -> Hashable:
    return leaf.metric if isinstance(leaf, Threshold) else leaf


def _shape(requirement: Requirement) -> Hashable:
    """How groups of people are put together, without numbers, credentials and conditions."""
    match requirement:
        case All(parts) | AnyOne(parts):
            shapes = [_shape(part) for part in parts if not _is_condition(part)]
            return shapes[0] if len(shapes) == 1 else (type(requirement).__name__, *shapes)
        case People(_, each, _, subset_of, distinct_from):
            return ("people", _person(each), subset_of is not None, bool(distinct_from))
        case DistinctSlots(slots):
            return ("different", *map(_person, slots))
        case Credentials():
            return "credentials"
        case _:
            return None


def _person(expression: PersonExpression) -> Hashable:
    """How what one person holds is put together; one of several is like one alone."""
    match expression:
        case Holds():
            return "one"
        case EachOf(parts):
            return ("each", *map(_person, parts))
        case OneOf(parts):
            shapes = dict.fromkeys(map(_person, parts))
            return next(iter(shapes)) if len(shapes) == 1 else ("one of", *shapes)
