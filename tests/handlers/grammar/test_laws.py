from dataclasses import replace
from datetime import date
from random import Random
from string import ascii_uppercase, digits

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.grammar import Context, callable_names
from handlers.grammar.codes import Codes
from handlers.grammar.grammar import LANGUAGES
from handlers.grammar.text import read_text
from handlers.grammar.words import fold
from handlers.requests import Intent, Language, LinkExam, Question
from tests.handlers.grammar.catalogue import TODAY, catalogue, grammar

PROGRAMME = next(iter(catalogue().values()))
CONTEXT = Context(TODAY)

competencies = st.none() | st.sampled_from(list(PROGRAMME.competencies))
areas = st.none() | st.sampled_from([area.id for area in PROGRAMME.areas])
levels = st.none() | st.sampled_from(list(PROGRAMME.levels))
credentials = st.none() | st.sampled_from(list(PROGRAMME.credentials))
mentions = st.none() | st.from_regex(r"<@U[A-Z0-9]{8}>", fullmatch=True)
days = st.none() | st.dates(date(2010, 1, 1), date(2040, 12, 31))
languages: st.SearchStrategy[Language] = st.sampled_from(["en", "de"])

SAID = """
what do we need for gold silver in cloud platform devops who holds 70-533 MB2-713 I passed yesterday
was brauchen wir für wer hat die bis Ende März 20.11.2017 1/2/2018 <@U1> <!channel> &lt; link
override grant until from , . ? : 29 February 2019 in 9999 years vor 5000 Jahren 0 ² ٣ 70-5333
membership figure ask 🎉 next 31. April
"""
WORDS = st.sampled_from(sorted(set(SAID.split())))


def law(question: Question) -> None:
    typed = grammar().typed(question, CONTEXT)

    assert grammar().parse(typed, CONTEXT) == question, typed


@settings(deadline=None)  # a busy machine is no broken law
@given(languages, competencies, areas, levels, days)
def test_need_and_status_typed_and_read_again_are_the_same(
    language: Language, competency: str | None, area: str | None, level: str | None, on: date | None
) -> None:
    place = None if competency else area
    for intent in ("need", "status"):
        law(Question(intent, language, competency=competency, area=place, level=level, on=on))


@settings(deadline=None)
@given(languages, competencies, areas, levels, credentials)
def test_contributors_typed_and_read_again_are_the_same(
    language: Language, competency: str | None, area: str | None, level: str | None, credential: str | None
) -> None:
    place = None if competency else area
    if competency or place or level or credential:
        law(Question("contributors", language, competency=competency, area=place, level=level, credential=credential))


@settings(deadline=None)
@given(languages, credentials, st.none() | st.dates(date(2010, 1, 1), TODAY))
def test_a_link_typed_and_read_again_is_the_same(language: Language, credential: str | None, on: date | None) -> None:
    law(Question("link", language, credential=credential, on=on))


@settings(deadline=None)
@given(languages, mentions, credentials, days, st.sampled_from(["leave", "lose", "gain"]))
def test_a_what_if_typed_and_read_again_is_the_same(
    language: Language, person: str | None, credential: str | None, on: date | None, change: str
) -> None:
    if change == "leave" and person:
        law(Question("whatif", language, person=person, change="leave", on=on))
    if change != "leave" and credential:
        law(Question("whatif", language, person=person, credential=credential, change="lose", on=on))
        law(Question("whatif", language, person=person, credential=credential, change="gain", on=on))


@settings(deadline=None)
@given(languages, competencies, levels, mentions, days)
def test_the_other_questions_typed_and_read_again_are_the_same(
    language: Language, competency: str | None, level: str | None, person: str | None, until: date | None
) -> None:
    law(Question("expiring", language, competency=competency, person=person, until=until))
    law(Question("next", language, competency=competency, level=level, person=person))
    law(Question("risk", language, competency=competency, level=level))
    law(Question("benefits", language, competency=competency, level=level))
    law(Question("overrides", language, competency=competency))
    law(Question("renewal", language, level=level))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("intent", ["need", "status", "mine", "help", "renewal", "overrides", "risk"])
def test_a_question_that_names_a_programme_is_read_again(intent: Intent, language: Language) -> None:
    question = Question(intent, language)

    law(question)
    if intent != "help":
        law(replace(question, programme=PROGRAMME.id))


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    grammar().parse(text, CONTEXT)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=25))
def test_no_row_of_words_raises_and_candidates_are_at_most_three_that_can_be_read(words: list[str]) -> None:
    request = grammar().parse(" ".join(words), Context(TODAY, people=callable_names(["Ada", "Grace Hopper"])))

    if isinstance(request, Question):
        assert len(request.candidates) <= 3
        for candidate in request.candidates:
            again = grammar().parse(candidate, CONTEXT)
            assert isinstance(again, Question)
            assert again.intent != "unknown"
            assert again.candidates == ()


def neighbours(code: str) -> set[str]:
    letters = ascii_uppercase + digits + "-"
    cuts = [(code[:at], code[at:]) for at in range(len(code) + 1)]
    found = {head + tail[1:] for head, tail in cuts if tail}
    found |= {head + letter + tail[1:] for head, tail in cuts if tail for letter in letters}
    found |= {head + letter + tail for head, tail in cuts for letter in letters}
    return found | {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}


def plain(code: str) -> str:
    return "".join(letter for letter in fold(code) if letter.isalnum())


CODES = {plain(known) for known in PROGRAMME.credentials}


def wrong(code: str) -> list[str]:
    return sorted(typed for typed in neighbours(code) if plain(typed) not in CODES)


def test_a_code_one_key_from_another_is_never_taken_for_it() -> None:
    codes = Codes(PROGRAMME, LANGUAGES)
    for typed in (typed for code in PROGRAMME.credentials for typed in Random(code).sample(wrong(code), 60)):
        tokens = read_text(f"die {typed} bestanden").tokens
        found = [codes.at(tokens, at) for at in range(len(tokens))]
        assert not any(entry and entry.sure for entry in found), typed


@pytest.mark.parametrize("code", list(PROGRAMME.credentials))
def test_no_question_and_no_command_guesses_a_code(code: str) -> None:
    for typed in Random(code).sample(wrong(code), 12):
        for text in (f"who holds {typed}?", f"Ich habe gestern die {typed} bestanden", f"link {typed} 2017-11-20"):
            request = grammar().parse(text, CONTEXT)
            assert isinstance(request, Question | LinkExam)
            assert request.credential is None, text


def test_every_wrong_digit_of_an_exam_code_gives_no_credential() -> None:
    for code in (code for code, credential in PROGRAMME.credentials.items() if credential.kind == "exam"):
        for typed in (typed for typed in wrong(code) if len(typed) == len(code) and typed[:-3] == code[:-3]):
            request = grammar().parse(f"link {typed}", CONTEXT)
            assert isinstance(request, LinkExam)
            assert request.credential is None, typed


def test_most_codes_have_another_one_key_away() -> None:
    near = [c for c in PROGRAMME.credentials if {plain(typed) for typed in neighbours(c)} & CODES - {plain(c)}]

    assert len(near) > len(PROGRAMME.credentials) / 2
