"""What the catalogue's competencies, areas, levels and programmes may be called, found in tokens."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from domain.programme import Catalogue, Competency, Programme
from handlers.grammar.products import Products
from handlers.grammar.text import Token
from handlers.grammar.words import Words, fold, spellings

Slot: TypeAlias = Literal["competency", "area", "level", "programme"]
LONGEST_NAME = 6
SHORTEST_ACRONYM = 3
SHORTEST_PREFIX = 3
SHORTEST_ALONE = 5
_ERRORS = ((13, 3), (9, 2), (5, 1))


@dataclass(frozen=True, slots=True)
class Found:
    """Something the tokens name: one id, or several that the words do not decide between (none: nothing is near)."""

    slot: str
    ids: tuple[str, ...]
    start: int
    end: int
    sure: bool = True


def errors_allowed(length: int) -> int:
    """How many typing errors a name of so many letters may have."""
    return next((errors for letters, errors in _ERRORS if length >= letters), 0)


def name_words(name: str, joiners: frozenset[str]) -> list[str]:
    """The words of a name, folded, without brackets, hyphens and "and"."""
    letters = "".join(letter if letter.isalnum() or letter == "'" else " " for letter in name)
    return [word for word in letters.casefold().split() if fold(word) not in joiners]


class Names:
    """An index of one programme's names."""

    def __init__(self, programme: Programme, catalogue: Catalogue, languages: Sequence[Words]) -> None:
        self._joiners = frozenset(word for language in languages for word in language.joiners.split())
        self._generic = frozenset(fold(word) for language in languages for word in language.generic.split())
        self._longer = {short: long for language in languages for short, long in language.longer.items()}
        self._words: dict[str, tuple[tuple[str, ...], ...]] = {}
        self.exact: dict[str, tuple[Slot, str]] = {}
        self._add_programmes(catalogue)
        self._add_levels(programme, languages)
        self._add(("area", area.id, name) for area in programme.areas for name in (area.id, *area.name.values()))
        self.areas = {key: identifier for key, (slot, identifier) in self.exact.items() if slot == "area"}
        self._add(self._competency_names(programme.competencies.values()))
        self.parts = self._parts()
        self._products = Products(programme, self._joiners)
        self.of_language = {
            language.language: frozenset(fold(word) for word in self._words_in(programme, language.language))
            for language in languages
        }
        self._near = [key for key in self.exact if len(key) >= SHORTEST_ALONE]
        self._near += [key for key, ids in self.parts.items() if self._is_long(key)]

    def _is_long(self, key: str) -> bool:
        return len(key) > SHORTEST_ALONE + 2 and key not in self.exact and key not in self._generic

    def _add(self, names: Iterable[tuple[Slot, str, str]]) -> None:
        for slot, identifier, name in names:
            for key in self._keys(name):
                self.exact[key] = (slot, identifier)

    def _words_in(self, programme: Programme, language: str) -> Iterator[str]:
        named = [c.name for c in programme.competencies.values()] + [area.name for area in programme.areas]
        names = (name[language] for name in named if language in name)
        return (word for name in names for word in name_words(name, self._joiners))

    def _keys(self, name: str) -> set[str]:
        """A name as one word, without its "and" and with it: a mistyped "and" is one error, not a word too much."""
        words = (name_words(name, joiners) for joiners in (self._joiners, frozenset[str]()))
        return {key for found in words for key in spellings("".join(found))}

    def _add_programmes(self, catalogue: Catalogue) -> None:
        acronyms = Counter(word for programme in catalogue.values() for word in _acronyms_in(programme))
        for programme in catalogue.values():
            alone = (word for word in _acronyms_in(programme) if acronyms[word] == 1)
            self._add(("programme", programme.id, word) for word in alone)
            for name in (programme.id, *programme.name.values()):
                words = name_words(name, self._joiners)
                self._add([("programme", programme.id, name)])
                shorter = words[:-1]
                if len(shorter) > 1:
                    self._add([("programme", programme.id, " ".join(shorter))])
                if len(shorter) >= SHORTEST_ACRONYM:
                    self._add([("programme", programme.id, "".join(word[0] for word in shorter))])

    def _add_levels(self, programme: Programme, languages: Sequence[Words]) -> None:
        aliases = {alias: level for language in languages for alias, level in language.level_aliases.items()}
        for level, names in programme.levels.items():
            known = [level, *names.values(), *(alias for alias, meant in aliases.items() if meant == level)]
            self._add(("level", level, name) for name in known)
        self._suffixes = frozenset(
            suffix for language in languages for suffix in language.level_suffixes.split() if suffix != "status"
        )
        suffixes = {suffix for language in languages for suffix in language.level_suffixes.split()}
        self.compounds = {
            name + suffix: level for name, (slot, level) in self.exact.items() if slot == "level" for suffix in suffixes
        }

    def _competency_names(self, competencies: Iterable[Competency]) -> Iterator[tuple[Slot, str, str]]:
        acronyms: dict[str, set[str]] = defaultdict(set)
        for competency in competencies:
            names = (competency.id, *competency.name.values())
            self._words[competency.id] = tuple(
                tuple(fold(word) for word in name_words(name, self._joiners)) for name in names
            )
            for acronym in self._acronyms(competency.id):
                acronyms[acronym].add(competency.id)
            shared = (short for name in names if (short := self._without_second(name)))
            yield from (("competency", competency.id, name) for name in (*names, *shared, *competency.abbreviations))
        taken = {fold(word) for c in competencies for word in c.abbreviations} | set(self.exact)
        for acronym, ids in acronyms.items():
            if len(ids) == 1 and acronym not in taken:
                yield "competency", next(iter(ids)), acronym

    def _without_second(self, name: str) -> str | None:
        """Project Management, of Project and Portfolio Management: two names that share their end."""
        words = name_words(name, frozenset())
        at = next((at for at, word in enumerate(words) if fold(word) in self._joiners), len(words))
        return " ".join((*words[:at], *words[at + 2 :])) if len(words) > at + 2 else None

    def _acronyms(self, competency: str) -> Iterator[str]:
        for words in self._words[competency]:
            initials = "".join(word[0] for word in words)
            yield from (initials[:end] for end in range(SHORTEST_ACRONYM, len(initials) + 1))
            yield from (initials[start:] for start in range(1, len(initials) - SHORTEST_ACRONYM + 1))

    def _parts(self) -> Mapping[str, tuple[str, ...]]:
        parts: dict[str, dict[str, None]] = defaultdict(dict)
        for competency, names in self._words.items():
            for words in names:
                for start in range(len(words)):
                    for end in range(start + 1, len(words) + 1):
                        parts["".join(words[start:end])][competency] = None
        return {key: tuple(ids) for key, ids in parts.items() if len(key) >= SHORTEST_PREFIX}

    def squash(self, tokens: Sequence[Token]) -> str:
        """Tokens as one word, for comparison."""
        keys = (self._longer.get(token.key, token.key) for token in tokens)
        return "".join(key for key in keys if key not in self._joiners)

    def _is_joiner(self, token: Token) -> bool:
        return token.key in self._joiners

    def at(self, tokens: Sequence[Token], start: int) -> Found | None:
        """The longest exact name that begins at a token."""
        for end in range(min(len(tokens), start + LONGEST_NAME), start, -1):
            span = tokens[start:end]
            if any(token.kind not in {"word", "digits"} for token in span) or self._is_joiner(span[0]):
                continue
            found = None if self._is_joiner(span[-1]) else self.exact.get(self.squash(span))
            if found:
                behind = found[0] == "level" and end < len(tokens) and tokens[end].key in self._suffixes
                return Found(found[0], (found[1],), start, end + behind)
        level = self.compounds.get(tokens[start].key)
        return Found("level", (level,), start, start + 1) if level else None

    def part(self, tokens: Sequence[Token], start: int, end: int) -> Found | None:
        """A shortened name: some of its words, or the beginnings of them."""
        span = tokens[start:end]
        key = self.squash(span)
        if not key or all(token.key in self._generic for token in span):
            return None
        ids = self.parts.get(key) or self._beginnings([t.key for t in span if not self._is_joiner(t)])
        if not ids:
            return None
        return Found("competency", ids, start, end, sure=len(ids) == 1)

    def product(self, tokens: Sequence[Token], start: int, end: int) -> Found | None:
        """The competencies that may be meant by the name of a product; it is never sure."""
        ids = self._products.of(self.squash(tokens[start:end]))
        return Found("competency", ids, start, end, sure=False) if ids else None

    def _beginnings(self, keys: Sequence[str]) -> tuple[str, ...]:
        if any(len(key) < SHORTEST_PREFIX for key in keys):
            return ()
        return tuple(
            competency for competency, names in self._words.items() if any(_begins(words, keys) for words in names)
        )

    def near(self, tokens: Sequence[Token], start: int, end: int) -> tuple[int, Found] | None:
        """The name that tokens are a misspelling of, with the number of errors; several when several are near."""
        key = self.squash(tokens[start:end])
        allowed = errors_allowed(len(key))
        if not allowed:
            return None
        found = extract(key, self._near, scorer=OSA.distance, score_cutoff=allowed + 1, limit=8)
        close = [(name, errors) for name, errors, _ in found if errors <= errors_allowed(len(name))]
        if not close:
            return None
        best = min(errors for _, errors in close)
        meant = dict.fromkeys(thing for name, errors in close if errors <= best + 1 for thing in self._meant(name))
        slots = {slot for slot, _ in meant}
        slot = "competency" if "competency" in slots else next(iter(slots))
        ids = tuple(identifier for kind, identifier in meant if kind == slot)
        return best, Found(slot, ids, start, end, sure=len(meant) == 1)

    def _meant(self, name: str) -> tuple[tuple[str, str], ...]:
        if name in self.exact:
            return (self.exact[name],)
        return tuple(("competency", identifier) for identifier in self.parts[name])


def _acronyms_in(programme: Programme) -> set[str]:
    """The words of a programme's names that are written in capitals, such as AWS."""
    words = {word for name in programme.name.values() for word in name.split()}
    return {word for word in words if word.isupper() and len(word) >= SHORTEST_ACRONYM}


def _begins(words: Sequence[str], keys: Sequence[str]) -> bool:
    """Whether words in a row begin like the keys."""
    spans = (words[start : start + len(keys)] for start in range(len(words) - len(keys) + 1))
    return any(all(word.startswith(key) for word, key in zip(span, keys, strict=True)) for span in spans)
