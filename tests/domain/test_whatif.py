from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.changes import NoSuchFactError
from domain.conditions import Status
from domain.facts import Association, CredentialOverride, Facts
from domain.standing import standing
from domain.whatif import NEWCOMER, Supposed, if_gained, if_leaves, if_lost, naming
from tests.domain.samples import TODAY, company, figures, person, programme

PROGRAMME = programme()
ADA, BOB = person("ada", "E-1"), person("bob", "E-2")
BOTH = company(ADA, BOB, figures=figures(months=24))
LATER = date(2018, 3, 10)


def gold(found: Supposed | Facts, day: date, competency: str = "cloud") -> Status:
    facts = found.facts if isinstance(found, Supposed) else found
    level = standing(PROGRAMME, facts, day).level(competency, "gold")
    assert level is not None
    return level.status


def test_who_leaves_counts_until_the_day_before() -> None:
    after = if_leaves(BOTH, "bob", LATER)

    assert after.people == ("bob",)
    assert [gold(after, LATER + timedelta(days=n)) for n in (-1, 0, 1)] == [Status.MET, Status.NOT_MET, Status.NOT_MET]


def test_who_has_left_already_changes_nothing_and_who_is_unknown_is_refused() -> None:
    gone = replace(BOB, associations=(Association(date(2017, 1, 1), date(2018, 1, 1)),))

    assert if_leaves(company(ADA, gone), "bob", TODAY).people == ()
    with pytest.raises(NoSuchFactError):
        if_leaves(BOTH, "eve", TODAY)


def test_a_lost_credential_counts_until_the_day_before_for_everybody_or_for_one() -> None:
    facts = company(ADA, person("bob", "E-1"), person("carl", "E-2"), figures=figures(months=24))
    everybody, one = if_lost(facts, "E-1", LATER), if_lost(facts, "E-1", LATER, "bob")

    assert (everybody.people, one.people) == (("ada", "bob"), ("bob",))
    assert [gold(everybody, LATER + timedelta(days=n)) for n in (-1, 0, 1)] == [
        Status.MET,
        Status.NOT_MET,
        Status.NOT_MET,
    ]
    assert gold(one, LATER) is Status.MET


def test_a_credential_that_counts_by_an_override_can_be_lost_too() -> None:
    override = CredentialOverride("bob", "E-2", date(2018, 1, 1), date(2018, 6, 1), "o1")
    facts = company(ADA, person("bob"), figures=figures(months=24), overrides=(override,))
    after = if_lost(facts, "E-2", LATER)

    assert after.people == ("bob",)
    assert (gold(facts, LATER), gold(after, LATER - timedelta(days=1)), gold(after, LATER)) == (
        Status.MET,
        Status.MET,
        Status.NOT_MET,
    )


def test_a_credential_that_nobody_holds_cannot_be_lost() -> None:
    assert if_lost(BOTH, "E-3", TODAY).people == ()


def test_who_gains_a_credential_counts_from_the_day_on() -> None:
    facts = company(ADA, person("carl"), figures=figures(months=24))
    after = if_gained(PROGRAMME, facts, "E-2", LATER, "carl")

    assert [gold(after, LATER + timedelta(days=n)) for n in (-1, 0, 1)] == [Status.NOT_MET, Status.MET, Status.MET]


def test_who_holds_it_already_gains_nothing() -> None:
    assert if_gained(PROGRAMME, BOTH, "E-2", TODAY, "bob") == Supposed(BOTH, ())


def test_without_a_name_it_is_whom_it_helps_most_and_else_somebody_new() -> None:
    two = company(person("ada", "E-1", "E-3"), person("bob", "E-2"), figures=figures(months=24))
    one = company(ADA, figures=figures(months=24))

    assert if_gained(PROGRAMME, two, "E-3", TODAY).people == (NEWCOMER,)
    assert if_gained(PROGRAMME, one, "E-2", TODAY).people == (NEWCOMER,)
    assert gold(if_gained(PROGRAMME, one, "E-2", TODAY), TODAY) is Status.MET


def test_the_competencies_of_a_credential_are_those_whose_rules_name_it() -> None:
    assert naming(PROGRAMME, "E-3") == ("apps",)
    assert naming(PROGRAMME, "E-NEW") == ()
