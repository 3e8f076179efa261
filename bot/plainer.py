"""The same message in plainer blocks, for a Slack that does not take the newest kinds."""

from collections.abc import Callable, Iterator, Sequence

from handlers.render.tables import as_sections, older
from handlers.replies import Block

NEWEST = frozenset({"data_table", "data_visualization"})
"""Kinds of 2026, which some workspaces refuse; what a chart shows stands in other blocks of the message, too."""


def has_newest(blocks: Sequence[Block]) -> bool:
    """Whether Slack may refuse some of these blocks for their kind."""
    return any(block.get("type") in NEWEST for block in blocks)


def plainer(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks, then what to send where Slack refuses them: older ones, then lines, and at last the text alone.

    Without charts; a data table as the table that there was before, and then as lines.
    """
    yield tuple(blocks)
    if has_newest(blocks):
        kept = [block for block in blocks if block.get("type") != "data_visualization"]
        if any(block.get("type") == "data_table" for block in kept):
            yield tuple(block for each in kept for block in _each(each, older))
        yield tuple(block for each in kept for block in _each(each, as_sections))
    if blocks:
        yield ()


def _each(block: Block, plain: Callable[[Block], Sequence[Block]]) -> Sequence[Block]:
    return plain(block) if block.get("type") == "data_table" else [block]
