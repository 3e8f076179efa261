"""The renewal, rules that change, figures that are overdue: both sides of every date."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.buying import SetMembership
from domain.changes import SetMarket
from domain.facts import Achievement, Facts, LevelOverride, Membership, Person
from domain.membership_rules import MembershipRule, Reminders, RenewalWindow, Term
from domain.notice_renewal import renewal_leads
from domain.notices import USUAL, History, Owed, due, due_after, next_look
from domain.organisation_settings import OrganisationSettings
from domain.programme import Programme, ProgrammeEnd
from domain.requirements import All, Amounts
from tests.domain.samples import (
    ANNIVERSARY,
    FIRST_RULES,
    NEXT_RULES,
    PURCHASED,
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
PLAIN = programme()
ADA, BOB = person("ada", "E-1"), person("bob", "E-2")
QUIET = company(ADA, BOB)
WINDOW = RenewalWindow(1, 30, "P1")
RULE = MembershipRule(date(2017, 1, 1), "P1", date(2018, 1, 1), Term(12, "months", "purchase", "P1"), WINDOW)
REMINDING = replace(RULE, reminders=Reminders((-20, 25), "P1"))


def with_rule(rule: MembershipRule) -> Programme:
    return replace(PLAIN, membership=(rule,))


def of_kind(kind: str, of: Programme, facts: Facts, on: date, settings: OrganisationSettings = USUAL) -> list[Owed]:
    """What is owed of a kind on a day."""
    return [notice for notice in due(of, facts, on, History(), settings).notices if notice.kind == kind]


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (-91, None),
        (-90, "90"),
        (-31, "90"),
        (-30, "30"),
        (-16, "30"),
        (-15, "15"),
        (-1, "15"),
        (0, "0"),
        (22, "0"),
        (23, "-23"),
        (30, "-23"),
        (31, "-31"),
        (60, "-31"),
    ],
)
def test_the_renewal_is_told_on_each_of_its_days_and_once_more_when_its_window_has_closed(
    days: int, step: str | None
) -> None:
    told = of_kind("renewal", with_rule(RULE), QUIET, ANNIVERSARY + timedelta(days=days))

    assert [notice.step for notice in told] == ([step] if step else [])


def test_the_renewal_says_whether_it_is_met_and_from_when_to_when_one_can_renew() -> None:
    (notice,) = of_kind("renewal", with_rule(RULE), QUIET, ANNIVERSARY - timedelta(days=30))

    assert notice.subject == "renewal/2018-05-01"
    assert notice.details == {
        "level": "gold",
        "at": "2018-05-01",
        "status": "met",
        "opens": "2018-05-02",
        "closes": "2018-05-31",
    }
    (short,) = of_kind("renewal", with_rule(RULE), company(ADA), ANNIVERSARY - timedelta(days=30))
    assert short.details["status"] == "not_met"


@pytest.mark.parametrize(
    ("rule", "leads"),
    [
        (RULE, (90, 30, 15, 0, -23)),
        (REMINDING, (90, 30, 20, 0, -25)),
        (replace(RULE, window=RenewalWindow(None, 0, "P1")), (90, 30, 15, 0)),
        (replace(RULE, window=None), (90, 30, 15, 0)),
        (replace(REMINDING, window=RenewalWindow(1, 24, "P1")), (90, 30, 20, 0, -17)),
        (replace(RULE, window=RenewalWindow(1, 5, "P1")), (90, 30, 15, 0)),
    ],
)
def test_the_vendors_days_take_the_place_of_ours_and_none_is_after_the_window(
    rule: MembershipRule, leads: tuple[int, ...]
) -> None:
    membership = Membership("gold", PURCHASED, ANNIVERSARY)

    assert renewal_leads(with_rule(rule), membership, USUAL) == leads


@pytest.mark.parametrize(
    ("day", "step"),
    [(7, "0"), (8, "-8"), (15, "-8"), (16, "-16")],
)
def test_where_the_programme_ends_inside_the_window_the_last_call_and_the_lapse_go_by_its_end(
    day: int, step: str
) -> None:
    ended = replace(with_rule(RULE), end=ProgrammeEnd(ANNIVERSARY + 15 * DAY, "skies", "P1"))
    (told,) = of_kind("renewal", ended, QUIET, ANNIVERSARY + day * DAY)

    assert (told.step, told.details["closes"]) == (step, "2018-05-16")


def test_that_it_has_lapsed_is_told_once() -> None:
    day = ANNIVERSARY + 31 * DAY
    told = due(with_rule(RULE), QUIET, day, History()).notices
    again = due(with_rule(RULE), QUIET, day + DAY, History(steps=frozenset(n.key for n in told))).notices

    assert [notice.kind for notice in (*told, *again) if notice.kind == "renewal"] == ["renewal"]


def test_nothing_says_that_it_has_lapsed_where_no_rule_says_until_when_it_can_be_renewed() -> None:
    assert of_kind("renewal", PLAIN, QUIET, ANNIVERSARY + 31 * DAY) == []


def test_an_organisations_own_days_come_before_the_rules() -> None:
    own = OrganisationSettings(lead_days=(("renewal", (60, -10, -31)),))

    assert renewal_leads(with_rule(REMINDING), Membership("gold", PURCHASED, ANNIVERSARY), own) == (60, -10)


def test_a_membership_that_is_bought_near_its_anniversary_is_told_at_once() -> None:
    change = SetMembership(Membership("gold", PURCHASED, ANNIVERSARY))
    told = due_after(PLAIN, replace(QUIET, membership=None), date(2018, 4, 20), [change], History()).notices

    assert [notice.step for notice in told if notice.kind == "renewal"] == ["15"]


def changing(gold: int) -> Programme:
    """Cloud gold asks for so many people from the next rules on, for two before."""
    cloud = competency(
        "cloud",
        "Cloud",
        rules(FIRST_RULES, silver=people(1), gold=All((people(2), usage(100)))),
        rules(NEXT_RULES, silver=people(1), gold=All((people(gold), usage(100)))),
    )
    return programme(cloud=cloud)


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (-91, None),
        (-90, "90"),
        (-31, "90"),
        (-30, "30"),
        (-8, "30"),
        (-7, "7"),
        (-1, "7"),
        (0, "0"),
        (14, "0"),
        (15, None),
    ],
)
def test_rules_that_cost_a_level_are_told_on_each_of_their_days_and_a_fortnight_late(
    days: int, step: str | None
) -> None:
    told = of_kind("rules_changed", changing(3), QUIET, NEXT_RULES + timedelta(days=days))

    assert [notice.step for notice in told] == ([step] if step else [])
    assert all(notice.details == {"on": "2018-03-19", "lost": "cloud/gold", "gained": ""} for notice in told)


@pytest.mark.parametrize(("after", "said"), [(0, ["cloud/gold"]), (1, ["cloud/gold"]), (2, []), (3, [])])
def test_rules_that_cost_a_level_are_told_no_more_from_the_day_on_which_it_was_mended(
    after: int, said: list[str]
) -> None:
    late = Person("cyd", (Achievement("E-2", NEXT_RULES + timedelta(days=2), id="late"),))

    told = of_kind("rules_changed", changing(3), company(ADA, BOB, late), NEXT_RULES + timedelta(days=after))

    assert [notice.details["lost"] for notice in told] == said


def test_rules_that_bring_a_level_are_told_too_and_those_that_change_nothing_are_not() -> None:
    day = NEXT_RULES - timedelta(days=7)

    (gain,) = of_kind("rules_changed", changing(1), company(ADA), day)

    assert (gain.details["lost"], gain.details["gained"]) == ("", "cloud/gold")
    assert of_kind("rules_changed", changing(2), QUIET, day) == []
    assert of_kind("rules_changed", changing(3), company(ADA), day) == []


def test_rules_are_judged_on_the_facts_alone() -> None:
    override = LevelOverride("cloud", "gold", TODAY, date(2018, 12, 1), "o1")

    told = of_kind("rules_changed", changing(3), replace(QUIET, overrides=(override,)), NEXT_RULES)

    assert [notice.details["lost"] for notice in told] == ["cloud/gold"]


@pytest.mark.parametrize(("days", "told"), [(0, True), (1, True), (30, True), (31, False), (365, False)])
def test_that_the_membership_has_lapsed_is_told_while_it_is_news_and_not_for_ever(days: int, *, told: bool) -> None:
    lapsed = ANNIVERSARY + timedelta(days=31)

    found = of_kind("renewal", with_rule(RULE), QUIET, lapsed + timedelta(days=days))

    assert [notice.step for notice in found] == (["-31"] if told else [])


@pytest.mark.parametrize("lead", [90, 30, 15, 0, -23, -31])
def test_every_day_of_the_renewal_is_a_day_to_look(lead: int) -> None:
    day = ANNIVERSARY - timedelta(days=lead)

    assert next_look(with_rule(RULE), QUIET, day - DAY) == day


@pytest.mark.parametrize("lead", [90, 30, 7, 0])
def test_every_day_of_new_rules_is_a_day_to_look(lead: int) -> None:
    day = NEXT_RULES - timedelta(days=lead)

    assert next_look(changing(3), QUIET, day - DAY) == day


def test_a_market_by_whose_thresholds_too_little_is_left_is_named_with_the_risk() -> None:
    bound = replace(usage(100), at_least=Amounts(Decimal(100), Decimal(999)))
    cloud = competency("cloud", "Cloud", rules(FIRST_RULES, gold=All((people(1), bound))))

    told = due_after(programme(cloud=cloud), QUIET, TODAY, [SetMarket("developing")], History()).notices

    assert [notice.subject for notice in told] == ["membership/gold"]
    assert (told[0].details["changed"], told[0].details["market"]) == ("market", "developing")
