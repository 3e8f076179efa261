"""The words of a command: what each names, and which of them cannot be read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from handlers.grammar.codes import Codes
from handlers.grammar.dates import DateReader
from handlers.grammar.names import Found, Names
from handlers.grammar.text import Token
from handlers.grammar.when import When

LONGEST_MISSPELT = 4
_SKIPPED = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "in",
        "on",
        "my",
        "please",
        "exam",
        "test",
        "as",
        "die",
        "der",
        "das",
        "den",
        "fur",
        "fuer",
        "im",
        "am",
        "bitte",
        "prufung",
        "meine",
        "earned",
        "passed",
        "evidence",
        "nachweis",
        "with",
        "mit",
        "url",
        "purchased",
        "gekauft",
        "competency",
        "kompetenz",
        "und",
        "and",
    ]
)
_EXPIRES = frozenset(
    ["expires", "expiring", "expiry", "until", "valid", "till", "ablauf", "lauft", "ab", "bis", "gultig", "gueltig"]
)


@dataclass
class CommandWords:
    """What the words of a command name."""

    credentials: list[str] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    dates: list[tuple[When, str, bool]] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)


class WordReader:
    """Reads the words of commands against one programme."""

    def __init__(self, names: Names, codes: Codes, dates: DateReader) -> None:
        self._names = names
        self._codes = codes
        self._dates = dates

    def read(self, words: Sequence[Token], today: date) -> CommandWords:
        """What the words name, in any order."""
        found = CommandWords()
        at = 0
        while at < len(words):
            at = self._read_one(words, at, today, found)
        return found

    def _read_one(self, words: Sequence[Token], at: int, today: date, found: CommandWords) -> int:
        token = words[at]
        if token.kind in {"person", "link"}:
            (found.people if token.kind == "person" else found.links).append(token.text)
            return at + 1
        credential = self._codes.at(words, at)
        if credential and credential.sure:
            found.credentials.append(credential.ids[0])
            return credential.end
        name = self._names.at(words, at) or self._misspelt(words, at)
        if name and name.slot not in found.places:
            found.places[name.slot] = name.ids[0]
            return name.end
        dated = self._dates.read(words, at, today)
        if dated:
            expires = dated[0].until or (at > 0 and words[at - 1].key in _EXPIRES)
            found.dates.append((dated[0], typed(words[at : dated[1]]), expires))
            return dated[1]
        if token.key not in _SKIPPED | _EXPIRES:
            found.unreadable.append(token.text)
        return at + 1

    def _misspelt(self, words: Sequence[Token], at: int) -> Found | None:
        ends = range(min(len(words), at + LONGEST_MISSPELT), at, -1)
        near = [self._names.near(words, at, end) for end in ends]
        best = min((found for found in near if found), key=lambda found: found[0], default=None)
        return best[1] if best and best[1].sure else None


def typed(words: Sequence[Token]) -> str:
    """Words as they were typed."""
    return " ".join(word.text for word in words)
