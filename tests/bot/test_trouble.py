"""What people see when something is away, slow, refused, or not for them: one clear sentence, and nothing lost."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.demo.company import CHANNEL
from bot.demo.config import Delivery
from bot.demo.model import Message
from bot.demo.server import LocalWorkspace
from bot.serve import PATH, asgi
from bot.wiring import Assay, assembled
from tests.bot.running import ADA, BEN, CARLA, GOLD, QUICK, bot_in, larkfield, listening, settings_for

SLOW = replace(QUICK, ack=0.0)
UNASKED = replace(QUICK, poll=30.0)
"""Nobody looks at the database unless there is something to do."""


@pytest.fixture
async def slack() -> AsyncIterator[LocalWorkspace]:
    async with larkfield() as running:
        yield running


def direct(slack: LocalWorkspace, user: str) -> str:
    return slack.state.direct(user, slack.config.app.bot_user_id).id


def from_bot(slack: LocalWorkspace, channel: str) -> list[Message]:
    return [message for message in slack.state.messages.get(channel, {}).values() if message.by_app]


def another_connection(path: Path) -> sqlite3.Connection:
    """A connection of somebody else to the bot's database."""
    return sqlite3.connect(path, isolation_level=None, timeout=30, check_same_thread=False)


def outcomes(slack: LocalWorkspace, name: str) -> list[str]:
    return [entry.outcome for entry in slack.state.wire if entry.name == name]


async def assay_knows(assay: Assay, user: str) -> None:
    """Wait until somebody is a member."""
    async with asyncio.timeout(30):
        while user not in (await assay.records.companies.of_team("T0LARKFIELD")).members:  # noqa: ASYNC110 - no event
            await asyncio.sleep(0.02)


async def nothing_waits(assay: Assay) -> None:
    """Wait until every event is applied and every delivery sent."""
    async with asyncio.timeout(30):
        for kind in (assay.inbox, assay.deliveries):
            while (left := await kind.pending()).due + left.claimed:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.05)


async def test_an_answer_that_takes_too_long_for_the_acknowledgement_follows(
    slack: LocalWorkspace, tmp_path: Path
) -> None:
    async with bot_in(slack, tmp_path, pacing=SLOW):
        seen = await slack.slash(BEN, CHANNEL, "/assay", "need gold cloud platform")
        answer = await slack.bot_message(CHANNEL, containing="Cloud Platform")

    assert seen.outcome.answer is None
    assert answer.visible_to == BEN


@pytest.mark.parametrize("kind", ["rate_limited", "http_500", "drop"])
async def test_an_answer_by_response_url_is_tried_again(slack: LocalWorkspace, tmp_path: Path, kind: str) -> None:
    slack.fault("response_url", kind)
    async with bot_in(slack, tmp_path, pacing=SLOW):
        await slack.slash(BEN, CHANNEL, "/assay", "need gold cloud platform")

        assert (await slack.bot_message(CHANNEL, containing="Cloud Platform")).visible_to == BEN


async def test_an_answer_that_slack_does_not_take_now_is_posted_once_when_it_does(
    slack: LocalWorkspace, tmp_path: Path
) -> None:
    async with bot_in(slack, tmp_path, furnished=False):
        slack.fault("chat.postMessage", "rate_limited", retry_after=1)
        await slack.say(BEN, CHANNEL, f"@Assay {GOLD}")
        await slack.bot_message(CHANNEL)

    assert len(from_bot(slack, CHANNEL)) == 1


@pytest.mark.parametrize("kind", ["http_500", "lost_response"])
async def test_an_answer_of_which_nobody_knows_whether_it_arrived_is_not_repeated_but_said(
    slack: LocalWorkspace, tmp_path: Path, kind: str
) -> None:
    async with bot_in(slack, tmp_path, furnished=False):
        slack.fault("chat.postMessage", kind)
        await slack.say(CARLA, CHANNEL, f"@Assay {GOLD}")
        said = await slack.bot_message(CARLA)

    assert "Slack hat mir nicht gesagt" in said.text
    assert len(from_bot(slack, CHANNEL)) == (1 if kind == "lost_response" else 0)


async def test_a_database_that_is_away_is_one_sentence_and_the_event_is_sent_again(
    slack: LocalWorkspace, tmp_path: Path
) -> None:
    async with bot_in(slack, tmp_path, way="http", pacing=UNASKED) as assay:
        await slack.bot_message(ADA)
        await nothing_waits(assay)
        slack.configure(event_retry_delays=(0.5,) * 100)
        with closing(another_connection(tmp_path / "assay.sqlite3")) as other:
            await asyncio.to_thread(other.execute, "BEGIN EXCLUSIVE")
            await slack.slash(BEN, CHANNEL, "/assay", "link 70-533 2017-11-20")
            answer = await slack.bot_message(CHANNEL, containing="cannot reach my records")
            await slack.deactivate(CARLA)
            await slack.until(lambda: outcomes(slack, "events_api user_change"))
        await slack.bot_message(ADA, containing="Carla")
        await slack.settle()
        company = await assay.records.companies.of_team(slack.config.team.id)

    assert answer.visible_to == BEN
    assert outcomes(slack, "events_api user_change")[0] != "acked"
    assert outcomes(slack, "events_api user_change")[-1] == "acked"
    assert not company.members[CARLA].active


async def test_nothing_is_said_in_a_channel_that_other_companies_read(slack: LocalWorkspace, tmp_path: Path) -> None:
    channel = slack.state.channels[CHANNEL]
    async with bot_in(slack, tmp_path):
        seen = await slack.slash(ADA, CHANNEL, "/assay", "need gold cloud platform")
        assert seen.message
        slack.state.put_channel(replace(channel, is_ext_shared=True))
        await slack.say(BEN, CHANNEL, f"@Assay {GOLD}")
        mention = await slack.bot_message(CHANNEL, after=seen.message.ts)
        share = [e for block in seen.message.blocks for e in block.get("elements", ()) if "action_id" in e]
        await slack.press(ADA, seen.message.ts, share[-1]["action_id"])
        pressed = await slack.bot_message(CHANNEL, after=mention.ts)

    for message, reader in ((mention, BEN), (pressed, ADA)):
        assert "other companies" in message.text
        assert message.visible_to == reader


async def test_sharing_where_the_bot_is_not_says_how_to_invite_it(slack: LocalWorkspace, tmp_path: Path) -> None:
    async with bot_in(slack, tmp_path):
        seen = await slack.slash(ADA, "C0RANDOM000", "/assay", "need gold cloud platform")
        assert seen.message
        share = [e for block in seen.message.blocks for e in block.get("elements", ()) if "action_id" in e]
        await slack.press(ADA, seen.message.ts, share[-1]["action_id"])

        assert "/invite" in (await slack.bot_message("C0RANDOM000", after=seen.message.ts)).text


async def test_a_request_with_a_wrong_signature_is_refused(slack: LocalWorkspace, tmp_path: Path) -> None:
    async with bot_in(slack, tmp_path, SLACK_SIGNING_SECRET="another") as assay, listening(asgi(assay)) as url:
        slack.configure(delivery=Delivery.HTTP, request_url=url + PATH)
        seen = await slack.slash(BEN, CHANNEL, "/assay", "help")

    assert seen.outcome.status.value == "refused"


async def test_a_second_workspace_is_told_politely_that_it_needs_an_invitation(
    slack: LocalWorkspace, tmp_path: Path
) -> None:
    settings = settings_for(slack, f"sqlite:///{tmp_path / 'assay.sqlite3'}")
    async with assembled(settings, pacing=QUICK) as first:
        await first.records.stored.meet("T0ANOTHER", "Another", "UTC", "ms-mpn-competencies", "developed")

    async with bot_in(slack, tmp_path, furnished=False):
        seen = await slack.slash(BEN, CHANNEL, "/assay", "need gold cloud platform")

    assert seen.message
    assert "invitation" in seen.message.text


async def test_who_joins_is_known_at_once_and_who_changed_while_nobody_listened_at_the_next_start(
    slack: LocalWorkspace, tmp_path: Path
) -> None:
    async with bot_in(slack, tmp_path) as assay:
        joined = await slack.add_user("Mia Novak")
        await assay_knows(assay, joined.id)
    await slack.deactivate(CARLA)
    await slack.rename(joined.id, "Mia Novak-Berg")

    async with bot_in(slack, tmp_path, furnished=False) as assay:
        company = await assay.records.companies.of_team("T0LARKFIELD")
        await slack.bot_message(ADA, containing="Carla")

    assert company.members[joined.id].name == "Mia Novak-Berg"
    assert not company.members[CARLA].active


async def test_a_deactivation_that_slack_repeats_after_the_reactivation_is_past(
    slack: LocalWorkspace, tmp_path: Path
) -> None:
    slack.configure(event_retry_delays=(0.5,))
    slack.fault("events_api", "drop")

    async with bot_in(slack, tmp_path, way="http") as assay:
        await slack.deactivate(CARLA)
        await slack.until(lambda: "dropped" in outcomes(slack, "events_api user_change"))
        await slack.reactivate(CARLA)
        await slack.settle()
        await nothing_waits(assay)
        company = await assay.records.companies.of_team("T0LARKFIELD")

    assert company.members[CARLA].active
    assert outcomes(slack, "events_api user_change") == ["dropped", "acked", "acked"]
    assert not any(a.provisional for p in company.facts.people for a in p.associations or ())


async def test_a_connection_that_is_cut_is_back_within_seconds_and_nothing_is_lost(
    slack: LocalWorkspace, tmp_path: Path
) -> None:
    async with bot_in(slack, tmp_path):
        slack.drop_sockets()
        await slack.say(BEN, CHANNEL, "@Assay help")

        answer = await slack.bot_message(CHANNEL)

    assert answer.thread_ts
