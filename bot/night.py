"""Once a night everybody whom Slack lists is compared with who is on record: what no event told is taken over then."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot import logs
from bot.meeting import SlackAwayError, SlackRefusesError
from domain.ports import Companies, StorageDownError, UnknownTeamError

HOURS = range(3, 6)
"""The hours of the organisation's night in which it is tried, until it went well once."""

log = logs.get()


class Night:
    """The nightly comparison of a Slack workspace. `now` tells real UTC: whom Slack lists is not of business time.

    Another replica may do the same in the same night: it finds nothing left to take over.
    """

    def __init__(
        self,
        companies: Companies,
        compare: Callable[[str], Awaitable[int]],
        now: Callable[[], datetime],
        alarm: Callable[[str], Awaitable[None]],
    ) -> None:
        self._companies = companies
        self._compare = compare
        self._now = now
        self._alarm = alarm
        self._done: dict[str, date] = {}

    async def run(self, team: str) -> None:
        """Compare, if it is night there and has not been done yet. Whatever prevents it is logged."""
        try:
            company = await self._companies.of_team(team)
        except (UnknownTeamError, StorageDownError) as error:
            log.warning("night.no_company", error=logs.kind_of(error))
            return
        local = self._now().astimezone(ZoneInfo(company.organisation.time_zone))
        if local.hour in HOURS and self._done.get(team) != local.date():
            await self._tried(team, local)

    async def _tried(self, team: str, local: datetime) -> None:
        try:
            count = await self._compare(team)
        except (SlackAwayError, SlackRefusesError, StorageDownError) as error:
            log.warning("night.not_compared", error=logs.kind_of(error))
            if local.hour == HOURS[-1]:
                await self._alarm("shell.not_compared")
        else:
            self._done[team] = local.date()
            log.info("night.compared", changed=count)
