from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.changes import Unlink, apply
from domain.conditions import Status
from domain.facts import Achievement, Association, CredentialOverride, Facts, LevelOverride, Membership, Person
from domain.requirements import All, Flag
from domain.risk import LevelOutlook, MembershipOutlook, Outlook, by_subject, outlooks, risks
from domain.timeline import Lapse
from tests.domain.samples import (
    ANNIVERSARY,
    FIRST_RULES,
    NEXT_RULES,
    PURCHASED,
    TODAY,
    company,
    competency,
    figures,
    people,
    person,
    programme,
    rules,
    subjects,
    usage,
)

PROGRAMME = programme()
ADA, BOB = person("ada", "E-1"), person("bob", "E-2")


def until(day: date) -> tuple[Association, ...]:
    return (Association(date(2017, 1, 1), day),)


def found(facts: Facts, on: date = TODAY) -> Mapping[str, Outlook]:
    return by_subject(outlooks(PROGRAMME, facts, on))


def level(facts: Facts, subject: str = "cloud/gold", on: date = TODAY) -> LevelOutlook:
    outlook = found(facts, on)[subject]
    assert isinstance(outlook, LevelOutlook)
    return outlook


def confirmed(who: Person) -> Person:
    """The same person, as a vendor's export shows them."""
    return replace(who, achievements=tuple(replace(a, state="confirmed") for a in who.achievements))


def test_nothing_is_at_risk_without_a_membership() -> None:
    assert outlooks(PROGRAMME, company(membership=None), TODAY) == ()


def test_levels_that_stay_met_are_no_risk() -> None:
    facts = company(ADA, BOB)

    assert subjects(outlooks(PROGRAMME, facts, TODAY)) == ["membership/gold", "cloud/silver", "cloud/gold"]
    assert risks(PROGRAMME, facts, TODAY) == ()


@pytest.mark.parametrize(("leaves", "status"), [(ANNIVERSARY, Status.NOT_MET), (date(2018, 5, 2), Status.MET)])
def test_somebody_who_leaves_on_the_anniversary_is_missed_and_on_the_day_after_is_not(
    leaves: date, status: Status
) -> None:
    facts = company(ADA, person("bob", "E-2", associations=until(leaves)))

    assert level(facts).status is status


def test_a_risk_says_from_when_and_why_and_puts_the_membership_at_risk_from_then() -> None:
    facts = company(ADA, person("bob", "E-2", associations=until(date(2018, 3, 10))))

    assert level(facts).short_from == date(2018, 3, 10)
    assert level(facts).causes == (Lapse(date(2018, 3, 10), "left", "bob"),)
    expected = MembershipOutlook("gold", ANNIVERSARY, ANNIVERSARY, Status.NOT_MET, date(2018, 3, 10))
    assert found(facts)["membership/gold"] == expected
    assert level(facts, "cloud/silver").status is Status.MET


def test_a_level_lost_earlier_in_the_year_is_still_held_and_at_risk() -> None:
    facts = company(ADA, person("bob", "E-2", associations=until(date(2017, 9, 1))), figures=figures("2016-01", 28))

    assert level(facts).short_from == date(2017, 9, 1)


@pytest.mark.parametrize(("left", "held"), [(PURCHASED, False), (PURCHASED + timedelta(days=1), True)])
def test_a_level_is_held_if_it_was_met_on_the_day_of_the_purchase(left: date, *, held: bool) -> None:
    facts = company(person("bob", "E-2", associations=until(left)))

    assert ("cloud/silver" in found(facts)) is held


def test_a_level_that_was_met_only_through_what_was_withdrawn_is_not_held() -> None:
    cyd = person("cyd", "E-1", associations=until(date(2017, 9, 1)))
    three = company(ADA, BOB, cyd, figures=figures("2016-01", 28))
    withdrawn = Unlink("bob", "bob:E-2")

    assert "cloud/gold" not in found(apply(company(ADA, BOB), withdrawn))
    assert level(apply(three, withdrawn)).short_from == date(2017, 9, 1)


def test_several_people_who_leave_one_after_the_other_put_it_at_risk_from_the_first() -> None:
    gone = [person(name, "E-1", associations=until(date(2018, month, 2))) for name, month in (("bob", 3), ("ada", 2))]

    outlook = level(company(*gone))

    assert outlook.short_from == date(2018, 2, 2)
    assert [cause.person for cause in outlook.causes] == ["ada"]


def test_a_spare_who_leaves_on_the_same_day_is_not_the_cause() -> None:
    gone = date(2018, 3, 10)
    facts = company(ADA, person("bob", "E-2", associations=until(gone)), person("cyd", "E-3", associations=until(gone)))

    assert [cause.person for cause in level(facts).causes] == ["bob"]


def test_a_month_that_leaves_the_year_on_the_same_day_is_not_the_cause() -> None:
    facts = company(ADA, person("bob", "E-2", associations=until(date(2018, 3, 1))))

    assert [cause.kind for cause in level(facts).causes] == ["left"]


def test_an_exam_that_is_no_longer_accepted_is_the_cause() -> None:
    outlook = level(company(ADA, person("bob", "E-OLD")))

    assert outlook.short_from == date(2018, 3, 1)
    assert outlook.causes == (Lapse(date(2018, 3, 1), "no_longer_accepted", credential="E-OLD"),)


def test_figures_that_are_all_reported_and_too_low_are_the_cause() -> None:
    low = {**figures("2017-01", 12, 10)["usage"], **figures("2018-01", 4, 1)["usage"]}

    outlook = level(company(ADA, BOB, figures={"usage": low}))

    assert (outlook.short_from, {cause.kind for cause in outlook.causes}) == (date(2018, 4, 1), {"figures"})


def test_figures_of_months_to_come_are_not_known_and_no_risk() -> None:
    facts = company(ADA, BOB, figures=figures("2017-01", 12))

    assert level(facts).status is Status.NOT_KNOWN
    assert found(facts)["membership/gold"].status is Status.NOT_KNOWN
    assert risks(PROGRAMME, facts, TODAY) == ()


def test_an_expired_achievement_is_the_cause() -> None:
    short = Achievement("E-2", date(2017, 2, 1), expires=date(2018, 4, 1), id="a")

    outlook = level(company(ADA, person("bob", achievements=(short,))))

    assert outlook.causes == (Lapse(date(2018, 4, 1), "expired", "bob", "E-2"),)


AN_EXAM, A_LEVEL = (
    CredentialOverride("bob", "E-2", date(2018, 1, 1), date(2018, 3, 10), "o1"),
    LevelOverride("cloud", "gold", date(2018, 1, 1), date(2018, 3, 10), "o1"),
)


@pytest.mark.parametrize("override", [AN_EXAM, A_LEVEL])
@pytest.mark.parametrize("until_", [ANNIVERSARY, date(2018, 8, 1)])
def test_an_override_covers_a_risk_until_it_ends_and_does_not_mend_it(
    override: LevelOverride | CredentialOverride, until_: date
) -> None:
    covering = replace(override, until=until_)

    outlook = level(company(ADA, person("bob"), overrides=(covering,)))

    assert (outlook.status, outlook.short_from, outlook.covered_until) == (Status.NOT_MET, until_, until_)
    assert [cause.override for cause in outlook.causes] == ["o1"]
    assert found(company(ADA, person("bob"), overrides=(covering,)))["membership/gold"].status is Status.NOT_MET
    assert level(company(ADA, confirmed(BOB), overrides=(covering,))).status is Status.MET


def test_a_risk_is_covered_only_while_the_override_still_carries_the_level() -> None:
    gone = company(ADA, person("bob", "E-2", associations=until(date(2018, 2, 1))), overrides=(A_LEVEL,))

    assert level(gone).covered_until == date(2018, 3, 10)
    assert level(gone, on=date(2018, 3, 10)).covered_until is None
    assert level(replace(gone, overrides=())).covered_until is None


def test_a_level_is_short_from_the_day_on_which_it_is_not_met_and_not_from_one_on_which_it_is_not_known() -> None:
    facts = company(ADA, person("bob", "E-2", associations=until(date(2018, 3, 10))), figures=figures("2017-01", 12))

    assert level(facts).short_from == date(2018, 3, 10)
    assert [cause.kind for cause in level(facts).causes] == ["left"]


def test_the_end_of_an_override_of_a_persons_exam_is_a_cause() -> None:
    override = CredentialOverride("bob", "E-2", date(2018, 1, 1), date(2018, 3, 10), "o1")

    outlook = level(company(ADA, person("bob"), overrides=(override,)))

    assert outlook.causes == (Lapse(date(2018, 3, 10), "override_ended", "bob", "E-2", "o1"),)


def test_rules_that_change_before_the_anniversary_are_a_cause() -> None:
    stricter = competency("cloud", "Cloud", rules(FIRST_RULES, gold=people(1)), rules(NEXT_RULES, gold=people(2)))
    catalogue = programme(cloud=stricter)

    outlook = by_subject(outlooks(catalogue, company(ADA), TODAY))["cloud/gold"]

    assert isinstance(outlook, LevelOutlook)
    assert (outlook.short_from, [cause.kind for cause in outlook.causes]) == (NEXT_RULES, ["rules_changed"])


def test_a_level_that_the_rules_at_the_anniversary_do_not_define_is_not_known() -> None:
    dropped = competency(
        "cloud", "Cloud", rules(FIRST_RULES, silver=people(1), gold=people(1)), rules(NEXT_RULES, gold=people(1))
    )

    outlook = by_subject(outlooks(programme(cloud=dropped), company(ADA), TODAY))["cloud/silver"]

    assert outlook.status is Status.NOT_KNOWN


def test_past_the_anniversary_the_day_itself_is_judged_and_the_anniversary_stays_what_it_is() -> None:
    day = date(2018, 6, 1)
    facts = company(ADA, person("bob", "E-2", associations=until(date(2018, 5, 20))), figures=figures(months=24))

    assert (level(facts, on=day).day, level(facts, on=day).anniversary) == (day, ANNIVERSARY)
    assert level(facts, on=day).short_from == date(2018, 5, 20)


def test_another_competency_that_keeps_the_level_keeps_the_membership() -> None:
    twins = [person(name, "E-3") for name in ("cyd", "dan")]
    facts = company(ADA, person("bob", "E-2", associations=until(date(2018, 3, 10))), *twins)

    assert subjects(risks(PROGRAMME, facts, TODAY)) == ["cloud/gold"]


def unknown_company(*everybody: Person) -> Facts:
    return company(*everybody, figures={}, membership=Membership("silver", PURCHASED, ANNIVERSARY))


def test_a_competency_of_which_nothing_is_recorded_does_not_hide_the_memberships_risk() -> None:
    cloud = PROGRAMME.competencies["cloud"]
    numbers = competency("numbers", "Numbers", rules(FIRST_RULES, silver=usage(10)))
    facts = unknown_company(person("ada", "E-1", associations=until(date(2018, 2, 1))))

    found = risks(programme(cloud=cloud, numbers=numbers), facts, TODAY)

    assert subjects(found) == ["membership/silver", "cloud/silver"]


def test_a_competency_with_its_people_but_no_figures_leaves_the_membership_not_known() -> None:
    mixed = competency("mixed", "Mixed", rules(FIRST_RULES, silver=All((people(1), usage(10)))))

    found = by_subject(outlooks(programme(mixed=mixed), unknown_company(ADA), TODAY))

    assert found["membership/silver"].status is Status.NOT_KNOWN


@pytest.mark.parametrize(("ended", "held"), [(PURCHASED, False), (PURCHASED + timedelta(days=1), True)])
def test_a_level_that_only_an_override_carried_is_held_if_it_did_in_this_year(ended: date, *, held: bool) -> None:
    override = LevelOverride("cloud", "gold", date(2017, 2, 1), ended, "o1")

    assert ("cloud/gold" in found(company(figures={}, overrides=(override,)))) is held


@pytest.mark.parametrize("granted", [True, False])
def test_a_level_that_asks_for_a_status_was_held_where_it_was_granted(*, granted: bool) -> None:
    asks = competency("cloud", "Cloud", rules(FIRST_RULES, gold=All((people(1), Flag("authorised")))))
    gone = person("ada", "E-1", associations=until(date(2017, 9, 1)))
    facts = company(gone, flags={"authorised": granted})

    assert ("cloud/gold" in by_subject(outlooks(programme(cloud=asks), facts, TODAY))) is granted


def test_somebody_whose_exam_was_granted_for_a_time_fills_a_level_of_that_time() -> None:
    override = CredentialOverride("ada", "E-1", date(2017, 6, 1), date(2017, 9, 1), "o1")

    outlook = level(company(person("ada"), overrides=(override,)), "cloud/silver")

    assert (outlook.short_from, [cause.override for cause in outlook.causes]) == (date(2017, 9, 1), ["o1"])


@pytest.mark.parametrize("months", [20, 12])
def test_an_override_beside_which_the_facts_say_the_same_carries_nothing(months: int) -> None:
    leaves = person("bob", "E-2", associations=until(date(2018, 4, 20)))
    spare = CredentialOverride("ada", "E-1", TODAY, date(2018, 6, 1), "o1")

    gold = level(company(confirmed(ADA), leaves, overrides=(spare,), figures=figures(months=months)))

    assert (gold.status, gold.short_from, gold.covered_until) == (Status.NOT_MET, date(2018, 4, 20), None)
