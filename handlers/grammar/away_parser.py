"""`/assay away`: until when somebody is away and who stands in, that they are back, or who is away."""

from collections.abc import Sequence
from datetime import date

from handlers.grammar.command_words import typed
from handlers.grammar.dates import DateReader
from handlers.grammar.text import Token
from handlers.requests import AwayAsked

_BACK = frozenset({"off", "back", "aus", "zuruck", "zurueck", "da"})
_LIST = frozenset({"list", "liste", "who", "wer"})
_BETWEEN = frozenset({"until", "till", "bis", "zum", "by", "deputy", "durch", "vertretung", "vertreten", "von", "an"})


def read_away(dates: DateReader, words: Sequence[Token], today: date) -> AwayAsked:
    """The day is the first date in the words; what else is said names who stands in."""
    keys = {word.key for word in words}
    if not words or keys <= _LIST:
        return AwayAsked("list")
    if keys <= _BACK:
        return AwayAsked("off")
    found = next(((at, read) for at in range(len(words)) if (read := dates.read(words, at, today))), None)
    at, (when, end) = found if found is not None else (len(words), (None, len(words)))
    days = [] if when is None else [*when.coming, *when.past]
    rest = [word for word in (*words[:at], *words[end:]) if word.key not in _BETWEEN]
    return AwayAsked("until", days[0] if days else None, typed(rest) or None)
