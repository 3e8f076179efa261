"""The bot in a Slack that this project did not write: the same scenarios, in Socket Mode and behind signed HTTP."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import SecretStr

from bot.clock import BusinessClock
from bot.demo.company import START
from bot.demo.serving import Listener
from bot.serve import PATH, asgi
from bot.settings import Settings
from bot.socket_mode import Socket
from bot.wiring import assembled
from tests.bot.running import GOLD, QUICK
from tests.peers import local_slack as peer
from tests.peers.local_slack import CHANNEL, Peer
from tests.trainings import export, row

ADA, EMIL = peer.USERS
DIRECT = f"D{EMIL[1:]}"
ADAS = f"D{ADA[1:]}"
Mode = Literal["socket", "events"]


@pytest.fixture(params=["socket", "events"])
async def slack(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Peer]:
    mode: Mode = request.param
    port = peer.free_port()
    async with AsyncExitStack() as stack:
        running = await stack.enter_async_context(peer.local_slack(tmp_path, mode, f"http://127.0.0.1:{port}{PATH}"))
        settings = settings_for(running, tmp_path)
        assay = await stack.enter_async_context(assembled(settings, pacing=QUICK, clock=BusinessClock(START)))
        await assay.start()
        if mode == "socket":
            await stack.enter_async_context(Socket(assay.app, peer.APP_TOKEN, running.api_url))
        else:
            listener = Listener()
            await listener.start(asgi(assay), port)
            stack.push_async_callback(listener.stop)
        yield running


def settings_for(running: Peer, folder: Path) -> Settings:
    """What leads to the peer; the environment says nothing."""
    given = {
        "SLACK_BOT_TOKEN": SecretStr(peer.BOT_TOKEN),
        "SLACK_APP_TOKEN": SecretStr(peer.APP_TOKEN),
        "SLACK_SIGNING_SECRET": SecretStr(peer.SIGNING_SECRET),
        "SLACK_API_URL": running.api_url,
        "DATABASE_URL": SecretStr(f"sqlite:///{folder / 'assay.sqlite3'}"),
        "ASSAY_ADMINS": ADA,
        "ASSAY_NOW": START,
    }
    return Settings.model_validate(given)


def said(message: Mapping[str, Any]) -> str:
    """Everything that a message says."""
    return f"{message.get('text')} {message.get('blocks')}"


async def test_a_mention_is_answered_in_its_thread(slack: Peer) -> None:
    asked = await slack.say(EMIL, CHANNEL, f"<@{peer.BOT}> {GOLD}")

    answer = await slack.answer(CHANNEL, after=1)

    assert answer["thread_ts"] == asked
    assert "Gold in Cloud Platform" in said(answer)


async def test_a_direct_message_is_answered_there(slack: Peer) -> None:
    await slack.say(EMIL, DIRECT, "what have I linked?")

    answer = await slack.answer(DIRECT, after=1)

    assert "linked" in said(answer)


async def test_a_slash_command_is_answered_to_one_person(slack: Peer) -> None:
    await slack.slash(EMIL, CHANNEL, "need gold cloud platform")

    answer = await slack.answer(CHANNEL, after=0)

    assert answer["ephemeral_to"] == EMIL
    assert "Gold in Cloud Platform" in said(answer)


async def test_a_linked_exam_is_among_ones_own(slack: Peer) -> None:
    await slack.slash(EMIL, CHANNEL, "link 70-533 2017-11-20")
    await slack.answer(CHANNEL, after=0)

    await slack.slash(EMIL, CHANNEL, "mine")

    assert "70-533" in said(await slack.answer(CHANNEL, after=1))


def filled(**values: Mapping[str, object]) -> Mapping[str, Mapping[str, object]]:
    """What the elements of a form show; block and action have the same name."""
    return {name: {name: value} for name, value in values.items()}


def option(value: str) -> Mapping[str, object]:
    return {
        "type": "external_select",
        "selected_option": {"text": {"type": "plain_text", "text": value}, "value": value},
    }


def day(value: str) -> Mapping[str, object]:
    return {"type": "datepicker", "selected_date": value}


async def test_a_form_is_opened_corrected_and_answered(slack: Peer) -> None:
    async with slack.window() as page:
        await slack.slash(EMIL, CHANNEL, "link")
        assert "What did you pass?" in str(await page.shows("view"))

        await page.submit(EMIL, filled(credential=option("70-533"), earned=day("2030-01-01")))
        assert "still to come" in (await page.shows("view_errors"))["errors"]["earned"]

        await page.submit(EMIL, filled(credential=option("70-533"), earned=day("2017-11-20")))
        answer = str(await page.shows("view"))

    assert "Recorded: *70-533" in answer
    assert "Partner Center" in answer


async def test_home_shows_what_is_linked(slack: Peer) -> None:
    await slack.slash(EMIL, CHANNEL, "link 70-533 2017-11-20")
    await slack.answer(CHANNEL, after=0)
    async with slack.window() as page:
        await slack.open_home(EMIL)
        home = await page.shows("home")

    assert home["user"] == EMIL
    assert "You have linked 1 achievement with Local" in str(home["view"])
    assert "Where you stand" not in str(home["view"])


async def test_home_shows_an_admin_where_the_company_stands(slack: Peer) -> None:
    async with slack.window() as page:
        await slack.open_home(ADA)

        assert "Where you stand" in str(await page.shows("home"))


async def test_a_button_shares_the_answer_with_the_channel(slack: Peer) -> None:
    await slack.slash(EMIL, CHANNEL, "need gold cloud platform")
    private = await slack.answer(CHANNEL, after=0)
    elements = ((block, each) for block in private["blocks"] for each in block.get("elements", ()))
    block, button = next((b, e) for b, e in elements if str(e.get("action_id")).startswith("share"))

    await slack.press(EMIL, private, button | {"block_id": block.get("block_id", "share")})

    shared = await slack.answer(CHANNEL, after=1)
    assert "ephemeral_to" not in shared
    assert "Gold in Cloud Platform" in said(shared)


async def test_a_file_is_previewed_and_imported_at_a_press(slack: Peer) -> None:
    await slack.upload(ADA, ADAS, "trainings.csv", export(row()))
    preview = await slack.answer(ADAS, after=1)
    button = next(b for block in preview["blocks"] for b in block.get("elements", ()) if b.get("action_id"))

    await slack.press(ADA, {"channel": ADAS, **preview}, button)
    done = await slack.answer(ADAS, after=2)

    assert "I read 1 row:" in said(preview)
    assert "is imported" in said(done)


async def test_who_chose_german_is_answered_in_german_everywhere(slack: Peer) -> None:
    await slack.slash(EMIL, CHANNEL, "language de")
    await slack.answer(CHANNEL, after=0)
    async with slack.window() as page:
        await slack.slash(EMIL, CHANNEL, "verknüpfen")
        assert "Was hast du bestanden?" in str(await page.shows("view"))
        await page.submit(EMIL, filled(credential=option("70-533"), earned=day("2030-01-01")))
        assert "kommt erst noch" in (await page.shows("view_errors"))["errors"]["earned"]
        await slack.open_home(EMIL)
        assert "Du hast noch nichts verknüpft" in str((await page.shows("home"))["view"])

    await slack.say(EMIL, DIRECT, "was brauchen wir für Gold in Cloudplattform?")
    assert "Gold in Cloudplattform" in said(await slack.answer(DIRECT, after=1))


async def test_an_admin_is_led_through_the_setup(slack: Peer) -> None:
    market = filled(programme=option("ms-mpn-competencies"), market=option("developed"))
    bought = filled(level=option("silver"), purchased=day("2017-05-01"))
    async with slack.window() as page:
        await slack.slash(ADA, CHANNEL, "setup")
        assert "Step 1 of 6" in str(await page.shows("view"))
        for number, values in enumerate((market, bought, filled(names=option("hidden")), {}, {}), 2):
            await page.submit(ADA, values)
            assert f"Step {number} of 6" in str(await page.shows("view"))
        await page.submit(ADA, {})
        assert "That is all." in str(await page.shows("view"))
