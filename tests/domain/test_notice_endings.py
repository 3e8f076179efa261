from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.changes import Link, apply
from domain.facts import Achievement, Association, CredentialOverride, Facts, Person
from domain.notice_endings import ending_days
from domain.notices import USUAL, History, Owed, due, due_after, next_look
from domain.organisation_settings import OrganisationSettings
from tests.domain.samples import TODAY, company, figures, person, programme

PROGRAMME = programme()
END = date(2018, 3, 10)
MONTH_BEFORE = END - timedelta(days=30)
ENDINGS = {"own_ending", "contributor_ending"}


def expiring(id_: str = "ada", credential: str = "E-1", end: date = END, **details: object) -> Person:
    """Somebody whose one achievement expires."""
    held = Achievement(credential, date(2017, 2, 1), end, id=f"{id_}:{credential}")
    return replace(person(id_, **details), achievements=(held,))


NEEDED = company(expiring(), person("bob", "E-2"))
SPARED = company(expiring(), person("bob", "E-2"), person("cyd", "E-2"))


def found(
    facts: Facts, on: date, history: History | None = None, settings: OrganisationSettings = USUAL
) -> tuple[Owed, ...]:
    """What is owed on a day because of endings."""
    notices = due(PROGRAMME, facts, on, history or History(), settings).notices
    return tuple(notice for notice in notices if notice.kind in ENDINGS)


def told(facts: Facts, on: date) -> list[tuple[str, str, str]]:
    return [(notice.kind, notice.subject, notice.step) for notice in found(facts, on)]


def test_who_holds_up_a_level_is_told_and_so_are_admins_with_what_falls() -> None:
    admins, own = found(NEEDED, MONTH_BEFORE)

    assert (admins.kind, admins.audience, own.kind, own.audience) == (
        "contributor_ending",
        "admins",
        "own_ending",
        "person",
    )
    assert own.details == {
        "person": "ada",
        "credential": "E-1",
        "on": "2018-03-10",
        "why": "expired",
        "levels": "cloud/gold,cloud/silver",
        "lost": "cloud/gold",
    }
    assert admins.details == own.details


@pytest.mark.parametrize(("months", "lost"), [(11, "cloud/gold"), (9, None)])
def test_a_level_is_lost_with_somebody_though_figures_to_come_are_not_known_but_only_if_it_is_met_today(
    months: int, lost: str | None
) -> None:
    known = replace(NEEDED, figures=figures(months=months))

    said = found(known, END - timedelta(days=90))

    assert [notice.details["lost"] for notice in said if notice.kind == "contributor_ending"] == [lost] * bool(lost)


@pytest.mark.parametrize(
    ("before", "step"), [(91, None), (90, "90"), (89, "90"), (31, "90"), (30, "30"), (8, "30"), (7, "7"), (1, "7")]
)
def test_each_lead_day_brings_its_step_and_a_missed_one_is_made_up_by_the_latest_alone(
    before: int, step: str | None
) -> None:
    steps = {notice.step for notice in found(NEEDED, END - timedelta(days=before))}

    assert steps == ({step} if step else set())


@pytest.mark.parametrize("after", [0, 1, 400])
def test_nothing_is_told_once_it_has_ended(after: int) -> None:
    assert found(NEEDED, END + timedelta(days=after)) == ()


def test_a_step_is_told_once() -> None:
    history = History(steps=frozenset(notice.key for notice in found(NEEDED, MONTH_BEFORE)))

    assert found(NEEDED, MONTH_BEFORE, history) == ()


def test_who_is_needed_while_others_can_stand_in_hears_of_it_and_admins_do_not() -> None:
    assert told(SPARED, MONTH_BEFORE) == [("own_ending", "ending/ada:E-1", "30")]
    assert found(SPARED, MONTH_BEFORE)[0].details["lost"] == ""


def test_who_fills_no_place_hears_nothing() -> None:
    spare = company(person("ada", "E-1"), person("bob", "E-2"), expiring("cyd"))

    assert found(spare, MONTH_BEFORE) == ()


def test_who_holds_what_no_level_that_is_met_asks_for_hears_nothing() -> None:
    assert found(company(expiring(credential="E-3"), person("bob", "E-2"), person("cyd", "E-2")), MONTH_BEFORE) == ()


def test_who_holds_another_exam_that_does_as_well_hears_nothing() -> None:
    ada = expiring()
    both = replace(ada, achievements=(*ada.achievements, Achievement("E-2", date(2017, 2, 1), id="ada:E-2")))

    assert found(company(both, person("bob", "E-2")), MONTH_BEFORE) == ()


def test_who_leaves_before_hears_nothing() -> None:
    leaving = expiring(associations=(Association(date(2017, 1, 1), END - timedelta(days=1)),))

    assert found(company(leaving, person("bob", "E-2")), MONTH_BEFORE) == ()


def test_what_ends_on_the_same_day_for_several_is_told_to_each_who_could_save_the_level() -> None:
    together = company(expiring("ada"), expiring("bob"), expiring("cyd"))

    assert {n.details["person"] for n in found(together, MONTH_BEFORE) if n.kind == "own_ending"} == {
        "ada",
        "bob",
        "cyd",
    }


def test_a_credential_that_is_no_longer_accepted_ends_the_day_after() -> None:
    facts = company(person("ada", "E-OLD"), person("bob", "E-2"))
    day = date(2018, 3, 1)

    assert {n.details["why"] for n in found(facts, day - timedelta(days=30))} == {"no_longer_accepted"}
    assert {n.details["on"] for n in found(facts, day - timedelta(days=1))} == {"2018-03-01"}
    assert found(facts, day) == ()


@pytest.mark.parametrize(("expires", "why"), [(date(2018, 2, 28), "expired"), (date(2018, 3, 2), "no_longer_accepted")])
def test_the_earlier_of_both_ends_counts(expires: date, why: str) -> None:
    facts = company(expiring(credential="E-OLD", end=expires), person("bob", "E-2"))

    assert {notice.details["why"] for notice in found(facts, date(2018, 2, 10))} == {why}


def test_an_override_that_would_cover_it_does_not_silence_it() -> None:
    override = CredentialOverride("ada", "E-1", TODAY, date(2018, 12, 1), "o1")

    assert {n.kind for n in found(replace(NEEDED, overrides=(override,)), MONTH_BEFORE)} == ENDINGS


def test_an_achievement_that_was_ended_by_its_holder_counts_down_to_nothing() -> None:
    ada = expiring()
    ended = replace(ada, achievements=(replace(ada.achievements[0], ended_on=date(2018, 3, 9)),))

    assert found(company(ended, person("bob", "E-2")), MONTH_BEFORE) == ()


def test_who_links_what_ends_soon_is_told_at_once_and_others_at_the_next_look() -> None:
    change = Link("ada", Achievement("E-1", date(2017, 2, 1), END, id="new"))
    facts = company(person("ada"), expiring("bob"))

    at_once = due_after(PROGRAMME, facts, MONTH_BEFORE, [change], History()).notices
    looked = found(apply(facts, change), MONTH_BEFORE)

    assert {notice.details["person"] for notice in at_once if notice.kind in ENDINGS} == {"ada"}
    assert {notice.details["person"] for notice in looked} == {"ada", "bob"}


def test_an_organisation_settles_its_own_days_or_wants_none() -> None:
    early = OrganisationSettings(lead_days=(("own_ending", (120,)), ("contributor_ending", (60,))))
    none = OrganisationSettings(off=("own_ending",))

    assert [n.kind for n in found(NEEDED, END - timedelta(days=120), settings=early)] == ["own_ending"]
    assert [n.kind for n in found(NEEDED, MONTH_BEFORE, settings=none)] == ["contributor_ending"]


def test_every_lead_day_is_a_day_to_look() -> None:
    days = set(ending_days(PROGRAMME, NEEDED, USUAL))

    assert {END - timedelta(days=lead) for lead in (90, 30, 7)} == days
    assert next_look(PROGRAMME, NEEDED, END - timedelta(days=8)) == END - timedelta(days=7)
    assert date(2018, 2, 22) not in days  # seven days before E-OLD, which nobody holds, is no longer accepted
