from datetime import date, timedelta

import pytest

from domain.announced import without_announced
from domain.facts import Association
from tests.domain.samples import TODAY, company, person


def ends(day: date | None, *, provisional: bool = False) -> date | None:
    bob = person("bob", "E-1", associations=(Association(date(2017, 1, 1), day, provisional),))
    [found] = without_announced(company(bob), TODAY).people
    assert found.associations
    return found.associations[0].until


@pytest.mark.parametrize("days", [-1, 0])
def test_who_has_left_by_the_day_has_left_for_everybody(days: int) -> None:
    assert ends(TODAY + timedelta(days=days)) == TODAY + timedelta(days=days)


@pytest.mark.parametrize("days", [1, 100])
def test_who_is_going_to_leave_stays_for_those_who_may_not_know(days: int) -> None:
    assert ends(TODAY + timedelta(days=days)) is None


def test_where_nobody_announced_anything_the_facts_are_the_same() -> None:
    facts = company(person("ada", "E-1"), person("eve", associations=None))

    assert without_announced(facts, TODAY) is facts
