from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.buying import SetMembership
from domain.changes import (
    AddPerson,
    AlreadyOnRecordError,
    Change,
    ClaimProfile,
    EndAchievement,
    EndOverride,
    GrantOverride,
    Link,
    NoSuchFactError,
    ProfileTakenError,
    ReportFigure,
    SetFlag,
    SetMarket,
    Unlink,
    apply,
)
from domain.dates import Month
from domain.departures import Depart, Return
from domain.facts import Achievement, Association, Facts, LevelOverride, Membership, Person
from tests.domain.samples import ANNIVERSARY, TODAY, company, person

TOMORROW = date(2018, 1, 16)
EVE = date(2018, 1, 14)
EMPTY = Facts("developed")
ADA = person("ada", "E-1")


def only(facts: Facts) -> Person:
    assert len(facts.people) == 1
    return facts.people[0]


def test_somebody_new_counts_from_the_day_of_their_association() -> None:
    added = only(apply(EMPTY, AddPerson("ada", "Ada", Association(TODAY))))

    assert (added.id, added.name) == ("ada", "Ada")
    assert not added.associated_on(EVE)
    assert added.associated_on(TODAY)


def test_nobody_is_added_twice() -> None:
    with pytest.raises(AlreadyOnRecordError):
        apply(company(ADA), AddPerson("ada", "Ada", Association(TODAY)))


def test_a_profile_is_claimed_once_and_a_colleagues_is_refused() -> None:
    facts = apply(company(ADA, person("bob")), ClaimProfile("ada", "123"))

    assert facts.people[0].profile == "123"
    assert apply(facts, ClaimProfile("ada", "123")) == facts
    with pytest.raises(ProfileTakenError):
        apply(facts, ClaimProfile("bob", "123"))


def test_a_link_counts_from_the_day_it_was_earned() -> None:
    linked = only(apply(company(ADA), Link("ada", Achievement("E-2", TODAY, id="a2")))).achievements[-1]

    assert not linked.counts_on(EVE)
    assert linked.counts_on(TODAY)


def test_an_ended_achievement_was_true_until_then_and_a_withdrawn_one_never() -> None:
    ended = only(apply(company(ADA), EndAchievement("ada", "ada:E-1", TODAY))).achievements[0]

    assert ended.counts_on(EVE)
    assert not ended.counts_on(TODAY)
    assert only(apply(company(ADA), Unlink("ada", "ada:E-1"))).achievements == ()


def test_somebody_who_leaves_counts_until_the_day_before() -> None:
    gone = only(apply(company(ADA), Depart("ada", TODAY)))

    assert gone.associated_on(EVE)
    assert not gone.associated_on(TODAY)
    assert gone.associations is not None
    assert gone.associations[0].provisional


def test_somebody_associated_for_good_can_leave_and_return() -> None:
    ever = replace(ADA, associations=None)

    gone = apply(company(ever), Depart("ada", TODAY))

    assert [only(gone).associated_on(day) for day in (date(1999, 1, 1), EVE, TODAY)] == [True, True, False]
    assert only(apply(gone, Return("ada"))).associated_on(TODAY)
    assert apply(company(ever), Return("ada")) == company(ever)


def test_a_return_undoes_a_provisional_departure_only() -> None:
    provisional = apply(company(ADA), Depart("ada", TODAY))
    final = apply(company(ADA), Depart("ada", TODAY, provisional=False))

    assert apply(provisional, Return("ada")) == company(ADA)
    assert apply(final, Return("ada")) == final


def test_leaving_twice_changes_nothing() -> None:
    gone = apply(company(ADA), Depart("ada", TODAY))

    assert apply(gone, Depart("ada", TOMORROW)) == gone


@pytest.mark.parametrize("on", [EVE, TODAY, TOMORROW])
def test_a_final_word_settles_a_provisional_departure_on_any_day(on: date) -> None:
    gone = apply(company(ADA), Depart("ada", TODAY))

    settled = only(apply(gone, Depart("ada", on, provisional=False)))

    assert settled.associations == (Association(date(2017, 1, 1), on, provisional=False, id="ada:a"),)


def test_an_association_that_ended_before_is_left_as_it_was() -> None:
    earlier = Association(date(2015, 1, 1), date(2016, 1, 1))
    both = replace(ADA, associations=(earlier, Association(date(2017, 1, 1))))

    gone = only(apply(company(both), Depart("ada", TODAY)))

    assert gone.associations == (earlier, Association(date(2017, 1, 1), TODAY, provisional=True))


def test_an_override_ends_on_the_day_it_is_ended_and_never_later_than_it_was_granted_for() -> None:
    override = LevelOverride("cloud", "gold", date(2017, 12, 1), date(2018, 3, 1), "o1")
    facts = apply(EMPTY, GrantOverride(override))

    ended = apply(facts, EndOverride("o1", TODAY)).overrides[0]

    assert ended.in_force(EVE)
    assert not ended.in_force(TODAY)
    assert apply(facts, EndOverride("o1", date(2018, 4, 1))) == facts


def test_a_later_report_of_a_month_replaces_the_earlier_and_leaves_the_others() -> None:
    january, february = Month(2018, 1), Month(2018, 2)
    facts = EMPTY
    for change in (
        ReportFigure("usage", january, Decimal(1)),
        ReportFigure("usage", february, Decimal(2)),
        ReportFigure("usage", january, Decimal("1.5")),
    ):
        facts = apply(facts, change)

    assert facts.figures == {"usage": {january: Decimal("1.5"), february: Decimal(2)}}


def test_a_market_is_recorded_in_the_place_of_the_one_before() -> None:
    assert apply(EMPTY, SetMarket("developing")) == replace(EMPTY, market="developing")


def test_a_membership_and_a_flag_are_recorded() -> None:
    membership = Membership("silver", TODAY, ANNIVERSARY)

    facts = apply(apply(EMPTY, SetMembership(membership)), SetFlag("authorised", value=True))

    assert (facts.membership, facts.flags) == (membership, {"authorised": True})


@pytest.mark.parametrize(
    "change",
    [
        Link("eve", Achievement("E-1", TODAY)),
        Unlink("ada", "other"),
        EndAchievement("ada", "other", TODAY),
        Unlink("eve", "ada:E-1"),
        Depart("eve", TODAY),
        Return("eve"),
        ClaimProfile("eve", "1"),
        EndOverride("other", TODAY),
    ],
    ids=str,
)
def test_a_change_of_something_that_is_not_on_record_is_refused(change: Change) -> None:
    with pytest.raises(NoSuchFactError):
        apply(company(ADA), change)


@pytest.mark.parametrize("change", [Link("ada", Achievement("E-2", TODAY)), Depart("ada", TODAY)], ids=str)
def test_nobody_else_changes(change: Change) -> None:
    bob = person("bob", "E-2")

    assert apply(company(ADA, bob), change).people[1] is bob
