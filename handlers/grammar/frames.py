"""What stands around a question: who else asks it, and sentences that tell something instead of asking it."""

from collections.abc import Iterable, Sequence

from handlers.grammar.found import Reading
from handlers.grammar.names import Names
from handlers.grammar.text import Token
from handlers.grammar.vocabulary import Vocabulary
from handlers.grammar.words import Cue, Words, spellings

MOST_BEFORE = 5
LONGEST_ASKING = 4
_ASKING = frozenset({Cue.WHO, Cue.WHAT, Cue.WHEN, Cue.HOW, Cue.WHY, Cue.IF})
_FINITE = frozenset({Cue.BE, Cue.HAVE, Cue.HOLD, Cue.MEET, Cue.REACH})
_FIRST = frozenset({Cue.HAVE, Cue.DO, Cue.CAN, Cue.WILL, Cue.SHOULD, Cue.MUST})


class Frames:
    """Finds "sales asks whether ..." and "mein Chef will wissen, ob ..." before a question."""

    def __init__(self, languages: Iterable[Words], names: Names, vocabulary: Vocabulary) -> None:
        words = tuple(languages)
        self._asks = {tuple(phrase.split()) for entry in words for phrase in _spelled(entry.asks.split("|"))}
        self._whether = {spelling for entry in words for spelling in _spelled(entry.whether.split())}
        self._clauses = {spelling for entry in words for spelling in _spelled(entry.clauses.split())}
        self._names = names
        self._vocabulary = vocabulary

    def without(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """The question alone; the tokens themselves where nobody else asks it."""
        for at in range(min(len(tokens), MOST_BEFORE)):
            end = self._behind_asking(tokens, at)
            if end:
                rest = self._behind_whether(tokens, end)
                return rest if any(token.kind != "stop" for token in rest) else tokens
            if not self._is_harmless(tokens, at):
                break
        return tokens

    def _behind_asking(self, tokens: Sequence[Token], at: int) -> int | None:
        for end in range(min(len(tokens), at + LONGEST_ASKING), at, -1):
            if tuple(token.key for token in tokens[at:end]) in self._asks:
                return end
        return at if tokens[at].key in self._whether and at else None

    def _behind_whether(self, tokens: tuple[Token, ...], at: int) -> tuple[Token, ...]:
        while at < len(tokens) and tokens[at].kind == "stop" and tokens[at].text in ",:":
            at += 1
        return tokens[at + (at < len(tokens) and tokens[at].key in self._whether) :]

    def _is_harmless(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word may be one of whoever asks: it neither asks nor denies, and names nothing of the programme."""
        token = tokens[at]
        if token.kind not in {"word", "person"} or self._names.at(tokens, at):
            return False
        return self._vocabulary.cues.get((token.key,)) not in {*_ASKING, Cue.NOT, Cue.EXAM, Cue.OVERRIDE}

    def depends(self, tokens: Sequence[Token]) -> bool:
        """Whether a part of a sentence hangs on what stands before it: "dass ...", "because ..."."""
        return next((token.key for token in tokens if token.kind != "stop"), "") in self._clauses

    def is_asked(self, tokens: Sequence[Token]) -> bool:
        """Whether the marks or the order of words say so: "did I pass ...", "habe ich ... bestanden"."""
        if any(token.text == "?" for token in tokens) and not self._is_request(tokens):
            return True
        first, second = ([self._vocabulary.cues.get((token.key,)) for token in tokens[:2]] + [None, None])[:2]
        return first in _FIRST and second is Cue.I

    def _is_request(self, tokens: Sequence[Token]) -> bool:
        marked = self._vocabulary.mark(tokens, 0) if tokens else None
        return bool(marked and marked[0] is Cue.POLITE)

    def is_told(self, reading: Reading) -> bool:
        """Whether the order of words tells something of us: "we are gold in devops", but not "do we have gold"."""
        cues = sorted((at, cue) for at, cue in reading.cues if cue is not Cue.FILL)
        if not cues or cues[0][1] is not Cue.WE or reading.ideas & _ASKING or not reading.ideas & _FINITE:
            return False
        return self._vocabulary.cues.get((reading.tokens[cues[0][0]].key,)) is Cue.WE


def _spelled(phrases: Iterable[str]) -> set[str]:
    return {" ".join(words) for phrase in phrases for words in _variants(phrase)}


def _variants(phrase: str) -> list[list[str]]:
    options = [sorted(spellings(word)) for word in phrase.split()]
    most = max(map(len, options), default=0)
    return [[words[min(number, len(words) - 1)] for words in options] for number in range(most)]
