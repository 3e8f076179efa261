from datetime import date
from decimal import Decimal

import pytest

from domain.buying import PlaceOrder, SetMembership, SettleOrder, WithdrawMembership
from domain.changes import (
    AddPerson,
    AlreadyOnRecordError,
    ClaimProfile,
    EndAchievement,
    EndOverride,
    GrantOverride,
    Link,
    NoSuchFactError,
    ProfileTakenError,
    ReportFigure,
    SetFlag,
    SetMarket,
    Unlink,
)
from domain.dates import Month
from domain.departures import Depart, Return
from domain.facts import Achievement, Association, Grant, LevelOverride, Membership, Order
from domain.ports import Actor
from tests.storage.conftest import SINCE, SYSTEM, AnyCompanies, acme


async def test_what_is_recorded_shows_at_once_and_is_there_afterwards(companies: AnyCompanies) -> None:
    company = await acme(companies)
    exam = Achievement("70-533", SINCE, date(2019, 3, 1), "a1", evidence="https://example.org/1", recorded_by="UBOB")
    grant = Grant("Vendor", "late exam", "T-1", "UADA", date(2018, 1, 15))
    override = LevelOverride("cloud-platform", "gold", date(2018, 1, 1), date(2018, 4, 1), "o1", grant)

    async with companies.change(company.organisation.id, Actor("UADA", "r1")) as ledger:
        await ledger.record(AddPerson("p1", "Bob", Association(SINCE, id="s1")), Link("p1", exam))
        await ledger.record(ClaimProfile("p1", "MCP-1"), GrantOverride(override))
        await ledger.record(
            SetMembership(Membership("silver", SINCE, date(2018, 3, 1))), SetFlag("managed", value=True)
        )
        await ledger.record(ReportFigure("seats", Month(2017, 12), Decimal("12.50")), SetMarket("developing"))
        shown = ledger.company
    facts = (await companies.of_team("T1")).facts

    assert facts == shown.facts
    assert facts.market == "developing"
    assert facts.people[0].achievements == (exam,)
    assert facts.people[0].associations == (Association(SINCE, id="s1"),)
    assert (facts.people[0].name, facts.people[0].profile) == ("Bob", "MCP-1")
    assert facts.overrides == (override,)
    assert facts.membership == Membership("silver", SINCE, date(2018, 3, 1))
    assert facts.flags == {"managed": True}
    assert facts.figures == {"seats": {Month(2017, 12): Decimal("12.50")}}


async def test_a_membership_keeps_its_history_and_what_was_never_true_brings_back_the_one_before(
    companies: AnyCompanies,
) -> None:
    company = await acme(companies)
    first = Membership("silver", SINCE, date(2018, 3, 1))
    renewed = Membership("gold", date(2018, 3, 1), date(2019, 3, 1), "renewed")

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(SetMembership(first), SetMembership(renewed))
    kept = (await companies.of_team("T1")).facts
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(WithdrawMembership("mistyped"))
    back = (await companies.of_team("T1")).facts

    assert kept.membership == renewed
    assert kept.earlier_memberships == (Membership("silver", SINCE, date(2018, 3, 1), ended_on=date(2018, 3, 1)),)
    assert (back.membership, back.earlier_memberships) == (first, ())


async def test_an_order_is_paid_or_cancelled_and_stays_on_record(companies: AnyCompanies) -> None:
    company = await acme(companies)
    day = date(2018, 1, 9)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(PlaceOrder(Order("gold", SINCE, id="a")), PlaceOrder(Order("gold", SINCE, id="b")))
        await ledger.record(SettleOrder("a", day), SettleOrder("b", day, paid=False))

    assert (await companies.of_team("T1")).facts.orders == (
        Order("gold", SINCE, day, id="a"),
        Order("gold", SINCE, cancelled_on=day, id="b"),
    )


async def test_a_change_raises_the_revision_by_one_however_much_it_records(companies: AnyCompanies) -> None:
    company = await acme(companies)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(SetFlag("a", value=True), SetFlag("b", value=False))
        await ledger.record(SetFlag("c", value=True))
        assert ledger.company.revision == 1
    async with companies.change(company.organisation.id, SYSTEM):
        pass

    assert (await companies.of_team("T1")).revision == 1


async def test_new_facts_without_an_id_get_one(companies: AnyCompanies) -> None:
    company = await acme(companies)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(AddPerson("p1", "Bob", Association(SINCE)), Link("p1", Achievement("70-533", SINCE)))
        person = ledger.company.facts.people[0]

    assert person.achievements[0].id
    assert (await companies.of_team("T1")).facts.people == (person,)


async def test_an_achievement_is_ended_or_withdrawn_and_an_override_ended(companies: AnyCompanies) -> None:
    company = await acme(companies)
    exams = [Achievement(f"70-53{n}", SINCE, id=f"a{n}") for n in range(3)]
    override = LevelOverride("cloud-platform", "gold", date(2018, 1, 1), date(2018, 4, 1), "o1")

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(AddPerson("p1", "Bob", Association(SINCE)), *(Link("p1", exam) for exam in exams))
        await ledger.record(GrantOverride(override), EndOverride("o1", date(2018, 2, 1)))
        await ledger.record(Unlink("p1", "a0", "typed wrongly"), EndAchievement("p1", "a1", date(2018, 1, 1)))
    facts = (await companies.of_team("T1")).facts

    assert [(a.id, a.ended_on) for a in facts.people[0].achievements] == [("a1", date(2018, 1, 1)), ("a2", None)]
    assert facts.overrides[0].until == date(2018, 2, 1)


async def test_ending_an_override_after_its_end_lengthens_nothing(companies: AnyCompanies) -> None:
    company = await acme(companies)
    override = LevelOverride("cloud-platform", "gold", date(2018, 1, 1), date(2018, 4, 1), "o1")

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(GrantOverride(override), EndOverride("o1", date(2018, 5, 1)))

    assert (await companies.of_team("T1")).facts.overrides == (override,)


async def test_a_departure_ends_what_is_open_and_a_return_undoes_a_provisional_one(companies: AnyCompanies) -> None:
    company = await acme(companies)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(AddPerson("p1", "Bob", Association(SINCE, id="s1")), Depart("p1", date(2018, 1, 15)))
    left = (await companies.of_team("T1")).facts.people[0].associations
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(Return("p1"))
    back = (await companies.of_team("T1")).facts.people[0].associations

    assert left == (Association(SINCE, date(2018, 1, 15), provisional=True, id="s1"),)
    assert back == (Association(SINCE, id="s1"),)


async def test_a_departure_for_good_is_not_undone_by_a_return(companies: AnyCompanies) -> None:
    company = await acme(companies)
    left = (Association(SINCE, date(2018, 1, 15), id="s1"),)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(AddPerson("p1", "Bob", Association(SINCE, id="s1")))
        await ledger.record(Depart("p1", date(2018, 1, 15), provisional=False), Return("p1"))

    assert (await companies.of_team("T1")).facts.people[0].associations == left


async def test_a_final_word_settles_a_provisional_departure(companies: AnyCompanies) -> None:
    company = await acme(companies)
    left = (Association(SINCE, date(2018, 1, 31), id="s1"),)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(AddPerson("p1", "Bob", Association(SINCE, id="s1")), Depart("p1", date(2018, 1, 15)))
        await ledger.record(Depart("p1", date(2018, 1, 31), provisional=False))

    assert (await companies.of_team("T1")).facts.people[0].associations == left


async def test_a_later_report_of_a_month_counts(companies: AnyCompanies) -> None:
    company = await acme(companies)
    december = Month(2017, 12)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(
            ReportFigure("seats", december, Decimal(1)), ReportFigure("seats", december, Decimal("0.1"))
        )

    assert (await companies.of_team("T1")).facts.figures == {"seats": {december: Decimal("0.1")}}


async def test_a_profile_that_somebody_holds_is_refused_and_the_rest_of_the_change_goes_on(
    companies: AnyCompanies,
) -> None:
    company = await acme(companies)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(AddPerson("p1", "Bob", Association(SINCE)), AddPerson("p2", "Cy", Association(SINCE)))
        await ledger.record(ClaimProfile("p1", "MCP-1"), ClaimProfile("p2", "MCP-2"))
        with pytest.raises(ProfileTakenError):
            await ledger.record(ClaimProfile("p2", "MCP-1"))
        await ledger.record(ClaimProfile("p1", "MCP-1"))
    people = (await companies.of_team("T1")).facts.people

    assert [person.profile for person in people] == ["MCP-1", "MCP-2"]


async def test_a_profile_that_its_holder_exchanged_is_free_again(companies: AnyCompanies) -> None:
    company = await acme(companies)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(AddPerson("p1", "Bob", Association(SINCE)), AddPerson("p2", "Cy", Association(SINCE)))
        await ledger.record(ClaimProfile("p1", "MCP-1"), ClaimProfile("p1", "MCP-9"), ClaimProfile("p2", "MCP-1"))
    people = (await companies.of_team("T1")).facts.people

    assert [person.profile for person in people] == ["MCP-9", "MCP-1"]


async def test_a_change_of_what_is_not_on_record_writes_nothing(companies: AnyCompanies) -> None:
    company = await acme(companies)

    with pytest.raises(NoSuchFactError):
        async with companies.change(company.organisation.id, SYSTEM) as ledger:
            await ledger.record(SetFlag("managed", value=True), Unlink("nobody", "a1"))

    assert await companies.of_team("T1") == company


async def test_nobody_is_put_on_record_twice(companies: AnyCompanies) -> None:
    company = await acme(companies)

    with pytest.raises(AlreadyOnRecordError):
        async with companies.change(company.organisation.id, SYSTEM) as ledger:
            await ledger.record(AddPerson("p1", "Bob", Association(SINCE)), AddPerson("p1", "Bob", Association(SINCE)))
