"""Credentials by their codes and titles. A code is read exactly or not at all: most are one key from another."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from domain.programme import Credential, Programme
from handlers.grammar.names import Found, name_words
from handlers.grammar.text import Token
from handlers.grammar.words import Cue, Words, fold

LONGEST_TITLE = 16
MOST_OPTIONS = 3
FARTHEST = 2
_BRACKETS = re.compile(r"\([^)]*\)")
_ASSESSMENT = re.compile(r"^(?:technical assessment|ta) (?:for )?(?:using )?", re.IGNORECASE)
_SHAPED = re.compile(r"\d{2}-\d{3}|[a-z]{2,4}\d{0,2}-?\d{2,4}|\d{1,3}-\d{2,4}")
_SPACED = re.compile(r"\d{2} \d{3}|[a-z]{2,4}\d? \d{3}")


class Codes:
    """An index of one programme's credentials."""

    def __init__(self, programme: Programme, languages: Sequence[Words]) -> None:
        self._joiners = frozenset(word for language in languages for word in language.joiners.split())
        self._codes = {_squash(credential.id): credential.id for credential in programme.credentials.values()}
        self._keys = list(self._codes)
        self._behind = frozenset(fold(word) for words in languages for word in words.cues[Cue.EXAM].split("|"))
        self._titles: dict[str, set[str]] = defaultdict(set)
        self._beginnings: dict[str, dict[str, None]] = defaultdict(dict)
        self._letters = frozenset(map(_first_letters, self._codes))
        for credential in programme.credentials.values():
            self._add_titles(credential)
        self._all_codes, self._all_titles = sorted(self._codes), sorted(self._titles)

    def _add_titles(self, credential: Credential) -> None:
        for words in self._spoken(credential):
            self._titles["".join(words)].add(credential.id)
            if credential.kind == "exam" or words[0] not in {fold(part) for part in credential.id.split("-")}:
                continue
            for end in range(1, len(words)):
                self._beginnings["".join(words[:end])][credential.id] = None

    def _spoken(self, credential: Credential) -> Iterator[list[str]]:
        title = _BRACKETS.sub(" ", credential.title)
        for text in (title, _ASSESSMENT.sub("technical assessment for ", title), _ASSESSMENT.sub("ta for ", title)):
            words = [fold(word) for word in name_words(text, self._joiners)]
            if len(words) > 1:
                yield words
                yield [word for word in words if word != "microsoft"]

    def at(self, tokens: Sequence[Token], start: int) -> Found | None:
        """The credential that begins at a token: exactly its code or its title; else a code that is none."""
        longest = self._row(tokens, start)
        for end, key in reversed(list(self._spans(tokens, start, longest))):
            ids = self._exactly(_squash(key), key)
            if ids and tokens[end - 1].kind != "stop" and self._stands_alone(tokens, start, end):
                return Found("credential", ids[:MOST_OPTIONS], start, end, sure=len(ids) == 1)
        mistyped = self._unknown(tokens, start, longest)
        return mistyped or self._beginning(tokens, start, longest)

    def _spans(self, tokens: Sequence[Token], start: int, longest: int) -> Iterator[tuple[int, str]]:
        """Where tokens that are, or begin, a code or a title end, and what they are as one word; the shortest first."""
        key = ""
        for end in range(start + 1, longest + 1):
            token = tokens[end - 1]
            if token.kind != "stop" and token.key not in self._joiners:
                key += token.key
            if not (_begins_one(_squash(key), self._all_codes) or _begins_one(key, self._all_titles)):
                return
            yield end, key

    def _stands_alone(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """No hyphen joins it to more: TA-BI is not meant by TA-BI-TALK, but 70-533 is by 70-533-Prüfung."""
        behind = end < len(tokens) and tokens[end].glued and tokens[end].key not in self._behind
        return not tokens[start].glued and not behind

    def _row(self, tokens: Sequence[Token], start: int) -> int:
        end = start
        while end < min(len(tokens), start + LONGEST_TITLE) and _belongs(tokens, start, end):
            end += 1
        return end

    def _exactly(self, code: str, title: str) -> tuple[str, ...]:
        if code in self._codes:
            return (self._codes[code],)
        return tuple(sorted(self._titles.get(title, ())))

    def _beginning(self, tokens: Sequence[Token], start: int, longest: int) -> Found | None:
        """The first words of several titles, as in "MCSA Windows Server"."""
        if tokens[start].key not in self._beginnings:
            return None
        for end in range(longest, start, -1):
            ids = self._beginnings.get("".join(t.key for t in tokens[start:end] if t.kind != "stop"))
            if ids:
                return Found("credential", tuple(ids)[:MOST_OPTIONS], start, end, sure=False)
        return None

    def _unknown(self, tokens: Sequence[Token], start: int, longest: int) -> Found | None:
        """Something written like a code that is none, with the codes it may have been meant for."""
        for end in range(min(longest, start + 3), start, -1):
            span = [token for token in tokens[start:end] if token.kind != "stop"]
            shaped = self._looks_like_code(span)
            if not shaped and not self._may_be_code(span):
                continue
            options = self.near(_squash("".join(token.key for token in span)))
            if shaped or options:
                return Found("credential", options, start, end, sure=False)
        return None

    def _looks_like_code(self, span: Sequence[Token]) -> bool:
        if len(span) == 1:
            return bool(_SHAPED.fullmatch(span[0].key)) and self._familiar(span[0].key)
        return bool(_SPACED.fullmatch(" ".join(t.key for t in span))) and self._familiar(span[0].key)

    def _familiar(self, key: str) -> bool:
        return "-" in key or _first_letters(key) in self._letters

    def _may_be_code(self, span: Sequence[Token]) -> bool:
        if any(token.kind == "digits" for token in span):
            return len(span) == 1 and len(span[0].key) > MOST_OPTIONS + 1
        return len(span) > 1 and all(token.glued for token in span[1:])

    def near(self, code: str) -> tuple[str, ...]:
        """The credentials whose codes are nearest, at most three, none farther than two keys away."""
        close = extract(code, self._keys, scorer=OSA.distance, score_cutoff=FARTHEST, limit=None)
        ranked = sorted((distance, self._codes[key]) for key, distance, _ in close)
        best = [entry for entry in ranked if entry[0] <= max(1, ranked[0][0])]
        return tuple(identifier for _, identifier in best[:MOST_OPTIONS])


def _first_letters(key: str) -> str:
    return key[: len(key) - len(key.lstrip(ascii_lowercase))]


def _begins_one(key: str, known: Sequence[str]) -> bool:
    """Whether one of the known words, in their order, begins so."""
    at = bisect_left(known, key)
    return at < len(known) and known[at].startswith(key)


def _squash(code: str) -> str:
    return "".join(filter(str.isalnum, fold(code)))


def _belongs(tokens: Sequence[Token], start: int, end: int) -> bool:
    token = tokens[end]
    if token.kind == "stop":  # MCSA: Office 365
        return end > start and token.text in ":," and end + 1 < len(tokens) and tokens[end + 1].kind != "stop"
    return token.kind in {"word", "digits"}
