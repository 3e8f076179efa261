"""`/assay admins`, `language`, `reminders`, `people`, `setup`, `live`: who is who, how I am told, the first steps."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Literal, TypeAlias

from handlers.grammar.command_words import typed
from handlers.grammar.text import Text, Token
from handlers.role_requests import (
    Deed,
    GoLive,
    LanguageChosen,
    PeopleAsked,
    RemindersShow,
    RoleCommand,
    RoleGiven,
    RolesShow,
    SetupShow,
)

Reading: TypeAlias = Callable[[Text, Sequence[Token], date], RoleCommand | None]

_DEEDS: Mapping[str, Deed] = {
    **dict.fromkeys(("add", "hinzufugen", "hinzufuegen", "neu", "admin"), "add"),
    **dict.fromkeys(("remove", "entfernen", "delete"), "remove"),
    **dict.fromkeys(("manager", "managerin"), "manager"),
    **dict.fromkeys(("owner", "inhaber", "inhaberin"), "owner"),
}
_LISTS = frozenset(("list", "liste"))
_LANGUAGES: Mapping[str, Literal["en", "de", "slack"]] = {
    **dict.fromkeys(("en", "english", "englisch"), "en"),
    **dict.fromkeys(("de", "german", "deutsch"), "de"),
    **dict.fromkeys(("slack", "slacks"), "slack"),
}


def role_readings() -> Mapping[str, Reading]:
    """How each of these commands is read, by its name."""
    return {
        "admins": _admins,
        "language": _language,
        "reminders": lambda _text, words, _today: None if words else RemindersShow(),
        "people": lambda _text, words, _today: None if words else PeopleAsked(),
        "setup": lambda _text, words, _today: None if words else SetupShow(),
        "live": lambda _text, words, _today: None if words else GoLive(),
    }


def _admins(_text: Text, words: Sequence[Token], _today: date) -> RoleCommand:
    """What is done stands before whom it is done to, or behind them."""
    if not words or {word.key for word in words} <= _LISTS:
        return RolesShow()
    at = next((at for at, word in enumerate(words) if word.key in _DEEDS), None)
    if at is None:
        return RoleGiven(None, typed(words))
    rest = [*words[:at], *words[at + 1 :]]
    return RoleGiven(_DEEDS[words[at].key], typed(rest) or None)


def _language(_text: Text, words: Sequence[Token], _today: date) -> LanguageChosen:
    said = typed(words)
    return LanguageChosen(_LANGUAGES.get(words[0].key) if len(words) == 1 else None, said or None)
