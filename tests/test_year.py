"""Months pass in seconds, and every message in them went in somebody's working hours or was urgent."""

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.ports import Company, Member
from tests.fakes import MemoryCompanies, State
from tests.handlers.contoso import TEAM, grammar
from tests.handlers.fabrikam import ADMIN, BOB, FABRIKAM, FACTS, MEMBERS, ORGANISATION, OVERRIDE
from tests.year import Year

START = datetime(2018, 1, 15, 8, tzinfo=UTC)
ZOE = Member("U0ZOE", "Zoe", "admin", time_zone="America/New_York")


def fabrikam(looks: int = 1) -> Year:
    members = {m.user: m for m in (*MEMBERS, ZOE)}
    company = Company(ORGANISATION, TEAM, 1, replace(FACTS, overrides=(OVERRIDE,)), members)
    companies = MemoryCompanies()
    companies.states[FABRIKAM] = State(company)
    return Year(companies, FABRIKAM, grammar(), START, looks)


async def leave(year: Year) -> None:
    await year.conversations.member_changed(TEAM, replace(year.company.members[BOB], active=False), event="left")


async def test_in_four_months_each_message_comes_once_and_at_its_time() -> None:
    year, doubled = fabrikam(), fabrikam(looks=2)
    for each in (year, doubled):
        await each.until(date(2018, 5, 15), {date(2018, 3, 3): leave})

    keys = [(read.recipient, owed.key) for read in year.read for owed in read.notices]
    digests = [read for read in year.read if not any(owed.urgent for owed in read.notices)]
    assert len(keys) == len(set(keys))
    assert [str(read) for read in doubled.read] == [str(read) for read in year.read]
    assert {read.recipient for read in year.read} >= {ADMIN, ZOE.user}
    assert all(9 <= read.at.hour < 17 and read.at.weekday() < 5 for read in digests)
    assert len({(read.recipient, read.at.date()) for read in digests}) == len(digests)
    urgent = [read for read in year.read if read not in digests]
    assert {read.at.date() for read in urgent} == {date(2018, 3, 3)}
    assert {read.recipient for read in urgent} == {ADMIN, ZOE.user}
