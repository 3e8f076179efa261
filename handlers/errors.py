"""One map from what can go wrong to the sentence that says so."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.changes import NoSuchFactError, ProfileTakenError
from domain.ports import StorageDownError, UnknownTeamError
from handlers.words import Words

KNOWN: Mapping[type[Exception], str] = MappingProxyType(
    {
        StorageDownError: "error.storage_down",
        UnknownTeamError: "error.unknown_team",
        ProfileTakenError: "error.profile_taken",
        NoSuchFactError: "error.no_such_fact",
    }
)


class RefusedError(Exception):
    """A conversation cannot do what it was asked; `key` is the message that says why and what to do, with its values.

    Values that somebody typed, and names, are escaped by whoever raises.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def is_known(error: Exception) -> bool:
    """Whether the error has its own sentence, so that nobody has to look into it."""
    return isinstance(error, (RefusedError, *KNOWN))


def sentence_for(error: Exception, words: Words, request: str) -> str:
    """What the person who asked hears; an unexpected error shows the request id to quote, and nothing of itself."""
    if isinstance(error, RefusedError):
        return words.say(error.key, **error.values)
    key = next((key for kind, key in KNOWN.items() if isinstance(error, kind)), None)
    return words.say(key) if key else words.say("error.unexpected", request=request or "–")
