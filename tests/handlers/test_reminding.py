"""A question that is answered again on a day that its asker picks: once, anew, to them alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from domain.owed import Owed
from domain.ports import Member
from domain.reminders import REMINDER
from handlers.conversations import Conversations
from handlers.replies import Reply, Submitted
from tests.handlers.contoso import (
    ADA,
    ADMIN,
    BOB,
    CARLA,
    FACTS,
    GUEST,
    MEMBERS,
    ORGANISATION,
    PEOPLE,
    Contoso,
    buttons,
    caller,
    grammar,
    labels,
    plain,
    unsendable,
)

GOLD = "what do we need for Gold in Cloud Platform?"
REMIND = "Remind me …"
TOMORROW = datetime(2018, 1, 16, 8, tzinfo=UTC)  # nine in Berlin


def fresh(**settled: Any) -> Contoso:  # noqa: ANN401 - what the company is made with
    """The company; each thing that is made in it has an id of its own."""
    company, made = Contoso(**settled), count()
    company.conversations = Conversations(company.companies, grammar(), lambda: company.now, lambda: f"id-{next(made)}")
    return company


async def picked(company: Contoso, question: str = GOLD, label: str = "Tomorrow", user: str = ADMIN) -> Reply:
    """What is heard after a reminder was asked for under an answer."""
    offered = await company.pressed(await company.asked(question, user), REMIND, user)
    assert unsendable(offered) == []
    return await company.pressed(offered, label, user)


async def sent(company: Contoso, at: datetime) -> list[tuple[str, tuple[Owed, ...]]]:
    """The reminders that went by a moment, to whom."""
    company.now = at
    await company.conversations.look(ORGANISATION.id)
    went = company.companies.states[ORGANISATION.id].sent
    return [(user, owed) for user, _, owed in went if owed[0].kind == REMINDER]


async def recalled(company: Contoso, user: str, owed: tuple[Owed, ...]) -> Reply:
    """What a reminder says."""
    return await company.conversations.recall(await company.companies.get(ORGANISATION.id), user, owed)


def submitted(company: Contoso, day: str, question: str = f"en - {GOLD}", user: str = ADMIN) -> Any:  # noqa: ANN401 - awaited by the tests
    """The form for a day, sent."""
    state = {"on": {"on": {"selected_date": day}}}
    return company.conversations.submit("remind", state, caller(user), f"en {question}")


@pytest.mark.parametrize(
    "question",
    [GOLD, "are we at risk?", "what expires until 2018-06-30?", "which overrides are active?", "who holds 70-533?"],
)
async def test_an_answer_offers_to_be_given_again(question: str) -> None:
    assert REMIND in labels(await fresh().asked(question))


async def test_it_comes_once_on_the_morning_that_was_picked_and_not_before() -> None:
    company = fresh()
    said = await picked(company)

    assert plain(said).splitlines()[0] == f"⏰ I answer “{GOLD}” again on 16 January 2018, in a direct message."
    assert await sent(company, TOMORROW - timedelta(minutes=1)) == []
    [(user, owed)] = await sent(company, TOMORROW)
    assert (user, len(owed)) == (ADMIN, 1)
    assert len(await sent(company, TOMORROW + timedelta(days=1))) == 1


async def test_it_is_answered_as_things_are_then() -> None:
    company = fresh()
    await picked(company)
    [(user, owed)] = await sent(company, TOMORROW)
    state = company.companies.states[ORGANISATION.id]
    ada = replace(PEOPLE[0], achievements=())
    later = replace(state.company, revision=9, facts=replace(FACTS, people=(ada, *PEOPLE[1:])))
    company.companies.states[ORGANISATION.id] = replace(state, company=later)

    again = await recalled(company, user, owed)

    assert plain(again).startswith(f"⏰ On 15 January 2018 you asked me to answer this again: “{GOLD}”\n")
    assert "As of today, 16 January 2018." in plain(again)
    assert "2 people" in plain(again)
    assert {"Why?", REMIND} <= set(labels(again))
    assert unsendable(again) == []


@pytest.mark.parametrize(
    ("day", "on"),
    [("2018-01-19", "19 January 2018"), ("2018-01-20", "22 January 2018"), ("2018-01-22", "22 January 2018")],
)
async def test_on_a_day_off_it_waits_for_the_next_working_day(day: str, on: str) -> None:
    company = fresh()
    sent_form: Submitted = await submitted(company, day)

    assert sent_form.view is not None
    assert on in str(sent_form.view["blocks"])
    assert ("is a day off" in str(sent_form.view["blocks"])) == (day == "2018-01-20")


@pytest.mark.parametrize("day", ["2018-01-14", "2018-01-15", "2019-01-17"])
async def test_a_day_that_cannot_be_is_refused_beside_the_field(day: str) -> None:
    company = fresh()
    found: Submitted = await submitted(company, day)

    assert set(found.errors) == {"on"}
    assert "no reminders" in plain(await company.asked("reminders", slash=True))


@pytest.mark.parametrize("day", ["2018-01-16", "2019-01-16"])
async def test_a_day_that_can_be_is_taken(day: str) -> None:
    assert (await submitted(fresh(), day)).errors == {}


async def test_pressed_twice_it_is_noted_once() -> None:
    company = fresh()
    offered = await company.pressed(await company.asked(GOLD), REMIND)
    await company.pressed(offered, "Tomorrow")

    assert "That is noted already" in plain(await company.pressed(offered, "Tomorrow"))
    assert len(await sent(company, TOMORROW)) == 1


async def test_a_reminder_keeps_no_digest_from_going_and_comes_beside_it() -> None:
    company = fresh(now=datetime(2018, 1, 29, 9, tzinfo=UTC))
    await picked(company)
    await sent(company, datetime(2018, 1, 30, 8, tzinfo=UTC))
    went = company.companies.states[ORGANISATION.id].sent

    kinds = [{notice.kind for notice in owed} for user, at, owed in went if at.date() == date(2018, 1, 30)]
    assert {REMINDER} in kinds
    assert any(REMINDER not in each for each in kinds)


async def test_what_is_to_come_is_listed_and_called_off_by_its_owner_alone() -> None:
    company = fresh()
    await picked(company)
    await picked(company, "are we at risk?", "In a week")
    listed = await company.asked("reminders", slash=True)
    first = next(button for button in buttons(listed) if button["text"]["text"] == "Call off 1")

    assert plain(listed).splitlines() == [
        "⏰ *2 reminders of yours*",
        f"1. 16 January 2018: “{GOLD}”",
        "2. 22 January 2018: “are we at risk?”",
    ]
    gone = "has come or was called off, or it is not yours"
    assert gone in (await company.conversations.press(first["action_id"], first["value"], caller(ADA))).text
    assert "Called off: " in (await company.pressed(listed, "Call off 1")).text
    assert gone in (await company.pressed(listed, "Call off 1")).text
    assert await sent(company, TOMORROW) == []
    assert "You have no reminders." in (await company.asked("reminders", ADA, slash=True)).text


async def test_what_has_come_can_be_called_off_no_more() -> None:
    company = fresh()
    await picked(company)
    listed = await company.asked("reminders", slash=True)
    await sent(company, TOMORROW)

    assert "has come or was called off" in (await company.pressed(listed, "Call off 1")).text


async def test_in_german_it_speaks_german_throughout() -> None:
    company = fresh()
    offered = await company.pressed(await company.asked("Sind wir gefährdet?", CARLA), "Erinnere mich …", CARLA)

    assert labels(offered) == ["Morgen", "In einer Woche", "An einem Tag …"]
    said = await company.pressed(offered, "Morgen", CARLA)
    assert "Am 16. Januar 2018 beantworte ich dir „Sind wir gefährdet?“ noch einmal" in plain(said)
    [(user, owed)] = await sent(company, TOMORROW)
    assert plain(await recalled(company, user, owed)).startswith("⏰ Am 15. Januar 2018 wolltest du das noch einmal")
    assert "1. 22. Januar" not in plain(await company.asked("erinnerungen", CARLA, slash=True))


async def test_who_has_left_hears_nothing_and_nobody_hears_it_for_them() -> None:
    company = fresh()
    await picked(company, user=BOB)
    state = company.companies.states[ORGANISATION.id]
    members = {**state.company.members, BOB: replace(state.company.members[BOB], active=False)}
    company.companies.states[ORGANISATION.id] = replace(state, company=replace(state.company, members=members))

    assert await sent(company, TOMORROW) == []


async def test_guests_are_refused_and_offered_nothing() -> None:
    members = tuple(replace(m, person="bob") if m.user == GUEST else m for m in MEMBERS if m.user != BOB)
    company = fresh(members=members)

    assert REMIND not in labels(await company.asked("mine", GUEST))
    for action, value in (("remind_me", f"en - {GOLD}"), ("remind_on:1", f"1 en - {GOLD}"), ("remind_off:1", "x")):
        assert (await company.conversations.press(action, value, caller(GUEST))).blocks == ()
    assert (await company.asked("reminders", GUEST, slash=True)).blocks == ()
    assert "Remind me" not in str((await submitted(company, "2018-01-16", user=GUEST)).view)


async def test_where_other_companies_read_nothing_is_offered_or_noted() -> None:
    company = fresh()
    there = caller(ADMIN, shared=True)

    assert (await company.conversations.press("remind_on:1", f"1 en - {GOLD}", there)).blocks == ()
    assert await sent(company, TOMORROW) == []


async def test_before_going_live_it_says_so() -> None:
    company = fresh(organisation=replace(ORGANISATION, stage="quiet"))

    assert REMIND not in labels(await company.asked(GOLD))
    said = await company.conversations.press("remind_on:1", f"1 en - {GOLD}", caller(ADMIN))
    assert "Until an admin presses *Go live*" in said.text


async def test_ten_are_enough() -> None:
    company = fresh()
    for number in range(10):
        await submitted(company, "2018-02-16", f"en - {GOLD} {number}")
    found: Submitted = await submitted(company, "2018-02-16")

    assert "You have 10 reminders already." in str(found.view)


@pytest.mark.parametrize("value", ["", "en", "en x y", "fr - risk", "en - ", "1 en", "2 en - risk"])
@pytest.mark.parametrize("action", ["remind_me", "remind_on:1"])
async def test_a_button_of_another_time_says_so(action: str, value: str) -> None:
    said = await fresh().conversations.press(action, value, caller(ADMIN))

    assert said.text == "This button belongs to an older message. Please ask again."


async def test_a_name_that_was_typed_calls_nobody() -> None:
    company = fresh()
    said = await picked(company, f"what if <@{ADA}> leaves? <!channel>")

    assert "@Ada" in plain(said)
    assert unsendable(said) == []


async def test_a_programme_that_was_named_stays_named() -> None:
    company = fresh()
    await picked(company, "what do we need in ms-solutions-partner for infrastructure?")
    [(user, owed)] = await sent(company, TOMORROW)

    assert "what do we need in ms-solutions-partner for infrastructure?" in plain(await recalled(company, user, owed))


async def test_a_command_is_asked_again_as_a_command() -> None:
    company = fresh()
    offered = await company.pressed(await company.asked("forecast devops", slash=True), REMIND)
    await company.pressed(offered, "Tomorrow")
    [(user, owed)] = await sent(company, TOMORROW)

    assert "“/assay forecast devops”" in plain(await recalled(company, user, owed))
    assert "What is known to come for DevOps" in plain(await recalled(company, user, owed))


async def test_who_may_no_longer_know_it_hears_that() -> None:
    company = fresh()
    await picked(company, user=BOB)
    [(user, owed)] = await sent(company, TOMORROW)
    guest = fresh(members=(Member(BOB, "Bob", "guest", "bob"),))

    said = await guest.conversations.recall(await guest.companies.get(ORGANISATION.id), user, owed)
    assert "Cloud Platform: not met" not in plain(said)
