"""People whom a file brought and who are nobody in Slack: who is asked, once, whether that is them; what admins see."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from domain.asked import AskedWho
from domain.ports import Member
from handlers.replies import Reply
from tests.handlers.contoso import ADMIN, BOB, FACTS, MEMBERS, TODAY, Contoso, caller, earned, labels, person, plain

ZOE, ZOE_TOO = "U0ZOE", "U0ZOE2"
IMPORTED = person("zoe", "Müller, Zoé", earned("70-533"))
USERS = {ZOE: Member(ZOE, "Zoe Muller", "member"), ZOE_TOO: Member(ZOE_TOO, "zoé müller", "member")}


def company(*users: str, **more: object) -> Contoso:
    """Contoso with somebody imported who is nobody in Slack, and some users."""
    members = [replace(USERS[user], **more) for user in users]  # type: ignore[arg-type]  # checked by replace itself
    return Contoso(facts=replace(FACTS, people=(*FACTS.people, IMPORTED)), members=(*MEMBERS, *members))


async def looked(found: Contoso) -> Mapping[str, AskedWho | None]:
    """Who was asked what, after a look."""
    await found.conversations.look("contoso")
    state = found.companies.states["contoso"]
    return {user: state.company.members[user].asked for user, notice in state.told if notice.kind == "invited"}


async def answers(found: Contoso, user: str, said: str) -> Reply:
    """What somebody hears who presses a button of the question."""
    return await found.conversations.press(f"is_me:{said}", f"{said} zoe", caller(user))


async def people_of(found: Contoso, user: str = ADMIN) -> str:
    """What an admin sees."""
    return plain(await found.asked("people", user, slash=True))


async def test_who_alone_has_the_name_is_asked_once_whatever_its_accents_and_order() -> None:
    found = company(ZOE)

    assert await looked(found) == {ZOE: AskedWho("zoe", TODAY)}
    before = found.companies.states["contoso"].told
    await looked(found)

    assert found.companies.states["contoso"].told == before
    assert "• Müller, Zoé: I asked <@U0ZOE> on 15 January 2018, and have no answer yet." in await people_of(found)


@pytest.mark.parametrize(
    ("users", "more", "said"),
    [
        ((), {}, "nobody in Slack is called so."),
        ((ZOE, ZOE_TOO), {}, "several people are called so, so I asked none of them."),
        ((ZOE,), {"role": "guest"}, "nobody in Slack is called so."),
        ((ZOE,), {"active": False}, "nobody in Slack is called so."),
        ((ZOE,), {"elsewhere": True}, "nobody in Slack is called so."),
        ((ZOE,), {"asked": AskedWho("ada", TODAY, is_them=False)}, "perhaps <@U0ZOE>, whom I have not asked yet."),
    ],
)
async def test_nobody_is_asked_by_a_name_that_does_not_tell_who(
    users: tuple[str, ...], more: dict[str, object], said: str
) -> None:
    found = company(*users, **more)

    assert await looked(found) == {}
    assert f"• Müller, Zoé: {said}" in await people_of(found)


async def test_who_says_yes_is_that_person_and_who_says_no_is_seen_by_admins_to_have_said_so() -> None:
    yes, no = company(ZOE), company(ZOE)
    for found in (yes, no):
        await looked(found)

    assert (await answers(yes, ZOE, "yes")).text.startswith("✅ Good to know you.")
    assert (await answers(no, ZOE, "no")).text.startswith("Thank you, I have noted it.")
    assert yes.companies.states["contoso"].company.members[ZOE].person == "zoe"
    assert await people_of(yes) == "Everybody on record who counts for the company is known in Slack."
    assert "I asked <@U0ZOE> on 15 January 2018, who says that this is somebody else." in await people_of(no)
    again = await answers(yes, ZOE, "yes")
    assert again.text.startswith("This is settled already")


async def test_nobody_answers_a_question_that_another_was_asked() -> None:
    found = company(ZOE)
    await looked(found)

    for user in (BOB, ADMIN):
        assert "button" in (await answers(found, user, "yes")).text
        assert found.companies.states["contoso"].company.members[user].person != "zoe"
    refused = await found.asked("people", BOB, slash=True)
    assert refused.text.startswith("Only admins can do this")


async def test_many_who_are_nobody_in_slack_are_read_some_at_a_time() -> None:
    many = tuple(person(f"x{n:02}", f"Nobody {n:02}", earned("70-533")) for n in range(25))
    found = Contoso(facts=replace(FACTS, people=(*FACTS.people, *many)))
    first = await found.asked("people", slash=True)
    second = await found.pressed(first, "More")

    assert "Nobody 09" in plain(first)
    assert "Nobody 10" not in plain(first)
    assert "Nobody 10" in plain(second)
    assert labels(second) == ["More", "As a table"]
