from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.notice_kinds import NOTICES, NoticeKind
from domain.notice_moot import moot
from domain.notice_ranks import ranked
from domain.notice_steps import latest_step, lead_days
from domain.notices import USUAL, History, Owed, due
from domain.organisation_settings import OrganisationSettings
from tests.domain.samples import ANNIVERSARY, company, person, programme
from tests.domain.test_notice_endings import MONTH_BEFORE, NEEDED, SPARED, found

PROGRAMME = programme()
TARGET = date(2018, 3, 10)
LEADS = st.lists(st.integers(-30, 100), min_size=1, max_size=6)


def owed(kind: NoticeKind, subject: str = "x", step: str = "told", **details: str) -> Owed:
    return Owed(kind, subject, 1, step, details)


GRAVEST_FIRST = (
    owed("at_risk", "membership/gold"),
    owed("renewal", "renewal/1", "-23", status="met"),
    owed("departed", "person/ada", lost="cloud/gold,cloud/silver"),
    owed("at_risk", "cloud/gold"),
    owed("contributor_ending", "ending/1", "7", lost="cloud/gold"),
    owed("override_ending", "override/1", "30", levels="cloud/gold"),
    owed("rules_changed", "rules/1", "90", lost="cloud/gold"),
    owed("at_risk", "cloud/silver"),
    owed("contributor_ending", "ending/2", "7", lost="cloud/silver"),
    owed("renewal", "renewal/2", "90", status="met"),
    owed("figures_overdue", "figures/1"),
    owed("own_ending", "ending/2", "90", lost=""),
    owed("mended", "cloud/gold"),
    owed("mended", "cloud/silver"),
)


@given(st.permutations(GRAVEST_FIRST[1:]))
@settings(max_examples=30)
def test_what_costs_most_comes_first_whatever_its_date(shuffled: Sequence[Owed]) -> None:
    assert ranked(PROGRAMME, shuffled) == GRAVEST_FIRST[1:]


@pytest.mark.parametrize(("late", "said"), [(timedelta(), 1), (timedelta(days=1), 2)])
def test_an_end_that_a_risk_told_today_is_not_counted_down_beside_it(late: timedelta, said: int) -> None:
    found_today = due(PROGRAMME, NEEDED, MONTH_BEFORE, History()).notices
    level = [n for n in found_today if n.kind in {"at_risk", "contributor_ending"} and "cloud/gold" in str(n)]
    assert {n.kind for n in level} == {"at_risk", "contributor_ending"}

    over = moot(PROGRAMME, NEEDED, MONTH_BEFORE + late, USUAL, level)

    assert len(level) - len(over) == said
    assert {n.kind for n in over} <= {"contributor_ending"}


def test_a_countdown_of_more_than_the_risk_names_goes_on() -> None:
    risk = owed("at_risk", "cloud/gold", told_on=MONTH_BEFORE.isoformat(), credential="E-1", **{"from": "2018-03-10"})
    (countdown, _) = found(NEEDED, MONTH_BEFORE)
    more = replace(countdown, details={**countdown.details, "lost": "cloud/gold,apps/gold"})

    assert moot(PROGRAMME, NEEDED, MONTH_BEFORE, USUAL, [risk, countdown]) == (countdown,)
    assert moot(PROGRAMME, NEEDED, MONTH_BEFORE, USUAL, [risk, more]) == ()


def test_a_countdown_is_over_once_what_it_speaks_of_falls_before_though_it_costs_another_level() -> None:
    (countdown, own) = found(NEEDED, MONTH_BEFORE)
    fell = [replace(n, details={**n.details, "lost": "apps/gold", "levels": "apps/gold"}) for n in (countdown, own)]

    assert moot(PROGRAMME, NEEDED, MONTH_BEFORE, USUAL, fell) == tuple(fell)


def test_who_left_comes_before_the_gravest_risk_beside_it() -> None:
    left = owed("departed", "person/ada", lost="cloud/silver")

    assert ranked(PROGRAMME, [owed("at_risk", "membership/gold"), left])[0] == left


@pytest.mark.parametrize(("side", "first"), [("lost", True), ("gained", False)])
def test_whose_profile_moved_away_comes_before_the_risk_that_it_opened(side: str, *, first: bool) -> None:
    went = owed("association_moved", "person/ada", levels="cloud/silver", side=side)

    assert (ranked(PROGRAMME, [owed("at_risk", "cloud/silver"), went])[0] == went) is first


@pytest.mark.parametrize(
    ("step", "status", "first"), [("90", "met", False), ("90", "not_met", True), ("15", "met", True)]
)
def test_a_renewal_is_grave_when_it_is_near_or_its_requirements_are_not_met(
    step: str, status: str, *, first: bool
) -> None:
    renewal, risk = owed("renewal", "renewal/1", step, status=status), owed("at_risk", "cloud/gold")

    assert (ranked(PROGRAMME, [risk, renewal])[0] == renewal) is first


def test_a_level_of_another_programme_ranks_with_the_rest() -> None:
    assert ranked(PROGRAMME, [owed("at_risk", "cloud/platinum"), owed("at_risk", "cloud/silver")])[1].subject == (
        "cloud/platinum"
    )


def test_the_table_has_every_kind_once_with_its_earliest_day_first() -> None:
    assert set(NOTICES) == set(get_args(NoticeKind))
    assert all(list(k.lead_days) == sorted(set(k.lead_days), reverse=True) for k in NOTICES.values())
    assert all(kind == each.kind for kind, each in NOTICES.items())


@given(LEADS, st.integers(-120, 60))
def test_the_latest_lead_day_that_has_come_is_the_step(leads: list[int], offset: int) -> None:
    on = TARGET + timedelta(days=offset)
    come = {lead for lead, day in zip(leads, lead_days(TARGET, leads), strict=True) if day <= on}

    assert latest_step(TARGET, on, leads) == (min(come) if come else None)


@given(LEADS, st.integers(0, 100))
def test_lead_days_up_to_when_the_date_became_known_are_left_out(leads: list[int], known: int) -> None:
    since = TARGET - timedelta(days=known)
    step = latest_step(TARGET, TARGET + timedelta(days=60), leads, since)

    assert step is None or TARGET - timedelta(days=step) > since


def test_a_kind_that_is_not_optional_cannot_be_switched_off() -> None:
    own = OrganisationSettings(off=("at_risk", "mended"))

    assert (own.wants("at_risk"), own.wants("mended"), own.wants("departed")) == (True, False, True)


def test_a_countdown_that_waits_is_over_once_somebody_else_can_stand_in() -> None:
    waiting = found(NEEDED, MONTH_BEFORE)

    assert moot(PROGRAMME, NEEDED, MONTH_BEFORE, USUAL, waiting) == ()
    assert [n.kind for n in moot(PROGRAMME, SPARED, MONTH_BEFORE, USUAL, waiting)] == ["contributor_ending"]
    assert moot(PROGRAMME, company(person("bob", "E-2")), MONTH_BEFORE, USUAL, waiting) == waiting


def test_a_step_that_waits_is_over_when_the_next_has_come_and_told_again_it_stays() -> None:
    waiting = found(NEEDED, MONTH_BEFORE)
    later = tuple(Owed(n.kind, n.subject, n.episode, f"{n.step}@2018-02-20", n.details) for n in waiting)

    assert moot(PROGRAMME, NEEDED, TARGET - timedelta(days=8), USUAL, (*waiting, *later)) == ()
    assert moot(PROGRAMME, NEEDED, TARGET - timedelta(days=7), USUAL, waiting) == waiting


def test_a_renewal_that_waits_is_over_once_it_is_renewed() -> None:
    waiting = (Owed("renewal", f"renewal/{ANNIVERSARY}", ANNIVERSARY.toordinal(), "30"),)
    day = ANNIVERSARY - timedelta(days=20)

    assert moot(PROGRAMME, company(), day, USUAL, waiting) == ()
    assert moot(PROGRAMME, company(membership=None), day, USUAL, waiting) == waiting


def test_what_goes_by_its_episode_is_never_over_by_date_and_what_is_switched_off_is() -> None:
    waiting = (owed("at_risk", "cloud/gold"), owed("mended", "cloud/silver"))

    assert moot(PROGRAMME, NEEDED, MONTH_BEFORE, USUAL, waiting) == ()
    assert moot(PROGRAMME, NEEDED, MONTH_BEFORE, OrganisationSettings(off=("mended",)), waiting) == waiting[1:]
