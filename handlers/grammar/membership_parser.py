"""Commands about the membership: what was ordered, bought, renewed or moved up to, and what never was true."""

from collections.abc import Sequence
from datetime import date

from handlers.grammar.command_words import CommandWords, WordReader
from handlers.grammar.text import Text, Token
from handlers.grammar.when import When
from handlers.requests import MembershipDeed, MembershipSet

_BECAUSE = frozenset(["because", "reason", "weil", "wegen", "grund", "begrundung", "begruendung"])
_ANNIVERSARY = frozenset(["anniversary", "jahrestag", "neuer", "new"])
_ALONE: frozenset[MembershipDeed] = frozenset(["correct", "cancel"])
"""What says enough by itself: that the membership on record never was one, that the order on record is off."""


class MembershipParser:
    """Reads these commands against one programme."""

    def __init__(self, words: WordReader) -> None:
        self._words = words

    def recorded(self, text: Text, words: Sequence[Token], today: date) -> MembershipSet | None:
        """`membership LEVEL DATE`, which is what was bought; None where it names neither: then it is a question."""
        found = self._words.read(words, today)
        if words and not found.places.get("level") and not found.dates:
            return None
        return self.deed("buy", text, words, today)

    def deed(self, deed: MembershipDeed, text: Text, words: Sequence[Token], today: date) -> MembershipSet:
        """What was done with the membership, to which level, when and until when."""
        if not words:
            return MembershipSet(None, None, deed=deed if deed in _ALONE else "buy")
        at = next((at for at, word in enumerate(words) if word.key in _BECAUSE), len(words))
        read = [word for word in words[:at] if word.key not in _ANNIVERSARY]
        found = self._words.read(read, today)
        days = {ends: _days(found, ends=ends) for ends in (False, True)}
        unread = [said for each in days.values() for when, said in each if when is None or len(each) > 1]
        reason = text.plain[words[at].end :].strip(" :\"'\n") if at < len(words) else ""
        return MembershipSet(
            level=found.places.get("level"),
            purchased=days[False][0][0] if len(days[False]) == 1 else None,
            unreadable=(*found.unreadable, *unread),
            deed=deed,
            until=days[True][0][0] if len(days[True]) == 1 else None,
            reason=reason or None,
        )


def _days(found: CommandWords, *, ends: bool) -> list[tuple[date | None, str]]:
    """The days on which something happened, or those until which it holds, each as typed."""
    return [(_day(when, ends=ends), said) for when, said, until in found.dates if until is ends]


def _day(when: When, *, ends: bool) -> date | None:
    read = (when.coming or when.past) if ends else when.past
    return read[0] if len(read) == 1 else None
