"""Events that change facts: committed before Slack is told that we have them, applied once, given up visibly."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import structlog
from slack_bolt import BoltResponse

from bot import logs
from bot.members import is_person, member
from bot.pacing import Means
from domain.ports import Companies, EventAlreadyDoneError, Member, StorageDownError, UnknownTeamError
from storage.inbox import Inbox, InboxEvent

PEOPLE = frozenset({"user_change", "team_join"})
LEAVING = frozenset({"app_uninstalled", "tokens_revoked"})
KEPT = frozenset({*PEOPLE, *LEAVING})
_OF_A_USER = (
    "id",
    "name",
    "real_name",
    "tz",
    "locale",
    "deleted",
    "is_bot",
    "is_workflow_bot",
    "is_stranger",
    "is_admin",
    "is_owner",
    "is_restricted",
    "is_ultra_restricted",
    "updated",
)

log = logs.get()


class Changing(Protocol):
    """What an event does to a company."""

    async def member_changed(self, team: str, member: Member, *, event: str) -> None:
        """Apply a Slack user as they are now; the event is marked done with it."""


class InboxDoor:
    """Bolt's middleware: writes events that change facts down, and only then lets Slack hear that they arrived."""

    def __init__(self, inbox: Inbox, now: Callable[[], datetime], wake: Callable[[], None]) -> None:
        self._inbox = inbox
        self._now = now
        self._wake = wake

    async def receive(self, body: Mapping[str, Any], next_: Callable[[], Awaitable[BoltResponse]]) -> BoltResponse:
        """Keep an event; let everything else pass. Slack sends again what could not be kept."""
        kind = (body.get("event") or {}).get("type")
        if body.get("type") != "event_callback" or kind not in KEPT:
            return await next_()
        event = str(body["event_id"])
        log.info("inbox.received", event_id=event, kind=kind)
        try:
            payload = kept(body["event"], body.get("event_time"))
            new = await self._inbox.receive(event, body["team_id"], kind, payload, self._now())
        except StorageDownError:
            log.warning("inbox.not_kept", event_id=event)
            return BoltResponse(status=503, body="")
        log.info("inbox.committed", event_id=event, new=new)
        self._wake()
        return BoltResponse(status=200, body="")


class InboxWork:
    """Applies the events that wait.

    `admins` gives whom the settings name as admins of a workspace, `left` is told of one that took us out, and when.
    """

    def __init__(
        self,
        inbox: Inbox,
        companies: Companies,
        conversations: Changing,
        admins: Callable[[str], Collection[str]],
        left: Callable[[str, datetime], Awaitable[None]],
        means: Means,
    ) -> None:
        self._inbox = inbox
        self._companies = companies
        self._conversations = conversations
        self._admins = admins
        self._left = left
        self._now, self._pacing, self._alarm = means.now, means.pacing, means.alarm

    async def step(self) -> bool:
        """Take the next event and apply it; whether there was one. Raises StorageDownError."""
        event = await self._inbox.claim(self._now(), timedelta(seconds=self._pacing.lease))
        if event is None:
            return False
        with structlog.contextvars.bound_contextvars(request=event.event):
            log.info("inbox.claimed", kind=event.kind, attempts=event.attempts)
            try:
                await self._apply(event)
            except StorageDownError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever it is, it is logged, tried again and given up visibly
                await self._failed(event, error)
            else:
                log.info("inbox.applied", kind=event.kind)
                await self._inbox.done(event.event, event.lease, self._now())
                log.info("inbox.done")
        return True

    async def _apply(self, event: InboxEvent) -> None:
        """Bring about what the event says; the effect itself marks it done."""
        if event.kind in LEAVING:
            if event.payload.get("ends"):
                log.warning("workspace.left", kind=event.kind)
                await self._left(event.team, datetime.fromtimestamp(int(str(event.payload["told"])), UTC))
            return
        user: Mapping[str, Any] = event.payload["user"] if isinstance(event.payload["user"], Mapping) else {}
        if not is_person(user):
            return
        try:
            company = await self._companies.of_team(event.team)
            known = company.members.get(user["id"])
            told = event.payload.get("told")
            changed = member(user, self._admins(event.team), known, None if told is None else str(told))
            await self._conversations.member_changed(event.team, changed, event=event.event)
        except UnknownTeamError:
            log.warning("inbox.no_company")
        except EventAlreadyDoneError:
            log.info("inbox.again")

    async def _failed(self, event: InboxEvent, error: Exception) -> None:
        if event.attempts < self._pacing.tries:
            log.error("inbox.failed", attempts=event.attempts, exc_info=error)
            when = self._now() + timedelta(seconds=self._pacing.after(event.attempts))
            await self._inbox.retry_at(event.event, event.lease, when, logs.kind_of(error))
            return
        log.error("inbox.given_up", attempts=event.attempts, exc_info=error)
        await self._inbox.fail(event.event, event.lease, logs.kind_of(error))
        await self._alarm("shell.event_given_up")


def kept(event: Mapping[str, Any], time: int | None = None) -> dict[str, Any]:
    """What of an event is needed to apply it, and nothing else about a person; `time` is its `event_time`."""
    if event.get("type") in LEAVING:
        ends = event["type"] == "app_uninstalled" or bool((event.get("tokens") or {}).get("bot"))
        return {"ends": ends, "told": str(time or 0)}
    user = event.get("user")
    if not isinstance(user, Mapping):
        return {}
    found = {key: user[key] for key in _OF_A_USER if key in user}
    profile = user.get("profile") or {}
    told = event.get("event_ts") or time
    when = {"told": str(told)} if told else {}
    return when | {"user": found | {"profile": {"real_name": profile.get("real_name")}}}
