"""The state of the workspace: people, conversations, messages, views and the wire log, all in memory."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from secrets import choice
from typing import TypedDict, Unpack

from bot.demo.choices import values
from bot.demo.config import WorkspaceConfig
from bot.demo.model import Channel, ChannelKind, Json, Message, StoredFile, Team, User, View, WireEntry

_WIRE_LENGTH = 5_000
_BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Draft(TypedDict, total=False):
    """What a message may carry besides its place, author and text."""

    blocks: tuple[Json, ...]
    thread_ts: str | None
    metadata: Json | None
    visible_to: str | None
    by_app: bool
    client_msg_id: str | None
    files: tuple[Json, ...]


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """What of a workspace outlives its process."""

    team: Team
    users: tuple[User, ...]
    channels: tuple[Channel, ...]
    messages: tuple[Message, ...]
    homes: tuple[View, ...]
    installed: bool


class Workspace:
    """A team with its people and conversations. Every change counts up `version` and tells the listeners."""

    def __init__(self, config: WorkspaceConfig, clock: Callable[[], float]) -> None:
        self.team = config.team
        self.clock = clock
        self.users: dict[str, User] = {user.id: user for user in (*config.users, _bot(config))}
        self.channels: dict[str, Channel] = {channel.id: channel for channel in config.channels}
        self.messages: dict[str, dict[str, Message]] = {}
        self.homes: dict[str, View] = {}
        self.modals: dict[str, tuple[View, ...]] = {}
        self.filled: dict[str, dict[str, dict[str, object]]] = {}
        self.offered: dict[str, list[Json]] = {}
        self.files: dict[str, StoredFile] = {}
        self.wire: deque[WireEntry] = deque(maxlen=_WIRE_LENGTH)
        self.installed = True
        self.version = 0
        self.listeners: list[Callable[[], None]] = []
        self._last_ts = 0
        self._wire_numbers = count(1)

    def changed(self) -> None:
        """Count a change and tell who listens."""
        self.version += 1
        for listener in self.listeners:
            listener()

    def next_ts(self) -> str:
        """A message's id: the time in seconds with six decimals, and never the same twice."""
        self._last_ts = max(int(self.clock() * 1_000_000), self._last_ts + 1)
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def new_id(self, prefix: str) -> str:
        """A fresh id in Slack's form, such as `U07KQ2M4XZ1`; random, so that a restart never gives one twice."""
        return prefix + "0" + "".join(choice(_BASE32) for _ in range(9))

    def person(self, user_id: str) -> User | None:
        """The user with this id."""
        return self.users.get(user_id)

    def put_user(self, user: User) -> User:
        """Add a user, or put it in the place of the one with its id; returns it with the time of this change."""
        user = replace(user, updated=int(self.clock()))
        self.users[user.id] = user
        self.changed()
        return user

    def find_channel(self, ref: str) -> Channel | None:
        """The conversation with this id, or the channel with this name (with or without `#`)."""
        name = ref.removeprefix("#")
        return self.channels.get(ref) or next((c for c in self.channels.values() if name and c.name == name), None)

    def put_channel(self, channel: Channel) -> Channel:
        """Add a conversation, or put it in the place of the one with its id."""
        self.channels[channel.id] = channel
        self.changed()
        return channel

    def direct(self, one: str, other: str) -> Channel:
        """The direct conversation of two users, opened when there is none."""
        members = frozenset({one, other})
        for channel in self.channels.values():
            if channel.kind is ChannelKind.DIRECT and channel.members == members:
                return channel
        return self.put_channel(
            Channel(id=self.new_id("D"), kind=ChannelKind.DIRECT, members=members, created=int(self.clock()))
        )

    def post(self, channel: str, user: str, text: str, **draft: Unpack[Draft]) -> Message:
        """Add a message to a conversation and return it."""
        message = Message(ts=self.next_ts(), channel=channel, user=user, text=text, **draft)
        self.messages.setdefault(channel, {})[message.ts] = message
        self.changed()
        return message

    def find_message(self, ts: str, channel: str | None = None) -> Message | None:
        """The message with this id, in one conversation or in all."""
        if channel is not None:
            return self.messages.get(channel, {}).get(ts)
        return next((found[ts] for found in self.messages.values() if ts in found), None)

    def put_message(self, message: Message) -> Message:
        """Put an edited message in the place of the one with its id."""
        self.messages[message.channel][message.ts] = message
        self.changed()
        return message

    def remove(self, message: Message) -> None:
        """Take a message away."""
        del self.messages[message.channel][message.ts]
        self.changed()

    def timeline(self, channel: str) -> list[Message]:
        """All messages of a conversation that are not ephemeral, oldest first."""
        return [message for message in self.messages.get(channel, {}).values() if not message.ephemeral]

    def replies(self, message: Message) -> list[Message]:
        """The replies in the thread that this message began, oldest first."""
        return [m for m in self.timeline(message.channel) if m.is_reply and m.thread_ts == message.ts]

    def seen_by(self, user: str, channel: str) -> list[Message]:
        """What one user sees in a conversation, ephemeral messages included, oldest first."""
        return [m for m in self.messages.get(channel, {}).values() if m.visible_to in {None, user}]

    def put_modals(self, user: str, views: tuple[View, ...]) -> None:
        """Let a person have these modals open, the last one on top; what was typed into the others is forgotten."""
        for view in self.modals.get(user, ()):
            if view.id not in {kept.id for kept in views}:
                self.filled.pop(view.id, None)
        self.modals[user] = views
        self.changed()

    def fill(self, view: View, given: dict[str, dict[str, object]]) -> None:
        """Keep what a person typed into a view, by block and action."""
        kept = self.filled.setdefault(view.id, {})
        for block, actions in given.items():
            kept.setdefault(block, {}).update(actions)

    def values_of(self, view: View) -> Json:
        """What the inputs of a view show, as the app is told."""
        return values(view.body["blocks"], self.filled.get(view.id, {}), self.offered.get(view.user, []))

    def log(self, direction: str, name: str, outcome: str, **detail: object) -> None:
        """Write a line into the wire log."""
        entry = WireEntry(
            number=next(self._wire_numbers),
            at=self.clock(),
            direction=direction,
            name=name,
            outcome=outcome,
            detail=detail,
        )
        self.wire.append(entry)
        self.changed()

    def snapshot(self) -> Snapshot:
        """What is worth keeping of this workspace."""
        messages = tuple(message for found in self.messages.values() for message in found.values())
        return Snapshot(
            team=self.team,
            users=tuple(self.users.values()),
            channels=tuple(self.channels.values()),
            messages=messages,
            homes=tuple(self.homes.values()),
            installed=self.installed,
        )

    def restore(self, kept: Snapshot) -> None:
        """Put what was kept in the place of what is here."""
        self.team, self.installed = kept.team, kept.installed
        self.users = {user.id: user for user in kept.users}
        self.channels = {channel.id: channel for channel in kept.channels}
        self.homes = {view.user: view for view in kept.homes}
        self.messages = {}
        for message in kept.messages:
            self.messages.setdefault(message.channel, {})[message.ts] = message
        self.changed()


def _bot(config: WorkspaceConfig) -> User:
    return User(id=config.app.bot_user_id, name=config.app.handle, real_name=config.app.name, is_bot=True)
