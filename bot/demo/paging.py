"""Pages of a list, with Slack's opaque cursors."""

import base64
import binascii
from collections.abc import Sequence
from typing import TypeVar

from bot.demo.args import Args
from bot.demo.errors import ApiError
from bot.demo.model import Json

Item = TypeVar("Item")


def cursor(mark: str) -> str:
    """A cursor for the item at which the next page begins."""
    return base64.b64encode(f"next:{mark}".encode()).decode()


def mark_of(args: Args) -> str | None:
    """The item that the call's cursor names; None on the first page.

    Raises:
        ApiError: the cursor is none of ours.
    """
    raw = args.text("cursor")
    if not raw:
        return None
    try:
        kind, _, mark = base64.b64decode(raw, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise ApiError("invalid_cursor") from None
    if kind != "next" or not mark:
        raise ApiError("invalid_cursor")
    return mark


def page(items: Sequence[Item], marks: Sequence[str], args: Args, limit: int) -> tuple[Sequence[Item], str]:
    """One page of a list whose items have marks, and the cursor of the next page (empty on the last).

    Raises:
        ApiError: the cursor names no item of the list.
    """
    mark = mark_of(args)
    if mark is not None and mark not in marks:
        raise ApiError("invalid_cursor")
    start = 0 if mark is None else marks.index(mark)
    after = start + limit
    return items[start:after], cursor(marks[after]) if after < len(items) else ""


def more(next_cursor: str) -> Json:
    """What an answer says about the page after it."""
    return {"response_metadata": {"next_cursor": next_cursor}}
