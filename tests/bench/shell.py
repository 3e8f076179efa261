"""The shell: our slash command beside an empty Bolt app in one run, the start, the memory."""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
from slack_sdk.signature import SignatureVerifier

from bot.clock import BusinessClock
from bot.demo.company import START
from bot.demo.config import WorkspaceConfig
from bot.demo.server import LocalWorkspace
from bot.serve import PATH
from bot.settings import Settings
from bot.wiring import assembled
from domain.buying import SetMembership
from domain.changes import AddPerson, Change, Link, ReportFigure
from domain.facts import Association
from domain.ports import Actor
from domain.programme import Programme
from tests.bench.companies import company
from tests.bench.timing import MILLISECONDS, report
from tests.peers.local_slack import free_port

IN_FLIGHT = 16
COMMANDS = 1500
QUESTION = "need gold cloud platform"


@dataclass(frozen=True)
class Load:
    """What a server did under load."""

    per_second: float
    median: float
    high: float


async def measure(programme: Programme) -> None:
    """Print the lines of the shell."""
    async with LocalWorkspace(WorkspaceConfig()) as slack:
        with tempfile.TemporaryDirectory() as folder:
            environment = _environment(slack, Path(folder))
            await _furnish(programme, environment)
            await _beside(slack, environment)


async def _beside(slack: LocalWorkspace, environment: Mapping[str, str]) -> None:
    """Both servers at once, measured in turns, so that what else the machine does falls on both."""
    floor_port, our_port = free_port(), free_port()
    secret = slack.config.app.signing_secret
    async with AsyncExitStack() as stack:
        floor = [sys.executable, "-m", "tests.bench.floor", str(floor_port), secret]
        await stack.enter_async_context(_process(floor, environment))
        ours = [str(Path(sys.executable).with_name("assay")), "serve"]
        started = time.perf_counter()
        process = await stack.enter_async_context(_process(ours, {**environment, "PORT": str(our_port)}))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        await _answering(session, floor_port, slack)
        first = await _answering(session, our_port, slack) - started
        report("process start to first answer, 1,000 people", f"{first:.2f} s", "1.5 s")
        empty, own = [], []
        for _ in range(3):
            empty.append(await _load(session, floor_port, slack, IN_FLIGHT))
            own.append(await _load(session, our_port, slack, IN_FLIGHT))
        _compare(empty, own)
        alone = [await _load(session, port, slack, 1, COMMANDS // 5) for port in (floor_port, our_port)]
        above = f"{alone[1].median - alone[0].median:+.1f} ms"
        report("p50 of a command alone above the empty app", above, "at most 5 ms")
        report("resident memory after that", _resident(process.pid), "150 MB")


def _compare(empty: Sequence[Load], own: Sequence[Load]) -> None:
    floor = max(load.per_second for load in empty)
    ours = max(load.per_second for load in own)
    report(f"empty Bolt app, {IN_FLIGHT} in flight", f"{floor:.0f}/s, p50 {min(e.median for e in empty):.1f} ms", "-")
    measured = f"{ours:.0f}/s, p50 {min(o.median for o in own):.1f} ms, {ours / floor:.2f} ×"
    report("`/assay need`, 1,000 people, 10,000 achievements", measured, "0.5 ×")


def _resident(process: int) -> str:
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return "not measured: no /proc here"
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return f"{int(line.split()[1]) / 1024:.0f} MB"


async def _load(
    session: aiohttp.ClientSession, port: int, slack: LocalWorkspace, width: int, count: int = COMMANDS
) -> Load:
    times: list[float] = []
    todo = iter(range(count))

    async def one_after_another() -> None:
        for _ in todo:
            start = time.perf_counter()
            await _ask(session, port, slack)
            times.append((time.perf_counter() - start) * MILLISECONDS)

    begun = time.perf_counter()
    await asyncio.gather(*(one_after_another() for _ in range(width)))
    times.sort()
    return Load(count / (time.perf_counter() - begun), times[count // 2], times[int(count * 0.95)])


async def _ask(session: aiohttp.ClientSession, port: int, slack: LocalWorkspace) -> str:
    body = urlencode(
        {
            "command": "/assay",
            "text": QUESTION,
            "team_id": slack.config.team.id,
            "user_id": slack.config.users[0].id,
            "channel_id": slack.config.channels[0].id,
            "response_url": f"{slack.url}/none",
            "trigger_id": "1.1.a",
        }
    )
    verifier = SignatureVerifier(slack.config.app.signing_secret)
    now = str(int(time.time()))
    headers = {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": now,
        "x-slack-signature": verifier.generate_signature(timestamp=now, body=body) or "",
    }
    async with session.post(f"http://127.0.0.1:{port}{PATH}", data=body, headers=headers) as answer:
        text = await answer.text()
        if answer.status != 200:
            raise RuntimeError(f"{answer.status}: {text}")
        return text


async def _answering(session: aiohttp.ClientSession, port: int, slack: LocalWorkspace) -> float:
    """When a server first answered."""
    for _ in range(2000):
        try:
            await _ask(session, port, slack)
        except (aiohttp.ClientError, RuntimeError):
            await asyncio.sleep(0.01)
        else:
            return time.perf_counter()
    raise RuntimeError(f"nobody answers at {port}")


@asynccontextmanager
async def _process(command: Sequence[str], environment: Mapping[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    silent = asyncio.subprocess.DEVNULL
    running = await asyncio.create_subprocess_exec(*command, env=dict(environment), stdout=silent, stderr=silent)
    try:
        yield running
    finally:
        if running.returncode is None:
            running.terminate()
        await running.wait()


def _environment(slack: LocalWorkspace, folder: Path) -> Mapping[str, str]:
    app = slack.config.app
    return {
        **os.environ,
        "SLACK_BOT_TOKEN": app.bot_token,
        "SLACK_SIGNING_SECRET": app.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}",
        "ASSAY_NOW": START.isoformat(),
    }


async def _furnish(programme: Programme, environment: Mapping[str, str]) -> None:
    """Record a company of 1,000 people with 10,000 achievements."""
    settings = Settings.model_validate(dict(environment))
    async with assembled(settings, clock=BusinessClock(START)) as assay:
        await assay.meet()
        found = await assay.records.companies.of_team(assay.identity.team if assay.identity else "")
        async with assay.records.companies.change(found.organisation.id, Actor(None, "bench")) as ledger:
            await ledger.record(*_changes(programme))


def _changes(programme: Programme) -> Sequence[Change]:
    facts = company(programme, 1_000, 10_000)
    joined = [AddPerson(p.id, p.name or p.id, Association(START.date().replace(year=2010))) for p in facts.people]
    linked = [Link(person.id, achievement) for person in facts.people for achievement in person.achievements]
    reported = [
        ReportFigure(metric, month, value)
        for metric, months in facts.figures.items()
        for month, value in months.items()
    ]
    bought = [SetMembership(facts.membership)] if facts.membership else []
    return [*joined, *linked, *reported, *bought]
