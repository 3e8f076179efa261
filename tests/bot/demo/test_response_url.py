"""Answers that come later, at the response URL."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import ClassVar

import pytest
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.demo.model import Json
from bot.demo.server import LocalWorkspace
from tests.slack import BEN, PARTNERS, QUICK, bolt_app, over_socket


@dataclass
class Clock:
    """A real time that a test moves."""

    start: ClassVar[float] = 1_800_000_000.0
    passed: float = 0.0

    def now(self) -> float:
        """The time in Unix seconds."""
        return self.start + self.passed


@dataclass
class Place:
    """A workspace with a moved clock, and the response URLs that the app was given."""

    workspace: LocalWorkspace
    clock: Clock
    urls: list[str]

    async def reply(self, **words: object) -> tuple[int, str]:
        """Answer at the latest URL; returns the status and the body."""
        answer = await AsyncWebhookClient(self.urls[-1], retry_handlers=[]).send_dict(dict(words))
        return answer.status_code, answer.body


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    clock, urls = Clock(), list[str]()
    async with LocalWorkspace(QUICK, clock=clock.now) as workspace:
        app = bolt_app(workspace)

        @app.command("/assay")
        async def command(ack: AsyncAck, body: Json) -> None:
            urls.append(body["response_url"])
            await ack()

        @app.action("go")
        async def click(ack: AsyncAck, body: Json) -> None:
            urls.append(body["response_url"])
            await ack()

        async with over_socket(app, workspace):
            await workspace.slash(BEN, PARTNERS, "/assay")
            yield Place(workspace, clock, urls)


async def pressed(place: Place) -> str:
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    client = bolt_app(place.workspace).client
    posted = await client.chat_postMessage(
        channel=PARTNERS, text="Go?", blocks=[{"type": "actions", "elements": [button]}]
    )
    await place.workspace.press(BEN, posted["ts"], "go")
    return str(posted["ts"])


def texts(place: Place) -> list[tuple[str, str | None]]:
    return [(m.text, m.visible_to) for m in place.workspace.state.messages.get(PARTNERS, {}).values()]


async def test_it_works_five_times(place: Place) -> None:
    for number in range(5):
        assert await place.reply(text=str(number)) == (200, '{"ok":true}')
    assert await place.reply(text="6") == (404, '{"ok":false,"error":"used_url"}')
    assert texts(place) == [(str(number), BEN) for number in range(5)]


async def test_it_works_for_thirty_minutes(place: Place) -> None:
    place.clock.passed = 30 * 60 - 1
    assert (await place.reply(text="a"))[0] == 200
    place.clock.passed = 30 * 60 + 1
    assert await place.reply(text="b") == (404, '{"ok":false,"error":"expired_url"}')


async def test_it_answers_for_all_only_when_told_to(place: Place) -> None:
    await place.reply(text="for me")
    await place.reply(text="for all", response_type="in_channel")
    assert texts(place) == [("for me", BEN), ("for all", None)]


async def test_a_click_can_replace_and_delete_its_message(place: Place) -> None:
    ts = await pressed(place)
    await place.reply(text="Gone?", replace_original="true")
    found = place.workspace.state.find_message(ts)
    assert found is not None
    assert (found.text, found.blocks) == ("Gone?", ())
    await place.reply(delete_original=True)
    assert place.workspace.state.find_message(ts) is None
    assert await place.reply(text="x", replace_original=True) == (400, '{"ok":false,"error":"message_not_found"}')


async def test_a_click_is_answered_beside_its_message_by_default(place: Place) -> None:
    await pressed(place)
    await place.reply(text="Beside")
    assert texts(place) == [("Go?", None), ("Beside", BEN)]


async def test_bad_blocks_and_silence_are_refused(place: Place) -> None:
    assert (await place.reply(blocks=[{"type": "header"}]))[0] == 400
    assert await place.reply(response_type="ephemeral") == (400, '{"ok":false,"error":"no_text"}')


@pytest.mark.parametrize(("kind", "there"), [("http_500", []), ("rate_limited", [])])
async def test_it_fails_on_demand(place: Place, kind: str, there: list[str]) -> None:
    place.workspace.fault("response_url", kind)
    assert (await place.reply(text="a"))[0] in {429, 500}
    assert [text for text, _ in texts(place)] == there
    assert (await place.reply(text="a"))[0] == 200
