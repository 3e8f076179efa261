"""Who may talk to the workspace: only this machine, and its control only from its own page or from a program."""

from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_OWN_PAGE = frozenset({"same-origin", "none"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'"
)
PAGE_HEADERS: Mapping[str, str] = {
    "content-security-policy": f"{_POLICY}; form-action 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}


class Guard:
    """Refuses requests under another host's name (a page that rebinds DNS) and cross-site ones to the control."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 403 with the reason."""
        refusal = _refusal(scope) if scope["type"] in {"http", "websocket"} else ""
        if not refusal:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 4003, "reason": refusal})
        else:
            await PlainTextResponse(refusal, status_code=403)(scope, receive, send)


def _refusal(scope: Scope) -> str:
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    if host.rpartition(":")[0] not in _LOOPBACK and host not in _LOOPBACK:
        return "This workspace answers on this machine only."
    if not scope["path"].startswith("/_control"):
        return ""
    origin = headers.get("origin")
    if origin is not None and origin != f"http://{host}":
        return "The control answers its own page only."
    if headers.get("sec-fetch-site", "none") not in _OWN_PAGE:
        return "The control answers its own page only."
    if scope.get("method") == "POST" and not headers.get("content-type", "").startswith("application/json"):
        return "The control takes JSON only."
    return ""
