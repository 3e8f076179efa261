from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.facts import Association
from domain.organisation_settings import OrganisationSettings
from handlers.forgetting import people_called
from handlers.settling import next_look_at
from tests.handlers.fabrikam import ADA, ADA_HOLDS, BOB_HOLDS, FABRIKAM, FACTS, PROGRAMME, Fabrikam

LEFT = date(2017, 2, 1)
GONE = replace(ADA_HOLDS, associations=(Association(date(2016, 1, 1), LEFT, id="s1"),))


def left(day: str, months: int = 12) -> Fabrikam:
    """Ada left a while ago and her account is off; it is this day."""
    company = Fabrikam(replace(FACTS, people=(GONE, BOB_HOLDS)))
    company.now = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)
    state = company.companies.states[FABRIKAM]
    settings = OrganisationSettings(retention_months=months)
    organisation = replace(state.company.organisation, settings=settings)
    off = replace(state.company.members[ADA], active=False)
    known = replace(state.company, organisation=organisation, members={**state.company.members, ADA: off})
    company.companies.states[FABRIKAM] = replace(state, company=known)
    return company


@pytest.mark.parametrize(
    ("day", "months", "forgotten"),
    [
        ("2018-01-31", 12, False),
        ("2018-02-01", 12, True),
        ("2018-02-02", 12, True),
        ("2018-02-02", 24, False),
    ],
)
async def test_the_sweep_forgets_leavers_once_their_time_is_over(day: str, months: int, *, forgotten: bool) -> None:
    company = left(day, months)

    await company.conversations.look(FABRIKAM)
    await company.conversations.look(FABRIKAM)

    ada, bob = company.company.facts.people
    assert (ada.forgotten, bob.forgotten) == (forgotten, False)
    assert (ada.name == ADA_HOLDS.name) == (not forgotten)
    entries = [e for e in company.companies.states[FABRIKAM].audit if e.kind == "Forget"]
    assert [(entry.actor, entry.person) for entry in entries] == [(None, "ada")] * forgotten


async def test_a_look_that_only_tells_forgets_nobody() -> None:
    company = left("2018-02-02")

    await company.conversations.look(FABRIKAM, dry=True)

    assert company.company.facts.people[0] == GONE


async def test_the_sweep_looks_again_on_that_day() -> None:
    company = left("2018-01-31")

    found = next_look_at(PROGRAMME, company.company, date(2018, 1, 31))

    assert found is not None
    assert found.date() == date(2018, 2, 1)


async def test_what_slack_still_knows_of_somebody_who_is_forgotten_is_not_taken_over() -> None:
    company = left("2018-02-02")
    member = company.company.members[ADA]
    await company.conversations.look(FABRIKAM)
    before = company.company.members[ADA]

    await company.compared(replace(member, person=None, name="Ada Lovelace", email="ada@example.org", updated=9))

    assert before.person is None
    assert company.company.members[ADA] == before


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ada", ("ada",)),
        ("ADA LOVELACE", ("ada",)),
        ("lovelace", ("ada",)),
        ("bob", ("bob",)),
        ("nobody", ()),
    ],
)
def test_people_are_found_by_what_they_are_called(typed: str, found: tuple[str, ...]) -> None:
    assert tuple(person.id for person in people_called(Fabrikam().company, typed)) == found


def test_two_who_are_called_alike_are_both_found() -> None:
    company = Fabrikam(replace(FACTS, people=(ADA_HOLDS, replace(BOB_HOLDS, name=ADA_HOLDS.name)))).company

    assert len(people_called(company, ADA_HOLDS.name or "")) == 2
