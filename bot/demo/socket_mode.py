"""Socket Mode: the app opens websockets, and each envelope goes down one of them and is acknowledged there."""

import asyncio
import contextlib
from collections.abc import Callable
from secrets import token_hex
from uuid import uuid4

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.demo.delivery import EVENTS, Envelope, Outcome, Status
from bot.demo.model import Json

_MOST_CONNECTIONS = 10
_LOST = Outcome(status=Status.DROPPED, note="connection_lost")


class Connection:
    """One websocket of the app, and the acknowledgements that are expected on it."""

    def __init__(self, socket: WebSocket, cut: Callable[[], None]) -> None:
        self.cut = cut
        self.leaving = False
        self._socket = socket
        self._expected: dict[str, asyncio.Future[Outcome]] = {}

    async def send(self, message: Json) -> None:
        """Send a message; a connection that has just ended swallows it."""
        with contextlib.suppress(WebSocketDisconnect, RuntimeError):
            await self._socket.send_json(message)

    async def ask(self, message: Json, timeout: float) -> Outcome:  # noqa: ASYNC109 - Slack's own three seconds
        """Send an envelope and wait for its acknowledgement."""
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._expected[message["envelope_id"]] = future
        await self.send(message)
        try:
            async with asyncio.timeout(timeout):  # `wait_for` keeps on when it is cancelled as the connection is lost
                return await future
        except TimeoutError:
            return Outcome(status=Status.TIMEOUT, note="timeout")
        finally:
            self._expected.pop(message["envelope_id"], None)

    def acknowledge(self, message: Json) -> None:
        """Take an acknowledgement; one that comes too late means nothing any more."""
        future = self._expected.get(str(message.get("envelope_id")))
        if future is not None and not future.done():
            payload = message.get("payload")
            future.set_result(Outcome(status=Status.ACKED, answer=payload if isinstance(payload, dict) else None))

    def lost(self) -> None:
        """Nothing comes on this connection any more."""
        for future in self._expected.values():
            if not future.done():
                future.set_result(_LOST)


class SocketHub:
    """The app's connections. It is the transport of Socket Mode.

    Args:
        app_id: the app whose connections these are.
        ack_timeout: how long to wait for an acknowledgement, in seconds.
        cut: ends the connection of a client (host and port) at once, without a goodbye.
        changed: is called when a connection comes or goes.
    """

    def __init__(
        self,
        app_id: str,
        ack_timeout: Callable[[], float],
        cut: Callable[[tuple[str, int]], None],
        changed: Callable[[], None],
    ) -> None:
        self._app_id = app_id
        self._changed = changed
        self._ack_timeout = ack_timeout
        self._cut = cut
        self._tickets: set[str] = set()
        self._connections: list[Connection] = []
        self._connected = asyncio.Event()

    @property
    def connections(self) -> int:
        """How many connections are open."""
        return len(self._connections)

    def ticket(self) -> str:
        """A word that opens one connection, once."""
        ticket = token_hex(16)
        self._tickets.add(ticket)
        return ticket

    async def serve(self, socket: WebSocket) -> None:
        """Serve one websocket until it ends."""
        ticket = socket.query_params.get("ticket", "")
        if ticket not in self._tickets:
            await socket.close(code=4001, reason="The ticket is unknown or used.")
            return
        self._tickets.discard(ticket)
        await socket.accept()
        client = socket.client
        connection = Connection(socket, lambda: self._cut((client.host, client.port)) if client else None)
        if len(self._connections) >= _MOST_CONNECTIONS:
            await connection.send(_goodbye("too_many_websockets"))
            await socket.close()
            return
        await self._listen(socket, connection)

    async def _listen(self, socket: WebSocket, connection: Connection) -> None:
        self._connections.append(connection)
        await connection.send(self._hello())
        self._connected.set()
        self._changed()
        try:
            while True:
                connection.acknowledge(await socket.receive_json())
        except (WebSocketDisconnect, RuntimeError):
            pass  # the app closed it, or it was cut
        finally:
            self._forget(connection)

    def _forget(self, connection: Connection) -> None:
        connection.lost()
        if connection in self._connections:
            self._connections.remove(connection)
            self._changed()
        if not self._open():
            self._connected.clear()

    async def ready(self) -> None:
        """Wait until the app has a connection."""
        await self._connected.wait()

    async def deliver(self, envelope: Envelope, *, lose_answer: bool = False) -> Outcome:
        """Send an envelope down one connection, each in its turn, and wait for the acknowledgement."""
        connection = self._next()
        if connection is None:
            return Outcome(status=Status.UNCONNECTED)
        outcome = await connection.ask(_message(envelope), self._ack_timeout())
        if lose_answer:
            self._drop(connection)
            return _LOST
        return outcome

    async def cut(self) -> Outcome:
        """Cut the connection whose turn it is, before anything is sent on it."""
        connection = self._next()
        if connection is None:
            return Outcome(status=Status.UNCONNECTED)
        self._drop(connection)
        return _LOST

    def drop_all(self) -> None:
        """Cut every connection at once, without a goodbye."""
        for connection in tuple(self._connections):
            self._drop(connection)

    async def disconnect_all(self, reason: str = "refresh_requested") -> None:
        """Ask the app to come back on a new connection, as Slack does every few hours."""
        for connection in tuple(self._connections):
            connection.leaving = True
            await connection.send(_goodbye(reason))
        if not self._open():
            self._connected.clear()

    def _drop(self, connection: Connection) -> None:
        connection.cut()
        self._forget(connection)

    def _open(self) -> list[Connection]:
        return [connection for connection in self._connections if not connection.leaving]

    def _next(self) -> Connection | None:
        for connection in self._open():
            self._connections.remove(connection)
            self._connections.append(connection)
            return connection
        return None

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._connections),
            "connection_info": {"app_id": self._app_id},
            "debug_info": {"host": "local", "build_number": 1, "approximate_connection_time": 18060},
        }


def _goodbye(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "local"}}


def _message(envelope: Envelope) -> Json:
    message: Json = {
        "envelope_id": str(uuid4()),
        "type": envelope.kind,
        "payload": envelope.payload,
        "accepts_response_payload": envelope.kind != EVENTS,
    }
    if envelope.kind == EVENTS:
        message |= {"retry_attempt": envelope.attempt, "retry_reason": envelope.reason}
    return message
