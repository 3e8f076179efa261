"""What somebody asked in words that were once read wrongly, or not at all; against the rules that come with Assay."""

from collections.abc import Iterable, Iterator
from datetime import date

import pytest

from handlers.grammar import Context, callable_names
from handlers.requests import Language, Question
from tests.handlers.contoso import grammar
from tests.handlers.grammar.asked import rows
from tests.handlers.grammar.catalogue import TODAY

MARCH, JUNE = date(2018, 3, 31), date(2018, 6, 30)


def read(text: str) -> Question:
    request = grammar().parse(text, Context(TODAY))
    assert isinstance(request, Question), text
    return request


ENGLISH = {
    "contributors 70-533": Question("contributors", credential="70-533"),
    "What expires for Ada?": Question("expiring", person="Ada"),
    "certifications of ben expire by 2018-06-30": Question("expiring", person="ben", until=JUNE),
    "does anything expire by the end of March?": Question("expiring", until=MARCH),
    "what should I do next for gold in devops": Question("next", competency="devops", level="gold"),
    "How long until we renew?": Question("renewal"),
    "how do we renew": Question("renewal"),
    "what do we need for silver in project management": Question(
        "need", competency="project-and-portfolio-management", level="silver"
    ),
    "will we lose gold in cloud platform?": Question("risk", competency="cloud-platform", level="gold"),
    "what happens if 70-533 expires": Question("whatif", credential="70-533", change="lose"),
    "what if ada takes 70-533?": Question("whatif", credential="70-533", person="ada", change="gain"),
    "if Ada leaves are we at risk?": Question("whatif", person="Ada", change="leave"),
}
GERMAN = {
    "läuft bis Ende März etwas ab?": Question("expiring", "de", until=MARCH),
    "welche Zertifizierungen von ben laufen bis 2018-06-30 ab": Question("expiring", "de", person="ben", until=JUNE),
    "Was wäre wenn Ada die 70-533 macht?": Question("whatif", "de", credential="70-533", person="Ada", change="gain"),
    "was passiert wenn die 70-533 abläuft": Question("whatif", "de", credential="70-533", change="lose"),
    "was zählt von mir": Question("mine", "de"),
    "wie lange noch bis wir verlängern?": Question("renewal", "de"),
    "verlieren wir Gold in DevOps?": Question("risk", "de", competency="devops", level="gold"),
    "was verlieren wir, wenn Ada geht?": Question("whatif", "de", person="Ada", change="leave"),
    "was brauchen wir für Silber im Projektmanagement": Question(
        "need", "de", competency="project-and-portfolio-management", level="silver"
    ),
}


@pytest.mark.parametrize("text", ENGLISH)
def test_a_question_in_english_is_read(text: str) -> None:
    assert read(text) == ENGLISH[text]


@pytest.mark.parametrize("text", GERMAN)
def test_a_question_in_german_is_read(text: str) -> None:
    assert read(text) == GERMAN[text]


@pytest.mark.parametrize("text", ["did we lose gold in devops?", "we lost gold in devops", "was macht Ben?"])
def test_what_sounds_alike_is_not_taken_for_it(text: str) -> None:
    assert read(text).intent == "unknown"


def test_a_person_is_named_by_a_name_that_is_known_or_written_large() -> None:
    known = Context(TODAY, people=callable_names(["Ada Lovelace", "Will Smith"]))

    for text, person in {
        "what expires for ada by 2018-06-30": "ada",
        "what expires for lunch by 2018-06-30": None,
        "what expires for Lin by 2018-06-30": "Lin",
        "what expires for will smith by 2018-06-30": "will smith",
    }.items():
        assert grammar().parse(text, known) == (
            Question("expiring", person=person, until=JUNE) if person else Question("unknown")
        )
    assert grammar().parse("will we lose gold in devops?", known) == Question("risk", competency="devops", level="gold")


PRODUCTS = {
    "sharepoint": "Collaboration and Content",
    "skype": "Communications",
    "skype for business": "Communications",
    "exchange": "Messaging",
    "office 365": "Cloud Productivity",
}


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_product_is_asked_back_with_the_competencies_whose_exams_are_about_it(product: str) -> None:
    question = read(f"what do we need for gold in {product}")

    assert (question.intent, question.level, question.competency) == ("need", "gold", None)
    assert question.candidates[0] == f"What do we need for Gold in {PRODUCTS[product]}?"


def test_a_product_that_no_exam_is_about_keeps_the_level() -> None:
    question = read("what do we need for gold in blockchain")

    assert question.intent == "unknown"
    assert all("Gold" in candidate for candidate in question.candidates)


def test_nobody_who_did_not_pass_is_offered_to_say_so() -> None:
    for text in ("I failed 70-533 yesterday", "I will take 70-533 tomorrow", "Ich habe die 70-533 nicht bestanden"):
        assert not any("passed" in c or "bestanden" in c for c in read(text).candidates), text


LEFT_OPEN = ("if Ada leaves do we lose gold?", "who counts with 70-533 or 70-532?", "gold exchange")


def test_every_candidate_is_read_as_one_question_without_further_candidates() -> None:
    for text, candidate in offered([*LEFT_OPEN, *(row["text"] for row in rows())]):
        again = read(candidate)
        language: Language = read_any(text).language

        assert "None" not in candidate
        assert (again.candidates, again.language) == ((), language)
        assert grammar().typed(again, Context(TODAY)) == candidate


def offered(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((text, candidate) for text in texts for candidate in read_any(text).candidates)


def read_any(text: str) -> Question:
    request = grammar().parse(text, Context(TODAY))
    return request if isinstance(request, Question) else Question("unknown")
