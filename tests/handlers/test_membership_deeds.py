from dataclasses import replace
from datetime import date

import pytest

from domain.facts import Membership, Order
from tests.handlers.fabrikam import ADA, ADMIN, FACTS, speaks_german
from tests.handlers.forms import inputs
from tests.handlers.test_membership import GOLD, YEAR, at, hears, said


async def test_an_order_is_recorded_shown_paid_with_the_purchase_or_cancelled() -> None:
    company = at(date(2021, 8, 1), replace(GOLD, membership=None))

    ordered = said(await company.says(ADMIN, "membership order gold 2021-07-20"))
    assert "Unpaid, it is void from 19 August 2021 on. A transfer can take until 27 July 2021." in ordered
    assert said(await company.says(ADMIN, "membership order gold 2021-07-20")).startswith("On record already")
    assert "Gold is on order already" in (await company.says(ADMIN, "membership order silver 2021-07-21")).text
    assert "🕓 *Gold membership, ordered* on 20 July 2021" in said(await company.says(ADMIN, "membership"))
    bought = said(await company.says(ADMIN, "membership buy gold 2021-07-25"))
    assert "The order of 20 July 2021 is paid with it." in bought
    assert company.company.facts.orders[0].paid_on == date(2021, 7, 25)
    assert "No order is on record" in (await company.says(ADMIN, "membership cancel")).text


async def test_an_order_may_be_cancelled_and_not_before_it_was_placed() -> None:
    ordered = Order("gold", date(2018, 1, 10), id="o")
    company = at(date(2018, 1, 15), replace(GOLD, membership=None, orders=(ordered,)))

    assert "cannot be cancelled before" in (await company.says(ADMIN, "membership cancel 2018-01-09")).text
    assert "is cancelled" in said(await company.says(ADMIN, "membership cancel 2018-01-10"))
    assert company.company.facts.orders == (replace(ordered, cancelled_on=date(2018, 1, 10)),)


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        (date(2018, 9, 1), "It can be renewed from 2 September 2018 on."),
        (date(2018, 9, 2), "✅ Recorded: Gold membership renewed, from 1 September 2018 to the anniversary on 1"),
        (date(2018, 10, 1), "✅ Recorded: Gold membership renewed, from 1 September 2018 to the anniversary on 1"),
        (date(2018, 10, 2), "It could be renewed until 1 October 2018."),
    ],
)
async def test_a_renewal_is_taken_inside_its_window(day: date, answer: str) -> None:
    assert answer in await hears(day, f"membership renew {day}")


async def test_a_renewal_says_the_new_anniversary_its_rule_and_what_is_shown_and_is_recorded_once() -> None:
    company = at(date(2018, 9, 10))
    heard = said(await company.says(ADMIN, "membership renew gold 2018-09-05"))

    assert company.company.facts.membership == Membership("gold", date(2018, 9, 1), date(2019, 9, 1), "renewed")
    assert company.company.facts.earlier_memberships == (replace(YEAR, ended_on=date(2018, 9, 1)),)
    assert "That anniversary is 365 days after the anniversary before." in heard
    assert "Your profile shows until 1 October 2019: Application Development Silver, Cloud Platform Silver" in heard
    assert "page on renewing of 24 July 2018" in heard
    assert said(await company.says(ADMIN, "membership renew gold 2018-09-05")).startswith("On record already")
    assert len(company.company.facts.earlier_memberships) == 1


async def test_where_no_rule_says_until_when_the_vendors_date_is_asked_for_and_taken() -> None:
    company = at(date(2018, 5, 1), FACTS)
    refused = (await company.says(ADMIN, "membership renew 2018-05-01")).text

    assert "When the renewed year ends was not published (rules from 22 Jun 2017" in refused
    assert company.company.facts == FACTS
    heard = said(await company.says(ADMIN, "membership renew 2018-05-01 until 2019-05-01"))
    assert "anniversary on 1 May 2019" in heard
    assert "The rules do not say when that year ends; recorded is what you named." in heard


async def test_moving_up_begins_a_year_with_a_discount_once_that_is_published() -> None:
    silver = replace(FACTS, membership=Membership("silver", date(2021, 1, 10), date(2022, 1, 10)))
    early, late = at(date(2021, 6, 30), silver), at(date(2021, 7, 1), silver)

    assert "was not published" in (await early.says(ADMIN, "membership upgrade gold 2021-06-30")).text
    assert "costs 25 % less, and a new year begins (12 months after the purchase)" in said(
        await late.says(ADMIN, "membership")
    )
    assert "moved up to Gold on 1 July 2021, new anniversary on 1 July 2022" in said(
        await late.says(ADMIN, "membership upgrade gold 2021-07-01")
    )
    assert said(await late.says(ADMIN, "membership upgrade gold 2021-07-01")).startswith("On record already")


async def test_what_was_never_true_is_withdrawn_and_what_it_took_the_place_of_is_back() -> None:
    company = at(date(2018, 9, 10))
    await company.says(ADMIN, "membership renew 2018-09-05")

    heard = said(await company.says(ADMIN, "membership correct because it was a test"))

    assert heard.startswith("✅ Withdrawn: the Gold membership from 1 September 2018 never counted.")
    assert "On record again: Gold membership from 1 September 2017 to 1 September 2018." in heard
    assert company.company.facts == GOLD


async def test_a_correction_records_anew_and_leaves_no_earlier_membership() -> None:
    company = at(date(2018, 1, 15))

    heard = said(await company.says(ADMIN, "membership correct silver 2017-10-01 until 2018-10-15 because mistyped"))

    assert heard.startswith("✅ Corrected: what was on record never counted. Now it is: Silver membership, bought on 1")
    assert (
        "By the rules it would be 1 October 2018 (12 months after the purchase); recorded is what you named." in heard
    )
    assert company.company.facts.membership == Membership("silver", date(2017, 10, 1), date(2018, 10, 15))
    assert company.company.facts.earlier_memberships == ()


async def test_a_purchase_inside_a_running_year_says_what_it_takes_the_place_of_and_a_mistake_brings_it_back() -> None:
    company = at(date(2018, 1, 15))

    heard = said(await company.says(ADMIN, "membership buy gold 2018-01-10"))

    assert "It takes the place of the Gold membership that ran until 1 September 2018." in heard
    await company.says(ADMIN, "membership correct because mistyped")
    assert company.company.facts.membership == YEAR


async def test_a_purchase_on_the_anniversary_takes_no_running_years_place() -> None:
    company = at(date(2018, 9, 1))

    assert "takes the place" not in said(await company.says(ADMIN, "membership buy gold 2018-09-01"))


REFUSED = {
    "membership buy silver 2016-05-01": (
        "A Gold membership from 1 September 2017 is on record already; another one can only begin after it.",
        "Eine Gold-Mitgliedschaft ab dem 1. September 2017 ist schon eingetragen",
    ),
    "membership buy silver 2017-09-01": ("can only begin after it", "kann erst danach beginnen"),
    "membership gold": ("Which level was bought, and when?", "Welche Stufe wurde wann gekauft?"),
    "membership order gold": ("Which level was bought, and when?", "Welche Stufe wurde wann gekauft?"),
    "membership correct gold": ("Which level was bought, and when?", "Welche Stufe wurde wann gekauft?"),
    "membership correct": (
        "Nothing was changed. To correct is to take back",
        "Nichts wurde geändert. Korrigieren nimmt",
    ),
    "membership gold 2018-01-16": ("16 January 2018 is still to come", "Der 16. Januar 2018 kommt erst noch"),
    "membership gold 1980-01-01": ("1 January 1980 cannot be right", "Der 1. Januar 1980 kann nicht stimmen"),
    "membership bronze 2017-05-01": (
        "I do not know the level “bronze”. The levels are Silver or Gold.",
        "Die Stufe „bronze“ kenne ich nicht.",
    ),
    "membership gold 2017-02-30": (
        "“2017-02-30” does not exist: that month has 28 days.",
        "„2017-02-30“ gibt es nicht: Dieser Monat hat 28 Tage.",
    ),
    "membership gold 2017-05-01 soon": ("I cannot read “soon”", "„soon“ kann ich nicht lesen"),
    "membership buy gold 2017-05-01 until 2017-05-01": ("does not lie after 1 May 2017", "liegt nicht nach dem 1. Mai"),
    "membership upgrade gold 2018-01-10": ("not higher than Gold", "nicht höher als Gold"),
    "membership upgrade gold 2017-08-31": ("there is no membership to move up from", "gibt es keine Mitgliedschaft"),
    "membership cancel": ("No order is on record", "Keine Bestellung wartet"),
}


@pytest.mark.parametrize("typed", REFUSED)
async def test_what_cannot_be_recorded_is_said_and_changes_nothing(typed: str) -> None:
    company = at(date(2018, 1, 15))
    english = await company.says(ADMIN, typed)
    speaks_german(company, ADMIN)
    german = await company.says(ADMIN, typed)

    assert company.company.facts == GOLD
    assert REFUSED[typed][0] in english.text
    assert REFUSED[typed][1] in german.text


@pytest.mark.parametrize("deed", ["renew 2018-01-10", "correct gold 2017-05-01"])
async def test_without_membership_there_is_nothing_to_renew_or_correct(deed: str) -> None:
    company = at(date(2018, 1, 15), replace(GOLD, membership=None))

    assert (await company.says(ADMIN, f"membership {deed}")).text.startswith("No membership is on record")


@pytest.mark.parametrize("deed", ["buy gold", "order gold", "upgrade gold"])
async def test_after_the_last_renewal_nothing_is_taken(deed: str) -> None:
    for day, taken in ((date(2022, 9, 30), True), (date(2022, 10, 1), False)):
        silver = replace(GOLD, membership=Membership("silver", date(2022, 1, 10), date(2023, 1, 10)))
        heard = await hears(day, f"membership {deed} {day}", silver)
        assert ("last renewal was on 30 September 2022" in heard) is not taken


@pytest.mark.parametrize("deed", ["buy gold 2017-05-01", "cancel", "renew 2018-01-01"])
async def test_only_admins_record(deed: str) -> None:
    company = at(date(2018, 1, 15))

    assert "Only admins can do this." in (await company.says(ADA, f"membership {deed}")).text
    assert company.company.facts == GOLD


async def test_a_deed_alone_brings_the_form_with_every_deed() -> None:
    reply = await at(date(2018, 1, 15)).says(ADMIN, "membership renew")

    assert list(inputs(reply.view)) == ["deed", "level", "purchased", "until"]


async def test_a_renewal_while_figures_are_open_does_not_say_that_nobody_holds_the_level() -> None:
    early = {metric: {m: v for m, v in known.items() if str(m) < "2018-04"} for metric, known in GOLD.figures.items()}
    company = at(date(2018, 9, 2), replace(GOLD, figures=early))

    heard = said(await company.says(ADMIN, "membership renew 2018-09-02"))

    assert "Whether a competency holds Gold today is not known." in heard
    assert "no competency holds Gold" not in heard
