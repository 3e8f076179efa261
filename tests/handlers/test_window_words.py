from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from domain.dates import Month
from domain.facts import Facts, LevelOverride
from domain.membership_years import renewal_dates
from domain.notice_figures import overdue
from domain.notices import History, due
from tests.handlers.contoso import plain
from tests.handlers.fabrikam import ADMIN, FACTS, GOLD, ONE_SHORT, PROGRAMME, Fabrikam

YEAR = replace(GOLD, purchased=date(2017, 8, 1), anniversary=date(2018, 8, 1))
CLOSES = renewal_dates(PROGRAMME, YEAR).closes
FIGURES = {"azure_customer_consumption": {Month(2018, 1).plus(ahead): Decimal(13000) for ahead in range(-12, 9)}}
BOTH, ONE = (replace(facts, membership=YEAR, figures=FIGURES) for facts in (FACTS, ONE_SHORT))
ASKED = "are we at risk?"


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


@pytest.mark.parametrize(("day", "passed"), [(date(2018, 8, 1), False), (date(2018, 8, 2), True), (CLOSES, True)])
async def test_after_the_anniversary_its_real_day_is_named_and_until_when_the_window_is_open(
    day: date, *, passed: bool
) -> None:
    for facts in (ONE, BOTH):
        said = plain(await Fabrikam(facts, now=at(day)).says(ADMIN, ASKED))

        assert ("Your anniversary was on 1 August 2018" in said) == passed
        assert "your anniversary, 2 August" not in said


@pytest.mark.parametrize(("days", "lapsed"), [(0, False), (1, True)])
async def test_once_the_window_has_closed_status_and_risk_say_that_the_membership_has_lapsed(
    days: int, *, lapsed: bool
) -> None:
    company = Fabrikam(BOTH, now=at(date.fromordinal(CLOSES.toordinal() + days)))

    for asked in (ASKED, "/assay status"):
        assert ("has lapsed; its last day was" in plain(await company.says(ADMIN, asked))) == lapsed


@pytest.mark.parametrize(("days", "told"), [(0, True), (1, False)])
def test_after_the_lapse_no_figure_is_overdue(days: int, *, told: bool) -> None:
    on, july = CLOSES + timedelta(days=days), Month(2018, 7)
    late = {"azure_customer_consumption": {m: v for m, v in FIGURES["azure_customer_consumption"].items() if m < july}}

    assert bool(overdue(PROGRAMME, replace(BOTH, figures=late), on, july)) == told


async def test_that_a_membership_bought_anew_holds_hides_the_lapse() -> None:
    renewed = replace(YEAR, purchased=CLOSES, anniversary=date(2019, 8, 31))

    said = plain(await Fabrikam(replace(BOTH, membership=renewed), now=at(date(2018, 9, 20))).says(ADMIN, "status"))

    assert "lapsed" not in said


def covered(until: date) -> Facts:
    """A company whose gold rests on an override until a day."""
    override = LevelOverride("cloud-platform", "gold", date(2018, 6, 1), until, "o1")
    return replace(ONE, overrides=(override,))


@pytest.mark.parametrize(
    ("on", "text"),
    [
        (date(2018, 8, 1), "It still counts on your anniversary, 1 August 2018"),
        (date(2018, 8, 2), "Renew before that day: on the facts alone no competency holds Gold."),
        (date(2018, 8, 14), "Renew before that day: on the facts alone no competency holds Gold."),
    ],
)
async def test_in_the_window_an_override_is_a_reason_to_renew_and_no_anniversary(on: date, text: str) -> None:
    said = plain(await Fabrikam(covered(date(2018, 8, 15)), now=at(on)).says(ADMIN, ASKED))

    assert text in said
    assert on == date(2018, 8, 1) or f"anniversary, {on.day} August" not in said


@pytest.mark.parametrize(
    ("until", "hurry"),
    [
        (date(2018, 8, 2), False),
        (date(2018, 8, 3), True),
        (CLOSES, True),
        (CLOSES + timedelta(days=1), False),
    ],
)
def test_the_reminder_says_to_renew_before_an_override_ends_inside_the_window(until: date, *, hurry: bool) -> None:
    day, facts = date(2018, 7, 17), covered(until)
    reminder = [n for n in due(PROGRAMME, facts, day, History()).notices if n.kind == "renewal"]

    said = plain(Fabrikam(facts).message(reminder, today=day))

    assert ("Renew before" in said) == hurry


@pytest.mark.parametrize(
    ("day", "status", "whatif"),
    [
        (date(2018, 7, 31), "for your renewal on 1 August 2018:", "On your anniversary, 1 August 2018"),
        (date(2018, 8, 1), "for your renewal on 1 August 2018:", ""),
        (date(2018, 8, 2), "for your renewal, possible until 31 August 2018:", "You can renew until 31 August 2018"),
        (CLOSES, "for your renewal, possible until 31 August 2018:", "You can renew until 31 August 2018"),
    ],
)
async def test_headings_name_the_anniversary_before_it_and_the_window_after_it(
    day: date, status: str, whatif: str
) -> None:
    company = Fabrikam(ONE, now=at(day))

    assert status in plain(await company.says(ADMIN, "status"))
    assert whatif in plain(await company.says(ADMIN, "what if Ada leaves?"))
