"""Whether Slack would take these blocks: its limits, its words for what is wrong, and the ids that it fills in."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from enum import StrEnum

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

from bot.demo.elements import (
    IMAGE,
    INPUTS,
    INTERACTIVE,
    Check,
    Problems,
    Shape,
    anything,
    boolean,
    listed,
    plain,
    string,
    text,
    typed,
    whole,
)
from bot.demo.model import Json

LONGEST_BLOCKS = 13_200  # characters of all texts in one message; measured on Slack, published nowhere
_TABLE_CHARACTERS = 10_000


class Surface(StrEnum):
    """Where blocks are shown."""

    MESSAGE = "message"
    HOME = "home"
    MODAL = "modal"


_ID: dict[str, Check] = {"block_id": string(255)}
_CELL = typed(
    {
        "raw_text": Shape({"text": string(10_000, 0)}, {}),
        "raw_number": Shape({"value": anything}, {"text": string(10_000, 0)}),
        "rich_text": Shape({"elements": listed(anything, 10_000)}, _ID),
    }
)
_ACCESSORY = typed(INTERACTIVE | {"image": IMAGE})
_CONTEXT = typed(
    {
        "image": IMAGE,
        "mrkdwn": Shape({"text": string(3000)}, {"verbatim": boolean}),
        "plain_text": Shape({"text": string(3000)}, {"emoji": boolean}),
    }
)
BLOCKS: dict[str, Shape] = {
    "section": Shape(
        {}, _ID | {"text": text(3000), "fields": listed(text(2000), 10), "accessory": _ACCESSORY, "expand": boolean}
    ),
    "header": Shape({"text": plain(150)}, _ID),
    "divider": Shape({}, _ID),
    "context": Shape({"elements": listed(_CONTEXT, 10)}, _ID),
    "actions": Shape({"elements": listed(typed(INTERACTIVE), 25)}, _ID),
    "input": Shape(
        {"label": plain(2000), "element": typed(INPUTS)},
        _ID | {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
    ),
    "image": Shape(
        {"alt_text": string(2000)}, _ID | {"image_url": string(3000), "slack_file": anything, "title": plain(2000)}
    ),
    "markdown": Shape({"text": string(12_000)}, _ID),
    "rich_text": Shape({"elements": listed(anything, 10_000)}, _ID),
    "table": Shape({"rows": listed(listed(_CELL, 20), 100)}, _ID | {"column_settings": listed(anything, 20)}),
    "data_table": Shape(
        {"caption": string(3000), "rows": listed(listed(_CELL, 20), 101, 2)},
        _ID | {"page_size": whole(1, 100), "row_header_column_index": whole(0, 19)},
    ),
    "data_visualization": Shape({"title": string(50), "chart": anything}, _ID),
    "alert": Shape({"text": anything}, _ID | {"level": anything}),
    "file": Shape({"external_id": string(255), "source": string(20)}, _ID),
    "video": Shape(
        {"alt_text": string(2000), "title": plain(200), "thumbnail_url": string(3000), "video_url": string(3000)},
        _ID
        | dict.fromkeys(("author_name", "description", "provider_icon_url", "provider_name", "title_url"), anything),
    ),
}
_NOT_ON: dict[Surface, frozenset[str]] = {
    Surface.MESSAGE: frozenset({"alert"}),
    Surface.HOME: frozenset({"alert", "file", "markdown", "table", "data_table", "data_visualization"}),
    Surface.MODAL: frozenset({"file", "markdown", "table", "data_table", "data_visualization"}),
}
_MOST_OF: dict[str, int] = {"table": 1, "data_visualization": 2}


def problems(blocks: object, surface: Surface = Surface.MESSAGE) -> list[str]:
    """What Slack would find wrong with these blocks, in its words, each with a JSON pointer; empty when nothing is."""
    most = 50 if surface is Surface.MESSAGE else 100
    if not isinstance(blocks, list):
        return ["must be an array [json-pointer:/blocks]"]
    found = [*_count(blocks, most)]
    for place, block in enumerate(blocks):
        found += _block(block, f"/blocks/{place}", surface)
    found += [*_duplicates(blocks), *_together(blocks)]
    return [f"{what} [json-pointer:{at}]" for what, at in found]


def total_length(blocks: Sequence[Json]) -> int:
    """The number of characters in all texts of the blocks."""
    return sum(len(found) for found in _texts(list(blocks)))


def with_ids(blocks: Sequence[Json]) -> tuple[Json, ...]:
    """The blocks with the ids that Slack gives to blocks and elements that have none."""
    filled = deepcopy(list(blocks))
    for place, block in enumerate(filled):
        block.setdefault("block_id", f"b{place:04d}")
        for number, element in enumerate(interactive(block)):
            element.setdefault("action_id", f"a{place:03d}{number:02d}")
    return tuple(filled)


def interactive(block: Json) -> list[Json]:
    """The elements of a block that a person can use."""
    elements = [*block.get("elements", ()), block.get("accessory"), block.get("element")]
    return [e for e in elements if isinstance(e, dict) and e.get("type") in INTERACTIVE | INPUTS]


def _count(blocks: list[object], most: int) -> Problems:
    if len(blocks) > most:
        yield f"no more than {most} items allowed", "/blocks"


def _block(block: object, at: str, surface: Surface) -> Problems:
    found = list(typed(BLOCKS)(block, at))
    if isinstance(block, dict) and block.get("type") in BLOCKS:
        found += _beyond_fields(block, at, surface)
        found = found or list(_by_the_sdk(block, at))
    yield from found


def _beyond_fields(block: Json, at: str, surface: Surface) -> Problems:
    kind = block["type"]
    if kind in _NOT_ON[surface]:
        yield f"unsupported type: {kind}", f"{at}/type"
    if kind == "section" and "text" not in block and "fields" not in block:
        yield "missing required field: text", at
    if kind == "image" and "image_url" not in block and "slack_file" not in block:
        yield "missing required field: image_url", at
    if kind == "table" and total_length([block]) > _TABLE_CHARACTERS:
        yield f"must be less than {_TABLE_CHARACTERS + 1} characters", f"{at}/rows"
    if kind == "data_table" and len({len(row) for row in block.get("rows", ()) if isinstance(row, list)}) > 1:
        yield "all rows must have the same number of cells", f"{at}/rows"


def _by_the_sdk(block: Json, at: str) -> Problems:
    """What the SDK's own classes refuse and the shapes above let pass."""
    if block["type"] in {"data_table", "data_visualization", "rich_text", "table"}:
        return  # the SDK has no class for the first two, and checks nothing in the others
    try:
        parsed = Block.parse(deepcopy(block))
        if parsed is not None:
            parsed.to_dict()
    except SlackObjectFormationError as error:
        yield str(error), at


def _duplicates(blocks: list[object]) -> Problems:
    block_ids: set[str] = set()
    for place, block in enumerate(blocks):
        if not isinstance(block, dict):
            continue
        block_id = block.get("block_id")
        if isinstance(block_id, str) and block_id in block_ids:
            yield f"block_id already exists: {block_id}", f"/blocks/{place}/block_id"
        block_ids.add(str(block_id))
        yield from _duplicate_actions(block, place)


def _duplicate_actions(block: Json, place: int) -> Problems:
    seen: set[str] = set()
    if not isinstance(block.get("elements"), list):
        return
    for number, element in enumerate(block["elements"]):
        action_id = element.get("action_id") if isinstance(element, dict) else None
        if isinstance(action_id, str) and action_id in seen:
            yield f"action_id already exists: {action_id}", f"/blocks/{place}/elements/{number}/action_id"
        seen.add(str(action_id))


def _together(blocks: list[object]) -> Problems:
    kinds = [block.get("type") for block in blocks if isinstance(block, dict)]
    for kind, most in _MOST_OF.items():
        if kinds.count(kind) > most:
            yield f"no more than {most} {kind} blocks allowed", "/blocks"


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value["text"]
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
