from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.advice import Scope, Step, next_steps
from domain.conditions import Status
from domain.facts import Achievement, Association, Facts, LevelOverride
from domain.programme import Programme
from domain.requirements import EachOf, Holds, OneOf, People
from domain.standing import standing
from domain.whatif import NEWCOMER, with_earned
from tests.domain.samples import FIRST_RULES, TODAY, company, competency, figures, people, person, programme, rules
from tests.domain.test_years import some_company

PROGRAMME = programme()
EVERYTHING = Scope(("cloud", "apps"), ("silver", "gold"))
ADA = person("ada", "E-1")


def steps(facts: Facts, scope: Scope = EVERYTHING, rules_of: Programme = PROGRAMME, on: date = TODAY) -> list[Step]:
    return list(next_steps(rules_of, facts, on, scope))


def test_what_closes_a_level_with_the_fewest_credentials_comes_first() -> None:
    best = steps(company(ADA, person("bob", "E-3"), figures=figures(months=24)))[0]

    assert (best.further, best.closes) == (("E-1",), (("cloud", "gold"),))
    assert len(best.further) == 1


def test_for_one_person_it_is_what_that_person_lacks() -> None:
    facts = company(ADA, person("bob", "E-2"), figures=figures(months=24))
    found = steps(facts, replace(EVERYTHING, person="ada"))

    assert [(step.person, step.further, step.nears) for step in found] == [("ada", ("E-3",), (("apps", "gold"),))]


def test_nothing_is_advised_where_all_is_met_or_the_person_fills_every_place() -> None:
    only = Scope(("cloud",), ("silver",))

    assert steps(company(ADA), only) == []
    assert steps(company(ADA), replace(only, levels=("gold",), person="ada")) == []


def test_retired_replaced_and_future_exams_are_never_advised() -> None:
    old = programme(
        cloud=competency("cloud", "Cloud", rules(FIRST_RULES, gold=people(1, OneOf((Holds("E-OLD"), Holds("E-NEW"))))))
    )
    scope = Scope(("cloud",), ("gold",))

    assert steps(company(), scope, old) == []
    assert [step.first for step in steps(company(), scope, old, date(2018, 2, 1))] == ["E-NEW"]
    assert [step.first for step in steps(company(), scope, old, date(2017, 12, 31))] == ["E-OLD"]


def test_a_path_of_several_exams_counts_what_is_held() -> None:
    both = EachOf((Holds("E-1"), Holds("E-2"), Holds("E-3")))
    path = programme(cloud=competency("cloud", "Cloud", rules(FIRST_RULES, gold=People(1, both))))
    found = steps(company(person("ada", "E-2")), Scope(("cloud",), ("gold",)), path)

    assert [(step.person, step.further) for step in found] == [
        ("ada", ("E-1", "E-3")),
        (NEWCOMER, ("E-1", "E-2", "E-3")),
    ]


def test_an_override_closes_nothing() -> None:
    override = LevelOverride("cloud", "silver", date(2018, 1, 1), date(2018, 4, 1), "o1")
    found = steps(company(overrides=(override,)), Scope(("cloud",), ("silver",)))

    assert [(step.first, step.closes) for step in found] == [("E-1", (("cloud", "silver"),))]


@pytest.mark.parametrize(("leaves", "kept"), [(date(2018, 5, 1), True), (date(2018, 5, 2), False)])
def test_a_level_that_would_be_lost_by_the_anniversary_is_kept(leaves: date, *, kept: bool) -> None:
    bob = person("bob", "E-2", associations=(Association(date(2017, 1, 1), leaves),))
    found = steps(company(ADA, bob, figures=figures(months=24)), Scope(("cloud",), ("gold",)))

    assert [step.keeps for step in found] == ([(("cloud", "gold"),)] if kept else [])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_every_step_can_be_taken_and_does_what_it_promises(seed: int) -> None:
    facts = some_company(Random(seed))
    for step in steps(facts):
        assert all(PROGRAMME.credentials[c].obtainable_on(TODAY) for c in step.further)
        before, after = (
            standing(PROGRAMME, each, TODAY)
            for each in (facts.alone, with_earned(facts.alone, step.person, step.further, TODAY).facts)
        )
        for key in step.closes:
            was, now = before.level(*key), after.level(*key)
            assert was is not None
            assert now is not None
            assert (was.status is Status.MET, now.status is Status.MET) == (False, True)


def test_an_expired_credential_is_to_be_earned_again() -> None:
    expired = (Achievement("E-3", date(2017, 2, 1), date(2018, 1, 1), "x"),)
    found = steps(company(person("ada", achievements=expired)), Scope(("apps",), ("gold",), "ada"))

    assert [step.further for step in found] == [("E-3",)]
