"""A Slack for tests: a local workspace on a free port, and the ways in which a Bolt app meets it.

A test folder that wants the fixture imports it in its conftest.py: `from tests.slack import workspace`.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.demo.config import Delivery, WorkspaceConfig
from bot.demo.server import LocalWorkspace
from bot.demo.serving import HOST, Listener

QUICK = WorkspaceConfig(ack_timeout=30.0, event_retry_delays=(0.02, 0.02, 0.02))
ADA, BEN, CLEO, GUEST = "U0LOCALADA1", "U0LOCALBEN1", "U0LOCALCLEO", "U0LOCALGUST"
BOT = QUICK.app.bot_user_id
PARTNERS, RANDOM, BOARD = "C0LOCALPART", "C0LOCALRAND", "C0LOCALPRIV"


@pytest.fixture
async def workspace() -> AsyncIterator[LocalWorkspace]:
    """A workspace with Ada (admin), Ben, Cleo and a guest, `#partners` and more, that ends with the test."""
    async with LocalWorkspace(QUICK) as running:
        yield running


def web_client(
    workspace: LocalWorkspace, token: str | None = None, *, retries: list[AsyncRetryHandler] | None = None
) -> AsyncWebClient:
    """A client of the workspace's Web API with the bot's token, that repeats nothing unless told to."""
    return AsyncWebClient(
        token=token or workspace.config.app.bot_token,
        base_url=workspace.api_url,
        retry_handlers=retries or [],
        timeout=30,
    )


def bolt_app(workspace: LocalWorkspace) -> AsyncApp:
    """A Bolt app without listeners that calls the workspace's Web API."""
    return AsyncApp(client=web_client(workspace), signing_secret=workspace.config.app.signing_secret)


@asynccontextmanager
async def over_socket(app: AsyncApp, workspace: LocalWorkspace) -> AsyncIterator[AsyncSocketModeHandler]:
    """Connect an app in Socket Mode while the block runs; a lost connection is back after about 0.5 s."""
    token = workspace.config.app.app_token
    before = workspace.connections
    handler = AsyncSocketModeHandler(app, token, web_client=web_client(workspace, token), ping_interval=0.5)
    await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt types no coroutine without a result
    await workspace.until(lambda: workspace.connections > before)
    try:
        yield handler
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]  # the same


@asynccontextmanager
async def over_http(app: AsyncApp, workspace: LocalWorkspace) -> AsyncIterator[str]:
    """Serve an app at a request URL while the block runs, and let the workspace deliver there; yields the URL."""
    handler = AsyncSlackRequestHandler(app)

    async def events(request: Request) -> Response:
        return await handler.handle(request)

    listener = Listener()
    port = await listener.start(Starlette(routes=[Route("/slack/events", events, methods=["POST"])]), 0)
    url = f"http://{HOST}:{port}/slack/events"
    workspace.configure(delivery=Delivery.HTTP, request_url=url)
    try:
        yield url
    finally:
        await listener.stop()
