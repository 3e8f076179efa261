"""The floor: an empty Bolt app behind the same adapter and server as ours. `python -m tests.bench.floor PORT`."""

import sys

import uvicorn
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.serve import PATH


def empty(secret: str) -> Starlette:
    """An app whose only listener acknowledges `/assay` with two letters."""

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T", bot_user_id="U", bot_id="B", bot_token="")

    async def acknowledge(ack: AsyncAck) -> None:
        await ack("ok")

    app = AsyncApp(signing_secret=secret, authorize=authorize, process_before_response=True)
    app.command("/assay")(acknowledge)
    handler = AsyncSlackRequestHandler(app)

    async def events(request: Request) -> Response:
        return await handler.handle(request)

    return Starlette(routes=[Route(PATH, events, methods=["POST"])])


if __name__ == "__main__":
    port, secret = int(sys.argv[1]), sys.argv[2]
    uvicorn.run(empty(secret), host="127.0.0.1", port=port, access_log=False, log_level="warning")
