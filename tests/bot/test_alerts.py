"""The channel for alerts hears of risks in counts, besides the admins, who hear when it cannot be reached."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.demo.company import CHANNEL, furnish
from bot.demo.server import LocalWorkspace
from bot.pacing import Pacing
from bot.wiring import Assay, assembled
from domain.ports import Actor
from storage.ids import new_id
from storage.leases import Backlog
from tests.bot.running import ADA, EMEKA, larkfield, settings_for

PACING = Pacing(http=5.0, lease=30.0, settle=0.6, between_posts=0.02, poll=0.05, retry=0.05, longest_retry=0.2, tries=3)
RANDOM = "C0RANDOM000"


@pytest.fixture
async def slack() -> AsyncIterator[LocalWorkspace]:
    async with larkfield() as running:
        yield running


@asynccontextmanager
async def alerting(slack: LocalWorkspace, folder: Path, channel: str) -> AsyncIterator[Assay]:
    """The bot with the demo's facts, of which admins and a channel are told from the first sweep on."""
    settings = settings_for(slack, f"sqlite:///{folder / 'assay.sqlite3'}")
    async with assembled(settings, pacing=PACING) as assay:
        await assay.meet()
        await furnish(assay.records.companies, new_id)
        company = await assay.records.companies.of_team("T0LARKFIELD")
        async with assay.records.companies.change(company.organisation.id, Actor(None, "test")) as ledger:
            own = replace(company.organisation.settings, alert_channel=channel)
            await ledger.configure(replace(company.organisation, settings=own))
        yield assay


async def bring_all(assay: Assay) -> Backlog:
    await assay.sweep.run()
    async with asyncio.timeout(30):
        while (left := await assay.deliveries.pending()).due + left.claimed:
            if not await assay.bring.step():
                await asyncio.sleep(0.05)
    return left


def said_in(slack: LocalWorkspace, channel: str) -> list[str]:
    return [message.text for message in slack.state.messages.get(channel, {}).values() if message.by_app]


def told(slack: LocalWorkspace, user: str) -> str:
    place = slack.state.direct(user, slack.config.app.bot_user_id).id
    return "\n".join(said_in(slack, place))


@pytest.mark.parametrize("fault", [None, "lost_response", "http_500", "rate_limited"])
async def test_a_channel_hears_of_risks_once_in_counts_and_without_names(
    slack: LocalWorkspace, tmp_path: Path, fault: str | None
) -> None:
    if fault:
        slack.fault("chat.postMessage", fault, skip=2, after_effect=fault == "http_500")
    async with alerting(slack, tmp_path, CHANNEL) as assay:
        left = await bring_all(assay)

    assert left == Backlog()
    [text] = said_in(slack, CHANNEL)
    assert "is at risk: on your anniversary" in text
    assert not [user.real_name for user in slack.state.users.values() if user.real_name.split()[0] in text]
    assert "is at risk" in told(slack, ADA)


@pytest.mark.parametrize(
    ("channel", "state", "cure"),
    [
        (RANDOM, "", "/invite @Assay"),
        (CHANNEL, "archived", "is archived"),
        (CHANNEL, "shared", "other companies"),
        ("C0NOWHERE00", "", "/invite @Assay"),
    ],
    ids=["not in it", "archived", "shared", "unknown"],
)
async def test_where_a_channel_cannot_be_reached_an_admin_hears_the_cure_once(
    slack: LocalWorkspace, tmp_path: Path, channel: str, state: str, cure: str
) -> None:
    known = slack.state.find_channel(channel)
    if known is not None:
        shown = replace(known, is_archived=state == "archived", is_ext_shared=state == "shared")
        slack.state.put_channel(shown)
    async with alerting(slack, tmp_path, channel) as assay:
        await bring_all(assay)
        left = await bring_all(assay)
        assay.records.clock.move(1)
        await bring_all(assay)

    assert left == Backlog(failed=1)
    assert said_in(slack, channel) == []
    assert told(slack, ADA).count("Alerts do not arrive") == 1
    assert cure in blocks(slack, ADA)
    assert "Alerts do not arrive" not in told(slack, EMEKA)


def blocks(slack: LocalWorkspace, user: str) -> str:
    place = slack.state.direct(user, slack.config.app.bot_user_id).id
    return "".join(str(message.blocks) for message in slack.state.messages.get(place, {}).values())
