"""`assay serve`: the bot behind signed HTTP, until it is asked to end."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot import logs
from bot.pacing import Pacing
from bot.run import until_met
from bot.settings import Settings
from bot.stopping import stop_signals
from bot.wiring import Assay, assembled
from domain.ports import StorageDownError

NEEDED = ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET")
DEFAULT_PORT = 3000
HOST = "0.0.0.0"  # noqa: S104 - Slack, or a proxy before us, has to reach it
PATH = "/slack/events"

log = logs.get()


async def serve(settings: Settings, pacing: Pacing | None = None, host: str = HOST) -> None:
    """Serve until SIGTERM or SIGINT; what is at hand then is finished.

    Raises SlackRefusesError, StorageDownError, what `assembled` raises, and OSError when the port is taken.
    """
    with stop_signals() as asked, _listening(host, settings.port) as listening:
        async with assembled(settings, pacing=pacing) as assay:
            if await until_met(assay, asked):
                await _serve(assay, listening, asked)


async def _serve(assay: Assay, listening: socket.socket, asked: asyncio.Event) -> None:
    config = uvicorn.Config(asgi(assay), lifespan="off", log_config=None, access_log=False, log_level="warning")
    config.timeout_graceful_shutdown = int(assay.pacing.stop)
    server = _Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    log.info("assay.serving", port=listening.getsockname()[1])
    asking = asyncio.create_task(asked.wait())
    await asyncio.wait({serving, asking}, return_when=asyncio.FIRST_COMPLETED)
    log.info("assay.stopping")
    asking.cancel()
    server.should_exit = True
    await serving


def asgi(assay: Assay) -> Starlette:
    """The ASGI application: Slack's requests, and how we are."""
    handler = AsyncSlackRequestHandler(assay.app)

    async def events(request: Request) -> Response:
        return await handler.handle(request)

    async def health(_: Request) -> Response:
        return await healthy(assay)

    installing = assay.installing.routes if assay.installing else ()
    return Starlette(routes=[Route(PATH, events, methods=["POST"]), Route("/health", health), *installing])


async def healthy(assay: Assay) -> JSONResponse:
    """200 when the database answers and 503 when not; with the last sweep and what waits or failed for good."""
    sweep = assay.sweep.last.isoformat() if assay.sweep.last else None
    try:
        deliveries, events = await assay.deliveries.pending(), await assay.inbox.pending()
    except StorageDownError:
        return JSONResponse({"database": "away", "last_sweep": sweep}, status_code=503)
    told = {"deliveries": _counts(deliveries.due, deliveries.failed), "events": _counts(events.due, events.failed)}
    return JSONResponse({"database": "ok", "last_sweep": sweep, **told})


def _counts(due: int, failed: int) -> dict[str, int]:
    return {"due": due, "failed": failed}


@contextmanager
def _listening(host: str, port: int | None) -> Iterator[socket.socket]:
    listening = socket.create_server((host, DEFAULT_PORT if port is None else port), backlog=1024)
    # Head and body of an answer leave at once. asyncio sees to that only for sockets that it made itself; without it
    # the body waits for the other side to acknowledge the head, 40 ms.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        yield listening
    finally:
        listening.close()


class _Server(uvicorn.Server):
    """A server that leaves the signals to us."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
