from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.conditions import ConditionStanding, Reason, Status, all_of, any_of, judge_condition
from domain.dates import Month
from domain.facts import Facts
from domain.programme import Metric
from domain.requirements import Amounts, Flag, Threshold
from tests.domain.samples import programme

MET, NOT_MET, NOT_KNOWN = Status.MET, Status.NOT_MET, Status.NOT_KNOWN
ON = date(2018, 1, 15)
USAGE = Threshold("usage", "USD", Amounts(Decimal(120), None))
STOCK = Threshold("seats", "seats", Amounts(Decimal(120), None))


def judged(condition: Threshold | Flag, on: date = ON, **facts: object) -> ConditionStanding:
    seats = Metric("seats", {"en": "Seats", "de": "Plätze"}, "stock", "seats")
    known = programme()
    known = replace(known, metrics={**known.metrics, "seats": seats})
    return judge_condition(condition, known, replace(Facts("developed"), **facts), on)  # type: ignore[arg-type]  # any field


def reported(metric: str = "usage", **months: int | str) -> Mapping[str, Mapping[Month, Decimal]]:
    """Figures, as m2017_01=9."""
    return {metric: {Month.parse(key[1:].replace("_", "-")): Decimal(value) for key, value in months.items()}}


def year(value: int | str, months: int = 12) -> Mapping[str, Mapping[Month, Decimal]]:
    return {"usage": {Month(2017, month): Decimal(value) for month in range(1, months + 1)}}


@pytest.mark.parametrize(
    ("figures", "status", "reason"),
    [
        (year(10), MET, None),
        (year("9.99"), NOT_MET, None),
        (year("10.91", 11), MET, None),
        (year(10, 11), NOT_KNOWN, Reason.MONTHS_MISSING),
        (reported(m2018_01=500), NOT_KNOWN, Reason.NEVER_REPORTED),
        (reported(m2016_12=500), NOT_KNOWN, Reason.NEVER_REPORTED),
        ({}, NOT_KNOWN, Reason.NEVER_REPORTED),
    ],
)
def test_a_flow_is_summed_over_the_months_reported(
    figures: Mapping[str, Mapping[Month, Decimal]], status: Status, reason: Reason | None
) -> None:
    found = judged(USAGE, figures=figures)

    assert (found.status, found.reason) == (status, reason)


def test_a_bound_never_published_is_not_known_whatever_was_reported() -> None:
    found = judged(USAGE, figures=year(99), market="developing")

    assert (found.status, found.reason, found.needed) == (NOT_KNOWN, Reason.NOT_PUBLISHED, None)


def test_the_last_value_of_a_stock_counts_even_if_other_months_are_missing() -> None:
    assert judged(STOCK, figures=reported("seats", m2017_01=500, m2017_06=119)).status is NOT_MET
    assert judged(STOCK, figures=reported("seats", m2017_01=1, m2017_06=120)).status is MET
    assert judged(STOCK, figures=reported("seats", m2017_06=120, m2018_01=1)).status is MET
    assert judged(STOCK, figures=reported("seats", m2016_12=120)).status is NOT_KNOWN


def test_a_monthly_average_divides_by_twelve() -> None:
    asked = replace(USAGE, at_least=Amounts(Decimal(10), None), monthly_average=Decimal(2))

    assert judged(asked, figures=year(2)).status is MET
    assert judged(asked, figures=year("1.99")).status is NOT_MET
    assert judged(asked, figures=year(2, 11)).status is NOT_KNOWN
    assert judged(asked, figures=reported(m2017_05=24)).status is MET


def test_what_is_needed_is_the_rest_to_the_bound() -> None:
    assert judged(USAGE, figures=year(9)).needed == 12
    assert judged(USAGE, figures=year(11)).needed == 0
    assert judged(USAGE).needed == 120


def test_a_flag_that_nobody_recorded_is_not_known() -> None:
    assert judged(Flag("allowed"), flags={"allowed": True}).status is MET
    assert judged(Flag("allowed"), flags={"allowed": False}).status is NOT_MET
    assert (judged(Flag("allowed")).status, judged(Flag("allowed")).reason) == (NOT_KNOWN, Reason.NOT_RECORDED)


@pytest.mark.parametrize(
    ("parts", "every", "some"),
    [
        ([], MET, NOT_MET),
        ([MET], MET, MET),
        ([MET, NOT_MET], NOT_MET, MET),
        ([MET, NOT_KNOWN], NOT_KNOWN, MET),
        ([NOT_KNOWN, NOT_MET], NOT_MET, NOT_KNOWN),
        ([NOT_KNOWN, NOT_MET, MET], NOT_MET, MET),
    ],
)
def test_three_values_are_joined(parts: list[Status], every: Status, some: Status) -> None:
    assert all_of(parts) is all_of(parts[::-1]) is every
    assert any_of(parts) is any_of(parts[::-1]) is some
