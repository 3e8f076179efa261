from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.owed import Owed
from domain.ports import Away, Care, Member
from handlers.replies import Reply
from tests.handlers.contoso import buttons, caller, labels, plain, unsendable
from tests.handlers.fabrikam import (
    ADMIN,
    BOB,
    FABRIKAM,
    MEMBERS,
    NOW,
    ONE_SHORT,
    OVERRIDE,
    Fabrikam,
    speaks_german,
)

ZOE = "U0ZOE"
TWO = (*MEMBERS, Member(ZOE, "Zoe", "admin"))
NIGHT = datetime(2018, 1, 15, 20, tzinfo=UTC)


async def left(company: Fabrikam) -> Fabrikam:
    await company.changes(replace(company.company.members[BOB], active=False))
    return company


async def pressed(company: Fabrikam, reply: Reply, label: str, user: str = ADMIN) -> str:
    return plain(await press(company, reply, label, user))


async def press(company: Fabrikam, reply: Reply, label: str, user: str = ADMIN) -> Reply:
    button = next(b for b in buttons(reply) if b["text"]["text"] == label)
    said = await company.conversations.press(button["action_id"], button["value"], caller(user))
    return said if said.blocks else replace(said, blocks=({"type": "section", "text": {"text": said.text}},))


def sent(company: Fabrikam) -> list[tuple[str, list[str]]]:
    state = company.companies.states[FABRIKAM]
    company.companies.states[FABRIKAM] = replace(state, sent=())
    return [(user, [owed.subject for owed in notices]) for user, _, notices in state.sent]


def of_override(company: Fabrikam) -> list[str]:
    """To whom messages went that speak of the override."""
    return [user for user, subjects in sent(company) if "override/o1" in subjects]


async def overridden() -> Fabrikam:
    """A company without a membership whose override ends in 30 days, told in its morning digest."""
    company = Fabrikam(
        replace(ONE_SHORT, membership=None, overrides=(OVERRIDE,)), TWO, now=datetime(2018, 1, 29, 8, tzinfo=UTC)
    )
    await company.conversations.look(FABRIKAM)
    return company


async def test_each_thing_that_somebody_can_take_has_its_buttons() -> None:
    company = await left(Fabrikam(members=TWO))

    message = company.message()

    assert labels(message)[-8:] == [
        "I'll take: your Gold membership",
        "Remind me …",
        "I'll take: Cloud Platform Gold",
        "Remind me …",
        "What mends it",
        "I'll take: Application Development Silver",
        "Remind me …",
        "What mends it",
    ]
    assert unsendable(message) == []
    assert "Gold in Cloud Platform: not met" in await pressed(company, message, "What mends it")
    speaks_german(company, ADMIN)
    told = await pressed(company, company.message(locale="de-DE"), "Was hilft")
    assert "Gold in Cloudplattform: nicht erfüllt" in told


@pytest.mark.parametrize("side", ["lost", "gained"])
async def test_that_a_profile_moved_asks_for_nothing(side: str) -> None:
    details = {"person": "ada", "on": "2018-01-15", "side": side}

    reply = Fabrikam(members=TWO).message([Owed("association_moved", "person/ada", 1, side, details)])

    assert labels(reply) == []


async def test_who_takes_it_has_it_and_another_reads_who() -> None:
    company = await overridden()
    message = company.message(today=date(2018, 1, 29))
    assert labels(message)[:2] == ["I'll take it", "Remind me …"]

    assert "*Cloud Platform Gold* is yours" in await pressed(company, message, "I'll take it")
    assert "is yours already, since 29 Jan 2018" in await pressed(company, message, "I'll take it")
    other = await pressed(company, message, "I'll take it", ZOE)

    assert f"<@{ADMIN}> takes care of *Cloud Platform Gold* already, since 29 Jan 2018" in other
    assert company.company.cares[f"override/{OVERRIDE.id}", OVERRIDE.until.toordinal()] == Care(
        ADMIN, date(2018, 1, 29)
    )
    assert labels(company.message(today=date(2018, 1, 29))) == ["Remind me …"]


async def test_what_nobody_takes_is_handed_on_and_says_so() -> None:
    company = await overridden()
    sent(company)
    for day in (1, 2, 3):
        company.now += timedelta(days=1)
        await company.conversations.look(FABRIKAM)
        assert of_override(company) == ([ZOE] if day == 3 else [])

    message = company.message([n for n in company.told(ZOE) if n.kind == "override_ending"], today=date(2018, 2, 1))

    first = "Nobody has taken this in 3 working days, so it comes to you now; <@U0ADMIN> had it before."
    assert first in plain(message)


async def test_what_was_taken_is_not_handed_on() -> None:
    company = await overridden()
    await press(company, company.message(today=date(2018, 1, 29)), "I'll take it")
    sent(company)
    for _ in range(10):
        company.now += timedelta(days=1)
        await company.conversations.look(FABRIKAM)

    assert of_override(company) == []


@pytest.mark.parametrize(
    ("choice", "said", "day"),
    [
        ("tomorrow", "30 January 2018", date(2018, 1, 30)),
        ("in a week", "5 February 2018", date(2018, 2, 5)),
        ("just before the deadline", "27 February 2018", date(2018, 2, 27)),
    ],
)
async def test_who_wants_to_be_reminded_is_told_again_on_that_morning_and_not_before(
    choice: str, said: str, day: date
) -> None:
    company = await overridden()
    sent(company)
    asked = await press(company, company.message(today=date(2018, 1, 29)), "Remind me …")
    assert labels(asked) == ["tomorrow", "in a week", "just before the deadline"]

    assert said in await pressed(company, asked, choice)

    company.now = datetime(day.year, day.month, day.day, 7, 59, tzinfo=UTC)
    await company.conversations.look(FABRIKAM)
    before = of_override(company)
    company.now += timedelta(minutes=1)
    await company.conversations.look(FABRIKAM)
    assert (before, of_override(company)) == ([], [ADMIN])


async def test_a_reminder_of_what_is_mended_does_not_come() -> None:
    company = await left(Fabrikam(members=TWO))
    risks = [owed for owed in company.told() if owed.kind == "at_risk"]
    asked = await press(company, company.message(risks[-1:]), "Remind me …")
    await pressed(company, asked, "tomorrow")
    await company.changes(company.company.members[BOB], "Ev1b")
    await company.changes(replace(company.company.members[BOB], active=True), "Ev2")
    sent(company)

    for _ in range(5):
        company.now += timedelta(days=1)
        await company.conversations.look(FABRIKAM)

    assert [owed.details.get("again") for owed in company.told()].count("yes") == 1
    assert risks[-1].subject not in {subject for _, told in sent(company) for subject in told}
    assert "That is over" in await pressed(company, company.message(risks[-1:]), "I'll take it")


async def test_only_admins_take_something_and_old_buttons_say_so() -> None:
    company = await overridden()
    message = company.message(today=date(2018, 1, 29))

    assert "admins" in await pressed(company, message, "I'll take it", BOB)
    said = await company.conversations.press("care_take", "nonsense", caller(ADMIN))
    assert "button" in said.text
    said = await company.conversations.press("care_remind:1", "9 override_ending 1 - override/o1", caller(ADMIN))
    assert "button" in said.text


async def test_who_is_away_is_stood_in_for_until_they_are_back() -> None:
    company = Fabrikam(members=TWO, now=NIGHT)

    said = plain(await company.says(ADMIN, "away until 2018-01-20 @Zoe"))

    assert said == (
        "You are away until 20 January 2018. Until then <@U0ZOE> gets what would come to you; "
        "from 20 January 2018 on it is you again."
    )
    assert company.company.members[ADMIN].away == Away(date(2018, 1, 20), ZOE)
    assert "<@U0ADMIN> until 20 January 2018; <@U0ZOE> stands in." in plain(await company.says(ZOE, "away"))
    await left(company)
    assert {user for user, _ in sent(company)} == {ZOE}
    company.now = NOW + timedelta(days=5)
    assert "No admin is away" in plain(await company.says(ZOE, "away list"))


async def test_who_is_back_earlier_says_so() -> None:
    company = Fabrikam(members=TWO)
    await company.says(ADMIN, "away until 2018-01-20")

    assert "You are back" in plain(await company.says(ADMIN, "away off"))
    assert company.company.members[ADMIN].away == Away(NOW.date())
    assert "You are not away" in (await company.says(ADMIN, "away off")).text


async def test_in_german() -> None:
    company = Fabrikam(members=TWO)
    speaks_german(company, ADMIN)

    assert "Bis dahin bekommt <@U0ZOE>" in plain(await company.says(ADMIN, "abwesend bis 20.01.2018 @Zoe"))
    assert "vertreten durch <@U0ZOE>" in plain(await company.says(ADMIN, "abwesend"))
    assert "wieder da" in plain(await company.says(ADMIN, "abwesend aus"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("away until @Zoe", "Say until when"),
        ("away until 2018-01-15 @Zoe", "not after today"),
        ("away until 2018-01-14 @Zoe", "not after today"),
        ("away until 2019-01-17 @Zoe", "more than a year away"),
        ("away until 2018-01-20 @Root", "cannot stand in for yourself"),
        ("away until 2018-01-20 @Nobody", "know nobody called"),
        ("away until 2018-01-20 @Bob", "is no admin of Fabrikam"),
        ("away until 2018-01-20 <@U0BOB>", "is no admin of Fabrikam"),
    ],
)
async def test_an_absence_that_cannot_be_is_refused_with_its_cure(typed: str, said: str) -> None:
    company = Fabrikam(members=TWO)

    assert said in (await company.says(ADMIN, typed)).text
    assert company.company.members[ADMIN].away is None


async def test_a_circle_of_deputies_is_refused_and_members_are_no_admins() -> None:
    company = Fabrikam(members=TWO)
    await company.says(ADMIN, "away until 2018-01-20 @Zoe")

    assert "in the end, you to stand in" in (await company.says(ZOE, "away until 2018-01-19 @Root")).text
    assert "admins" in (await company.says(BOB, "away until 2018-01-19")).text
    assert "what is for you goes on coming" in plain(await company.says(ZOE, "away until 2018-01-19"))


async def test_a_single_admin_who_is_away_is_told_all_the_same() -> None:
    company = Fabrikam()

    assert "Nobody else is an admin" in (await company.says(ADMIN, "away until 2018-01-20 @Bob")).text
    assert "no other admin is there" in plain(await company.says(ADMIN, "away until 2018-01-20"))
    await left(company)
    assert {user for user, _ in sent(company)} == {ADMIN}


async def test_what_slack_tells_of_a_user_leaves_their_absence_alone() -> None:
    company = Fabrikam(members=TWO)
    await company.says(ADMIN, "away until 2018-01-20 @Zoe")

    await company.changes(Member(ADMIN, "Root Renamed", "admin", time_zone="America/New_York", updated=7))

    assert company.company.members[ADMIN].away == Away(date(2018, 1, 20), ZOE)
    assert company.companies.states[FABRIKAM].next_look == NOW


async def test_one_admin_alone_is_warned_after_a_day_and_not_if_there_is_another_by_then() -> None:
    for second in (False, True):
        company = Fabrikam()
        state = company.companies.states[FABRIKAM]
        company.companies.states[FABRIKAM] = replace(state, history=replace(state.history, open=frozenset()))
        await company.conversations.look(FABRIKAM)
        if second:
            await company.changes(Member(ZOE, "Zoe", "admin"))
        company.now += timedelta(days=1)
        await company.conversations.look(FABRIKAM)

        assert [subject for _, told in sent(company) for subject in told] == (
            [] if second else ["organisation/one-admin"]
        )
