"""Who was asked who they are."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AskedWho:
    """That a Slack user was asked, once, whether they are a person on record: when, and what they said, if anything."""

    person: str
    on: date
    is_them: bool | None = None
