"""A few words in a thread go on from what was asked there before, and from nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.ports import StorageDownError
from domain.threads import Thread
from handlers.replies import Reply
from tests.fakes import MemoryCompanies
from tests.handlers.contoso import ADA, ADMIN, CARLA, NOW, Contoso, caller, labels, plain

GOLD = "what do we need for Gold in Cloud Platform?"
DIRECT = "D0ADMIN"


class Forgetful(MemoryCompanies):
    """A database that takes no question."""

    async def keep_asked(self, organisation: str, thread: Thread, asked: str, at: object, until: object) -> None:
        """Fail as it does."""
        raise StorageDownError(f"{organisation} {thread} {asked} {at} {until}")


async def said(company: Contoso, text: str, thread: str | None = "1.0", user: str = ADMIN) -> Reply:
    """What is heard in a thread of the channel."""
    return await company.conversations.hear(text, replace(caller(user, private=False), thread=thread), slash=False)


async def talked(company: Contoso, text: str, user: str = ADMIN) -> Reply:
    """What somebody hears in their direct conversation."""
    direct = replace(caller(user), channel=DIRECT, thread="")
    return await company.conversations.hear(text, direct, slash=False)


def same(one: Reply, other: Reply) -> bool:
    """Whether two answers say and offer the same; what their buttons remember of the words is their own."""
    return [(plain(reply), labels(reply), reply.audience) for reply in (one, other)] == 2 * [
        (plain(other), labels(other), other.audience)
    ]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("and for Silver?", "what do we need for Silver in Cloud Platform?"),
        ("what about DevOps?", "what do we need for Gold in DevOps?"),
        ("and on 1 March?", "what do we need for Gold in Cloud Platform on 1 March?"),
        ("who?", "who counts for Gold in Cloud Platform?"),
        ("why?", GOLD),
        ("und für Silber?", "Was brauchen wir für Silber in Cloudplattform?"),
        ("wer?", "Wer zählt für Gold in Cloudplattform?"),
    ],
)
async def test_a_few_words_are_answered_as_the_whole_question(words: str, whole: str) -> None:
    company = Contoso()
    await said(company, GOLD)

    assert same(await said(company, words), await said(Contoso(), whole))


async def test_one_may_go_on_and_on() -> None:
    company = Contoso()
    await said(company, GOLD)
    await said(company, "and for Silver?")

    assert same(await said(company, "and DevOps?"), await said(Contoso(), "what do we need for Silver in DevOps?"))


async def test_whoever_is_asked_about_is_left_out_of_what_would_be() -> None:
    company = Contoso()
    await talked(company, "Was brauchen wir für Gold in Cloudplattform?")

    assert same(await talked(company, "und ohne Ada?"), await talked(Contoso(), "Was passiert, wenn Ada geht?"))


async def test_nothing_goes_from_one_thread_to_another_or_to_who_asks_beside_it() -> None:
    company = Contoso()
    await said(company, GOLD, "1.0")
    alone = await said(Contoso(), "and for Silver?")

    assert await said(company, "and for Silver?", "2.0") == alone
    assert await said(company, "and for Silver?", None) == alone
    assert (await talked(company, "and for Silver?")).text == alone.text


async def test_nothing_goes_from_one_organisation_to_another() -> None:
    company = Contoso()
    await said(company, GOLD)
    other = Contoso(organisation=replace(company.organisation, id="other"))
    other.companies.asked = dict(company.companies.asked)

    assert await said(other, "and for Silver?") == await said(Contoso(), "and for Silver?")


@pytest.mark.parametrize(("later", "goes_on"), [(86_399, True), (86_400, False)])
async def test_a_thread_speaks_of_the_same_for_a_day(later: int, goes_on: bool) -> None:  # noqa: FBT001 - a parameter
    company = Contoso()
    await said(company, GOLD)
    company.now = NOW + timedelta(seconds=later)
    other = Contoso(now=company.now)

    expected = "what do we need for Silver in Cloud Platform?" if goes_on else "and for Silver?"
    assert (await said(company, "and for Silver?")).text == (await said(other, expected)).text


@pytest.mark.parametrize(("later", "goes_on"), [(3599, True), (3600, False)])
async def test_a_direct_conversation_speaks_of_the_same_for_an_hour(later: int, goes_on: bool) -> None:  # noqa: FBT001 - a parameter
    company = Contoso()
    await talked(company, GOLD)
    company.now = NOW + timedelta(seconds=later)

    assert ("Silver in Cloud Platform: met" in (await talked(company, "and for Silver?")).text) == goes_on


async def test_where_the_words_leave_several_they_are_asked_back_with_buttons() -> None:
    company = Contoso()
    await said(company, GOLD)

    assert labels(await said(company, "and in data?")) == [
        "What do we need for Gold in Data Analytics?",
        "What do we need for Gold in Data Platform?",
    ]


async def test_what_stands_by_itself_goes_on_from_nothing() -> None:
    company = Contoso()
    await said(company, GOLD)

    for text in ("how are we doing?", "who holds 70-533?", "tell me a joke", "thanks", "help", "and lunch?"):
        assert (await said(company, text)).text == (await said(Contoso(), text)).text, text


async def test_in_a_channel_only_counts_are_told_however_it_is_asked() -> None:
    company = Contoso()
    await said(company, GOLD)

    assert "Lovelace" not in (await said(company, "who?")).text


async def test_who_speaks_is_read_in_their_own_words() -> None:
    company = Contoso()
    about_carla = await talked(company, "Was läuft bei mir ab?", CARLA)

    assert "70-347" in about_carla.text
    assert "70-347" not in (await talked(company, "what expires for me?", ADA)).text


async def test_an_answer_does_not_wait_for_what_is_kept() -> None:
    assert await said(Contoso(companies=Forgetful()), GOLD) == await said(Contoso(), GOLD)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("what do we need for Infrastructure?", "Solutions Partner in Infrastructure: not met"),
        ("Wie stehen wir bei Infrastruktur?", "Solutions Partner in Infrastruktur: nicht erfüllt"),
        ("What do we need for AWS Premier?", "Premier in Services Path: not met"),
    ],
)
async def test_a_question_about_another_programme_is_answered_by_its_rules(text: str, about: str) -> None:
    company = Contoso()
    first = await talked(company, text)

    assert about in first.text
    assert "DevOps" not in (await talked(company, "and on 1 March?")).text


async def test_a_question_that_is_pressed_is_gone_on_from_as_one_that_is_typed() -> None:
    company = Contoso()
    await company.conversations.press("ask:0", f"en {GOLD}", replace(caller(ADMIN), thread="1.0"))

    whole = await said(Contoso(), "what do we need for Silver in Cloud Platform?")
    assert same(await said(company, "and for Silver?"), whole)


async def test_what_is_pressed_where_nobody_can_write_behind_it_is_not_kept() -> None:
    company = Contoso()
    await company.conversations.press("ask:0", f"en {GOLD}", caller(ADMIN))

    assert "Cloud Platform" not in (await said(company, "and for Silver?")).text
