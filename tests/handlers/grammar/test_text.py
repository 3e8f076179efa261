from dataclasses import replace

import pytest

from handlers.grammar import Context, callable_names
from handlers.requests import Question
from tests.handlers.grammar.catalogue import TODAY, grammar

CONTEXT = Context(TODAY, bot="U0ASSAY")
HOLDS = Question("contributors", "en", credential="70-533")


@pytest.mark.parametrize(
    "text",
    [
        "<@U0ASSAY> who holds 70-533?",
        "<@U0ASSAY|assay>: who holds 70-533",
        "@Assay who holds “70–533”?",
        "<!channel> <!here> who holds 70-533 <#C123|partners> <!subteam^S1|@team>",
        "🎉 *who* _holds_ 70-533 🎉",
        "  WHO   HOLDS\t70-533  ",
    ],
)
def test_slacks_markup_around_a_question_is_noise(text: str) -> None:
    assert grammar().parse(text, CONTEXT) == HOLDS


@pytest.mark.parametrize("text", ["", "  \n", "<@U0ASSAY>", "?"])
def test_nothing_said_is_a_call_for_help(text: str) -> None:
    assert grammar().parse(text, replace(CONTEXT, language="de")) == Question("help", "de")


@pytest.mark.parametrize(
    "text", ["who holds 70-533? " * 3000, "x" * 40_000, "<@U1> " * 6000, "what do we need " * 180, "🎉", "٣٤"]
)
def test_a_text_too_long_or_without_words_is_unknown(text: str) -> None:
    assert grammar().parse(text, CONTEXT) == Question("unknown")


def test_somebody_elses_mention_is_a_person_and_not_the_bots() -> None:
    asked = "what happens if <@U999|grace> leaves"

    assert grammar().parse(asked, CONTEXT) == Question("whatif", "en", person="<@U999>", change="leave")


def test_a_mention_that_was_typed_with_escapes_is_no_ping() -> None:
    request = grammar().parse("who holds 70-533 &lt;!channel&gt;", CONTEXT)

    assert isinstance(request, Question)
    assert all("<!" not in candidate for candidate in request.candidates)


@pytest.mark.parametrize(("name", "typed"), [("Ada Lovelace", "Ada Lovelace"), ("Bernd", "bernd")])
def test_a_known_name_is_a_person_where_it_is_typed(name: str, typed: str) -> None:
    request = grammar().parse(f"which exam should {typed} take next?", replace(CONTEXT, people=callable_names([name])))

    assert request == Question("next", "en", person=typed)


def test_the_speakers_language_decides_only_where_the_words_do_not() -> None:
    german = replace(CONTEXT, language="de")

    assert grammar().parse("status devops", german) == Question("status", "de", competency="devops")
    assert grammar().parse("how are we doing in devops", german) == Question("status", "en", competency="devops")
