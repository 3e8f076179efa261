from datetime import date

import pytest

from handlers.grammar import Context
from handlers.requests import Question
from tests.handlers.grammar.catalogue import TODAY, grammar


def question(text: str, today: date = TODAY) -> Question:
    request = grammar().parse(text, Context(today))
    assert isinstance(request, Question)
    return request


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("by the end of March", date(2018, 3, 31)),
        ("until 31 March", date(2018, 3, 31)),
        ("before April", date(2018, 3, 31)),
        ("before 1 April 2018", date(2018, 3, 31)),
        ("in 90 days", date(2018, 4, 15)),
        ("within two weeks", date(2018, 1, 29)),
        ("in the next 3 months", date(2018, 4, 15)),
        ("this month", date(2018, 1, 31)),
        ("next month", date(2018, 2, 28)),
        ("by the end of the year", date(2018, 12, 31)),
        ("until 2018-06-30", date(2018, 6, 30)),
        ("until next Friday", date(2018, 1, 19)),
    ],
)
def test_english_words_say_until_when(words: str, until: date) -> None:
    assert question(f"What expires {words}?") == Question("expiring", "en", until=until)


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("bis Ende März", date(2018, 3, 31)),
        ("in 90 Tagen", date(2018, 4, 15)),
        ("in den nächsten drei Monaten", date(2018, 4, 15)),
        ("bis zum 31.3.2018", date(2018, 3, 31)),
        ("bis 31.3.", date(2018, 3, 31)),
        ("bis Jahresende", date(2018, 12, 31)),
        ("vor dem 1. April", date(2018, 3, 31)),
        ("nächsten Monat", date(2018, 2, 28)),
        ("bis nächsten Freitag", date(2018, 1, 19)),
        ("innerhalb eines Jahres", None),
    ],
)
def test_german_words_say_until_when(words: str, until: date | None) -> None:
    found = question(f"Was läuft {words} ab?")

    assert found == Question("expiring", "de", until=until) if until else found.until is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", TODAY),
        ("yesterday", date(2018, 1, 14)),
        ("last Monday", date(2018, 1, 8)),
        ("on Friday", date(2018, 1, 12)),
        ("on the 12th", date(2018, 1, 12)),
        ("on the 20th", date(2017, 12, 20)),
        ("on 15 January", TODAY),
        ("on 16 January", date(2017, 1, 16)),
        ("on Nov 20, 2017", date(2017, 11, 20)),
        ("two weeks ago", date(2018, 1, 1)),
        ("on 11/20/2017", date(2017, 11, 20)),
        ("on 20/11/17", date(2017, 11, 20)),
        ("on 5/5/2017", date(2017, 5, 5)),
        ("on 2017/11/20", date(2017, 11, 20)),
    ],
)
def test_what_was_earned_lies_behind(words: str, day: date) -> None:
    assert question(f"I passed 70-533 {words}") == Question("link", "en", credential="70-533", on=day)


@pytest.mark.parametrize(
    ("words", "day"), [("on 15 January", TODAY), ("on 14 January", date(2019, 1, 14)), ("on 1 March", date(2018, 3, 1))]
)
def test_a_standing_without_a_year_lies_ahead(words: str, day: date) -> None:
    assert question(f"How will we stand {words}?") == Question("status", "en", on=day)


def test_a_date_with_two_readings_is_asked_back() -> None:
    found = question("I passed 70-533 on 11/12/2017")

    assert found.on is None
    assert found.candidates == ("I passed 70-533 on 2017-11-12", "I passed 70-533 on 2017-12-11")


@pytest.mark.parametrize("words", ["on 31 April", "on 29 February 2018", "in 99999 years", "on 2018-13-01", "in 2030"])
def test_a_day_that_no_calendar_has_is_no_date(words: str) -> None:
    found = question(f"How will we stand in DevOps {words}?")

    assert found.on is None
    assert found.intent == "unknown" or found.candidates


def test_a_leap_day_without_a_year_is_the_next_there_is() -> None:
    assert question("How will we stand on 29 February?").on == date(2020, 2, 29)
