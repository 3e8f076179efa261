import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.changes import SetFlag
from domain.notices import Due, Owed
from domain.ports import Company, Member
from storage.companies import SqlCompanies
from storage.deliveries import ClaimedDelivery, Deliveries, FailedDelivery
from storage.engine import Database
from storage.leases import Backlog
from tests.storage.conftest import ADA, NOW, SYSTEM, acme

LEASE = timedelta(seconds=30)
GOLD = Owed("at_risk", "cloud-platform/gold", 1, "opened", {"from": "2018-03-01"})
SILVER = Owed("at_risk", "cloud-platform/silver", 1, "opened")
AMY = Member("UAMY", "Amy", "admin")


async def owe(database: Database, *notices: Owed, admins: tuple[Member, ...] = (ADA,)) -> Company:
    companies = SqlCompanies(database, lambda: NOW)
    company = await companies.meet("T1", "Acme", "Europe/Berlin", "mpn", "developed", admins)
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.owe(Due(notices), NOW)
    return company


async def register(database: Database, company: Company, *members: Member) -> None:
    for member in members:
        async with SqlCompanies(database, lambda: NOW).change(company.organisation.id, SYSTEM) as ledger:
            await ledger.register(member)


async def call_off(database: Database) -> ClaimedDelivery:
    claimed = await take(database)
    assert await Deliveries(database).supersede(claimed.id, claimed.lease)
    return claimed


async def take(database: Database, after: timedelta = timedelta()) -> ClaimedDelivery:
    claimed = await Deliveries(database).claim(NOW + after, LEASE)
    assert claimed is not None
    return claimed


async def test_each_admin_gets_one_message_with_all_that_became_due_together(database: Database) -> None:
    company = await owe(database, GOLD, SILVER, admins=(ADA, AMY, Member("UBOB", "Bob", "member")))

    claimed = [await take(database), await take(database)]

    assert {delivery.recipient for delivery in claimed} == {"UADA", "UAMY"}
    for delivery in claimed:
        assert delivery.notices == (GOLD, SILVER)
        assert (delivery.organisation, delivery.team) == (company.organisation.id, "T1")
        assert (delivery.attempts, delivery.claimed_before) == (1, False)
    assert await Deliveries(database).claim(NOW, LEASE) is None


async def test_what_was_owed_before_is_not_owed_again(database: Database) -> None:
    await owe(database, GOLD)
    await owe(database, GOLD, SILVER)
    await owe(database, GOLD, SILVER)

    assert (await take(database)).notices == (GOLD,)
    assert (await take(database)).notices == (SILVER,)
    assert await Deliveries(database).claim(NOW, LEASE) is None


async def test_an_inactive_admin_is_owed_nothing(database: Database) -> None:
    await owe(database, GOLD, admins=(ADA, Member("UAMY", "Amy", "admin", active=False)))

    assert (await take(database)).recipient == "UADA"
    assert await Deliveries(database).claim(NOW, LEASE) is None


async def test_what_nobody_could_be_told_waits_for_the_first_admin(database: Database) -> None:
    company = await owe(database, GOLD, SILVER, admins=())
    companies = SqlCompanies(database, lambda: NOW)
    assert await Deliveries(database).pending() == Backlog()

    for admin in (ADA, AMY):
        async with companies.change(company.organisation.id, SYSTEM) as ledger:
            await ledger.register(admin)

    delivery = await take(database)
    assert (delivery.recipient, delivery.notices) == ("UADA", (GOLD, SILVER))
    assert await Deliveries(database).claim(NOW, LEASE) is None


async def test_what_was_called_off_is_brought_to_who_is_an_admin_again(database: Database) -> None:
    company = await owe(database, GOLD, SILVER)
    await register(database, company, replace(ADA, active=False))
    off = await call_off(database)
    await owe(database, GOLD)

    await register(database, company, ADA)

    delivery = await take(database)
    assert (delivery.id, delivery.recipient, delivery.notices) == (off.id, "UADA", (GOLD, SILVER))
    assert await Deliveries(database).claim(NOW, LEASE) is None


async def test_what_was_called_off_for_all_is_for_the_next_admin_and_for_the_one_before(
    database: Database,
) -> None:
    company = await owe(database, GOLD)
    await register(database, company, replace(ADA, active=False))
    await call_off(database)

    await register(database, company, AMY, ADA)

    claimed = [await take(database), await take(database)]
    assert {one.recipient for one in claimed} == {"UADA", "UAMY"}
    assert [one.notices for one in claimed] == [(GOLD,), (GOLD,)]
    assert await Deliveries(database).claim(NOW, LEASE) is None


async def test_what_was_called_off_for_one_and_told_to_another_is_no_news_for_a_third(database: Database) -> None:
    company = await owe(database, GOLD, admins=(ADA, AMY))
    await register(database, company, replace(ADA, active=False))
    claimed = [await take(database), await take(database)]
    superseded = [await Deliveries(database).supersede(one.id, one.lease) for one in claimed]

    await register(database, company, Member("UCAT", "Cat", "admin"))

    assert [one.recipient for one, off in zip(claimed, superseded, strict=True) if off] == ["UADA"]
    assert await Deliveries(database).claim(NOW, LEASE) is None


async def test_a_claim_holds_until_its_lease_runs_out_and_the_next_one_knows(database: Database) -> None:
    await owe(database, GOLD)
    first = await take(database)

    assert await Deliveries(database).claim(NOW + LEASE - timedelta(seconds=1), LEASE) is None
    second = await take(database, LEASE)
    third = await take(database, 2 * LEASE)

    assert (second.id, second.attempts, second.unsettled_since) == (first.id, 2, NOW)
    assert (third.attempts, third.unsettled_since) == (3, NOW)


async def test_a_claim_that_was_lost_settles_nothing(database: Database) -> None:
    await owe(database, GOLD)
    deliveries = Deliveries(database)
    lost = await take(database)
    held = await take(database, LEASE)

    assert not await deliveries.confirm(lost.id, lost.lease, "D1", "1.1", NOW)
    assert not await deliveries.retry_at(lost.id, lost.lease, NOW, "late")
    assert not await deliveries.fail(lost.id, lost.lease, "late")
    assert not await deliveries.supersede(lost.id, lost.lease)
    assert await deliveries.confirm(held.id, held.lease, "D1", "1.1", NOW + LEASE)
    assert not await deliveries.confirm(held.id, held.lease, "D1", "1.2", NOW + LEASE)


@pytest.mark.parametrize("ending", ["confirm", "fail", "supersede"])
async def test_what_is_sent_failed_or_superseded_is_never_claimed_again(database: Database, ending: str) -> None:
    company = await owe(database, GOLD)
    deliveries, claimed = Deliveries(database), await take(database)
    match ending:
        case "confirm":
            assert await deliveries.confirm(claimed.id, claimed.lease, "D1", "1.1", NOW)
        case "fail":
            assert await deliveries.fail(claimed.id, claimed.lease, "account_inactive")
        case _:
            await register(database, company, replace(ADA, active=False))
            assert await deliveries.supersede(claimed.id, claimed.lease)

    assert await deliveries.claim(NOW + timedelta(days=365), LEASE) is None
    assert await deliveries.pending() == Backlog(failed=1 if ending == "fail" else 0)


async def test_a_retry_waits_for_its_time_and_remembers_that_the_message_may_be_out(database: Database) -> None:
    await owe(database, GOLD)
    deliveries, claimed = Deliveries(database), await take(database)
    later = NOW + timedelta(minutes=1)

    assert await deliveries.retry_at(claimed.id, claimed.lease, later, "timeout")

    assert await deliveries.claim(later - timedelta(seconds=1), LEASE) is None
    assert (await take(database, timedelta(minutes=1))).unsettled_since == NOW


async def test_a_retry_of_what_surely_was_not_sent_needs_no_look_at_the_history(database: Database) -> None:
    await owe(database, GOLD)
    deliveries, claimed = Deliveries(database), await take(database)

    assert await deliveries.retry_at(claimed.id, claimed.lease, NOW, "ratelimited", surely_not_sent=True)

    assert (await take(database)).unsettled_since is None


async def test_what_failed_for_good_is_shown_with_whom_and_what_it_was_for(database: Database) -> None:
    company = await owe(database, GOLD)
    deliveries, claimed = Deliveries(database), await take(database)
    assert await deliveries.failed(NOW) == []
    await deliveries.fail(claimed.id, claimed.lease, "account_inactive")

    failed = FailedDelivery(claimed.id, company.organisation.id, "UADA", "account_inactive", NOW, (GOLD,))
    assert await deliveries.failed(NOW) == [failed]
    assert await deliveries.failed(NOW + timedelta(seconds=1)) == []


async def test_many_workers_of_two_replicas_never_claim_the_same(database: Database, database_url: str) -> None:
    notices = [Owed("at_risk", f"level/{n}", 1, "opened") for n in range(12)]
    for notice in notices:
        await owe(database, notice)
    replica = Database.at(database_url)

    async def work(deliveries: Deliveries) -> list[ClaimedDelivery]:
        found = []
        while (claimed := await deliveries.claim(NOW, LEASE)) is not None:
            found.append(claimed)
            await asyncio.sleep(0)
        return found

    workers = [work(Deliveries(here)) for here in (database, replica) for _ in range(4)]
    claimed = [delivery for found in await asyncio.gather(*workers) for delivery in found]
    await replica.close()

    # A worker that lost a race may go home early; what it left, another took.
    assert sorted(d.notices[0].subject for d in claimed) == sorted(n.subject for n in notices)
    assert len({delivery.id for delivery in claimed}) == len(claimed)


async def test_what_is_owed_survives_a_restart(database: Database, database_url: str) -> None:
    company = await owe(database, GOLD)
    async with SqlCompanies(database, lambda: NOW).change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(SetFlag("managed", value=True))
    await database.close()
    again = Database.at(database_url)

    assert (await SqlCompanies(again, lambda: NOW).of_team("T1")).facts.flags == {"managed": True}
    assert (await take(again)).notices == (GOLD,)
    await again.close()


async def test_a_company_that_owes_nothing_has_nothing_to_deliver(database: Database) -> None:
    await acme(SqlCompanies(database, lambda: NOW))

    assert await Deliveries(database).claim(NOW, LEASE) is None
    assert await Deliveries(database).pending() == Backlog()
