"""Whatever is asked in a channel, of every intent and by every command: the channel reads of nobody but who asked."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from domain.facts import Association, CredentialOverride
from domain.ports import Member
from handlers.grammar import COMMANDS, Context
from handlers.replies import Reply
from handlers.requests import Question
from handlers.roles import INTENTS
from tests.handlers.contoso import (
    ADMIN,
    BOB,
    FACTS,
    MEMBERS,
    ORGANISATION,
    OVERRIDE,
    PEOPLE,
    TODAY,
    Contoso,
    buttons,
    caller,
    grammar,
)

MANAGER = "U0MANAGER"
NAMES = ("Ada", "Lovelace", "Bob", "Ross", "Carla", "Weiß", "Root", "Mona", "U0ADA", "U0BOB", "U0CARLA", ADMIN, MANAGER)
OWN: Mapping[str, tuple[str, ...]] = {ADMIN: ("Root", ADMIN), MANAGER: ("Mona", MANAGER), BOB: ("Bob", "Ross", "U0BOB")}
WHOM_TO_ASK = ("Only admins can", "Only managers and admins", "Das dürfen von anderen nur", "Das können nur")
QUESTIONS = (
    "what do we need for Gold in Cloud Platform?",
    "what do we need for Silver in DevOps?",
    "how are we doing?",
    "how are we doing in Cloud Platform?",
    "who counts for Silver in Cloud Platform?",
    "who holds 70-496?",
    "what expires this year?",
    "are we at risk?",
    "when do we renew?",
    "which overrides are active?",
    "what are the benefits of gold?",
    "what do I hold?",
    "what should I take next?",
    "what should <@U0CARLA> take next?",
    "what if we lose 70-533?",
    "what if <@U0ADA> leaves?",
    "I passed 70-533 on 20 November 2017",
    "help",
    "the weather",
    "Was brauchen wir für Gold in Cloudplattform?",
    "Wie stehen wir?",
    "Wer zählt für Silber in Cloudplattform?",
    "Was läuft dieses Jahr ab?",
    "Sind wir gefährdet?",
    "Wann müssen wir verlängern?",
    "Welche Ausnahmen gelten?",
    "Was sollte ich als Nächstes machen?",
    "Was wäre, wenn <@U0ADA> geht?",
)
TYPED = (*dict.fromkeys((*QUESTIONS, *(entry.example for entry in COMMANDS))),)


def company(text: str) -> Contoso:
    """One company for all that is only asked, and one of its own for what may change it."""
    return asked() if text in QUESTIONS else made()


@cache
def asked() -> Contoso:
    """It knows what it worked out for the questions before."""
    return made()


def made() -> Contoso:
    """Somebody is to leave, an exam expires, an override is a person's, and somebody is a manager."""
    ada, *others = PEOPLE
    leaves = replace(ada, associations=(Association(date(2017, 1, 1), date(2018, 3, 1)),))
    lent = CredentialOverride("bob", "70-498", date(2017, 12, 1), date(2018, 3, 1), "o2")
    facts = replace(FACTS, people=(leaves, *others), overrides=(OVERRIDE, lent))
    organisation = replace(ORGANISATION, roles=((MANAGER, "manager"),))
    return Contoso(facts, (*MEMBERS, Member(MANAGER, "Mona", "member")), organisation)


def named(reply: Reply, asker: str) -> set[str]:
    """Whoever else than the asker is named in an answer, its buttons, or its file."""
    said = reply.text + json.dumps([reply.blocks, reply.view], ensure_ascii=False)
    said += reply.document.content.decode("utf-8", "replace") if reply.document else ""
    return {name for name in NAMES if name not in OWN[asker] and re.search(rf"\b{re.escape(name)}\b", said)}


def test_every_intent_is_asked() -> None:
    read = (grammar().parse(text, Context(TODAY, "en", ORGANISATION.programme)) for text in QUESTIONS)

    assert {each.intent for each in read if isinstance(each, Question)} == {*INTENTS}


@pytest.mark.parametrize("text", TYPED)
async def test_a_channel_reads_of_nobody_else_whoever_asks_there(text: str) -> None:
    known = company(text)
    for asker in (BOB, MANAGER, ADMIN):
        reply = await known.asked_in_channel(text, asker)

        assert reply.audience == "person" or not named(reply, asker)
        assert reply.audience == "person" or reply.document is None


@pytest.mark.parametrize("text", TYPED)
async def test_a_member_reads_of_nobody_but_whom_to_ask_and_neither_does_whoever_presses_after_them(text: str) -> None:
    known = company(text)
    mine = await known.asked(text, ADMIN)
    offered = [button for button in buttons(mine) if not button["action_id"].startswith("remind")]
    pressed = [await known.conversations.press(b["action_id"], b["value"], caller(BOB)) for b in offered]
    found = [await known.asked(text, BOB), *pressed]

    assert [reply.text[:80] for reply in found if named(reply, BOB) and not reply.text.startswith(WHOM_TO_ASK)] == []


@pytest.mark.parametrize("text", TYPED)
async def test_what_can_be_shared_is_shared_and_names_nobody_else(text: str) -> None:
    known = company(text)
    for button in buttons(await known.asked(text, ADMIN)):
        if button["action_id"].startswith("share"):
            shared = await known.conversations.press(button["action_id"], button["value"], caller(ADMIN))
            assert (shared.audience, named(shared, ADMIN)) == ("channel", set())
