"""What an override carries, and whether anything is lost with it."""

from dataclasses import replace
from datetime import date

from domain.conditions import Status
from domain.facts import Facts, LevelOverride, Override
from domain.programme import Programme
from domain.standing import LevelStanding, competency_standing, standing
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
        found = competency_standing(programme, without, day, override.competency).levels.get(override.level)
        return () if found is None else (found,)
    then = standing(programme, without, day)
    still = replace(proven, overrides=(*rest, replace(override, since=min(override.since, day), until=date.max)))
    with_it = standing(programme, still, day)
    return tuple(
        level
        for competency in then.competencies.values()
        for level in competency.levels.values()
        if _better(with_it.level(level.competency, level.level), level)
    )


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
    named = (credentials_of(competency) for competency in programme.competencies.values())
    return any(override.credential in each for each in named) and bool(carried(programme, facts, override, day))
