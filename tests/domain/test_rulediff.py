from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.programme import Option
from domain.requirements import All, Credentials, EachOf, Flag, Holds, LevelHeld, OneOf, People, Requirement
from domain.rulediff import ConditionChange, OptionChange, rule_changes, shifts
from domain.rulediff_answer import changes_answer
from domain.standing import standing
from tests.domain.samples import (
    FIRST_RULES,
    NEXT_RULES,
    TODAY,
    company,
    competency,
    people,
    person,
    programme,
    rules,
    usage,
)

DAY = timedelta(days=1)
ONE, TWO = Holds("E-1"), Holds("E-2")


def changed(before: Requirement, after: Requirement) -> OptionChange:
    """The one change of gold between two versions."""
    cloud = competency("cloud", "Cloud", rules(FIRST_RULES, gold=before), rules(NEXT_RULES, gold=after))
    (found,) = rule_changes(programme(cloud=cloud), FIRST_RULES, NEXT_RULES).competencies[0].levels[0].options
    return found


def test_a_change_is_told_from_the_day_on_which_it_holds_and_not_on_the_eve() -> None:
    cloud = competency("cloud", "Cloud", rules(FIRST_RULES, gold=people(1)), rules(NEXT_RULES, gold=people(2)))
    found = programme(cloud=cloud)

    assert rule_changes(found, FIRST_RULES, NEXT_RULES - DAY).competencies == ()
    assert [c.competency.id for c in rule_changes(found, FIRST_RULES, NEXT_RULES).competencies] == ["cloud"]
    assert rule_changes(found, NEXT_RULES, NEXT_RULES).competencies == ()
    assert rule_changes(found, FIRST_RULES, NEXT_RULES, "apps").competencies == ()


def test_the_later_day_must_not_lie_before_the_earlier_one() -> None:
    with pytest.raises(ValueError, match="2018-03-18 lies before 2018-03-19"):
        rule_changes(programme(), NEXT_RULES, NEXT_RULES - DAY)


def test_more_people_and_other_credentials_are_told_apart() -> None:
    found = changed(People(1, OneOf((ONE, TWO))), People(2, OneOf((TWO, Holds("E-3")))))

    assert (found.people, found.added, found.removed, found.reshaped) == ((1, 2), ("E-3",), ("E-1",), False)


def test_one_credential_instead_of_a_list_is_put_together_the_same_way() -> None:
    assert not changed(People(1, ONE), People(1, OneOf((ONE, TWO)))).reshaped


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (People(1, EachOf((ONE, TWO))), People(1, OneOf((ONE, TWO)))),
        (All((People(1, ONE, "a"), People(1, TWO, "b", "a"))), All((People(1, ONE, "a"), People(1, TWO, "b")))),
        (People(2, OneOf((ONE, TWO))), Credentials(2, (ONE, TWO))),
    ],
)
def test_groups_that_are_linked_otherwise_are_told(before: Requirement, after: Requirement) -> None:
    assert changed(before, after).reshaped


def test_amounts_statuses_and_other_levels_are_compared_by_what_they_are_about() -> None:
    held = LevelHeld("apps", "gold")
    found = changed(All((usage(100), Flag("old"), people(1))), All((usage(200), held, people(1))))

    assert found.conditions == (
        ConditionChange(usage(100), usage(200)),
        ConditionChange(None, held),
        ConditionChange(Flag("old"), None),
    )
    assert (found.people, found.added, found.removed, found.reshaped) == ((1, 1), (), (), False)


def test_levels_and_options_come_and_go() -> None:
    extra = Option("extra", {"en": "Extra", "de": "Extra"}, {"gold": people(3)})
    old = rules(FIRST_RULES, silver=people(1), gold=people(2))
    new = rules(NEXT_RULES, gold=people(2))
    cloud = competency("cloud", "Cloud", old, replace(new, options=(*new.options, extra)))
    silver, gold = rule_changes(programme(cloud=cloud), FIRST_RULES, NEXT_RULES).competencies[0].levels

    assert (silver.level, silver.change, [o.change for o in silver.options]) == ("silver", "left out", ["left out"])
    assert (gold.change, [(o.option.id, o.change, o.people) for o in gold.options]) == (
        "changed",
        [("extra", "added", (0, 3))],
    )


def test_a_version_that_asks_for_the_same_has_changed_in_words_only() -> None:
    cloud = competency("cloud", "Cloud", rules(FIRST_RULES, gold=people(2)), rules(NEXT_RULES, gold=people(2)))
    (found,) = rule_changes(programme(cloud=cloud), FIRST_RULES, NEXT_RULES).competencies

    assert found.levels == ()


@pytest.mark.parametrize(
    ("since", "until", "retired", "ended"),
    [
        ("2017-12-30", "2017-12-31", (), ()),
        ("2017-12-31", "2018-01-01", ("E-OLD",), ()),
        ("2018-01-01", "2018-02-28", (), ()),
        ("2018-02-28", "2018-03-01", (), ("E-OLD",)),
    ],
)
def test_what_can_no_longer_be_earned_and_what_no_longer_counts_is_told_after_its_last_day(
    since: str, until: str, retired: tuple[str, ...], ended: tuple[str, ...]
) -> None:
    found = rule_changes(programme(), date.fromisoformat(since), date.fromisoformat(until))

    assert (found.retired, found.ended) == (retired, ended)


def test_a_day_before_all_rules_is_said_so() -> None:
    assert rule_changes(programme(), FIRST_RULES - DAY, TODAY).before_first
    assert not rule_changes(programme(), FIRST_RULES, TODAY).before_first


def test_levels_that_stand_otherwise_under_other_rules_are_found_and_no_others() -> None:
    cloud = competency(
        "cloud",
        "Cloud",
        rules(FIRST_RULES, silver=people(1), gold=people(1)),
        rules(NEXT_RULES, silver=people(1), gold=people(3)),
    )
    found, facts = programme(cloud=cloud), company(person("ada", "E-1"))
    before, after = (standing(found, facts, TODAY, day) for day in (FIRST_RULES, NEXT_RULES))
    (shift,) = shifts(rule_changes(found, FIRST_RULES, NEXT_RULES), before, after)

    assert shift.before is not None
    assert shift.after is not None
    assert (shift.level, shift.before.status.value, shift.after.nearest.people_missing) == ("gold", "met", 2)


def test_every_kind_of_change_has_its_form_as_data() -> None:
    held = LevelHeld("apps", "gold")
    cloud = competency(
        "cloud",
        "Cloud",
        rules(FIRST_RULES, gold=All((usage(100), Flag("old"), people(1)))),
        rules(NEXT_RULES, gold=All((usage(200), held, people(1)))),
    )
    answer = changes_answer(rule_changes(programme(cloud=cloud), FIRST_RULES, NEXT_RULES))
    option = answer["competencies"]["cloud"]["levels"]["gold"]["options"]["skills"]

    assert option["people"] == {"before": 1, "after": 1}
    assert [(c["before"], c["after"]) for c in option["conditions"][1:]] == [
        (None, {"competency": "apps", "level": "gold"}),
        ({"flag": "old"}, None),
    ]
    assert option["conditions"][0]["after"]["at_least"] == {"developed": "200", "developing": "200"}
