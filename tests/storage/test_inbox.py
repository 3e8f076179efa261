import asyncio
from datetime import timedelta

import pytest

from domain.changes import SetFlag
from domain.ports import EventAlreadyDoneError
from storage.companies import SqlCompanies
from storage.engine import Database
from storage.inbox import Inbox, InboxEvent
from storage.leases import Backlog
from tests.storage.conftest import NOW, SYSTEM, acme

LEASE = timedelta(seconds=30)
LATER = NOW + timedelta(minutes=1)


async def receive(inbox: Inbox, event: str = "Ev1", team: str = "T1") -> bool:
    return await inbox.receive(event, team, "user_change", {"user": {"id": "UBOB", "deleted": True}}, NOW)


async def take(inbox: Inbox) -> InboxEvent:
    event = await inbox.claim(NOW, LEASE)
    assert event is not None
    return event


async def test_an_event_is_written_down_once_however_often_it_arrives(database: Database) -> None:
    inbox = Inbox(database)

    assert await receive(inbox)
    assert not await receive(inbox)
    assert await inbox.pending() == Backlog(due=1)


async def test_the_same_event_arriving_many_times_at_once_is_new_once(database: Database, database_url: str) -> None:
    replica = Database.at(database_url)

    new = await asyncio.gather(*(receive(Inbox(here)) for here in (database, replica) for _ in range(5)))
    await replica.close()

    assert sorted(new) == [False] * 9 + [True]


async def test_a_claimed_event_holds_what_arrived(database: Database) -> None:
    inbox = Inbox(database)
    await receive(inbox)

    event = await take(inbox)

    assert (event.event, event.team, event.kind, event.received_at) == ("Ev1", "T1", "user_change", NOW)
    assert event.payload == {"user": {"id": "UBOB", "deleted": True}}
    assert event.attempts == 1


async def test_events_of_a_workspace_come_in_their_order_one_at_a_time(database: Database) -> None:
    inbox = Inbox(database)
    for event, team in (("Ev1", "T1"), ("Ev2", "T1"), ("Ev3", "T2")):
        await receive(inbox, event, team)

    first, other = await take(inbox), await take(inbox)
    assert (first.event, other.event) == ("Ev1", "Ev3")
    assert await inbox.claim(NOW, LEASE) is None
    assert await inbox.done(first.event, first.lease, NOW)
    assert (await take(inbox)).event == "Ev2"


async def test_an_event_that_is_tried_again_keeps_its_place(database: Database) -> None:
    inbox = Inbox(database)
    await receive(inbox, "Ev1")
    await receive(inbox, "Ev2")
    first = await take(inbox)

    assert await inbox.retry_at(first.event, first.lease, LATER, "no answer")

    assert await inbox.claim(LATER - timedelta(seconds=1), LEASE) is None
    again = await inbox.claim(LATER, LEASE)
    assert again is not None
    assert (again.event, again.attempts) == ("Ev1", 2)


async def test_an_event_given_up_stays_on_record_and_lets_the_next_one_through(database: Database) -> None:
    inbox = Inbox(database)
    await receive(inbox, "Ev1")
    await receive(inbox, "Ev2")
    first = await take(inbox)

    assert await inbox.fail(first.event, first.lease, "broken")

    assert await inbox.pending() == Backlog(due=1, failed=1)
    assert (await take(inbox)).event == "Ev2"
    assert not await receive(inbox, "Ev1")


async def test_a_lease_that_ran_out_frees_the_event_and_the_old_claim_settles_nothing(database: Database) -> None:
    inbox = Inbox(database)
    await receive(inbox)
    lost = await take(inbox)

    assert await inbox.claim(NOW + LEASE - timedelta(seconds=1), LEASE) is None
    held = await inbox.claim(NOW + LEASE, LEASE)
    assert held is not None
    assert not await inbox.done(lost.event, lost.lease, NOW)
    assert not await inbox.retry_at(lost.event, lost.lease, NOW, "late")
    assert not await inbox.fail(lost.event, lost.lease, "late")
    assert await inbox.done(held.event, held.lease, NOW)


async def test_an_event_is_done_with_its_effect_and_claimed_no_more(database: Database) -> None:
    inbox, companies = Inbox(database), SqlCompanies(database, lambda: NOW)
    company = await acme(companies)
    await receive(inbox)
    event = await take(inbox)

    async with companies.change(company.organisation.id, SYSTEM, event=event.event) as ledger:
        await ledger.record(SetFlag("managed", value=True))

    assert await inbox.claim(NOW + 2 * LEASE, LEASE) is None
    assert await inbox.pending() == Backlog()
    with pytest.raises(EventAlreadyDoneError):
        async with companies.change(company.organisation.id, SYSTEM, event=event.event):
            pass


async def test_an_effect_that_failed_leaves_the_event_to_be_tried_again(database: Database) -> None:
    inbox, companies = Inbox(database), SqlCompanies(database, lambda: NOW)
    company = await acme(companies)
    await receive(inbox)
    event = await take(inbox)

    with pytest.raises(ZeroDivisionError):
        async with companies.change(company.organisation.id, SYSTEM, event=event.event):
            raise ZeroDivisionError

    assert await inbox.pending() == Backlog(claimed=1)
    again = await inbox.claim(NOW + LEASE, LEASE)
    assert again is not None
    assert again.event == event.event


async def test_an_event_that_nobody_received_has_its_effect_once_and_is_known_from_then_on(database: Database) -> None:
    inbox, companies = Inbox(database), SqlCompanies(database, lambda: NOW)
    company = await acme(companies)

    async with companies.change(company.organisation.id, SYSTEM, event="Ev1"):
        pass

    assert not await receive(inbox)
    with pytest.raises(EventAlreadyDoneError):
        async with companies.change(company.organisation.id, SYSTEM, event="Ev1"):
            pass
