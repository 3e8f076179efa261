"""An organisation in several programmes, in memory and in each database."""

from datetime import date
from decimal import Decimal

import pytest

from domain.buying import SetMembership
from domain.changes import AddPerson, GrantOverride, Link, NoSuchFactError, ReportFigure, SetFlag
from domain.dates import Month
from domain.enrolments import Enrol, LeaveProgramme, programmes_of, turned
from domain.facts import Achievement, Association, LevelOverride, Membership
from domain.notices import Due, Owed
from domain.ports import Care, Company
from tests.storage.conftest import NOW, SINCE, SYSTEM, AnyCompanies, acme

OCTOBER = Month(2017, 10)
RISK = Owed("at_risk", "tiers/premier", 1, "opened", {"at": "2018-03-01", "level": "premier"})
FIRST = Owed("at_risk", "cloud-platform/gold", 1, "opened", {"at": "2018-03-01", "level": "gold"})


async def enrolled(companies: AnyCompanies) -> Company:
    """A company that takes part in a further programme, in which something of every kind is recorded."""
    company = await acme(companies)
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(Enrol("tiers", "developing", date(2017, 5, 1)))
        await ledger.record(SetFlag("first", value=True))
        ledger.turn("tiers")
        await ledger.record(SetFlag("plan", value=True), ReportFigure("launched", OCTOBER, Decimal(3)))
        await ledger.record(SetMembership(Membership("premier", SINCE, date(2018, 3, 1))))
        await ledger.record(GrantOverride(LevelOverride("tiers", "premier", SINCE, date(2018, 1, 1))))
        await ledger.record(AddPerson("p1", "Bob", Association(SINCE)), Link("p1", Achievement("exam", SINCE)))
    return await companies.get(company.organisation.id)


async def test_what_is_recorded_in_a_programme_stays_in_it_and_people_are_the_same_in_all(
    companies: AnyCompanies,
) -> None:
    company = await enrolled(companies)
    there = turned(company, "tiers")

    assert programmes_of(company) == ("mpn", "tiers")
    assert (company.facts.market, there.facts.market) == ("developed", "developing")
    assert (company.facts.flags, there.facts.flags) == ({"first": True}, {"plan": True})
    assert (company.facts.figures, there.facts.figures) == ({}, {"launched": {OCTOBER: Decimal(3)}})
    assert company.facts.membership is None
    assert there.facts.membership is not None
    assert (len(company.facts.overrides), len(there.facts.overrides)) == (0, 1)
    assert company.facts.people == there.facts.people
    assert [each.credential for each in there.facts.people[0].achievements] == ["exam"]


async def test_a_company_that_was_turned_and_turned_back_is_as_it_was(companies: AnyCompanies) -> None:
    company = await enrolled(companies)

    assert turned(turned(company, "tiers"), "mpn") == company


async def test_who_joins_a_programme_twice_keeps_what_is_recorded_in_it(companies: AnyCompanies) -> None:
    company = await enrolled(companies)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(Enrol("tiers", "developed"))

    assert (await companies.get(company.organisation.id)).facts == company.facts


async def test_notices_of_one_programme_are_neither_told_twice_nor_closed_by_another(companies: AnyCompanies) -> None:
    company = await enrolled(companies)
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.owe(Due((FIRST,), (FIRST.subject,)), NOW)
        ledger.turn("tiers")
        await ledger.owe(Due((RISK,), (RISK.subject,)), NOW)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        here = ledger.history
        ledger.turn("tiers")
        there = ledger.history

    assert (here.open, there.open) == (frozenset({FIRST.subject}), frozenset({RISK.subject}))
    assert (here.steps, there.steps) == (frozenset({FIRST.key}), frozenset({RISK.key}))
    assert there.next_episode(RISK.subject) == 2


async def test_what_is_the_organisations_is_the_same_in_every_programme(companies: AnyCompanies) -> None:
    company = await enrolled(companies)
    left = Owed("departed", "person/p1", 1, "told", {"person": "p1"})
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        ledger.turn("tiers")
        await ledger.owe(Due((left,), (left.subject,)), NOW)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        assert ledger.history.open == {"person/p1"}
        ledger.turn("tiers")
        assert ledger.history.open == {"person/p1"}


async def test_what_was_recorded_in_a_programme_is_kept_beside_when_it_is_left_and_counts_again_when_it_is_joined(
    companies: AnyCompanies,
) -> None:
    before = await enrolled(companies)
    identifier = before.organisation.id

    async with companies.change(identifier, SYSTEM) as ledger:
        await ledger.record(LeaveProgramme("tiers", date(2017, 11, 1)))
    left = await companies.get(identifier)
    async with companies.change(identifier, SYSTEM) as ledger:
        await ledger.record(Enrol("tiers", "developed"))

    assert programmes_of(left) == ("mpn",)
    assert left.facts.former == before.facts.elsewhere
    assert turned(turned(left, "mpn"), "mpn") == left
    assert (await companies.get(identifier)).facts == before.facts


async def test_a_programme_in_which_it_takes_no_part_cannot_be_left(companies: AnyCompanies) -> None:
    company = await enrolled(companies)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        with pytest.raises(NoSuchFactError):
            await ledger.record(LeaveProgramme("other", date(2017, 11, 1)))


async def test_another_programme_becomes_the_first_one_and_what_was_said_of_each_stays_said(
    companies: AnyCompanies,
) -> None:
    company = await enrolled(companies)
    identifier = company.organisation.id
    left = Owed("departed", "person/p1", 1, "told", {"person": "p1"})
    async with companies.change(identifier, SYSTEM) as ledger:
        await ledger.owe(Due((FIRST, left), (FIRST.subject, left.subject)), NOW)
        await ledger.take_care(FIRST.subject, 1, Care("U1", SINCE))
        ledger.turn("tiers")
        await ledger.owe(Due((RISK,), (RISK.subject,)), NOW)

    async with companies.change(identifier, SYSTEM) as ledger:
        await ledger.lead_with("tiers")

    async with companies.change(identifier, SYSTEM) as ledger:
        here, cares = ledger.history, ledger.company.cares
        ledger.turn("mpn")
        there = ledger.history
    now = await companies.get(identifier)
    assert programmes_of(now) == ("tiers", "mpn")
    assert now.facts == turned(company, "tiers").facts
    assert (here.open, here.steps) == (frozenset({RISK.subject, "person/p1"}), frozenset({RISK.key, left.key}))
    assert (there.open, there.steps) == (frozenset({FIRST.subject, "person/p1"}), frozenset({FIRST.key, left.key}))
    assert list(cares) == [(f"mpn::{FIRST.subject}", 1)]
