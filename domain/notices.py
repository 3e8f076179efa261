"""Which notices are due: pure decisions on facts, dates and what was said before.

A notice is owed to one recipient once; its key is organisation, kind, subject, episode, step and recipient. The
organisation and the recipients are the shell's: a kind says whom it concerns (`domain.notice_kinds`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.batches import ImportBatch, WithdrawBatch
from domain.changes import Change, apply
from domain.facts import Facts
from domain.notice_changes import because, moves, touched_people, what_changed
from domain.notice_claims import claim_days, claim_notices
from domain.notice_endings import ending_days, ending_notices
from domain.notice_figures import figure_days, figure_notices
from domain.notice_overrides import override_days, override_notices
from domain.notice_ranks import ranked
from domain.notice_renewal import renewal_days, renewal_notices
from domain.notice_risks import risk_notices
from domain.notice_rules import rule_days, rule_notices
from domain.organisation_settings import OrganisationSettings
from domain.owed import Due, History, Owed
from domain.programme import Programme
from domain.risk import risks
from domain.timeline import next_change
from domain.waves import gathered

__all__ = ["USUAL", "Due", "History", "Owed", "due", "due_after", "next_look"]

USUAL = OrganisationSettings()
"""What holds for an organisation that has settled nothing."""


def due(programme: Programme, facts: Facts, on: date, history: History, settings: OrganisationSettings = USUAL) -> Due:
    """What is owed on a day without any change, the gravest first: each step of each kind once.

    After days on which nobody looked, of each countdown only the latest step is told.
    """
    found = risk_notices(programme, facts, on, history)
    by_date = (
        *override_notices(programme, facts, on, settings, history),
        *ending_notices(programme, facts, on, settings, history),
        *renewal_notices(programme, facts, on, settings, history),
        *rule_notices(programme, facts, on, settings, history),
        *figure_notices(programme, facts, on, history),
        *claim_notices(facts, on, history),
    )
    return _wanted(programme, replace(found, notices=(*found.notices, *by_date)), settings)


def due_after(
    programme: Programme,
    before: Facts,
    on: date,
    changes: Sequence[Change],
    history: History,
    settings: OrganisationSettings = USUAL,
) -> Due:
    """What is owed because of changes just made together: who left or returned first, then what is at risk, each once.

    `before` are the facts before all of them. A membership that was bought starts a new year: a level that was at risk
    in the last one, and is not held in this, is over. What only a date brings is left to the next look, unless the
    changes made the date known. Raises like `apply`.
    """
    said: list[Due] = []
    facts = before
    for change in changes:
        facts, earlier = apply(facts, change), facts
        said.append(moves(programme, earlier, facts, on, change, history))
    found = risk_notices(programme, facts, on, history, new_year=_is_new_year(before, facts))
    changed = what_changed(before, changes)
    if changed and found.opened:
        known = frozenset(risk.subject for risk in risks(programme, before, on))
        found = replace(found, notices=tuple(because(found.notices, changed, known)))
    look = _Look(programme, on, history, settings)
    by_date = (*look.people(facts, changes), *look.dates(before, facts))
    wanted = _wanted(programme, _joined([*said, found, Due(by_date)]), settings)
    return gathered(wanted, facts, changes, history)


def _is_new_year(before: Facts, facts: Facts) -> bool:
    """Whether a membership was bought or renewed."""
    was, now = before.membership, facts.membership
    return was is not None and now is not None and now.purchased > was.purchased


@dataclass(frozen=True, slots=True)
class _Look:
    """What a change made known of dates ahead, on a day."""

    programme: Programme
    on: date
    history: History
    settings: OrganisationSettings

    def people(self, facts: Facts, changes: Sequence[Change]) -> Iterator[Owed]:
        """What is owed because of achievements of those whom changes touched; a file may touch everybody."""
        everybody = any(isinstance(change, ImportBatch | WithdrawBatch) for change in changes)
        touched = None if everybody else touched_people(changes)
        return ending_notices(self.programme, facts, self.on, self.settings, self.history, touched)

    def dates(self, before: Facts, facts: Facts) -> Iterator[Owed]:
        """What is owed because of an override or an anniversary that is on record now."""
        if facts.overrides != before.overrides:
            yield from override_notices(self.programme, facts, self.on, self.settings, self.history)
        if facts.membership != before.membership:
            yield from renewal_notices(self.programme, facts, self.on, self.settings, self.history)


def _wanted(programme: Programme, found: Due, settings: OrganisationSettings) -> Due:
    """What is due without the kinds that the organisation does not want, the gravest first."""
    return replace(found, notices=ranked(programme, (n for n in found.notices if settings.wants(n.kind))))


def _joined(found: Iterable[Due]) -> Due:
    dues = list(found)
    return Due(
        tuple(notice for due in dues for notice in due.notices),
        tuple(subject for due in dues for subject in due.opened),
        tuple(subject for due in dues for subject in due.closed),
    )


def next_look(programme: Programme, facts: Facts, after: date, settings: OrganisationSettings = USUAL) -> date | None:
    """The first day after a given one on which something may be due; None when nothing is known to change."""
    told = (
        *override_days(facts, settings),
        *ending_days(programme, facts, settings),
        *renewal_days(programme, facts, settings),
        *rule_days(programme, facts, settings),
        *figure_days(facts, after),
        *claim_days(facts),
    )
    return next_change(programme, facts, after, told)
