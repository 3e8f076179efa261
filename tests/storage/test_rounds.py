from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from operator import itemgetter

import pytest

from domain.notices import Due, Owed
from domain.ports import Away, Care, Ledger, Member
from domain.postbox import Calendar
from domain.reminders import Reminder
from storage.companies import SqlCompanies
from storage.deliveries import Deliveries
from storage.engine import Database
from storage.ids import new_id
from tests.fakes import MemoryCompanies
from tests.storage.conftest import ADA, BOB, NOW, SYSTEM, AnyCompanies

AT = datetime(2018, 1, 15, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)
AMY = Member("UAMY", "Amy", "admin", time_zone="America/New_York")
ENDING = Owed("override_ending", "override/o1", 736_800, "7", {"override": "o1"})
OTHER = replace(ENDING, subject="override/o2")
RISK = Owed("at_risk", "cloud/gold", 1, "opened")
MENDED = Owed("mended", "cloud/gold", 1, "closed")


async def bring(companies: AnyCompanies) -> list[tuple[str, Sequence[Owed]]]:
    """Who got which notices in a message since the last time."""
    if isinstance(companies, MemoryCompanies):
        [(key, state)] = companies.states.items()
        companies.states[key] = replace(state, sent=())
        return sorted(((user, notices) for user, _, notices in state.sent), key=itemgetter(0))
    deliveries = Deliveries(companies._database)  # noqa: SLF001 - what the companies are kept in
    found = []
    while (claim := await deliveries.claim(NOW, DAY)) is not None:
        assert await deliveries.confirm(claim.id, claim.lease, "D1", new_id(), NOW)
        found.append((claim.recipient, claim.notices))
    return sorted(found, key=itemgetter(0))


class Acme:
    """A company with two admins, Ada in Berlin and Amy in New York, whose clock a test moves."""

    def __init__(self, companies: AnyCompanies, organisation: str) -> None:
        self.companies = companies
        self.organisation = organisation
        self.next_at: datetime | None = None

    async def at(self, at: datetime, *owed: Owed, opened: Sequence[str] = (), closed: Sequence[str] = ()) -> None:
        """Owe something at a moment, and make a round."""
        async with self.companies.change(self.organisation, SYSTEM) as ledger:
            await self.within(ledger, at, Due(owed, tuple(opened), tuple(closed)))

    async def within(self, ledger: Ledger, at: datetime, due: Due) -> None:
        """The same in a change that is made."""
        if due != Due():
            await ledger.owe(due, at)
        self.next_at = await ledger.make_round(Calendar(), at)


@pytest.fixture
async def company(companies: AnyCompanies) -> Acme:
    found = await companies.meet("T1", "Acme", "Europe/Berlin", "mpn", "developed", [ADA, AMY, BOB])
    return Acme(companies, found.organisation.id)


async def test_what_is_urgent_goes_to_every_admin_at_once_and_the_rest_to_the_first_in_working_hours(
    companies: AnyCompanies, company: Acme
) -> None:
    night = datetime(2018, 1, 15, 22, tzinfo=UTC)

    await company.at(night, RISK, ENDING, opened=[RISK.subject])

    assert await bring(companies) == [("UADA", (RISK,)), ("UAMY", (RISK,))]
    assert company.next_at == datetime(2018, 1, 16, 8, tzinfo=UTC)
    await company.at(datetime(2018, 1, 16, 7, 59, 59, tzinfo=UTC))
    assert await bring(companies) == []
    await company.at(datetime(2018, 1, 16, 8, tzinfo=UTC))
    assert await bring(companies) == [("UADA", (ENDING,))]


async def test_a_round_that_is_made_twice_brings_nothing_twice(companies: AnyCompanies, company: Acme) -> None:
    await company.at(AT, ENDING)
    await company.at(AT, ENDING)
    await company.at(AT + timedelta(hours=1), ENDING, OTHER)

    assert await bring(companies) == [("UADA", (ENDING,))]
    assert company.next_at == datetime(2018, 1, 16, 8, tzinfo=UTC)
    await company.at(AT + DAY)
    assert await bring(companies) == [("UADA", (OTHER,))]


async def test_who_moves_gets_the_next_digest_by_the_clock_there(companies: AnyCompanies, company: Acme) -> None:
    await company.at(datetime(2018, 1, 15, 20, tzinfo=UTC), ENDING)
    async with companies.change(company.organisation, SYSTEM) as ledger:
        await ledger.register(replace(ADA, time_zone="America/New_York"))
        await company.within(ledger, datetime(2018, 1, 15, 20, 1, tzinfo=UTC), Due())

    assert await bring(companies) == [("UADA", (ENDING,))]


async def test_what_is_mended_is_told_to_those_who_heard_of_the_risk(companies: AnyCompanies, company: Acme) -> None:
    await company.at(AT, RISK, opened=[RISK.subject])
    async with companies.change(company.organisation, SYSTEM) as ledger:
        await ledger.register(Member("UAXL", "Axl", "admin"))
        await company.within(ledger, AT, Due((MENDED,), (), (RISK.subject,)))
    await bring(companies)

    await company.at(AT + timedelta(hours=6))

    assert await bring(companies) == [("UAMY", (MENDED,))]


async def test_what_ended_while_it_waited_is_never_told(companies: AnyCompanies, company: Acme) -> None:
    lone = Owed("one_admin", "organisation/one-admin", 1, "told")
    await company.at(AT, lone, opened=[lone.subject])
    assert company.next_at == AT + DAY
    await company.at(AT + timedelta(hours=23), closed=[lone.subject])

    await company.at(AT + 2 * DAY)

    assert await bring(companies) == []
    assert company.next_at is None


async def test_what_nobody_takes_is_handed_on_and_who_takes_it_keeps_it(companies: AnyCompanies, company: Acme) -> None:
    await company.at(AT, ENDING)
    thursday = datetime(2018, 1, 18, 15, tzinfo=UTC)
    assert company.next_at == datetime(2018, 1, 18, 8, tzinfo=UTC)

    await company.at(thursday)
    [_, (user, [handed])] = await bring(companies)
    async with companies.change(company.organisation, SYSTEM) as ledger:
        await ledger.take_care(ENDING.subject, ENDING.episode, Care("UAMY", date(2018, 1, 18)))
        await company.within(ledger, thursday, Due())
        assert ledger.company.cares == {(ENDING.subject, ENDING.episode): Care("UAMY", date(2018, 1, 18))}
    await company.at(thursday + 10 * DAY, replace(ENDING, step="0"))
    await company.at(thursday + 11 * DAY)

    assert (user, handed.key, handed.details["handed_on"]) == ("UAMY", ENDING.key, "UADA")
    assert await bring(companies) == [("UAMY", (replace(ENDING, step="0"),))]
    assert (await companies.get(company.organisation)).cares[ENDING.subject, ENDING.episode].user == "UAMY"


async def test_what_is_put_off_comes_once_more_and_not_before(companies: AnyCompanies, company: Acme) -> None:
    await company.at(AT, RISK, opened=[RISK.subject])
    await bring(companies)
    async with companies.change(company.organisation, SYSTEM) as ledger:
        assert await ledger.put_off("UADA", RISK.subject, 1, AT + 2 * DAY)
        assert await ledger.put_off("UADA", RISK.subject, 1, AT + 3 * DAY)
        assert not await ledger.put_off("UADA", "cloud/silver", 1, AT + 2 * DAY)
        await company.within(ledger, AT + 2 * DAY, Due())

    assert await bring(companies) == []
    await company.at(AT + 3 * DAY)
    [(user, [told])] = await bring(companies)
    assert (user, told.kind, told.subject, told.details["again"]) == ("UADA", "at_risk", RISK.subject, "yes")


async def test_in_the_place_of_who_is_away_reads_who_stands_in(companies: AnyCompanies, company: Acme) -> None:
    absent = replace(ADA, away=Away(date(2018, 1, 20), "UAMY"))
    async with companies.change(company.organisation, SYSTEM) as ledger:
        await ledger.register(absent)
        await company.within(ledger, AT + timedelta(hours=6), Due((ENDING,)))

    assert await bring(companies) == [("UAMY", (ENDING,))]
    assert (await companies.get(company.organisation)).members["UADA"] == absent


async def test_a_person_is_told_what_concerns_them_alone(companies: AnyCompanies, company: Acme) -> None:
    own = Owed("own_ending", "person/nobody", 1, "30", {"person": "nobody"})

    await company.at(AT, own)

    assert await bring(companies) == []


async def test_what_nobody_was_there_to_be_told_waits_for_the_digest_of_the_first_admin(
    companies: AnyCompanies,
) -> None:
    found = await companies.meet("T1", "Acme", "Europe/Berlin", "mpn", "developed", [BOB])
    company = Acme(companies, found.organisation.id)
    await company.at(AT, ENDING)
    async with companies.change(company.organisation, SYSTEM) as ledger:
        await ledger.register(ADA)
        await company.within(ledger, datetime(2018, 1, 15, 19, tzinfo=UTC), Due())

    assert await bring(companies) == []
    await company.at(AT + DAY)
    assert await bring(companies) == [("UADA", (ENDING,))]


async def test_two_replicas_that_make_the_same_round_bring_it_once(database: Database, database_url: str) -> None:
    replica = Database.at(database_url)
    both = [SqlCompanies(opened, lambda: NOW) for opened in (database, replica)]
    found = await both[0].meet("T1", "Acme", "Europe/Berlin", "mpn", "developed", [ADA])
    offices = [Acme(companies, found.organisation.id) for companies in both]
    await offices[0].at(datetime(2018, 1, 15, 20, tzinfo=UTC), ENDING)

    for office in (*offices, *offices):
        await office.at(AT + DAY)

    assert await bring(both[0]) == [("UADA", (ENDING,))]
    await replica.close()


async def test_a_reminder_goes_by_itself_after_the_digest_of_the_day_and_can_be_called_off(
    companies: AnyCompanies, company: Acme
) -> None:
    wanted = [Reminder(f"r{n}", "UADA", "en - risk", date(2018, 1, 15), AT + timedelta(hours=n)) for n in (1, 2, 3)]
    await company.at(AT, ENDING)
    assert await bring(companies) == [("UADA", (ENDING,))]
    async with companies.change(company.organisation, SYSTEM) as ledger:
        for each in wanted:
            await ledger.owe(Due((each.owed,)), each.at or AT)
        assert await ledger.call_off("UADA", "r2")
        assert not await ledger.call_off("UADA", "r2")
        assert not await ledger.call_off("UBOB", "r1")
        assert await ledger.reminders("UADA") == [wanted[0], wanted[2]]
        assert await ledger.reminders("UBOB") == []

    await company.at(AT + timedelta(minutes=59))
    assert (await bring(companies), company.next_at) == ([], AT + timedelta(hours=1))
    await company.at(AT + timedelta(hours=3))
    assert await bring(companies) == [("UADA", (wanted[0].owed,)), ("UADA", (wanted[2].owed,))]
    await company.at(AT + timedelta(hours=4))
    assert await bring(companies) == []
    async with companies.change(company.organisation, SYSTEM) as ledger:
        assert await ledger.reminders("UADA") == []
        assert not await ledger.call_off("UADA", "r1")
