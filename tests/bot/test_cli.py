"""The commands as people type them, in processes of their own where they run until they are stopped."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, chdir
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.demo.company import CHANNEL
from bot.demo.config import Delivery
from bot.demo.server import LocalWorkspace
from tests.bot.running import ADA, BEN, larkfield
from tests.databases import PostgresServer

ASSAY = Path(sys.executable).with_name("assay")
PATIENCE = 60
"""How long a process may take for anything, in seconds; only one that hangs takes so long."""


@pytest.fixture
async def slack() -> AsyncIterator[LocalWorkspace]:
    async with larkfield() as running:
        yield running


def environment(slack: LocalWorkspace | None, **more: str) -> dict[str, str]:
    """What a process is told; nothing else of ours reaches it."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPYCACHEPREFIX") if name in os.environ}
    if slack is None:
        return kept | more
    app = slack.config.app
    given = {"SLACK_BOT_TOKEN": app.bot_token, "SLACK_APP_TOKEN": app.app_token, "SLACK_API_URL": slack.api_url}
    return kept | given | {"SLACK_SIGNING_SECRET": app.signing_secret} | more


def left_in(folder: Path) -> list[str]:
    """The files that a command left behind."""
    return sorted(path.name for path in folder.iterdir())


@asynccontextmanager
async def process(*words: str, folder: Path, env: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    """A command that runs while the block does."""
    pipe = asyncio.subprocess.PIPE
    running = await asyncio.create_subprocess_exec(ASSAY, *words, cwd=folder, env=env, stdout=pipe, stderr=pipe)
    try:
        yield running
    finally:
        if running.returncode is None:
            running.kill()
            await running.wait()


async def done(*words: str, folder: Path, env: dict[str, str]) -> tuple[int | None, str, str]:
    """A command that ends by itself: its exit code, what it printed, and what it complained about."""
    async with process(*words, folder=folder, env=env) as running:
        out, err = await asyncio.wait_for(running.communicate(), PATIENCE)
        return running.returncode, out.decode(), err.decode()


def here(*words: str, folder: Path, env: dict[str, str]) -> tuple[int, str, str]:
    """The same in this process, which is quicker."""
    foreign: dict[str, str | None] = {
        name: None for name in os.environ if name.startswith(("SLACK_", "ASSAY_", "DATABASE_", "PORT"))
    }
    with chdir(folder):
        found = CliRunner().invoke(app, words, env=foreign | env)
    return found.exit_code, found.stdout, found.stderr


@pytest.mark.parametrize(
    ("command", "missing"),
    [("run", ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]), ("serve", ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"])],
)
def test_a_command_without_its_tokens_names_them_all_with_the_cure(
    tmp_path: Path, command: str, missing: list[str]
) -> None:
    code, out, err = here(command, folder=tmp_path, env=environment(None))

    assert (code, out) == (2, "")
    assert [line.split()[0] for line in err.splitlines()] == missing
    assert left_in(tmp_path) == []


async def test_a_token_that_slack_does_not_take_ends_the_bot_with_one_sentence(
    slack: LocalWorkspace, tmp_path: Path
) -> None:
    bot_token, app_token = await asyncio.gather(
        done(
            "run", folder=tmp_path, env=environment(slack, SLACK_BOT_TOKEN="xoxb-wrong", DATABASE_URL="sqlite:///a.db")
        ),
        done(
            "run", folder=tmp_path, env=environment(slack, SLACK_APP_TOKEN="xapp-wrong", DATABASE_URL="sqlite:///b.db")
        ),
    )

    assert (bot_token[0], app_token[0]) == (1, 1)
    assert "Slack does not accept SLACK_BOT_TOKEN (invalid_auth): copy it anew" in bot_token[2]
    assert "Slack does not accept SLACK_APP_TOKEN: make an App-Level Token" in app_token[2]
    assert "xoxb-wrong" not in bot_token[2]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_run_answers_and_on_a_signal_ends_well(
    slack: LocalWorkspace, tmp_path: Path, number: signal.Signals
) -> None:
    async with process("run", folder=tmp_path, env=environment(slack)) as running:
        await slack.until(lambda: slack.connections, timeout=PATIENCE)
        seen = await slack.slash(BEN, CHANNEL, "/assay", "help")
        running.send_signal(number)
        _, err = await asyncio.wait_for(running.communicate(), PATIENCE)

    events = [json.loads(line)["event"] for line in err.decode().splitlines()]
    assert seen.message
    assert running.returncode == 0
    assert [event for event in events if "stop" in event] == ["assay.stopping", "assay.stopped"]
    assert events[-1] == "assay.stopped"


async def test_what_is_at_hand_when_the_signal_comes_is_finished(slack: LocalWorkspace, tmp_path: Path) -> None:
    async with process("run", folder=tmp_path, env=environment(slack)) as running:
        await slack.until(lambda: slack.connections, timeout=PATIENCE)
        slack.fault("chat.postMessage", "rate_limited", retry_after=1)
        await slack.say(BEN, CHANNEL, "@Assay help")
        await slack.settle()
        running.terminate()
        answer = await slack.bot_message(CHANNEL, timeout=PATIENCE)
        await running.communicate()

    assert answer.thread_ts
    assert running.returncode == 0


async def test_serve_answers_signed_requests_and_tells_how_it_is(slack: LocalWorkspace, tmp_path: Path) -> None:
    async with process("serve", folder=tmp_path, env=environment(slack, PORT="0")) as running:
        port = await port_of(running)
        slack.configure(delivery=Delivery.HTTP, request_url=f"http://127.0.0.1:{port}/slack/events")
        seen = await slack.slash(BEN, CHANNEL, "/assay", "help")
        async with httpx.AsyncClient() as client:
            health = await client.get(f"http://127.0.0.1:{port}/health")
            unsigned = await client.post(f"http://127.0.0.1:{port}/slack/events", content=b"{}")
        running.terminate()
        await running.communicate()

    assert seen.message
    assert health.json()["database"] == "ok"
    assert health.json()["deliveries"]["failed"] == 0
    assert health.json()["deliveries"]["due"] <= 1  # what the start brought up may still be on its way
    assert unsigned.status_code == 401
    assert running.returncode == 0


async def port_of(running: asyncio.subprocess.Process) -> int:
    """The port that `assay serve` says it listens on."""
    assert running.stderr
    async with asyncio.timeout(PATIENCE):
        while line := await running.stderr.readline():
            words = json.loads(line)
            if words["event"] == "assay.serving":
                return int(words["port"])
    raise AssertionError("It ended before it listened.")


async def test_a_port_that_is_taken_is_one_sentence(slack: LocalWorkspace, tmp_path: Path) -> None:
    taken = slack.url.rpartition(":")[2]

    code, _, err = await done("demo", folder=tmp_path, env=environment(None, PORT=taken))

    assert code == 1
    assert err == "Cannot listen: Address already in use. Give another PORT.\n"


async def test_check_says_that_all_is_well(slack: LocalWorkspace, tmp_path: Path) -> None:
    code, out, err = await asyncio.to_thread(here, "check", folder=tmp_path, env=environment(slack))

    assert (code, err) == (0, "")
    assert [line.split("	")[0] for line in out.splitlines()] == ["ok"] * 6


async def test_check_says_what_is_wrong_and_how_to_mend_it(slack: LocalWorkspace, tmp_path: Path) -> None:
    slack.configure_app(scopes=slack.config.app.scopes - {"im:write", "commands"})
    env = environment(slack, SLACK_APP_TOKEN="xapp-wrong", DATABASE_URL="postgresql://u:secret@127.0.0.1:1/none")

    code, _, err = await asyncio.to_thread(here, "check", folder=tmp_path, env=env)

    assert code == 1
    assert "database: The database of DATABASE_URL cannot be reached" in err
    assert "scopes: commands, im:write not granted: reinstall the app with manifest.yml" in err
    assert "app token: Slack does not accept SLACK_APP_TOKEN" in err
    assert "secret" not in err


def test_a_postgresql_that_is_not_migrated_is_told_and_migrate_mends_it(
    tmp_path: Path, postgres_server: PostgresServer
) -> None:
    with postgres_server.new(tmp_path, migrated=False) as url:
        env = environment(None, DATABASE_URL=url)
        before = here("sweep", folder=tmp_path, env=env)
        migrated = here("migrate", folder=tmp_path, env=env)
        after = here("sweep", "--json", folder=tmp_path, env=env)

    assert before[0] == 1
    assert "run `assay migrate`" in before[2]
    assert migrated[0] == 0
    assert json.loads(after[1]) == {"dry_run": False, "organisations": {}, "failed": [], "undelivered": []}


def test_a_database_that_is_away_is_one_sentence(tmp_path: Path) -> None:
    env = environment(None, DATABASE_URL="postgresql://u:secret@127.0.0.1:1/none")

    code, _, err = here("sweep", folder=tmp_path, env=env)

    assert code == 1
    assert err.splitlines()[-1].startswith("The database of DATABASE_URL cannot be reached")


@pytest.mark.parametrize("day", ["2018-02-30", "tomorrow", "20180101"])
def test_sweep_takes_days_of_the_calendar_only(tmp_path: Path, day: str) -> None:
    code, out, err = here("sweep", "--on", day, folder=tmp_path, env=environment(None))

    assert (code, out) == (2, "")
    wrong = "this day does not exist" if day == "2018-02-30" else "this is not a date"
    assert err == f"--on {day}: {wrong}. Write a day of the calendar as YYYY-MM-DD.\n"


async def test_the_demo_is_there_and_its_stories_are_true(tmp_path: Path) -> None:
    async with process("demo", folder=tmp_path, env=environment(None)) as running:
        assert running.stdout
        url = (await asyncio.wait_for(running.stdout.readline(), PATIENCE)).decode().strip()
        async with httpx.AsyncClient(base_url=url, timeout=PATIENCE) as client:
            said = [
                await typed(client, BEN, "need gold cloud platform"),
                await typed(client, BEN, "link 70-533 2017-11-20"),
            ]
            state = (await client.get("_control/state", params={"user": ADA})).json()
        running.terminate()
        await running.communicate()

    assert url.startswith("http://127.0.0.1:")
    assert "1 person" in said[0]
    assert "1 of 2 → 2 of 2" in said[1]
    assert state["clock"].startswith("2018-01-15T09:")
    assert running.returncode == 0
    assert left_in(tmp_path) == []


async def typed(client: httpx.AsyncClient, user: str, text: str) -> str:
    """What somebody sees who types a slash command on the demo's page."""
    deed = {"user": user, "channel": CHANNEL, "command": "/assay", "text": text}
    answer = await client.post("_control/slash", json=deed)
    return str(answer.json()["message"])
