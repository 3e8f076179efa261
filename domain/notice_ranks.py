"""What comes first in a digest: what costs the most, not what is next in time."""

from collections.abc import Iterable

from domain.notice_kinds import NOTICES
from domain.owed import Owed
from domain.programme import Programme

MEMBERSHIP = "membership"
LEAVING = frozenset({"departed", "departed_many", "association_moved"})
LAST_CALL = 15
"""From so many days before the anniversary on, a renewal that is still to be made may cost the membership."""


def ranked(programme: Programme, notices: Iterable[Owed]) -> tuple[Owed, ...]:
    """Notices with the gravest first: what costs the membership, then its levels from the highest, then the rest.

    Who left comes before the gravest risk beside it, for it is why.
    """
    listed = list(notices)
    gravest = min((cost(programme, notice) for notice in listed if notice.kind == "at_risk"), default=_rest(programme))

    def place(notice: Owed) -> tuple[int, int, int]:
        costs = cost(programme, notice)
        among = _of(programme, [notice.subject])
        leaves = notice.kind in LEAVING and notice.details.get("side") != "gained"
        return (min(costs, gravest), 0, among) if leaves else (costs, NOTICES[notice.kind].rank, among)

    return tuple(sorted(listed, key=place))


def cost(programme: Programme, notice: Owed) -> int:
    """What a notice may cost: 0 the membership, then a number for each level from the highest, then nothing."""
    match notice.kind:
        case "went_live":
            return -1
        case "at_risk" | "risk_unclear":
            return _of(programme, [notice.subject])
        case "renewal":
            grave = notice.details.get("status") != "met" or int(notice.step) <= LAST_CALL
            return 0 if grave else _rest(programme)
        case "departed" | "departed_many" | "contributor_ending" | "rules_changed" | "own_ending":
            return _of(programme, (*notice.listed("lost"), *notice.listed("sunk"), *notice.listed("worse")))
        case "override_ending" | "association_moved":
            return _of(programme, notice.listed("levels"))
        case _:
            return _rest(programme)


def _rest(programme: Programme) -> int:
    return len(programme.levels) + 1


def _of(programme: Programme, subjects: Iterable[str]) -> int:
    highest_first = list(programme.levels)[::-1]
    found = []
    for subject in subjects:
        of, _, level = subject.partition("/")
        if of == MEMBERSHIP:
            found.append(0)
        elif level in highest_first:
            found.append(1 + highest_first.index(level))
    return min(found, default=_rest(programme))
