"""Leaving a programme: what is asked first, what stays on record, and what nobody is told any more."""

from dataclasses import replace
from datetime import date

import pytest

from domain.enrolments import programmes_of
from domain.facts import Facts, Membership
from tests.handlers.contoso import ADA, ADMIN, ORGANISATION, Contoso, labels, plain
from tests.handlers.test_programmes import COMPETENCIES, DESIGNATIONS, NOW, PEOPLE, TIERS

PREMIER = Membership("premier", date(2026, 1, 1), date(2027, 1, 1))


def company(*, first: str = DESIGNATIONS) -> Contoso:
    """A company in two programmes, with something recorded in the tiers."""
    held = Facts("developing", flags={"business_plan": True}, membership=PREMIER)
    other = TIERS if first == DESIGNATIONS else DESIGNATIONS
    here, there = (held, Facts("developed")) if first == TIERS else (Facts("developed"), held)
    facts = replace(here, people=PEOPLE, elsewhere={other: there})
    return Contoso(facts, organisation=replace(ORGANISATION, programme=first), now=NOW)


async def left(contoso: Contoso, name: str = "aws") -> str:
    asked = await contoso.asked(f"programme leave {name}", slash=True)
    button = next(label for label in labels(asked) if label.startswith("Leave "))
    return plain(await contoso.pressed(asked, button))


async def test_who_leaves_is_asked_first_and_hears_what_it_means() -> None:
    contoso = company()

    asked = plain(await contoso.asked("programme leave aws", slash=True))

    assert "Does your organisation leave AWS Services Path today?" in asked
    assert "Premier is bought there until 1 January 2027" in asked
    assert "Nothing is deleted" in asked
    assert programmes_of(await contoso.companies.get("contoso")) == (DESIGNATIONS, TIERS)


@pytest.mark.parametrize("first", [DESIGNATIONS, TIERS])
async def test_what_was_recorded_there_is_kept_and_counts_again_after_joining(first: str) -> None:
    contoso = company(first=first)

    said = await left(contoso)
    between = await contoso.companies.get("contoso")
    joined = plain(await contoso.asked("programme join aws", slash=True))

    after = await contoso.companies.get("contoso")
    assert "takes no part in AWS Services Path. It takes part in Solutions Partner designations." in said
    assert programmes_of(between) == (DESIGNATIONS,)
    assert "takes part in AWS Services Path again, by the amounts for developing markets" in joined
    assert programmes_of(after) == (DESIGNATIONS, TIERS)
    assert after.facts.elsewhere[TIERS].membership == PREMIER
    assert after.facts.people == PEOPLE


async def test_of_a_programme_that_was_left_nobody_is_told_anything() -> None:
    contoso = company()
    await contoso.conversations.look("contoso")
    before = [owed for _, owed in contoso.companies.states["contoso"].told if owed.programme == TIERS]

    await left(contoso)
    state = contoso.companies.states["contoso"]
    found = await contoso.conversations.look("contoso")

    assert before != []
    assert [slip for slip in state.slips if slip.owed.programme == TIERS and slip.went is None] == []
    assert [subject for subject in state.history.open if subject.startswith(TIERS)] == []
    assert [notice for notice in found.notices if notice.programme == TIERS] == []


async def test_the_first_programme_may_be_left_and_what_was_said_of_the_other_is_not_said_again() -> None:
    contoso = company(first=TIERS)
    await contoso.conversations.look("contoso")
    before = {(user, owed.kind, owed.subject) for user, owed in contoso.companies.states["contoso"].told}

    await left(contoso)
    await contoso.conversations.look("contoso")

    told = [(user, owed.kind, owed.subject) for user, owed in contoso.companies.states["contoso"].told]
    status = plain(await contoso.asked("status", slash=True))
    assert len(told) == len(set(told))
    assert before <= {*told}
    assert "Infrastructure" in status
    assert "Premier" not in status


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        (f"programme leave {COMPETENCIES}", "takes no part in Microsoft Partner Network competencies"),
        ("programme leave", "I know no programme"),
    ],
)
async def test_what_cannot_be_left_is_refused(said: str, refused: str) -> None:
    assert refused in (await company().asked(said, slash=True)).text


async def test_the_only_programme_and_by_a_second_press_one_that_was_left_cannot_be_left() -> None:
    contoso = company()
    asked = await contoso.asked("programme leave aws", slash=True)
    await contoso.pressed(asked, "Leave AWS Services Path")

    again = await contoso.pressed(asked, "Leave AWS Services Path")
    only = await contoso.asked("programme leave solutions", slash=True)

    assert "so there is nothing to leave" in again.text
    assert "is the only programme" in only.text


async def test_only_an_admin_leaves_a_programme() -> None:
    contoso = company()
    asked = await contoso.asked("programme leave aws", ADMIN, slash=True)

    refused = await contoso.asked("programme leave aws", ADA, slash=True)
    pressed = await contoso.pressed(asked, "Leave AWS Services Path", ADA)

    assert "admin" in refused.text
    assert "admin" in pressed.text
    assert programmes_of(await contoso.companies.get("contoso")) == (DESIGNATIONS, TIERS)
