"""The payloads of clicks on buttons and menus."""

from collections.abc import Sequence
from typing import TypeAlias

from bot.demo.blocks import interactive
from bot.demo.choices import SILENT, choice, values
from bot.demo.core import Slack
from bot.demo.model import Channel, ChannelKind, Json, Message, View
from bot.demo.shapes import message_json, view_json

Found: TypeAlias = tuple[Json, Json]  # a block and the element in it


def find_element(blocks: Sequence[Json], action_id: str, block_id: str | None = None) -> Found | None:
    """The element with this action id, and the block that holds it."""
    for block in blocks:
        for element in interactive(block):
            if element.get("action_id") == action_id and block_id in {None, block.get("block_id")}:
                return block, element
    return None


def click(slack: Slack, user: str, message: Message, found: Found, value: object) -> Json:
    """The payload of a click on a message; an ephemeral message is not sent along, as on Slack."""
    channel = slack.state.channels[message.channel]
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": message.ephemeral,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    payload = _payload(slack, user, found, value) | {
        "container": container,
        "channel": _channel(channel),
        "state": {"values": _values(slack, user, message.blocks, found, value)},
    }
    if not message.ephemeral:
        payload["message"] = message_json(message, slack.config, slack.state)
    return payload


def use_of_shortcut(slack: Slack, user: str, message: Message, callback_id: str) -> Json:
    """The payload of a shortcut in a message's menu."""
    return caller(slack, user) | {
        "type": "message_action",
        "callback_id": callback_id,
        "trigger_id": slack.triggers.issue(user),
        "action_ts": slack.state.next_ts(),
        "message_ts": message.ts,
        "channel": _channel(slack.state.channels[message.channel]),
        "message": message_json(message, slack.config, slack.state),
    }


def _channel(channel: Channel) -> Json:
    return {"id": channel.id, "name": "directmessage" if channel.kind is ChannelKind.DIRECT else channel.name}


def view_click(slack: Slack, user: str, view: View, found: Found, value: object) -> Json:
    """The payload of a click on the Home tab or in a modal."""
    block, element = found
    if element["type"] not in SILENT:
        slack.state.fill(view, {block["block_id"]: {element["action_id"]: value}})
    shown = view_json(view, slack.config, slack.state.values_of(view))
    return _payload(slack, user, found, value) | {
        "container": {"type": "view", "view_id": view.id},
        "view": shown,
    }


def caller(slack: Slack, user: str) -> Json:
    """What every interactive payload says of who does it, and where."""
    person, team = slack.state.users[user], slack.config.team
    return {
        "user": {"id": user, "username": person.name, "name": person.name, "team_id": team.id},
        "api_app_id": slack.config.app.id,
        "token": slack.config.app.verification_token,
        "team": {"id": team.id, "domain": team.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _payload(slack: Slack, user: str, found: Found, value: object) -> Json:
    block, element = found
    action = {"type": element["type"], "action_id": element["action_id"], "block_id": block["block_id"]}
    said = choice(element, value, slack.state.offered.get(user, []))
    return caller(slack, user) | {
        "type": "block_actions",
        "trigger_id": slack.triggers.issue(user),
        "actions": [action | said | {"action_ts": slack.state.next_ts()}],
    }


def _values(slack: Slack, user: str, blocks: Sequence[Json], found: Found, value: object) -> Json:
    """What menus show at the moment of the click, by block and action."""
    block, element = found
    filled = {} if element["type"] in SILENT else {block["block_id"]: {element["action_id"]: value}}
    return values(blocks, filled, slack.state.offered.get(user, []))
