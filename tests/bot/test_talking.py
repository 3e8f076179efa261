"""What people see of the bot, with the real Bolt over real sockets: in Socket Mode and behind signed HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.company import CHANNEL
from bot.demo.model import Message
from bot.demo.server import LocalWorkspace
from bot.listeners import thread_of
from bot.wiring import Assay
from tests.bot.running import ADA, BEN, DMITRI, EMEKA, GOLD, Way, bot_in, larkfield

MENTION = "@Assay"

pytestmark = pytest.mark.usefixtures("assay")


@pytest.fixture
async def slack() -> AsyncIterator[LocalWorkspace]:
    async with larkfield() as running:
        yield running


@pytest.fixture(params=["socket", "http"])
async def assay(request: pytest.FixtureRequest, slack: LocalWorkspace, tmp_path: Path) -> AsyncIterator[Assay]:
    way: Way = request.param
    async with bot_in(slack, tmp_path, way=way) as running:
        yield running


def text_of(message: Message) -> str:
    """Everything that a message says."""
    return f"{message.text} {message.blocks}"


def from_bot(slack: LocalWorkspace, channel: str) -> list[Message]:
    return [message for message in slack.state.messages.get(channel, {}).values() if message.by_app]


def direct(slack: LocalWorkspace, user: str) -> str:
    return slack.state.direct(user, slack.config.app.bot_user_id).id


async def test_a_mention_is_answered_in_its_thread(slack: LocalWorkspace) -> None:
    asked = await slack.say(BEN, CHANNEL, f"{MENTION} {GOLD}")

    answer = await slack.bot_message(CHANNEL)

    assert answer.thread_ts == asked.message.ts
    assert "Cloud Platform" in text_of(answer)
    assert "Carla" not in text_of(answer)


@pytest.mark.parametrize("text", [f"hey {MENTION} {GOLD}", f"{MENTION} {MENTION}: {GOLD}", f"{GOLD} {MENTION}"])
async def test_our_own_name_is_no_part_of_a_question_wherever_it_stands(slack: LocalWorkspace, text: str) -> None:
    await slack.say(BEN, CHANNEL, text)

    answer = await slack.bot_message(CHANNEL)

    assert "Gold" in text_of(answer)
    assert "Cloud Platform" in text_of(answer)
    assert "did not understand" not in text_of(answer)


async def test_a_slash_command_is_answered_to_one_person_in_its_acknowledgement(slack: LocalWorkspace) -> None:
    seen = await slack.slash(ADA, CHANNEL, "/assay", "need gold cloud platform")

    assert seen.outcome.answer
    assert seen.message
    assert seen.message.visible_to == ADA
    assert "Carla" in text_of(seen.message)
    assert not [entry for entry in slack.state.wire if entry.name.startswith("chat.")]


async def test_a_direct_message_is_answered_there(slack: LocalWorkspace) -> None:
    await slack.say(BEN, direct(slack, BEN), GOLD)

    answer = await slack.bot_message(BEN)

    assert answer.thread_ts is None
    assert "Cloud Platform" in text_of(answer)


async def test_a_share_button_posts_the_answer_for_all_to_read_without_names(slack: LocalWorkspace) -> None:
    seen = await slack.slash(ADA, CHANNEL, "/assay", "need gold cloud platform")
    assert seen.message
    action = next(
        element["action_id"]
        for block in seen.message.blocks
        for element in block.get("elements", ())
        if str(element.get("action_id")).startswith("share")
    )
    await slack.press(ADA, seen.message.ts, action)

    shared = await slack.bot_message(CHANNEL, after=seen.message.ts)

    assert shared.visible_to is None
    assert "Cloud Platform" in text_of(shared)
    assert "Carla" not in text_of(shared)


async def test_linking_the_missing_exam_shows_what_it_changed(slack: LocalWorkspace) -> None:
    seen = await slack.slash(BEN, CHANNEL, "/assay", "link 70-533 2017-11-20")

    assert seen.message
    assert "1" in text_of(seen.message)
    assert "2" in text_of(seen.message)
    assert "Cloud Platform" in text_of(seen.message)


async def test_a_contributor_who_is_deactivated_is_told_to_every_admin_at_once(slack: LocalWorkspace) -> None:
    await slack.slash(BEN, CHANNEL, "/assay", "link 70-533 2017-11-20")
    before = slack.state.next_ts()
    await slack.deactivate(BEN)

    told = [await slack.bot_message(admin, after=before, containing="Ben Okafor") for admin in (ADA, EMEKA)]

    assert all("Cloud Platform Gold" in text_of(message) for message in told)
    assert from_bot(slack, direct(slack, DMITRI)) == []


async def test_an_event_that_comes_twice_is_answered_once(assay: Assay, slack: LocalWorkspace) -> None:
    slack.fault("events_api", "duplicate")
    await slack.say(BEN, CHANNEL, f"{MENTION} {GOLD}")
    await slack.say(BEN, CHANNEL, f"{MENTION} help")

    await slack.until(lambda: len(from_bot(slack, CHANNEL)) >= 2)
    await slack.settle()
    await assay.tasks.drain(30)

    assert len(from_bot(slack, CHANNEL)) == 2


async def test_a_lost_acknowledgement_leads_to_no_second_answer(assay: Assay, slack: LocalWorkspace) -> None:
    slack.fault("events_api", "lost_response")
    await slack.say(BEN, direct(slack, BEN), GOLD)

    await slack.bot_message(BEN)
    await slack.settle()
    await assay.tasks.drain(30)

    assert len(from_bot(slack, direct(slack, BEN))) == 1


async def test_edits_and_the_bots_own_messages_are_left_alone(assay: Assay, slack: LocalWorkspace) -> None:
    await slack.say(BEN, direct(slack, BEN), "help")
    answer = await slack.bot_message(BEN)
    slack.state.put_message(answer)

    await slack.settle()
    await assay.tasks.drain(30)

    assert len(from_bot(slack, direct(slack, BEN))) == 1


async def test_a_message_of_40000_characters_gets_one_sentence(slack: LocalWorkspace) -> None:
    await slack.say(BEN, direct(slack, BEN), "gold " * 8_000)

    answer = await slack.bot_message(BEN)

    assert len(answer.text) < 300


async def test_nobody_is_mentioned_by_proxy(slack: LocalWorkspace) -> None:
    await slack.say(BEN, CHANNEL, f"{MENTION} need gold <!channel>")
    seen = await slack.slash(BEN, CHANNEL, "/assay", "need gold <!channel>")

    answer = await slack.bot_message(CHANNEL)

    assert seen.message
    assert "<!channel>" not in text_of(answer) + text_of(seen.message)


@pytest.mark.parametrize(
    ("channel", "container", "thread"),
    [
        ("C1", {"thread_ts": "1.0", "message_ts": "2.0"}, "1.0"),
        ("C1", {"message_ts": "2.0"}, "2.0"),
        ("C1", {"message_ts": "2.0", "is_ephemeral": True}, None),
        ("D1", {"message_ts": "2.0"}, ""),
        ("D1", {"message_ts": "2.0", "thread_ts": "1.0"}, "1.0"),
    ],
)
def test_a_button_is_pressed_in_the_thread_that_can_be_gone_on_in(
    channel: str, container: dict[str, object], thread: str | None
) -> None:
    assert thread_of(channel, container) == thread
