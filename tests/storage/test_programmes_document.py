"""`docs/programmes.md`: every file on it is loaded and judged as it stands there."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from domain.conditions import Status
from domain.points_reading import POINTS
from domain.rulebook import SHAPES
from domain.scoring import ScoreStanding
from domain.situation import judge_situation
from domain.situation_answer import differences
from domain.standing import Standing, standing
from storage.catalogue import load_catalogue
from storage.yaml_tree import parse_tree

PAGE = (Path(__file__).parents[2] / "docs" / "programmes.md").read_text("utf-8")


@cache
def files() -> Mapping[str, str]:
    """The files on the page by their names."""
    blocks = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    return dict(blocks)


def judged(folder: Path, **changed: str) -> tuple[Standing, tuple[str, ...]]:
    """The situation of the page by the rules of the page, and how it differs from what it expects."""
    home = folder / "bakers"
    home.mkdir()
    for name in ("programme.yaml", "sourdough.yaml"):
        (home / name).write_text(files()[name])
    text = files()["situation.yaml"]
    for old, new in changed.items():
        text = text.replace(f"id: {old}", f"{new}")
    situation = judge_situation(parse_tree(text.encode(), "situation.yaml"), load_catalogue(folder))
    found = standing(situation.programme, situation.facts, situation.on)
    return found, differences(situation.expect, found)


def test_the_programme_of_the_page_loads_and_its_company_stands_as_expected(tmp_path: Path) -> None:
    found, differing = judged(tmp_path)
    score = score_of(found)

    assert differing == ()
    assert score.points.low == 66
    assert (score.today, score.status) == (Status.NOT_MET, Status.NOT_KNOWN)


def score_of(found: Standing) -> ScoreStanding:
    level = found.level("sourdough", "master")
    assert level is not None
    (score,) = level.nearest.nearest.scores
    return score


def test_one_more_baker_makes_it_72(tmp_path: Path) -> None:
    more = "id: eve\n    achievements: [{credential: RYE, earned: 2026-02-01}]\n  - id: ada"

    assert score_of(judged(tmp_path, ada=more)[0]).points.low == 72


@pytest.mark.parametrize("word", sorted({*SHAPES, *POINTS}))
def test_the_page_names_every_shape(word: str) -> None:
    assert f"`{word}`" in PAGE
