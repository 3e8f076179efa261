import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.clock import utc_now
from bot.demo.server import LocalWorkspace
from bot.messenger import BusyError, Letter, Messenger, OutcomeUnknownError, RefusedError
from bot.pacing import Pacing
from handlers.replies import Document
from tests.slack import ADA, BEN, PARTNERS, QUICK, RANDOM, web_client

PACING = Pacing(http=30.0, lease=150.0, between_posts=0.01, retry=0.05)
IMPATIENT = replace(PACING, http=2.0)
SLOWLY = replace(PACING, between_posts=20.0)
HELLO = Letter("Hello", delivery="d-1")


@pytest.fixture
async def slack() -> AsyncIterator[LocalWorkspace]:
    async with LocalWorkspace(QUICK) as running:
        yield running


@pytest.fixture
def messenger(slack: LocalWorkspace) -> Messenger:
    return Messenger(web_client(slack), PACING)


def posted(slack: LocalWorkspace, channel: str = PARTNERS) -> list[str]:
    return [message.text for message in slack.state.timeline(channel)]


async def test_a_message_carries_the_id_of_its_delivery(slack: LocalWorkspace, messenger: Messenger) -> None:
    where = await messenger.post(PARTNERS, HELLO)

    [message] = slack.state.timeline(PARTNERS)
    assert (message.channel, message.ts) == (where.channel, where.ts)
    assert message.metadata == {"event_type": "assay_delivery", "event_payload": {"id": "d-1"}}


async def test_a_channel_gets_one_message_at_a_time_and_another_channel_does_not_wait(
    slack: LocalWorkspace, messenger: Messenger
) -> None:
    slowly = Messenger(web_client(slack), SLOWLY)
    other = await slowly.direct(ADA)
    async with asyncio.timeout(SLOWLY.between_posts):
        await asyncio.gather(slowly.post(PARTNERS, HELLO), slowly.post(other, HELLO))
    second = asyncio.create_task(slowly.post(PARTNERS, HELLO))
    await asyncio.wait({second}, timeout=0.1)
    waits = not second.done()
    second.cancel()
    await messenger.post(PARTNERS, HELLO)

    await messenger.post(PARTNERS, HELLO)

    assert waits
    assert len(posted(slack)) == 3


async def test_a_429_says_when_to_come_again_and_nothing_arrived(slack: LocalWorkspace, messenger: Messenger) -> None:
    slack.fault("chat.postMessage", "rate_limited", retry_after=7)

    with pytest.raises(BusyError) as error:
        await messenger.post(PARTNERS, HELLO)

    assert error.value.seconds == 7
    assert posted(slack) == []


async def test_who_comes_before_the_time_is_not_let_to_slack(slack: LocalWorkspace) -> None:
    slack.fault("chat.postMessage", "rate_limited", retry_after=60)
    messenger = Messenger(web_client(slack), IMPATIENT)
    with pytest.raises(BusyError):
        await messenger.post(PARTNERS, HELLO)

    with pytest.raises(BusyError) as error:
        await messenger.post(PARTNERS, HELLO)

    assert error.value.seconds
    assert 20 < error.value.seconds < 60
    assert sum(entry.name == "chat.postMessage" for entry in slack.state.wire) <= 1


@pytest.mark.parametrize("kind", ["http_500", "timeout", "drop", "lost_response"])
async def test_no_answer_or_a_500_leaves_it_open_and_is_not_repeated(slack: LocalWorkspace, kind: str) -> None:
    slack.fault("chat.postMessage", kind)
    messenger = Messenger(web_client(slack), IMPATIENT if kind == "timeout" else PACING)

    with pytest.raises(OutcomeUnknownError):
        await messenger.post(PARTNERS, HELLO)

    assert len(posted(slack)) == (1 if kind == "lost_response" else 0)


async def test_a_slack_that_is_not_there_got_nothing(slack: LocalWorkspace, messenger: Messenger) -> None:
    await slack.stop()

    with pytest.raises(BusyError):
        await messenger.post(PARTNERS, HELLO)


async def test_what_slack_will_never_take_is_told_with_its_word(messenger: Messenger) -> None:
    with pytest.raises(RefusedError) as error:
        await messenger.post(RANDOM, HELLO)
    with pytest.raises(RefusedError) as nobody:
        await messenger.direct("U0NOBODY")

    assert error.value.code == "not_in_channel"
    assert nobody.value.code == "user_not_found"


async def test_blocks_that_slack_refuses_are_left_out(slack: LocalWorkspace, messenger: Messenger) -> None:
    await messenger.post(PARTNERS, Letter("Hello", blocks=[{"type": "nonsense"}]))

    assert posted(slack) == ["Hello"]


@pytest.mark.parametrize("whispered", [False, True])
async def test_of_blocks_that_slack_refuses_the_newest_are_left_out_first(
    slack: LocalWorkspace, messenger: Messenger, *, whispered: bool
) -> None:
    chart = {"type": "data_visualization", "title": "x" * 51, "chart": {}}
    letter = Letter("Hello", blocks=[{"type": "divider"}, chart])

    await (messenger.whisper(PARTNERS, BEN, letter) if whispered else messenger.post(PARTNERS, letter))

    [message] = slack.state.seen_by(BEN, PARTNERS)
    assert (message.text, [block["type"] for block in message.blocks]) == ("Hello", ["divider"])


async def test_a_file_is_brought_into_a_conversation(slack: LocalWorkspace, messenger: Messenger) -> None:
    channel = await messenger.direct(BEN)

    await messenger.bring(channel, Document("dates.ics", "Your dates", b"BEGIN:VCALENDAR"))

    [message] = slack.state.seen_by(BEN, channel)
    [file] = message.files
    assert (file["name"], file["title"], file["mimetype"]) == ("dates.ics", "Your dates", "text/calendar")
    assert slack.state.files[file["id"]].content == b"BEGIN:VCALENDAR"


async def test_a_file_for_which_the_scope_is_missing_is_refused_with_slacks_word(
    slack: LocalWorkspace, messenger: Messenger
) -> None:
    slack.configure_app(scopes=slack.config.app.scopes - {"files:write"})
    channel = await messenger.direct(BEN)

    with pytest.raises(RefusedError, match="missing_scope"):
        await messenger.bring(channel, Document("dates.ics", "Your dates", b"BEGIN:VCALENDAR"))


async def test_the_history_tells_which_delivery_arrived_however_many_pages_it_has(
    slack: LocalWorkspace, messenger: Messenger
) -> None:
    since = utc_now() - timedelta(seconds=5)
    channel = await messenger.direct(BEN)
    arrived = await messenger.post(channel, HELLO)
    for number in range(450):
        slack.state.post(channel, BEN, f"message {number}")

    assert await messenger.find(channel, "d-1", since) == arrived
    assert await messenger.find(channel, "d-2", since) is None
    assert await messenger.find(channel, "d-1", utc_now() + timedelta(seconds=5)) is None


async def test_a_whisper_is_for_one_person(slack: LocalWorkspace, messenger: Messenger) -> None:
    await messenger.whisper(PARTNERS, BEN, Letter("Psst"))

    assert [message.text for message in slack.state.seen_by(BEN, PARTNERS)] == ["Psst"]
    assert slack.state.seen_by(ADA, PARTNERS) == []
