"""Which risks are open is part of a company, in memory and in each database, in the programme in which it is shown."""

from datetime import UTC, datetime

from domain.enrolments import Enrol, turned
from domain.notices import Due
from domain.owed import PERSON
from storage.companies import SqlCompanies
from tests.storage.conftest import NOW, SYSTEM, AnyCompanies, acme

AT = datetime(2018, 1, 15, 9, 30, tzinfo=UTC)


async def test_a_company_shows_the_risks_that_are_open_in_the_programme_in_which_it_is_looked_at(
    companies: AnyCompanies,
) -> None:
    organisation = (await acme(companies)).organisation.id
    async with companies.change(organisation, SYSTEM) as ledger:
        await ledger.record(Enrol("tiers", "developed"))
        await ledger.owe(Due(opened=("cloud/gold", "cloud/silver", f"{PERSON}ada")), AT)
        ledger.turn("tiers")
        await ledger.owe(Due(opened=("tiers/premier",)), AT)
        assert ledger.company.at_risk == {"tiers/premier", "mpn::cloud/gold", "mpn::cloud/silver"}

    known = await companies.get(organisation)

    assert known.at_risk == {"cloud/gold", "cloud/silver", "tiers::tiers/premier"}
    assert turned(known, "tiers").at_risk == {"tiers/premier", "mpn::cloud/gold", "mpn::cloud/silver"}
    assert turned(turned(known, "tiers"), "mpn") == known


async def test_a_risk_that_closes_is_gone_and_another_replica_sees_it(companies: AnyCompanies) -> None:
    organisation = (await acme(companies)).organisation.id
    others = SqlCompanies(companies._database, lambda: NOW) if isinstance(companies, SqlCompanies) else companies  # noqa: SLF001 - one database, two replicas
    async with companies.change(organisation, SYSTEM) as ledger:
        await ledger.owe(Due(opened=("cloud/gold",)), AT)
    assert (await others.get(organisation)).at_risk == {"cloud/gold"}

    async with companies.change(organisation, SYSTEM) as ledger:
        await ledger.owe(Due(closed=("cloud/gold",)), AT)

    assert (await companies.get(organisation)).at_risk == frozenset()
    assert (await others.get(organisation)).at_risk == frozenset()
