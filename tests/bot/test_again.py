"""Being told again, and a list as a table, over real sockets."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.company import CHANNEL
from bot.demo.model import Message
from bot.demo.server import LocalWorkspace
from bot.wiring import Assay
from tests.bot.running import ADA, bot_in, larkfield


@pytest.fixture
async def slack() -> AsyncIterator[LocalWorkspace]:
    async with larkfield() as running:
        yield running


@pytest.fixture
async def assay(slack: LocalWorkspace, tmp_path: Path) -> AsyncIterator[Assay]:
    async with bot_in(slack, tmp_path) as running:
        yield running


async def pressed(slack: LocalWorkspace, message: Message, kind: str) -> Message:
    """What a button brings to who pressed it."""
    found = [e["action_id"] for block in message.blocks if block["type"] == "actions" for e in block["elements"]]
    before = {known.ts for known in slack.state.messages.get(CHANNEL, {}).values()}
    await slack.press(ADA, message.ts, next(action for action in found if action.partition(":")[0] == kind))
    shown: list[Message] = []

    def is_there() -> bool:
        shown[:] = [m for m in slack.state.messages.get(CHANNEL, {}).values() if m.by_app and m.ts not in before]
        return bool(shown)

    await slack.until(is_there)
    return shown[0]


async def asked(slack: LocalWorkspace, text: str) -> Message:
    await slack.slash(ADA, CHANNEL, "/assay", text)
    return await slack.bot_message(CHANNEL)


async def test_what_was_asked_comes_again_on_the_next_morning_by_itself(slack: LocalWorkspace, assay: Assay) -> None:
    offered = await pressed(slack, await asked(slack, "need gold cloud platform"), "remind_me")
    noted = await pressed(slack, offered, "remind_on")
    assert "again on 16 January 2018" in noted.text
    direct = slack.state.direct(ADA, slack.config.app.bot_user_id).id

    def again() -> list[Message]:
        sent = slack.state.messages.get(direct, {}).values()
        return [message for message in sent if "you asked me to answer this again" in message.text]

    assay.records.clock.move(1)
    await slack.until(again)
    assay.records.clock.move(1)
    await slack.settle()
    assert len(again()) == 1
    assert "16 January 2018" in str(again()[0].blocks)


@pytest.mark.usefixtures("assay")
@pytest.mark.parametrize(("refusals", "kinds"), [(0, ["data_table"]), (1, ["section", "table"]), (2, ["section"])])
async def test_a_list_is_a_table_of_the_newest_kind_that_slack_takes_under_one_title(
    slack: LocalWorkspace, refusals: int, kinds: list[str]
) -> None:
    answer = await asked(slack, "contributors silver cloud platform")
    if refusals:
        slack.fault("response_url", "error", error="invalid_blocks", times=refusals)
    shown = await pressed(slack, answer, "list_table")

    assert [block["type"] for block in shown.blocks] == [*kinds, "actions"]
    assert str(shown.blocks).count("Who counts for Cloud Platform") == 1
