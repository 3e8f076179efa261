"""The forecast over real sockets: its chart where Slack takes it, the text where not, and the calendar file."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.company import CHANNEL
from bot.demo.model import Message
from bot.demo.server import LocalWorkspace
from tests.bot.running import ADA, bot_in, larkfield


@pytest.fixture
async def slack(tmp_path: Path) -> AsyncIterator[LocalWorkspace]:
    async with larkfield() as running, bot_in(running, tmp_path):
        yield running


async def forecast(slack: LocalWorkspace) -> Message:
    await slack.slash(ADA, CHANNEL, "/assay", "forecast")
    return await slack.bot_message(CHANNEL)


def kinds(message: Message) -> list[str]:
    return [block["type"] for block in message.blocks]


async def test_the_chart_is_shown_to_who_asked(slack: LocalWorkspace) -> None:
    message = await forecast(slack)

    assert message.visible_to == ADA
    assert kinds(message) == ["section", "data_visualization", "section", "context", "actions"]


async def test_where_slack_refuses_the_chart_the_rest_comes_without_it(slack: LocalWorkspace) -> None:
    slack.fault("response_url", "error", error="invalid_blocks")
    message = await forecast(slack)

    assert kinds(message) == ["section", "section", "context", "actions"]
    assert "What is known to come until" in message.text


async def test_where_slack_refuses_every_block_the_text_says_it_all(slack: LocalWorkspace) -> None:
    slack.fault("response_url", "error", error="invalid_blocks", times=2)
    message = await forecast(slack)

    assert kinds(message) == []
    assert "the override of Data Platform Silver ends" in message.text


async def test_the_calendar_comes_as_a_file_to_the_direct_conversation(slack: LocalWorkspace) -> None:
    message = await forecast(slack)
    [button] = [b for b in message.blocks[-1]["elements"] if b["action_id"] == "calendar"]
    await slack.press(ADA, message.ts, button["action_id"])

    direct = slack.state.direct(ADA, slack.config.app.bot_user_id).id
    await slack.until(lambda: any(m.files for m in slack.state.timeline(direct)))
    [file] = next(m.files for m in slack.state.timeline(direct) if m.files)
    assert (file["name"], file["mimetype"]) == ("assay.ics", "text/calendar")
    assert slack.state.files[file["id"]].content.startswith(b"BEGIN:VCALENDAR")
    await slack.until(lambda: any("calendar file" in m.text for m in slack.state.seen_by(ADA, CHANNEL)))


async def test_where_the_scope_is_missing_it_says_who_can_add_it(slack: LocalWorkspace) -> None:
    message = await forecast(slack)
    slack.configure_app(scopes=slack.config.app.scopes - {"files:write"})
    await slack.press(ADA, message.ts, "calendar")

    await slack.until(lambda: any("files:write" in m.text for m in slack.state.seen_by(ADA, CHANNEL)))
