"""Rules of every shape as people read them."""

from datetime import date

import pytest

from domain.conditions import ConditionStanding, Status
from domain.requirements import All, AnyOne, Credentials, Flag, Holds, LevelHeld, People, Requirement
from domain.standing import BranchStanding
from handlers.render.figures import missing_phrase
from handlers.render.phrases import Phrases
from handlers.render.rules import Codes, requirement_lines, requirement_text
from handlers.requests import Language
from handlers.words import Words
from tests.domain.samples import programme, usage

HELD = LevelHeld("apps", "gold")
UNTIL = Holds("E-1", date(2018, 6, 30))
SHAPES: list[tuple[Requirement, Language, list[str]]] = [
    (
        Credentials(2, (Holds("E-1"), Holds("E-2"))),
        "en",
        ["– 2 credentials out of E-1 or E-2, held by one person or by several"],
    ),
    (Credentials(1, (Holds("E-1"),)), "de", ["– 1 Nachweis aus E-1"]),
    (
        All((HELD, Flag("is_audited"), usage(1200))),
        "en",
        [
            "– Gold in Apps has to be met",
            "– the status “is audited”, granted by the vendor",
            "– Usage: at least US$1,200, over the last 12 whole months.",
        ],
    ),
    (
        AnyOne((People(1, UNTIL), All((People(2, Holds("E-2"), "g"), People(1, Holds("E-3"), None, None, ("g",)))))),
        "en",
        [
            "– one of these:",
            "  – 1 person with E-1 (counts here until 30 Jun 2018)",
            "  – all of these:",
            "    – 2 people, each with E-2 (group A)",
            "    – 1 other person than group A, with E-3",
        ],
    ),
]


@pytest.mark.parametrize(("rule", "language", "lines"), SHAPES)
def test_a_rule_reads_line_by_line(rule: Requirement, language: Language, lines: list[str]) -> None:
    assert requirement_lines(rule, Codes(Words(language), programme())) == lines


def test_the_people_of_a_rule_read_in_one_line_without_its_conditions() -> None:
    phrases = Codes(Words("en"), programme())

    assert requirement_text(All((HELD, usage(1), People(1, UNTIL), People(2, Holds("E-2")))), phrases) == (
        "1 person with E-1 (counts here until 30 Jun 2018); and 2 people, each with E-2"
    )
    assert requirement_text(usage(1), phrases) != ""


def test_a_level_that_is_not_met_is_named_as_what_is_missing_and_counts_in_the_distance() -> None:
    phrases = Phrases(Words("en"), programme())
    unmet = ConditionStanding(HELD, Status.NOT_MET)

    assert missing_phrase(unmet, phrases) == "Gold in Apps"
    assert phrases.distance(BranchStanding(Status.NOT_MET, (unmet,), ())) == "1 other level not met"
