"""What people do in the workspace: speak, use commands and buttons, come and go. Each act says what came of it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from mimetypes import guess_type

from bot.demo.clicks import click, find_element, use_of_shortcut, view_click
from bot.demo.content import LONGEST_TEXT
from bot.demo.core import Slack
from bot.demo.delivery import COMMANDS, Outcome, Status
from bot.demo.errors import ApiError
from bot.demo.files import file_json
from bot.demo.members import ActError
from bot.demo.modals import Modals, Reaction
from bot.demo.model import Channel, ChannelKind, Json, Message, StoredFile, View
from bot.demo.replies import Place, respond
from bot.demo.typed_text import as_command, as_message
from bot.demo.views import shown

SLACKBOT = "USLACKBOT"


@dataclass(frozen=True, kw_only=True)
class Said:
    """A message that a person posted, and the deliveries to the app that it started."""

    message: Message
    deliveries: tuple[asyncio.Task[Outcome], ...] = ()

    async def delivered(self) -> tuple[Outcome, ...]:
        """Wait until the app has acknowledged, or the workspace has given up."""
        return tuple(await asyncio.gather(*self.deliveries))


class Acts(Modals):
    """The acts of people.

    Args:
        slack: the workspace.
        issue: gives a response URL for a place; the second argument is `commands` or `actions`.
    """

    def __init__(self, slack: Slack, issue: Callable[[Place, str], str]) -> None:
        super().__init__(slack)
        self._issue = issue

    async def say(
        self, user: str, channel: str, text: str, thread_ts: str | None = None, *, encoded: bool = False
    ) -> Said:
        """Post a message as typed (`encoded`: as Slack sends it) in a channel, or to a user in a direct conversation.

        Raises:
            ActError: this person cannot post this there.
        """
        place = self._place(user, channel)
        state = self._slack.state
        written = text if encoded else as_message(text, state.users.values(), state.channels.values())
        if not written.strip():
            raise ActError("There is nothing to send.")
        if len(written) > LONGEST_TEXT:
            raise ActError(f"A message can have {LONGEST_TEXT:,} characters, this has {len(written):,}.")
        parent = state.find_message(thread_ts, place.id) if thread_ts else None
        if thread_ts and (parent is None or parent.is_reply or parent.ephemeral):
            raise ActError("The thread's first message is not here.")
        return self._post(place, user, written, thread_ts)

    async def upload(self, user: str, channel: str, filename: str, content: bytes, text: str = "") -> Said:
        """Upload a file, with words or without, to a channel or to a user in a direct conversation.

        Raises:
            ActError: this person cannot post there.
        """
        place, state = self._place(user, channel), self._slack.state
        name = filename.replace("\\", "/").rpartition("/")[2].strip() or "file"
        file = StoredFile(
            id=state.new_id("F"),
            user=user,
            channel=place.id,
            name=name,
            mimetype=guess_type(name)[0] or "application/octet-stream",
            content=content,
            created=int(self._slack.clock()),
        )
        state.files[file.id] = file
        written = as_message(text, state.users.values(), state.channels.values())
        return self._post(place, user, written, None, (file_json(file, self._slack),))

    def _post(self, place: Channel, user: str, text: str, thread_ts: str | None, files: tuple[Json, ...] = ()) -> Said:
        state = self._slack.state
        mark = state.new_id("m")
        message = state.post(place.id, user, text, thread_ts=thread_ts, client_msg_id=mark, files=files)
        tasks = (self._slack.emit_message(message), self._mention(message, place))
        return Said(message=message, deliveries=tuple(task for task in tasks if task is not None))

    def _mention(self, message: Message, channel: Channel) -> asyncio.Task[Outcome] | None:
        bot = self._slack.bot
        if channel.kind is ChannelKind.DIRECT or bot not in channel.members or f"<@{bot}>" not in message.text:
            return None
        thread: Json = {"thread_ts": message.thread_ts} if message.thread_ts else {}
        event: Json = {
            "type": "app_mention",
            "user": message.user,
            "ts": message.ts,
            "client_msg_id": message.client_msg_id,
            "text": message.text,
            "team": self._slack.config.team.id,
            "channel": channel.id,
            "event_ts": message.ts,
        }
        files: Json = {"files": list(message.files), "upload": False} if message.files else {}
        return self._slack.emit("app_mention", event | thread | files, channel)

    async def slash(self, user: str, channel: str, command: str, text: str = "") -> Reaction:
        """Use a slash command; waits for the app's acknowledgement.

        Raises:
            ActError: this person cannot use this there.
        """
        place = self._place(user, channel)
        if command not in self._slack.config.app.commands or not self._slack.state.installed:
            raise ActError(f"{command} is not a valid command.")
        outcome = await self._slack.courier.send(COMMANDS, self._command(user, place, command, text))
        if not outcome.acked:
            return self._failed(user, place, command, outcome)
        if not outcome.answer:
            return Reaction(outcome=outcome, view=self.modal(user))
        try:
            message = respond(self._slack, Place(user=user, channel=place.id), outcome.answer)
        except ApiError as error:
            why = _details(error)
            return self._slackbot(
                user, place, f'{command} failed with the error "{error.error}" {why}'.strip(), outcome
            )
        return Reaction(outcome=outcome, message=message)

    def _command(self, user: str, place: Channel, command: str, text: str) -> Json:
        state, config = self._slack.state, self._slack.config
        names = {ChannelKind.DIRECT: "directmessage", ChannelKind.PRIVATE: "privategroup"}
        escape = config.app.slash_escape
        return {
            "token": config.app.verification_token,
            "team_id": config.team.id,
            "team_domain": config.team.domain,
            "channel_id": place.id,
            "channel_name": names.get(place.kind, place.name),
            "user_id": user,
            "user_name": state.users[user].name,
            "command": command,
            "text": as_command(text, state.users.values(), state.channels.values()) if escape else text,
            "api_app_id": config.app.id,
            "is_enterprise_install": "false",
            "response_url": self._issue(Place(user=user, channel=place.id), "commands"),
            "trigger_id": self._slack.triggers.issue(user),
        }

    def _failed(self, user: str, place: Channel, command: str, outcome: Outcome) -> Reaction:
        if outcome.status is Status.REFUSED:
            return self._slackbot(user, place, f'{command} failed with the error "dispatch_failed"', outcome)
        words = f"{command} failed because the app did not respond. Please try again or contact the app developer."
        return self._slackbot(user, place, words, outcome)

    def _slackbot(self, user: str, place: Channel, words: str, outcome: Outcome) -> Reaction:
        message = self._slack.state.post(place.id, SLACKBOT, words, visible_to=user)
        return Reaction(outcome=outcome, message=message, error=words)

    async def press(
        self, user: str, ts: str, action_id: str, *, value: object = None, block_id: str | None = None
    ) -> Reaction:
        """Use a button or menu of a message; `value` is the option chosen. Waits for the app's acknowledgement.

        Raises:
            ActError: this person does not see that message, or it has no such element.
        """
        message = self._seen(user, ts)
        found = find_element(message.blocks, action_id, block_id)
        if found is None:
            raise ActError(f"That message has no button {action_id}.")
        url = self._issue(Place(user=user, channel=message.channel, origin=ts), "actions")
        return await self._click(click(self._slack, user, message, found, value) | {"response_url": url})

    def _seen(self, user: str, ts: str) -> Message:
        message = self._slack.state.find_message(ts)
        if message is None or message.visible_to not in {None, user}:
            raise ActError("That message is not there any more.")
        self._place(user, message.channel)
        return message

    async def shortcut(self, user: str, ts: str, callback_id: str) -> Reaction:
        """Use a shortcut of the app in a message's menu. Waits for the app's acknowledgement.

        Raises:
            ActError: this person does not see that message, only they see it, or the app has no such shortcut.
        """
        message = self._seen(user, ts)
        if callback_id not in self._slack.config.app.shortcuts or message.ephemeral:
            raise ActError(f"That message has no shortcut {callback_id}.")
        url = self._issue(Place(user=user, channel=message.channel, origin=ts), "actions")
        return await self._click(use_of_shortcut(self._slack, user, message, callback_id) | {"response_url": url})

    async def press_home(self, user: str, action_id: str, *, value: object = None) -> Reaction:
        """Use a button or menu of the app's Home tab.

        Raises:
            ActError: this person has no Home tab of the app, or it has no such element.
        """
        self._active(user)
        view = self._slack.state.homes.get(user)
        found = find_element(tuple(view.body["blocks"]), action_id) if view else None
        if view is None or found is None:
            raise ActError(f"The Home tab has no button {action_id}.")
        return await self._click(view_click(self._slack, user, view, found, value))

    async def open_home(self, user: str, tab: str = "home") -> View | None:
        """Open the app's Home (or `messages`) tab; returns the Home tab as it was when it was opened."""
        self._active(user)
        view = self._slack.state.homes.get(user)
        event: Json = {
            "type": "app_home_opened",
            "user": user,
            "channel": self._slack.state.direct(user, self._slack.bot).id,
            "tab": tab,
            "event_ts": self._slack.state.next_ts(),
        }
        seen = {"view": shown(self._slack, view)} if view and tab == "home" else {}
        self._slack.emit("app_home_opened", event | seen)
        return view

    async def open_direct(self, user: str, other: str) -> Channel:
        """The direct conversation of two users."""
        self._active(user)
        if self._slack.state.person(other) is None:
            raise ActError("There is no such person.")
        return self._slack.state.direct(user, other)


def _details(error: ApiError) -> str:
    found = error.more.get("errors")
    return "; ".join(map(str, found)) if isinstance(found, list) else ""
