from dataclasses import replace
from datetime import date

from domain.seen import Seen, SeenExport
from tests.storage.conftest import SINCE, SYSTEM, AnyCompanies, acme

SHOWN = SeenExport("a.csv", SINCE, (Seen("p1", "70-533", SINCE), Seen("p2", "70-532", SINCE, date(2019, 1, 1))))


async def test_what_the_vendor_showed_last_is_kept_in_place_of_what_it_showed_before(companies: AnyCompanies) -> None:
    company = await acme(companies)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        assert await ledger.seen() is None
        await ledger.keep_seen(replace(SHOWN, file="before.csv"))
        await ledger.keep_seen(SHOWN)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        assert await ledger.seen() == SHOWN
    assert (await companies.of_team("T1")).revision == company.revision


async def test_what_the_columns_of_lists_say_is_kept(companies: AnyCompanies) -> None:
    company = await acme(companies)
    said = (("wann", "earned"), ("wer", "email"))

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.configure(replace(company.organisation, columns=said))

    assert (await companies.of_team("T1")).organisation.columns == said
