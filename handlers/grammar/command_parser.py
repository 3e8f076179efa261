"""Slash commands: the first words decide. What cannot be read is left open and named, never guessed."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeAlias, get_args

from domain.programme import Programme
from domain.requirements import Market
from handlers.figure_requests import FigureReport
from handlers.grammar.away_parser import read_away
from handlers.grammar.codes import Codes
from handlers.grammar.command_entry import CommandEntry
from handlers.grammar.command_words import WordReader, typed
from handlers.grammar.commands import spoken
from handlers.grammar.data_parser import DataParser
from handlers.grammar.dates import DateReader
from handlers.grammar.keeping import KeepingParser
from handlers.grammar.membership_parser import MembershipParser
from handlers.grammar.names import Names
from handlers.grammar.programme_parser import programme_readings
from handlers.grammar.roles_parser import role_readings
from handlers.grammar.text import Text, Token
from handlers.grammar.words import fold, spellings
from handlers.requests import (
    AnnounceLeaving,
    ClaimProfileId,
    Command,
    ForecastAsked,
    Language,
    LinkExam,
    MarketSet,
    MembershipDeed,
    MineExport,
    OverrideEnd,
    OverrideGrant,
    OverrideList,
    OverrideWithdraw,
    Question,
    RuleChangesAsked,
    SettingsShow,
    UnlinkExam,
)
from handlers.tenant_requests import OrganisationChosen, VendorIdsSet

Reading: TypeAlias = Callable[[Text, Sequence[Token], date], Command | None]

_PROFILE = re.compile(r"[A-Za-z]{0,4}-?\d[\d-]{2,20}")
_MONTH = re.compile(r"\d{4}-\d{1,2}", re.ASCII)
_VALUE = re.compile(r"(-?\d+)(?:[.,](\d{1,2}))?")
_MARKETS: Mapping[str, Market] = {
    **dict.fromkeys(("developed", "entwickelt", "entwickelter"), "developed"),
    **dict.fromkeys(("developing", "emerging", "entwicklungsmarkt", "schwellenmarkt"), "developing"),
}
_CALLED_OFF = frozenset(("cancel", "cancelled", "stays", "abgesagt", "absagen", "bleibt"))
_ON = frozenset(("on", "at", "from", "am", "zum", "ab"))
_FIELDS: Mapping[str, str] = {
    **dict.fromkeys(("from", "since", "ab", "seit", "von", "vom"), "since"),
    **dict.fromkeys(("until", "till", "to", "bis"), "until"),
    **dict.fromkeys(("by", "durch"), "by"),
    "ticket": "ticket",
    **dict.fromkeys(("because", "reason", "weil", "wegen", "grund", "begrundung", "begruendung"), "because"),
}


class CommandParser:
    """Reads commands against one programme."""

    def __init__(self, programme: Programme, names: Names, codes: Codes, dates: DateReader) -> None:
        self._metrics = {
            key: metric.id
            for metric in programme.metrics.values()
            for key in _metric_keys((metric.id, *metric.name.values()))
        }
        self._words = WordReader(names, codes, dates)
        self._dates = dates
        self._spoken = spoken()
        keeping, data = KeepingParser(programme, dates), DataParser(self._words)
        self._verbs: Mapping[str, Reading] = {
            "link": self._link,
            "unlink": self._unlink,
            "profile": self._profile,
            "override grant": self._grant,
            "override list": lambda *_: OverrideList(),
            "override end": self._end,
            "override withdraw": self._withdraw,
            **self._of_membership(),
            "market": self._market,
            "figure": self._figure,
            "flag": lambda _text, words, today: keeping.flag(words, today),
            "audit": lambda _text, words, today: keeping.audit(words, today),
            "withdraw": lambda text, words, _today: keeping.withdraw(text, words),
            "mine export": lambda *_: MineExport(),
            "rules": self._rules,
            "forecast": self._forecast,
            "export": data.export,
            "reconcile": data.reconcile,
            "evidence": data.evidence,
            "organisation": _organisation,
            **programme_readings(_MARKETS),
            "organisation ids": _vendor_ids,
            "settings": lambda *_: SettingsShow(),
            **role_readings(),
            "leaving": self._leaving,
            "away": lambda _, words, today: read_away(dates, words, today),
        }

    def parse(self, text: Text, language: Language, today: date) -> Command | Question | None:
        """The command that the text is; None for a question in free words."""
        entry, rest = self._begins(text.tokens)
        bare = self._bare(self.without_ask(text.tokens), language)
        if entry is None or bare:
            return bare
        words = [token for token in rest if token.kind != "stop"]
        asked = any(token.text == "?" for token in rest)
        read = self._verbs.get(entry.name)
        return read(text, words, today) if read and not asked else None

    def _bare(self, tokens: tuple[Token, ...], language: Language) -> Question | None:
        """A question's command with nothing behind it; behind `help` may stand what it is about."""
        entry, rest = self._begins(tokens)
        words = [token for token in rest if token.kind != "stop"]
        if entry and entry.intent and len(words) <= (entry.intent == "help"):
            return Question(entry.intent, language)
        return None

    def without_ask(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """The words of a question without the command `ask` before them."""
        entry, rest = self._begins(tokens)
        return rest if entry and entry.name == "ask" else tokens

    def _begins(self, tokens: tuple[Token, ...]) -> tuple[CommandEntry | None, tuple[Token, ...]]:
        for length in (2, 1):
            entry = self._spoken.get(tuple(token.key for token in tokens[:length]))
            if entry:
                return entry, tokens[length:]
        return None, tokens

    def _link(self, _text: Text, words: Sequence[Token], today: date) -> LinkExam:
        found = self._words.read(words, today)
        unreadable = list(found.unreadable)
        days: dict[bool, date | None] = {False: None, True: None}
        for when, words_typed, expires in found.dates:
            day = _one(when.coming if expires else when.past)
            if day is None or days[expires]:
                unreadable.append(words_typed)
            days[expires] = days[expires] or day
        unreadable += [*found.people, *found.places.values(), *found.credentials[1:], *found.links[1:]]
        return LinkExam(
            credential=found.credentials[0] if len(found.credentials) == 1 else None,
            earned=days[False],
            expires=days[True],
            evidence=found.links[0] if found.links else None,
            unreadable=tuple(unreadable),
        )

    def _unlink(self, _text: Text, words: Sequence[Token], today: date) -> UnlinkExam:
        found = self._words.read(words, today)
        single = len(found.credentials) == 1 and not found.unreadable and not found.dates
        return UnlinkExam(found.credentials[0] if single else None)

    def _profile(self, _text: Text, words: Sequence[Token], _today: date) -> ClaimProfileId:
        said = words[0].text if len(words) == 1 else ""
        return ClaimProfileId(said if _PROFILE.fullmatch(said) else None)

    def _withdraw(self, text: Text, words: Sequence[Token], today: date) -> OverrideWithdraw:
        parts = _parts(words)
        reason = _slice(text, parts.get("because"), to_the_end=True)
        return OverrideWithdraw(self._end(text, parts[""], today).number, reason)

    def _end(self, _text: Text, words: Sequence[Token], _today: date) -> OverrideEnd:
        said = words[0].text if len(words) == 1 else ""
        return OverrideEnd(int(said) if re.fullmatch(r"[1-9]\d{0,3}", said, re.ASCII) else None)

    def _of_membership(self) -> Mapping[str, Reading]:
        read, deeds = MembershipParser(self._words), get_args(MembershipDeed)
        return {"membership": read.recorded, **{f"membership {deed}": partial(read.deed, deed) for deed in deeds}}

    def _market(self, _text: Text, words: Sequence[Token], _today: date) -> MarketSet:
        named = {_MARKETS.get(word.key) for word in words} - {None}
        return MarketSet(named.pop() if len(named) == 1 else None)

    def _figure(self, text: Text, words: Sequence[Token], _today: date) -> FigureReport:
        said = text.plain[words[0].start :].split() if words else []
        at = next((at for at, word in enumerate(said) if _MONTH.fullmatch(word)), None)
        if at is None:
            return FigureReport(self._metrics.get(_key(" ".join(said))), None, None)
        value = _VALUE.fullmatch(said[at + 1]) if len(said) == at + 2 else None
        return FigureReport(
            metric=self._metrics.get(_key(" ".join(said[:at]))),
            month=said[at],
            value=".".join(part for part in value.groups() if part) if value else None,
        )

    def _rules(self, _text: Text, words: Sequence[Token], today: date) -> RuleChangesAsked | None:
        """Two days at most, the earlier one first; with a level it is a question about what a level asks for."""
        found = self._words.read([word for word in words if _FIELDS.get(word.key) not in {"since", "until"}], today)
        days = [_one(when.past) or _one(when.coming) for when, _, _ in found.dates]
        if "level" in found.places or (found.unreadable and not days):
            return None
        unreadable = [*found.unreadable, *found.people, *found.credentials, *found.links]
        unreadable += [typed for (_, typed, _), day in zip(found.dates, days, strict=True) if day is None]
        unreadable += [typed for _, typed, _ in found.dates[2:]]
        since, until = (days[at] if at < len(days) else None for at in (0, 1))
        return RuleChangesAsked(since, until, found.places.get("competency"), tuple(unreadable))

    def _leaving(self, text: Text, words: Sequence[Token], today: date) -> AnnounceLeaving:
        """Whoever stands before the day, or before the word that calls it off."""
        if words and words[-1].key in _CALLED_OFF:
            return AnnounceLeaving(_slice(text, words[:-1]), cancel=True)
        ends = ((at, self._dates.read(words, at, today)) for at in range(1, len(words)))
        at, when = next(((at, read[0]) for at, read in ends if read and read[1] == len(words)), (len(words), None))
        who = words[: at - 1] if at > 1 and words[at - 1].key in _ON else words[:at]
        day = (_one(when.coming) or _one(when.past)) if when else None
        return AnnounceLeaving(_slice(text, who), day)

    def _forecast(self, _text: Text, words: Sequence[Token], today: date) -> ForecastAsked:
        found = self._words.read([word for word in words if _FIELDS.get(word.key) != "until"], today)
        days = [_one(when.coming) or _one(when.past) for when, _, _ in found.dates]
        unreadable = [*found.unreadable, *found.people, *found.credentials, *found.links]
        unreadable += [typed for (_, typed, _), day in zip(found.dates, days, strict=True) if day is None]
        unreadable += [typed for _, typed, _ in found.dates[1:]]
        unreadable += [found.places["level"]] if "level" in found.places else []
        return ForecastAsked(days[0] if days else None, found.places.get("competency"), tuple(unreadable))

    def _grant(self, text: Text, words: Sequence[Token], today: date) -> OverrideGrant:
        parts = _parts(words)
        found = self._words.read(parts.pop("", []), today)
        unreadable = [
            *found.unreadable,
            *(said for _, said, _ in found.dates),
            *found.people[1:],
            *found.credentials[1:],
        ]
        since, until = (self._day(parts.pop(name, []), today, unreadable) for name in ("since", "until"))
        return OverrideGrant(
            competency=found.places.get("competency"),
            level=found.places.get("level"),
            person=found.people[0] if found.people else None,
            credential=found.credentials[0] if found.credentials else None,
            since=since,
            until=until,
            granted_by=_slice(text, parts.get("by")),
            ticket=_slice(text, parts.get("ticket")),
            reason=_slice(text, parts.get("because"), to_the_end=True),
            unreadable=tuple(unreadable),
        )

    def _day(self, words: Sequence[Token], today: date, unreadable: list[str]) -> date | None:
        read = self._dates.read(words, 0, today) if words else None
        days = {*read[0].coming, *read[0].past} if read and read[1] == len(words) else set()
        if words and len(days) != 1:
            unreadable.append(typed(words))
        return days.pop() if len(days) == 1 else None


def _organisation(text: Text, words: Sequence[Token], _today: date) -> OrganisationChosen:
    return OrganisationChosen(_slice(text, words, to_the_end=True))


def _vendor_ids(text: Text, words: Sequence[Token], _today: date) -> VendorIdsSet:
    said = _slice(text, words, to_the_end=True) or ""
    return VendorIdsSet(tuple(said.replace(",", " ").split()))


def _one(days: Sequence[date]) -> date | None:
    return days[0] if len(days) == 1 else None


def _key(text: str) -> str:
    return re.sub(r"[\s_-]+", "", fold(text))


def _metric_keys(names: Sequence[str]) -> set[str]:
    return {_key(spelling) for name in names for spelling in spellings(name)}


def _parts(words: Sequence[Token]) -> dict[str, list[Token]]:
    """The words under the keyword before them; "" for those before the first. A reason runs to the end."""
    parts: dict[str, list[Token]] = {"": []}
    name = ""
    for word in words:
        keyword = _FIELDS.get(word.key) if name != "because" else None
        keyword = "by" if word.key == "von" and "since" in parts and keyword else keyword
        if keyword and keyword not in parts:
            name = keyword
            parts[name] = []
        else:
            parts[name].append(word)
    return parts


def _slice(text: Text, words: Sequence[Token] | None, *, to_the_end: bool = False) -> str | None:
    if not words:
        return None
    begun, ended = text.plain[: words[0].start].split(" ")[-1], text.plain[words[-1].end :].split(" ")[0]
    start, end = words[0].start - len(begun), words[-1].end + len(ended)  # with the signs around it, such as *
    return text.plain[start : None if to_the_end else end].strip(" \"'\n") or None
