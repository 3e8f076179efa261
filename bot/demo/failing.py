"""How calls of the app fail on demand: an error, silence, or a connection that ends."""

import asyncio
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.demo.core import Slack
from bot.demo.faults import Fault, FaultKind

_NO_ANSWER = frozenset({FaultKind.TIMEOUT, FaultKind.DROP, FaultKind.LOST_RESPONSE})


def rate_limited(retry_after: int) -> Response:
    """Slack's 429; `retry_after` is in seconds."""
    headers = {"retry-after": str(retry_after)}
    return JSONResponse({"ok": False, "error": "ratelimited"}, status_code=429, headers=headers)


class Failing:
    """Lets calls fail.

    Args:
        slack: the workspace.
        cut: ends the connection of a client (host and port) at once, without a goodbye.
    """

    def __init__(self, slack: Slack, cut: Callable[[tuple[str, int]], None]) -> None:
        self._slack = slack
        self._cut = cut

    async def fail(self, fault: Fault, request: Request, name: str) -> Response:
        """What the app gets instead of an answer; where it gets nothing, the response reaches nobody."""
        self._slack.state.log("from_app", name, f"fault: {fault.kind}", after_effect=fault.comes_after)
        if fault.kind is FaultKind.TIMEOUT:
            await self._say_nothing(request)
        if fault.kind in _NO_ANSWER and request.client:
            self._cut((request.client.host, request.client.port))
        if fault.kind is FaultKind.RATE_LIMITED:
            return rate_limited(fault.retry_after)
        if fault.kind is FaultKind.ERROR:
            return JSONResponse({"ok": False, "error": fault.error})
        return PlainTextResponse("Internal Server Error", status_code=500)

    async def _say_nothing(self, request: Request) -> None:
        """Wait until the app hangs up or the workspace closes."""
        waiting = [asyncio.ensure_future(_hung_up(request)), asyncio.ensure_future(self._slack.closing.wait())]
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in waiting:
                task.cancel()


async def _hung_up(request: Request) -> bool:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    return True
