"""The year in memory."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from domain.facts import Facts
from domain.ports import Company
from tests.fakes import MemoryCompanies, State
from tests.handlers.contoso import grammar
from tests.story.company import BERLIN, NORTHLIGHT, ORGANISATION, SILVERBIRCH, SISTER, TEAM, employees, facts
from tests.story.script import SISTERS_CHANNEL, START
from tests.year import Year


class MemoryYear(Year):
    """The year over companies in memory."""

    async def deliver(self) -> None:
        """What went is read at once."""
        self.collect()


async def in_memory(looks: int = 1) -> MemoryYear:
    """Silverbirch and its sister on the first day."""
    companies = MemoryCompanies()
    members = {employee.user: employee.member() for employee in employees()}
    strangers = {user: replace(member, person=None) for user, member in members.items()}
    for organisation, known, users in ((ORGANISATION, facts(), members), (SISTER, Facts("developed"), strangers)):
        companies.states[organisation.id] = State(Company(organisation, TEAM, 1, known, users, shared=True))
    await companies.settle_place(TEAM, SISTERS_CHANNEL, NORTHLIGHT)
    for place in ("C0PARTNERS", "C0ALERTS"):
        await companies.settle_place(TEAM, place, SILVERBIRCH)
    begins = datetime.fromisoformat(START).replace(tzinfo=ZoneInfo(BERLIN)).astimezone(UTC)
    return MemoryYear(companies, SILVERBIRCH, grammar(), begins, looks)
