"""The company on one page, for admins: what holds, what is at risk, what hangs on whom, what is overdue and stuck."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.conditions import Status
from domain.dates import Month
from domain.facts import Override
from domain.forecast import LevelKey
from domain.notice_figures import month_due, overdue
from domain.owed import in_full
from domain.ports import Care, Member
from domain.programme import Programme
from domain.recipients import standing_in, taker
from domain.risk import LevelOutlook, Outlook
from handlers.numbered import current
from handlers.render.membership_state import MembershipAnswer
from handlers.room import Room
from handlers.status import Overview, overview
from handlers.views import View


@dataclass(frozen=True, slots=True)
class Hanging:
    """Somebody without whom some levels that are met would not be."""

    person: str
    levels: tuple[LevelKey, ...]


@dataclass(frozen=True, slots=True)
class CompanyPage:
    """Everything that an admin sees of the company at once.

    `risks` begin with what costs the most; `unclear` were at risk and are not known now; `cares` says who takes care of
    which. `overdue` are the metrics of which `month` is missing, with the levels that need them.
    """

    overview: Overview
    membership: MembershipAnswer
    risks: tuple[Outlook, ...]
    unclear: tuple[Outlook, ...]
    cares: Mapping[str, Care]
    overrides: tuple[Override, ...]
    hanging: tuple[Hanging, ...]
    month: Month
    overdue: Mapping[str, Sequence[str]]


def company_page(room: Room) -> CompanyPage:
    """The company as it is today, in the programme of the room. The speaker is an admin, in private."""
    view, month = room.view(), month_due(room.today)
    risks = sorted(view.risks, key=lambda risk: _cost(room.programme, risk))
    return CompanyPage(
        overview=replace(overview(room, view), risks=None, unclear=None),
        membership=MembershipAnswer(view.membership, None, tells_risks=True),
        risks=tuple(risks),
        unclear=view.unclear,
        cares=_cares(room, risks),
        overrides=tuple(current(room.company, room.today)),
        hanging=_hanging(view),
        month=month,
        overdue=overdue(room.programme, room.company.facts, room.today, month) if _is_begun(room) else {},
    )


def _is_begun(room: Room) -> bool:
    return bool(room.company.facts.people or room.company.facts.figures)


def _cost(programme: Programme, risk: Outlook) -> tuple[object, ...]:
    """The membership first, then the highest level; of equal ones what is short the soonest."""
    from_highest = -list(programme.levels).index(risk.level)
    return (isinstance(risk, LevelOutlook), from_highest, risk.short_from or risk.day, risk.subject)


def _cares(room: Room, risks: Sequence[Outlook]) -> Mapping[str, Care]:
    """Who takes care of each risk in its latest episode."""
    found: dict[str, Care] = {}
    here = room.programme.id if room.elsewhere else ""
    wanted = {in_full(here, risk.subject): risk.subject for risk in risks}
    for subject, episode in sorted(room.company.cares):
        if subject in wanted and taker(room.company, subject, episode) is not None:
            found[wanted[subject]] = room.company.cares[subject, episode]
    return found


def _hanging(view: View) -> tuple[Hanging, ...]:
    """Who carries the most levels comes first."""
    found: defaultdict[str, list[LevelKey]] = defaultdict(list)
    for competency in view.standing.competencies.values():
        for level in competency.levels.values():
            if level.on_facts is Status.MET:
                for person in view.irreplaceable(level):
                    found[person].append((level.competency, level.level))
    hanging = (Hanging(person, tuple(levels)) for person, levels in found.items())
    return tuple(sorted(hanging, key=lambda each: (-len(each.levels), view.names.get(each.person, ""))))


def away_admins(room: Room) -> tuple[tuple[Member, str], ...]:
    """The admins who are away, each with whoever reads for them."""
    gone = (admin for admin in room.company.admins if admin.is_away(room.today))
    return tuple((admin, standing_in(room.company, admin.user, room.today)) for admin in gone)
