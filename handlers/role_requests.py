"""What somebody asks for about who is who here, in which language, what they are reminded of, and how to set up."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from domain.roles import GivenRole

Deed: TypeAlias = Literal["add", "remove", "manager", "owner"]
GIVES: dict[Deed, GivenRole] = {"add": "admin", "remove": "member", "manager": "manager", "owner": "owner"}


@dataclass(frozen=True, slots=True)
class RolesShow:
    """Show who is owner, admin or manager (admins)."""


@dataclass(frozen=True, slots=True)
class RoleGiven:
    """Make somebody owner, admin or manager, or take that from them (admins); None: what is missing or unreadable."""

    deed: Deed | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """Say in which language I am spoken to: one of ours, or Slack's; None where it is none of them."""

    language: Literal["en", "de", "slack"] | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class RemindersShow:
    """Show what I am to be reminded of."""


@dataclass(frozen=True, slots=True)
class ReminderSet:
    """Answer me a question again on a day; `asked` is the question as a button carries it."""

    asked: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PeopleAsked:
    """Show who on record has no Slack account yet, and who of those asked has not answered (admins)."""


@dataclass(frozen=True, slots=True)
class SetupShow:
    """Set the organisation up, step by step (admins)."""


Step: TypeAlias = Literal["market", "membership", "names", "admins", "channel", "import", "live"]


@dataclass(frozen=True, slots=True)
class SetupStep:
    """One step of the setup with what was chosen in it, by the field (admins)."""

    step: Step
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class GoLive:
    """From now on tell people what they have to know (admins)."""


RoleCommand: TypeAlias = (
    RolesShow | RoleGiven | LanguageChosen | RemindersShow | ReminderSet | PeopleAsked | SetupShow | SetupStep | GoLive
)
