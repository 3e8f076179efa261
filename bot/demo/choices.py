"""What an element shows as chosen or typed, in the form in which payloads tell it."""

from collections.abc import Mapping, Sequence

from bot.demo.blocks import interactive
from bot.demo.model import Json

SILENT = frozenset({"button", "overflow"})  # they are pressed and keep nothing
_ONE_OPTION = frozenset({"overflow", "static_select", "external_select", "radio_buttons"})
_TYPED = frozenset({"plain_text_input", "email_text_input", "url_text_input", "number_input"})
_PICKED = {
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "users_select": "selected_user",
    "channels_select": "selected_channel",
    "conversations_select": "selected_conversation",
}
_INITIAL = {
    "datepicker": "initial_date",
    "timepicker": "initial_time",
    "datetimepicker": "initial_date_time",
    "users_select": "initial_user",
    "channels_select": "initial_channel",
    "conversations_select": "initial_conversation",
}


def choice(element: Json, value: object, offered: Sequence[Json] = ()) -> Json:
    """What a payload says of an element with this value; `offered` are the options that the app suggested."""
    kind = element["type"]
    if kind == "button":
        return {key: element[key] for key in ("text", "value", "style", "url") if key in element}
    if kind in _TYPED:
        return {"value": value or None}
    if kind in _PICKED:
        return {_PICKED[kind]: value or None}
    options = [*options_of(element), *offered]
    if kind in _ONE_OPTION:
        return {"selected_option": next((option for option in options if option["value"] == value), None)}
    chosen = _several(value)
    if kind == "multi_users_select":
        return {"selected_users": chosen}
    return {"selected_options": [option for option in options if option["value"] in chosen]}


def initial(element: Json) -> Json:
    """What a payload says of an element that nobody has touched."""
    kind = element["type"]
    if kind in _TYPED:
        return {"value": element.get("initial_value")}
    if kind in _PICKED:
        return {_PICKED[kind]: element.get(_INITIAL[kind])}
    if kind in _ONE_OPTION:
        return {"selected_option": element.get("initial_option")}
    if kind == "multi_users_select":
        return {"selected_users": element.get("initial_users", [])}
    return {"selected_options": element.get("initial_options", [])}


def values(blocks: Sequence[Json], filled: Mapping[str, Mapping[str, object]], offered: Sequence[Json] = ()) -> Json:
    """What every element shows, by block and action; `filled` are the values that were typed or chosen."""
    shown: Json = {}
    for block in blocks:
        for element in interactive(block):
            if element["type"] in SILENT:
                continue
            place = filled.get(block["block_id"], {})
            action = element["action_id"]
            said = choice(element, place[action], offered) if action in place else initial(element)
            shown.setdefault(block["block_id"], {})[action] = {"type": element["type"]} | said
    return shown


def options_of(element: Json) -> list[Json]:
    """The options of an element, those in groups included."""
    known = [*element.get("options", []), *(o for g in element.get("option_groups", []) for o in g["options"])]
    first = element.get("initial_option")
    return [*known, first] if first and first not in known else known


def _several(value: object) -> list[str]:
    if isinstance(value, list):
        return [str(item) for item in value]
    return [item for item in str(value or "").split(",") if item]
