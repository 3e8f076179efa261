from dataclasses import replace

import pytest

from domain.facts import Facts
from handlers.conversations import Conversations
from handlers.grammar import Grammar
from tests.domain.shapes import competency, programme
from tests.handlers.contoso import MEMBERS, NOW, ORGANISATION, Contoso, plain


def asking(*ways: str, language: str = "en-US") -> Contoso:
    """A company in a programme in which gold asks for one of these credentials, each a way of its own."""
    each = "\n".join(f"  - people: {{count: 1, each: {way}}}" for way in ways)
    rules = programme(competency("oak", f"any:\n{each}", silver="people: {count: 1, each: A}"))
    members = tuple(replace(member, locale=language) for member in MEMBERS)
    contoso = Contoso(Facts("developed"), members, replace(ORGANISATION, programme="trees"))
    contoso.conversations = Conversations(contoso.companies, Grammar({"trees": rules}), lambda: NOW, lambda: "new-id")
    return contoso


@pytest.mark.parametrize(
    ("ways", "lines", "more"),
    [
        (["A", "B"], 1, None),
        (["A", "B", "C"], 2, None),
        (["A", "B", "C", "D", "E"], 1, "There are 3 more ways."),
        (["A", "B", "C", "D", "E", "PRO"], 1, "There are 4 more ways."),
    ],
)
async def test_as_many_other_ways_are_shown_as_a_phone_has_lines_for_and_the_rest_is_counted(
    ways: list[str], lines: int, more: str | None
) -> None:
    shown = plain(await asking(*ways).asked("need gold oak")).splitlines()

    assert sum(line.startswith("Or: ") for line in shown) == lines
    assert [line for line in shown if "more way" in line] == ([more] if more else [])


async def test_in_german_too() -> None:
    company = asking("A", "B", "C", "D", "E", "PRO", "OLD", language="de-DE")
    shown = plain(await company.asked("Was brauchen wir für Gold in oak?"))

    assert "Es gibt 5 weitere Wege." in shown
