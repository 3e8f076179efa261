from datetime import timedelta

from domain.threads import Thread
from tests.storage.conftest import NOW, AnyCompanies, acme

HOUR = timedelta(hours=1)
THREAD = Thread("T1", "C1", "1.0")


async def test_the_last_question_of_a_thread_is_kept_until_its_time(companies: AnyCompanies) -> None:
    company = (await acme(companies)).organisation.id
    await companies.keep_asked(company, THREAD, "How are we doing?", NOW, NOW + HOUR)
    await companies.keep_asked(company, THREAD, "Are we at risk?", NOW, NOW + HOUR)

    assert await companies.last_asked(company, THREAD, NOW + HOUR - timedelta(seconds=1)) == "Are we at risk?"
    assert await companies.last_asked(company, THREAD, NOW + HOUR) is None


async def test_each_thread_has_its_own_and_so_has_each_organisation(companies: AnyCompanies) -> None:
    company = (await acme(companies)).organisation.id
    await companies.keep_asked(company, THREAD, "How are we doing?", NOW, NOW + HOUR)

    for other in (Thread("T1", "C1", ""), Thread("T1", "C2", "1.0"), Thread("T2", "C1", "1.0")):
        assert await companies.last_asked(company, other, NOW) is None
    assert await companies.last_asked("other", THREAD, NOW) is None


async def test_what_is_too_long_ago_is_forgotten_when_something_is_kept(companies: AnyCompanies) -> None:
    company = (await acme(companies)).organisation.id
    await companies.keep_asked(company, THREAD, "How are we doing?", NOW, NOW + HOUR)
    await companies.keep_asked(company, Thread("T1", "C2", ""), "help", NOW + HOUR, NOW + 2 * HOUR)

    assert await companies.last_asked(company, THREAD, NOW) is None
