from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.departures import Depart, Return
from domain.facts import Association
from domain.notices import Due
from domain.ports import Actor, EventAlreadyDoneError, Member, UnknownTeamError
from handlers.settling import next_look_at, settle, today_of
from tests.handlers.fabrikam import (
    ADA,
    ADA_HOLDS,
    ADMIN,
    BOB,
    BOB_HOLDS,
    DANA,
    FABRIKAM,
    FACTS,
    NOW,
    ONE_SHORT,
    OVERRIDE,
    PROGRAMME,
    Fabrikam,
)


def associations(company: Fabrikam, person: str) -> tuple[Association, ...] | None:
    """Since when and until when somebody counts."""
    return next(p for p in company.company.facts.people if p.id == person).associations


async def test_somebody_new_becomes_a_member_and_nothing_else() -> None:
    company = Fabrikam()

    await company.changes(Member("U9", "Nina", "member"))

    assert company.company.members["U9"].name == "Nina"
    assert company.company.facts == FACTS
    assert company.told() == []


@pytest.mark.parametrize("active", [True, False])
async def test_nobody_unknown_is_taken_in_whose_account_is_off_as_somebody_forgotten_is(*, active: bool) -> None:
    company = Fabrikam()
    found = Member("U9", "Nina", "member", active=active)

    await company.changes(found)
    count = await company.compared(found, *company.company.members.values())

    assert ("U9" in company.company.members) == active
    assert count == 0


async def test_somebody_renamed_or_promoted_stays_the_person_that_they_are() -> None:
    company = Fabrikam()

    await company.changes(Member(ADA, "Ada King", "admin"))

    assert company.company.members[ADA] == Member(ADA, "Ada King", "admin", "ada")
    assert company.company.facts == replace(FACTS, people=(replace(ADA_HOLDS, name="Ada King"), BOB_HOLDS))
    assert company.told() == []


async def test_a_name_that_an_export_or_an_admin_gave_is_not_slacks_to_change() -> None:
    company = Fabrikam(replace(FACTS, people=(replace(ADA_HOLDS, name="Lovelace, Ada"), BOB_HOLDS)))

    await company.changes(Member(ADA, "Ada King", "member"))

    assert company.company.person_name("ada") == "Lovelace, Ada"


async def test_somebody_deactivated_leaves_provisionally_today_and_every_admin_is_told() -> None:
    company = Fabrikam()
    await company.changes(Member("U9", "Nina", "admin"), "Ev0")

    await company.changes(replace(company.company.members[BOB], active=False))

    assert associations(company, "bob") == (
        Association(date(2017, 1, 1), date(2018, 1, 15), provisional=True, id="bob:since", noticed=NOW),
    )
    kinds = [(owed.kind, owed.subject) for owed in company.told()]
    assert kinds == [
        ("departed", "person/bob"),
        ("at_risk", "membership/gold"),
        ("at_risk", "cloud-platform/gold"),
        ("at_risk", "application-development/silver"),
    ]
    assert company.told("U9") == company.told()


async def test_today_is_the_organisations_day() -> None:
    company = Fabrikam(now=datetime(2018, 1, 15, 23, 30, tzinfo=UTC))

    await company.changes(replace(company.company.members[BOB], active=False))

    found = associations(company, "bob")
    assert found is not None
    assert found[0].until == date(2018, 1, 16)


async def test_what_slack_tells_late_changes_nothing_but_what_it_tells_of_the_same_moment_does() -> None:
    company = Fabrikam()
    member = company.company.members[BOB]
    gone, back = replace(member, active=False, updated=5), replace(member, updated=6)

    await company.changes(back, "Ev2")
    await company.changes(gone, "Ev1")

    assert company.company.members[BOB] == back
    assert company.company.facts == FACTS
    assert company.told() == []

    await company.changes(replace(gone, updated=6), "Ev3")
    assert not company.company.members[BOB].active


async def test_an_admin_who_is_deactivated_is_not_told_of_it() -> None:
    company = Fabrikam()
    await company.changes(replace(company.company.members[BOB], role="admin"), "Ev0")

    await company.changes(replace(company.company.members[BOB], active=False))

    assert company.told(BOB) == []
    assert company.told(ADMIN) != []


async def test_somebody_reactivated_returns_as_if_never_gone() -> None:
    company = Fabrikam()
    member = company.company.members[BOB]
    await company.changes(replace(member, active=False))

    await company.changes(member, "Ev2")

    assert company.company.facts == FACTS
    assert [owed.kind for owed in company.told()][4:] == ["returned", "mended", "mended", "mended"]


async def test_whom_an_admin_kept_stays_when_slack_tells_again_that_the_account_is_off() -> None:
    company = Fabrikam()
    gone = replace(company.company.members[BOB], active=False)
    await company.changes(gone)
    async with company.companies.change(FABRIKAM, Actor(ADMIN, "r")) as ledger:
        await settle(ledger, PROGRAMME, [Return("bob", on_leave=True)], NOW)

    await company.changes(replace(gone, updated=5), "Ev2")
    assert await company.compared(replace(gone, updated=5), replace(company.company.members[ADA])) == 0
    away = associations(company, "bob")
    await company.changes(replace(gone, active=True, updated=6), "Ev3")

    assert away == (Association(date(2017, 1, 1), id="bob:since", on_leave=True),)
    assert company.company.facts == FACTS


async def test_a_comparison_takes_over_together_what_was_missed_and_nothing_when_it_comes_again() -> None:
    company = Fabrikam()
    members = company.company.members
    missed = [
        replace(members[ADA], active=False),
        replace(members[BOB], active=False),
        replace(members[DANA], name="Dana S.", role="admin"),
        Member("U9", "Nina", "member"),
    ]

    assert await company.compared(members[ADMIN], *missed) == 4
    told = company.told()
    assert await company.compared(members[ADMIN], *missed) == 0

    assert [owed.key for owed in company.told()] == [owed.key for owed in told]
    assert [owed.subject for owed in told if owed.kind == "departed"] == ["person/ada", "person/bob"]
    assert company.company.members[DANA].role == "admin"
    assert company.company.members["U9"].person is None


async def test_a_comparison_of_an_older_list_undoes_no_later_event() -> None:
    company = Fabrikam()
    member = company.company.members[BOB]
    await company.changes(replace(member, active=False, updated=6))

    assert await company.compared(replace(member, updated=5)) == 0
    assert not company.company.members[BOB].active


async def test_an_event_that_comes_twice_happens_once() -> None:
    company = Fabrikam()
    gone = replace(company.company.members[BOB], active=False)
    await company.changes(gone)

    with pytest.raises(EventAlreadyDoneError):
        await company.changes(gone)
    await company.changes(gone, "Ev2")

    assert len(company.told()) == 4


async def test_somebody_who_is_not_on_record_leaves_without_a_word() -> None:
    company = Fabrikam(ONE_SHORT)

    await company.changes(replace(company.company.members[BOB], active=False))

    assert not company.company.members[BOB].active
    assert company.told() == []


async def test_an_unknown_workspace_is_an_error() -> None:
    with pytest.raises(UnknownTeamError):
        await Fabrikam().conversations.member_changed("T9", Member("U9", "N", "member"), event="Ev1")


async def test_many_departures_in_one_transaction_tell_each_risk_once_and_set_the_next_look() -> None:
    company = Fabrikam()
    changes = [Depart("ada", date(2018, 1, 15)), Depart("bob", date(2018, 1, 15))]
    async with company.companies.change(FABRIKAM, Actor(None, "r")) as ledger:
        found = await settle(ledger, PROGRAMME, changes, NOW)

    subjects = [(owed.kind, owed.subject) for owed in found.notices]
    assert len(subjects) == len(set(subjects))
    assert [owed.key for owed in company.told()] == [owed.key for owed in found.notices]
    assert company.companies.states[FABRIKAM].next_look == datetime(2018, 1, 20, 8, tzinfo=UTC)


async def test_a_look_owes_what_is_due_and_looks_again_at_nine_in_the_companys_morning() -> None:
    company = Fabrikam(replace(ONE_SHORT, overrides=(OVERRIDE,)), now=datetime(2018, 1, 28, 9, tzinfo=UTC))
    await company.conversations.look(FABRIKAM)
    assert company.companies.states[FABRIKAM].next_look == datetime(2018, 1, 29, 8, tzinfo=UTC)
    before = company.told()

    company.now = datetime(2018, 1, 29, 8, tzinfo=UTC)
    found = await company.conversations.look(FABRIKAM)

    assert [(owed.kind, owed.step) for owed in found.notices] == [("override_ending", "30")]
    assert company.told() == [*before, *found.notices]
    assert await company.conversations.look(FABRIKAM) == Due()


async def test_a_dry_look_says_what_would_be_owed_and_owes_nothing() -> None:
    company = Fabrikam(replace(ONE_SHORT, overrides=(OVERRIDE,)))
    before = company.companies.states[FABRIKAM]

    found = await company.conversations.look(FABRIKAM, dry=True)

    assert {owed.subject for owed in found.notices} == {"membership/gold", "cloud-platform/gold"}
    assert company.companies.states[FABRIKAM] == before


async def test_the_morning_follows_summer_time() -> None:
    company = Fabrikam(replace(FACTS, figures={}))
    summer = next_look_at(PROGRAMME, company.company, date(2018, 4, 30))

    assert summer == datetime(2018, 5, 1, 7, tzinfo=UTC)


async def test_the_day_turns_at_the_organisations_midnight() -> None:
    company = Fabrikam().company

    assert today_of(company, datetime(2018, 1, 15, 22, 59, tzinfo=UTC)) == date(2018, 1, 15)
    assert today_of(company, datetime(2018, 1, 15, 23, 0, tzinfo=UTC)) == date(2018, 1, 16)
