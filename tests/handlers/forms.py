"""Filling in forms without Slack: the state that it would send, and whether it would take a view."""

from collections.abc import Mapping

from bot.demo.args import Args
from bot.demo.blocks import Surface
from bot.demo.content import view as checked_view
from bot.demo.errors import ApiError
from handlers.replies import Block
from handlers.replies import Surface as View
from tests.handlers.contoso import plain_blocks

TYPED = frozenset({"evidence", "ticket", "reason", "granted_by"})
PICKED = frozenset({"earned", "expires", "since", "until", "purchased"})


def filled(**values: str) -> Mapping[str, object]:
    """The state of a view in which these fields were filled in."""
    return {name: {name: _element(name, value)} for name, value in values.items()}


def _element(name: str, value: str) -> Mapping[str, object]:
    if name in TYPED:
        return {"type": "plain_text_input", "value": value}
    if name in PICKED:
        return {"type": "datepicker", "selected_date": value}
    return {"type": "external_select", "selected_option": {"text": {}, "value": value}}


def refused(view: View) -> str:
    """Why Slack would not take a view; empty when it would."""
    surface = Surface.HOME if view["type"] == "home" else Surface.MODAL
    try:
        checked_view(Args({"view": view}), surface)
    except ApiError as error:
        return f"{error.error} {error.more}"
    return ""


def shown(view: View | None) -> str:
    """What a view says, without its inputs and buttons."""
    assert view is not None
    assert refused(view) == ""
    return plain_blocks(view["blocks"])


def inputs(view: View | None) -> dict[str, Block]:
    """The inputs of a view, by the field."""
    assert view is not None
    assert refused(view) == ""
    return {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}
