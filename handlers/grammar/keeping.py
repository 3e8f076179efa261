"""Commands about what is kept: a status, what was changed, what never was true."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from domain.programme import Programme
from handlers.grammar.dates import DateReader
from handlers.grammar.text import Text, Token
from handlers.grammar.words import fold
from handlers.requests import AuditAsked, FlagSet, WithdrawFact

_YES = frozenset(["yes", "granted", "true", "on", "ja", "erteilt", "verliehen", "wahr"])
_NO = frozenset(["no", "withheld", "false", "off", "nein", "entzogen", "falsch"])
_BECAUSE = frozenset(["because", "reason", "weil", "wegen", "grund"])
_FACTS: Mapping[str, Literal["figure", "flag", "association"]] = {
    "figure": "figure",
    "kennzahl": "figure",
    "flag": "flag",
    "merkmal": "flag",
    "association": "association",
    "zuordnung": "association",
}
_SINCE = frozenset(["from", "since", "ab", "seit", "von", "vom"])
_FILE = frozenset(["csv", "file", "export", "datei"])
_KINDS: Mapping[str, str] = {
    word: kind
    for kind, words in (
        ("achievements", "achievements achievement exams erfolge erfolg nachweise"),
        ("people", "people person personen"),
        ("associations", "associations association leavings zuordnungen zuordnung"),
        ("claims", "claims claim anspruche ansprueche"),
        ("overrides", "overrides override ausnahmen ausnahme"),
        ("membership", "membership memberships mitgliedschaft mitgliedschaften"),
        ("figures", "figures figure kennzahlen kennzahl"),
        ("statuses", "statuses flags flag merkmale"),
        ("market", "market markt"),
        ("imports", "imports import importe"),
        ("members", "members users mitglieder konten"),
        ("settings", "settings einstellungen"),
    )
    for word in words.split()
}
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

    def audit(self, words: Sequence[Token], today: date) -> AuditAsked:
        """Whom, what kind and which days; words that are none of these are the person's name."""
        days: dict[str, date | None] = {"since": None, "until": None}
        kinds: list[str] = []
        who: list[str] = []
        at, as_file = 0, False
        while at < len(words):
            token = words[at]
            side = "until" if token.key in _UNTIL else "since"
            begun = at + (token.key in _UNTIL | _SINCE)
            read = self._dates.read(words, begun, today) if begun < len(words) else None
            if read is not None and (found := read[0].past or read[0].coming):
                days[side], at = found[0], read[1]
                continue
            as_file |= token.key in _FILE
            kinds += [_KINDS[token.key]] if token.key in _KINDS else []
            who += [] if token.key in _FILE or token.key in _KINDS else [token.text]
            at += 1
        person = " ".join(who) or None
        unreadable = " ".join(kinds) if len(kinds) > 1 else None
        return AuditAsked(person, next(iter(kinds), None), days["since"], days["until"], as_file, unreadable)

    def withdraw(self, text: Text, words: Sequence[Token]) -> WithdrawFact:
        """What never was true, and after a word such as "because" why."""
        at = next((at for at, word in enumerate(words) if word.key in _BECAUSE), len(words))
        reason = text.plain[words[at].end :].strip() or None if at < len(words) else None
        said = words[:at]
        kind = _FACTS.get(said[0].key) if said else None
        rest = text.plain[said[kind is not None].start : said[-1].end].split() if len(said) > (kind is not None) else []
        if kind in {"flag", "association"}:
            return WithdrawFact(kind, " ".join(rest) or None, None, reason)
        if len(rest) == 1 and kind is None and any(map(str.isdigit, rest[0])) and not rest[0].startswith("<"):
            return WithdrawFact("achievement", "me", rest[0], reason)  # a code alone is of one's own
        if len(rest) <= 1:
            return WithdrawFact(None, " ".join(rest) or None, reason=reason)
        return WithdrawFact(kind or "achievement", " ".join(rest[:-1]), rest[-1], reason)

    def _day(self, words: Sequence[Token], today: date) -> tuple[date | None, str | None]:
        """The one day that words name; the words where they name none."""
        read = self._dates.read(words, 0, today) if words else None
        days = {*read[0].coming} if read and read[1] == len(words) else set()
        if words and len(days) != 1:
            return None, " ".join(word.text for word in words)
        return (days.pop() if days else None), None


def _key(texts: Iterable[str]) -> str:
    return re.sub(r"[\s_-]+", "", fold("".join(texts)))
