"""English."""

from collections.abc import Mapping

MESSAGES: Mapping[str, str | Mapping[str, str]] = {
    "status.met": "met",
    "status.not_met": "not met",
    "status.not_known": "not known",
}
