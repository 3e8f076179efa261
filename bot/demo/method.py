"""One method of the Web API."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.demo.args import Args
from bot.demo.core import Slack
from bot.demo.errors import ApiError
from bot.demo.model import Json


@dataclass(frozen=True)
class Method:
    """What a method does, and the scope that it needs.

    `app_level` methods take the app's token, not the bot's, `open` ones none.
    """

    work: Callable[[Slack, Args], Json]
    scope: str | None = None
    app_level: bool = False
    open: bool = False


def require(slack: Slack, scope: str) -> None:
    """Let a call pass only with a scope.

    Raises:
        ApiError: the scope is not granted.
    """
    granted = slack.config.app.scopes
    if scope not in granted:
        raise ApiError("missing_scope", needed=scope, provided=",".join(sorted(granted)))
