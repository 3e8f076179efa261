"""Brings what is owed to its recipients: claim, look whether it went out already, send, confirm. Exactly once."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot import logs
from bot.alerts import Alerts, is_for_channel
from bot.messenger import BusyError, Letter, OutcomeUnknownError, Posted, RefusedError
from bot.pacing import Means
from bot.workspaces import At
from domain.ports import Companies, Company, Member, StorageDownError
from domain.reminders import REMINDER
from handlers.render.blocks import MOST_BLOCKS, MOST_IN_MESSAGE, fitting, sections
from handlers.replies import Reply
from handlers.words import Words, escape, language_of
from storage.deliveries import ClaimedDelivery, Deliveries

OF_THE_APP = frozenset(
    {
        "account_inactive",
        "invalid_auth",
        "missing_scope",
        "not_allowed_token_type",
        "not_authed",
        "token_expired",
        "token_revoked",
    }
)
"""Refusals that speak of our installation and not of the recipient: they pass when it is mended."""

SKEW = timedelta(minutes=5)
"""By how much Slack's clock and ours may differ."""

log = logs.get()


class DeliveryWork:
    """Sends deliveries. `render` writes what one recipient is told, `alerts` what a channel reads."""

    def __init__(
        self,
        deliveries: Deliveries,
        companies: Companies,
        workspaces: At,
        render: Callable[[Company, Member, ClaimedDelivery], Awaitable[Reply]],
        alerts: Alerts,
        means: Means,
    ) -> None:
        self._deliveries = deliveries
        self._companies = companies
        self._workspaces = workspaces
        self._render = render
        self._alerts = alerts
        self._now, self._pacing, self._alarm = means.now, means.pacing, means.alarm

    async def step(self) -> bool:
        """Take the next delivery and bring it; whether there was one. Raises StorageDownError."""
        now = self._now()
        claim = await self._deliveries.claim(now, timedelta(seconds=self._pacing.lease))
        if claim is None:
            return False
        with structlog.contextvars.bound_contextvars(request=claim.id):
            log.info("delivery.claimed", attempts=claim.attempts, again=claim.claimed_before)
            await self._bring(claim, now + timedelta(seconds=self._pacing.lease - self._pacing.sending))
        return True

    async def _bring(self, claim: ClaimedDelivery, until: datetime) -> None:
        try:
            company = await self._companies.get(claim.organisation)
            reply = await self._reply(company, claim)
            if reply is None:
                await self._deliveries.supersede(claim.id, claim.lease)
                log.info("delivery.superseded")
                return
            posted = await self._send(claim, reply, until)
        except StorageDownError:
            raise
        except BusyError as error:
            await self._again(claim, error.seconds or self._pacing.after(claim.attempts), "busy", surely_not_sent=True)
        except OutcomeUnknownError:
            # A request that we gave up may still be on its way: only after a while does the history tell the truth.
            await self._again(claim, self._pacing.settle, "no answer", surely_not_sent=False)
        except RefusedError as error:
            await self._refused(claim, error.code)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is logged, tried again and given up visibly
            await self._broken(claim, error)
        else:
            await self._deliveries.confirm(claim.id, claim.lease, posted.channel, posted.ts, self._now())
            log.info("delivery.confirmed")
            if reply.audience == "channel":
                await self._alerts.arrived(company, claim)

    async def _reply(self, company: Company, claim: ClaimedDelivery) -> Reply | None:
        """What is said to whom it is for; None where nothing of it is for them any more."""
        if is_for_channel(claim):
            return await self._alerts.reply(company, claim)
        recipient = company.members.get(claim.recipient)
        if recipient is None or not recipient.active:
            return None
        if recipient in company.admins:
            return await self._render(company, recipient, claim)
        own = tuple(notice for notice in claim.notices if notice.audience == "person")
        return await self._render(company, recipient, replace(claim, notices=own)) if own else None

    async def _send(self, claim: ClaimedDelivery, reply: Reply, until: datetime) -> Posted:
        """Find it, or send it while the claim is surely ours."""
        log.info("delivery.rendered", notices=len(claim.notices))
        to_channel = reply.audience == "channel"
        messenger = self._workspaces(claim.team).messenger
        channel = claim.recipient if to_channel else await messenger.direct(claim.recipient)
        log.info("delivery.opened")
        if claim.unsettled_since is not None:
            log.info("delivery.looking")
            found = await messenger.find(channel, claim.id, claim.unsettled_since - SKEW)
            if found is not None:
                log.info("delivery.settled_from_history")
                return found
            log.info("delivery.not_in_history")
        if self._now() > until:
            log.warning("delivery.late")
            raise BusyError
        log.info("delivery.sending")
        posted = await messenger.post(channel, Letter(reply.text, reply.blocks, delivery=claim.id))
        log.info("delivery.sent")
        return posted

    async def _again(self, claim: ClaimedDelivery, seconds: float, why: str, *, surely_not_sent: bool) -> None:
        log.warning("delivery.rate_limited" if surely_not_sent else "delivery.unknown_outcome", seconds=seconds)
        settled = surely_not_sent and claim.unsettled_since is None
        when = self._now() + timedelta(seconds=seconds)
        await self._deliveries.retry_at(claim.id, claim.lease, when, why, surely_not_sent=settled)
        log.info("delivery.put_off")

    async def _broken(self, claim: ClaimedDelivery, error: Exception) -> None:
        """Something is wrong with us: try again, as long as that may help."""
        log.error("delivery.broken", attempts=claim.attempts, exc_info=error)
        if claim.attempts < self._pacing.tries:
            when = self._now() + timedelta(seconds=self._pacing.after(claim.attempts))
            await self._deliveries.retry_at(claim.id, claim.lease, when, logs.kind_of(error))
            return
        await self._given_up(claim, logs.kind_of(error))

    async def _refused(self, claim: ClaimedDelivery, code: str) -> None:
        if code in OF_THE_APP:
            log.error("delivery.app_refused", code=code)
            when = self._now() + timedelta(seconds=self._pacing.longest_retry)
            await self._deliveries.retry_at(claim.id, claim.lease, when, code, surely_not_sent=not claim.claimed_before)
            return
        if is_for_channel(claim):
            await self._deliveries.fail(claim.id, claim.lease, code)
            await self._alerts.refused(claim, code)
            return
        await self._given_up(claim, code)

    async def _given_up(self, claim: ClaimedDelivery, error: str) -> None:
        """Write it off, and tell the other admins what one of them does not know; without others, that it is so."""
        await self._deliveries.fail(claim.id, claim.lease, error)
        log.error("delivery.failed", code=error)
        told = 0
        try:
            company = await self._companies.get(claim.organisation)
            messenger = self._workspaces(company.team).messenger
            for admin in () if is_reminder(claim) else company.admins:
                if admin.user != claim.recipient:
                    letter = undelivered(company, claim, admin, await self._render(company, admin, claim))
                    await messenger.post(await messenger.direct(admin.user), letter)
                    told += 1
        except Exception:
            log.exception("delivery.failure_not_told")
        if not told:
            await self._alarm("shell.delivery_failed")


def is_reminder(claim: ClaimedDelivery) -> bool:
    """Whether it brings what somebody asked for themselves, which is nobody else's."""
    return any(notice.kind == REMINDER for notice in claim.notices)


def undelivered(company: Company, claim: ClaimedDelivery, admin: Member, told: Reply) -> Letter:
    """What an admin is told of a message that a colleague could not be sent: to whom, and what it says."""
    words = Words(language_of(admin.speaks))
    member = company.members.get(claim.recipient)
    name = escape(member.name if member else claim.recipient)
    said = words.say("shell.undelivered", name=name, request=claim.id)
    blocks = fitting([*sections([said], words), *told.blocks], MOST_BLOCKS, MOST_IN_MESSAGE, words)
    return Letter(f"{said}\n{told.text}", blocks)
