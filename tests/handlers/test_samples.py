"""The examples in messages, in each programme's own words: what one is told to type can be typed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.facts import Facts
from handlers.grammar import COMMANDS, Context
from handlers.requests import Question
from handlers.sample import fitted
from tests.handlers.contoso import ADMIN, ORGANISATION, Contoso, grammar, plain

TODAY = date(2026, 11, 15)
USUALLY = ("70-533", "gold", "Gold", "cloud platform", "Cloud Platform", "devops", "azure_customer_consumption")
WITHOUT_STATUS = {"flag"}


def company(programme: str) -> Contoso:
    organisation = replace(ORGANISATION, programme=programme)
    return Contoso(Facts("developed"), organisation=organisation, now=datetime(2026, 11, 15, 9, tzinfo=UTC))


@pytest.mark.parametrize("programme", ["ms-solutions-partner", "aws-services-path"])
async def test_every_example_of_the_help_is_of_the_organisations_programme_and_is_understood(programme: str) -> None:
    rules = grammar().catalogue[programme]

    said = plain(await company(programme).asked("help", ADMIN, slash=True))
    examples = {entry.name: fitted(entry.example, rules, TODAY) for entry in COMMANDS}
    read = {name: grammar().parse(text, Context(TODAY, programme=programme)) for name, text in examples.items()}

    assert [usual for usual in USUALLY if usual in said] == []
    assert [name for name, text in examples.items() if f"`/assay {text}`" not in said] == []
    unread = {n for n, request in read.items() if isinstance(request, Question) and request.intent == "unknown"}
    assert unread - WITHOUT_STATUS == set()
    assert {name for name, request in read.items() if getattr(request, "unreadable", None)} == set()


@pytest.mark.parametrize(
    ("programme", "typed", "said"),
    [
        ("ms-solutions-partner", "link", "`/assay link azure-administrator-associate 2026-05-08`"),
        ("aws-services-path", "link", "`/assay link AWS-ACCREDITED-TECHNICAL 2024-12-01`"),
        ("ms-mpn-competencies", "link", "`/assay link 70-533 2017-11-20`"),
        ("ms-solutions-partner", "override list", "`/assay override grant solutions partner business applications"),
        ("ms-solutions-partner", "evidence", "Name a designation"),
        ("aws-services-path", "evidence", "Name a partner path"),
        ("ms-mpn-competencies", "evidence", "Name a competency"),
    ],
)
async def test_what_to_type_and_what_things_are_called_comes_from_the_programme(
    programme: str, typed: str, said: str
) -> None:
    assert said in (await company(programme).asked(typed, slash=True)).text
