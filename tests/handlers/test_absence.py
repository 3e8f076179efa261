"""Who stands in for an admin hears of it, and who is back what happened meanwhile."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.absence import back
from domain.ports import Care, Member
from tests.handlers.contoso import plain
from tests.handlers.fabrikam import ADMIN, FABRIKAM, FACTS, MEMBERS, NOW, ONE_SHORT, TODAY, Fabrikam

ZOE = "U0ZOE"
TWO = (*MEMBERS, Member(ZOE, "Zoe", "admin"))
RETURN = date(2018, 3, 5)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


async def gone(company: Fabrikam | None = None) -> Fabrikam:
    company = company or Fabrikam(FACTS, TWO)
    await company.says(ADMIN, "away until 2018-03-05 @zoe")
    return company


def kinds(company: Fabrikam, user: str) -> list[str]:
    return [owed.kind for owed in company.told(user) if owed.kind in {"standing_in", "came_back"}]


async def test_who_stands_in_is_told_for_whom_and_until_when_and_once() -> None:
    company = await gone()
    await gone(company)

    assert (kinds(company, ZOE), kinds(company, ADMIN)) == (["standing_in"], [])
    said = plain(company.message(company.told(ZOE)))
    assert said.startswith(f"🙋 *You stand in for <@{ADMIN}>, who is back on 5 March 2018.*")


async def test_where_nobody_else_is_admin_nobody_is_told() -> None:
    company = Fabrikam()
    await company.says(ADMIN, "away until 2018-03-05")

    assert kinds(company, ADMIN) == []


@pytest.mark.parametrize(("days", "told"), [(-1, []), (0, ["came_back"]), (1, ["came_back"]), (15, [])])
async def test_on_the_day_of_the_return_it_is_told_what_others_took_on(days: int, told: list[str]) -> None:
    company = await gone()
    company.now = at(RETURN + timedelta(days=days))
    await company.conversations.look(FABRIKAM)
    await company.conversations.look(FABRIKAM)

    assert kinds(company, ADMIN) == told


async def test_the_word_on_return_names_what_was_taken_by_whom_and_what_is_at_risk() -> None:
    company = await gone(Fabrikam(ONE_SHORT, TWO))
    state = company.companies.states[FABRIKAM]
    cares = {
        ("membership/gold", 1): Care(ZOE, date(2018, 2, 1)),
        ("renewal/2018-05-01", 1): Care(ZOE, date(2017, 12, 1)),
    }
    at_risk = frozenset({"membership/gold"})
    known = replace(state.company, cares=cares, at_risk=at_risk)
    company.companies.states[FABRIKAM] = replace(state, company=known)
    (said,) = back(known, state.history, RETURN).notices

    text = plain(company.message([said], today=RETURN))

    assert text.startswith("👋 *Welcome back!*")
    assert "Since 15 January 2018 others took this on:" in text
    assert f"your Gold membership: <@{ZOE}>, since" in text
    assert "the renewal:" not in text, "that was before"
    assert "At risk now:" in text


async def test_who_is_back_early_hears_it_at_once_and_so_does_who_stood_in() -> None:
    company = await gone()

    said = plain(await company.says(ADMIN, "away off"))

    assert "You are back" in said
    assert "Since 15 January 2018 nobody took anything on." in said
    assert kinds(company, ZOE) == ["standing_in", "standing_in"]
    assert "is back.* You no longer stand in." in plain(company.message(company.told(ZOE)[-1:]))
    assert NOW.date() == TODAY
