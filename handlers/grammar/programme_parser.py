"""Commands about the programmes in which the organisation takes part."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from domain.requirements import Market
from handlers.grammar.text import Text, Token
from handlers.programme_requests import ProgrammeCommand, ProgrammeJoin, ProgrammeLeave, ProgrammesShow


def programme_readings(
    markets: Mapping[str, Market],
) -> Mapping[str, Callable[[Text, Sequence[Token], date], ProgrammeCommand]]:
    """How each of them is read; `markets` are the markets by the words for them."""

    def join(_text: Text, words: Sequence[Token], _today: date) -> ProgrammeJoin:
        named = next((markets[word.key] for word in words if word.key in markets), None)
        return ProgrammeJoin(" ".join(word.text for word in words if word.key not in markets), named)

    def leave(_text: Text, words: Sequence[Token], _today: date) -> ProgrammeLeave:
        return ProgrammeLeave(" ".join(word.text for word in words))

    return {"programme": lambda *_: ProgrammesShow(), "programme join": join, "programme leave": leave}
