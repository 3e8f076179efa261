"""What changed in the rules as data, in the form that other tools read."""

from typing import Any, TypeAlias

from domain.points import Score
from domain.requirements import Condition, Flag, LevelHeld, Threshold
from domain.rulediff import CompetencyChange, OptionChange, RuleChanges
from domain.score_diff import ScoreChange

Json: TypeAlias = dict[str, Any]


def changes_answer(changes: RuleChanges) -> Json:
    """The changes in words of JSON; amounts are texts, so that none loses a digit."""
    return {
        "programme": changes.programme.id,
        "from": changes.since.isoformat(),
        "to": changes.until.isoformat(),
        "before_first": changes.before_first,
        "competencies": {c.competency.id: _competency(c) for c in changes.competencies if not c.renewing},
        "for_renewals_alone": {c.competency.id: _competency(c) for c in changes.competencies if c.renewing},
        "no_longer_obtainable": list(changes.retired),
        "no_longer_accepted": list(changes.ended),
    }


def _competency(change: CompetencyChange) -> Json:
    return {
        "rules_before": change.before.since.isoformat(),
        "rules_after": change.after.since.isoformat(),
        "renewals_from": change.after.renewals_from and change.after.renewals_from.isoformat(),
        "levels": {
            level.level: {"change": level.change, "options": {o.option.id: _option(o) for o in level.options}}
            for level in change.levels
        },
    }


def _option(option: OptionChange) -> Json:
    return {
        "change": option.change,
        "people": {"before": option.people[0], "after": option.people[1]},
        "credentials_added": list(option.added),
        "credentials_removed": list(option.removed),
        "put_together_otherwise": option.reshaped,
        "scores": [_score(change) for change in option.scores],
        "conditions": [{"before": _condition(c.before), "after": _condition(c.after)} for c in option.conditions],
    }


def _score(change: ScoreChange) -> Json:
    return {
        "before": _terms(change.before),
        "after": _terms(change.after),
        "tracks_added": [track.id for track in change.added],
        "tracks_removed": [track.id for track in change.removed],
        "metrics_counted_otherwise": [
            {"track": metric.track.id or None, "metric": metric.metric} for metric in change.metrics
        ],
    }


def _terms(score: Score) -> Json:
    window = score.window
    return {
        "at_least": f"{score.at_least:f}",
        "of": f"{score.of:f}",
        "every_metric_above_zero": score.each_above_zero,
        "reached_once_in": window and {"months": window.months, "days": window.days},
    }


def _condition(condition: Condition | None) -> Json | None:
    match condition:
        case None:
            return None
        case Flag(name):
            return {"flag": name}
        case LevelHeld(competency, level):
            return {"competency": competency, "level": level}
        case Threshold():
            return _threshold(condition)


def _threshold(threshold: Threshold) -> Json:
    bounds = {"developed": threshold.at_least.developed, "developing": threshold.at_least.developing}
    average = threshold.monthly_average
    return {
        "metric": threshold.metric,
        "unit": threshold.unit,
        "at_least": {market: None if bound is None else f"{bound:f}" for market, bound in bounds.items()},
        "window": threshold.window,
        "monthly_average": None if average is None else f"{average:f}",
        "part_of": threshold.subset_of,
        "associations": list(threshold.associations),
        "excludes": list(threshold.excludes),
    }
