"""The payloads of clicks on buttons and menus."""

from collections.abc import Sequence
from typing import TypeAlias

from bot.demo.blocks import interactive
from bot.demo.core import Slack
from bot.demo.model import ChannelKind, Json, Message, View
from bot.demo.shapes import message_json, view_json

Found: TypeAlias = tuple[Json, Json]  # a block and the element in it

_ONE_OPTION = frozenset({"overflow", "static_select", "radio_buttons"})
_PICKED = {
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "users_select": "selected_user",
    "channels_select": "selected_channel",
    "conversations_select": "selected_conversation",
}


def find_element(blocks: Sequence[Json], action_id: str, block_id: str | None = None) -> Found | None:
    """The element with this action id, and the block that holds it."""
    for block in blocks:
        for element in interactive(block):
            if element.get("action_id") == action_id and block_id in {None, block.get("block_id")}:
                return block, element
    return None


def click(slack: Slack, user: str, message: Message, found: Found, value: str | None) -> Json:
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
    name = "directmessage" if channel.kind is ChannelKind.DIRECT else channel.name
    payload = _payload(slack, user, found, value) | {
        "container": container,
        "channel": {"id": channel.id, "name": name},
        "state": {"values": _values(message.blocks, found, value)},
    }
    if not message.ephemeral:
        payload["message"] = message_json(message, slack.config, slack.state)
    return payload


def home_click(slack: Slack, user: str, view: View, found: Found, value: str | None) -> Json:
    """The payload of a click on the Home tab."""
    return _payload(slack, user, found, value) | {
        "container": {"type": "view", "view_id": view.id},
        "view": view_json(view, slack.config) | {"state": {"values": _values(view.body["blocks"], found, value)}},
    }


def _payload(slack: Slack, user: str, found: Found, value: str | None) -> Json:
    block, element = found
    person = slack.state.users[user]
    team = slack.config.team
    action = {"type": element["type"], "action_id": element["action_id"], "block_id": block["block_id"]}
    return {
        "type": "block_actions",
        "user": {"id": user, "username": person.name, "name": person.name, "team_id": team.id},
        "api_app_id": slack.config.app.id,
        "token": slack.config.app.verification_token,
        "trigger_id": slack.triggers.issue(),
        "team": {"id": team.id, "domain": team.domain},
        "enterprise": None,
        "is_enterprise_install": False,
        "actions": [action | _choice(element, value) | {"action_ts": slack.state.next_ts()}],
    }


def _choice(element: Json, value: str | None) -> Json:
    kind = element["type"]
    if kind == "button":
        return {key: element[key] for key in ("text", "value", "style", "url") if key in element}
    if kind in _ONE_OPTION:
        return {"selected_option": next((o for o in _options(element) if o["value"] == value), None)}
    if kind in _PICKED:
        return {_PICKED[kind]: value}
    chosen = (value or "").split(",")
    return {"selected_options": [option for option in _options(element) if option["value"] in chosen]}


def _options(element: Json) -> list[Json]:
    return [*element.get("options", []), *(o for g in element.get("option_groups", []) for o in g["options"])]


def _values(blocks: Sequence[Json], found: Found, value: str | None) -> Json:
    """What menus show at the moment of the click, by block and action."""
    values: Json = {}
    for block in blocks:
        for element in interactive(block):
            if element["type"] in {"button", "overflow"}:
                continue
            used = element is found[1]
            shown = _choice(element, value) if used else _initial(element)
            values.setdefault(block["block_id"], {})[element["action_id"]] = {"type": element["type"]} | shown
    return values


def _initial(element: Json) -> Json:
    kept = {key: item for key, item in element.items() if key.startswith("initial_")}
    return {key.replace("initial", "selected"): item for key, item in kept.items()}
