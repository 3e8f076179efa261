from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.facts import Association, CredentialOverride, Facts
from tests.handlers.contoso import plain
from tests.handlers.fabrikam import (
    ADA_HOLDS,
    ADMIN,
    BOB_HOLDS,
    FABRIKAM,
    FACTS,
    ONE_SHORT,
    OVERRIDE,
    Fabrikam,
)


def leaves(day: date) -> Facts:
    """Enough for the level until one of them leaves on a day."""
    gone = replace(BOB_HOLDS, associations=(Association(date(2017, 1, 1), day, id="bob:a"),))
    return replace(FACTS, people=(ADA_HOLDS, gone))


async def looked(facts: Facts, day: date) -> Fabrikam:
    """The company once it was looked at on a day."""
    company = Fabrikam(facts, now=datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
    await company.conversations.look(FABRIKAM)
    return company


@pytest.mark.parametrize(
    ("day", "head"),
    [
        (date(2018, 1, 29), "⏳ *The override of Cloud Platform Gold ends in 30 days*, on 28 February 2018."),
        (date(2018, 2, 27), "⏳ *The override of Cloud Platform Gold ends tomorrow*, on 28 February 2018."),
        (
            date(2018, 2, 28),
            "⏳ *The override of Cloud Platform Gold has ended*: today, 28 February 2018, is the first day without it.",
        ),
        (date(2018, 3, 1), "⏳ *The override of Cloud Platform Gold has ended* on 28 February 2018."),
    ],
)
async def test_an_override_near_its_end_says_how_long_it_holds_and_what_the_facts_say(day: date, head: str) -> None:
    company = await looked(replace(ONE_SHORT, overrides=(OVERRIDE,)), day)
    ending = [notice for notice in company.told() if notice.kind == "override_ending"]

    said = plain(company.message(ending, today=day))

    assert said.startswith(head)
    when = "then" if day < date(2018, 2, 28) else "now"
    assert f"On the facts alone, *Cloud Platform Gold* is {when}: not met, missing: 1 more person." in said
    assert "It would be mended by 1 more person with 70-532, 70-533" in said


async def test_what_mends_a_level_is_not_said_twice_in_one_message() -> None:
    company = await looked(replace(ONE_SHORT, overrides=(OVERRIDE,)), date(2018, 1, 29))

    said = plain(company.message(today=date(2018, 1, 29)))

    assert "Reason: an override ends on 28 February 2018." in said
    assert said.count("It would be mended") == 1


async def test_an_override_of_a_persons_exam_names_the_level_that_it_carries() -> None:
    override = CredentialOverride("bob", "70-532", date(2018, 1, 1), date(2018, 2, 28), "o2")
    bob = replace(BOB_HOLDS, achievements=())
    company = await looked(replace(FACTS, people=(ADA_HOLDS, bob), overrides=(override,)), date(2018, 2, 28))
    ending = [notice for notice in company.told() if notice.kind == "override_ending"]

    said = plain(company.message(ending, today=date(2018, 2, 28)))

    assert said.startswith("⏳ *The override of 70-532 (Developing Microsoft Azure Solutions) of Bob Ross has ended*")
    assert "On the facts alone, *Cloud Platform Gold* is now: not met" in said


async def test_a_claim_of_the_exam_that_no_export_shows_does_not_make_its_override_needless() -> None:
    override = CredentialOverride("bob", "70-532", date(2018, 1, 1), date(2018, 2, 28), "o2")
    claimed = replace(BOB_HOLDS, achievements=tuple(replace(a, state="claimed") for a in BOB_HOLDS.achievements))
    company = await looked(replace(FACTS, people=(ADA_HOLDS, claimed), overrides=(override,)), date(2018, 1, 29))
    ending = [notice for notice in company.told() if notice.kind == "override_ending"]

    said = plain(company.message(ending, today=date(2018, 1, 29)))

    assert "On the facts alone, *Cloud Platform Gold* is then: not met, missing: 1 more person." in said
    assert "No level depends on it then" not in said


async def test_an_override_that_another_one_covers_says_until_when() -> None:
    longer = replace(OVERRIDE, id="o2", until=date(2018, 4, 1))
    company = await looked(replace(ONE_SHORT, overrides=(OVERRIDE, longer)), date(2018, 2, 28))
    ending = [notice for notice in company.told() if notice.kind == "override_ending"][:1]

    assert "Another override covers *Cloud Platform Gold* until 1 April 2018." in plain(
        company.message(ending, today=date(2018, 2, 28))
    )


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (ONE_SHORT, None),
        (FACTS, "No longer needed: all that it carries is met without it, and will be when it ends."),
        (leaves(date(2018, 2, 27)), "Not needed today, but again when it ends on 28 February 2018."),
        (leaves(date(2018, 2, 28)), "Not needed today, but again when it ends on 28 February 2018."),
        (leaves(date(2018, 3, 1)), "No longer needed"),
    ],
)
async def test_the_list_says_of_an_override_whether_it_is_needed_still(facts: Facts, said: str | None) -> None:
    listed = plain(await Fabrikam(replace(facts, overrides=(OVERRIDE,))).says(ADMIN, "/assay override list"))

    assert "Cloud Platform Gold" in listed
    assert said is None or said in listed
    assert ("eeded" in listed) == (said is not None)
