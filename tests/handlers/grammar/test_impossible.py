"""Dates that no calendar has are named, in both languages, wherever a date may be typed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.grammar.impossible import Impossible
from tests.handlers.contoso import grammar
from tests.handlers.fabrikam import ADMIN, Fabrikam

FIRST = grammar().impossible_date


@pytest.mark.parametrize(
    ("typed", "named", "days"),
    [
        ("forecast until 29 February 2019", "29 February 2019", 28),
        ("forecast until 29 February 2020", None, None),
        ("forecast until 30 February 2020", "30 February 2020", 29),
        ("forecast until February 29th, 2019", "February 29th, 2019", 28),
        ("vorschau bis zum 29. Februar 2019", "29. Februar 2019", 28),
        ("vorschau bis zum 31.06.", "31.06.", 30),
        ("vorschau bis zum 30.06.", None, None),
        ("was läuft bis zum 31. Juni ab?", "31. Juni", 30),
        ("are we gold on the 30th of February?", "30th of February", 29),
        ("link 70-533 2018-02-30", "2018-02-30", 28),
        ("link 70-533 31/02/2018", "31/02/2018", 28),
        ("forecast 02/13/2018", None, None),
        ("forecast 13/13/2018", "13/13/2018", None),
        ("forecast 2018-13-01", "2018-13-01", None),
        ("leaving @bob 31.4.18", "31.4.18", 30),
        ("what may 40 people do for gold?", None, None),
        ("withdraw figure x 2017-12 because of 31.2.2018", None, None),
        ("override 70-533 @ada until 2018-02-28 reason 30.2.2018", None, None),
        ("who holds 70-533 and 98-375?", None, None),
        ("we sold 3.14 of it", None, None),
    ],
)
def test_a_date_that_does_not_exist_is_found_and_one_that_does_is_not(
    typed: str, named: str | None, days: int | None
) -> None:
    assert FIRST(typed) == (None if named is None else Impossible(named, days))


@given(st.dates())
@settings(max_examples=40)
def test_no_day_of_the_calendar_is_impossible(day: object) -> None:
    assert FIRST(f"forecast until {day}") is None


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_any_text_can_be_looked_through(typed: str) -> None:
    found = FIRST(typed)

    assert found is None or re.search(r"\d", found.typed)


@pytest.mark.parametrize(
    "typed",
    [
        "forecast until 2019-02-29",
        "away until 2019-02-29",
        "override cloud-platform gold until 2019-02-29",
        "link 70-532 2019-02-29",
        "membership buy gold 2019-02-29",
        "leaving @bob 2019-02-29",
        "rules 2019-02-29",
        "flag authorized_surface_hub_adr yes until 2019-02-29",
        "audit since 2019-02-29",
        "are we gold on 2019-02-29?",
        "what expires until 2019-02-29?",
        "who counts for cloud platform gold on 2019-02-29?",
    ],
)
@pytest.mark.parametrize("slash", [True, False])
async def test_every_command_and_question_says_that_the_date_does_not_exist(typed: str, *, slash: bool) -> None:
    reply = await Fabrikam().says(ADMIN, typed, private=slash)

    assert reply.text == "“2019-02-29” does not exist: that month has 28 days. Give another one."


async def test_who_asks_in_german_hears_it_in_german() -> None:
    reply = await Fabrikam().says(ADMIN, "Was läuft bis zum 31. Juni ab?")

    assert reply.text == "„31. Juni“ gibt es nicht: Dieser Monat hat 30 Tage. Nenn einen anderen."
