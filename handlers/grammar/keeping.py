"""Commands about what is kept: a status, what was changed, what never was true."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from domain.programme import Programme
from handlers.grammar.dates import DateReader
from handlers.grammar.text import Token
from handlers.grammar.words import fold
from handlers.requests import FlagSet

_YES = frozenset(["yes", "granted", "true", "on", "ja", "erteilt", "verliehen", "wahr"])
_NO = frozenset(["no", "withheld", "false", "off", "nein", "entzogen", "falsch"])
_UNTIL = frozenset(["until", "till", "to", "bis", "zum"])


class KeepingParser:
    """Reads these commands against one programme."""

    def __init__(self, programme: Programme, dates: DateReader) -> None:
        self._flags = {_key([name]): name for name in programme.flags}
        self._dates = dates

    def flag(self, words: Sequence[Token], today: date) -> FlagSet:
        """A status, whether it is granted, and until when; the words before yes or no are its name."""
        at = next((at for at, word in enumerate(words) if word.key in _YES | _NO), None)
        named = words if at is None else words[:at]
        name = self._flags.get(_key(word.text for word in named))
        said = " ".join(word.text for word in named) or None
        if at is None:
            return FlagSet(name, said)
        rest = [word for word in words[at + 1 :] if word.key not in _UNTIL]
        day, unreadable = self._day(rest, today)
        return FlagSet(name, said, words[at].key in _YES, day, unreadable)

    def _day(self, words: Sequence[Token], today: date) -> tuple[date | None, str | None]:
        """The one day that words name; the words where they name none."""
        read = self._dates.read(words, 0, today) if words else None
        days = {*read[0].coming} if read and read[1] == len(words) else set()
        if words and len(days) != 1:
            return None, " ".join(word.text for word in words)
        return (days.pop() if days else None), None


def _key(texts: Iterable[str]) -> str:
    return re.sub(r"[\s_-]+", "", fold("".join(texts)))
