import json
import sys
from functools import cache
from itertools import product
from typing import Any, get_args

import pytest

from handlers.grammar import Context, Grammar
from handlers.requests import Intent, Question
from storage.catalogue import load_catalogue
from tests.handlers.grammar.catalogue import DATA, TODAY

SLOTS = ("programme", "competency", "area", "level", "credential", "person", "change", "on", "until")
HELD_OUT_AT_LEAST = 0.9
ANOTHER_AT_MOST = 0.01


@cache
def grammar() -> Grammar:
    return Grammar(load_catalogue())


@cache
def rows() -> list[dict[str, Any]]:
    texts = [(DATA / name).read_text("utf-8") for name in ("questions.jsonl", "questions_asked.jsonl")]
    return [json.loads(line) for text in texts for line in text.splitlines()]


@cache
def held_out() -> list[dict[str, Any]]:
    return [row for row in rows() if row.get("held_out")]


def read(text: str) -> Question:
    request = grammar().parse(text, Context(TODAY, bot="U0ASSAY"))
    assert isinstance(request, Question), text
    return request


def is_right(row: dict[str, Any]) -> bool:
    got, expected = read(row["text"]).as_json(), row["expect"]
    language = expected["language"] in {None, got["language"]}  # None: a third language, nothing is expected
    slots = all(got[slot] == expected.get(slot) for slot in SLOTS)
    asks_back = bool(got["candidates"]) == row.get("asks_back", False) or expected["intent"] == "unknown"
    return bool(got["intent"] == expected["intent"] and language and slots and asks_back)


def answers_another_question(row: dict[str, Any]) -> bool:
    question = read(row["text"])
    return not is_right(row) and question.intent != "unknown" and not question.candidates


def test_there_are_enough_questions_in_both_languages_and_a_third_is_held_out() -> None:
    languages = [row["expect"]["language"] for row in rows()]

    assert len(rows()) >= 300
    assert min(languages.count("en"), languages.count("de")) >= 90
    assert len(held_out()) >= len(rows()) / 3 - 5


def test_every_intent_and_every_slot_is_asked_for_in_both_languages() -> None:
    intents = {(row["expect"]["intent"], row["expect"]["language"]) for row in rows()}
    slots = {(slot, row["expect"]["language"]) for row in rows() for slot in SLOTS if row["expect"].get(slot)}

    assert intents >= set(product(get_args(Intent), ("en", "de")))
    assert slots == set(product(SLOTS, ("en", "de")))


@pytest.mark.parametrize("row", [row for row in rows() if not row.get("held_out")], ids=lambda row: row["text"][:60])
def test_a_question_is_read_as_it_is_meant(row: dict[str, Any]) -> None:
    assert is_right(row), (row["expect"], read(row["text"]).as_json())


def test_the_questions_that_were_not_looked_at_are_mostly_right_too() -> None:
    right = sum(map(is_right, held_out()))

    sys.stdout.write(f"held out: {right} of {len(held_out())}\n")
    assert right / len(held_out()) >= HELD_OUT_AT_LEAST


def test_hardly_any_question_is_taken_for_another() -> None:
    wrong = sum(map(answers_another_question, rows()))

    sys.stdout.write(f"another question answered: {wrong} of {len(rows())}\n")
    assert wrong / len(rows()) < ANOTHER_AT_MOST


@pytest.mark.parametrize("text", (DATA / "unanswerable.txt").read_text("utf-8").splitlines())
def test_what_only_sounds_like_a_question_is_not_answered(text: str) -> None:
    for said in (text, text.lower(), f"{text}?"):
        found = read(said)
        assert found.intent == "unknown" or found.candidates, said
