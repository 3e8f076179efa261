"""A list behind its answer: further rows, all of them as Slack's table, or as a file.

What comes next is found by the key of the last row that was shown, so that it is right whatever was changed since.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, get_args

from handlers.errors import RefusedError
from handlers.render.blocks import Button, actions, page, section, sections
from handlers.render.tables import fitting_rows, table
from handlers.replies import Reply
from handlers.room import Room
from handlers.sending import brought
from handlers.sheets import Cell, FileFormat, Sheet, document
from handlers.words import Words

Key: TypeAlias = tuple[str, ...]
Named: TypeAlias = Literal[
    "audit", "counting", "expiring", "forecast", "holders", "mine", "overrides", "people", "reconcile"
]
FURTHER, TABLE, FILE = "list_more", "list_table", "list_file"
PAGE = 10
FORMS: tuple[FileFormat, ...] = ("csv", "xlsx")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which list: its name, and what it is about; from behind which row on it goes on, the first one without a key.

    `whole`: all of it is wanted, whatever its length.
    """

    name: Named
    about: tuple[str, ...] = ()
    after: Key = ()
    whole: bool = False

    def value(self, words: Words, *more: str) -> str:
        """As a button carries it."""
        told = [words.language, self.name, list(self.about), list(self.after), *more]
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its place in the list, its cells, and the same as lines of an answer."""

    key: Key
    cells: Sequence[Cell]
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: what it is called, what its columns are called, and its rows in the order of their keys.

    `page` rows are shown at once as lines; `behind`: they begin behind the row that was shown last already.
    """

    title: str
    head: tuple[str, ...]
    rows: Sequence[Row]
    page: int = PAGE
    behind: bool = False


def list_buttons(room: Room, asked: Asked, *, more: bool = False, drawn: bool = True) -> Iterator[Button]:
    """The buttons under an answer that shows the first rows of a list: further ones, and all of them as a table."""
    value = room.carried(asked.value(room.words))
    if more:
        yield Button(room.words.say("list.further"), FURTHER, value)
    if drawn:
        yield Button(room.words.say("list.table"), TABLE, room.carried(replace(asked, after=()).value(room.words)))


def said_in(value: str) -> tuple[Words, Asked, tuple[str, ...]]:
    """What a button carried: the language of its message, the list, and what is said beside it. Raises RefusedError."""
    try:
        language, name, about, after, *more = json.loads(value)
        asked = Asked(name, tuple(map(str, about)), tuple(map(str, after)))
    except (ValueError, TypeError) as error:
        raise RefusedError("error.old_button") from error
    if language not in {"en", "de"} or name not in get_args(Named):
        raise RefusedError("error.old_button")
    return Words("de" if language == "de" else "en"), asked, tuple(map(str, more))


def further(room: Room, asked: Asked, found: Listing) -> Reply:
    """The next rows as lines."""
    rest = _rest(asked, found)
    shown, words = rest[: found.page], room.words
    if not shown:
        return _nothing(room, found)
    lines = [line for row in shown for line in row.lines]
    last = replace(asked, after=shown[-1].key)
    buttons = list_buttons(room, last, more=len(rest) > len(shown))
    title = f"*{found.title}*"
    return page([found.title, *lines], [*sections([title, *lines], words), *actions(buttons)], words)


def tabled(room: Room, asked: Asked, found: Listing) -> Reply:
    """The next rows as a table, with the buttons that bring what does not fit and the whole as a file."""
    rest, words = _rest(asked, found), room.words
    if not rest:
        return _nothing(room, found)
    cells = [row.cells for row in rest]
    count = fitting_rows(found.head, cells, words)
    shown = table(found.title, found.head, cells, words)
    last = replace(asked, after=rest[count - 1].key)
    more = [Button(words.say("list.further"), TABLE, room.carried(last.value(words)))] if len(rest) > count else []
    text = [found.title, *(line for row in rest[:count] for line in row.lines)]
    return page(text, [shown, *actions([*more, *file_buttons(room, asked)])], words)


def file_buttons(room: Room, asked: Asked) -> Iterable[Button]:
    """A button for each kind of file in which a list can be had."""
    whole = replace(asked, after=())
    for form in FORMS:
        value = room.carried(whole.value(room.words, form))
        yield Button(room.words.say(f"list.{form}"), f"{FILE}:{form}", value)


def sent(room: Room, asked: Asked, found: Listing, more: Sequence[str]) -> Reply:
    """All rows as a file. Raises RefusedError for a kind of file that there is none."""
    form = more[0] if more else ""
    if form not in FORMS:
        raise RefusedError("error.old_button")
    sheet = Sheet(found.title, found.head, [row.cells for row in found.rows])
    said = room.words.say("export.sent", n=len(sheet.rows), name=found.title)
    name = f"{asked.name}-{room.today.isoformat()}"
    return brought(room, [said], document(name, sheet, form, room.words.say("export.separator")))


def _rest(asked: Asked, found: Listing) -> Sequence[Row]:
    return [row for row in found.rows if found.behind or not asked.after or row.key > asked.after]


def _nothing(room: Room, found: Listing) -> Reply:
    said = room.words.say("list.nothing", name=found.title)
    return page([said], [section(said, room.words)], room.words)
