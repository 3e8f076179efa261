"""English: one file per topic, each message in exactly one of them."""

from collections.abc import Mapping

from handlers.words.en.common import COMMON

MESSAGES: Mapping[str, str | Mapping[str, str]] = {**COMMON}
