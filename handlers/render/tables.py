"""Lists as Slack's own tables, within its limits; and the same rows as lines, for a Slack that takes no table."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

from handlers.render.blocks import packed
from handlers.replies import Block
from handlers.sheets import Cell
from handlers.words import Words, escape

MOST_ROWS = 50
MOST_COLUMNS = 20
MOST_IN_CELL = 200
MOST_IN_TABLE = 8000
"""So many characters: of all cells together Slack takes 10,000."""
SHOWN_AT_ONCE = 8
EMPTY = "–"


def table(caption: str, head: Sequence[str], rows: Sequence[Sequence[Cell]], words: Words) -> Block:
    """Rows under their heads, in pages of as many as a phone shows; as many of the first ones as fit."""
    shown = [[_cell(cell, words) for cell in row[:MOST_COLUMNS]] for row in rows[: fitting_rows(head, rows, words)]]
    return {
        "type": "data_table",
        "caption": caption,
        "rows": [[_text(name) for name in head[:MOST_COLUMNS]], *shown],
        "page_size": SHOWN_AT_ONCE,
    }


def fitting_rows(head: Sequence[str], rows: Sequence[Sequence[Cell]], words: Words) -> int:
    """How many of the first rows one table takes; at least one."""
    room = MOST_IN_TABLE - sum(map(len, head))
    for count, row in enumerate(rows[:MOST_ROWS]):
        room -= sum(len(_said(cell, words)) for cell in row)
        if room < 0:
            return max(count, 1)
    return min(len(rows), MOST_ROWS)


def older(block: Block) -> list[Block]:
    """A data table as the table that Slack had before, which has no caption, under the same title."""
    rows = [[_text(_of(cell)) for cell in row] for row in block["rows"]]
    return [_paragraph(_title(block)), {"type": "table", "rows": rows}]


def as_sections(block: Block) -> list[Block]:
    """The title and the rows of a table as paragraphs, as many as there is room for."""
    return [_paragraph(text) for text in packed([_title(block), *lines(block)])]


def lines(block: Block) -> Iterator[str]:
    """The rows of a table as lines, each cell behind the next."""
    for row in block["rows"][1:]:
        said = [_of(cell) for cell in row]
        yield "• " + " · ".join(escape(text) for text in said if text != EMPTY)


def _cell(cell: Cell, words: Words) -> Block:
    if isinstance(cell, int):
        return {"type": "raw_number", "value": cell, "text": str(cell)}
    return _text(_said(cell, words))


def _said(cell: Cell, words: Words) -> str:
    match cell:
        case None | "":
            return EMPTY
        case datetime():
            return f"{words.day(cell)} {cell:%H:%M}"
        case date():
            return words.day(cell)
        case Decimal():
            return words.number(cell)
        case _:
            text = " ".join(str(cell).split()) or EMPTY
            return text if len(text) <= MOST_IN_CELL else text[: MOST_IN_CELL - 1] + "…"


def _title(block: Block) -> str:
    return f"*{escape(block['caption'])}*"


def _paragraph(text: str) -> Block:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _of(cell: Block) -> str:
    return str(cell["text"])


def _text(text: str) -> Block:
    return {"type": "raw_text", "text": text or EMPTY}
