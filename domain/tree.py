"""A file's contents before anybody judges them: values, lists and mappings, each with its place in the file."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

Value: TypeAlias = str | bool | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file; line and column begin at 1. A line of 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value. `text` is how it was written: a date or the number 010 lose nothing by being read."""

    value: Value
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping, with its keys in the order of the file; a key that was written twice stands here twice."""

    entries: tuple[tuple["Node", "Node"], ...]
    place: Place


Node: TypeAlias = Leaf | Items | Entries
