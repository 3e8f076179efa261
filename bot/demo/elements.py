"""What stands inside blocks: texts, buttons, menus and options, with Slack's limits on each."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Problems: TypeAlias = Iterator[tuple[str, str]]  # what is wrong, and the JSON pointer to the place
Check: TypeAlias = Callable[[object, str], Problems]


@dataclass(frozen=True)
class Shape:
    """What an object may hold: the fields it must have and those it can have, each with its check."""

    required: Mapping[str, Check]
    optional: Mapping[str, Check]

    def check(self, value: Mapping[str, object], at: str, known: frozenset[str] = frozenset({"type"})) -> Problems:
        """Every mistake in the fields of an object."""
        fields = {**self.required, **self.optional}
        for name in self.required:
            if name not in value:
                yield f"missing required field: {name}", at
        for name, item in value.items():
            if name in fields:
                yield from fields[name](item, f"{at}/{name}")
            elif name not in known:
                yield f"invalid additional property: {name}", at


def anything(value: object, at: str) -> Problems:  # noqa: ARG001 - one of many checks, all called alike
    """No limit that is checked here."""
    yield from ()


def string(longest: int, shortest: int = 1) -> Check:
    """A string of a length, in characters."""

    def check(value: object, at: str) -> Problems:
        if not isinstance(value, str):
            yield "must be a string", at
        elif len(value) > longest:
            yield f"must be less than {longest + 1} characters", at
        elif len(value) < shortest:
            yield f"must be more than {shortest - 1} characters", at

    return check


def boolean(value: object, at: str) -> Problems:
    """True or false."""
    if not isinstance(value, bool):
        yield "must be a boolean", at


def whole(least: int, most: int) -> Check:
    """A whole number between two bounds, both allowed."""

    def check(value: object, at: str) -> Problems:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            yield f"must be a number from {least} to {most}", at

    return check


def one_of(*allowed: str) -> Check:
    """One of a few words."""

    def check(value: object, at: str) -> Problems:
        if value not in allowed:
            yield "value is not one of the allowed values", at

    return check


def listed(item: Check, most: int, least: int = 1) -> Check:
    """A list of a length whose items all pass a check."""

    def check(value: object, at: str) -> Problems:
        if not isinstance(value, list):
            yield "must be an array", at
            return
        if len(value) > most:
            yield f"no more than {most} items allowed", at
        if len(value) < least:
            yield f"no less than {least} items allowed" if least > 1 else "must be non-empty", at
        for place, entry in enumerate(value):
            yield from item(entry, f"{at}/{place}")

    return check


def shaped(shape: Shape) -> Check:
    """An object of a shape."""

    def check(value: object, at: str) -> Problems:
        if isinstance(value, dict):
            yield from shape.check(value, at)
        else:
            yield "must be an object", at

    return check


def typed(shapes: Mapping[str, Shape]) -> Check:
    """An object whose `type` names one of several shapes."""

    def check(value: object, at: str) -> Problems:
        if not isinstance(value, dict):
            yield "must be an object", at
        elif not isinstance(value.get("type"), str):
            yield "missing required field: type", at
        elif value["type"] not in shapes:
            yield f"unsupported type: {value['type']}", f"{at}/type"
        else:
            yield from shapes[value["type"]].check(value, at)

    return check


def text(longest: int, *kinds: str) -> Check:
    """A text object of one of some kinds (by default both) that is not empty."""
    fields = {
        "plain_text": Shape({"text": string(longest)}, {"emoji": boolean}),
        "mrkdwn": Shape({"text": string(longest)}, {"verbatim": boolean}),
    }
    return typed({kind: fields[kind] for kind in kinds or tuple(fields)})


def plain(longest: int) -> Check:
    """A text object without formatting."""
    return text(longest, "plain_text")


_ID = string(255)
_URL = string(3000)
_CONFIRM = shaped(
    Shape(
        {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
        {"style": one_of("primary", "danger")},
    )
)
_OPTION = shaped(Shape({"text": text(75), "value": string(150)}, {"description": text(75), "url": _URL}))
_GROUP = shaped(Shape({"label": plain(75), "options": listed(_OPTION, 100)}, {}))
_COMMON: dict[str, Check] = {"action_id": _ID, "confirm": _CONFIRM, "focus_on_load": boolean}
_PLACEHOLDER: dict[str, Check] = {**_COMMON, "placeholder": plain(150)}
_CHOICE: dict[str, Check] = {"initial_option": anything}
_CHOICES: dict[str, Check] = {"initial_options": anything}
_OPTIONS: dict[str, Check] = {"options": listed(_OPTION, 100), "option_groups": listed(_GROUP, 100)}
_SEVERAL: dict[str, Check] = {"max_selected_items": whole(1, 100)}

BUTTON = Shape(
    {"text": plain(75)},
    {
        "action_id": _ID,
        "url": _URL,
        "value": string(2000),
        "style": one_of("primary", "danger"),
        "confirm": _CONFIRM,
        "accessibility_label": string(75),
    },
)
IMAGE = Shape({"alt_text": string(2000)}, {"image_url": _URL, "slack_file": anything})
INTERACTIVE: dict[str, Shape] = {
    "button": BUTTON,
    "overflow": Shape({"options": listed(_OPTION, 5)}, {"action_id": _ID, "confirm": _CONFIRM}),
    "static_select": Shape({}, _PLACEHOLDER | _OPTIONS | _CHOICE),
    "multi_static_select": Shape({}, _PLACEHOLDER | _OPTIONS | _CHOICES | _SEVERAL),
    "users_select": Shape({}, _PLACEHOLDER | {"initial_user": _ID}),
    "multi_users_select": Shape({}, _PLACEHOLDER | {"initial_users": anything} | _SEVERAL),
    "conversations_select": Shape(
        {},
        _PLACEHOLDER | dict.fromkeys(("initial_conversation", "default_to_current_conversation", "filter"), anything),
    ),
    "channels_select": Shape({}, _PLACEHOLDER | {"initial_channel": _ID}),
    "external_select": Shape({}, _PLACEHOLDER | _CHOICE | {"min_query_length": whole(0, 100)}),
    "datepicker": Shape({}, _PLACEHOLDER | {"initial_date": string(10, 10)}),
    "timepicker": Shape({}, _PLACEHOLDER | {"initial_time": string(5, 5), "timezone": string(60)}),
    "datetimepicker": Shape({}, _COMMON | {"initial_date_time": anything}),
    "checkboxes": Shape({"options": listed(_OPTION, 10)}, _COMMON | _CHOICES),
    "radio_buttons": Shape({"options": listed(_OPTION, 10)}, _COMMON | _CHOICE),
}
_INPUT = _PLACEHOLDER | {"initial_value": string(3000, 0), "dispatch_action_config": anything}
INPUTS: dict[str, Shape] = {
    **{name: shape for name, shape in INTERACTIVE.items() if name not in {"button", "overflow"}},
    "plain_text_input": Shape(
        {}, _INPUT | {"multiline": boolean, "min_length": whole(0, 3000), "max_length": whole(1, 3000)}
    ),
    "number_input": Shape({"is_decimal_allowed": boolean}, _INPUT | {"min_value": string(50), "max_value": string(50)}),
    "email_text_input": Shape({}, _INPUT),
    "url_text_input": Shape({}, _INPUT),
    "rich_text_input": Shape({}, _INPUT),
    "file_input": Shape({}, {"action_id": _ID, "filetypes": anything, "max_files": whole(1, 10)}),
}
