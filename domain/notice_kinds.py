"""The kinds of notices, as data: whom each is for, how long before a date it is told, how urgent and grave it is.

Kinds are stored with what is owed, so a name here never changes its meaning.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

NoticeKind: TypeAlias = Literal[
    "at_risk",
    "departed",
    "departed_many",
    "association_moved",
    "association_disputed",
    "profile_claimed",
    "renewal",
    "contributor_ending",
    "override_ending",
    "rules_changed",
    "figures_overdue",
    "own_ending",
    "risk_unclear",
    "one_admin",
    "channel_unreachable",
    "returned",
    "mended",
    "welcome",
    "went_live",
    "invited",
    "reminder",
    "standing_in",
    "came_back",
]
NoticeAudience: TypeAlias = Literal["admins", "person"]


@dataclass(frozen=True, slots=True)
class KindOfNotice:
    """What holds for every notice of a kind, unless an organisation set it otherwise.

    `audience`: every admin, or the one person whom the notice's details name as "person". `lead_days` are the days
    before the date that it speaks of on which it is told, the earliest first; negative ones come after it; without any
    it is told when something happens. An `urgent` one goes out at once at any hour, the others in a digest. Among
    notices that cost the same, that of a lower `rank` comes first. One that is not `optional` cannot be switched off.
    What nobody takes is handed on to so many further admins at the most (`hands`); None: until all were told.
    """

    kind: NoticeKind
    audience: NoticeAudience
    urgent: bool
    rank: int
    lead_days: tuple[int, ...] = ()
    optional: bool = True
    hands: int | None = None


_TABLE = (
    KindOfNotice("at_risk", "admins", urgent=True, rank=1, optional=False),
    KindOfNotice("departed", "admins", urgent=True, rank=0),
    KindOfNotice("departed_many", "admins", urgent=True, rank=0, optional=False),
    KindOfNotice("association_moved", "admins", urgent=True, rank=2),
    KindOfNotice("association_disputed", "admins", urgent=True, rank=3),
    KindOfNotice("profile_claimed", "person", urgent=True, rank=3, optional=False),
    KindOfNotice("renewal", "admins", urgent=False, rank=4, lead_days=(90, 30, 15, 0, -23)),
    KindOfNotice("contributor_ending", "admins", urgent=False, rank=5, lead_days=(90, 30, 7)),
    KindOfNotice("override_ending", "admins", urgent=False, rank=6, lead_days=(30, 14, 7, 1, 0)),
    KindOfNotice("rules_changed", "admins", urgent=False, rank=7, lead_days=(90, 30, 7, 0)),
    KindOfNotice("figures_overdue", "admins", urgent=False, rank=8, hands=1),
    KindOfNotice("risk_unclear", "admins", urgent=False, rank=8),
    KindOfNotice("own_ending", "person", urgent=False, rank=9, lead_days=(90, 30, 7)),
    KindOfNotice("one_admin", "admins", urgent=False, rank=10),
    KindOfNotice("channel_unreachable", "admins", urgent=False, rank=10, optional=False),
    KindOfNotice("returned", "admins", urgent=False, rank=11),
    KindOfNotice("mended", "admins", urgent=False, rank=12),
    KindOfNotice("welcome", "person", urgent=True, rank=13, optional=False),
    KindOfNotice("went_live", "admins", urgent=True, rank=13, optional=False),
    KindOfNotice("invited", "person", urgent=False, rank=13, optional=False),
    KindOfNotice("standing_in", "person", urgent=True, rank=13, optional=False),
    KindOfNotice("came_back", "person", urgent=False, rank=0, optional=False),
    KindOfNotice("reminder", "person", urgent=False, rank=13, optional=False),
)

NOTICES: Mapping[NoticeKind, KindOfNotice] = MappingProxyType({each.kind: each for each in _TABLE})
"""Every kind, the gravest first."""
