"""`assay standing` about programmes by points: the score as data and as text."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from bot.cli import app

CASES = Path(__file__).parents[1] / "cases"


def said(case: str, *arguments: str) -> str:
    """What the command prints about a case."""
    found = CliRunner().invoke(app, ["standing", *arguments, str(CASES / f"{case}.yaml")])
    assert found.exit_code == 0, found.stderr
    return found.stdout


def score(case: str, competency: str) -> Mapping[str, Any]:
    """The score of a competency as data."""
    level = json.loads(said(case, "--json"))["competencies"][competency]["solutions-partner"]
    (found,) = level["options"]["capability-score"]["scores"]
    return found  # type: ignore[no-any-return]  # data of JSON


def test_the_answer_carries_the_score_with_its_track_and_metrics() -> None:
    found = score("points-infrastructure-met", "infrastructure")

    assert (found["status"], found["today"], found["at_least"], found["of"]) == ("met", "met", "70", "100")
    assert found["points"] == {"low": "76", "high": "76"}
    (track,) = found["tracks"]
    assert (track["track"], track["status"]) == ("smb", "met")
    assert {name: metric["points"]["low"] for name, metric in track["metrics"].items()} == {
        "net-customer-adds": "30",
        "intermediate": "8",
        "advanced": "8",
        "usage-growth": "20",
        "deployments": "10",
    }


def test_an_earlier_day_of_the_window_is_named_with_its_end() -> None:
    found = score("points-window-last-day", "modern-work")

    assert (found["status"], found["today"]) == ("met", "not met")
    assert (found["met_on"], found["holds_until"]) == ("2024-03-01", "2024-09-01")
    assert "reached on 2024-03-01, which counts until 2024-09-01" in said("points-window-last-day")


def test_what_was_never_reported_lies_between_bounds_and_says_why() -> None:
    found = score("points-infrastructure-met", "security")

    assert found["points"] == {"low": "0", "high": "60"}
    metric = found["tracks"][0]["metrics"]["usage-growth"]
    assert metric == {"points": {"low": "0", "high": "20"}, "most": "20", "why": "never reported"}


def test_the_text_names_points_and_metrics() -> None:
    text = said("points-infrastructure-met")

    assert "Partner capability score: met, points 76 of 70 (SMB), Net customer adds 30 of 30" in text
    assert "points 0 to 60 of 70" in text
