from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.conditions import Status
from domain.dates import Month
from domain.facts import Achievement, Association, CredentialOverride, Facts, LevelOverride
from domain.forecast import Forecast, ForecastDay, LevelKey, forecast, horizon
from domain.programme import Programme
from domain.standing import standing
from domain.timeline import Lapse
from tests.domain.samples import (
    ANNIVERSARY,
    FIRST_RULES,
    NEXT_RULES,
    TODAY,
    company,
    competency,
    exam,
    figures,
    people,
    person,
    programme,
    rules,
)
from tests.domain.test_years import PROGRAMMES, days, some_company

PROGRAMME = programme()
ENDED = (Association(date(2017, 1, 1), date(2018, 3, 10)),)
GOLD, SILVER = ("cloud", "gold"), ("cloud", "silver")


def ahead(facts: Facts, until: date = ANNIVERSARY, rules_of: Programme = PROGRAMME) -> Forecast:
    return forecast(rules_of, facts, TODAY, until)


def on(found: Forecast, day: date) -> ForecastDay | None:
    return next((each for each in found.days if each.on == day), None)


def statuses(rules_of: Programme, facts: Facts, day: date) -> Mapping[LevelKey, Status]:
    found = standing(rules_of, facts, day).competencies.items()
    return {(key, name): level.status for key, c in found for name, level in c.levels.items()}


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(PROGRAMMES))
def test_on_every_single_day_it_says_what_the_standing_says(seed: int, rules_of: Programme) -> None:
    random = Random(seed)
    facts = some_company(random)
    begin = date(2017, 5, 1) + timedelta(days=random.randrange(200))
    found = forecast(rules_of, facts, begin, begin + timedelta(days=366))

    eve = statuses(rules_of, facts, begin)
    for day in days(begin, found.until):
        now = statuses(rules_of, facts, day)
        assert found.outcomes(day) == now
        listed = on(found, day)
        turned = {turn.key for turn in listed.turns} if listed else set()
        assert turned == {key for key in {*now, *eve} if now.get(key) != eve.get(key)}
        eve = now
    last = standing(rules_of, facts, found.until).competencies.values()
    assert {(v.competency, v.level): v for c in last for v in c.levels.values()}.keys() == found.then.keys()


def test_a_leaving_costs_the_levels_that_live_from_the_person_on_the_first_day_without_them() -> None:
    facts = company(
        person("ada", "E-1"), person("bob", "E-2", associations=ENDED), figures=figures(months=18, value=10)
    )
    found = ahead(facts)
    left = Lapse(date(2018, 3, 10), "left", "bob")

    [turn] = (on(found, date(2018, 3, 10)) or ForecastDay(TODAY, (), ())).turns
    assert (turn.key, turn.was, turn.now, turn.lost, turn.causes) == (GOLD, Status.MET, Status.NOT_MET, True, (left,))
    assert on(found, date(2018, 3, 9)) is None
    assert on(found, date(2018, 3, 11)) is None
    assert found.outcomes(date(2018, 3, 9))[GOLD] is Status.MET
    assert found.outcomes(date(2018, 3, 10))[GOLD] is Status.NOT_MET
    assert found.outcomes(date(2018, 3, 11))[GOLD] is Status.NOT_MET


def test_what_falls_and_costs_nothing_is_told_and_does_not_matter() -> None:
    facts = company(person("ada", "E-1"), person("bob", "E-2", associations=ENDED), person("eve", "E-1"))
    day = on(ahead(facts), date(2018, 3, 10))

    assert day is not None
    assert (day.turns, day.costly, day.matters(day.lapses[0])) == ((), False, False)


def test_who_still_holds_the_same_by_another_achievement_loses_nothing() -> None:
    first = Achievement("E-1", date(2017, 2, 1), date(2018, 4, 1), "first")
    again = Achievement("E-1", date(2018, 1, 1), date(2019, 4, 1), "again")
    facts = company(person("ada", achievements=(first, again)), figures={})

    assert ahead(facts).days == ()


def test_an_expiry_of_somebody_who_has_left_by_then_is_not_told() -> None:
    held = (Achievement("E-1", date(2017, 2, 1), date(2018, 4, 1), "first"),)
    facts = company(person("bob", achievements=held, associations=ENDED), figures={})

    assert [day.on for day in ahead(facts).days] == [date(2018, 3, 10)]


def test_a_credential_that_ends_is_told_where_somebody_holds_it() -> None:
    ends = Lapse(date(2018, 3, 1), "no_longer_accepted", credential="E-OLD")

    assert [day.lapses for day in ahead(company(person("ada", "E-1", "E-OLD"), figures={})).days] == [(ends,)]
    assert ahead(company(person("ada", "E-1"), figures={})).days == ()


def test_months_that_roll_out_are_told_when_they_turn_a_level_and_what_is_to_come_is_not_known() -> None:
    facts = company(person("ada", "E-1"), person("bob", "E-2"), figures=figures("2017-01", months=12, value=10))
    found = ahead(facts, date(2018, 12, 31))

    [day] = found.days
    assert (day.on, [turn.key for turn in day.turns]) == (date(2018, 4, 1), [GOLD])
    assert (day.turns[0].was, day.turns[0].now) == (Status.MET, Status.NOT_KNOWN)
    assert day.turns[0].causes == (Lapse(date(2018, 4, 1), "figures", of="usage"),)
    after = day.turns[0].after
    assert after is not None
    [usage] = after.nearest.nearest.conditions
    assert usage.needed == Decimal(10)


def test_an_override_that_ends_is_told_and_costs_what_it_carried() -> None:
    override = LevelOverride("cloud", "gold", date(2018, 1, 1), date(2018, 4, 1), "o1")
    found = ahead(company(person("ada", "E-1"), overrides=(override,)))

    assert [(day.on, day.costly) for day in found.days] == [(date(2018, 4, 1), True)]


def test_what_begins_later_turns_a_level_without_anything_falling() -> None:
    override = CredentialOverride("bob", "E-2", date(2018, 2, 1), date(2018, 4, 1), "o1")
    facts = company(person("ada", "E-1"), person("bob"), figures=figures(months=18, value=10), overrides=(override,))
    first, last = ahead(facts).days

    assert (first.on, first.lapses, [turn.now for turn in first.turns]) == (date(2018, 2, 1), (), [Status.MET])
    assert (last.on, last.costly) == (date(2018, 4, 1), True)


def test_rules_that_change_are_told_on_their_day_and_a_level_may_vanish_with_them() -> None:
    changing = programme(
        cloud=competency(
            "cloud", "Cloud", rules(FIRST_RULES, silver=people(1), gold=people(1)), rules(NEXT_RULES, silver=people(1))
        )
    )
    found = ahead(company(person("ada", "E-1"), figures={}), rules_of=changing)
    [day] = found.days

    assert (day.on, day.lapses) == (NEXT_RULES, (Lapse(NEXT_RULES, "rules_changed", of="cloud"),))
    assert [(turn.key, turn.now) for turn in day.turns] == [(GOLD, None)]
    assert GOLD in found.outcomes(NEXT_RULES - timedelta(days=1))
    assert GOLD not in found.outcomes(NEXT_RULES)


def test_the_end_of_the_period_belongs_to_it_and_the_day_it_begins_does_not() -> None:
    facts = company(person("bob", "E-2", associations=ENDED), figures={})

    assert ahead(facts, date(2018, 3, 9)).days == ()
    assert len(ahead(facts, date(2018, 3, 10)).days) == 1
    assert forecast(PROGRAMME, facts, date(2018, 3, 10), ANNIVERSARY).days == ()


def test_the_next_turn_is_the_first_date_on_which_a_level_changes() -> None:
    held = (Achievement("E-3", date(2017, 2, 1), date(2018, 2, 1), "x"),)
    facts = company(person("ada", achievements=held), person("bob", "E-2", associations=ENDED), figures={})
    found = ahead(facts)

    assert [day.on for day in found.days] == [date(2018, 2, 1), date(2018, 3, 10)]
    assert found.next_turn is not None
    assert found.next_turn.on == date(2018, 3, 10)


def test_of_some_competencies_it_tells_only_what_concerns_them() -> None:
    facts = company(person("bob", "E-2", associations=ENDED), figures={})

    assert forecast(PROGRAMME, facts, TODAY, ANNIVERSARY, ["apps"]).days == ()
    assert set(forecast(PROGRAMME, facts, TODAY, ANNIVERSARY, ["apps"]).now) == {("apps", "gold")}


@pytest.mark.parametrize(
    ("today", "until"),
    [
        (date(2018, 4, 30), ANNIVERSARY),
        (ANNIVERSARY, date(2019, 5, 1)),
        (date(2018, 5, 2), date(2019, 5, 2)),
    ],
)
def test_it_looks_to_the_anniversary_and_from_then_on_twelve_months(today: date, until: date) -> None:
    assert horizon(company(), today) == until


def test_without_a_membership_it_looks_twelve_months_also_from_a_leap_day() -> None:
    assert horizon(replace(company(), membership=None), date(2020, 2, 29)) == date(2021, 2, 28)


def test_a_figure_that_no_rule_asks_for_turns_nothing() -> None:
    plain = programme(cloud=competency("cloud", "Cloud", rules(FIRST_RULES, gold=people(1))))
    facts = company(person("ada", "E-1"), figures={"usage": {Month(2017, 3): Decimal(1)}})

    assert ahead(facts, rules_of=plain).days == ()
    assert exam("E-1").id in plain.credentials
