"""What is owed: a notice, what a look brought up, and what was said before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from domain.notice_kinds import NOTICES, NoticeAudience, NoticeKind

PERSON = "person/"
"""How the subject of what is told of a person begins."""

SEPARATOR = "::"
"""What stands between a programme and a subject of it, where it is not the organisation's first one."""

AWAY = "away/"
"""How the subject begins of what is told because an admin is away."""

OWN = "organisation/"
"""How the subject begins of what is told of how the organisation is set up: its admins, its channel."""


@dataclass(frozen=True, slots=True)
class Owed:
    """One notice. `details` holds what its words are made of: ids, dates and codes, never names.

    `programme` is the one that its subject is of; empty for the organisation's first one, and where it is of none.
    """

    kind: NoticeKind
    subject: str
    episode: int
    step: str
    details: Mapping[str, str] = field(default_factory=dict)
    programme: str = ""

    @property
    def about(self) -> str:
        """What it is about, among everything that the organisation is told of."""
        return in_full(self.programme, self.subject)

    @property
    def key(self) -> tuple[str, str, int, str]:
        """What makes it the same notice."""
        return (self.kind, self.about, self.episode, self.step)

    @property
    def audience(self) -> NoticeAudience:
        """Whom it is for: every admin, or the person whom `details` names as "person"."""
        return NOTICES[self.kind].audience

    @property
    def urgent(self) -> bool:
        """Whether it goes out at once at any hour."""
        return NOTICES[self.kind].urgent

    def listed(self, detail: str) -> tuple[str, ...]:
        """A detail that holds several ids or subjects."""
        return tuple(part for part in self.details.get(detail, "").split(",") if part)


def in_full(programme: str, subject: str) -> str:
    """A subject among those of all programmes; that of the organisation's first one (empty) stays as it is."""
    return f"{programme}{SEPARATOR}{subject}" if programme else subject


def taken_apart(about: str) -> tuple[str, str]:
    """The programme (empty: the first one) and the subject within it."""
    programme, apart, subject = about.partition(SEPARATOR)
    return (programme, subject) if apart else ("", about)


@dataclass(frozen=True, slots=True)
class Due:
    """What a look at the facts brought up: notices, and the subjects whose episode opened or closed."""

    notices: tuple[Owed, ...] = ()
    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """What was said before: how many episodes a subject had, which are open, and the keys of notices already owed."""

    episodes: Mapping[str, int] = field(default_factory=dict)
    open: frozenset[str] = frozenset()
    steps: frozenset[tuple[str, str, int, str]] = frozenset()

    def next_episode(self, subject: str) -> int:
        """The number of the episode that would open now."""
        return self.episodes.get(subject, 0) + 1


Moot: TypeAlias = Callable[[Sequence[Owed]], Sequence[Owed]]
"""Picks from notices those that are over."""


def nothing_moot(_notices: Sequence[Owed]) -> Sequence[Owed]:
    """None of them is over."""
    return ()
