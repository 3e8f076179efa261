"""The workspaces beside the first: they come by invitation, are met, compared each night, and may leave again."""

from collections.abc import Callable
from datetime import datetime

from bot import logs
from bot.meeting import Meeting, SlackAwayError, SlackRefusesError
from bot.night import Night
from domain.ports import Companies, StorageDownError, UnknownTeamError
from storage.errors import SecondWorkspaceError
from storage.installations import Installations

log = logs.get()


class Others:
    """Without `installations` there are none. `home` tells whether a workspace is the first."""

    def __init__(
        self,
        installations: Installations | None,
        companies: Companies,
        meeting: Meeting,
        night: Night,
        home: Callable[[str], bool],
    ) -> None:
        self._installations = installations
        self._companies = companies
        self._meeting = meeting
        self._night = night
        self._home = home

    async def meet(self) -> None:
        """Get to know each of them, or what is new there. Raises StorageDownError and TokenKeyError."""
        if self._installations is not None:
            await self._installations.renew_keys()
        for team in await self._teams():
            await self.welcome(team)

    async def welcome(self, team: str) -> None:
        """Get to know a workspace; what prevents it is logged, and it is tried again each hour."""
        try:
            invited_as = await self._installations.invited_as(team) if self._installations else None
            await self._meeting.meet(team, invited_as)
        except (SlackRefusesError, SlackAwayError, StorageDownError, SecondWorkspaceError) as error:
            log.warning("meeting.not_done", team=team, error=logs.kind_of(error))

    async def left(self, team: str, told: datetime) -> None:
        """A workspace took us out: what it is owed waits, and its facts stay, until it installs us again."""
        if self._installations is not None and await self._installations.end(team, told):
            log.info("installation.ended", team=team)

    async def nightly(self) -> None:
        """Compare everybody with what is on record, where it is night; meet whoever could not be met before."""
        try:
            for team in await self._teams():
                await (self._night.run(team) if await self._is_met(team) else self.welcome(team))
        except StorageDownError as error:
            log.warning("night.no_company", error=logs.kind_of(error))

    async def _is_met(self, team: str) -> bool:
        try:
            await self._companies.of_team(team)
        except UnknownTeamError:
            return False
        return True

    async def _teams(self) -> list[str]:
        found = await self._installations.current() if self._installations else ()
        return [each.team for each in found if not self._home(each.team)]
