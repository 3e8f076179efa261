from datetime import date, timedelta

import pytest

from domain.dates import Month
from domain.facts import Achievement, Association, CredentialOverride, Facts, LevelOverride
from domain.timeline import Lapse, credentials_of, lapses, next_change
from tests.domain.samples import (
    ANNIVERSARY,
    EXAMS,
    FIRST_RULES,
    NEXT_RULES,
    company,
    competency,
    figures,
    people,
    person,
    programme,
    rules,
)

PROGRAMME = programme()
CLOUD = PROGRAMME.competencies["cloud"]
EMPTY = Facts("developed")


def test_a_lapse_lies_after_the_first_day_and_not_later_than_the_last() -> None:
    facts = company(person("ada", "E-1", associations=(Association(date(2017, 1, 1), date(2018, 3, 1)),)), figures={})
    left = Lapse(date(2018, 3, 1), "left", "ada")

    assert lapses(PROGRAMME, facts, CLOUD, date(2018, 2, 28), date(2018, 3, 1)) == (
        left,
        Lapse(date(2018, 3, 1), "no_longer_accepted", credential="E-OLD"),
    )
    assert lapses(PROGRAMME, facts, CLOUD, date(2018, 3, 1), ANNIVERSARY) == ()


def test_what_has_nothing_to_do_with_the_competency_does_not_lapse_for_it() -> None:
    gone = person("bob", "E-3", associations=(Association(date(2017, 1, 1), date(2018, 2, 1)),))
    override = LevelOverride("apps", "gold", date(2018, 1, 1), date(2018, 2, 10), "o1")
    facts = company(gone, figures={}, overrides=(override,))

    assert lapses(PROGRAMME, facts, CLOUD, date(2018, 1, 15), date(2018, 2, 20)) == ()


def test_an_achievement_lapses_by_its_expiry_or_by_its_recorded_end_whichever_is_first() -> None:
    achievement = Achievement("E-1", date(2017, 2, 1), expires=date(2018, 4, 1), ended_on=date(2018, 3, 10))
    facts = company(person("ada", achievements=(achievement,)), figures={})

    found = lapses(PROGRAMME, facts, CLOUD, date(2018, 3, 1), ANNIVERSARY)

    assert found == (Lapse(date(2018, 3, 10), "expired", "ada", "E-1"),)


def test_an_overridden_credential_lapses_with_its_override_and_with_its_holder() -> None:
    override = CredentialOverride("ada", "E-1", date(2018, 1, 1), date(2018, 4, 1), "o1")
    leaving = person("ada", associations=(Association(date(2017, 1, 1), date(2018, 3, 10)),))
    facts = company(leaving, figures={}, overrides=(override,))

    found = lapses(PROGRAMME, facts, CLOUD, date(2018, 3, 1), ANNIVERSARY)

    assert [(lapse.on, lapse.kind) for lapse in found] == [
        (date(2018, 3, 10), "left"),
        (date(2018, 4, 1), "override_ended"),
    ]


def test_a_reported_month_turns_the_figures_when_it_enters_the_year_and_when_it_leaves_it() -> None:
    facts = company(figures=figures("2017-03", months=1), membership=None)

    assert lapses(PROGRAMME, facts, CLOUD, date(2017, 3, 1), date(2017, 12, 31)) == (
        Lapse(date(2017, 4, 1), "figures", of="usage"),
        Lapse(FIRST_RULES, "rules_changed", of="cloud"),
    )
    assert Lapse(Month(2018, 4).first_day, "figures", of="usage") in lapses(
        PROGRAMME, facts, CLOUD, date(2018, 3, 31), date(2018, 4, 1)
    )


def test_credentials_of_every_version_belong_to_a_competency() -> None:
    changed = competency("cloud", "Cloud", rules(FIRST_RULES, gold=people(1)), rules(NEXT_RULES, gold=people(1)))

    assert credentials_of(changed) == frozenset({"E-1", "E-2", "E-OLD"})
    assert len(EXAMS.parts) == len(credentials_of(changed))


@pytest.mark.parametrize("turning", [date(2018, 3, 1)])
def test_the_next_change_is_after_the_day_and_never_on_it(turning: date) -> None:
    eve = turning - timedelta(days=1)

    assert next_change(PROGRAMME, EMPTY, eve) == turning
    assert next_change(PROGRAMME, EMPTY, turning) is None


def test_without_anything_ahead_a_further_day_is_the_next_and_a_past_one_is_not() -> None:
    after = date(2018, 3, 1)

    assert next_change(PROGRAMME, EMPTY, after, [date(2018, 6, 1), date(2018, 5, 1)]) == date(2018, 5, 1)
    assert next_change(PROGRAMME, EMPTY, after, [date(2018, 2, 1)]) is None


def test_the_anniversary_is_looked_at() -> None:
    assert next_change(PROGRAMME, company(figures={}), date(2018, 4, 30)) == ANNIVERSARY
