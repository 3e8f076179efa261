"""Whether an override is needed still: its countdown goes on only as long as a level is lost with it."""

from dataclasses import replace
from datetime import date

import pytest

from domain.carried import carried, is_needed
from domain.facts import Achievement, Association, CredentialOverride, Facts, LevelOverride, Person
from domain.notice_moot import moot
from domain.notices import USUAL, History, due
from tests.domain.samples import company, figures, person, programme

PROGRAMME = programme()
ADA = person("ada", "E-1")
OF_GOLD = LevelOverride("cloud", "gold", date(2018, 1, 1), date(2018, 4, 1), "o1")
WEEK_BEFORE, END = date(2018, 3, 25), date(2018, 4, 1)


def bob(earned: date = date(2017, 2, 1), until: date | None = None) -> Person:
    """A second one who counts from a day on, until another."""
    held = (Achievement("E-2", earned, id="bob:E-2"),)
    return Person("bob", held, (Association(date(2017, 1, 1), until, id="bob:a"),), "Bob")


def counted(facts: Facts, on: date) -> list[str]:
    found = due(PROGRAMME, facts, on, History()).notices
    return [notice.step for notice in found if notice.kind == "override_ending"]


@pytest.mark.parametrize(
    ("on", "step"), [(WEEK_BEFORE, "7"), (date(2018, 3, 31), "1"), (END, "0"), (date(2018, 4, 2), "0")]
)
def test_an_override_is_counted_down_only_while_its_level_is_lost_with_it(on: date, step: str) -> None:
    short, met = (company(*people, overrides=(OF_GOLD,)) for people in ((ADA,), (ADA, bob())))

    assert counted(short, on) == [step]
    assert counted(met, on) == []
    assert counted(replace(met, figures=figures("2017-01", 12)), on) == [step], "not known is no loss averted"


@pytest.mark.parametrize(("leaves", "told"), [(date(2018, 3, 31), ["7"]), (END, ["7"]), (date(2018, 4, 2), [])])
def test_what_counts_is_whether_the_facts_hold_on_the_first_day_without_it(leaves: date, told: list[str]) -> None:
    assert counted(company(ADA, bob(until=leaves), overrides=(OF_GOLD,)), WEEK_BEFORE) == told


def test_a_countdown_that_waits_is_over_once_the_facts_meet_the_level() -> None:
    short = company(ADA, overrides=(OF_GOLD,))
    waiting = [n for n in due(PROGRAMME, short, WEEK_BEFORE, History()).notices if n.kind == "override_ending"]

    assert moot(PROGRAMME, short, WEEK_BEFORE, USUAL, waiting) == ()
    assert moot(PROGRAMME, company(ADA, bob(), overrides=(OF_GOLD,)), WEEK_BEFORE, USUAL, waiting) == tuple(waiting)


def test_an_exams_override_is_needed_while_no_export_shows_the_exam_and_a_level_needs_it() -> None:
    of_exam = CredentialOverride("ada", "E-1", date(2018, 1, 1), END, "o2")
    claimed = company(ADA, overrides=(of_exam,))
    confirmed = company(
        replace(ADA, achievements=(replace(ADA.achievements[0], state="confirmed"),)), overrides=(of_exam,)
    )

    assert [level.level for level in carried(PROGRAMME, claimed, of_exam, END)] == ["silver"]
    assert is_needed(PROGRAMME, claimed, of_exam, END)
    assert not is_needed(PROGRAMME, confirmed, of_exam, END)
    assert (counted(claimed, END), counted(confirmed, END)) == (["0"], [])
