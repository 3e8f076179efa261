from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.conditions import Status
from domain.facts import CredentialOverride, Facts, LevelOverride, Person
from domain.requirements import All, Holds, People
from domain.standing import competency_standing, standing
from tests.domain.samples import (
    EXAMS,
    FIRST_RULES,
    NEXT_RULES,
    TODAY,
    company,
    competency,
    people,
    person,
    programme,
    rules,
)

DAY = timedelta(days=1)


def level(facts: Facts, wanted: str = "silver", on: date = TODAY) -> Status:
    found = standing(programme(), facts, on).level("cloud", wanted)
    assert found is not None
    return found.status


def test_a_person_with_any_of_the_exams_is_enough_for_silver() -> None:
    assert level(company(person("ada", "E-1"))) is Status.MET
    assert level(company(person("ada", "E-3"))) is Status.NOT_MET
    assert level(company()) is Status.NOT_MET


def test_the_same_person_does_not_count_twice() -> None:
    assert level(company(person("ada", "E-1", "E-2", "E-1")), "gold") is Status.NOT_MET
    assert level(company(person("ada", "E-1"), person("ben", "E-1")), "gold") is Status.MET


@pytest.mark.parametrize(("day", "status"), [(date(2018, 2, 28), Status.MET), (date(2018, 3, 1), Status.NOT_MET)])
def test_a_credential_counts_until_its_last_accepted_day(day: date, status: Status) -> None:
    assert level(company(person("ada", "E-OLD")), on=day) is status


def test_contributors_fill_the_slots_and_the_others_are_spare() -> None:
    facts = company(person("ada", "E-1"), person("ben", "E-2"), person("cleo", "E-1"), person("dan", "E-3"))
    option = competency_standing(programme(), facts, TODAY, "cloud").levels["gold"].nearest
    (team,) = option.nearest.teams

    assert set(option.contributors) | set(team.spares) == {"ada", "ben", "cleo"}
    assert len(option.contributors) == 2
    assert not set(option.contributors) & set(team.spares)


def test_an_override_of_a_level_leaves_the_facts_as_they_are() -> None:
    since, until = date(2018, 1, 1), date(2018, 4, 1)
    facts = company(overrides=(LevelOverride("cloud", "gold", since, until),))
    inside = standing(programme(), facts, until - DAY).level("cloud", "gold")
    after = standing(programme(), facts, until).level("cloud", "gold")

    assert inside is not None
    assert (inside.status, inside.on_facts) == (Status.MET, Status.NOT_MET)
    assert inside.nearest.people_missing == 2
    assert after is not None
    assert (after.status, after.override) == (Status.NOT_MET, None)
    assert level(facts, "gold", since) is Status.MET
    assert level(facts, "gold", since - DAY) is Status.NOT_MET
    assert level(facts, "silver", since) is Status.NOT_MET


def test_of_several_overrides_the_one_that_ends_last_is_shown() -> None:
    early, late = date(2018, 2, 1), date(2018, 3, 1)
    both = (LevelOverride("cloud", "gold", TODAY, late), LevelOverride("cloud", "gold", TODAY, early))
    found = standing(programme(), company(overrides=both), TODAY).level("cloud", "gold")

    assert found is not None
    assert found.override is not None
    assert found.override.until == late


def test_an_overridden_credential_counts_like_an_achievement_of_an_associated_person() -> None:
    granted = (CredentialOverride("ada", "E-1", TODAY, TODAY + DAY),)

    assert level(company(person("ada"), overrides=granted)) is Status.MET
    assert level(company(person("ada"), overrides=granted), on=TODAY + DAY) is Status.NOT_MET
    assert level(company(person("ada", associations=()), overrides=granted)) is Status.NOT_MET


def test_a_person_without_associations_on_record_is_associated_for_good() -> None:
    ada = replace(person("ada", "E-1"), associations=None)

    assert level(company(ada), on=date(1999, 1, 1)) is Status.NOT_MET
    assert level(company(ada), on=date(2017, 2, 1)) is Status.MET


def test_the_version_in_force_decides_and_before_the_first_the_first() -> None:
    cloud = competency(
        "cloud", "Cloud", rules(FIRST_RULES, silver=people(1)), rules(NEXT_RULES, silver=people(2), gold=people(3))
    )
    known, facts = programme(cloud=cloud), company(person("ada", "E-1"))

    assert standing(known, facts, NEXT_RULES - DAY).level("cloud", "gold") is None
    assert standing(known, facts, NEXT_RULES).level("cloud", "gold") is not None
    assert [standing(known, facts, day).before_first_rules("cloud") for day in (FIRST_RULES - DAY, FIRST_RULES)] == [
        True,
        False,
    ]
    by_old_rules = standing(known, facts, NEXT_RULES, FIRST_RULES).level("cloud", "silver")
    assert by_old_rules is not None
    assert by_old_rules.status is Status.MET


def test_the_nearest_option_comes_first() -> None:
    skills, more = rules(FIRST_RULES, gold=people(3)), rules(FIRST_RULES, "fewer", gold=people(2))
    both = replace(skills, options=(*skills.options, *more.options))
    found = standing(programme(cloud=competency("cloud", "Cloud", both)), company(), TODAY).level("cloud", "gold")

    assert found is not None
    assert [option.option.id for option in found.options] == ["fewer", "skills"]


def test_people_who_are_short_make_a_level_not_met_even_beside_an_unknown_figure() -> None:
    assert level(company(figures={}), "gold") is Status.NOT_MET
    assert level(company(person("ada", "E-1"), person("ben", "E-1"), figures={}), "gold") is Status.NOT_KNOWN


def test_unlinked_groups_share_further_people_and_linked_ones_do_not() -> None:
    free = All((People(2, EXAMS), People(1, Holds("E-3"))))
    other = All((People(2, EXAMS, "a"), People(1, Holds("E-3"), "b", None, ("a",))))

    for requirement, missing in ((free, 2), (other, 3)):
        known = programme(cloud=competency("cloud", "Cloud", rules(FIRST_RULES, gold=requirement)))
        found = standing(known, company(), TODAY).level("cloud", "gold")
        assert found is not None
        assert found.nearest.people_missing == missing


def test_people_on_record_who_hold_nothing_change_nothing() -> None:
    assert level(company(*(Person(str(number)) for number in range(50)))) is Status.NOT_MET
