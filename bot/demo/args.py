"""The arguments of a Web API call: sent as a form (all strings) or as JSON, read alike."""

import json
from collections.abc import Mapping

from bot.demo.errors import ApiError, invalid_arguments

_TRUE = frozenset({True, "true", "True", "1"})


class Args:
    """What a call was given."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def __contains__(self, name: str) -> bool:
        return self._values.get(name) is not None

    def text(self, name: str, default: str = "") -> str:
        """A string; the default when it is missing."""
        value = self._values.get(name)
        return default if value is None else str(value)

    def need(self, name: str) -> str:
        """A string that must be there.

        Raises:
            ApiError: it is missing or empty.
        """
        value = self.text(name)
        if not value:
            raise invalid_arguments(f"missing required field: {name}")
        return value

    def flag(self, name: str) -> bool:
        """A boolean; false when it is missing."""
        value = self._values.get(name)
        return isinstance(value, (str, int)) and value in _TRUE

    def limit(self, default: int, most: int) -> int:
        """How many items a page may have.

        Raises:
            ApiError: it is no number or beyond the bounds.
        """
        raw = self.text("limit", str(default))
        try:
            limit = int(raw)
        except ValueError:
            raise ApiError("invalid_limit") from None
        if not 1 <= limit <= most:
            raise ApiError("invalid_limit")
        return limit

    def decoded(self, name: str, error: str) -> object:
        """A list or an object, which a form sends as a JSON string; None when it is missing.

        Raises:
            ApiError: with the error's name, it is a string and no JSON.
        """
        value = self._values.get(name)
        if not isinstance(value, str):
            return value
        try:
            found: object = json.loads(value or "null")
        except ValueError:
            raise ApiError(error) from None
        return found

    def all(self) -> Mapping[str, object]:
        """Everything that was given."""
        return self._values
