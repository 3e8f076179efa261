"""The answer about a situation as data, in the form that other tools read; and what differs from what was expected."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from domain.conditions import ConditionStanding
from domain.facts import LevelOverride
from domain.requirements import Flag, LevelHeld, Threshold
from domain.score_answer import score_answer
from domain.situation import LEFT_OUT, Expected
from domain.standing import BranchStanding, CompetencyStanding, LevelStanding, OptionStanding, Standing

Json: TypeAlias = dict[str, Any]


def situation_answer(standing: Standing) -> Json:
    """The answer in words of JSON: per competency and level its status, its override, and every option.

    `rules` and `programme_ended` say on what the answer rests; `on_facts` is the status without the override.
    """
    competencies = standing.competencies
    return {
        "programme": standing.programme.id,
        "on": standing.on.isoformat(),
        "rules_as_of": standing.rules_as_of.isoformat(),
        "programme_ended": _ended(standing),
        "competencies": {key: _levels(found) for key, found in competencies.items()},
        "rules": {key: _rules(standing, found) for key, found in competencies.items()},
    }


def _ended(standing: Standing) -> Json | None:
    end = standing.programme.end
    if end is None or standing.on <= end.last_renewal:
        return None
    return {"last_renewal": end.last_renewal.isoformat(), "successor": end.successor}


def _rules(standing: Standing, found: CompetencyStanding) -> Json:
    version = found.version
    return {
        "from": version.since.isoformat(),
        "source": version.source,
        "checked_on": version.checked_on.isoformat(),
        "renewals_from": version.renewals_from and version.renewals_from.isoformat(),
        "renews": found.renews,
        "awaited": found.awaited and found.awaited.since.isoformat(),
        "before_first": standing.before_first_rules(found.competency.id),
        "note": version.note and version.note["en"],
    }


def _levels(found: CompetencyStanding) -> Json:
    return {level: _level(standing) for level, standing in found.levels.items()}


def _level(level: LevelStanding) -> Json:
    return {
        "status": level.status.value,
        "override": _override(level.override),
        "on_facts": level.on_facts.value,
        "options": {found.option.id: _option(found) for found in level.options},
    }


def _override(override: LevelOverride | None) -> Json | None:
    if override is None:
        return None
    return {"from": override.since.isoformat(), "until": override.until.isoformat()}


def _option(found: OptionStanding) -> Json:
    return {
        "status": found.status.value,
        "people_missing": found.people_missing,
        "contributors": list(found.contributors),
        "people_needed": found.nearest.headcount,
        "conditions": list(_conditions(found.nearest)),
        "scores": [score_answer(score) for score in found.nearest.scores],
    }


def _conditions(branch: BranchStanding) -> Iterator[Json]:
    for found in branch.conditions:
        yield {"name": _name(found), "status": found.status.value, "why": found.reason and found.reason.value}


def _name(found: ConditionStanding) -> str:
    match found.condition:
        case Flag(name):
            return name
        case LevelHeld(competency, level):
            return f"{competency} {level}"
        case Threshold(metric):
            return metric


def differences(expect: Iterable[Expected], standing: Standing) -> tuple[str, ...]:
    """A sentence for everything that is not as expected; none where all holds."""
    return tuple(sentence for expected in expect for sentence in _differing(expected, standing))


def _differing(expected: Expected, standing: Standing) -> Iterator[str]:
    level = standing.level(expected.competency, expected.level)
    outcome = LEFT_OUT if level is None else level.status.value
    about = f"{expected.competency} {expected.level}"
    if expected.status is not None and expected.status != outcome:
        yield f"{about}: expected {expected.status}, is {outcome}."
    missing = _missing(level)
    for option, number in expected.people_missing.items():
        if missing.get(option) != number:
            yield f"{about}, {option}: expected {number} people missing, are {missing.get(option, LEFT_OUT)}."


def _missing(level: LevelStanding | None) -> Mapping[str, int]:
    return {} if level is None else {found.option.id: found.people_missing for found in level.options}
