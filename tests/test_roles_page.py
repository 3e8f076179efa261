"""docs/roles.md shows the table that the code goes by: `python -m tests.test_roles_page` writes it anew."""

import re
from collections.abc import Mapping
from pathlib import Path

import typer

from domain.roles import PLACES, ROLES, TABLE, Action, Outcome, Place, outcome
from tests.test_readme import rows

PAGE = Path(__file__).parent.parent / "docs" / "roles.md"
DOES: Mapping[Action, str] = {
    "help": "Ask what one can do",
    "own": "One's own: see and link exams, take them back, export, choose a language",
    "organisation": "See which organisation is meant, settle it for oneself",
    "levels": "What a level needs, where we stand, who counts or holds an exam",
    "forecast": "What expires, what is at risk, what comes, what to take next, what if an exam were lost",
    "person": "What if somebody left, what expires of somebody, what somebody could take next",
    "membership": "The membership, its renewal and benefits",
    "overrides": "Which overrides are in force",
    "watch": "Risks and failures beside an answer and in the Home tab; notices",
    "leavings": "Know who is going to leave",
    "record": "Record, end or withdraw: overrides, membership, figures, statuses, departures, others' exams",
    "import": "Import files and take them back",
    "rules": "What changed in the rules, and what that does",
    "audit": "Who changed what",
    "settings": "Notices, names in channels, alert channel, holidays, ids at the vendor",
    "care": "Take care of a notice, be reminded, be away",
    "reminders": "Be reminded of an answer: it is given anew on a day",
    "setup": "Set up and go live",
    "roles": "Give and take roles; see who is nobody in Slack",
    "ownership": "Make somebody else the owner",
}
SHOWN: Mapping[Outcome, str] = {"refused": "–", "own": "own", "counts": "counts", "names": "names", "all": "yes"}
HEADS: Mapping[Place, str] = {
    "private": "Privately",
    "channel": "In a channel of colleagues",
    "shared": "In a channel that other companies read",
}


def matrix(place: Place) -> str:
    """What each action comes to for each role in a place."""
    lines = [[DOES[action], *(SHOWN[outcome(action, role, place)] for role in ROLES)] for action in TABLE]
    return rows(("", *ROLES), lines)


def written(text: str) -> str:
    """The page with its tables as the code has them."""
    tables = "\n\n".join(f"### {HEADS[place]}\n\n{matrix(place)}" for place in PLACES)
    return re.sub(r"(<!-- roles -->\n).*?(\n<!-- end -->)", lambda m: f"{m[1]}{tables}{m[2]}", text, flags=re.DOTALL)


def test_the_page_shows_the_roles_as_the_code_has_them() -> None:
    text = PAGE.read_text("utf-8")

    assert written(text) == text
    assert set(DOES) == set(TABLE)


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
    typer.echo("docs/roles.md is written.")
