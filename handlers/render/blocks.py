"""Blocks within Slack's limits. What does not fit is cut, and the message says so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from handlers.replies import Audience, Block, Reply
from handlers.words import Words

MOST_BLOCKS = 50
MOST_IN_SECTION = 3000
MOST_IN_CONTEXT = 2000
MOST_ON_BUTTON = 75
MOST_IN_VALUE = 2000
MOST_BUTTONS = 25
MOST_IN_TEXT = 2000
# Slack refuses messages whose blocks hold more than about 13,200 characters, whatever each one holds.
MOST_IN_MESSAGE = 12_000


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what stands on it, and the action id and value that it comes back with."""

    text: str
    action: str
    value: str
    style: str | None = None

    @property
    def fits(self) -> bool:
        """Whether Slack takes its value."""
        return len(self.value) <= MOST_IN_VALUE


def section(text: str, words: Words) -> Block:
    """A paragraph."""
    return {"type": "section", "text": _mrkdwn(shortened(text, MOST_IN_SECTION, words))}


def sections(lines: Iterable[str], words: Words) -> list[Block]:
    """Lines in as few paragraphs as Slack's limit allows, broken between lines only."""
    return [section(text, words) for text in packed(lines)]


def context(lines: Iterable[str], words: Words) -> Block:
    """Small print, as one element."""
    text = shortened("\n".join(line for line in lines if line), MOST_IN_CONTEXT, words)
    return {"type": "context", "elements": [_mrkdwn(text)]}


def divider() -> Block:
    """A line."""
    return {"type": "divider"}


def actions(buttons: Iterable[Button]) -> list[Block]:
    """Buttons in one row, without those whose value Slack would refuse; nothing where none is left."""
    taken = [button for button in buttons if button.fits][:MOST_BUTTONS]
    return [{"type": "actions", "elements": [_button(button) for button in taken]}] if taken else []


def page(text: Iterable[str], blocks: Sequence[Block], words: Words, audience: Audience = "person") -> Reply:
    """A message of these blocks, with a text that says the same in short. Buttons at the end are never cut."""
    tail = [block for block in blocks[-2:] if block["type"] in {"context", "actions"}]
    body = list(blocks[: len(blocks) - len(tail)])
    kept = fitting(body, MOST_BLOCKS - len(tail), MOST_IN_MESSAGE - sum(map(size, tail)), words)
    plain = shortened("\n".join(line for line in text if line), MOST_IN_TEXT, words)
    return Reply(plain.replace("*", ""), (*kept, *tail), audience)


def fitting(blocks: Sequence[Block], most_blocks: int, most_characters: int, words: Words) -> list[Block]:
    """The blocks, so many and of so many characters; where some are cut, the last one says how many."""
    kept = list(_within(blocks, most_blocks - 1, most_characters))
    cut = len(blocks) - len(kept)
    return [*kept, context([words.say("cut.blocks", n=cut)], words)] if cut else kept


def shortened(text: str, most: int, words: Words) -> str:
    """The text, cut at a line or word where it is too long, with a word that says so."""
    if len(text) <= most:
        return text
    said = words.say("cut.text")
    kept = text[: most - len(said) - 1]
    broken = max(kept.rfind("\n"), kept.rfind(" "))
    whole = kept[:broken] if broken > most // 2 else kept
    return f"{re.sub(r'&[a-z]{0,3}$', '', whole)} {said}"


def size(block: Block) -> int:
    """How many characters of text a block holds."""
    cells = [cell for row in block.get("rows", ()) for cell in row]
    texts = [block.get("text", {}), *block.get("elements", ()), *cells]
    return sum(len(text["text"]) if isinstance(text.get("text"), str) else len(str(text)) for text in texts if text)


def line_count(blocks: Iterable[Block]) -> int:
    """How many lines of text blocks hold, before any of them is broken."""
    return sum(text["text"].count("\n") + 1 for block in blocks for text in _texts(block) if "text" in text)


def _texts(block: Block) -> Iterator[Block]:
    yield block.get("text", {})
    if block["type"] == "context":
        yield from block["elements"]


def _mrkdwn(text: str) -> Block:
    return {"type": "mrkdwn", "text": text}


def _button(button: Button) -> Block:
    label = button.text if len(button.text) <= MOST_ON_BUTTON else button.text[: MOST_ON_BUTTON - 1] + "…"
    made: Block = {
        "type": "button",
        "text": {"type": "plain_text", "text": label, "emoji": True},
        "action_id": button.action,
        "value": button.value,
    }
    return made | ({"style": button.style} if button.style else {})


def packed(lines: Iterable[str], most: int = MOST_IN_SECTION) -> Iterator[str]:
    """Lines in as few texts of so many characters as it takes, broken between lines only."""
    held = ""
    for line in lines:
        if held and len(held) + 1 + len(line) > most:
            yield held
            held = line
        else:
            held = f"{held}\n{line}" if held else line
    if held:
        yield held


def _within(blocks: Iterable[Block], most_blocks: int, most_characters: int) -> Iterator[Block]:
    used = 0
    for number, block in enumerate(blocks, 1):
        used += size(block)
        if number > most_blocks or used > most_characters:
            return
        yield block
