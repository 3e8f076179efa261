"""Notices that wait and need not be told any more: what they speak of was mended, moved or overtaken."""

from collections.abc import Sequence
from datetime import date

from domain.facts import Facts
from domain.notice_endings import ending_notices
from domain.notice_figures import figure_notices
from domain.notice_overrides import override_notices
from domain.notice_renewal import renewal_notices
from domain.notice_risks import TOLD_ON
from domain.notice_rules import rule_notices
from domain.notice_unclear import unclear
from domain.organisation_settings import OrganisationSettings
from domain.owed import History, Owed
from domain.programme import Programme
from domain.risk import outlooks

COUNTDOWNS = frozenset(
    {
        "override_ending",
        "own_ending",
        "contributor_ending",
        "renewal",
        "rules_changed",
        "figures_overdue",
        "risk_unclear",
    }
)
"""Kinds that are told as long as the facts bear them out, of a date's steps the latest; others go by their episodes."""
NOTHING_TOLD = History()


def moot(
    programme: Programme, facts: Facts, on: date, settings: OrganisationSettings, waiting: Sequence[Owed]
) -> tuple[Owed, ...]:
    """Those of the notices that wait which are over: the facts would not bring them up on this day.

    A kind that was switched off meanwhile is over too, and so is a countdown of what a risk told on the same day.
    """
    about = {notice.kind for notice in waiting if notice.kind in COUNTDOWNS}
    people = {notice.details.get("person", "") for notice in waiting}
    alive: set[tuple[str, str, int, str]] = set()
    if "override_ending" in about:
        alive |= {n.key for n in override_notices(programme, facts, on, settings, NOTHING_TOLD)}
    if about & {"own_ending", "contributor_ending"}:
        endings = list(ending_notices(programme, facts, on, settings, NOTHING_TOLD, people))
        alive |= {_key(n) for n in waiting if any(_is_borne_out(n, now) for now in endings)}
    if "renewal" in about:
        alive |= {n.key for n in renewal_notices(programme, facts, on, settings, NOTHING_TOLD)}
    if "rules_changed" in about:
        alive |= {n.key for n in rule_notices(programme, facts, on, settings, NOTHING_TOLD)}
    if "figures_overdue" in about:
        alive |= {n.key for n in figure_notices(programme, facts, on, NOTHING_TOLD)}
    if "risk_unclear" in about:
        subjects = {outlook.subject for outlook in unclear(outlooks(programme, facts, on), on)}
        alive |= {_key(n) for n in waiting if n.kind == "risk_unclear" and n.subject in subjects}
    risks = [n for n in waiting if n.kind == "at_risk" and n.details.get(TOLD_ON) == on.isoformat()]
    return tuple(n for n in waiting if _is_over(n, alive) or not settings.wants(n.kind) or _is_told(n, risks))


def _is_borne_out(notice: Owed, now: Owed) -> bool:
    """Whether the end of an achievement still costs a level of those that were to be told, however much else fell."""
    levels = "levels" if notice.kind == "own_ending" else "lost"
    return _key(notice) == now.key and not {*notice.listed(levels)}.isdisjoint(now.listed(levels))


def _is_told(notice: Owed, risks: Sequence[Owed]) -> bool:
    """Whether risks name all that is lost by a countdown, and the same end as its cause."""
    match notice.kind:
        case "contributor_ending":
            lost, same = notice.listed("lost"), [risk for risk in risks if _same_end(notice, risk)]
        case "override_ending":
            lost = notice.listed("levels")
            same = [risk for risk in risks if risk.details.get("override") == notice.details["override"]]
        case _:
            return False
    return bool(lost) and {*lost} <= {risk.subject for risk in same}


def _same_end(notice: Owed, risk: Owed) -> bool:
    """Whether a risk has the end of an achievement as its cause; of a credential's end nobody's in particular."""
    ends, cause = notice.details, risk.details
    same = cause.get("credential") == ends["credential"] and cause.get("from") == ends["on"]
    return same and cause.get("person") in {None, ends["person"]}


def _key(notice: Owed) -> tuple[str, str, int, str]:
    """The key of a notice before somebody asked to be told again, which is written behind its step."""
    return (notice.kind, notice.subject, notice.episode, notice.step.partition("@")[0])


def _is_over(notice: Owed, alive: set[tuple[str, str, int, str]]) -> bool:
    return notice.kind in COUNTDOWNS and _key(notice) not in alive
