"""The end of an override, counted down; without a word where no level is lost with it."""

from collections.abc import Iterator
from datetime import date

from domain.carried import is_needed
from domain.facts import Facts, LevelOverride, Override
from domain.notice_steps import latest_step, lead_days
from domain.organisation_settings import OrganisationSettings
from domain.owed import History, Owed
from domain.programme import Programme
from domain.risk import subject_of

LATE_DAYS = 92
"""For so long after its end an override's end is still told, where the clock or the bot stood still over it."""


def override_notices(
    programme: Programme, facts: Facts, on: date, settings: OrganisationSettings, history: History
) -> Iterator[Owed]:
    """What is owed because overrides end soon, or ended.

    For each the latest lead day that has come since it was recorded; earlier ones that were missed are not told.
    Nothing where the facts alone hold on its first day without it all that it carries.
    """
    for override in facts.overrides:
        notice = _ending(override, on, settings)
        if notice is None or notice.key in history.steps:
            continue
        if is_needed(programme, facts, override, max(override.until, on)):
            yield notice


def override_days(facts: Facts, settings: OrganisationSettings) -> Iterator[date]:
    """Every day on which a notice about an override is due."""
    return (day for o in facts.overrides for day in lead_days(o.until, settings.days("override_ending")))


def _ending(override: Override, on: date, settings: OrganisationSettings) -> Owed | None:
    recorded = override.grant.recorded_on or override.since
    step = latest_step(override.until, on, settings.days("override_ending"), recorded)
    if (override.until - on).days < -LATE_DAYS or step is None or override.id is None:
        return None
    details = {"override": override.id, "until": override.until.isoformat()}
    if isinstance(override, LevelOverride):
        details["levels"] = subject_of(override.competency, override.level)
    return Owed("override_ending", f"override/{override.id}", override.until.toordinal(), str(step), details)
