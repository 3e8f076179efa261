"""The organisation's channel for alerts: told besides the admins, who hear it when the channel cannot be reached."""

from collections.abc import Callable
from datetime import datetime

from bot import logs
from bot.messenger import RefusedError
from bot.workspaces import At
from domain.housekeeping import reached, unreachable
from domain.notices import Due, History
from domain.ports import Actor, Companies, Company
from handlers.replies import Reply
from storage.deliveries import ClaimedDelivery

SHARED = "shared"
"""Why nothing is said in a channel that other companies read."""

log = logs.get()


class Alerts:
    """`render` writes what the channel reads; `now` is the business clock."""

    def __init__(
        self,
        companies: Companies,
        workspaces: At,
        render: Callable[[Company, ClaimedDelivery], Reply],
        now: Callable[[], datetime],
    ) -> None:
        self._companies = companies
        self._workspaces = workspaces
        self._render = render
        self._now = now

    async def reply(self, company: Company, claim: ClaimedDelivery) -> Reply | None:
        """What the channel reads; None when it is the channel for alerts no more.

        Raises RefusedError where other companies read it too, or Slack does not show it.
        """
        if claim.recipient != company.organisation.settings.alert_channel:
            return None
        if await self._workspaces(claim.team).channels.is_shared(claim.recipient):
            raise RefusedError(SHARED)
        return self._render(company, claim)

    async def refused(self, claim: ClaimedDelivery, code: str) -> None:
        """Tell the admins that an alert did not arrive, and the cure; once, until one arrives again."""
        log.warning("alerts.refused", code=code)
        await self._note(claim, lambda history: unreachable(claim.recipient, code, history))

    async def arrived(self, company: Company, claim: ClaimedDelivery) -> None:
        """The channel can be reached."""
        log.info("alerts.arrived", organisation=company.organisation.id)
        await self._note(claim, reached)

    async def _note(self, claim: ClaimedDelivery, said: Callable[[History], Due]) -> None:
        async with self._companies.change(claim.organisation, Actor(None, claim.id)) as ledger:
            due = said(ledger.history)
            if due != Due():
                await ledger.owe(due, self._now())
                await ledger.look_again(self._now())


def is_for_channel(claim: ClaimedDelivery) -> bool:
    """Whether a message is for a channel, by Slack's ids: people's begin with U or W."""
    return not claim.recipient.startswith(("U", "W"))
