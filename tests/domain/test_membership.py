from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.buying import PlaceOrder, SetMembership, SettleOrder, WithdrawMembership
from domain.changes import NoSuchFactError, apply
from domain.conditions import Status
from domain.facts import Association, CredentialOverride, Facts, LevelOverride, Membership, Order
from domain.membership import Badge, MembershipState, Offer, membership_state
from domain.membership_rules import LateRequirements, MembershipRule
from domain.programme import Programme
from tests.domain.samples import ANNIVERSARY, PURCHASED, TODAY, company, person
from tests.domain.test_membership_years import DAY, ORDERED, ORDERING, rule, with_rules

RULE = replace(rule(), late=LateRequirements(allowed=True, source="P1"))
PROGRAMME = with_rules(RULE)
ADA, BOB = person("ada", "E-1"), person("bob", "E-2")
GOLD = company(ADA, BOB)


def leaves(on: date) -> Facts:
    bob = replace(BOB, associations=(Association(date(2017, 1, 1), on),))
    return company(ADA, bob)


def state(facts: Facts, day: int | date, rules: Programme = PROGRAMME) -> MembershipState:
    on = day if isinstance(day, date) else ANNIVERSARY + timedelta(days=day)
    return membership_state(rules, facts, on)


def offer(found: MembershipState, kind: str, level: str) -> Offer:
    return next(each for each in found.offers if (each.kind, each.level) == (kind, level))


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (-90, "active"),
        (-15, "active"),
        (-1, "active"),
        (0, "active"),
        (1, "grace"),
        (23, "grace"),
        (30, "grace"),
        (31, "lapsed"),
    ],
)
def test_a_membership_is_active_to_its_anniversary_then_in_grace_then_lapsed(day: int, phase: str) -> None:
    assert state(GOLD, day).phase == phase


@pytest.mark.parametrize(("day", "phase"), [(-1, "at_risk"), (0, "at_risk"), (1, "grace")])
def test_it_is_at_risk_where_the_level_will_not_be_met_at_the_anniversary(day: int, phase: str) -> None:
    assert state(leaves(ANNIVERSARY), day).phase == phase


def test_it_is_not_at_risk_where_the_level_falls_only_the_day_after() -> None:
    assert state(leaves(ANNIVERSARY + DAY), 0).phase == "active"


def test_without_membership_it_has_started_until_some_level_is_met() -> None:
    nobody, somebody = company(membership=None), company(ADA, membership=None)

    assert state(nobody, TODAY).phase == "started"
    assert state(somebody, date(2017, 1, 31)).phase == "started"
    assert state(somebody, date(2017, 2, 1)).phase == "qualified"


@pytest.mark.parametrize(("day", "phase"), [(-1, "qualified"), (0, "ordered"), (29, "ordered"), (30, "qualified")])
def test_an_order_is_a_state_of_its_own_until_it_is_void(day: int, phase: str) -> None:
    facts = company(ADA, membership=None, orders=(Order("silver", ORDERED, id="o"),))

    assert state(facts, ORDERED + DAY * day, with_rules(ORDERING)).phase == phase


def test_one_that_lapsed_may_be_ordered_again() -> None:
    facts = replace(GOLD, orders=(Order("gold", ANNIVERSARY + DAY * 40, id="o"),))

    assert [state(facts, day).phase for day in (39, 40)] == ["lapsed", "ordered"]


def test_a_day_before_the_purchase_has_the_membership_of_that_day() -> None:
    first = Membership("silver", date(2016, 4, 1), date(2017, 4, 1), ended_on=PURCHASED)
    facts = replace(GOLD, earlier_memberships=(first,))

    assert state(facts, date(2016, 3, 31)).membership is None
    assert state(facts, date(2017, 4, 30)).membership == first
    assert state(facts, date(2017, 4, 30)).phase == "grace"
    assert state(facts, PURCHASED).membership == GOLD.membership


def test_what_may_be_bought_is_said_with_the_competency_that_carries_it() -> None:
    offers = state(company(ADA, membership=None), TODAY).offers

    assert [(each.kind, each.level, each.status) for each in offers] == [
        ("buy", "silver", Status.MET),
        ("buy", "gold", Status.NOT_MET),
    ]
    assert [carrier.competency for carrier in offers[0].carriers] == ["cloud"]
    assert offers[1].carriers == ()


def test_what_is_not_known_stays_not_known_and_names_the_competency() -> None:
    gold = offer(state(company(ADA, BOB, membership=None, figures={}), TODAY), "buy", "gold")

    assert gold.status is Status.NOT_KNOWN
    assert [(carrier.competency, carrier.status) for carrier in gold.carriers] == [("cloud", Status.NOT_KNOWN)]


def test_what_rests_on_an_override_says_until_when() -> None:
    override = CredentialOverride("ada", "E-1", date(2018, 1, 1), date(2018, 4, 1), "o")
    facts = company(person("ada"), membership=None, overrides=(override,))

    (carrier,) = offer(state(facts, TODAY), "buy", "silver").carriers
    assert carrier.override_until == date(2018, 4, 1)


def test_a_higher_level_may_be_moved_up_to_until_the_anniversary_and_bought_with_the_renewal_after() -> None:
    facts = replace(GOLD, membership=Membership("silver", PURCHASED, ANNIVERSARY))

    assert {(each.kind, each.level) for each in state(facts, 0).offers} == {
        ("renew", "silver"),
        ("renew", "gold"),
        ("upgrade", "gold"),
    }
    assert {each.kind for each in state(facts, 1).offers} == {"renew"}


def test_a_renewal_ahead_says_what_the_facts_alone_say_on_the_first_day_of_the_window() -> None:
    found = state(leaves(ANNIVERSARY + DAY), TODAY)
    later = state(leaves(ANNIVERSARY + DAY * 2), TODAY)

    assert (offer(found, "renew", "gold").status, offer(found, "renew", "gold").ahead) == (Status.MET, Status.NOT_MET)
    assert offer(later, "renew", "gold").ahead is Status.MET
    assert offer(state(leaves(date(2030, 1, 1)), 1), "renew", "gold").ahead is None


def late(allowed: bool | None) -> MembershipRule:  # noqa: FBT001 - the three cases
    return replace(rule(), late=None if allowed is None else LateRequirements(allowed, "P1"))


@pytest.mark.parametrize(("allowed", "status"), [(True, Status.MET), (False, Status.NOT_MET), (None, Status.NOT_KNOWN)])
def test_whether_requirements_may_be_met_inside_the_window_is_for_the_rule_to_say(
    allowed: bool | None,  # noqa: FBT001 - the three cases
    status: Status,
) -> None:
    joins = replace(BOB, associations=(Association(ANNIVERSARY + DAY * 10),))
    facts, rules = company(ADA, joins), with_rules(late(allowed))

    assert offer(state(facts, 9, rules), "renew", "gold").status is Status.NOT_MET
    assert offer(state(facts, 10, rules), "renew", "gold").status is status


def test_met_at_the_anniversary_and_on_the_day_is_met_whatever_the_rule_says_of_late_ones() -> None:
    found = [offer(state(GOLD, 5, with_rules(late(allowed))), "renew", "gold").status for allowed in (False, None)]

    assert found == [Status.MET, Status.MET]


def test_silver_displays_silver_and_gold_displays_both() -> None:
    silver = replace(GOLD, membership=Membership("silver", PURCHASED, ANNIVERSARY))
    until = ANNIVERSARY + DAY * 30

    assert state(silver, TODAY).badges == (Badge("cloud", "silver", until, Status.MET),)
    assert [badge.level for badge in state(GOLD, TODAY).badges] == ["silver", "gold"]


@pytest.mark.parametrize(("day", "since"), [(date(2018, 1, 9), None), (date(2018, 1, 10), date(2018, 1, 10))])
def test_a_badge_stays_though_the_facts_have_fallen_and_says_since_when(day: date, since: date | None) -> None:
    badge = state(leaves(date(2018, 1, 10)), day).badges[1]

    assert (badge.level, badge.until, badge.unmet_since) == ("gold", ANNIVERSARY + DAY * 30, since)
    assert badge.alone is (Status.MET if since is None else Status.NOT_MET)


def test_a_badge_by_an_override_says_what_the_facts_alone_say() -> None:
    override = LevelOverride("cloud", "gold", date(2018, 1, 1), date(2018, 4, 1), "o")
    badge = state(replace(leaves(date(2018, 1, 10)), overrides=(override,)), TODAY).badges[1]

    assert (badge.alone, badge.unmet_since) == (Status.NOT_MET, date(2018, 1, 10))


def test_nothing_is_displayed_once_it_has_lapsed() -> None:
    assert state(GOLD, 30).badges
    assert state(GOLD, 31).badges == ()


@pytest.mark.parametrize(("ends", "named"), [(1, False), (2, True), (30, True), (31, False)])
def test_an_override_that_ends_inside_the_window_is_named(ends: int, named: bool) -> None:  # noqa: FBT001 - what is expected
    override = LevelOverride("cloud", "gold", date(2018, 3, 1), ANNIVERSARY + DAY * ends, "o")

    assert bool(state(replace(GOLD, overrides=(override,)), TODAY).endings) is named


def test_after_the_programmes_last_renewal_nothing_is_offered() -> None:
    ending = with_rules(RULE, last_renewal=ANNIVERSARY + DAY * 10)

    assert state(GOLD, 10, ending).offers
    assert state(GOLD, 10, ending).phase == "grace"
    found = state(GOLD, 11, ending)
    assert (found.phase, found.ended, found.offers) == ("lapsed", True, ())


def test_a_programme_without_rules_keeps_a_membership_to_its_anniversary() -> None:
    bare = with_rules()

    assert [state(GOLD, day, bare).phase for day in (0, 1)] == ["active", "lapsed"]
    found = state(GOLD, 0, bare)
    assert found.next_year is not None
    assert found.next_year.anniversary is None


def test_the_next_year_is_that_of_the_first_day_on_which_it_may_be_renewed() -> None:
    after = with_rules(rule(after="renewal"))
    found = [state(GOLD, day, after).next_year for day in (-100, 1, 20, 30)]

    assert [year.anniversary if year else None for year in found] == [
        date(2019, 5, 2),
        date(2019, 5, 2),
        date(2019, 5, 21),
        date(2019, 5, 31),
    ]
    assert state(GOLD, 31, after).next_year is None


def test_a_new_membership_ends_the_one_before_and_withdrawing_it_brings_that_back() -> None:
    renewed = Membership("gold", ANNIVERSARY, date(2019, 5, 1), "renewed")
    after = apply(GOLD, SetMembership(renewed))

    assert after.membership == renewed
    assert after.earlier_memberships == (Membership("gold", PURCHASED, ANNIVERSARY, ended_on=ANNIVERSARY),)
    assert apply(after, WithdrawMembership("mistyped")) == GOLD


def test_a_membership_that_began_no_earlier_was_never_in_force() -> None:
    after = apply(GOLD, SetMembership(Membership("gold", PURCHASED, date(2018, 6, 1))))

    assert after.earlier_memberships == ()


def test_an_order_is_paid_or_cancelled_and_stays_on_record() -> None:
    ordered = apply(GOLD, PlaceOrder(Order("gold", ORDERED, id="o")))

    assert apply(ordered, SettleOrder("o", TODAY)).orders == (Order("gold", ORDERED, TODAY, id="o"),)
    assert apply(ordered, SettleOrder("o", TODAY, paid=False)).orders == (
        Order("gold", ORDERED, cancelled_on=TODAY, id="o"),
    )


@pytest.mark.parametrize("change", [WithdrawMembership(), SettleOrder("o", TODAY)])
def test_what_is_not_there_can_neither_be_withdrawn_nor_settled(change: WithdrawMembership | SettleOrder) -> None:
    with pytest.raises(NoSuchFactError):
        apply(company(membership=None), change)


PHASES = ("started", "qualified", "ordered", "active", "at_risk", "grace", "lapsed")


@given(
    left=st.dates(date(2017, 6, 1), date(2018, 7, 1)),
    ordered=st.dates(date(2017, 1, 1), date(2018, 7, 1)),
    day=st.integers(-500, 100),
)
@settings(max_examples=60, deadline=None)
def test_on_each_day_it_is_in_one_place_and_after_the_anniversary_it_only_moves_on(
    left: date, ordered: date, day: int
) -> None:
    facts = replace(leaves(left), orders=(Order("gold", ordered, id="o"),))
    then, next_day = state(facts, day), state(facts, day + 1)

    assert {then.phase, next_day.phase} <= {*PHASES}
    assert bool(then.badges) <= (then.phase in {"active", "at_risk", "grace"})
    if day > 0:
        order = ("grace", "lapsed", "ordered")
        assert order.index(next_day.phase) >= order.index(then.phase)
