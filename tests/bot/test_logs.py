import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot import logs
from bot.demo.company import CHANNEL, EMPLOYEES
from tests.bot.running import ADA, BEN, CARLA, GOLD, bot_in, larkfield


@pytest.fixture(autouse=True)
def logging_is_afterwards_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    root.handlers, root.level = handlers, level


def lines(written: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in written.splitlines()]


async def test_logs_are_json_with_request_ids_and_hold_no_name_no_text_and_no_secret(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    logs.configure()
    async with larkfield() as slack, bot_in(slack, tmp_path):
        slack.fault("chat.postMessage", "http_500")
        await slack.say(BEN, CHANNEL, f"@Assay {GOLD} tigerlily")
        await slack.slash(BEN, CHANNEL, "/assay", "link 70-533 2017-11-20 evidence https://tigerlily.example")
        await slack.deactivate(CARLA)
        await slack.bot_message(ADA, containing="Carla")
        app = slack.config.app

    kept = capsys.readouterr().err
    heard = lines(kept)
    said = {line["event"] for line in heard}
    secrets = [app.bot_token, app.app_token, app.signing_secret]
    names = [part for employee in EMPLOYEES for part in (employee.name, f"{employee.handle}@")]
    assert {"mention.received", "command.received", "inbox.applied", "delivery.confirmed"} <= said
    assert all(e["request"] for e in heard if str(e["event"]).startswith(("answer", "delivery", "sweep")))
    assert [word for word in [*secrets, *names, "tigerlily", "Cloud Platform", "70-533"] if word in kept] == []


def fail(name: str) -> None:
    try:
        int(name)
    except ValueError as cause:
        raise TypeError(name) from cause


def test_of_an_exception_only_its_kind_and_place_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()

    try:
        fail("Ada Lindqvist")
    except TypeError:
        logs.get().exception("it.failed")

    written = capsys.readouterr().err
    [line] = lines(written)
    assert line["error"] == "TypeError"
    assert "from ValueError" in str(line["where"])
    assert "test_logs.py" in str(line["where"])
    assert "Ada" not in written


def test_of_a_library_only_its_name_and_place_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()

    logging.getLogger("slack_sdk").warning("the body was %s", "Ada Lindqvist")
    logging.getLogger("slack_sdk").info("nothing to see")

    written = capsys.readouterr().err
    [line] = lines(written)
    assert (line["event"], line["library"], line["level"]) == ("library.logged", "slack_sdk", "warning")
    assert "Ada" not in written
