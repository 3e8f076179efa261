"""Months that are still to come, projected: for warnings and forecasts alone, and never in a standing.

A flow goes on as the mean of its last three reported months, a stock stays at its last value. Months that are over and
were never reported stay unknown: whoever is to report them is asked for them.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from domain.dates import Month
from domain.facts import Facts
from domain.programme import MetricKind, Programme

MONTHS_OF_THE_MEAN = 3
CENT = Decimal("0.01")
PROJECTED_WITHIN = timedelta(days=90)
"""How long before the anniversary a warning may rest on a projection."""


def projects(on: date, anniversary: date) -> bool:
    """Whether a warning about an anniversary may rest on projected months on a day."""
    return timedelta() <= anniversary - on <= PROJECTED_WITHIN


def with_projection(programme: Programme, facts: Facts, on: date, until: date) -> Facts:
    """The facts with the months from that of `on` to the one before that of `until` filled in where not reported."""
    ahead = _months(Month.of(on), Month.of(until))
    return facts.with_figures(
        {
            metric: {**_expected(programme.metrics[metric].kind, reported, ahead), **reported}
            for metric, reported in facts.figures.items()
        }
    )


def _months(first: Month, end: Month) -> list[Month]:
    found = [first] if first < end else []
    while found and found[-1].plus(1) < end:
        found.append(found[-1].plus(1))
    return found


def _expected(kind: MetricKind, reported: Mapping[Month, Decimal], ahead: list[Month]) -> Mapping[Month, Decimal]:
    if not reported:
        return {}
    last = sorted(reported)[-MONTHS_OF_THE_MEAN:]
    values = [reported[month] for month in last]
    each = values[-1] if kind == "stock" else (sum(values, Decimal(0)) / len(values)).quantize(CENT)
    return dict.fromkeys(ahead, each)
