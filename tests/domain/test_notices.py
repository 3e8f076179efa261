from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.buying import SetMembership
from domain.changes import Change, GrantOverride, Link, Unlink, apply
from domain.departures import Depart, Return
from domain.facts import Achievement, Association, CredentialOverride, Facts, Grant, LevelOverride, Membership
from domain.notices import Due, History, Owed, due, due_after, next_look
from tests.domain.samples import ANNIVERSARY, TODAY, company, figures, person, programme

PROGRAMME = programme()
ADA, BOB = person("ada", "E-1"), person("bob", "E-2")
ADA_LEAVES = company(person("ada", "E-1", associations=(Association(date(2017, 1, 1), date(2018, 3, 10)),)), BOB)
QUIET = company(ADA, BOB)


def told(found: Due) -> list[tuple[str, str]]:
    return [(notice.kind, notice.subject) for notice in found.notices]


def after(history: History, found: Due) -> History:
    """The history once a due is owed, as a store keeps it."""
    episodes = {**history.episodes, **{subject: history.next_episode(subject) for subject in found.opened}}
    steps = history.steps | {notice.key for notice in found.notices}
    return History(episodes, (history.open | set(found.opened)) - set(found.closed), steps)


def change(before: Facts, *changes: Change, history: History | None = None) -> Due:
    return due_after(PROGRAMME, before, TODAY, changes, history or History())


def test_nothing_is_owed_where_nothing_is_at_risk() -> None:
    assert due(PROGRAMME, QUIET, TODAY, History()) == Due()


def test_a_risk_is_told_with_its_dates_its_cause_and_what_is_missing() -> None:
    found = due(PROGRAMME, ADA_LEAVES, TODAY, History())

    assert told(found) == [("at_risk", "membership/gold"), ("at_risk", "cloud/gold")]
    assert found.opened == ("membership/gold", "cloud/gold")
    assert found.notices[1].details == {
        "at": "2018-05-01",
        "level": "gold",
        "told_on": "2018-01-15",
        "from": "2018-03-10",
        "competency": "cloud",
        "missing": "1",
        "cause": "left",
        "person": "ada",
    }


@pytest.mark.parametrize(("months", "sunk"), [(12, "cloud/gold"), (20, None)])
def test_who_leaves_while_figures_are_still_to_come_sinks_what_was_open(months: int, sunk: str | None) -> None:
    before = company(ADA, BOB, figures=figures(months=months))

    found = change(before, Depart("bob", date(2018, 7, 1), provisional=False))

    [departed] = [notice for notice in found.notices if notice.kind == "departed"]
    assert departed.details.get("sunk") == sunk
    assert departed.listed("lost") == (() if sunk else ("cloud/gold",))


def test_an_open_risk_is_not_told_again_and_a_mended_one_is() -> None:
    history = after(History(), due(PROGRAMME, ADA_LEAVES, TODAY, History()))

    assert due(PROGRAMME, ADA_LEAVES, TODAY, history) == Due()
    mended = due(PROGRAMME, QUIET, TODAY, history)
    assert told(mended) == [("mended", "membership/gold"), ("mended", "cloud/gold")]
    assert set(mended.closed) == {"cloud/gold", "membership/gold"}
    assert {notice.episode for notice in mended.notices} == {1}


def test_a_new_risk_after_a_mended_one_is_a_new_episode() -> None:
    history = History()
    for facts in (ADA_LEAVES, QUIET):
        history = after(history, due(PROGRAMME, facts, TODAY, history))

    again = due(PROGRAMME, ADA_LEAVES, TODAY, history)

    assert {notice.episode for notice in again.notices} == {2}


def test_not_known_is_neither_a_risk_nor_a_mending() -> None:
    unknown = replace(QUIET, figures=figures("2017-01", 12))

    assert due(PROGRAMME, unknown, TODAY, History()) == Due()
    open_ = due(PROGRAMME, unknown, TODAY, History({"cloud/gold": 1}, frozenset({"cloud/gold"})))
    assert (told(open_), open_.opened, open_.closed) == ([("risk_unclear", "cloud/gold")], (), ())


def test_a_departure_is_told_first_with_what_it_costs_from_that_day() -> None:
    found = change(QUIET, Depart("ada", TODAY))

    assert told(found) == [("departed", "person/ada"), ("at_risk", "membership/gold"), ("at_risk", "cloud/gold")]
    assert found.notices[0].details == {"person": "ada", "on": "2018-01-15", "lost": "cloud/gold", "worse": ""}
    assert found.opened[0] == "person/ada"


def test_a_departure_to_come_costs_what_is_met_on_its_day() -> None:
    found = change(QUIET, Depart("ada", date(2018, 3, 10), provisional=False))

    assert found.notices[0].details["lost"] == "cloud/gold"


def test_a_spare_who_leaves_costs_nothing_and_is_still_told() -> None:
    found = change(company(ADA, BOB, person("cyd", "E-1")), Depart("cyd", TODAY))

    assert told(found) == [("departed", "person/cyd")]
    assert found.notices[0].details["lost"] == ""


def test_a_second_departure_says_that_an_open_risk_got_worse() -> None:
    first = change(QUIET, Depart("ada", TODAY))
    history = after(History(), first)

    second = change(apply(QUIET, Depart("ada", TODAY)), Depart("bob", TODAY), history=history)

    assert told(second) == [("departed", "person/bob"), ("at_risk", "cloud/silver")]
    assert (second.notices[0].details["lost"], second.notices[0].details["worse"]) == ("cloud/silver", "cloud/gold")


def test_many_changes_together_tell_each_risk_once() -> None:
    found = change(QUIET, Depart("ada", TODAY), Depart("bob", TODAY))

    kinds = told(found)
    assert len(kinds) == len(set(kinds)) == 5
    assert [kind for kind, _ in kinds[:2]] == ["departed", "departed"]


def test_somebody_who_had_left_before_does_not_leave_again() -> None:
    gone = apply(QUIET, Depart("ada", TODAY))
    history = after(History(), change(QUIET, Depart("ada", TODAY)))

    assert change(gone, Depart("ada", TODAY), history=history) == Due()


def test_a_return_closes_the_departure_and_mends_what_it_cost() -> None:
    history = after(History(), change(QUIET, Depart("ada", TODAY)))

    back = change(apply(QUIET, Depart("ada", TODAY)), Return("ada"), history=history)

    assert told(back) == [("returned", "person/ada"), ("mended", "membership/gold"), ("mended", "cloud/gold")]
    assert after(history, back).open == frozenset()


def test_a_return_of_somebody_who_never_left_is_not_told() -> None:
    assert change(QUIET, Return("ada")) == Due()


def test_a_second_departure_of_the_same_person_is_a_new_episode() -> None:
    history = after(History(), change(QUIET, Depart("ada", TODAY)))
    history = after(history, change(apply(QUIET, Depart("ada", TODAY)), Return("ada"), history=history))

    assert change(QUIET, Depart("ada", TODAY), history=history).notices[0].episode == 2


WITHDRAWN = {"withdrew": "bob", "withdrawn": "E-2"}


def test_withdrawing_all_that_a_level_ever_rested_on_opens_no_risk_of_the_level() -> None:
    found = change(QUIET, Unlink("bob", "bob:E-2"))

    assert told(found) == [("at_risk", "membership/gold")]  # it was bought, and no competency will hold it
    assert found.notices[0].details.items() >= WITHDRAWN.items()


def test_withdrawing_what_had_mended_a_risk_opens_it_again_and_says_what_was_withdrawn() -> None:
    cyd = person("cyd", "E-1", associations=(Association(date(2017, 1, 1), date(2017, 9, 1)),))
    left = company(ADA, BOB, cyd, figures=figures("2016-01", 28))
    silver = replace(left, membership=Membership("silver", date(2017, 5, 1), ANNIVERSARY))

    found = change(silver, Unlink("bob", "bob:E-2"), history=History({"cloud/gold": 1}))

    assert [(notice.subject, notice.episode) for notice in found.notices] == [("cloud/gold", 2)]
    assert found.notices[0].details.items() >= WITHDRAWN.items()


def test_a_risk_that_was_there_before_a_withdrawal_is_not_put_down_to_it() -> None:
    found = change(ADA_LEAVES, Unlink("bob", "bob:E-2"), Link("bob", Achievement("E-2", date(2017, 2, 1), id="b2")))

    assert told(found) == [("at_risk", "membership/gold"), ("at_risk", "cloud/gold")]
    assert all("withdrawn" not in notice.details for notice in found.notices)


def test_the_risk_of_a_level_that_was_never_held_after_all_is_over_without_a_word() -> None:
    history = History({"cloud/gold": 1}, frozenset({"cloud/gold", "membership/gold"}))

    assert change(QUIET, Unlink("bob", "bob:E-2"), history=history) == Due(closed=("cloud/gold",))


def test_an_override_mends_no_risk_and_what_the_facts_meet_is_mended() -> None:
    history = after(History(), due(PROGRAMME, ADA_LEAVES, TODAY, History()))
    override = LevelOverride("cloud", "gold", TODAY, date(2018, 8, 1), "o9", Grant(recorded_on=TODAY))

    assert change(ADA_LEAVES, GrantOverride(override), history=history) == Due()
    assert told(due(PROGRAMME, replace(QUIET, overrides=(override,)), TODAY, history)) == [
        ("mended", "membership/gold"),
        ("mended", "cloud/gold"),
    ]


def test_a_new_membership_ends_the_risks_of_the_last_year_without_a_word() -> None:
    history = History({"apps/gold": 1, "membership/gold": 1}, frozenset({"apps/gold", "membership/gold"}))

    found = change(QUIET, SetMembership(Membership("silver", TODAY, date(2019, 1, 15))), history=history)

    assert found == Due(closed=("apps/gold", "membership/gold"))


def test_what_an_override_covered_is_at_risk_once_it_has_ended() -> None:
    override = LevelOverride("cloud", "gold", date(2017, 12, 1), date(2018, 3, 1), "o1")
    facts = company(ADA, overrides=(override,))
    history = after(History(), due(PROGRAMME, facts, TODAY, History()))

    assert "cloud/gold" in history.open
    assert "cloud/gold" in after(history, due(PROGRAMME, facts, date(2018, 3, 1), history)).open


OVERRIDE = LevelOverride("cloud", "gold", date(2018, 1, 1), date(2018, 4, 1), "o1", Grant(recorded_on=date(2018, 1, 1)))


def steps(
    on: date, override: LevelOverride | CredentialOverride = OVERRIDE, history: History | None = None
) -> list[str]:
    facts = company(person("ada"), membership=None, overrides=(override,))
    found = due(PROGRAMME, facts, on, history or History()).notices
    return [notice.step for notice in found if notice.kind == "override_ending"]


@pytest.mark.parametrize("lead", [30, 14, 7, 1, 0])
def test_an_overrides_end_is_told_on_each_lead_day(lead: int) -> None:
    day = OVERRIDE.until - timedelta(days=lead)

    assert steps(day) == [str(lead)]
    assert steps(day - timedelta(days=1)) != [str(lead)]


def test_nothing_is_told_before_the_first_lead_day() -> None:
    assert steps(OVERRIDE.until - timedelta(days=31)) == []


def test_a_step_is_told_once_and_a_missed_one_is_made_up_by_the_latest_alone() -> None:
    ten_days_before = date(2018, 3, 22)
    notice = Owed("override_ending", "override/o1", OVERRIDE.until.toordinal(), "14")

    assert steps(ten_days_before) == ["14"]
    assert steps(ten_days_before, history=History(steps=frozenset({notice.key}))) == []


def test_an_end_that_was_slept_through_is_told_late_and_not_for_ever() -> None:
    assert steps(OVERRIDE.until + timedelta(days=92)) == ["0"]
    assert steps(OVERRIDE.until + timedelta(days=93)) == []


@pytest.mark.parametrize(("recorded", "expected"), [(date(2018, 3, 25), []), (date(2018, 3, 24), ["7"])])
def test_lead_days_before_it_was_recorded_are_not_told(recorded: date, expected: list[str]) -> None:
    late = replace(OVERRIDE, grant=Grant(recorded_on=recorded))

    assert steps(date(2018, 3, 26), late) == expected


def test_an_override_of_a_credential_ends_with_a_notice_too() -> None:
    override = CredentialOverride("ada", "E-1", date(2018, 1, 1), date(2018, 4, 1), "o2")

    assert steps(date(2018, 4, 1), override) == ["0"]


def test_granting_an_override_tells_nothing_yet() -> None:
    new = replace(OVERRIDE, grant=Grant(recorded_on=TODAY))

    assert change(QUIET, GrantOverride(new)) == Due()


def test_the_next_look_is_the_earliest_lead_day_lapse_or_turning_of_a_rule() -> None:
    facts = company(overrides=(OVERRIDE,), figures={})

    assert next_look(PROGRAMME, facts, date(2018, 2, 28)) == date(2018, 3, 1)
    assert next_look(PROGRAMME, facts, date(2018, 3, 1)) == date(2018, 3, 2)
    assert next_look(PROGRAMME, facts, date(2018, 3, 2)) == date(2018, 3, 18)
    assert next_look(PROGRAMME, facts, date(2018, 4, 16)) == ANNIVERSARY
    assert next_look(PROGRAMME, facts, ANNIVERSARY) is None
