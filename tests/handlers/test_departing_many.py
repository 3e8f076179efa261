"""Many who leave within an hour: one question, and one word for all of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.handlers.contoso import plain, plain_blocks, unsendable
from tests.handlers.departures import GRACE, associations, departed, gone, labels, left_on, press, staff
from tests.handlers.fabrikam import ADA, BOB, NOW


async def test_six_within_an_hour_are_one_question_with_the_same_choices_for_all() -> None:
    company = staff()
    for number in range(6):
        company.now = NOW + timedelta(minutes=11 * number)
        await gone(company, f"U0P{number}")
    reply = company.message(departed(company))

    assert [owed.kind for owed in company.told()] == ["departed"] * 5 + ["departed_many"]
    assert plain(reply).startswith(
        "👋 *6 accounts were deactivated within an hour:* Person 0, Person 1, Person 2, Person 3, Person 4 and Person 5"
    )
    assert labels(reply) == ["All left", "All on leave", "A mistake: restore all", "One by one"]
    assert unsendable(reply) == []


async def test_the_question_says_what_all_of_them_cost_whoever_of_them_was_told_before_or_follows() -> None:
    company = staff(5)
    for number, user in enumerate((BOB, *(f"U0P{number}" for number in range(5)))):
        company.now = NOW + timedelta(minutes=number)
        await gone(company, user)
    asked = plain(company.message([company.told()[-1]]))
    company.now = NOW + timedelta(minutes=30)
    await gone(company, ADA)
    company.now = NOW + timedelta(minutes=61)
    await company.conversations.look("fabrikam")
    late = next(owed for owed in company.told() if owed.step == "rest")

    assert "No longer met: *Application Development Silver and Cloud Platform Gold*." in asked
    assert "No level is lost" not in asked
    assert "No longer met: *Cloud Platform Silver" in plain(company.message([late]))


@pytest.mark.parametrize("label", ["All on leave", "A mistake: restore all", "All left"])
async def test_one_word_settles_them_all_and_a_second_one_nothing(label: str) -> None:
    company = staff()
    reply = await gone(company, *(f"U0P{number}" for number in range(6)))
    await press(company, company.message(company.told()[:1]), "Mistake")

    if label == "All left":
        sent = (await left_on(company, reply, "2018-01-14", label)).view
        heard = "" if sent is None else plain_blocks(sent["blocks"])
    else:
        heard = plain(await press(company, reply, label))
    found = {associations(company, f"p{number}") for number in range(1, 6)}

    assert "Settled" in heard
    assert "Person 1, Person 2, Person 3, Person 4 and Person 5" in heard
    assert "Person 0" not in heard
    assert all(known is not None and not known[0].provisional for known in found)
    assert {known[0].until for known in found if known} == {date(2018, 1, 14) if label == "All left" else None}
    assert "none is open any more" in (await press(company, reply, "A mistake: restore all", GRACE)).text


async def test_one_by_one_asks_about_each_who_is_open_still() -> None:
    company = staff()
    reply = await gone(company, *(f"U0P{number}" for number in range(6)))
    each = await press(company, reply, "One by one")
    await press(company, each, "On leave")
    again = await press(company, reply, "One by one")

    assert plain(each).splitlines()[1] == "*Person 0*: deactivated on 15 January 2018"
    assert len(labels(each)) == 18
    assert unsendable(each) == []
    assert "Person 0" not in plain(again)


async def test_who_joins_after_the_question_is_not_settled_by_its_buttons() -> None:
    company = staff()
    reply = await gone(company, *(f"U0P{number}" for number in range(6)))
    company.now += timedelta(minutes=5)
    await gone(company, "U0P6")

    await press(company, reply, "All on leave")
    late = associations(company, "p6")
    company.now = NOW + timedelta(hours=1)
    await company.conversations.look("fabrikam")

    assert late is not None
    assert late[0].provisional
    assert "👋 *1 account was deactivated within an hour:* Person 6" in plain(company.message(departed(company)))


async def test_a_message_with_singles_and_the_question_asks_once() -> None:
    company = staff()
    await gone(company, *(f"U0P{number}" for number in range(6)))
    reply = company.message(company.told())

    assert labels(reply) == ["All left", "All on leave", "A mistake: restore all", "One by one"]
    assert plain(reply).count("Person 3") == 1


async def test_those_who_are_many_are_looked_through_some_at_a_time_whoever_was_settled_meanwhile() -> None:
    company = staff(10)
    reply = await gone(company, *(f"U0P{number}" for number in range(10)))
    each = await press(company, reply, "One by one")
    await press(company, each, "Mistake")
    rest = await press(company, each, "More")

    assert len(labels(each)) == 8 * 3 + 1
    assert "… and 2 more." in plain(each)
    assert [line for line in plain(rest).splitlines() if "Person" in line] == [
        "*Person 8*: deactivated on 15 January 2018",
        "*Person 9*: deactivated on 15 January 2018",
    ]
    assert unsendable(each) == unsendable(rest) == []
    await press(company, rest, "Mistake")
    await press(company, rest, "On leave")


async def test_several_who_are_back_are_told_in_one_line() -> None:
    company = staff()
    users = ["U0P1", "U0P2", "U0P3"]
    await gone(company, *users)
    for user in users:
        await company.changes(replace(company.company.members[user], active=True), f"back-{user}")

    said = plain(company.message([owed for owed in company.told() if owed.kind == "returned"]))

    assert said.startswith("↩️ *Person 1, Person 2 and Person 3 are back* and count for Fabrikam as if never gone.\n")
    assert said.count("↩️") == 1
