from dataclasses import replace

import pytest

from handlers.replies import Reply
from tests.handlers.contoso import ADA, ADMIN, BOB, CARLA, GUEST, Contoso, caller, labels, plain, unsendable

GOLD = "what do we need for Gold in Cloud Platform?"
WHY = """\
❌ *Gold in Cloud Platform: not met*
As of today, 15 January 2018.
Missing on the shortest way: 1 person.
❌ *Azure consumption*
\u2003\u2003✅ Azure consumption of customers: US$114,000 reported, at least US$100,000 needed
\u2003\u2003\u2003\u2003Reported: 12 of the last 12 months.
\u2003\u2003\u2003\u2003Counts only where you are Digital Partner of Record or Transacting Partner of Record.
\u2003\u2003❌ one of these:
"""
MOST_LINES = 14


async def after(question: str, label: str, user: str = ADMIN) -> Reply:
    company = Contoso()
    found = await company.pressed(await company.asked(question, user), label, user)
    assert found.audience == "person"
    return found


async def test_why_shows_the_tree_of_the_rule_with_a_mark_at_each_part_and_its_ground() -> None:
    found = await after(GOLD, "Why?")

    assert unsendable(found) == []
    assert plain(found).startswith(WHY)
    assert "So far: Ada Lovelace." in plain(found)
    assert "Together, each person in one place only: 1 of 2 places filled." in plain(found)
    assert "How the rules are read: 70-535 replaces 70-534" in plain(found)


@pytest.mark.parametrize(
    "question", [GOLD, "what do we need for DevOps?", "how are we doing?", "who counts for DevOps?"]
)
@pytest.mark.parametrize("user", [ADMIN, CARLA])
async def test_the_first_answer_is_no_longer_than_a_phone_shows(question: str, user: str) -> None:
    shown = await Contoso().asked(question, user)

    assert len(plain(shown).splitlines()) <= MOST_LINES + 2
    assert len(labels(shown)) <= 5


@pytest.mark.parametrize(("user", "named"), [(ADMIN, True), (ADA, False), (CARLA, False)])
@pytest.mark.parametrize(("label", "name"), [("Why?", "Ada Lovelace"), ("Who is nearest?", "Bob Ross")])
async def test_each_step_says_names_to_those_alone_who_may_know_them(
    user: str, label: str, name: str, *, named: bool
) -> None:
    found = await after("what do we need for Gold in DevOps?", label, user)

    assert (name in plain(found)) == named
    assert unsendable(found) == []


async def test_who_is_nearest_reads_what_they_lack_themselves() -> None:
    assert "you (missing: 70-498)" in plain(await after("what do we need for Gold in DevOps?", "Who is nearest?", BOB))


async def test_what_can_no_longer_be_earned_is_asked_of_nobody() -> None:
    said = plain(await after(GOLD, "Who is nearest?"))

    assert "Still to find: 1 person with 70-532, 70-533, 70-535" in said
    assert "Nobody holds any part of it yet." in said


async def test_when_it_lapses_is_the_forecast_of_that_competency_and_can_be_shared() -> None:
    company = Contoso()
    lapse = await company.pressed(await company.asked("need silver devops", slash=True), "When does it lapse?")

    assert "What is known to come for DevOps until 1 May 2018" in plain(lapse)
    assert "What is known to come for DevOps" in plain(await company.pressed(lapse, "Share in this channel"))


@pytest.mark.parametrize(
    "value", ["", "en nowhere gold -", "en cloud-platform platinum -", "en cloud-platform gold x", "x y"]
)
@pytest.mark.parametrize("kind", ["why", "nearest", "lapse", "picture_need", "picture_status", "picture_expiring"])
async def test_a_button_of_another_time_says_so(kind: str, value: str) -> None:
    said = await Contoso().conversations.press(kind, value, caller(ADMIN))

    assert said.text == "This button belongs to an older message. Please ask again."


async def test_a_guest_learns_nothing_by_pressing() -> None:
    members = tuple(replace(m, person="bob") if m.user == GUEST else m for m in Contoso().members if m.user != BOB)
    said = await Contoso(members=members).conversations.press("why", "en cloud-platform gold -", caller(GUEST))

    assert said.blocks == ()
    assert "Cloud" not in said.text


async def test_where_everything_is_met_nobody_is_near() -> None:
    company = Contoso()

    assert labels(await company.asked("what do we need for Silver in Cloud Platform?"))[:2] == [
        "Why?",
        "When does it lapse?",
    ]
    near = await company.conversations.press("nearest", "de cloud-platform silver -", caller(ADMIN))
    assert "Hier fehlt keine Person." in plain(near)


async def test_how_we_are_doing_is_drawn_behind_a_button_and_nothing_newer_goes_with_the_answer() -> None:
    company = Contoso()
    one = await company.asked("what expires until 2018-06-30?")
    plainly = await company.asked("status", slash=True)
    pressed = await company.pressed(plainly, "Show as a picture")
    drawn = [block for block in pressed.blocks if block["type"] == "data_visualization"]

    assert "Show as a picture" not in labels(one)
    assert [b for reply in (one, plainly) for b in reply.blocks if b["type"] == "data_visualization"] == []
    assert plain(pressed).startswith(plain(plainly)[:40])
    assert drawn[0]["chart"]["series"][0]["data"][0] == {"label": "Cloud Platform", "value": 50}
