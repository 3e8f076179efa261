"""The local workspace as a server on 127.0.0.1, in this process or, by `python -m bot.demo.server`, in its own."""

import argparse
import asyncio
import json
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import TypeAdapter
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import ASGIApp

from bot.demo.acts import Acts
from bot.demo.config import ConfigError, Delivery, WorkspaceConfig, parse_config
from bot.demo.control import Control, Controls
from bot.demo.core import Slack
from bot.demo.delivery import Transport
from bot.demo.failing import Failing
from bot.demo.faults import Fault, FaultKind
from bot.demo.files import Downloads, Uploads
from bot.demo.guard import PAGE_HEADERS, Guard
from bot.demo.http_delivery import HttpDelivery, Target
from bot.demo.model import Message
from bot.demo.replies import ResponseUrls
from bot.demo.serving import HOST, Listener
from bot.demo.socket_mode import SocketHub
from bot.demo.web_api import WebApi
from bot.demo.workspace import Snapshot, Workspace

_STATIC = Path(__file__).parent / "static"
_SAVE_PAUSE = 0.3  # seconds between a change and its being saved


class LocalWorkspace(Acts):
    """A Slack workspace on this machine; its acts are those of people in it.

    Args:
        config: what it starts with.
        port: where it listens on 127.0.0.1; 0 takes a free one.
        controls: the business clock that the page shows and moves; without it the page has none.
        state_file: where it keeps people, conversations and messages between runs; without it they end with it.
        clock: the real time in Unix seconds.
    """

    def __init__(
        self,
        config: WorkspaceConfig | None = None,
        *,
        port: int = 0,
        controls: Controls | None = None,
        state_file: Path | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._slack = Slack(config or WorkspaceConfig(), clock, self._transport)
        self._port = port
        self._state_file = state_file
        self._listener = Listener()
        self._sockets = SocketHub(
            self.config.app.id, lambda: self.config.ack_timeout, self._listener.cut, self._slack.state.changed
        )
        self._http = HttpDelivery(self._target)
        failing = Failing(self._slack, self._listener.cut)
        self._urls = ResponseUrls(self._slack, failing)
        super().__init__(self._slack, self._urls.issue)
        self._api = WebApi(self._slack, self._socket_url, failing)
        self._control = Control(self._slack, self, self._sockets, controls)
        self._saving: asyncio.Task[None] | None = None

    @property
    def config(self) -> WorkspaceConfig:
        """What the workspace runs with."""
        return self._slack.config

    @property
    def state(self) -> Workspace:
        """People, conversations, messages and the wire log."""
        return self._slack.state

    @property
    def url(self) -> str:
        """The page's address, without a slash at its end."""
        return self._slack.base_url

    @property
    def api_url(self) -> str:
        """What SLACK_API_URL must be: the Web API's address, with a slash at its end."""
        return f"{self._slack.base_url}/api/"

    @property
    def connections(self) -> int:
        """How many Socket Mode connections the app has open."""
        return self._sockets.connections

    @property
    def undelivered(self) -> int:
        """How many events are not acknowledged and not given up yet."""
        return self._slack.courier.waiting

    def fault(self, target: str, kind: FaultKind | str, **more: int | str | bool) -> None:
        """Let something go wrong: see `faults.Fault` for targets, kinds and what else can be said."""
        self._slack.faults.add(TypeAdapter(Fault).validate_python({"target": target, "kind": kind, **more}))

    def clear_faults(self) -> None:
        """Let nothing go wrong any more."""
        self._slack.faults.clear()

    def configure(self, **changes: object) -> None:
        """Change fields of the configuration while it runs: `delivery`, `request_url`, `limit_posts`, delays."""
        self._slack.config = replace(self._slack.config, **changes)  # type: ignore[arg-type]  # any field may change

    def configure_app(self, **changes: object) -> None:
        """Change fields of the app while it runs: `scopes`, `subscriptions`, `commands`, `slash_escape`."""
        self.configure(app=replace(self.config.app, **changes))  # type: ignore[arg-type]  # any field may change

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Ask the app to open new connections, as Slack does every few hours."""
        await self._sockets.disconnect_all(reason)

    def drop_sockets(self) -> None:
        """Cut the app's connections at once."""
        self._sockets.drop_all()

    async def settle(self) -> None:
        """Wait until every event is acknowledged or given up."""
        await self._slack.courier.settle()

    async def until(self, condition: Callable[[], object], timeout: float = 30.0) -> None:  # noqa: ASYNC109 - for tests
        """Wait until a condition on the workspace holds; it is tried at every change.

        Raises:
            TimeoutError: it does not hold in time.
        """
        news = asyncio.Event()
        self.state.listeners.append(news.set)
        try:
            async with asyncio.timeout(timeout):
                while not condition():
                    news.clear()
                    await news.wait()
        finally:
            self.state.listeners.remove(news.set)

    async def bot_message(
        self,
        channel: str,
        *,
        after: str = "0",
        containing: str = "",
        timeout: float = 30.0,  # noqa: ASYNC109 - for tests
    ) -> Message:
        """Wait for the bot's first message in a conversation (or to a user) after a ts; ephemeral ones count.

        Raises:
            TimeoutError: there is none in time.
        """
        await self.until(lambda: self._from_bot(channel, after, containing), timeout)
        return self._from_bot(channel, after, containing)[0]

    def _from_bot(self, channel: str, after: str, containing: str) -> list[Message]:
        place = self.state.find_channel(channel) or self.state.direct(self._slack.bot, channel)
        kept = self.state.messages.get(place.id, {}).values()
        return [m for m in kept if m.by_app and float(m.ts) > float(after) and containing in m.text]

    async def start(self) -> Self:
        """Listen.

        Raises:
            OSError: the port is taken.
        """
        self._restore()
        port = await self._listener.start(self._app(), self._port)
        self._slack.base_url = f"http://{HOST}:{port}"
        self.state.listeners.append(self._changed)
        return self

    async def stop(self) -> None:
        """Close every connection and stop listening."""
        self._slack.closing.set()
        await self._slack.courier.close()
        await self._http.close()
        self._sockets.drop_all()
        await self._listener.stop()
        if self._saving is not None:
            self._saving.cancel()
        self._save()

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    def _transport(self) -> Transport:
        return self._http if self.config.delivery is Delivery.HTTP else self._sockets

    def _target(self) -> Target:
        config = self.config
        return Target(url=config.request_url, secret=config.app.signing_secret, timeout=config.ack_timeout)

    def _socket_url(self) -> str:
        return f"{self.url.replace('http', 'ws', 1)}/link?ticket={self._sockets.ticket()}&app_id={self.config.app.id}"

    def _app(self) -> ASGIApp:
        routes: list[BaseRoute] = [
            Route("/api/{method}", self._api.serve, methods=["GET", "POST"]),
            Route("/commands/{team}/{token}", self._urls.serve, methods=["POST"]),
            Route("/actions/{team}/{token}", self._urls.serve, methods=["POST"]),
            Route("/files-pri/{file}/{rest:path}", Downloads(self._slack).serve),
            Route("/upload/v1/{file}", Uploads(self._slack).serve, methods=["POST"]),
            Route("/_control/state", self._control.state),
            Route("/_control/messages", self._control.messages),
            Route("/_control/wire", self._control.wire),
            Route("/_control/{deed}", self._control.act, methods=["POST"]),
            WebSocketRoute("/link", self._sockets.serve),
            Route("/", _page),
            Route("/{file}", _page),
        ]
        return Guard(Starlette(routes=routes))

    def _changed(self) -> None:
        if self._state_file is not None and (self._saving is None or self._saving.done()):
            self._saving = asyncio.get_running_loop().create_task(self._save_soon())

    async def _save_soon(self) -> None:
        await asyncio.sleep(_SAVE_PAUSE)
        self._save()

    def _save(self) -> None:
        if self._state_file is not None:
            fresh = self._state_file.with_suffix(".new")
            fresh.write_bytes(TypeAdapter(Snapshot).dump_json(self.state.snapshot()))
            fresh.replace(self._state_file)

    def _restore(self) -> None:
        if self._state_file is not None and self._state_file.exists():
            self.state.restore(TypeAdapter(Snapshot).validate_json(self._state_file.read_bytes()))


async def _page(request: Request) -> Response:
    name = request.path_params.get("file", "index.html")
    known = {path.name: path for path in _STATIC.iterdir()}
    return FileResponse(known[name], headers=PAGE_HEADERS) if name in known else Response(status_code=404)


async def _run(workspace: LocalWorkspace) -> None:
    ended = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    async with workspace:
        app = workspace.config.app
        told = {"url": workspace.url, "api_url": workspace.api_url, "bot_token": app.bot_token}
        told |= {"app_token": app.app_token, "signing_secret": app.signing_secret, "bot_user_id": app.bot_user_id}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        await ended.wait()


def main(arguments: list[str] | None = None) -> int:
    """Run a workspace until a signal; writes one line of JSON with its addresses and tokens."""
    parser = argparse.ArgumentParser(prog="python -m bot.demo.server", description="A local Slack workspace.")
    parser.add_argument("--port", type=int, default=0, help="the port on 127.0.0.1; left out: a free one")
    parser.add_argument("--config", default="{}", help="JSON, or the path of a JSON file")
    parser.add_argument("--state", type=Path, default=None, help="the file that keeps the state between runs")
    given = parser.parse_args(arguments)
    try:
        asyncio.run(_run(LocalWorkspace(parse_config(given.config), port=given.port, state_file=given.state)))
    except (ConfigError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
