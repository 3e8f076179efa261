"""An open risk of which nobody can tell any more whether it is one."""

from datetime import date

import pytest

from domain.buying import SetMembership
from domain.facts import Association, Facts, Membership
from domain.notice_moot import moot
from domain.notice_unclear import open_and_unknown
from domain.notices import USUAL, Due, History, due, due_after
from domain.risk import outlooks
from tests.domain.samples import ANNIVERSARY, TODAY, company, figures, person, programme
from tests.domain.test_notices import after, told

PROGRAMME = programme()
ADA, BOB = person("ada", "E-1"), person("bob", "E-2")
ONE_SHORT = company(ADA, person("bob", "E-2", associations=(Association(date(2017, 1, 1), date(2018, 3, 10)),)))
MET = company(ADA, BOB)
UNKNOWN = company(ADA, BOB, figures=figures("2017-01", 12))
"""Nobody is missing, and it is not known what the months until the anniversary bring."""
AT_RISK = after(History(), due(PROGRAMME, ONE_SHORT, TODAY, History()))


def test_a_risk_that_turns_not_known_is_told_once_and_stays_open() -> None:
    found = due(PROGRAMME, UNKNOWN, TODAY, AT_RISK)

    assert told(found) == [("risk_unclear", "membership/gold"), ("risk_unclear", "cloud/gold")]
    assert (found.opened, found.closed, {n.episode for n in found.notices}) == ((), (), {1})
    assert not any(notice.urgent for notice in found.notices)
    assert due(PROGRAMME, UNKNOWN, TODAY, after(AT_RISK, found)) == Due()


def test_known_again_it_is_as_it_was_without_a_word_and_never_told_unknown_twice() -> None:
    history = after(AT_RISK, due(PROGRAMME, UNKNOWN, TODAY, AT_RISK))

    for facts in (ONE_SHORT, UNKNOWN, ONE_SHORT):
        assert due(PROGRAMME, facts, TODAY, history) == Due()
    mended = due(PROGRAMME, MET, TODAY, history)
    assert told(mended) == [("mended", "membership/gold"), ("mended", "cloud/gold")]


def test_a_new_episode_that_turns_not_known_is_told_again() -> None:
    history = AT_RISK
    for facts in (UNKNOWN, MET, ONE_SHORT):
        history = after(history, due(PROGRAMME, facts, TODAY, history))

    again = due(PROGRAMME, UNKNOWN, TODAY, history)

    assert {(notice.kind, notice.episode) for notice in again.notices} == {("risk_unclear", 2)}


@pytest.mark.parametrize(("facts", "over"), [(UNKNOWN, False), (ONE_SHORT, True), (MET, True)])
def test_what_waits_to_be_told_is_over_as_soon_as_it_is_known(facts: Facts, *, over: bool) -> None:
    waiting = due(PROGRAMME, UNKNOWN, TODAY, AT_RISK).notices

    assert (moot(PROGRAMME, facts, TODAY, USUAL, waiting) == waiting) is over


LESS = {"usage": {**figures("2016-05", 12)["usage"], **figures("2017-05", 9, value=5)["usage"]}}
FALLING = company(ADA, BOB, figures=LESS)
"""Enough when gold was bought, sixty a year since where a hundred are asked; January is the last month reported."""


@pytest.mark.parametrize(
    ("on", "kinds"),
    [
        (date(2018, 2, 28), []),
        (date(2018, 3, 1), []),
        (date(2018, 3, 20), []),
        (date(2018, 3, 21), ["figures_overdue", "risk_unclear", "risk_unclear"]),
    ],
)
def test_a_projection_that_stops_for_a_month_just_over_is_told_once_that_month_is_overdue(
    on: date, kinds: list[str]
) -> None:
    history = after(History(), due(PROGRAMME, FALLING, date(2018, 2, 5), History()))
    assert "cloud/gold" in history.open

    assert sorted(n.kind for n in due(PROGRAMME, FALLING, on, history).notices if n.kind != "renewal") == kinds


@pytest.mark.parametrize(("facts", "said"), [(UNKNOWN, ["membership/gold", "cloud/gold"]), (MET, []), (ONE_SHORT, [])])
def test_those_not_known_now_are_the_open_ones_alone(facts: Facts, said: list[str]) -> None:
    found = outlooks(PROGRAMME, facts, TODAY)

    assert [o.subject for o in open_and_unknown(found, AT_RISK.open)] == said
    assert open_and_unknown(found, ()) == ()


def test_a_risk_of_the_last_year_that_is_not_known_of_the_next_is_over_without_a_word() -> None:
    renewed = Membership("gold", ANNIVERSARY, date(2019, 5, 1), how="renewed")
    facts = company(ADA, BOB, figures=figures("2017-01", 16))

    found = due_after(PROGRAMME, facts, ANNIVERSARY, [SetMembership(renewed)], AT_RISK)

    assert "cloud/gold" in found.closed
    assert "risk_unclear" not in {notice.kind for notice in found.notices}
