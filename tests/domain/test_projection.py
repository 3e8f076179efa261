from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.conditions import Status
from domain.dates import Month
from domain.facts import Facts
from domain.projection import projects, with_projection
from domain.risk import LevelOutlook, by_subject, outlooks, risks
from domain.standing import standing
from tests.domain.samples import ANNIVERSARY, company, figures, person, programme

PROGRAMME = programme()
STOCKS = replace(PROGRAMME, metrics={"usage": replace(PROGRAMME.metrics["usage"], kind="stock")})
LATE = ANNIVERSARY - timedelta(days=90)
ADA, BOB = person("ada", "E-1"), person("bob", "E-2")


def usage(*values: int, last: str = "2018-01") -> dict[str, dict[Month, Decimal]]:
    """These values in the last months up to one."""
    first = Month.parse(last).plus(1 - len(values))
    return {"usage": {first.plus(n): Decimal(value) for n, value in enumerate(values)}}


def expected(facts: Facts, on: date = LATE, until: date = ANNIVERSARY, kind: str = "flow") -> dict[str, Decimal]:
    found = with_projection(PROGRAMME if kind == "flow" else STOCKS, facts, on, until).figures["usage"]
    return {str(month): value for month, value in found.items() if month not in facts.figures["usage"]}


@pytest.mark.parametrize("before", [90, 89, 1, 0])
def test_a_warning_may_rest_on_a_projection_in_the_last_ninety_days_before_the_anniversary(before: int) -> None:
    assert projects(ANNIVERSARY - timedelta(days=before), ANNIVERSARY)


@pytest.mark.parametrize("before", [365, 91, -1])
def test_before_them_and_after_the_anniversary_it_may_not(before: int) -> None:
    assert not projects(ANNIVERSARY - timedelta(days=before), ANNIVERSARY)


def test_a_flow_goes_on_as_the_mean_of_its_last_three_reported_months() -> None:
    facts = company(figures=usage(900, 10, 20, 31))

    assert expected(facts) == dict.fromkeys(("2018-02", "2018-03", "2018-04"), Decimal("20.33"))


def test_a_stock_stays_at_its_last_value() -> None:
    facts = company(figures=usage(10, 20, 31))

    assert expected(facts, kind="stock") == dict.fromkeys(("2018-02", "2018-03", "2018-04"), Decimal(31))


def test_a_month_that_was_reported_stays_and_one_that_is_over_and_was_not_stays_unknown() -> None:
    facts = company(figures=usage(10, 20, 30, last="2017-12"))
    partly = replace(facts, figures={"usage": {**facts.figures["usage"], Month(2018, 2): Decimal(5)}})

    assert set(expected(facts, date(2018, 2, 1))) == {"2018-02", "2018-03", "2018-04"}
    assert set(expected(partly, date(2018, 2, 1))) == {"2018-03", "2018-04"}


@pytest.mark.parametrize(
    ("on", "until", "months"),
    [
        (date(2018, 2, 28), date(2018, 3, 1), {"2018-02"}),
        (date(2018, 2, 28), date(2018, 2, 28), set()),
        (date(2018, 3, 1), date(2018, 3, 31), set()),
        (date(2018, 2, 28), date(2018, 4, 1), {"2018-02", "2018-03"}),
    ],
)
def test_it_fills_the_month_of_the_day_and_those_after_it_that_are_over_by_the_end(
    on: date, until: date, months: set[str]
) -> None:
    facts = company(figures=usage(10, 20, 30))

    assert set(expected(facts, on, until)) == months


def test_of_a_figure_never_reported_nothing_is_projected() -> None:
    assert with_projection(PROGRAMME, company(figures={"usage": {}}), LATE, ANNIVERSARY).figures == {"usage": {}}


def met_until_spring(last: int) -> Facts:
    """Gold is met while the strong months of last year are in the window; the last three are of so much."""
    strong = {Month(2017, 1).plus(n): Decimal(20) for n in range(4)}
    weak = {Month(2017, 5).plus(n): Decimal(5) for n in range(6)}
    recent = {Month(2017, 11).plus(n): Decimal(last) for n in range(3)}
    return company(ADA, BOB, figures={"usage": strong | weak | recent})


@pytest.mark.parametrize(
    ("before", "status"), [(91, Status.NOT_KNOWN), (90, Status.NOT_MET), (89, Status.NOT_MET), (0, Status.NOT_KNOWN)]
)
def test_a_risk_opens_by_projection_in_the_last_ninety_days_and_says_so(before: int, status: Status) -> None:
    found = by_subject(outlooks(PROGRAMME, met_until_spring(5), ANNIVERSARY - timedelta(days=before)))
    gold, membership = found["cloud/gold"], found["membership/gold"]

    assert (gold.status, gold.projected) == (status, status is Status.NOT_MET)
    assert (membership.status, membership.projected) == (status, status is Status.NOT_MET)
    assert not found["cloud/silver"].projected


def test_the_outlook_by_projection_shows_what_would_be_missing_from_when_and_why() -> None:
    facts = met_until_spring(5)
    gold = by_subject(outlooks(PROGRAMME, facts, LATE))["cloud/gold"]

    assert isinstance(gold, LevelOutlook)
    assert (gold.status, gold.projected, gold.short_from) == (Status.NOT_MET, True, date(2018, 3, 1))
    assert [cause.kind for cause in gold.causes] == ["figures"]
    assert gold.then is not None
    [figure] = gold.then.nearest.nearest.conditions
    assert (figure.value, figure.needed) == (Decimal("60.00"), Decimal("40.00"))


def test_a_projection_that_suffices_mends_nothing() -> None:
    gold = by_subject(outlooks(PROGRAMME, met_until_spring(200), LATE))["cloud/gold"]
    enough = by_subject(outlooks(PROGRAMME, met_until_spring(19), LATE))["cloud/gold"]

    assert (gold.status, gold.projected) == (Status.MET, False)
    assert (enough.status, enough.projected) == (Status.NOT_KNOWN, False)


def test_a_standing_never_rests_on_a_projection() -> None:
    found = standing(PROGRAMME, met_until_spring(5), ANNIVERSARY).level("cloud", "gold")

    assert found is not None
    assert found.status is Status.NOT_KNOWN


def test_what_is_short_on_the_facts_is_no_projection() -> None:
    facts = company(ADA, figures=figures(months=12))
    found = risks(PROGRAMME, replace(facts, people=(ADA,)), LATE)

    assert all(not risk.projected for risk in found)
