from dataclasses import replace

import pytest

from handlers.grammar import COMMANDS, Context
from handlers.requests import Question
from tests.handlers.contoso import (
    ADA,
    ADMIN,
    BOB,
    CARLA,
    GUEST,
    MEMBERS,
    NOW,
    Contoso,
    buttons,
    grammar,
    labels,
    plain,
)

FOR_EVERYBODY = """\
*Ask me, or type a command*
• What a level needs and what is missing: `/assay need gold cloud platform`
"""


async def test_help_names_every_command_with_an_example_and_admins_alone_read_theirs() -> None:
    contoso = Contoso()
    admins = plain(await contoso.asked("help", ADMIN, slash=True))
    members = plain(await contoso.asked("help", ADA, slash=True))

    assert admins.startswith(FOR_EVERYBODY)
    assert members.startswith(FOR_EVERYBODY)
    assert [entry.name for entry in COMMANDS if f"`/assay {entry.example}`" not in admins] == []
    assert [e.name for e in COMMANDS if e.admin_only and e.example in members] == []


@pytest.mark.parametrize("user", [ADA, GUEST])
async def test_help_offers_nobody_what_they_are_refused(user: str) -> None:
    known = replace(next(member for member in MEMBERS if member.user == GUEST), person="bob")
    contoso = Contoso(members=(*(m for m in MEMBERS if m.user not in {GUEST, BOB}), known))
    shown = plain(await contoso.asked("help", user, slash=True))
    replies = {e.name: await contoso.asked(e.example, user, slash=True) for e in COMMANDS if e.example in shown}

    assert "mine" in replies
    assert [name for name, reply in replies.items() if reply.text.startswith(("Only", "You are a guest"))] == []


async def test_every_example_of_the_help_is_understood() -> None:
    context = Context(NOW.date(), "en", "ms-mpn-competencies")
    requests = {entry.name: grammar().parse(entry.example, context) for entry in COMMANDS}

    assert [name for name, r in requests.items() if isinstance(r, Question) and r.intent == "unknown"] == []


async def test_help_in_german_speaks_german() -> None:
    assert plain(await Contoso().asked("help", CARLA, slash=True)).startswith("*Frag mich, oder tippe einen Befehl*\n")
    assert plain(await Contoso().asked("Was kannst du?", ADA)).startswith("*Frag mich, oder tippe einen Befehl*\n")


async def test_what_is_not_understood_gets_three_questions_that_work() -> None:
    contoso = Contoso()
    lost = await contoso.asked("tell me a joke")

    assert plain(lost) == "I did not understand that. I know the partner programme; you can ask, for example:"
    assert labels(lost) == [
        "How are we doing?",
        "What do we need for Gold in Cloud Platform?",
        "What have I linked?",
    ]
    for label in labels(lost):
        assert "did not understand" not in plain(await contoso.pressed(lost, label))


@pytest.mark.parametrize(
    "question",
    [
        "which certifications expire by the end of March?",
        "are we at risk?",
        "when do we have to renew?",
        "what do we get with Silver?",
        "which exam should I take next?",
        "what happens if <@U0ADA> leaves?",
        "Was läuft in den nächsten 90 Tagen ab?",
        "Ist unsere Verlängerung gefährdet?",
    ],
)
async def test_every_kind_of_question_is_answered(question: str) -> None:
    reply = await Contoso().asked(question)

    assert not reply.text.startswith(("I cannot", "Das kann ich", "I did not understand", "Das habe ich nicht"))


async def test_buttons_carry_the_question_as_typed_and_its_language() -> None:
    reply = await Contoso().asked("Wie ist das Wetter?", CARLA)

    assert buttons(reply)[0]["value"] == "de Wie stehen wir?"


async def test_what_may_have_been_meant_is_offered() -> None:
    contoso = Contoso()
    which = await contoso.asked("what do we need for gold in data?")

    assert labels(which)
    assert "Data" in labels(which)[0]
