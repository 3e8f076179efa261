"""A forecast as data, in the form that other tools read."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from domain.conditions import Status
from domain.forecast import Forecast, ForecastDay, Turn
from domain.requirements import Threshold
from domain.standing import LevelStanding
from domain.timeline import Lapse

Json: TypeAlias = dict[str, Any]


def forecast_answer(found: Forecast) -> Json:
    """Every date with what falls and which levels turn; `next_turn` is the first on which one does.

    `then` is the status of every level at the end, and `needed` what its figures still lack where that is not known.
    """
    return {
        "programme": found.programme.id,
        "on": found.on.isoformat(),
        "until": found.until.isoformat(),
        "next_turn": found.next_turn.on.isoformat() if found.next_turn else None,
        "days": [_day(day) for day in found.days],
        "then": [_level(level) for level in found.then.values()],
    }


def _day(day: ForecastDay) -> Json:
    falls = [_lapse(lapse) | {"matters": day.matters(lapse)} for lapse in day.lapses]
    return {"on": day.on.isoformat(), "falls": falls, "turns": [_turn(turn) for turn in day.turns]}


def _lapse(lapse: Lapse) -> Json:
    return {
        "kind": lapse.kind,
        "person": lapse.person,
        "credential": lapse.credential,
        "override": lapse.override,
        "of": lapse.of,
    }


def _turn(turn: Turn) -> Json:
    return {
        "competency": turn.competency,
        "level": turn.level,
        "before": turn.was.value if turn.was else None,
        "after": turn.now.value if turn.now else None,
        "people_missing": turn.after.nearest.people_missing if turn.after else None,
    }


def _level(level: LevelStanding) -> Json:
    return {
        "competency": level.competency,
        "level": level.level,
        "status": level.status.value,
        "needed": dict(_needed(level)) if level.status is Status.NOT_KNOWN else {},
    }


def _needed(level: LevelStanding) -> Iterator[tuple[str, str]]:
    """The amounts, exact and as text, that the nearest way still lacks."""
    for found in level.nearest.nearest.conditions:
        if isinstance(found.condition, Threshold) and found.status is Status.NOT_KNOWN and found.needed is not None:
            yield found.condition.metric, f"{found.needed:f}"
