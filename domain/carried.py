"""What an override carries, and whether anything is lost with it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from domain.conditions import Status
from domain.facts import Facts, LevelOverride, Override
from domain.programme import Programme
from domain.standing import LevelStanding, competency_standing
from domain.timeline import credentials_of
from domain.unproven import without_unproven


def carried(programme: Programme, facts: Facts, override: Override, day: date) -> tuple[LevelStanding, ...]:
    """The level of an override, or the levels that a person's overridden credential carries, as a day has them without.

    An exam that no export shows counts by its override alone.
    """
    proven = without_unproven(facts)
    rest = tuple(each for each in proven.overrides if each.id != override.id)
    without = replace(proven, overrides=rest)
    if isinstance(override, LevelOverride):
        if override.competency not in programme.competencies:
            return ()
        level = competency_standing(programme, without, day, override.competency).levels.get(override.level)
        return () if level is None else (level,)
    still = replace(proven, overrides=(*rest, replace(override, since=min(override.since, day), until=date.max)))
    found: list[LevelStanding] = []
    for competency in _naming(programme, override.credential):
        then, with_it = (competency_standing(programme, each, day, competency).levels for each in (without, still))
        found += [level for name, level in then.items() if _better(with_it.get(name), level)]
    return tuple(found)


def _naming(programme: Programme, credential: str) -> Iterator[str]:
    """The competencies whose rules name a credential, or those of the levels that they ask for."""
    for competency, family in programme.families.items():
        if any(credential in credentials_of(each) for each in family):
            yield competency


def _better(with_it: LevelStanding | None, without: LevelStanding) -> bool:
    return with_it is not None and with_it.on_facts is Status.MET and without.on_facts is not Status.MET


def is_needed(programme: Programme, facts: Facts, override: Override, day: date) -> bool:
    """Whether some level is not met, or not known to be, on a day without the override, and is with it."""
    if isinstance(override, LevelOverride):
        alone = without_unproven(facts).alone
        known = override.competency in programme.competencies
        found = competency_standing(programme, alone, day, override.competency).levels if known else {}
        level = found.get(override.level)
        return level is not None and level.status is not Status.MET
    return bool(carried(programme, facts, override, day))
