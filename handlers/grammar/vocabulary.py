"""The words of all languages as tables: phrases, single words, and what a mistyped word may have been."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import TypeAlias

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from handlers.grammar.text import Token
from handlers.grammar.words import Cue, Words, fold, spellings

LONGEST_PHRASE = 6
FARTHEST_PHRASE = 8
"""A phrase with the commas inside it."""
SHORTEST_CORRECTED = 4
SHORTEST_WITH_TWO_ERRORS = 8
SHORTEST_STEM = 5
SHORTEST_PART = 4
SHORTEST_HEAD = 5
JOINTS = ("es", "en", "s", "n")
HEADS = frozenset(
    {Cue.NEED, Cue.EXAM, Cue.BENEFIT, Cue.EXPIRE, Cue.RISK, Cue.RENEW, Cue.OVERRIDE, Cue.MEMBER, Cue.STATUS}
)
"""What a word made of two may be about."""
Phrase: TypeAlias = tuple[str, ...]


def _phrases(words: Words) -> dict[Phrase, Cue]:
    found: dict[Phrase, Cue] = {}
    for cue, text in words.cues.items():
        for phrase in text.split("|"):
            spelled = [sorted(spellings(word)) for word in phrase.split()]
            for variant in range(max(map(len, spelled), default=0)):
                key = tuple(options[min(variant, len(options) - 1)] for options in spelled)
                if found.get(key, Cue.FILL) == Cue.FILL:
                    found[key] = cue
    return found


def _date_words(words: Words) -> set[str]:
    dates = words.dates
    rows = (dates.months, dates.weekdays, dates.numbers, *dates.units.values())
    known = [*dates.days, *dates.ends, *(word for row in rows for word in row.replace("|", " ").split())]
    for text in (
        dates.until,
        dates.before,
        dates.on,
        dates.within,
        dates.since,
        dates.ago,
        dates.next,
        dates.last,
        dates.this,
    ):
        known += text.split()
    return {spelling for word in [*known, dates.end, dates.start] for spelling in spellings(word)}


class Vocabulary:
    """One language first, the others behind it: people mix them."""

    def __init__(self, first: Words, others: Sequence[Words]) -> None:
        self.words = first
        self.cues: dict[Phrase, Cue] = {}
        for language in (*others, first):
            self.cues.update(_phrases(language))
        self.pairs = {
            (fold(start), fold(end)): cue for pair, cue in first.pairs.items() for start, end in [pair.split()]
        }
        self.pairs |= {
            (min(spellings(start)), end): cue for pair, cue in first.pairs.items() for start, end in [pair.split()]
        }
        self._dates = frozenset(word for language in (first, *others) for word in _date_words(language))
        own = {word for phrase in _phrases(first) for word in phrase} | _date_words(first)
        self.own = frozenset(own)
        self._never = frozenset(
            fold(word) for language in (first, *others) for word in language.never_corrected.split()
        )
        self._endings = tuple(first.endings.split())
        self._stems: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(own):
            for stem in self._stems_of(word) if (word,) in self.cues else ():
                self._stems[stem].append(word)
        self._heads = frozenset(word for word in own if len(word) >= SHORTEST_HEAD and self.cues.get((word,)) in HEADS)
        self._corrections = sorted(word for word in own if len(word) >= SHORTEST_CORRECTED)

    def mark(self, tokens: Sequence[Token], start: int, limit: int | None = None) -> tuple[Cue, int] | None:
        """The longest phrase that begins at a token and ends before the limit, and the token behind it."""
        last = min(len(tokens) if limit is None else limit, start + FARTHEST_PHRASE)
        words = [at for at in range(start, last) if tokens[at].text != ","][:LONGEST_PHRASE]
        keys = [tokens[at].key for at in words]
        for length in range(len(words), 0, -1):
            cue = self.cues.get(tuple(keys[:length]))
            if cue and words[0] == start:
                return cue, words[length - 1] + 1
        return None

    def means(self, word: str) -> bool:
        """Whether a word by itself means something to a question, or to a date."""
        return (word,) in self.cues or word in self._dates

    def _stems_of(self, word: str) -> Iterator[str]:
        yield word
        bare = (word[: -len(ending)] for ending in self._endings if word.endswith(ending))
        yield from (stem for stem in bare if len(stem) >= SHORTEST_STEM)

    def bent(self, word: str) -> str | None:
        """The word that another form of is known, if all that are have one meaning: verlängerst, verlängern."""
        known = [word for stem in self._stems_of(word) for word in self._stems.get(stem, ())]
        meanings = {self.cues[known_word,] for known_word in known}
        return known[0] if len(meanings) == 1 and word.isalpha() and word not in self._never else None

    def compound(self, word: str, names: Collection[str] = ()) -> tuple[str, str] | None:
        """The two words that a long one is made of, such as "Goldanforderungen"; levels' names count as words."""
        if word in self._never:
            return None
        for at in range(SHORTEST_PART, len(word) - SHORTEST_HEAD + 1):
            first, head = word[:at], word[at:]
            parts = (first, *(first.removesuffix(joint) for joint in JOINTS))
            part = next((part for part in parts if part in names or part in self._heads), None)
            if head in self._heads and part:
                return part, head
        return None

    def is_own(self, word: str) -> bool:
        """Whether a word is one of this language, or ends with one that is about something."""
        if word in self.own or len(word) < SHORTEST_PART + SHORTEST_HEAD:
            return word in self.own
        return any(word[at:] in self._heads for at in range(SHORTEST_PART, len(word) - SHORTEST_HEAD + 1))

    def corrected(self, word: str, names: Sequence[str]) -> str | None:
        """What a mistyped word was meant to be, if only one thing is near; levels' names count as words."""
        if len(word) < SHORTEST_CORRECTED or word in self._never or not word.isalpha():
            return None
        allowed = 2 if len(word) >= SHORTEST_WITH_TWO_ERRORS else 1
        close = extract(word, [*names, *self._corrections], scorer=OSA.distance, score_cutoff=allowed, limit=6)
        near = [(errors, known) for known, errors, _ in close if _same_start(word, known)]
        best = [known for errors, known in near if errors == min(near)[0]]
        best = [known for known in best if (known,) in self.cues] or best  # not a part of a phrase only
        swapped = [known for known in best if sorted(known) == sorted(word)]
        if not swapped and len(word) == SHORTEST_CORRECTED:
            return None
        best = swapped or best
        meanings = {self.cues.get((known,), known) for known in best}
        return best[0] if len(meanings) == 1 else None


def _same_start(word: str, known: str) -> bool:
    return word[0] == known[0] or word[:2] == known[1::-1]
