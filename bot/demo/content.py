"""What a message may say: text, blocks and metadata, checked as Slack checks them."""

import json
from dataclasses import dataclass

from bot.demo.args import Args
from bot.demo.blocks import LONGEST_BLOCKS, Surface, problems, total_length, with_ids
from bot.demo.elements import Check, Shape, anything, boolean, plain, string
from bot.demo.errors import ApiError, invalid_arguments
from bot.demo.model import Json

LONGEST_TEXT = 40_000  # characters
LONGEST_EDIT = 4_000  # characters that chat.update takes
_LONGEST_METADATA = 16_384  # characters as JSON


@dataclass(frozen=True, kw_only=True)
class Content:
    """The checked text and blocks; `blocks` is None when none were given."""

    text: str
    blocks: tuple[Json, ...] | None


def content(args: Args, longest: int = LONGEST_TEXT) -> Content:
    """The text and blocks of a call.

    Raises:
        ApiError: there is neither, or one of them breaks a limit.
    """
    text = args.text("text")
    blocks = _blocks(args)
    if not text.strip() and not blocks:
        raise ApiError("no_text")
    if len(text) > longest:
        raise ApiError("msg_too_long")
    return Content(text=text, blocks=blocks)


def _blocks(args: Args) -> tuple[Json, ...] | None:
    found = args.decoded("blocks", "invalid_blocks_format")
    if found is None:
        return None
    if not isinstance(found, list) or not all(isinstance(block, dict) for block in found):
        raise ApiError("invalid_blocks_format")
    wrong = problems(found)
    if wrong:
        messages = [f"[ERROR] {text}" for text in wrong]
        raise ApiError("invalid_blocks", errors=wrong, response_metadata={"messages": messages})
    if total_length(found) > LONGEST_BLOCKS:
        raise ApiError("msg_blocks_too_long")
    return with_ids(found)


def metadata(args: Args) -> Json | None:
    """The metadata of a call: an event type and a payload; None when there is none.

    Raises:
        ApiError: it has another form, or is too large.
    """
    found = args.decoded("metadata", "invalid_metadata_format")
    if found is None or found == {}:
        return None
    valid = isinstance(found, dict) and isinstance(found.get("event_type"), str)
    if not (valid and isinstance(found, dict) and isinstance(found.get("event_payload"), dict)):
        raise ApiError("invalid_metadata_format")
    if len(json.dumps(found)) > _LONGEST_METADATA:
        raise ApiError("metadata_too_large")
    return found


def view(args: Args, surface: Surface) -> Json:
    """The view of a call, fit for its surface.

    Raises:
        ApiError: it is missing, of another type, or breaks a limit.
    """
    found = args.decoded("view", "invalid_arguments")
    if not isinstance(found, dict):
        raise invalid_arguments("missing required field: view")
    if found.get("type") != surface.value:
        raise invalid_arguments("must be a valid view type [json-pointer:/view/type]")
    wrong = [*_frame(found, surface), *problems(found.get("blocks"), surface)]
    if wrong:
        raise invalid_arguments(*(text.replace("[json-pointer:/", "[json-pointer:/view/") for text in wrong))
    return found | {"blocks": list(with_ids(found["blocks"]))}


_FRAME: dict[str, Check] = {
    "title": plain(24),
    "submit": plain(24),
    "close": plain(24),
    "private_metadata": string(3000, 0),
    "callback_id": string(255, 0),
    "external_id": string(255, 0),
    "clear_on_close": boolean,
    "notify_on_close": boolean,
    "submit_disabled": boolean,
    "blocks": anything,
}


def _frame(found: Json, surface: Surface) -> list[str]:
    """What is wrong with a view beside its blocks."""
    modal = surface is Surface.MODAL
    needed = {"title": _FRAME["title"]} if modal else {}
    wrong = [f"{what} [json-pointer:{at}]" for what, at in Shape(needed, _FRAME).check(found, "/view")]
    blocks = found.get("blocks")
    asks = isinstance(blocks, list) and any(isinstance(b, dict) and b.get("type") == "input" for b in blocks)
    if modal and asks and "submit" not in found:
        wrong.append("missing required field: submit [json-pointer:/view]")
    return wrong
