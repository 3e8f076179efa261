"""Several organisations in one deployment: which one is meant, who is where, and what goes from one to another."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.facts import Association
from domain.ports import Actor, Companies, Company, Ledger, Organisation
from domain.threads import Threads


@dataclass(frozen=True, slots=True)
class Belonging:
    """A person, and every association of theirs with any organisation, by its id."""

    person: str
    periods: tuple[tuple[str, Association], ...] = ()

    def organisation_on(self, day: date) -> str | None:
        """The organisation that a person counts for on a day; None when for none."""
        return next((organisation for organisation, period in self.periods if period.covers(day)), None)

    def last_organisation(self, day: date) -> str | None:
        """The organisation that a person counts for on a day, or counted for last."""
        latest = max(self.periods, key=lambda each: each[1].since, default=None)
        return self.organisation_on(day) or (latest[0] if latest else None)

    @property
    def begun(self) -> tuple[date, ...]:
        """The days on which associations began."""
        return tuple(period.since for _, period in self.periods)


class UndecidedError(LookupError):
    """A Slack workspace serves several organisations, and nothing says which of them is meant."""

    def __init__(self, organisations: Collection[Organisation]) -> None:
        super().__init__("several organisations")
        self.organisations = tuple(organisations)


class Tenancy(Companies, Threads, Protocol):
    """Companies that may share a Slack workspace. What goes from one to another goes by `crossing` alone."""

    async def at(self, team: str, channel: str | None, user: str, chosen: str | None = None) -> Company:
        """The company that is meant: the chosen one, the channel's, the user's own, the one that they count for.

        A workspace with one organisation means that. Raises UndecidedError where nothing says which, and like
        `of_team`; UnknownTeamError, too, where the chosen one is not served there.
        """

    async def serving(self, team: str) -> Sequence[Organisation]:
        """The organisations that a workspace serves, the oldest first. Raises like `of_team`."""

    async def settle_place(self, team: str, place: str, organisation: str) -> None:
        """From now on a channel, or a user, of a workspace means this organisation, which is served there."""

    async def belonging_of(self, team: str, user: str) -> Belonging | None:
        """The person behind a Slack user, wherever they are on record; None when nowhere."""

    async def holder_of(self, profile: str) -> Belonging | None:
        """The person who holds a profile, wherever they are on record; None when nobody does."""

    async def by_vendor_id(self, programme: str, vendor_ids: Collection[str]) -> Mapping[str, str]:
        """Those of the vendor's ids in a programme that are some organisation's, with its id."""

    async def vendor_ids(self, organisation: str) -> Sequence[str]:
        """The vendor's ids of an organisation in all its programmes, in order."""

    def crossing(
        self, organisations: Sequence[str], actor: Actor, *, event: str | None = None
    ) -> AbstractAsyncContextManager[tuple[Ledger, ...]]:
        """One transaction on several companies: all that is recorded in any is written together, or not at all.

        The only way in which anything goes from one organisation to another. `event` is marked done with its effect.
        Raises EventAlreadyDoneError when it had that before, and UnknownTeamError.
        """
