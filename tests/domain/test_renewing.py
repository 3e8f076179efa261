from dataclasses import replace
from datetime import date, timedelta
from textwrap import dedent, indent
from typing import Literal

import pytest

from domain.conditions import Status
from domain.facts import Achievement, Facts, Membership, Person
from domain.membership_rules import MembershipRule, RenewalWindow, Term
from domain.programme import Programme
from domain.reading import MistakesError
from domain.renewing import member_since, rule_days, version_for
from domain.risk import risks
from domain.standing import standing
from domain.timeline import lapses, next_change
from tests.domain.shapes import competency, firm, programme

COMES, FOR_RENEWALS = date(2018, 4, 1), date(2018, 8, 1)
OLDER = Membership("gold", date(2017, 9, 1), date(2018, 9, 1))
DATED = competency("oak", "people: {count: 1, each: A}") + indent(
    dedent("""\
    - from: 2018-04-01
      renewals_from: 2018-08-01
      source: S
      checked_on: 2018-01-01
      options:
        - {id: way-0, name: {en: Way, de: Weg}, levels: {silver: null, gold: {people: {count: 1, each: B}}}}
    """),
    "  ",
)
RULES = programme(DATED)
OAK = RULES.competencies["oak"]
TERM = Term(12, "months", "purchase", "S")


def holding(membership: Membership | None, *people: str) -> Facts:
    return firm(*people, membership=membership)


def bought(day: str, anniversary: str) -> Membership:
    return Membership("gold", date.fromisoformat(day), date.fromisoformat(anniversary))


def windowed(closes: int) -> Programme:
    """The programme with a window that closes so many days after the anniversary."""
    rule = MembershipRule(date(2017, 1, 1), "S", date(2018, 1, 1), TERM, RenewalWindow(1, closes, "S"))
    return replace(RULES, membership=(rule,))


@pytest.mark.parametrize(
    ("membership", "on", "begun"),
    [
        (None, "2018-03-31", False),
        (None, "2018-04-01", True),
        (None, "2018-04-02", True),
        (OLDER, "2018-03-31", False),
        (OLDER, "2018-04-01", False),
        (OLDER, "2018-07-31", False),
        (OLDER, "2018-08-01", True),
        (OLDER, "2018-08-02", True),
        (bought("2018-03-31", "2019-03-31"), "2018-07-31", False),
        (bought("2018-04-01", "2019-04-01"), "2018-04-01", True),
        (bought("2018-04-02", "2019-04-02"), "2018-07-31", True),
    ],
)
def test_who_was_a_member_when_a_version_came_is_judged_by_it_from_the_date_for_renewals(
    membership: Membership | None, on: str, *, begun: bool
) -> None:
    day, facts = date.fromisoformat(on), holding(membership, "B")
    found = standing(RULES, facts, day).level("oak", "gold")

    assert found is not None
    assert found.status is (Status.MET if begun else Status.NOT_MET)
    assert version_for(RULES, OAK, facts, day) is OAK.versions[begun]


@pytest.mark.parametrize(
    ("anniversary", "on", "renews"),
    [
        ("2018-06-01", "2018-06-01", True),
        ("2018-06-01", "2018-06-02", False),
        ("2018-06-01", "2018-05-31", True),
        ("2018-06-01", "2017-08-31", False),
    ],
)
def test_a_membership_is_in_force_from_its_purchase_to_its_anniversary(
    anniversary: str, on: str, *, renews: bool
) -> None:
    membership = bought("2017-09-01", anniversary)

    assert (member_since(RULES, holding(membership), date.fromisoformat(on)) is not None) == renews


@pytest.mark.parametrize(("on", "renews"), [("2018-06-30", True), ("2018-07-01", True), ("2018-07-02", False)])
def test_and_as_long_as_it_may_be_renewed(on: str, *, renews: bool) -> None:
    membership = bought("2017-09-01", "2018-06-01")

    assert (member_since(windowed(30), holding(membership), date.fromisoformat(on)) is not None) == renews


@pytest.mark.parametrize(
    ("on", "waits"), [("2018-03-31", False), ("2018-04-01", True), ("2018-07-31", True), ("2018-08-01", False)]
)
def test_the_version_that_new_partners_have_already_is_named_to_those_who_wait_for_it(on: str, *, waits: bool) -> None:
    found = standing(RULES, holding(OLDER), date.fromisoformat(on)).competencies["oak"]

    assert found.awaited is (OAK.versions[1] if waits else None)
    assert found.renews == (on == "2018-08-01")


@pytest.mark.parametrize(
    ("membership", "days"),
    [
        (None, ["2017-07-18", "2018-04-01"]),
        (OLDER, ["2017-07-18", "2018-08-01"]),
        (bought("2017-09-01", "2018-06-01"), ["2017-07-18", "2018-06-02"]),
        (bought("2018-05-01", "2019-05-01"), ["2017-07-18", "2018-04-01"]),
    ],
)
def test_the_rules_change_on_the_day_that_holds_for_the_company(membership: Membership | None, days: list[str]) -> None:
    facts = holding(membership, "A")
    found = [day.isoformat() for day in rule_days(RULES, OAK, facts)]

    assert found == days
    assert [lapse.on.isoformat() for lapse in lapses(RULES, facts, OAK, date.min, date.max)] == days
    assert str(next_change(RULES, facts, date.fromisoformat(days[1]) - timedelta(1))) == days[1]


@pytest.mark.parametrize(
    ("anniversary", "at_risk"), [("2018-07-31", False), ("2018-08-01", True), ("2018-08-02", True)]
)
def test_the_outlook_at_the_anniversary_goes_by_the_rules_for_those_who_renew(
    anniversary: str, *, at_risk: bool
) -> None:
    facts = replace(holding(bought("2017-09-01", anniversary)), people=(Person("p", (_earned("A"),)),))

    found = [risk for risk in risks(RULES, facts, date(2018, 5, 1)) if risk.subject == "oak/gold"]
    assert bool(found) == at_risk
    if at_risk:
        assert found[0].short_from == FOR_RENEWALS


def _earned(credential: str) -> Achievement:
    return Achievement(credential, date(2017, 1, 1))


def test_both_dates_are_days_on_which_rules_change() -> None:
    assert RULES.rule_dates == (date(2017, 7, 18), COMES, FOR_RENEWALS)


@pytest.mark.parametrize("day", ["2018-03-31", "2018-04-01"])
def test_a_date_for_renewals_that_is_not_the_later_one_is_refused(day: str) -> None:
    with pytest.raises(MistakesError) as refused:
        programme(DATED.replace("renewals_from: 2018-08-01", f"renewals_from: {day}"))

    assert [(mistake.field, mistake.cure) for mistake in refused.value.mistakes] == [
        ("versions[1].renewals_from", "Write a day after 2018-04-01, or leave it out.")
    ]
    assert refused.value.mistakes[0].place.line == 16


@pytest.mark.parametrize(("how", "on", "begun"), [("renewed", "2018-07-31", False), ("bought", "2018-07-31", True)])
def test_who_renewed_while_a_version_was_there_for_new_partners_alone_was_a_member_before_it(
    how: Literal["renewed", "bought"], on: str, *, begun: bool
) -> None:
    turn = date(2018, 6, 1)
    before, now = bought("2017-06-01", "2018-06-01"), bought("2018-06-01", "2019-06-01")
    facts = replace(holding(replace(now, how=how)), earlier_memberships=(replace(before, ended_on=turn),))

    assert version_for(RULES, OAK, facts, date.fromisoformat(on)) is OAK.versions[begun]
    assert member_since(RULES, facts, turn) == (date(2017, 6, 1) if how == "renewed" else turn)
