"""What admins say of somebody whose account was deactivated: the buttons of the message, and the small form."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.facts import Association
from tests.handlers.contoso import caller, plain, plain_blocks, unsendable
from tests.handlers.departures import ASKED, GRACE, SINCE, associations, departed, gone, labels, left_on, press, staff
from tests.handlers.fabrikam import ADA, ADMIN, BOB, FACTS, GUEST, Fabrikam


async def test_the_message_about_a_deactivated_account_asks_what_it_is() -> None:
    company = Fabrikam()
    reply = await gone(company, BOB)

    assert plain(reply).splitlines()[:-1] == [
        "👋 *Bob Ross left.* From 15 January 2018 on, Bob Ross no longer counts for Fabrikam.",
        "No longer met: *Application Development Silver and Cloud Platform Gold*.",
        "The Slack account was deactivated, so this is provisional: once it is active again, all counts as before.",
        ASKED,
    ]
    assert labels(reply) == ["Left on …", "On leave", "Mistake"]
    assert unsendable(reply) == []


async def test_left_on_ends_it_for_good_on_the_day_that_was_chosen() -> None:
    company = Fabrikam()
    reply = await gone(company, BOB)
    opened = (await press(company, reply, "Left on …")).view
    sent = await left_on(company, reply, "2018-01-12")

    assert opened is not None
    assert opened["blocks"][0]["element"]["initial_date"] == "2018-01-15"
    assert associations(company, "bob") == (Association(SINCE, date(2018, 1, 12), id="bob:since"),)
    assert sent.view is not None
    assert plain_blocks(sent.view["blocks"]).startswith(
        "✅ Settled: *Bob Ross* left. From 12 January 2018 on, Bob Ross no longer counts for Fabrikam."
    )
    assert labels(company.message(company.told())) == []


async def test_a_last_day_to_come_counts_until_then() -> None:
    company = Fabrikam()
    sent = await left_on(company, await gone(company, BOB), "2018-02-01")

    assert sent.view is not None
    assert "Until the day before 1 February 2018, Bob Ross counts" in plain_blocks(sent.view["blocks"])
    assert [company.company.facts.people[1].associated_on(date(2018, 1, 31) + timedelta(days=n)) for n in (0, 1)] == [
        True,
        False,
    ]


@pytest.mark.parametrize(("day", "taken"), [("2017-01-01", False), ("2017-01-02", True)])
async def test_nobody_left_before_they_came(day: str, *, taken: bool) -> None:
    company = Fabrikam()
    sent = await left_on(company, await gone(company, BOB), day)

    assert (sent.errors == {}) is taken
    assert taken or "since 1 January 2017" in sent.errors["on"]


async def test_on_leave_goes_on_counting_and_mends_what_the_departure_cost() -> None:
    company = Fabrikam()
    reply = await press(company, await gone(company, BOB), "On leave")

    assert associations(company, "bob") == (Association(SINCE, id="bob:since", on_leave=True),)
    assert "*Bob Ross* is on leave and goes on counting for Fabrikam, although the account is off." in plain(reply)
    assert "Cloud Platform Gold" in plain(reply)
    returned = [owed for owed in company.told() if owed.kind == "returned"]
    assert plain(company.message(returned)).startswith("↩️ *Bob Ross is on leave*")


async def test_a_mistake_is_undone() -> None:
    company = Fabrikam()
    reply = await press(company, await gone(company, BOB), "Mistake")

    assert company.company.facts == FACTS
    assert "it was a mistake. *Bob Ross* counts for Fabrikam as if never gone." in plain(reply)
    assert unsendable(reply) == []


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("On leave", "Bob Ross is on leave and counts; that is settled."),
        ("Mistake", "Bob Ross counts already; somebody settled it, or the account is back."),
        ("Left on …", "Bob Ross left on 12 January 2018; that is settled."),
    ],
)
@pytest.mark.parametrize("second", ["On leave", "Mistake", "Left on …"])
@pytest.mark.parametrize("days", [0, 1])
async def test_a_second_word_by_another_admin_changes_nothing_and_says_what_is_settled(
    first: str, second: str, said: str, days: int
) -> None:
    company = staff()
    reply = await gone(company, BOB)
    await (left_on(company, reply, "2018-01-12") if first.startswith("Left") else press(company, reply, first))
    facts, told = company.company.facts, company.told()
    company.now += timedelta(days=days)

    if second.startswith("Left"):
        again = (await left_on(company, reply, "2018-01-10", user=GRACE)).view
        heard = "" if again is None else plain_blocks(again["blocks"])
    else:
        heard = plain(await press(company, reply, second, GRACE)) or (await press(company, reply, second, GRACE)).text

    assert said in heard
    assert company.company.facts == facts
    assert company.told() == told


async def test_after_the_account_is_back_no_button_has_any_effect() -> None:
    company = Fabrikam()
    reply = await gone(company, BOB)
    await company.changes(replace(company.company.members[BOB], active=True), "back")

    assert "Bob Ross counts already" in (await press(company, reply, "On leave")).text
    assert company.company.facts == FACTS


async def test_a_message_about_an_earlier_departure_points_to_the_newer_one() -> None:
    company = Fabrikam()
    reply = await gone(company, BOB)
    await company.changes(replace(company.company.members[BOB], active=True), "back")
    company.now += timedelta(days=3)
    await gone(company, BOB, event="again")
    facts = company.company.facts

    assert "left again on 18 January 2018" in (await press(company, reply, "Mistake")).text
    assert company.company.facts == facts


@pytest.mark.parametrize("user", [ADA, GUEST, "U0NOBODY"])
@pytest.mark.parametrize("label", ["On leave", "Mistake"])
async def test_only_admins_may_say_it(user: str, label: str) -> None:
    company = Fabrikam()
    reply = await gone(company, BOB)
    facts = company.company.facts

    assert "Bob" not in (await press(company, reply, label, user)).text
    assert company.company.facts == facts


@pytest.mark.parametrize("value", ["", "bob", "bob soon", "2018-01-15T09:00:00+00:00 now", "nobody 2018-01-15", "TT T"])
async def test_a_button_of_ours_with_another_value_changes_nothing(value: str) -> None:
    company = Fabrikam()
    await gone(company, BOB)
    facts = company.company.facts

    said = await company.conversations.press("departed_mistake:x", value, caller(ADMIN))

    assert "request" not in said.text
    assert company.company.facts == facts


async def test_german_admins_are_asked_in_german() -> None:
    company = Fabrikam()
    await gone(company, BOB)
    reply = company.message(departed(company), locale="de-DE")

    assert labels(reply) == ["Gegangen am …", "Beurlaubt", "Versehen"]
