from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest

from domain.gaps import Candidate, credentials_in, further_credentials, nearest_people, obtainable
from domain.requirements import EachOf, Holds, OneOf, PersonExpression
from domain.roster import Roster
from domain.standing import standing
from storage.catalogue import load_catalogue
from tests.domain.samples import EXAMS, TODAY, company, person, programme

PROGRAMME = programme()
BOTH: PersonExpression = EachOf((Holds("E-1"), OneOf((Holds("E-2"), Holds("E-3")))))


def test_credentials_are_named_once_in_the_order_of_the_words() -> None:
    assert credentials_in(EachOf((Holds("E-2"), OneOf((Holds("E-1"), Holds("E-2")))))) == ("E-2", "E-1")


def test_an_exam_is_left_until_its_last_day_and_not_on_the_next() -> None:
    assert obtainable(EXAMS, PROGRAMME, date(2017, 12, 31)) == EXAMS
    assert obtainable(EXAMS, PROGRAMME, date(2018, 1, 1)) == OneOf((Holds("E-1"), Holds("E-2")))


def test_an_exam_is_left_from_its_first_day_and_not_on_the_eve() -> None:
    assert obtainable(Holds("E-NEW"), PROGRAMME, date(2018, 1, 31)) is None
    assert obtainable(Holds("E-NEW"), PROGRAMME, date(2018, 2, 1)) == Holds("E-NEW")


def test_nothing_is_left_of_each_where_one_part_is_gone() -> None:
    assert obtainable(EachOf((Holds("E-1"), Holds("E-OLD"))), PROGRAMME, TODAY) is None


def test_somebody_who_satisfies_it_needs_nothing_further() -> None:
    assert further_credentials(BOTH, ("E-1", "E-3"), PROGRAMME, TODAY) == ()


def test_the_fewest_further_credentials_are_found_across_parts_that_share_one() -> None:
    shared = EachOf((OneOf((Holds("E-1"), Holds("E-2"))), OneOf((Holds("E-2"), Holds("E-3")))))

    assert further_credentials(shared, (), PROGRAMME, TODAY) == ("E-2",)


def test_of_ways_of_the_same_size_the_one_named_first_is_told() -> None:
    assert further_credentials(BOTH, (), PROGRAMME, TODAY) == ("E-1", "E-2")


def test_no_way_is_not_the_same_as_nothing_missing() -> None:
    assert further_credentials(Holds("E-OLD"), (), PROGRAMME, TODAY) is None
    assert further_credentials(Holds("E-OLD"), ("E-OLD",), PROGRAMME, TODAY) == ()


def test_the_nearest_are_those_who_hold_something_of_it_and_are_not_counted_yet() -> None:
    both = EachOf((Holds("E-1"), Holds("E-2")))
    facts = company(person("ada", "E-1"), person("bob", "E-3"), person("cyd", "E-2"))
    team = standing(PROGRAMME, facts, TODAY).competencies["cloud"].levels["silver"].nearest.nearest.teams[0]

    found = nearest_people(team, both, Roster(PROGRAMME, facts, TODAY), PROGRAMME, TODAY)

    assert [slot.person for slot in team.slots] == ["ada"]
    assert found == (Candidate("cyd", ("E-1",)),)


def test_what_another_one_has_replaced_is_not_recommended_from_the_day_on_which_that_begins() -> None:
    old = replace(PROGRAMME.credentials["E-2"], replaced_by="E-NEW")
    found = replace(PROGRAMME, credentials={**PROGRAMME.credentials, "E-2": old})

    assert obtainable(Holds("E-2"), found, date(2018, 1, 31)) == Holds("E-2")
    assert obtainable(Holds("E-2"), found, date(2018, 2, 1)) is None


def test_what_has_a_last_day_is_recommended_until_then_even_beside_what_replaces_it() -> None:
    old = replace(PROGRAMME.credentials["E-2"], replaced_by="E-NEW", retires=date(2018, 3, 1))
    found = replace(PROGRAMME, credentials={**PROGRAMME.credentials, "E-2": old})

    assert obtainable(Holds("E-2"), found, date(2018, 3, 1)) == Holds("E-2")
    assert obtainable(Holds("E-2"), found, date(2018, 3, 2)) is None


@pytest.mark.parametrize("competency", load_catalogue()["ms-mpn-competencies"].competencies)
def test_nothing_is_ever_recommended_that_nobody_can_earn_any_more(competency: str) -> None:
    programme = load_catalogue()["ms-mpn-competencies"]
    rules = programme.competencies[competency]
    ends = {
        d + timedelta(n)
        for c in programme.credentials.values()
        for d in (c.retires, c.register_until)
        if d
        for n in (0, 1)
    }
    for on in sorted(ends | set(programme.rule_dates)):
        options = rules.version_on(on).options
        slots = {s for o in options for found in o.branches.values() for b in found for team in b.teams for s in team}
        for slot in slots:
            named = credentials_in(slot)
            left = obtainable(slot, programme, on)
            held = [(), *combinations(named, 1), *combinations(named, 2)]
            recommended = {c for have in held for c in further_credentials(slot, have, programme, on) or ()}
            for credential in recommended | set(credentials_in(left) if left else ()):
                known = programme.credentials[credential]
                assert known.obtainable_on(on), (credential, on)
                assert known.retires is None or on <= known.retires
