"""The one caller of `chat.postMessage`: paced, and honest about what became of a message."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from aiohttp import ClientConnectorError, ClientError
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot import logs
from bot.pacing import Pacing
from bot.plainer import plainer
from handlers.replies import Document

DELIVERY_EVENT = "assay_delivery"
_CHANNELS_KEPT = 10_000
_HISTORY_PAGE = 200
_SERVER_ERROR = 500
_RATE_LIMITED = 429
_IN_TROUBLE = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})

log = logs.get()


class NotSentError(Exception):
    """Slack did not take the message, now or ever; it did not arrive."""


class RefusedError(NotSentError):
    """Slack refused, and will refuse again. `code` is its word for why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class BusyError(NotSentError):
    """Slack does not take it now. `seconds` says when to try again; None when Slack did not say."""

    def __init__(self, seconds: float | None = None) -> None:
        super().__init__("Slack does not take it now.")
        self.seconds = seconds


class OutcomeUnknownError(Exception):
    """No answer, or none that says whether the message arrived."""


@dataclass(frozen=True, slots=True)
class Posted:
    """Where a message is."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to post. `delivery` is written into its metadata, so that the history can tell whether it arrived."""

    text: str
    blocks: Sequence[dict[str, Any]] = ()
    thread: str | None = None
    delivery: str | None = None

    def shown(self) -> dict[str, Any]:
        """What people see of it, as Slack's methods take it."""
        found: dict[str, Any] = {"text": self.text}
        if self.blocks:
            found["blocks"] = list(self.blocks)
        if self.thread:
            found["thread_ts"] = self.thread
        return found

    def posted(self) -> dict[str, Any]:
        """What `chat.postMessage` is called with, beside the channel."""
        found = self.shown() | {"unfurl_links": False, "unfurl_media": False}
        if self.delivery:
            found["metadata"] = {"event_type": DELIVERY_EVENT, "event_payload": {"id": self.delivery}}
        return found


class Messenger:
    """Posts messages. The client must not retry by itself: a repeated post is a second message."""

    def __init__(self, client: AsyncWebClient, pacing: Pacing) -> None:
        self._client = client
        self._pacing = pacing
        self._gates: OrderedDict[str, _Gate] = OrderedDict()
        self._direct: OrderedDict[str, str] = OrderedDict()

    async def direct(self, user: str) -> str:
        """The id of the direct conversation with a user, opened when there is none. Raises like `post`."""
        if user not in self._direct:
            answer = await self._answer(self._client.conversations_open(users=user))
            self._direct[user] = str(answer["channel"]["id"])
            _trim(self._direct)
        return self._direct[user]

    async def post(self, channel: str, letter: Letter) -> Posted:
        """Post a message, in its turn.

        Raises:
            RefusedError: Slack will never take it.
            BusyError: Slack does not take it now.
            OutcomeUnknownError: nobody knows whether it arrived.
        """
        async with self._turn(channel) as gate:
            try:
                return await self._post(channel, letter)
            except BusyError as error:
                gate.wait(error.seconds or self._pacing.between_posts)
                raise

    async def whisper(self, channel: str, user: str, letter: Letter) -> None:
        """Show a message in a channel to one person alone, while they are there. Raises like `post`."""
        async with self._turn(channel):
            await self._taken(
                letter, lambda sent: self._client.chat_postEphemeral(channel=channel, user=user, **sent.shown())
            )

    async def bring(self, channel: str, document: Document) -> None:
        """Put a file into a conversation. Raises like `post`; a file that may have arrived is not sent again."""
        async with self._turn(channel):
            await self._answer(
                self._client.files_upload_v2(
                    channel=channel, filename=document.name, title=document.title, content=document.content
                )
            )

    async def find(self, channel: str, delivery: str, since: datetime) -> Posted | None:
        """The message of a delivery in a conversation, if it arrived since then. Raises like `post`."""
        cursor = None
        while True:
            page = await self._answer(
                self._client.conversations_history(
                    channel=channel,
                    oldest=f"{since.timestamp():.6f}",
                    include_all_metadata=True,
                    limit=_HISTORY_PAGE,
                    cursor=cursor,
                )
            )
            for message in page["messages"]:
                if _delivery_of(message) == delivery:
                    return Posted(channel, str(message["ts"]))
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return None

    async def _post(self, channel: str, letter: Letter) -> Posted:
        answer = await self._taken(letter, lambda sent: self._client.chat_postMessage(channel=channel, **sent.posted()))
        return Posted(str(answer["channel"]), str(answer["ts"]))

    async def _taken(self, letter: Letter, call: Callable[[Letter], Awaitable[AsyncSlackResponse]]) -> dict[str, Any]:
        """Slack's answer to a letter; with plainer blocks where it refuses those that the letter has."""
        *others, last = (replace(letter, blocks=blocks) for blocks in plainer(letter.blocks))
        for sent in others:
            try:
                return await self._answer(call(sent))
            except RefusedError as error:
                if not error.code.startswith("invalid_blocks"):
                    raise
                log.exception("messenger.blocks_refused", delivery=letter.delivery)
        return await self._answer(call(last))

    async def _answer(self, call: Awaitable[AsyncSlackResponse]) -> dict[str, Any]:
        try:
            async with asyncio.timeout(self._pacing.http):
                answer = await call
        except SlackApiError as error:
            raise _meaning(error.response) from error
        except ClientConnectorError as error:
            raise BusyError from error
        except (ClientError, SlackClientError, TimeoutError) as error:
            raise OutcomeUnknownError from error
        if not isinstance(answer.data, dict):
            raise OutcomeUnknownError
        return answer.data

    @asynccontextmanager
    async def _turn(self, channel: str) -> AsyncIterator["_Gate"]:
        gate = self._gates.setdefault(channel, _Gate())
        self._gates.move_to_end(channel)
        if len(self._gates) > _CHANNELS_KEPT:
            self._gates.popitem(last=False)
        await self._entered(gate)
        try:
            gate.wait(self._pacing.between_posts)
            yield gate
        finally:
            gate.lock.release()

    async def _entered(self, gate: "_Gate") -> None:
        """Wait for the gate; who would wait longer than for an answer of Slack comes again."""
        try:
            async with asyncio.timeout(self._pacing.http):
                await gate.enter()
        except TimeoutError:
            raise BusyError(max(self._pacing.retry, gate.closed_for)) from None


class _Gate:
    """Lets one message at a time into a channel, and the next not before its time."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self._next = 0.0

    @property
    def closed_for(self) -> float:
        """How long nobody may pass, in seconds."""
        return max(0.0, self._next - asyncio.get_running_loop().time())

    async def enter(self) -> None:
        """Take the lock when it is time; it is not held when this is given up."""
        await self.lock.acquire()
        try:
            await asyncio.sleep(self.closed_for)
        except asyncio.CancelledError:
            self.lock.release()
            raise

    def wait(self, seconds: float) -> None:
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)


def _meaning(response: object) -> Exception:
    """What an answer that is no success says about the message."""
    if not isinstance(response, AsyncSlackResponse) or response.status_code >= _SERVER_ERROR:
        return OutcomeUnknownError()
    if response.status_code == _RATE_LIMITED:
        return BusyError(float(response.headers.get("Retry-After", 1)))
    code = str(response.data.get("error")) if isinstance(response.data, dict) else f"http_{response.status_code}"
    if code in {"ratelimited", "rate_limited"}:
        return BusyError()
    return OutcomeUnknownError() if code in _IN_TROUBLE else RefusedError(code)


def _delivery_of(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != DELIVERY_EVENT:
        return None
    found = (metadata.get("event_payload") or {}).get("id")
    return None if found is None else str(found)


def _trim(kept: OrderedDict[str, str]) -> None:
    if len(kept) > _CHANNELS_KEPT:
        kept.popitem(last=False)
