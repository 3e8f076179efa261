"""Text as a person types it, turned into what Slack sends: escaped, with mentions and links as tokens."""

import re
from collections.abc import Iterable

from bot.demo.model import Channel, User

_LINK = re.compile(r"https?://[^\s<>|]+[^\s<>|.,;:!?)\]}'\"]")
_MAIL = re.compile(r"(?<![\w.@/])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_GROUPS = {"channel": "<!channel>", "here": "<!here>", "everyone": "<!everyone>"}


def escaped(text: str) -> str:
    """The text with `&`, `<` and `>` as Slack escapes them."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_message(text: str, users: Iterable[User], channels: Iterable[Channel]) -> str:
    """A typed message: `@Name` becomes `<@U…>`, `#channel` `<#C…|name>`, addresses become links."""
    mentions = {user: f"<@{user.id}>" for user in users}
    return _linked(_tokens(escaped(text), mentions, channels, _GROUPS))


def as_command(text: str, users: Iterable[User], channels: Iterable[Channel]) -> str:
    """The text of a slash command whose manifest says `should_escape`: mentions carry the handle, links stay text."""
    return _tokens(escaped(text), {user: f"<@{user.id}|{user.name}>" for user in users}, channels, {})


def _tokens(text: str, mentions: dict[User, str], channels: Iterable[Channel], groups: dict[str, str]) -> str:
    names = dict(groups)
    for user, token in mentions.items():
        names |= {escaped(name).casefold(): token for name in (user.name, user.real_name) if name}
    rooms = {channel.name.casefold(): f"<#{channel.id}|{channel.name}>" for channel in channels if channel.name}
    return _replaced(_replaced(text, "@", names), "#", rooms)


def _replaced(text: str, sign: str, names: dict[str, str]) -> str:
    if not names:
        return text
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w.{sign}]){sign}({longest_first})(?![\w])", re.IGNORECASE)
    return pattern.sub(lambda found: names[found[1].casefold()], text)


def _linked(text: str) -> str:
    linked = _LINK.sub(lambda found: f"<{found[0]}>", text)
    return _MAIL.sub(lambda found: f"<mailto:{found[0]}|{found[0]}>", linked)
