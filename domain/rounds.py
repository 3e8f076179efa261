"""The postbox's rounds: what waits and may go now, what nobody took and is handed on, and what is over before it went.

Moments are aware UTC on the business clock.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType

from domain.notice_kinds import NOTICES
from domain.notices import History, Owed
from domain.ports import Company
from domain.postbox import Desk, earliest
from domain.recipients import CLOSING, NOBODY, next_in_turn, present, standing_in, taker
from domain.reminders import REMINDER

PATIENCE = 3
"""After how many working days what nobody took goes to the next admin."""

FORGOTTEN = timedelta(days=30)
"""What went so long ago is handed to nobody any more: who becomes an admin is not told the past."""

SETTLES = MappingProxyType({"one_admin": timedelta(days=1)})
"""How long something has to be so before it is told."""

HANDED_ON = "handed_on"
AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Slip:
    """A notice on its way to one recipient.

    `since` is the moment from which it may go in a digest, None for one that went at once; `went` the moment at which
    it went into a message.
    """

    id: str
    recipient: str
    owed: Owed
    since: datetime | None = None
    went: datetime | None = None

    @property
    def about(self) -> tuple[str, str, int]:
        """What it is about, whatever its step."""
        return (self.owed.kind, self.owed.about, self.owed.episode)


@dataclass(frozen=True, slots=True)
class Situation:
    """What a round goes by: the company, the recipients' desks and the organisation's own, the moment and its day.

    `moot` are the keys of what waits, or went, and is over on the facts.
    """

    company: Company
    history: History
    desks: Mapping[str, Desk]
    home: Desk
    at: datetime
    moot: frozenset[tuple[str, str, int, str]] = frozenset()

    @property
    def on(self) -> date:
        """The organisation's day."""
        return self.home.day_of(self.at)

    def is_over(self, owed: Owed) -> bool:
        """Whether what a notice speaks of is over, by its episode or on the facts."""
        return owed.key in self.moot or is_over(owed, self.history)

    def desk(self, user: str) -> Desk:
        """Where somebody reads."""
        return self.desks.get(user, self.home)


@dataclass(frozen=True, slots=True)
class Round:
    """What a round does: who gets which slips, which of them are for somebody else now, and which are over.

    `alone` are those of which each goes by itself, beside what its recipient gets in a digest: they asked for it.
    """

    bundles: Mapping[str, tuple[Slip, ...]]
    readdressed: tuple[Slip, ...] = ()
    superseded: tuple[Slip, ...] = ()
    next_at: datetime | None = None
    alone: tuple[Slip, ...] = ()

    @property
    def letters(self) -> tuple[tuple[str, tuple[Slip, ...]], ...]:
        """Each message with its recipient."""
        return (*self.bundles.items(), *((slip.recipient, (slip,)) for slip in self.alone))


def is_over(owed: Owed, history: History) -> bool:
    """Whether what a notice speaks of ended before it went; and of one that says so, whether it began again."""
    if owed.kind in CLOSING:
        return owed.about in history.open
    latest = history.episodes.get(owed.about, 0)
    if owed.episode > latest:
        return False
    return owed.about not in history.open or owed.episode < latest


def handed_on(slips: Sequence[Slip], now: Situation) -> tuple[tuple[Slip, ...], datetime | None]:
    """What goes to the next admin because nobody took it, with an empty id each; and when more will."""
    groups: defaultdict[tuple[str, str, int], list[Slip]] = defaultdict(list)
    for slip in slips:
        groups[slip.about].append(slip)
    steps = [step for group in groups.values() for step in _next_hand(group, now)]
    due = tuple(slip for slip in steps if slip.since is not None and slip.since <= now.at)
    return due, earliest(slip.since for slip in steps if slip not in due)


def make_round(slips: Sequence[Slip], now: Situation) -> Round:
    """Sort what waits: each recipient gets at most one bundle, and of several steps about the same only the last."""
    waiting = [slip for slip in slips if slip.went is None]
    keys = {(slip.recipient, slip.owed.key) for slip in slips}
    kept: dict[tuple[str, tuple[str, str, int]], Slip] = {}
    superseded: list[Slip] = []
    for slip in waiting:
        sent = _forwarded(slip, now)
        known = sent is not None and sent != slip.recipient and (sent, slip.owed.key) in keys
        if sent is None or known or now.is_over(slip.owed) or _taken_by_another(slip, sent, now):
            superseded.append(slip)
            continue
        before = kept.pop((sent, slip.about), None)
        superseded += [] if before is None else [before]
        kept[sent, slip.about] = replace(slip, recipient=sent)
    moved = {slip.id: slip.recipient for slip in waiting}
    readdressed = tuple(slip for slip in kept.values() if slip.recipient != moved[slip.id])
    apart = [slip for slip in kept.values() if _goes_alone(slip)]
    bundles, next_at = _bundled([slip for slip in kept.values() if slip not in apart], now)
    alone = tuple(slip for slip in apart if _may_go(slip, now) == now.at)
    later = [_may_go(slip, now) for slip in apart if slip not in alone]
    return Round(bundles, readdressed, tuple(superseded), earliest((next_at, *later)), alone)


def _goes_alone(slip: Slip) -> bool:
    """Whether it is no part of a digest, and keeps none from going."""
    return slip.owed.kind == REMINDER


def _may_go(slip: Slip, now: Situation) -> datetime:
    """When what its recipient asked for may go, whatever else they got on that day."""
    return replace(now.desk(slip.recipient), last=None).may_go(max(now.at, slip.since or now.at))


def ready_from(owed: Owed, at: datetime) -> datetime | None:
    """From when on a notice that is owed at a moment may go in a digest; None for one that goes at once."""
    return None if owed.urgent else at + SETTLES.get(owed.kind, timedelta())


def again(slip: Slip, until: datetime, identity: str) -> Slip:
    """The same notice once more, from a moment on."""
    step = f"{_step(slip)}@{until.isoformat()}"
    owed = replace(slip.owed, step=step, details={**slip.owed.details, AGAIN: "yes"})
    return Slip(identity, slip.recipient, owed, until)


def last_digests(slips: Iterable[Slip]) -> Mapping[str, datetime]:
    """When each recipient's last digest went."""
    found: dict[str, datetime] = {}
    for slip in slips:
        if slip.since is not None and slip.went is not None and not _goes_alone(slip):
            found[slip.recipient] = max(slip.went, found.get(slip.recipient, slip.went))
    return found


def _next_hand(group: Sequence[Slip], now: Situation) -> Iterator[Slip]:
    """The slip for the next admin, from when on it may go; nothing where somebody has it, or nobody is left."""
    last = max(group, key=lambda slip: slip.went or now.at)
    owed = last.owed
    if owed.urgent or owed.audience != "admins" or owed.kind in CLOSING or now.is_over(owed):
        return
    if any(slip.went is None for slip in group) or taker(now.company, owed.about, owed.episode) is not None:
        return
    if last.went is None or now.at - last.went > FORGOTTEN:
        return
    # Who was told of an earlier step hears of the next one, too, when nobody takes it.
    had = [slip.recipient for slip in group if _step(slip) == _step(last)]
    most = NOTICES[owed.kind].hands
    user = next_in_turn(now.company, last.recipient, had, now.on)
    if user is not None and (most is None or len({*had}) <= most):
        details = {**last.owed.details, HANDED_ON: last.recipient}
        since = now.desk(last.recipient).after_working_days(last.went, PATIENCE)
        yield Slip("", user, replace(last.owed, details=details), since)


def _step(slip: Slip) -> str:
    """The step of a notice before somebody asked to be told again, which is written behind it."""
    return slip.owed.step.partition("@")[0]


def _forwarded(slip: Slip, now: Situation) -> str | None:
    """Who gets it now: who stands in, the first admin for who is none any more; None where it concerns nobody."""
    if slip.recipient == now.company.organisation.settings.alert_channel:
        return slip.recipient
    if slip.owed.audience == "person":
        member = now.company.members.get(slip.recipient)
        return slip.recipient if member is not None and member.active else None
    if any(admin.user == slip.recipient for admin in now.company.admins):
        return standing_in(now.company, slip.recipient, now.on)
    return next(iter(present(now.company, now.on)), NOBODY)


def _taken_by_another(slip: Slip, recipient: str, now: Situation) -> bool:
    if slip.owed.kind in CLOSING or slip.owed.audience == "person":
        return False
    found = taker(now.company, slip.owed.about, slip.owed.episode)
    return found is not None and recipient != standing_in(now.company, found, now.on)


def _bundled(slips: Iterable[Slip], now: Situation) -> tuple[Mapping[str, tuple[Slip, ...]], datetime | None]:
    """What each recipient gets now, and when the first of the others gets something."""
    theirs: defaultdict[str, list[Slip]] = defaultdict(list)
    for slip in slips:
        if slip.recipient != NOBODY:
            theirs[slip.recipient].append(slip)
    bundles: dict[str, tuple[Slip, ...]] = {}
    later: list[datetime] = []
    for user, found in theirs.items():
        ready = tuple(slip for slip in found if slip.since is not None and slip.since <= now.at)
        desk = now.desk(user)
        if ready and desk.may_go(now.at) == now.at:
            bundles[user] = ready
            desk = replace(desk, last=now.at)
        rest = [slip for slip in found if slip not in bundles.get(user, ())]
        later += [desk.may_go(max(now.at, slip.since)) for slip in rest if slip.since is not None]
    return bundles, earliest(later)
