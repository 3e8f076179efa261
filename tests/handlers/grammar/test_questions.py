import sys
from itertools import product
from typing import get_args

import pytest

from handlers.requests import Intent
from tests.handlers.grammar.asked import (
    SLOTS,
    answers_another_question,
    held_out,
    is_right,
    kind_of,
    read,
    rows,
    table,
    tuned,
)
from tests.handlers.grammar.catalogue import DATA

HELD_OUT_AT_LEAST = 0.9
ANOTHER_AT_MOST = 0.005
KINDS = sorted({kind_of(row) for row in tuned()}, key=str)


def test_there_are_enough_questions_in_both_languages_and_many_are_held_out() -> None:
    languages = [row["expect"]["language"] for row in rows()]

    assert len(rows()) >= 300
    assert min(languages.count("en"), languages.count("de")) >= 90
    assert len(held_out()) >= len(rows()) / 5


def test_every_intent_and_every_slot_is_asked_for_in_both_languages() -> None:
    intents = {(row["expect"]["intent"], row["expect"]["language"]) for row in rows()}
    slots = {(slot, row["expect"]["language"]) for row in rows() for slot in SLOTS if row["expect"].get(slot)}

    assert intents >= set(product(get_args(Intent), ("en", "de")))
    assert slots == set(product(SLOTS, ("en", "de")))


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_question_is_read_as_it_is_meant(kind: tuple[str, str | None]) -> None:
    asked = [row for row in tuned() if kind_of(row) == kind]

    assert [(row["expect"], read(row["text"]).as_json()) for row in asked if not is_right(row)] == []


def test_the_questions_that_were_not_looked_at_are_mostly_right_too() -> None:
    right = sum(map(is_right, held_out()))

    sys.stdout.write(f"held out: {right} of {len(held_out())}\n")
    assert right / len(held_out()) >= HELD_OUT_AT_LEAST


def test_hardly_any_question_is_taken_for_another() -> None:
    wrong = sum(map(answers_another_question, rows()))

    sys.stdout.write(f"another question answered: {wrong} of {len(rows())}\n")
    assert wrong / len(rows()) < ANOTHER_AT_MOST


def test_the_table_of_scores_counts_every_question_once() -> None:
    *lines, total = [line.split() for line in table()][1:]

    for column in (-3, -2):
        asked = sum(int(line[column].split("/")[1]) for line in lines)
        assert asked == int(total[column].split("/")[1])


@pytest.mark.parametrize("mark", ["", "?", "lower"])
def test_what_only_sounds_like_a_question_is_not_answered(mark: str) -> None:
    texts = (DATA / "unanswerable.txt").read_text("utf-8").splitlines()
    said = [text.lower() if mark == "lower" else text + mark for text in texts]

    assert [text for text in said if (found := read(text)).intent != "unknown" and not found.candidates] == []


TOLD = (
    "we have gold in devops",
    "we are gold in devops",
    "we are at risk",
    "our renewal is at risk",
    "Wir haben Gold in DevOps",
    "Wir sind Gold in DevOps",
    "Wir sind gefährdet",
    "Unsere Verlängerung ist gefährdet",
)


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_is_a_question_only_with_its_mark(text: str) -> None:
    assert read(text).intent == "unknown"
    assert read(f"{text}?").intent in {"status", "risk"}
