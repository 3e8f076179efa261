from dataclasses import replace
from datetime import timedelta
from typing import NoReturn

import pytest

from domain.ports import StorageDownError
from handlers.replies import Reply
from handlers.views import Views
from tests.fakes import MemoryCompanies
from tests.handlers.contoso import (
    ADA,
    ADMIN,
    BOB,
    CARLA,
    GUEST,
    NOW,
    ORGANISATION,
    STRANGER,
    TODAY,
    Contoso,
    buttons,
    caller,
    grammar,
    labels,
    plain,
)

NAMES = ("Lovelace", "Ross", "Weiß")
QUESTIONS = (
    "what do we need for Gold in Cloud Platform?",
    "what do we need for Gold in DevOps?",
    "who counts for Silver in Cloud Platform?",
    "who counts for Application Development?",
    "who holds 70-533?",
    "how are we doing?",
    "how are we doing in DevOps?",
)
SHARE = "Share in this channel"


class Away(MemoryCompanies):
    """A database that is away."""

    async def at(self, team: str, *_place: object) -> NoReturn:
        """Fail as it does."""
        raise StorageDownError(team)


class Broken(MemoryCompanies):
    """A mistake of ours."""

    async def at(self, team: str, *_place: object) -> NoReturn:
        """Fail as nobody expects."""
        raise ZeroDivisionError(f"secret detail of {team}")


def said(reply: Reply) -> str:
    return reply.text + plain(reply)


def named(replies: list[Reply]) -> set[str]:
    return {name for reply in replies for name in NAMES if name in said(reply)}


async def asked_all(contoso: Contoso, user: str) -> list[Reply]:
    return [await contoso.asked(question, user) for question in QUESTIONS]


async def asked_all_in_channel(contoso: Contoso, user: str) -> list[Reply]:
    return [await contoso.asked_in_channel(question, user) for question in QUESTIONS]


async def test_an_admin_reads_names_in_private_and_nobody_does_in_a_channel() -> None:
    contoso = Contoso()

    assert named(await asked_all(contoso, ADMIN)) == {*NAMES}
    assert named(await asked_all_in_channel(contoso, ADMIN)) == set()


@pytest.mark.parametrize("user", [ADA, BOB, CARLA])
async def test_members_read_no_names_anywhere(user: str) -> None:
    contoso = Contoso()

    assert named(await asked_all(contoso, user)) == set()
    assert named(await asked_all_in_channel(contoso, user)) == set()


async def test_where_the_organisation_opened_names_a_channel_reads_them_and_members_alone_do_not() -> None:
    contoso = Contoso(organisation=replace(ORGANISATION, names_in_channels=True))

    assert named(await asked_all_in_channel(contoso, BOB)) == {*NAMES}
    assert named(await asked_all(contoso, BOB)) == set()


async def test_a_guest_who_is_not_on_record_and_a_stranger_hear_one_sentence() -> None:
    contoso = Contoso()

    assert {said(reply) for reply in await asked_all(contoso, GUEST)} == {
        (
            "You are a guest and not on record here, so I can do nothing for you yet. "
            "An admin can put you on record: by sending me the vendor's export with your exams."
        )
    }
    assert {said(reply) for reply in await asked_all(contoso, STRANGER)} == {
        "I have not met you in this workspace yet. Please try again in a minute, or ask an admin."
    }


@pytest.mark.parametrize("question", [*QUESTIONS, "mine", "help", "link 70-533 2017-11-20"])
async def test_in_a_channel_with_other_companies_nothing_at_all_is_said(question: str) -> None:
    where = caller(ADMIN, private=False, shared=True)
    reply = await Contoso().conversations.hear(question, where, slash=False)

    assert reply.text.startswith("I say nothing here")
    assert (reply.blocks, reply.audience) == ((), "person")


async def test_an_answer_in_private_is_for_the_person_and_one_in_a_channel_for_the_channel() -> None:
    contoso = Contoso()

    assert (await contoso.asked("how are we doing?")).audience == "person"
    assert (await contoso.asked_in_channel("how are we doing?")).audience == "channel"


async def test_sharing_shows_the_channel_the_same_answer_without_names() -> None:
    contoso = Contoso()
    mine = await contoso.asked("who counts for Silver in Cloud Platform?")
    shared = await contoso.pressed(mine, SHARE)

    assert "Counted: Ada Lovelace." in plain(mine)
    assert "Counted: 1 person." in plain(shared)
    assert shared.audience == "channel"
    assert SHARE not in labels(shared)


async def test_what_is_shared_later_speaks_of_the_day_on_which_it_was_asked() -> None:
    contoso = Contoso()
    asked = await contoso.asked("need silver devops", slash=True)
    contoso.now = NOW + timedelta(days=90)
    shared = await contoso.pressed(asked, SHARE)

    assert "As of today, 15 January 2018." in plain(shared)
    assert "✅ *Silver in DevOps: met*" in plain(shared)


async def test_a_shared_answer_keeps_its_language() -> None:
    contoso = Contoso()
    asked = await contoso.asked("Was brauchen wir für Gold in Cloudplattform?", ADMIN)

    assert "nicht erfüllt" in plain(await contoso.pressed(asked, "In diesem Kanal teilen"))


async def test_sharing_into_a_channel_with_other_companies_says_nothing() -> None:
    contoso = Contoso()
    button = buttons(await contoso.asked("how are we doing?"))[-1]
    reply = await contoso.conversations.press(button["action_id"], button["value"], caller(ADMIN, shared=True))

    assert reply.text.startswith("I say nothing here")


@pytest.mark.parametrize("channel", [None, "D0DIRECT"])
async def test_where_no_channel_is_there_is_nothing_to_share(channel: str | None) -> None:
    where = replace(caller(ADMIN), channel=channel)

    assert SHARE not in labels(await Contoso().conversations.hear("status", where, slash=True))


@pytest.mark.parametrize(("action", "value"), [("share", "nonsense"), ("share", "x / y"), ("gone:1", "")])
async def test_a_button_that_nobody_knows_any_more_says_so(action: str, value: str) -> None:
    reply = await Contoso().conversations.press(action, value, caller(ADMIN))

    assert reply.text == "This button belongs to an older message. Please ask again."


async def test_the_day_is_the_organisations_and_not_the_servers() -> None:
    contoso = Contoso(now=NOW.replace(day=14, hour=23))

    assert "15 January 2018" in (await contoso.asked("how are we doing?")).text


async def test_a_text_without_end_is_refused_in_one_sentence() -> None:
    reply = await Contoso().asked("gold " * 8000)

    assert reply.text == "That is too long for me: 40000 characters. Please ask in at most 2000."
    assert reply.blocks == ()


async def test_a_database_that_is_away_is_said_with_what_to_do() -> None:
    reply = await Contoso(companies=Away()).asked("how are we doing?")

    assert reply.text.startswith("I cannot reach my records just now, so nothing was changed.")


async def test_what_nobody_expected_shows_the_number_to_quote_and_nothing_of_itself() -> None:
    reply = await Contoso(companies=Broken()).asked("how are we doing?")

    assert "quote req-1" in reply.text
    assert "secret" not in reply.text


async def test_a_refusal_is_in_the_language_of_the_question() -> None:
    reply = await Contoso().asked("Was brauchen wir für Silver in ERP?", ADMIN)

    assert reply.text == (
        "Die Regeln vom 15. Dezember 2017 kennen für Enterprise Resource Planning die Stufe Silver nicht. "
        "Sie kennen: Gold."
    )


async def test_the_same_revision_and_day_are_worked_out_once() -> None:
    company = await Contoso().companies.get("contoso")
    views, programme = Views(), grammar().catalogue[ORGANISATION.programme]
    first = views.of(company, programme, TODAY)

    assert views.of(company, programme, TODAY) is first
    assert first.standing is first.standing
    assert views.of(company, programme, TODAY + timedelta(days=1)) is not first
    assert views.of(replace(company, revision=2), programme, TODAY) is not first


async def test_only_the_views_asked_for_last_are_kept() -> None:
    company = await Contoso().companies.get("contoso")
    views, programme = Views(kept=2), grammar().catalogue[ORGANISATION.programme]
    first, second = (views.of(company, programme, TODAY + timedelta(days=n)) for n in range(2))
    views.of(company, programme, TODAY)
    views.of(company, programme, TODAY + timedelta(days=2))

    assert views.of(company, programme, TODAY) is first
    assert views.of(company, programme, TODAY + timedelta(days=1)) is not second
