"""What the page shows one person: their conversations, one of them in full, people, and the last lines of the wire."""

from dataclasses import asdict
from itertools import islice

from bot.demo.core import Slack
from bot.demo.model import Channel, ChannelKind, Json, Message, User

_WIRE_LINES = 40


def page_state(slack: Slack, user: str, channel: str) -> Json:
    """The page of one user who looks at one conversation."""
    state = slack.state
    place = state.channels.get(channel)
    seen = state.seen_by(user, channel) if place is not None and user in place.members else []
    home = state.homes.get(user)
    modals = state.modals.get(user, ())
    wire = reversed(list(islice(reversed(state.wire), _WIRE_LINES)))
    return {
        "version": state.version,
        "team": slack.config.team.name,
        "bot": {"id": slack.bot, "name": slack.config.app.name, "home_tab": slack.config.app.home_tab},
        "commands": [
            {"command": name, "hint": slack.config.app.usage_hints.get(name, "")}
            for name in sorted(slack.config.app.commands)
        ],
        "shortcuts": [{"callback_id": key, "name": name} for key, name in slack.config.app.shortcuts.items()],
        "users": [user_line(person) for person in state.users.values()],
        "channels": [_channel_line(slack, found, user) for found in state.channels.values() if user in found.members],
        "messages": [message_line(message) for message in seen],
        "home": home.body | {"hash": home.hash} if home else None,
        "modal": modals[-1].body | {"id": modals[-1].id, "hash": modals[-1].hash} if modals else None,
        "modals": len(modals),
        "alerts": _alerts(slack),
        "inbox": {person: _last(slack, person) for person in state.users if person != slack.bot},
        "wire": [
            {"number": e.number, "at": e.at, "way": e.direction, "name": e.name, "outcome": e.outcome} for e in wire
        ],
        "faults": [asdict(fault) | {"left": left} for fault, left in slack.faults.waiting()],
    }


def _alerts(slack: Slack) -> Json:
    """The newest direct message of the app to each person: its ts by user."""
    found: Json = {}
    for channel in slack.state.channels.values():
        if channel.kind is ChannelKind.DIRECT and slack.bot in channel.members:
            person = next(iter(channel.members - {slack.bot}), slack.bot)
            last = next((m.ts for m in reversed(slack.state.seen_by(person, channel.id)) if m.by_app), None)
            if last:
                found[person] = {"channel": channel.id, "ts": last}
    return found


def _last(slack: Slack, user: str) -> dict[str, str]:
    """The newest message of somebody else in each conversation of a user."""
    last: dict[str, str] = {}
    for channel in slack.state.channels.values():
        if user in channel.members:
            others = (m.ts for m in reversed(slack.state.seen_by(user, channel.id)) if m.user != user)
            last[channel.id] = next(others, "")
    return {channel: ts for channel, ts in last.items() if ts}


def user_line(user: User) -> Json:
    """A person as the page and its control show them."""
    return asdict(user)


def message_line(message: Message) -> Json:
    """A message as the page and its control show it, with the marks of who sees it."""
    return asdict(message) | {"ephemeral": message.ephemeral}


def channel_line(channel: Channel) -> Json:
    """A conversation as the control shows it."""
    return asdict(channel) | {"members": sorted(channel.members)}


def _channel_line(slack: Slack, channel: Channel, user: str) -> Json:
    seen = slack.state.seen_by(user, channel.id)
    return {
        "id": channel.id,
        "kind": channel.kind.value,
        "title": _title(slack, channel, user),
        "with": next(iter(channel.members - {user}), user) if channel.kind is ChannelKind.DIRECT else None,
        "is_archived": channel.is_archived,
        "is_ext_shared": channel.is_ext_shared,
        "last": seen[-1].ts if seen else "",
    }


def _title(slack: Slack, channel: Channel, user: str) -> str:
    if channel.kind is not ChannelKind.DIRECT:
        return channel.name
    other = next(iter(channel.members - {user}), user)
    found = slack.state.person(other)
    return found.real_name if found else other
