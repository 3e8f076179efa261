import json
import sys
from functools import cache
from typing import Any

import pytest

from handlers.grammar import Context, Grammar
from handlers.requests import Question
from tests.handlers.grammar.catalogue import DATA, TODAY, catalogue

SLOTS = ("programme", "competency", "area", "level", "credential", "person", "change", "on", "until")
HELD_OUT_AT_LEAST = 0.9


@cache
def grammar() -> Grammar:
    return Grammar(catalogue())


@cache
def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / "questions.jsonl").read_text("utf-8").splitlines()]


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
    assert sum(row.get("held_out", False) for row in rows()) * 3 >= len(rows()) - 3


@pytest.mark.parametrize("row", [row for row in rows() if not row.get("held_out")], ids=lambda row: row["text"][:60])
def test_a_question_is_read_as_it_is_meant(row: dict[str, Any]) -> None:
    assert is_right(row), (row["expect"], read(row["text"]).as_json())


def test_the_questions_that_were_not_looked_at_are_mostly_right_too() -> None:
    held_out = [row for row in rows() if row.get("held_out")]
    right = sum(map(is_right, held_out))

    sys.stdout.write(f"held out: {right} of {len(held_out)}\n")
    assert right / len(held_out) >= HELD_OUT_AT_LEAST


def test_no_question_is_taken_for_another() -> None:
    assert [row["text"] for row in rows() if answers_another_question(row)] == []
