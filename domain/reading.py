"""Read a tree field by field, and collect every mistake with its place and its cure instead of stopping at the first.

A `Spot` is a node with its field's name. What cannot be read is logged and answered with a blank (an empty text,
`UNREAD`, zero), so that reading goes on; whoever asked for the whole raises `MistakesError` at the end.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import TypeVar

from domain.dates import Month
from domain.tree import Entries, Items, Leaf, Node, Place

T = TypeVar("T")

LANGUAGES = ("en", "de")
UNREAD = date.min  # stands for a day that could not be read, so that comparisons with it can be left out
LARGEST = 10**15
MOST_DECIMALS = 6
LONGEST_QUOTE = 60
MOST_SUGGESTED = 100
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = re.compile(r"\d{4}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in a file: where, in which field, what, and how to put it right."""

    place: Place
    field: str
    what: str
    cure: str

    def __str__(self) -> str:
        return ": ".join(part for part in (str(self.place), self.field, f"{self.what} {self.cure}") if part)


class MistakesError(ValueError):
    """A file cannot be used. `mistakes` holds everything that is wrong, in the order of the file."""

    def __init__(self, mistakes: Collection[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes, key=lambda m: (m.place.file, m.place.line, m.place.column)))
        super().__init__("\n".join(map(str, self.mistakes)))


def quote(text: str) -> str:
    """A piece of a file as it may be shown: short, and without control characters."""
    shown = "".join(c if c.isprintable() else "�" for c in text[: LONGEST_QUOTE + 1])
    return f"“{shown[: LONGEST_QUOTE - 1]}…”" if len(shown) > LONGEST_QUOTE else f"“{shown}”"


def listed(words: Collection[str]) -> str:
    """Words in a sentence: a, b or c."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


@dataclass(frozen=True, slots=True)
class Spot:
    """A node and the name of its field. Without a node it is blank: it reads as nothing and logs nothing."""

    node: Node | None
    field: str
    log: list[Mistake]
    key: Node | None = None

    def wrong(self, what: str, cure: str) -> None:
        """Log a mistake here."""
        if self.node is not None:
            self.log.append(Mistake(self.node.place, self.field, what, cure))

    def as_key(self) -> "Spot":
        """The spot of the key under which this stands."""
        return Spot(self.key, self.field, self.log)

    def keys(self) -> set[str]:
        """The keys of a mapping, without a word about mistakes."""
        return set(Spot(self.node, "", []).entries())

    @property
    def empty(self) -> bool:
        """Whether nothing is written here."""
        return self.node is None or (isinstance(self.node, Leaf) and self.node.value is None)

    def items(self) -> list["Spot"]:
        """The spots of a list, which may be empty."""
        if isinstance(self.node, Items):
            return [Spot(node, f"{self.field}[{n}]", self.log) for n, node in enumerate(self.node.items)]
        self.wrong(f"{self._kind()} stands where a list belongs.", "Write [a, b] or one “- …” a line.")
        return []

    def some_items(self) -> list["Spot"]:
        """The spots of a list that must not be empty."""
        spots = self.items()
        if not spots and isinstance(self.node, Items):
            self.wrong("The list is empty.", "Name at least one, or leave the whole entry out.")
        return spots

    def entries(self) -> dict[str, "Spot"]:
        """The spots of a mapping by their keys, whatever the keys are."""
        found: dict[str, Spot] = {}
        if not isinstance(self.node, Entries):
            self.wrong(f"{self._kind()} stands where “key: value” entries belong.", "Write one “key: value” a line.")
            return found
        for key, value in self.node.entries:
            name = key.text if isinstance(key, Leaf) else ""
            spot = Spot(value, f"{self.field}.{name}" if self.field else name, self.log, key)
            if name in found:
                Spot(key, spot.field, self.log).wrong(f"{quote(name)} is written twice.", "Keep one of the two.")
            elif isinstance(key, Leaf):
                found[name] = spot
            else:
                Spot(key, self.field, self.log).wrong("A list or mapping is used as a key.", "Use a plain word.")
        return found

    def fields(self, *, required: Collection[str] = (), optional: Collection[str] = ()) -> "Fields":
        """The entries of a mapping whose keys are fixed; unknown and missing ones are mistakes."""
        known = (*required, *optional)
        found = self.entries()
        for key in [key for key in found if key not in known]:
            found.pop(key).wrong(f"The key {quote(key)} is not known here.", self._suggest(key, known, "Known are"))
        for key in [key for key in required if isinstance(self.node, Entries) and (key not in found)]:
            self.wrong(f"The entry “{key}” is missing.", f"Add “{key}: …”.")
        return Fields(self, found)

    def only_entry(self, known: Collection[str], cure: str) -> "tuple[str, Spot] | None":
        """The one entry of a mapping that must have exactly one, with one of the known keys."""
        before = len(self.log)
        found = self.fields(optional=known).found
        if len(found) == 1 and len(self.log) == before:
            return next(iter(found.items()))
        if len(self.log) == before:
            self.wrong(f"{'Several' if found else 'None'} of {listed(known)} stand here.", cure)
        return None

    def text(self) -> str:
        """A text. A number is taken as it is written."""
        leaf = self.node
        if isinstance(leaf, Leaf) and leaf.value is not None and not isinstance(leaf.value, bool) and leaf.text.strip():
            return leaf.text.strip()
        self.wrong(f"{self._kind()} stands where a text belongs.", "Write a text, in quotes if need be.")
        return ""

    def day(self) -> date:
        """A date; `UNREAD` for anything else."""
        try:
            if isinstance(self.node, Leaf) and _DAY.fullmatch(self.node.text):
                return date.fromisoformat(self.node.text)
        except ValueError:
            pass  # written like a date, but not in the calendar
        self.wrong(f"{self._kind()} is not a date.", "Write a day of the calendar as YYYY-MM-DD, such as 2018-01-15.")
        return UNREAD

    def month(self) -> Month | None:
        """A calendar month."""
        try:
            if isinstance(self.node, Leaf) and _MONTH.fullmatch(self.node.text):
                return Month.parse(self.node.text)
        except ValueError:
            pass  # written like a month, but not in the calendar
        self.wrong(f"{self._kind()} is not a month.", "Write it as YYYY-MM, such as 2017-12.")
        return None

    def amount(self) -> Decimal:
        """An exact number."""
        value = self.node.value if isinstance(self.node, Leaf) else None
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.wrong(f"{self._kind()} is not a number.", "Write digits alone, such as 9000 or 1250.50.")
            return Decimal(0)
        exact = Decimal(value)
        if abs(exact) >= LARGEST or int(exact.as_tuple().exponent) < -MOST_DECIMALS:
            limits = f"Stay below {LARGEST:.0e} and within {MOST_DECIMALS} decimals."
            self.wrong(f"{quote(self.text())} is not an amount that can be added up.", limits)
            return Decimal(0)
        return exact

    def count(self, least: int = 1) -> int:
        """A whole number that is not below the least."""
        value = self.node.value if isinstance(self.node, Leaf) else None
        if isinstance(value, int) and not isinstance(value, bool) and least <= value < LARGEST:
            return value
        self.wrong(f"{self._kind()} is not a count.", f"Write a whole number of at least {least}.")
        return least

    def whole(self, least: int, most: int) -> int:
        """A whole number between two others, both included."""
        value = self.node.value if isinstance(self.node, Leaf) else None
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.wrong(f"{self._kind()} is not a whole number from {least} to {most}.", "Write digits alone.")
        return 0

    def yes_or_no(self) -> bool:
        """A truth value."""
        if isinstance(self.node, Leaf) and isinstance(self.node.value, bool):
            return self.node.value
        self.wrong(f"{self._kind()} is neither true nor false.", "Write true or false, or leave it out.")
        return False

    def choice(self, known: Collection[str] | None, noun: str) -> str:
        """One of the known texts; an empty text for any other. None: what is known could not be read either."""
        text = self.text()
        if text and known is not None and text not in known:
            self.wrong(f"{quote(text)} is no {noun}.", self._suggest(text, known, "Known are"))
            return ""
        return text

    def _suggest(self, text: str, known: Collection[str], otherwise: str) -> str:
        close: list[str] = []
        if len(text) <= LONGEST_QUOTE and len(self.log) < MOST_SUGGESTED:
            spelled = {word.casefold(): word for word in known}
            close = [spelled[word] for word in get_close_matches(text.casefold(), list(spelled))]
        if close:
            return f"Did you mean {listed(close)}?"
        few = len(known) <= LONGEST_QUOTE // 4
        return f"{otherwise} {listed(sorted(known))}." if known and few else "Take it from the programme's rules."

    def _kind(self) -> str:
        match self.node:
            case Items():
                return "A list"
            case Entries():
                return "A mapping"
            case Leaf(value=None):
                return "Nothing"
            case Leaf(text=text):
                return quote(text)
        return "Nothing"


@dataclass(frozen=True, slots=True)
class Fields:
    """The entries of a mapping with fixed keys. A key that is not there is a blank spot."""

    whole: Spot
    found: dict[str, Spot] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Spot:
        return self.found.get(key) or Spot(None, key, self.whole.log)

    def __contains__(self, key: str) -> bool:
        """Whether something is written under this key."""
        return key in self.found and not self.found[key].empty

    def maybe(self, key: str, read: Callable[[Spot], T]) -> T | None:
        """What is read from an entry, or None where it is left out."""
        return read(self[key]) if key in self else None

    def list(self, key: str) -> list[Spot]:
        """The spots of a list that may be left out."""
        return self[key].items() if key in self else []


def names(spot: Spot) -> Mapping[str, str]:
    """A name in every language."""
    fields = spot.fields(required=LANGUAGES)
    return {language: fields[language].text() for language in LANGUAGES}


def refuse_duplicates(spots: Iterable[tuple[Spot, str]], noun: str) -> None:
    """An id that comes a second time is a mistake."""
    seen: set[str] = set()
    for spot, name in spots:
        if name and name in seen:
            spot.wrong(f"The {noun} {quote(name)} is there already.", "Give each its own id, or merge the two.")
        seen.add(name)
