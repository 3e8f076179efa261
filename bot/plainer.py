"""The same message in plainer blocks, for a Slack that does not take the newest kinds."""

from collections.abc import Iterator, Sequence

from handlers.replies import Block

NEWEST = frozenset({"data_table", "data_visualization"})
"""Kinds of 2026, which some workspaces refuse; whatever they show stands in other blocks of the message, too."""


def has_newest(blocks: Sequence[Block]) -> bool:
    """Whether Slack may refuse some of these blocks for their kind."""
    return any(block.get("type") in NEWEST for block in blocks)


def plainer(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks, then what to send where Slack refuses them: without the newest kinds, and at last the text alone."""
    yield tuple(blocks)
    if has_newest(blocks):
        yield tuple(block for block in blocks if block.get("type") not in NEWEST)
    if blocks:
        yield ()
