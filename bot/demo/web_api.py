"""The Web API: POST /api/<method>, its tokens, scopes, faults and answers."""

import contextlib
import json
from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.demo import chat, conversations, files, people, views
from bot.demo.args import Args
from bot.demo.core import Slack
from bot.demo.errors import ApiError, RateLimitedError
from bot.demo.failing import Failing, rate_limited
from bot.demo.method import Method, require
from bot.demo.model import Json

METHODS: Mapping[str, Method] = {
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **people.METHODS,
    **views.METHODS,
}


class WebApi:
    """Answers the app's calls.

    Args:
        slack: the workspace.
        connect: gives a fresh websocket address, for apps.connections.open.
        failing: how calls fail on demand.
    """

    def __init__(self, slack: Slack, connect: Callable[[], str], failing: Failing) -> None:
        self._slack = slack
        self._failing = failing
        self._methods = {**METHODS, "apps.connections.open": Method(lambda *_: {"url": connect()}, app_level=True)}

    async def serve(self, request: Request) -> Response:
        """Answer one call, or fail it as a waiting fault says."""
        name = request.path_params["method"]
        values = await read_values(request)
        token = _token(request, values)
        slack = self._slack.of_token(token)
        fault = self._slack.faults.take(name)
        if fault is None:
            return self._answer(slack, name, token, values)
        if fault.comes_after:
            self._answer(slack, name, token, values)
        return await self._failing.fail(fault, request, name)

    def _answer(self, slack: Slack, name: str, token: str, values: Json) -> Response:
        answer: Json
        try:
            answer = {"ok": True} | self._work(slack, name, token, Args(values))
        except ApiError as error:
            answer = {"ok": False, "error": error.error} | error.more
        except RateLimitedError as error:
            slack.state.log("from_app", name, "ratelimited", request=values)
            return rate_limited(error.retry_after)
        outcome = "ok" if answer["ok"] else str(answer["error"])
        shown = {key: value for key, value in values.items() if key != "token"}
        slack.state.log("from_app", name, outcome, request=shown, answer=answer)
        return JSONResponse(answer, headers=self._scope_headers(slack, name))

    def _work(self, slack: Slack, name: str, token: str, args: Args) -> Json:
        method = self._methods.get(name)
        if method is None:
            raise ApiError("unknown_method", req_method=name)
        if not method.open:
            _authorise(slack, method, token)
        if method.scope is not None:
            require(slack, method.scope)
        return method.work(slack, args)

    def _scope_headers(self, slack: Slack, name: str) -> dict[str, str]:
        method = self._methods.get(name)
        headers = {"x-oauth-scopes": ",".join(sorted(slack.config.app.scopes))}
        return headers | ({"x-accepted-oauth-scopes": method.scope} if method and method.scope else {})


async def read_values(request: Request) -> Json:
    """The arguments of a call: of the query, and of the body as a form or as JSON."""
    values: Json = dict(request.query_params)
    body = (await request.body()).decode("utf-8", errors="replace")
    if request.headers.get("content-type", "").startswith("application/json"):
        with contextlib.suppress(ValueError):
            found = json.loads(body or "{}")
            values |= found if isinstance(found, dict) else {}
    else:
        values |= dict(parse_qsl(body, keep_blank_values=True))
    return values


def _token(request: Request, values: Json) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else str(values.get("token") or "")


def _authorise(slack: Slack, method: Method, token: str) -> None:
    app = slack.config.app
    if not token:
        raise ApiError("not_authed")
    if token not in {app.bot_token, app.app_token}:
        raise ApiError("invalid_auth")
    if (token == app.app_token) is not method.app_level:
        raise ApiError("not_allowed_token_type")
    if not slack.state.installed and not method.app_level:
        raise ApiError("account_inactive")
