"""Socket Mode: a connection that we open to Slack, watched, so that it is never silently gone."""

import asyncio
import contextlib
from types import TracebackType
from typing import Self

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot import logs
from bot.meeting import SlackRefusesError

LOOK = 0.5
"""How often the connection is looked at, in seconds."""

PING = 5.0
PATIENCE = 3.0
"""How long the answers that are being made may take when we are asked to end: Slack waits no longer either."""

CURE = "make an App-Level Token with the scope connections:write on your Slack app's page Basic Information."

log = logs.get()


class Socket:
    """An open Socket Mode connection. Entering it connects; the SDK reconnects, and we see to it that it does.

    Entering raises SlackRefusesError when Slack does not take the token.
    """

    def __init__(self, app: AsyncApp, app_token: str, api_url: str) -> None:
        client = AsyncWebClient(token=app_token, base_url=api_url)
        self._handler = _Handler(app, app_token, web_client=client, ping_interval=PING)
        self._watch: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        try:
            await self._handler.client.connect_to_new_endpoint(force=True)
        except SlackApiError as error:
            await self._handler.client.close()  # type: ignore[no-untyped-call]  # the SDK's own
            raise SlackRefusesError("Slack does not accept SLACK_APP_TOKEN: " + CURE) from error
        log.info("socket.connected")
        self._watch = asyncio.create_task(self._watched(), name="socket")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._watch is not None:
            self._watch.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._watch
        await self._handler.idle(PATIENCE)
        await self._handler.client.close()  # type: ignore[no-untyped-call]  # the SDK's own
        log.info("socket.closed")

    async def _watched(self) -> None:
        """Reconnect at once where the SDK would wait for its next ping, and with a fresh address each time."""
        client = self._handler.client
        while True:
            await asyncio.sleep(LOOK)
            if client.closed or await client.is_connected():
                continue
            log.warning("socket.lost")
            # The SDK tries an address again and again; each opens one connection, and one that failed is used up.
            client.wss_uri = None
            try:
                await client.connect_to_new_endpoint()
            except Exception:
                log.exception("socket.not_back")
                continue
            if await client.is_connected():
                log.info("socket.back")


class _Handler(AsyncSocketModeHandler):
    """Bolt's handler, which also knows whether it is at work."""

    running = 0

    async def handle(  # type: ignore[override]  # as its base does
        self, client: SocketModeClient, req: SocketModeRequest
    ) -> None:
        self.running += 1
        try:
            await super().handle(client, req)
        finally:
            self.running -= 1

    async def idle(self, seconds: float) -> None:
        """Wait until it is not at work, or no longer."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self.running:  # noqa: ASYNC110 - it ends within moments, once in the life of a process
                    await asyncio.sleep(0.02)
