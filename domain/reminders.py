"""What somebody asked to be told again: the same question, answered anew on the morning of a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.notice_kinds import NoticeKind
from domain.owed import Owed

REMINDER: NoticeKind = "reminder"
SUBJECT = "reminder/"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A question that a Slack user wants to have answered again.

    `asked` is the question as a button carries it, `made` the day on which they asked for that; `at` the moment of the
    business clock (UTC) from which it may go, None where nobody needs it.
    """

    id: str
    user: str
    asked: str
    made: date
    at: datetime | None = None

    @property
    def owed(self) -> Owed:
        """The notice that brings it: of one recipient, in one step."""
        details = {"user": self.user, "asked": self.asked, "made": self.made.isoformat()}
        return Owed(REMINDER, f"{SUBJECT}{self.id}", 1, "once", details)


def reminder_of(owed: Owed, at: datetime | None = None) -> Reminder:
    """What a notice of this kind is to bring."""
    made = date.fromisoformat(owed.details["made"])
    return Reminder(owed.subject.removeprefix(SUBJECT), owed.details["user"], owed.details["asked"], made, at)


class Reminders(Protocol):
    """What the users of one company asked to be reminded of."""

    async def reminders(self, user: str) -> Sequence[Reminder]:
        """What a Slack user is still to be reminded of, the next one first."""

    async def call_off(self, user: str, reminder: str) -> bool:
        """Let a reminder of a Slack user go, by its id; False where there is none that is still to go."""
