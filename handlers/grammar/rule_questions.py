"""What changed in the rules, asked in free words. A text with a word that this does not explain asks something else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz.distance import OSA

from handlers.grammar.dates import DateReader
from handlers.grammar.names import Names
from handlers.grammar.text import Token
from handlers.grammar.vocabulary import Vocabulary
from handlers.grammar.words import Cue, spellings
from handlers.requests import Language, RuleChangesAsked

SHORTEST_CORRECTED = 5
MOST_DAYS = 2


def _words(text: str) -> frozenset[str]:
    return frozenset(spelling for word in text.split() for spelling in spellings(word))


_RULES = _words("rules rule rulebook ruleset regeln regel regelwerk regelung regelungen spielregeln")
_REQUIREMENTS = _words(
    "requirements requirement criteria conditions anforderungen anforderung voraussetzungen bedingungen kriterien"
    " vorgaben"
)
_CHANGED = _words(
    "changed change changes changing updated update updates modified revised revision revisions geändert änderung"
    " änderungen ändert ändern verändert veränderung veränderungen angepasst anpassungen aktualisiert neuerung"
    " neuerungen"
)
_NEW = _words("new newest news newer neu neue neues neuen neuer neueste neuesten neuigkeiten different anders")
_MORE = _words(
    "mean means meaning affect affects affecting effect effects impact impacts consequence consequences between"
    " bedeutet bedeuten heißt auswirkung auswirkungen auswirken folgen betrifft betreffen trifft zwischen getan"
    " wirken wirkt auf aus"
    " happened bringt bewirkt bewirken macht machen"
)
_RULE_CHANGES = _words("regeländerung regeländerungen")
_SINCE = _words("since from seit ab")
_ALLOWED = frozenset(
    (Cue.FILL, Cue.ANY, Cue.WHAT, Cue.BE, Cue.DO, Cue.WE, Cue.I, Cue.MY, Cue.YOU, Cue.HAVE, Cue.SHOW, Cue.HOW)
) | {Cue.ACTIVE, Cue.MEMBER, Cue.NEXT}


@dataclass
class _Found:
    """What the words of a text are."""

    kinds: set[str] = field(default_factory=set)
    days: list[tuple[date, ...]] = field(default_factory=list)
    competencies: list[str] = field(default_factory=list)

    @property
    def asks(self) -> bool:
        """Whether somebody asks what changed. New requirements alone are what a level needs now."""
        rules = "rules" in self.kinds and self.kinds & {"changed", "new"}
        return bool(rules) or {"requirements", "changed"} <= self.kinds


class RuleQuestions:
    """Reads such questions against one programme."""

    def __init__(self, names: Names, dates: DateReader, vocabularies: Mapping[Language, Vocabulary]) -> None:
        self._names = names
        self._dates = dates
        self._vocabularies = vocabularies

    def read(self, tokens: Sequence[Token], language: Language, today: date) -> RuleChangesAsked | None:
        """The request; None where the text asks something else, or something besides."""
        if not any(_kind(token) in {"rules", "requirements"} for token in tokens):
            return None
        found, at = _Found(), 0
        while at < len(tokens):
            end = self._one(tokens, at, found, language, today)
            if end is None:
                return None
            at = end
        if not found.asks or len(found.competencies) > 1 or len(found.days) > MOST_DAYS:
            return None
        since, until = _days(found.days, today)
        return RuleChangesAsked(since, until, next(iter(found.competencies), None), language=language)

    def _one(self, tokens: Sequence[Token], at: int, found: _Found, language: Language, today: date) -> int | None:
        """Take in the words from here on; where the next begin, or None where nothing explains them."""
        token, kind = tokens[at], _kind(tokens[at])
        if kind is not None or token.kind == "stop":
            found.kinds |= {kind} if kind else set()
            found.kinds |= {"changed"} if token.key in _RULE_CHANGES else set()
            return at + 1
        name = self._names.at(tokens, at)
        if name is not None:
            found.competencies += [name.ids[0]] if name.slot == "competency" else []
            return name.end if name.slot in {"competency", "programme"} and len(name.ids) == 1 else None
        read = self._dates.read(tokens, at, today)
        if read is not None:
            days = read[0].past or read[0].coming
            begun = (at > 0 and tokens[at - 1].key in _SINCE) or token.key in _SINCE
            found.days.append(days[:1] if begun or not read[0].end else days)
            return read[1] if days else None
        marked = self._vocabularies[language].mark(tokens, at)
        if marked is not None and marked[0] in _ALLOWED:
            return marked[1]
        return at + 1 if token.key in _MORE | _SINCE else None


def _kind(token: Token) -> str | None:
    """What a word is to such a question; one typing error in a long word is read over."""
    kinds = {"rules": _RULES | _RULE_CHANGES, "requirements": _REQUIREMENTS, "changed": _CHANGED, "new": _NEW}
    exact = next((kind for kind, words in kinds.items() if token.key in words), None)
    if exact or token.kind != "word" or len(token.key) < SHORTEST_CORRECTED:
        return exact
    near = (kind for kind, words in kinds.items() if kind != "new" and _is_near(token.key, words))
    return next(near, None)


def _is_near(word: str, words: Iterable[str]) -> bool:
    return any(len(known) >= SHORTEST_CORRECTED and OSA.distance(word, known, score_cutoff=1) <= 1 for known in words)


def _days(found: Sequence[tuple[date, ...]], today: date) -> tuple[date | None, date | None]:
    """The first and the last day: a period is its two ends, and the last one is not later than today."""
    days = [day for days in found for day in days]
    if not days:
        return None, None
    return days[0], min(days[-1], today) if len(days) > 1 else None


def rules_as_typed(request: RuleChangesAsked) -> str:
    """The request as the command that somebody would type."""
    days = (day.isoformat() for day in (request.since, request.until) if day is not None)
    return " ".join(["rules", *days, *([request.competency] if request.competency else [])])
