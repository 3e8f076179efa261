"""What a few words mean after a question; and which words go on from nothing."""

import pytest

from handlers.grammar import Context, callable_names
from tests.handlers.contoso import grammar
from tests.handlers.grammar.catalogue import TODAY

CONTEXT = Context(TODAY, people=callable_names(["Ada Lovelace", "Ben Carter"]))
NEED = "What do we need for Gold in Cloud Platform?"
EXPIRES = "What expires until 2018-03-31?"
SP = " in the programme Solutions Partner designations?"


def following(last: str, text: str) -> str | tuple[str, ...] | None:
    found = grammar().following(text, CONTEXT, last)
    return None if found is None else found.candidates or grammar().typed(found, CONTEXT)


@pytest.mark.parametrize(
    ("last", "text", "whole"),
    [
        (NEED, "and for Silver?", "What do we need for Silver in Cloud Platform?"),
        (NEED, "and what do we need for Silver?", "What do we need for Silver in Cloud Platform?"),
        (NEED, "how about devosp", "What do we need for Gold in DevOps?"),
        (NEED, "and by the end of March", "What do we need for Gold in Cloud Platform on 2018-03-31?"),
        (NEED, "who counts?", "Who counts for Gold in Cloud Platform?"),
        (NEED, "and without Ada", "What happens if Ada leaves?"),
        (NEED, "and in mobility?", "What do we need for Gold in Mobility?"),
        (NEED, "und am 1. März?", "Was brauchen wir für Gold in Cloudplattform am 2018-03-01?"),
        (NEED, "und ohne <@U0BEN>?", "Was passiert, wenn <@U0BEN> geht?"),
        (NEED, "warum nicht?", "Was brauchen wir für Gold in Cloudplattform?"),
        (EXPIRES, "and by the end of June?", "What expires until 2018-06-30?"),
        (EXPIRES, "and for Ada?", "What expires for Ada until 2018-03-31?"),
        (EXPIRES, "and for me?", "What expires for me until 2018-03-31?"),
        (EXPIRES, "und bei mir?", "Was läuft ab bei mir bis 2018-03-31?"),
        ("Who holds 70-533?", "and 70-534?", "Who holds 70-534?"),
        ("Who holds 70-533?", "and for devops?", "Who counts in DevOps?"),
        ("What happens if Ada leaves?", "and Ben?", "What happens if Ben leaves?"),
        ("What happens if Ada leaves?", "and on 1 March?", "What happens if Ada leaves on 2018-03-01?"),
        ("Are we at risk for Gold in DevOps?", "why?", "Are we at risk for Gold in DevOps?"),
        ("Are we at risk for Gold in DevOps?", "who?", "Who counts for Gold in DevOps?"),
        ("What do we need in Infrastructure" + SP, "and Security?", "What do we need in Security" + SP),
        ("Wie stehen wir?", "und in DevOps?", "Wie stehen wir in DevOps?"),
    ],
)
def test_a_few_words_are_read_as_the_whole_question(last: str, text: str, whole: str) -> None:
    assert following(last, text) == whole


@pytest.mark.parametrize(
    "text",
    [
        *("thanks", "ok", "tell me a joke", "and lunch?", "who holds 70-533?", "how are we doing?", "help", ""),
        *("and for gold and silver?", "and Ada?", "ohne 70-533?", "and not Silver", "link 70-533 2017-11-20", "🎉"),
        *("and Ada and Ben?", "is Silver hard?", "and if Ada leaves?", "<@U1> <@U2>?"),
    ],
)
def test_words_that_say_something_else_go_on_from_nothing(text: str) -> None:
    assert following(NEED, text) is None


@pytest.mark.parametrize("last", ["help", "I passed 70-533", "tell me a joke", "", "link"])
def test_nothing_goes_on_from_what_is_no_question_about_the_company(last: str) -> None:
    assert following(last, "and for Silver?") is None


def test_what_is_only_near_is_asked_back() -> None:
    assert following(NEED, "and in data?") == (
        "What do we need for Gold in Data Analytics?",
        "What do we need for Gold in Data Platform?",
    )
    assert following("Who holds 70-533?", "and 70-553?") == ("Who holds 70-533?", "Who holds 70-535?")
