"""Which notices are due: pure decisions on facts, dates and what was already said.

A notice is owed to one recipient once; its key is organisation, kind, subject, episode, step and recipient. The
organisation and the recipients are the shell's: `due` names what every admin has to hear.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

NoticeKind: TypeAlias = Literal["at_risk", "mended", "departed", "override_ending"]


@dataclass(frozen=True, slots=True)
class Owed:
    """One notice for every admin. `details` holds what its words are made of: ids, dates and codes, never names."""

    kind: NoticeKind
    subject: str
    episode: int
    step: str
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Due:
    """What a look at the facts brought up. Episodes are per subject; an opened one is numbered by its notice."""

    notices: tuple[Owed, ...] = ()
    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """What was said before: per subject the number of episodes so far, which are open, and the steps already owed.

    `steps` holds (kind, subject, episode, step).
    """

    episodes: Mapping[str, int] = field(default_factory=dict)
    open: frozenset[str] = frozenset()
    steps: frozenset[tuple[str, str, int, str]] = frozenset()
