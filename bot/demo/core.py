"""What the parts of the workspace share: configuration, state, faults, triggers, response URLs, and the way out."""

import asyncio
from collections.abc import Callable
from secrets import token_hex

from bot.demo.config import WorkspaceConfig
from bot.demo.delivery import Courier, Outcome, Transport
from bot.demo.errors import ApiError
from bot.demo.faults import Faults
from bot.demo.model import Channel, ChannelKind, Json, Message
from bot.demo.shapes import message_json
from bot.demo.workspace import Workspace

_TRIGGER_LIFE = 3.0  # seconds
_EVENT_SCOPES = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "user_change": "users:read",
    "team_join": "users:read",
}
_MESSAGE_EVENTS = {
    ChannelKind.DIRECT: "message.im",
    ChannelKind.PUBLIC: "message.channels",
    ChannelKind.PRIVATE: "message.groups",
}
_CHANNEL_TYPES = {ChannelKind.DIRECT: "im", ChannelKind.PUBLIC: "channel", ChannelKind.PRIVATE: "group"}


class Triggers:
    """Trigger ids: each opens one view, within three seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._issued: dict[str, tuple[str, float]] = {}
        self._used: set[str] = set()

    def issue(self, user: str) -> str:
        """A fresh trigger id of what a person has just done."""
        trigger = f"{int(self._clock() * 1000)}.{token_hex(6)}.{token_hex(16)}"
        self._issued[trigger] = (user, self._clock())
        return trigger

    def redeem(self, trigger: str) -> str:
        """Use a trigger id up; returns whose it is.

        Raises:
            ApiError: it was never issued, is used or is too old.
        """
        if trigger not in self._issued:
            raise ApiError("invalid_trigger_id")
        if trigger in self._used:
            raise ApiError("exchanged_trigger_id")
        user, issued = self._issued[trigger]
        if self._clock() - issued > _TRIGGER_LIFE:
            raise ApiError("expired_trigger_id")
        self._used.add(trigger)
        return user


class Slack:
    """The workspace's shared parts; each module of it works on one of these."""

    def __init__(self, config: WorkspaceConfig, clock: Callable[[], float], transport: Callable[[], Transport]) -> None:
        self.config = config
        self.clock = clock
        self.state = Workspace(config, clock)
        self.faults = Faults()
        self.triggers = Triggers(clock)
        self.closing = asyncio.Event()
        self.base_url = ""
        self.neighbours: list[Slack] = []
        self.grants: dict[str, str] = {}
        self.courier = Courier(transport, lambda: self.config.event_retry_delays, self.faults, self.state.log)

    @property
    def bot(self) -> str:
        """The bot's user id."""
        return self.config.app.bot_user_id

    def of_token(self, token: str) -> "Slack":
        """The workspace that a bot's token belongs to; this one, if it is none of its neighbours'."""
        return next((each for each in self.neighbours if each.config.app.bot_token == token), self)

    def emit(self, name: str, event: Json, channel: Channel | None = None) -> asyncio.Task[Outcome] | None:
        """Send an event to the app, if it is installed, subscribed to it, and has its scope."""
        scope = _EVENT_SCOPES.get(name)
        wanted = name in self.config.app.subscriptions and (scope is None or scope in self.config.app.scopes)
        if not (wanted and self.state.installed):
            return None
        return self.courier.post_event(self._callback(event, channel))

    def emit_message(self, message: Message) -> asyncio.Task[Outcome] | None:
        """Send the app the event of a message in a conversation that it is in."""
        channel = self.state.channels[message.channel]
        if self.bot not in channel.members:
            return None
        event = message_json(message, self.config, self.state) | {
            "channel": channel.id,
            "channel_type": _CHANNEL_TYPES[channel.kind],
            "event_ts": message.ts,
        }
        return self.emit(_MESSAGE_EVENTS[channel.kind], event, channel)

    def emit_change(self, message: Message, subtype: str, more: Json) -> None:
        """Send the app the event of a message that was edited or deleted."""
        channel = self.state.channels[message.channel]
        event: Json = {
            "type": "message",
            "subtype": subtype,
            "hidden": True,
            "channel": channel.id,
            "channel_type": _CHANNEL_TYPES[channel.kind],
            "previous_message": message_json(message, self.config),
            "ts": self.state.next_ts(),
        }
        if self.bot in channel.members:
            self.emit(_MESSAGE_EVENTS[channel.kind], event | {"event_ts": event["ts"]} | more, channel)

    def _callback(self, event: Json, channel: Channel | None) -> Json:
        team = self.config.team.id
        return {
            "token": self.config.app.verification_token,
            "team_id": team,
            "context_team_id": team,
            "context_enterprise_id": None,
            "api_app_id": self.config.app.id,
            "event": event,
            "type": "event_callback",
            "event_id": self.state.new_id("Ev"),
            "event_time": int(self.clock()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": team,
                    "user_id": self.bot,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": channel is not None and channel.is_ext_shared,
            "event_context": f"4-{token_hex(8)}",
        }
