"""Deutsch, mit du: eine Datei je Thema."""

from collections.abc import Mapping

from handlers.words.de.common import COMMON

MESSAGES: Mapping[str, str | Mapping[str, str]] = {**COMMON}
