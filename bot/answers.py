"""How an answer reaches who asked: in the acknowledgement, by response URL, in a thread, in a direct message."""

import asyncio
from collections.abc import Awaitable, Coroutine
from dataclasses import dataclass, replace
from typing import Any, Protocol

from aiohttp import ClientError
from slack_sdk.webhook import WebhookResponse

from bot import logs
from bot.files import sent_before
from bot.messenger import BusyError, Letter, NotSentError, OutcomeUnknownError, RefusedError
from bot.pacing import Pacing
from bot.plainer import has_newest, plainer
from bot.workspaces import At
from domain.ports import Companies, StorageDownError, UnknownTeamError
from handlers.asking import sent_in
from handlers.conversations import Conversations
from handlers.importing import Fetch
from handlers.places import PLACE, at_home
from handlers.replies import Caller, Reply
from handlers.words import Words, language_of

_TRIES = 4
_OK, _RATE_LIMITED, _SERVER_ERROR = 200, 429, 500

log = logs.get()


class Ack(Protocol):
    """Bolt's acknowledgement of a request."""

    async def __call__(self, *args: object, **kwargs: object) -> object:
        """Acknowledge, with an answer or without."""


class Respond(Protocol):
    """Bolt's answer by response URL."""

    async def __call__(self, *args: object, **kwargs: object) -> WebhookResponse:
        """Send an answer."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes: a channel, and in it the thread of a message; `trigger` is leave to open a modal."""

    channel: str
    thread: str | None = None
    trigger: str = ""


class Answers:
    """Asks the conversations and brings their replies to where they belong."""

    def __init__(
        self,
        conversations: Conversations,
        companies: Companies,
        workspaces: At,
        pacing: Pacing,
    ) -> None:
        self._conversations = conversations
        self._companies = companies
        self._workspaces = workspaces
        self._pacing = pacing

    async def command(
        self, text: str, caller: Caller, place: Place, ack: Ack, respond: Respond
    ) -> Coroutine[Any, Any, None] | None:
        """Answer a slash command in its acknowledgement; past that time, acknowledge and return what is to follow."""
        work = asyncio.ensure_future(self._opened(self._conversations.hear(text, caller, slash=True), caller, place))
        done, _ = await asyncio.wait({work}, timeout=self._pacing.ack)
        reply = work.result() if done else None
        # Slack does not tell us of an acknowledgement that it refuses: blocks that it may refuse go by response URL.
        if done and not (reply and (has_newest(reply.blocks) or reply.document)):
            await (ack() if reply is None else ack(**_ephemeral(reply)))
            log.info("answer.acknowledged")
            return None
        await ack()
        log.info("answer.late")
        return self._follow(work, caller, place, respond)

    async def _follow(self, work: Awaitable[Reply | None], caller: Caller, place: Place, respond: Respond) -> None:
        reply = await work
        if reply is not None:
            await self._respond(await self._brought(reply, caller, place), respond)

    async def _opened(self, work: Awaitable[Reply], caller: Caller, place: Place) -> Reply | None:
        """Open the modal of a reply that has one; the reply where there is none, or where Slack did not open it."""
        reply = await work
        surfaces = self._workspaces(caller.team).surfaces
        return None if reply.view and await surfaces.open(place.trigger, reply.view) else reply

    async def message(self, text: str, caller: Caller, place: Place) -> None:
        """Answer a mention or a direct message where it was asked."""
        reply = await self._conversations.hear(text, caller, slash=False)
        await self._say(await self._brought(reply, caller, place), caller, place)

    async def file(self, name: str, fetch: Fetch, caller: Caller, place: Place, reference: str = "") -> None:
        """Answer a file that somebody sent directly."""
        await self._say(await self._conversations.receive_file(name, fetch, caller, reference), caller, place)

    async def _go_on(self, sent: tuple[str, str], caller: Caller, place: Place) -> None:
        """Answer a file that was sent before it was said for which organisation it is."""
        reference, name = sent
        workspace = self._workspaces(caller.team)

        async def fetch() -> bytes:
            return await workspace.files.fetch(await sent_before(workspace.reader, reference, caller.user))

        await self.file(name, fetch, caller, place)

    async def press(self, action: str, value: str, caller: Caller, place: Place, respond: Respond) -> None:
        """Answer a button: what is for the channel is posted there, the rest is for the one who pressed."""
        if action.startswith("share"):
            await self._share(action, value, caller, place, respond)
            return
        sent = sent_in(value) if action.startswith(PLACE) else None
        if sent is not None:
            await self._go_on(sent, at_home(caller, action)[1], place)
            return
        reply = await self._opened(self._conversations.press(action, value, caller), caller, place)
        if reply is None:
            return
        reply = await self._brought(reply, caller, place)
        if place.channel.startswith("D"):
            await self._say(reply, caller, place)
        elif reply.audience != "nobody":
            await self._respond(reply, respond)

    async def _brought(self, reply: Reply, caller: Caller, place: Place) -> Reply:
        """The reply, once its file lies in the direct conversation; or what to say where it does not."""
        if reply.document is None:
            return reply
        try:
            messenger = self._workspaces(caller.team).messenger
            direct = await messenger.direct(caller.user)
            await messenger.bring(direct, reply.document)
        except (NotSentError, OutcomeUnknownError) as error:
            log.warning("answer.unconfirmed", error=logs.kind_of(error))
            return await self._sorry(error, caller, place)
        return reply

    async def _share(self, action: str, value: str, caller: Caller, place: Place, respond: Respond) -> None:
        """Post for all to read what one person saw; whatever prevents it is for that person alone."""
        try:
            caller = replace(caller, shared=await self._workspaces(caller.team).channels.is_shared(place.channel))
            reply = await self._conversations.press(action, value, caller)
            if reply.audience == "channel":
                await self._post(reply, caller, place)
                log.info("answer.shared")
                return
        except (NotSentError, OutcomeUnknownError) as error:
            log.warning("answer.unconfirmed", error=logs.kind_of(error))
            reply = await self._sorry(error, caller, place)
        await self._respond(reply, respond)

    async def _say(self, reply: Reply, caller: Caller, place: Place) -> None:
        if reply.audience == "nobody":
            return
        try:
            if reply.audience == "person" and not caller.private:
                await self._workspaces(caller.team).messenger.whisper(place.channel, caller.user, _letter(reply, place))
            else:
                await self._post(reply, caller, place)
            log.info("answer.posted")
        except (NotSentError, OutcomeUnknownError) as error:
            log.warning("answer.unconfirmed", error=logs.kind_of(error))
            await self._apologise(error, caller, place)

    async def _apologise(self, error: Exception, caller: Caller, place: Place) -> None:
        """Say in the direct conversation that an answer did not get to its place, or may not have."""
        reply = await self._sorry(error, caller, place)
        try:
            await self._post(reply, caller, Place(await self._workspaces(caller.team).messenger.direct(caller.user)))
        except (NotSentError, OutcomeUnknownError):
            log.exception("answer.lost")

    async def _sorry(self, error: Exception, caller: Caller, place: Place) -> Reply:
        words = await self._words(caller)
        if isinstance(error, RefusedError) and error.code in {"not_in_channel", "channel_not_found"}:
            return Reply(words.say("shell.not_in_channel"))
        if isinstance(error, RefusedError) and error.code == "missing_scope":
            return Reply(words.say("shell.missing_scope"))
        key = "shell.unconfirmed" if isinstance(error, OutcomeUnknownError) else "shell.not_posted"
        return Reply(words.say(key, channel=f"<#{place.channel}>", request=caller.request))

    async def _words(self, caller: Caller) -> Words:
        try:
            company = await self._companies.of_team(caller.team)
        except (StorageDownError, UnknownTeamError):
            return Words("en")
        member = company.members.get(caller.user)
        return Words(language_of(member.speaks) if member else "en")

    async def _post(self, reply: Reply, caller: Caller, place: Place) -> None:
        """Post; as long as Slack says that it is busy the message has not arrived, and is tried again."""
        messenger = self._workspaces(caller.team).messenger
        for _ in range(_TRIES - 1):
            try:
                await messenger.post(place.channel, _letter(reply, place))
            except BusyError:
                continue
            return
        await messenger.post(place.channel, _letter(reply, place))

    async def _respond(self, reply: Reply, respond: Respond) -> None:
        """Answer by response URL. Only its reader sees it, so that a second copy does less harm than none."""
        for attempt in range(1, _TRIES + 1):
            wait = await self._responded(reply, respond)
            if wait is None:
                log.info("answer.followed")
                return
            log.warning("answer.retried", attempt=attempt)
            await asyncio.sleep(wait)
        log.error("answer.lost")

    async def _responded(self, reply: Reply, respond: Respond) -> float | None:
        """None when it arrived or never will; otherwise how long to wait before the next try, in seconds."""
        try:
            answer = await self._taken(reply, respond)
        except (ClientError, TimeoutError):
            return self._pacing.retry
        if answer.status_code == _RATE_LIMITED:
            return float(answer.headers.get("Retry-After", 1))
        if answer.status_code >= _SERVER_ERROR:
            return self._pacing.retry
        if answer.status_code != _OK:
            log.error("answer.refused", status=answer.status_code)
        return None

    async def _taken(self, reply: Reply, respond: Respond) -> WebhookResponse:
        """Slack's answer to a reply; with plainer blocks where it refuses those that the reply has."""
        *others, last = (replace(reply, blocks=blocks) for blocks in plainer(reply.blocks))
        for sent in others:
            answer = await self._sent(sent, respond)
            if "invalid_blocks" not in str(answer.body):
                return answer
            log.error("answer.blocks_refused")
        return await self._sent(last, respond)

    async def _sent(self, reply: Reply, respond: Respond) -> WebhookResponse:
        async with asyncio.timeout(self._pacing.http):
            return await respond(**_ephemeral(reply), replace_original=False)


def _ephemeral(reply: Reply) -> dict[str, Any]:
    return {"text": reply.text, "blocks": list(reply.blocks), "response_type": "ephemeral"}


def _letter(reply: Reply, place: Place) -> Letter:
    return Letter(reply.text, reply.blocks, place.thread)
