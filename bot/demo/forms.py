"""What a person is told of a modal's inputs before the app hears of them."""

import re
from collections.abc import Iterator, Sequence

from bot.demo.model import Json

_REQUIRED = "Please complete this required field."
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_ADDRESS = re.compile(r"https?://[^\s/]+\.?\S*", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


def mistakes(blocks: Sequence[Json], values: Json) -> dict[str, str]:
    """A sentence for each input block whose value Slack itself refuses, by block id."""
    return dict(_mistakes(blocks, values))


def _mistakes(blocks: Sequence[Json], values: Json) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if block["type"] != "input":
            continue
        element = block["element"]
        shown = values[block["block_id"]][element["action_id"]]
        value = next((item for name, item in shown.items() if name != "type"), None)
        if not value and not block.get("optional"):
            yield block["block_id"], _REQUIRED
        elif value and isinstance(value, str):
            wrong = _wrong(element, value)
            if wrong:
                yield block["block_id"], wrong


def _wrong(element: Json, value: str) -> str:
    kind = element["type"]
    if kind == "number_input" and not _NUMBER.fullmatch(value):
        return "Please enter a number."
    if kind == "url_text_input" and not _ADDRESS.fullmatch(value):
        return "Please enter a valid URL."
    if kind == "email_text_input" and not _MAIL.fullmatch(value):
        return "Please enter a valid email address."
    if len(value) < element.get("min_length", 0):
        return f"Please enter at least {element['min_length']} characters."
    if len(value) > element.get("max_length", 3000):
        return f"Please enter at most {element.get('max_length', 3000)} characters."
    return ""
