from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.facts import Person
from handlers.replies import Option
from tests.handlers.contoso import SINCE_2017, caller
from tests.handlers.fabrikam import ADMIN, DANA, FACTS, GUEST, Fabrikam, speaks_german
from tests.handlers.test_limits import largest


async def offered(company: Fabrikam, typed: str, user: str = DANA, field: str = "credential") -> list[Option]:
    return list(await company.conversations.suggest(field, typed, caller(user)))


async def codes(company: Fabrikam, typed: str, user: str = DANA) -> list[str]:
    return [option["value"] for option in await offered(company, typed, user)]


def note(option: Option) -> str:
    found: str = option.get("description", {}).get("text", "")
    return found


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("70-533", "70-533"),
        ("70533", "70-533"),
        ("70 533", "70-533"),
        ("azure infra", "70-533"),
        ("csm", "CSM"),
        ("Prüfung Azure Infrastructure", "70-533"),
        ("pruf azure infrastructure", "70-533"),
    ],
)
async def test_a_credential_is_found_by_code_title_and_kind(typed: str, first: str) -> None:
    assert (await codes(Fabrikam(), typed))[:1] == [first]


@pytest.mark.parametrize("typed", ["Cloud Platform", "Cloudplattform", "cloudpl"])
async def test_a_credential_is_found_by_the_competency_that_asks_for_it_in_both_languages(typed: str) -> None:
    assert {"70-532", "70-533"} <= set(await codes(Fabrikam(), typed))


async def test_a_slip_of_the_keyboard_is_offered_the_codes_that_look_like_it() -> None:
    assert "70-533" in await codes(Fabrikam(), "70-5333")


async def test_what_nobody_knows_is_not_offered() -> None:
    assert await codes(Fabrikam(), "chess") == []


async def test_nothing_typed_offers_what_rules_ask_for_first_and_no_more_than_slack_takes() -> None:
    found = await offered(Fabrikam(), "")

    assert len(found) == 100
    assert "No rule asks for it today" not in note(found[0])
    assert note(found[-1]) == "No rule asks for it today"


async def test_what_no_longer_counts_is_last_and_says_so() -> None:
    company = Fabrikam(now=datetime(2019, 1, 15, 9, tzinfo=UTC))

    found = await offered(company, "architecting azure")

    assert [option["value"] for option in found] == ["70-535", "70-534"]
    assert note(found[1]) == "No longer counts: accepted up to and including 31 Dec 2018"


async def test_the_last_day_of_acceptance_is_told_and_belongs_to_it() -> None:
    company = Fabrikam(now=datetime(2018, 12, 31, 9, tzinfo=UTC))
    speaks_german(company, DANA)

    [found] = await offered(company, "70-534")

    assert note(found) == "Zählt bis einschließlich 31.12.2018"


async def test_people_are_offered_to_admins_alone_with_those_who_have_no_slack_account() -> None:
    company = Fabrikam(replace(FACTS, people=(*FACTS.people, Person("zoe", (), SINCE_2017, "Zoë Zimt"))))

    assert [option["value"] for option in await offered(company, "", ADMIN, "person")] == ["ada", "bob", "zoe"]
    [zoe] = await offered(company, "zimt zo", ADMIN, "person")
    assert (zoe["text"]["text"], note(zoe)) == ("Zoë Zimt", "Without a Slack account")
    assert await offered(company, "", DANA, "person") == []


@pytest.mark.parametrize("user", [GUEST, "U0NOBODY"])
async def test_guests_and_strangers_are_offered_nothing(user: str) -> None:
    assert await offered(Fabrikam(), "70-5", user) == []


async def test_no_other_menu_is_filled() -> None:
    assert await offered(Fabrikam(), "70-5", ADMIN, "nonsense") == []


@pytest.mark.parametrize("typed", ["", "a", "x" * 5000, "<!channel>", "70-5" * 1000, "🎉", "\n"])
@pytest.mark.parametrize("field", ["credential", "person"])
async def test_every_option_is_one_that_slack_takes(field: str, typed: str) -> None:
    found = await largest().conversations.suggest(field, typed, caller(ADMIN))

    assert len(found) <= 100
    for option in found:
        assert 0 < len(option["text"]["text"]) <= 75
        assert 0 < len(option["value"]) <= 150
        assert len(note(option)) <= 75
