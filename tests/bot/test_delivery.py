"""A message that is owed arrives once, whatever Slack does; what cannot be brought is seen."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.alerts import Alerts
from bot.clock import utc_now
from bot.delivery import DeliveryWork
from bot.demo.company import furnish
from bot.demo.model import Message
from bot.demo.server import LocalWorkspace
from bot.pacing import Means, Pacing
from bot.wiring import Assay, assembled
from domain.ports import Actor
from storage.ids import new_id
from storage.leases import Backlog
from tests.bot.running import ADA, EMEKA, FARAH, larkfield, settings_for
from tests.fakes import MemoryCompanies

PACING = Pacing(http=2.0, lease=15.0, settle=0.6, between_posts=0.02, poll=0.05, retry=0.05, longest_retry=0.2, tries=3)


@pytest.fixture
async def slack() -> AsyncIterator[LocalWorkspace]:
    async with larkfield() as running:
        yield running


@asynccontextmanager
async def at_work(slack: LocalWorkspace, folder: Path) -> AsyncIterator[Assay]:
    """The bot with the demo's facts: each of the two admins is owed one message from the first sweep on."""
    settings = settings_for(slack, f"sqlite:///{folder / 'assay.sqlite3'}")
    async with assembled(settings, pacing=PACING) as assay:
        await assay.meet()
        await furnish(assay.records.companies, new_id)
        yield assay


def to(slack: LocalWorkspace, user: str) -> list[Message]:
    place = slack.state.direct(user, slack.config.app.bot_user_id).id
    return [message for message in slack.state.messages.get(place, {}).values() if message.by_app]


async def until_nothing_waits(assay: Assay) -> Backlog:
    """Wait until every delivery is sent or given up; returns what is left."""
    async with asyncio.timeout(30):
        while True:
            swept = assay.sweep.last
            left = await assay.deliveries.pending()
            if swept and not left.due + left.claimed:
                return left
            await asyncio.sleep(0.05)


def test_a_lease_outlasts_all_that_happens_within_it() -> None:
    assert Pacing(http=10.0, lease=50.0).sending == 30.0

    with pytest.raises(ValueError, match="outlast"):
        Pacing(http=10.0, lease=49.9)


@pytest.mark.parametrize("kind", ["rate_limited", "http_500", "timeout", "drop", "lost_response"])
@pytest.mark.parametrize("target", ["chat.postMessage", "conversations.open"])
async def test_whatever_slack_does_each_admin_gets_one_message(
    slack: LocalWorkspace, tmp_path: Path, target: str, kind: str
) -> None:
    slack.fault(target, kind, times=2)

    async with at_work(slack, tmp_path) as assay:
        await assay.work()
        left = await until_nothing_waits(assay)

    assert left == Backlog()
    assert (len(to(slack, ADA)), len(to(slack, EMEKA))) == (1, 1)


async def test_a_history_that_cannot_be_read_is_read_later_before_anything_is_sent_again(
    slack: LocalWorkspace, tmp_path: Path
) -> None:
    slack.fault("chat.postMessage", "lost_response", times=2)
    slack.fault("conversations.history", "http_500", times=3)

    async with at_work(slack, tmp_path) as assay:
        await assay.work()
        await until_nothing_waits(assay)

    assert (len(to(slack, ADA)), len(to(slack, EMEKA))) == (1, 1)


async def test_an_admin_whom_slack_cannot_reach_is_given_up_and_another_admin_hears_of_it(
    slack: LocalWorkspace, tmp_path: Path
) -> None:
    slack.fault("conversations.open", "error", error="user_not_found", skip=0)

    async with at_work(slack, tmp_path) as assay:
        await assay.work()
        left = await until_nothing_waits(assay)
        await assay.tasks.drain(30)
        [failed] = await assay.deliveries.failed(utc_now() - timedelta(minutes=5))

    assert left == Backlog(failed=1)
    assert failed.error == "user_not_found"
    other, name = (ADA, "Emeka") if failed.recipient == EMEKA else (EMEKA, "Ada")
    [owed, told] = to(slack, other)
    assert "could not deliver this to" in told.text
    assert name in told.text
    assert all(line in told.text for line in owed.text.splitlines())
    assert to(slack, failed.recipient) == []


async def test_a_company_that_cannot_be_found_is_given_up_like_whatever_else_is_wrong(
    slack: LocalWorkspace, tmp_path: Path
) -> None:
    async with at_work(slack, tmp_path) as assay:
        await assay.sweep.run()
        alarms: list[str] = []

        async def alarm(key: str) -> None:
            alarms.append(key)

        alerts = Alerts(MemoryCompanies(), assay.workspaces.of, assay.records.alerted, utc_now)
        work = DeliveryWork(
            assay.deliveries,
            MemoryCompanies(),
            assay.workspaces.of,
            assay.records.told,
            alerts,
            Means(utc_now, PACING, alarm),
        )
        async with asyncio.timeout(30):
            while (left := await assay.deliveries.pending()).due:
                if not await work.step():
                    await asyncio.sleep(0.02)

    assert left == Backlog(failed=2)
    assert alarms == ["shell.delivery_failed"] * 2


async def test_what_is_wrong_with_our_own_token_is_no_fault_of_the_recipient(
    slack: LocalWorkspace, tmp_path: Path
) -> None:
    slack.fault("chat.postMessage", "error", error="token_revoked", times=4)

    async with at_work(slack, tmp_path) as assay:
        await assay.work()
        left = await until_nothing_waits(assay)

    assert left == Backlog()
    assert (len(to(slack, ADA)), len(to(slack, EMEKA))) == (1, 1)


async def test_who_is_no_admin_any_more_is_told_nothing(slack: LocalWorkspace, tmp_path: Path) -> None:
    async with at_work(slack, tmp_path) as assay:
        await assay.sweep.run()
        company = await assay.records.companies.of_team("T0LARKFIELD")
        async with assay.records.companies.change(company.organisation.id, Actor(None, "test")) as ledger:
            await ledger.register(replace(company.members[EMEKA], role="member"))
        for bringer in assay.records.bringers:
            bringer.start()
        async with asyncio.timeout(30):
            await _when(lambda: len(to(slack, ADA)) == 1)
        left = await until_nothing_waits(assay)

    assert left == Backlog()
    assert to(slack, EMEKA) == []


async def test_an_admin_who_was_away_while_a_message_waited_hears_of_it_when_back(
    slack: LocalWorkspace, tmp_path: Path
) -> None:
    async with at_work(slack, tmp_path) as assay:
        await assay.work()
        await until_nothing_waits(assay)
        for bringer in assay.records.bringers:
            await bringer.stop(30)
        company = await assay.records.companies.of_team("T0LARKFIELD")
        change = assay.records.conversations.member_changed
        farah, ada = company.members[FARAH], company.members[ADA]
        await change(company.team, replace(farah, active=False), event="E1")
        await change(company.team, replace(ada, active=False), event="E2")
        await bring_all(assay)
        before = len(to(slack, ADA))
        await change(company.team, ada, event="E3")
        left = await bring_all(assay)

    assert left == Backlog()
    assert not any("Farah" in message.text for message in to(slack, ADA)[:before])
    assert any("Farah" in message.text for message in to(slack, ADA)[before:])


async def bring_all(assay: Assay) -> Backlog:
    """Bring what is due, and what waits a moment for more; returns what is left."""
    async with asyncio.timeout(30):
        while (left := await assay.deliveries.pending()).due + left.claimed:
            if not await assay.bring.step():
                await asyncio.sleep(0.05)
    return left


async def _when(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110 - nobody tells
        await asyncio.sleep(0.02)
