"""The HTTP server under the workspace: on a free port of this machine, with connections that can be cut."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakValueDictionary

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

HOST = "127.0.0.1"


class Listener:
    """Serves an ASGI application on 127.0.0.1, and can end any connection without a goodbye."""

    def __init__(self) -> None:
        self._transports: WeakValueDictionary[tuple[str, int], asyncio.Transport] = WeakValueDictionary()
        self._server: _Server | None = None
        self._serving: asyncio.Task[None] | None = None

    async def start(self, app: ASGIApp, port: int) -> int:
        """Listen on a port, or on a free one for 0; returns it.

        Raises:
            OSError: the port is taken.
        """
        listening = socket.create_server((HOST, port))
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # asyncio sets it only on sockets of its own
        self._server = _Server(_config(app, _cuttable(self._transports)))
        self._serving = asyncio.create_task(self._server.serve(sockets=[listening]))
        await self._server.ready.wait()
        taken: int = listening.getsockname()[1]
        return taken

    async def stop(self) -> None:
        """Stop listening, and end what is still open."""
        if self._server is not None and self._serving is not None:
            self._server.ended.set()
            await self._serving

    def cut(self, client: tuple[str, int]) -> None:
        """End the connection of a client (host and port) at once."""
        transport = self._transports.get(client)
        if transport is not None:
            transport.abort()


class _Server(uvicorn.Server):
    """A server that says when it listens, and leaves the signals to whoever runs it."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()
        self.ended = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        await self.ended.wait()  # at once, where the base class looks ten times a second

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _config(app: ASGIApp, protocol: type[asyncio.Protocol]) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=protocol,
        ws="websockets-sansio",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        date_header=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )


def _cuttable(transports: WeakValueDictionary[tuple[str, int], asyncio.Transport]) -> type[H11Protocol]:
    """A protocol that notes each connection by its client."""

    class Cuttable(H11Protocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as its base does
            super().connection_made(transport)
            transports[transport.get_extra_info("peername")[:2]] = transport

    return Cuttable
