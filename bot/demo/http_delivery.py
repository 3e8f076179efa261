"""Delivery to the app's request URL: signed POSTs, as Slack sends them without Socket Mode."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

import aiohttp
from slack_sdk.signature import SignatureVerifier

from bot.demo.delivery import COMMANDS, EVENTS, Envelope, Outcome, Status
from bot.demo.model import Json

_FORM = "application/x-www-form-urlencoded"
_SUCCESS = range(200, 300)


@dataclass(frozen=True, kw_only=True)
class Target:
    """Where the app listens, the secret that signs, and how long to wait for an answer, in seconds."""

    url: str
    secret: str
    timeout: float


class HttpDelivery:
    """The transport of an app that listens at a request URL."""

    def __init__(self, target: Callable[[], Target]) -> None:
        self._target = target
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Close the connections to the app."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def ready(self) -> None:
        """An address is always there to be tried."""

    async def cut(self) -> Outcome:
        """The request never reaches the app."""
        return Outcome(status=Status.DROPPED, note="connection_failed")

    async def deliver(self, envelope: Envelope, *, lose_answer: bool = False) -> Outcome:
        """POST an envelope, signed; any 2xx acknowledges it."""
        outcome = await self._post(envelope)
        return Outcome(status=Status.DROPPED, note="http_timeout") if lose_answer else outcome

    async def _post(self, envelope: Envelope) -> Outcome:
        target = self._target()
        if self._session is None:
            self._session = aiohttp.ClientSession()
        body, content_type = _body(envelope)
        headers = {"content-type": content_type, **_signature(body, target.secret), **_retry(envelope)}
        timeout = aiohttp.ClientTimeout(total=target.timeout)
        try:
            async with self._session.post(target.url, data=body.encode(), headers=headers, timeout=timeout) as response:
                return await _outcome(response)
        except TimeoutError:
            return Outcome(status=Status.TIMEOUT, note="http_timeout")
        except aiohttp.ClientError:
            return Outcome(status=Status.DROPPED, note="connection_failed")


async def _outcome(response: aiohttp.ClientResponse) -> Outcome:
    text = await response.text()
    if response.status not in _SUCCESS:
        final = response.headers.get("x-slack-no-retry") == "1"
        return Outcome(status=Status.REFUSED, note="http_error", final=final)
    return Outcome(status=Status.ACKED, answer=_answer(text, response.content_type))


def _answer(text: str, content_type: str) -> Json | None:
    if content_type == "application/json":
        try:
            found = json.loads(text or "null")
        except ValueError:
            return {"text": text}
        return found if isinstance(found, dict) else None
    return {"text": text} if text.strip() else None


def _body(envelope: Envelope) -> tuple[str, str]:
    if envelope.kind == EVENTS:
        return json.dumps(envelope.payload), "application/json"
    if envelope.kind == COMMANDS:
        return urlencode(envelope.payload), _FORM
    return urlencode({"payload": json.dumps(envelope.payload)}), _FORM


def _signature(body: str, secret: str) -> dict[str, str]:
    verifier = SignatureVerifier(secret)
    timestamp = str(int(verifier.clock.now()))
    signature = verifier.generate_signature(timestamp=timestamp, body=body) or ""
    return {"x-slack-request-timestamp": timestamp, "x-slack-signature": signature, "user-agent": "Slackbot 1.0"}


def _retry(envelope: Envelope) -> dict[str, str]:
    if not envelope.attempt:
        return {}
    return {"x-slack-retry-num": str(envelope.attempt), "x-slack-retry-reason": envelope.reason}
