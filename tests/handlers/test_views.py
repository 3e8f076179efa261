from datetime import date

import pytest

from domain.facts import Facts, LevelOverride
from domain.ports import Company
from handlers.views import View
from tests.domain.shapes import DAY, competency, firm, programme
from tests.handlers.contoso import ORGANISATION, TEAM

RESTING = """
    all:
      - people: {count: 1, each: C}
      - level_held: {competency: oak, level: gold}
"""
RULES = programme(
    competency("beech", RESTING),
    competency("elm", "level_held: {competency: beech, level: gold}"),
    competency("oak", "people: {count: 2, each: A}"),
)


def irreplaceable(name: str, facts: Facts) -> tuple[str, ...]:
    view = View(Company(ORGANISATION, TEAM, 1, facts, {}), RULES, DAY)
    level = view.standing.level(name, "gold")
    assert level is not None
    return view.irreplaceable(level)


@pytest.mark.parametrize(
    ("people", "alone"),
    [
        (["C", "A", "A"], ("p0", "p1", "p2")),
        (["C", "A", "A", "A"], ("p0",)),
        (["C", "C", "A", "A"], ("p2", "p3")),
        (["C A", "A"], ("p0", "p1")),
    ],
)
def test_whoever_carries_a_level_that_is_asked_for_is_irreplaceable_too(
    people: list[str], alone: tuple[str, ...]
) -> None:
    assert irreplaceable("beech", firm(*people)) == alone
    assert irreplaceable("elm", firm(*people)) == alone


def test_a_level_that_is_met_by_an_override_needs_nobody() -> None:
    override = LevelOverride("oak", "gold", date(2018, 1, 1), date(2018, 3, 1), "o1")

    assert irreplaceable("beech", firm("C", "A", "A", overrides=(override,))) == ("p0",)
