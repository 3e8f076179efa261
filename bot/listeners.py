"""What Slack tells us, as plain functions on Bolt's app: each reads the payload and asks for an answer."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

import structlog
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp, AsyncBoltContext

from bot import logs
from bot.answers import Ack, Answers, Place, Respond
from bot.files import is_table
from bot.forms import Forms
from bot.seen import Seen
from bot.tasks import Tasks
from bot.workspaces import At
from domain.exports import FileRefusedError
from handlers.modals import TURN
from handlers.places import at_home
from handlers.replies import Caller
from handlers.words import Words

Json: TypeAlias = Mapping[str, Any]

COMMAND = "/assay"
EVENTS = ("app_mention", "message", "app_home_opened")
LINK_THIS = "link_this"
ANY = re.compile(".*")
SPOKEN = frozenset({None, "file_share", "thread_broadcast"})
"""The kinds of message that a person has just written; the others are edits, joins and bots."""

_LEADING_MENTION = re.compile(r"^\s*<@[UW][A-Z0-9]+(\|[^>]*)?>[:,]?\s*")
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")

log = logs.get()


class Listeners:
    """The listeners and what they share. Register them with `register`."""

    def __init__(
        self,
        answers: Answers,
        forms: Forms,
        workspaces: At,
        tasks: Tasks,
        new_id: Callable[[], str],
        real: Callable[[], datetime],
    ) -> None:
        self._answers = answers
        self._workspaces = workspaces
        self._forms = forms
        self._tasks = tasks
        self._new_id = new_id
        self._real = real
        self._seen = Seen()

    def register(self, app: AsyncApp) -> None:
        """Let Bolt's app call them."""
        app.command(COMMAND)(self.command)
        app.event("app_mention")(self.mention)
        app.event("message")(self.message)
        app.event("app_home_opened")(self.home)
        app.action(ANY)(self.action)
        app.view(ANY)(self.submission)
        app.message_shortcut(LINK_THIS)(self.shortcut)
        app.options(ANY)(self.suggestion)
        app.error(self.failed)

    async def command(self, ack: Ack, respond: Respond, command: Json) -> None:
        """A slash command."""
        caller = Caller(command["team_id"], command["user_id"], command["channel_id"], request=self._new_id())
        with structlog.contextvars.bound_contextvars(request=caller.request):
            log.info("command.received")
            place = Place(command["channel_id"], trigger=command["trigger_id"])
            follow = await self._answers.command(typed(command.get("text") or ""), caller, place, ack, respond)
            if follow is not None:
                self._tasks.start("command.follow", follow)

    async def mention(self, body: Json, event: Json, context: AsyncBoltContext) -> None:
        """Our name in a channel; the answer goes into the thread."""
        if not (is_spoken(event) and self._seen.first_time(body["event_id"])):
            return
        place = Place(event["channel"], event.get("thread_ts") or event["ts"])
        shared = bool(body.get("is_ext_shared_channel"))
        caller = Caller(
            body["team_id"], event["user"], event["channel"], private=False, shared=shared, request=self._new_id()
        )
        caller = replace(caller, thread=place.thread)
        self._answer("mention.received", said_to(context.bot_user_id, event), caller, place)

    async def message(self, body: Json, event: Json, context: AsyncBoltContext) -> None:
        """Words in a direct conversation, or a file; the answer goes there."""
        if event.get("channel_type") != "im" or not (is_spoken(event) and self._seen.first_time(body["event_id"])):
            return
        place = Place(event["channel"], event.get("thread_ts"))
        caller = Caller(
            body["team_id"], event["user"], event["channel"], request=self._new_id(), thread=place.thread or ""
        )
        sent = event.get("files") or []
        tables = [file for file in sent if is_table(file)]
        text = said_to(context.bot_user_id, event)
        if tables or (sent and not text.strip()):
            self._receive(tables or sent, caller, place)
        else:
            self._answer("message.received", text, caller, place)

    async def action(self, ack: Ack, respond: Respond, body: Json, action: Json) -> None:
        """A button of one of our messages, of the Home tab, or a choice in a modal."""
        await ack()
        if body.get("view"):
            self._acted(body, action)
            return
        container = body.get("container") or {}
        channel = (body.get("channel") or {}).get("id") or container.get("channel_id") or ""
        thread = thread_of(channel, container)
        caller = Caller(body["team"]["id"], body["user"]["id"], channel, request=self._new_id(), thread=thread)
        place = Place(channel, container.get("thread_ts"), body["trigger_id"])
        with structlog.contextvars.bound_contextvars(request=caller.request):
            log.info("action.received", action=str(action["action_id"]).partition(":")[0])
            press = self._answers.press(action["action_id"], str(action.get("value") or ""), caller, place, respond)
            self._tasks.start("action", press)

    def _acted(self, body: Json, action: Json) -> None:
        """A button of the Home tab, or a choice in a modal that changes what it asks."""
        view, caller = body["view"], self._viewer(body)
        with structlog.contextvars.bound_contextvars(request=caller.request):
            log.info("view.action", action=str(action["action_id"]).partition(":")[0])
            kind, value = str(action["action_id"]).partition(":")[0], str(action.get("value") or "")
            if view["type"] == "modal" and kind == TURN:
                self._tasks.start("view.turn", self._forms.turn(view, value, caller))
                return
            if view["type"] == "modal":
                self._tasks.start("view.reshape", self._forms.reshape(view, caller))
                return
            press = self._forms.press(action["action_id"], value, caller, body["trigger_id"])
            self._tasks.start("view.action", press)

    async def submission(self, ack: Ack, body: Json, view: Json) -> None:
        """A modal that was sent."""
        caller = self._viewer(body)
        with structlog.contextvars.bound_contextvars(request=caller.request):
            log.info("view.submitted", form=view["callback_id"])
            follow = await self._forms.submit(view, caller, ack)
            if follow is not None:
                self._tasks.start("view.follow", follow)

    async def shortcut(self, ack: Ack, body: Json) -> None:
        """Link what a message names."""
        await ack()
        caller = Caller(body["team"]["id"], body["user"]["id"], request=self._new_id())
        with structlog.contextvars.bound_contextvars(request=caller.request):
            log.info("shortcut.received")
            message = body.get("message") or {}
            text, ago = typed(message.get("text") or ""), age(message.get("ts"), self._real())
            self._tasks.start("shortcut", self._forms.link_named(text, ago, caller, body["trigger_id"]))

    async def suggestion(self, ack: Ack, body: Json) -> None:
        """Something is being typed into a menu."""
        await self._forms.suggest(body["action_id"], typed(body.get("value") or ""), self._viewer(body), ack)

    async def home(self, body: Json, event: Json) -> None:
        """Somebody opened the Home tab."""
        if event.get("tab") != "home" or not self._seen.first_time(body["event_id"]):
            return
        caller = Caller(body["team_id"], event["user"], request=self._new_id())
        with structlog.contextvars.bound_contextvars(request=caller.request):
            log.info("home.opened")
            self._tasks.start("home", self._forms.home(caller))

    def _viewer(self, body: Json) -> Caller:
        """Somebody in a view, which nobody else sees."""
        seen = [(body.get("view") or {}).get("callback_id"), *(each["action_id"] for each in body.get("actions") or ())]
        caller = Caller(body["team"]["id"], body["user"]["id"], request=self._new_id())
        for identifier in seen:
            _, caller = at_home(caller, identifier or "")
        return caller

    async def failed(self, error: Exception) -> BoltResponse:
        """What no listener expected: whoever waits for an answer gets a sentence, and the log the same request id."""
        request = self._new_id()
        log.error("listener.failed", request=request, exc_info=error)
        return BoltResponse(status=200, body={"text": Words("en").say("error.unexpected", request=request)})

    def _receive(self, files: Sequence[Json], caller: Caller, place: Place) -> None:
        async def fetch() -> bytes:
            if len(files) > 1:
                raise FileRefusedError("one")
            return await self._workspaces(caller.team).files.fetch(files[0])

        with structlog.contextvars.bound_contextvars(request=caller.request):
            log.info("file.received", count=len(files))
            reference = str(files[0].get("id") or "") if len(files) == 1 else ""
            answer = self._answers.file(str(files[0].get("name") or "–"), fetch, caller, place, reference)
            self._tasks.start("file.received", answer)

    def _answer(self, name: str, text: str, caller: Caller, place: Place) -> None:
        with structlog.contextvars.bound_contextvars(request=caller.request):
            log.info(name)
            self._tasks.start(name, self._answers.message(typed(text), caller, place))


def is_spoken(event: Json) -> bool:
    """Whether a person has just written this: no bot, no edit, nothing that Slack says by itself."""
    return event.get("subtype") in SPOKEN and not event.get("bot_id") and bool(event.get("user"))


def thread_of(channel: str, container: Json) -> str | None:
    """The thread in which what a button asks can be gone on from: its message's, or that which begins with it.

    "" is the main line of a direct conversation; None where nobody can write behind the message, which one sees alone.
    """
    found = container.get("thread_ts")
    if found or channel.startswith("D"):
        return str(found or "")
    return None if container.get("is_ephemeral") else container.get("message_ts")


def said_to(bot: str | None, event: Json) -> str:
    """The words of a message without whom they begin with, and without the bot's name wherever it stands."""
    text = _LEADING_MENTION.sub("", event.get("text") or "", count=1)
    return _MENTION.sub(lambda mention: " " if mention[1] == bot else mention[0], text)


def typed(text: str) -> str:
    """Text as it was typed: Slack sends `&`, `<` and `>` as entities."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()


def age(ts: object, now: datetime) -> timedelta:
    """How long ago Slack says that a message was written; none where it does not say."""
    try:
        return max(now - datetime.fromtimestamp(float(str(ts)), UTC), timedelta())
    except (ValueError, OverflowError, OSError):
        return timedelta()
