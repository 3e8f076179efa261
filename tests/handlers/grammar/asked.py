"""The questions of tests/data and their scores: `python -m tests.handlers.grammar.asked` prints them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from time import perf_counter
from typing import Any, TypeAlias, get_args

from handlers.grammar import Context, Grammar
from handlers.requests import Intent, Question
from storage.catalogue import load_catalogue
from tests.handlers.contoso import grammar
from tests.handlers.grammar.catalogue import DATA, TODAY

SLOTS = ("programme", "competency", "area", "level", "credential", "person", "change", "on", "until")
FILES = ("questions.jsonl", "questions_asked.jsonl", "questions_families.jsonl", "questions_unseen.jsonl")
LANGUAGES = ("en", "de", None)
MILLISECONDS = 1000.0
Row: TypeAlias = Mapping[str, Any]


@cache
def rows() -> list[Row]:
    """All questions; those that were not looked at while the grammar was tuned are `held_out`."""
    texts = [(DATA / name).read_text("utf-8") for name in FILES]
    return [json.loads(line) for text in texts for line in text.splitlines()]


def held_out() -> list[Row]:
    return [row for row in rows() if row.get("held_out")]


def tuned() -> list[Row]:
    return [row for row in rows() if not row.get("held_out")]


def read(text: str) -> Question:
    request = grammar().parse(text, Context(TODAY, bot="U0ASSAY"))
    assert isinstance(request, Question), text
    return request


def is_right(row: Row) -> bool:
    got, expected = read(row["text"]).as_json(), row["expect"]
    language = expected["language"] in {None, got["language"]}  # None: a third language, nothing is expected
    slots = all(got[slot] == expected.get(slot) for slot in SLOTS)
    asks_back = bool(got["candidates"]) == row.get("asks_back", False) or expected["intent"] == "unknown"
    return bool(got["intent"] == expected["intent"] and language and slots and asks_back)


def answers_another_question(row: Row) -> bool:
    question = read(row["text"])
    return not is_right(row) and question.intent != "unknown" and not question.candidates


def kind_of(row: Row) -> tuple[str, str | None]:
    """The intent and the language that a question has."""
    return row["expect"]["intent"], row["expect"]["language"]


def table() -> Iterator[str]:
    """Right of asked, tuned and held out, by intent and language; wrong is another question answered."""
    yield f"{'questions: intent, language':<30} {'tuned':>11} {'held out':>11} {'wrong':>7}"
    for intent in get_args(Intent):
        for language in LANGUAGES:
            found = [
                row for row in rows() if (row["expect"]["intent"], row["expect"]["language"]) == (intent, language)
            ]
            if found:
                yield _line(f"{intent}, {language or 'another'}", found)
    yield _line("all", rows())


def _line(name: str, found: Iterable[Row]) -> str:
    parts: dict[bool, list[Row]] = {False: [], True: []}
    for row in found:
        parts[bool(row.get("held_out"))].append(row)
    scores = [f"{sum(map(is_right, part))}/{len(part)}" for part in parts.values()]
    wrong = sum(map(answers_another_question, (*parts[False], *parts[True])))
    return f"{name:<30} {scores[0]:>11} {scores[1]:>11} {wrong:>7}"


def reading_times() -> list[float]:
    """How long each question takes to read for the first time, in milliseconds, the shortest first."""
    fresh = Grammar(load_catalogue())
    return sorted(_time(fresh, row["text"]) for row in rows())


def _time(fresh: Grammar, text: str) -> float:
    start = perf_counter()
    fresh.parse(text, Context(TODAY))
    return (perf_counter() - start) * MILLISECONDS


def main() -> None:
    """Print the table."""
    print("\n".join(table()))  # noqa: T201 - a report is for standard output


if __name__ == "__main__":
    main()
