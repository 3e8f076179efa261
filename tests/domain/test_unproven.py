from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.batches import Batch, Confirmation, Counts, ImportBatch
from domain.changes import EndOverride, WithdrawOverride, apply
from domain.conditions import Status
from domain.facts import Achievement, AchievementState, CredentialOverride, Facts, LevelOverride, Person
from domain.notices import due, due_after
from domain.owed import Due, History
from domain.risk import LevelOutlook, by_subject, outlooks
from domain.standing import standing
from domain.unproven import Unproven, unproven, without_unproven
from tests.domain.samples import PURCHASED, TODAY, company, person, programme

PROGRAMME = programme()
MARCH = date(2018, 3, 10)
DAY = timedelta(days=1)
ADA = person("ada", "E-1")
BOB = person("bob", "E-2")
COVER = CredentialOverride("bob", "E-2", date(2018, 1, 1), MARCH, "o1")
CLAIMED = company(ADA, BOB, overrides=(COVER,))


def gold(facts: Facts, on: date) -> LevelOutlook:
    """The outlook of the level that takes both."""
    found = by_subject(outlooks(PROGRAMME, facts, on))["cloud/gold"]
    assert isinstance(found, LevelOutlook)
    return found


def shown(who: Person, achievement: Achievement) -> ImportBatch:
    """An export that shows what somebody claims."""
    seen = Confirmation(who.id, achievement.id or "", None, achievement.state, None)
    return ImportBatch(Batch("b1", "export.csv", "0", Counts()), confirmations=(seen,))


@pytest.mark.parametrize("on", [MARCH - DAY, MARCH, MARCH + DAY])
def test_a_claim_under_an_override_is_met_today_and_no_proof_of_tomorrow_before_and_after_its_end(on: date) -> None:
    met = standing(PROGRAMME, CLAIMED, on).level("cloud", "gold")
    outlook = gold(CLAIMED, on)

    assert met is not None
    assert met.status is Status.MET
    assert outlook.status is Status.NOT_MET
    assert outlook.short_from == MARCH
    assert outlook.covered_until == (MARCH if on < MARCH else None)


@pytest.mark.parametrize("on", [MARCH - DAY, MARCH + DAY])
def test_an_export_that_shows_the_exam_mends_it_and_that_is_told(on: date) -> None:
    opened = due(PROGRAMME, CLAIMED, on, History())
    history = History({}, frozenset(opened.opened), frozenset(n.key for n in opened.notices))

    told = due_after(PROGRAMME, CLAIMED, on, [shown(BOB, BOB.achievements[0])], history)

    assert "cloud/gold" in opened.opened
    assert ("mended", "cloud/gold") in [(n.kind, n.subject) for n in told.notices]


@pytest.mark.parametrize("state", ["claimed", "missing"])
def test_only_a_confirmed_record_is_proof(state: AchievementState) -> None:
    known = replace(BOB, achievements=(replace(BOB.achievements[0], state=state),))

    assert unproven(replace(CLAIMED, people=(ADA, known))) == (Unproven("bob", "E-2", MARCH),)
    assert unproven(apply(CLAIMED, shown(BOB, BOB.achievements[0]))) == ()


def test_of_several_overrides_the_last_end_counts_and_other_claims_are_left_alone() -> None:
    longer = replace(COVER, until=MARCH + 30 * DAY, id="o2")
    level = LevelOverride("cloud", "gold", TODAY, MARCH, "o3")
    facts = replace(CLAIMED, overrides=(longer, COVER, level))

    assert unproven(facts) == (Unproven("bob", "E-2", longer.until),)
    assert without_unproven(facts).people == (ADA, replace(BOB, achievements=()))
    assert without_unproven(facts).overrides == facts.overrides


def test_without_such_a_claim_the_facts_are_the_same() -> None:
    for facts in (company(ADA, BOB), company(ADA, person("bob"), overrides=(COVER,))):
        assert without_unproven(facts) is facts
    assert unproven(company(ADA, overrides=(COVER,))) == ()


@pytest.mark.parametrize("change", [EndOverride("o1", TODAY), WithdrawOverride("o1")])
def test_an_override_that_ends_early_leaves_its_claim_unproven_and_one_that_never_was_does_not(
    change: EndOverride | WithdrawOverride,
) -> None:
    facts = apply(CLAIMED, change)
    outlook = gold(facts, TODAY)

    if isinstance(change, EndOverride):
        assert (outlook.status, outlook.short_from) == (Status.NOT_MET, TODAY)
    else:
        assert outlook.status is Status.MET


def test_a_level_that_was_covered_before_the_membership_began_is_at_risk_too() -> None:
    early = replace(COVER, since=PURCHASED - 60 * DAY, until=PURCHASED - 30 * DAY)

    assert gold(replace(CLAIMED, overrides=(early,)), TODAY).status is Status.NOT_MET


def test_without_anything_at_risk_nothing_is_due() -> None:
    assert due(PROGRAMME, company(ADA, BOB), TODAY, History()).opened == Due().opened
