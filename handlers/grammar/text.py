"""Slack's text as tokens: its angle brackets and entities understood, typographic quotes and dashes made plain."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from typing import Literal, TypeAlias, cast

from handlers.grammar.words import fold

LONGEST_TEXT = 3000
LONGEST_SENTENCE = 60
Kind: TypeAlias = Literal["word", "digits", "date", "person", "link", "stop"]

_SLACK = re.compile(r"<([@#!]|https?:|mailto:)([^<>|]{0,2000})(?:\|([^<>]{0,2000}))?>")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_QUOTES = re.compile(r"[\u2018\u2019\u201b\u00b4`]")
_CODE_DASH = re.compile(r"(?<=\d)(?<!\d{4}-\d{2})[ \t]*-[ \t]*(?=\d)")
_DATE_DASH = re.compile(r"(?<=\d)[ \t]*\.[ \t]*(?=\d{1,2}\.)")
_TOKEN = re.compile(
    r"(?P<link>https?://[^\s<>]+)"
    r"|(?P<person>@[^\W\d_][\w.-]*\w|@[^\W\d_])"
    r"|(?P<date>(?<![\w.])(?:\d{4}-\d{1,2}-\d{1,2}|\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d{1,2}([./-])\d{1,2}\4(?:\d{4}|\d{2})"
    r"|\d{1,2}\.\d{1,2}\.?|\d{1,2}/\d{4}|\d{1,2}/\d{1,2})(?![\w/]))"
    r"|(?P<digits>(?=[\w-]*\d)\w+(?:-+\w*\d\w*)*)"
    r"|(?P<word>[^\W_]+(?:'[^\W_]+)*)"
    r"|(?P<stop>[.?!;:,\n()\"“”„«»]|(?<=\s)-(?=\s))"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, date, mention or stop. `key` is for comparison; `glued`: a hyphen joins it to the one before."""

    text: str
    key: str
    kind: Kind
    start: int
    end: int
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """What was typed, in plain letters, and its tokens."""

    plain: str
    tokens: tuple[Token, ...]


def read_text(raw: str, bot: str | None = None) -> Text:
    """Take Slack's markup apart. Mentions of the bot, channels and groups are noise; links and people are tokens."""
    plain, marked = "", []
    position = 0
    for match in _SLACK.finditer(raw):
        plain += _clean(raw[position : match.start()])
        position = match.end()
        marked += _marked(match, bot, len(plain))
        plain += marked[-1].text if marked and marked[-1].start == len(plain) else " "
    plain += _clean(raw[position:])
    return Text(plain, tuple(sorted((*marked, *_plain_tokens(plain, marked)), key=lambda token: token.start)))


def _clean(text: str) -> str:
    words = _QUOTES.sub("'", _DASHES.sub("-", unescape(text)))
    return _DATE_DASH.sub(".", _CODE_DASH.sub("-", words))


def _marked(match: re.Match[str], bot: str | None, start: int) -> list[Token]:
    sign, what, _ = match.groups()
    if sign == "@" and what and what != bot:
        text = f"<@{what}>"
        return [Token(text, text, "person", start, start + len(text))]
    if sign.startswith("http"):
        text = sign + unescape(what)
        return [Token(text, text, "link", start, start + len(text))]
    return []


def _plain_tokens(plain: str, marked: list[Token]) -> Iterator[Token]:
    edges = [(0, 0), *((token.start, token.end) for token in marked), (len(plain), len(plain))]
    for (_, begin), (end, _) in pairwise(edges):
        for match in _TOKEN.finditer(plain, begin, end):
            yield _token(match, plain)


def _token(match: re.Match[str], plain: str) -> Token:
    kind = cast("Kind", match.lastgroup)  # the groups are named after the kinds
    start, end = match.span()
    glued = start > 1 and plain[start - 1] == "-" and plain[start - 2].isalnum()
    return Token(match.group(), fold(match.group()), kind, start, end, glued)


def callable_names(names: Iterable[str]) -> frozenset[str]:
    """How people may be called by their names, folded: the whole name, and each word of it alone."""
    folded = [fold(name) for name in names]
    return frozenset(called for name in folded for called in (" ".join(name.split()), *name.split()) if called)


def sentences(tokens: tuple[Token, ...], stops: str) -> list[tuple[Token, ...]]:
    """The tokens between stops; none is empty."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "stop" and token.text in stops:
            parts.append([])
        else:
            parts[-1].append(token)
    return [tuple(part) for part in parts if any(token.kind != "stop" for token in part)]
