"""Deutsch, mit du."""

from collections.abc import Mapping

MESSAGES: Mapping[str, str | Mapping[str, str]] = {
    "status.met": "erfüllt",
    "status.not_met": "nicht erfüllt",
    "status.not_known": "nicht bekannt",
}
