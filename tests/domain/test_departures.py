from datetime import UTC, date, datetime, timedelta

import pytest

from domain.changes import NoSuchFactError, Rename, WithdrawOverride, apply
from domain.departures import CallOff, Depart, Rejoin, Return, announced_end, counts_after, provisional_end
from domain.facts import Association, CredentialOverride, Facts, Person

SINCE = date(2017, 1, 1)
TODAY = date(2018, 1, 15)
EVE, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
MARCH = date(2018, 3, 1)
NOTICED = datetime(2018, 1, 15, 9, tzinfo=UTC)
ADA = Person("ada", (), (Association(SINCE, id="s1"),), "Ada")


def after(*changes: Depart | Return | CallOff | Rejoin | Rename) -> Person:
    """Ada after what happened."""
    facts = Facts("developed", (ADA,))
    for change in changes:
        facts = apply(facts, change)
    return facts.people[0]


def test_an_announced_end_is_kept_beneath_a_provisional_one_and_holds_again_on_return() -> None:
    announced = after(Depart("ada", MARCH, provisional=False))
    gone = after(Depart("ada", MARCH, provisional=False), Depart("ada", TODAY, at=NOTICED))

    assert gone.associations == (
        Association(SINCE, TODAY, provisional=True, id="s1", announced=MARCH, noticed=NOTICED),
    )
    assert apply(Facts("developed", (gone,)), Return("ada")).people[0].associations == (
        Association(SINCE, MARCH, id="s1"),
    )
    assert announced_end(announced, TODAY) == MARCH
    assert announced_end(gone, TODAY) is None


def test_a_second_deactivation_does_not_forget_what_was_announced_before_the_first() -> None:
    gone = after(Depart("ada", MARCH, provisional=False), Depart("ada", TODAY), Depart("ada", EVE))

    assert gone.associations == (Association(SINCE, EVE, provisional=True, id="s1", announced=MARCH),)


def test_somebody_on_leave_counts_until_an_end_and_is_back_when_the_account_is() -> None:
    away = after(Depart("ada", TODAY, at=NOTICED), Return("ada", on_leave=True))
    back = after(Depart("ada", TODAY), Return("ada", on_leave=True), Return("ada"))

    assert away.associations == (Association(SINCE, id="s1", on_leave=True),)
    assert away.associated_on(MARCH)
    assert back == ADA
    assert after(Depart("ada", TODAY), Return("ada", on_leave=True), Depart("ada", MARCH, provisional=False)) == after(
        Depart("ada", MARCH, provisional=False)
    )


@pytest.mark.parametrize(("called_off", "counts"), [(MARCH - timedelta(days=1), True), (MARCH, False)])
def test_an_announced_leaving_is_called_off_as_long_as_it_lies_ahead(called_off: date, *, counts: bool) -> None:
    person = after(Depart("ada", MARCH, provisional=False), CallOff("ada", called_off))

    assert person.associated_on(MARCH) is counts


def test_a_leaving_that_is_called_off_while_the_account_is_off_does_not_hold_on_return() -> None:
    person = after(Depart("ada", MARCH, provisional=False), Depart("ada", TODAY), CallOff("ada", TODAY), Return("ada"))

    assert person == ADA


def test_somebody_who_left_for_good_counts_again_by_an_association_of_its_own() -> None:
    new = Association(MARCH, id="s2")
    person = after(Depart("ada", TODAY, provisional=False), Rejoin("ada", new))

    days = (EVE, TODAY, MARCH - timedelta(days=1), MARCH)
    assert [person.associated_on(day) for day in days] == [True, False, False, True]
    assert person.associations == (Association(SINCE, TODAY, id="s1"), new)


def test_what_is_asked_of_a_person_follows_from_the_associations() -> None:
    gone = after(Depart("ada", TODAY))
    ever = Person("eve")

    assert provisional_end(gone) == Association(SINCE, TODAY, provisional=True, id="s1")
    assert provisional_end(after(Depart("ada", TODAY, provisional=False))) is None
    assert provisional_end(ever) is None
    assert announced_end(ever, TODAY) is None
    assert [counts_after(gone, day) for day in (EVE, TODAY)] == [True, False]
    assert counts_after(ADA, MARCH)
    assert counts_after(ever, MARCH)


def test_nothing_is_called_off_or_taken_back_of_somebody_associated_for_good() -> None:
    ever = Person("eve")

    for change in (Return("eve"), CallOff("eve", TODAY)):
        assert apply(Facts("developed", (ever,)), change).people == (ever,)


def test_a_person_goes_by_another_name() -> None:
    assert after(Rename("ada", "Ada King")).name == "Ada King"


def test_an_override_that_never_was_is_gone_from_every_day() -> None:
    facts = Facts("developed", (ADA,), overrides=(CredentialOverride("ada", "E-1", TODAY, MARCH, "o1"),))

    assert apply(facts, WithdrawOverride("o1")).overrides == ()
    with pytest.raises(NoSuchFactError):
        apply(facts, WithdrawOverride("o2"))
