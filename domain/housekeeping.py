"""Notices about how an organisation is set up: that it has one admin only, that its channel cannot be reached."""

from domain.owed import OWN, Due, History, Owed
from domain.ports import Company

ONE_ADMIN = f"{OWN}one-admin"
CHANNEL = f"{OWN}channel"


def few_admins(company: Company, history: History) -> Due:
    """That there is one admin only, once per episode; it ends when there is another.

    The warning waits for a day (`domain.rounds.SETTLES`), and is not told if there is another by then.
    """
    count, known = len(company.admins), ONE_ADMIN in history.open
    if count == 1 and not known:
        wanted = company.organisation.settings.wants("one_admin")
        said = Owed("one_admin", ONE_ADMIN, history.next_episode(ONE_ADMIN), "told")
        return Due((said,) if wanted else (), (ONE_ADMIN,))
    return Due(closed=(ONE_ADMIN,)) if known and count > 1 else Due()


def unreachable(channel: str, why: str, history: History) -> Due:
    """That alerts do not arrive in their channel, and Slack's word for why; once, until one arrives again."""
    if CHANNEL in history.open:
        return Due()
    details = {"channel": channel, "why": why}
    return Due((Owed("channel_unreachable", CHANNEL, history.next_episode(CHANNEL), "told", details),), (CHANNEL,))


def reached(history: History) -> Due:
    """That alerts arrive in their channel again."""
    return Due(closed=(CHANNEL,)) if CHANNEL in history.open else Due()
