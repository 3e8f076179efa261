"""Tells an admin, in a direct message, that something went wrong which nobody asked about."""

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot import logs
from bot.messenger import Letter, NotSentError, OutcomeUnknownError
from bot.workspaces import At
from domain.ports import Companies, StorageDownError, UnknownTeamError
from handlers.words import Words, language_of

QUIET = timedelta(hours=1)

log = logs.get()


class Alarm:
    """Of each kind of trouble at most one message an hour. `team` is the first Slack workspace, once it is known."""

    def __init__(self, companies: Companies, workspaces: At, now: Callable[[], datetime]) -> None:
        self._companies = companies
        self._workspaces = workspaces
        self._now = now
        self._told: dict[str, datetime] = {}
        self.team = ""

    async def __call__(self, key: str) -> None:
        """Tell the first admin; `key` is the message. Whatever prevents it is logged: there is nobody else to tell."""
        now = self._now()
        if self._told.get(key, now - QUIET) > now - QUIET:
            return
        self._told[key] = now
        request = str(structlog.contextvars.get_contextvars().get("request", "–"))
        try:
            company = await self._companies.of_team(self.team)
            for admin in company.admins[:1]:
                words = Words(language_of(admin.locale))
                messenger = self._workspaces(company.team).messenger
                channel = await messenger.direct(admin.user)
                await messenger.post(channel, Letter(words.say(key, request=request)))
                log.info("alarm.told", key=key)
        except (StorageDownError, UnknownTeamError, NotSentError, OutcomeUnknownError) as error:
            log.warning("alarm.not_told", key=key, error=logs.kind_of(error))
