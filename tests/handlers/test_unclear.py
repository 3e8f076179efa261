"""What was at risk and is not known now: said in answers, on Home and in status, with the reason and what to do."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.dates import Month
from domain.facts import Facts
from tests.handlers.contoso import caller, plain
from tests.handlers.fabrikam import ADMIN, BOB, FABRIKAM, FACTS, ONE_SHORT, Fabrikam, holder

CONSUMPTION = "azure_customer_consumption"
TO_COME = {CONSUMPTION: {Month(2017, 1).plus(ahead): Decimal(9000) for ahead in range(12)}}
UNKNOWN = replace(FACTS, figures=TO_COME)
AT_RISK = frozenset({"cloud-platform/gold", "membership/gold"})
HEAD = "At risk before, not known now: your Gold membership and Cloud Platform Gold"


def at_risk(company: Fabrikam) -> Fabrikam:
    """The company with its gold at risk since before."""
    state = company.companies.states[FABRIKAM]
    company.companies.states[FABRIKAM] = replace(state, company=replace(state.company, at_risk=AT_RISK))
    return company


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("are we at risk?", "• Azure consumption of customers: 4 months are still to come."),
        ("status", "for want of: Azure consumption of customers."),
    ],
)
async def test_an_open_risk_that_is_not_known_is_named_with_its_reason_and_one_that_never_was_is_not(
    typed: str, reason: str
) -> None:
    company = Fabrikam(UNKNOWN)
    before = plain(await company.says(ADMIN, typed))

    said = plain(await at_risk(company).says(ADMIN, typed))

    assert HEAD in said
    assert reason in said
    assert "At risk before" not in before


async def test_home_says_it_with_the_command_that_mends_it() -> None:
    late = {CONSUMPTION: {Month(2017, 1).plus(ahead): Decimal(10000) for ahead in range(11)}}
    company = at_risk(Fabrikam(replace(FACTS, figures=late)))

    home = await company.conversations.home(caller(ADMIN))
    said = "\n".join(block["text"]["text"] for block in home["blocks"] if "text" in block)

    assert HEAD in said
    assert f"December 2017 is not reported. An admin can: `/assay figure {CONSUMPTION} 2017-12 AMOUNT`" in said


@pytest.mark.parametrize("facts", [FACTS, ONE_SHORT], ids=["met", "not met"])
async def test_what_is_known_again_is_no_longer_called_unknown(facts: Facts) -> None:
    company = at_risk(Fabrikam(facts))

    assert "not known now" not in plain(await company.says(ADMIN, "are we at risk?"))


async def test_whoever_may_not_know_of_leavings_is_not_told_that_a_risk_is_open() -> None:
    company = at_risk(Fabrikam(UNKNOWN))

    for user, private in ((BOB, True), (ADMIN, False)):
        said = plain(await company.says(user, "are we at risk?", private=private))
        assert "At risk before" not in said
        assert "Not known for 1 May 2018: your Gold membership and Cloud Platform Gold" in said


async def test_a_look_tells_it_once_and_the_mending_after_it() -> None:
    gone = (FACTS.people[0], holder("bob", "Bob Ross", "70-532", until=date(2018, 1, 10)))
    company = Fabrikam(replace(FACTS, people=gone))
    for facts in (company.facts, UNKNOWN, UNKNOWN, FACTS):
        state = company.companies.states[FABRIKAM]
        company.companies.states[FABRIKAM] = replace(state, company=replace(state.company, facts=facts))
        await company.conversations.look(FABRIKAM)

    told = [owed.kind for owed in company.told() if owed.subject == "cloud-platform/gold"]
    assert told == ["at_risk", "risk_unclear", "mended"]
    assert company.company.at_risk == frozenset()
