"""Leavings that are announced, for admins alone; and who comes back after having left for good."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.facts import Association, Membership
from tests.handlers.contoso import plain, unsendable
from tests.handlers.departures import SINCE, associations, gone, labels, press
from tests.handlers.fabrikam import ADA, ADA_HOLDS, ADMIN, BOB, BOB_HOLDS, FACTS, GUEST, Fabrikam


async def test_an_announced_leaving_counts_from_its_day_on_and_is_told_to_admins() -> None:
    company = Fabrikam()
    reply = await company.says(ADMIN, f"leaving <@{BOB}> 2018-03-01")

    assert plain(reply).startswith(
        "👋 *Bob Ross* leaves on 1 March 2018: from that day on Bob Ross no longer counts for Fabrikam."
    )
    assert "Only admins see this." in plain(reply)
    assert [(owed.kind, owed.subject) for owed in company.told()][:1] == [("departed", "person/bob")]
    assert any(owed.kind == "at_risk" for owed in company.told())
    assert company.company.facts.people[1].associated_on(date(2018, 2, 28))
    assert not company.company.facts.people[1].associated_on(date(2018, 3, 1))
    assert labels(company.message(company.told())) == []
    assert unsendable(reply) == []


@pytest.mark.parametrize("typed", ["leaving Bob Ross 1 March 2018", "leaving bob am 1.3.2018", "abgang Bob 2018-03-01"])
async def test_a_leaver_is_named_in_words_and_the_day_too(typed: str) -> None:
    company = Fabrikam()
    await company.says(ADMIN, typed)

    assert associations(company, "bob") == (Association(SINCE, date(2018, 3, 1), id="bob:since"),)


async def test_an_announced_leaving_is_listed_moved_and_called_off() -> None:
    company = Fabrikam()
    await company.says(ADMIN, "leaving Bob 2018-03-01")
    again = await company.says(ADMIN, "leaving Bob 2018-03-01")
    listed = await company.says(ADMIN, "leaving")
    moved = await company.says(ADMIN, "leaving Bob 2018-04-01")
    off = await company.says(ADMIN, "leaving Bob cancel")
    none = await company.says(ADMIN, "leaving Bob cancel")

    assert "on record already: *Bob Ross* leaves on 1 March 2018" in plain(again)
    assert "• Bob Ross: no longer counts from 1 March 2018 on" in plain(listed)
    assert "leaves on 1 April 2018, not on 1 March 2018" in plain(moved)
    assert "*Bob Ross* stays" in plain(off)
    assert "nothing to call off" in none.text
    assert company.company.facts == FACTS
    assert "No leaving is announced" in plain(await company.says(ADMIN, "leaving"))


async def test_who_is_deactivated_before_an_announced_leaving_leaves_then_all_the_same_once_they_are_back() -> None:
    company = Fabrikam()
    await company.says(ADMIN, "leaving Bob 2018-03-01")
    reply = await gone(company, BOB)
    back = await press(company, reply, "Mistake")
    returned = [owed for owed in company.told() if owed.kind == "returned"]

    assert associations(company, "bob") == (Association(SINCE, date(2018, 3, 1), id="bob:since"),)
    assert "Settled" in plain(back)
    assert "The leaving on 1 March 2018 that was announced before still stands." in plain(company.message(returned))


@pytest.mark.parametrize(("day", "told"), [("2018-02-28", True), ("2018-03-01", False), ("2018-03-02", False)])
async def test_a_deactivation_on_the_announced_day_is_no_news(day: str, *, told: bool) -> None:
    company = Fabrikam(replace(FACTS, membership=Membership("gold", date(2017, 5, 1), date(2018, 5, 1))))
    await company.says(ADMIN, "leaving Bob 2018-03-01")
    before = len([owed for owed in company.told() if owed.kind == "departed"])
    company.now = datetime.fromisoformat(f"{day}T12:00:00+00:00").astimezone(UTC)
    await company.changes(replace(company.company.members[BOB], active=False))

    assert (len([owed for owed in company.told() if owed.kind == "departed"]) > before) is told


async def test_somebody_who_has_left_is_neither_announced_nor_called_off() -> None:
    company = Fabrikam()
    await company.says(ADMIN, "leaving Bob 2018-01-10")
    facts = company.company.facts

    for typed in ("leaving Bob 2018-03-01", "leaving Bob cancel"):
        assert "Bob Ross left on 10 January 2018; that is settled." in (await company.says(ADMIN, typed)).text
    assert company.company.facts == facts


@pytest.mark.parametrize(
    "typed", ["leaving Bob", "leaving 2018-03-01", "leaving Bob whenever", "leaving Zed 2018-03-01"]
)
async def test_what_cannot_be_read_is_said_with_the_way_to_type_it(typed: str) -> None:
    company = Fabrikam()
    reply = await company.says(ADMIN, typed)

    assert company.company.facts == FACTS
    assert "/assay leaving" in reply.text or "nobody" in reply.text.lower() or "Zed" in reply.text


@pytest.mark.parametrize("user", [BOB, GUEST])
@pytest.mark.parametrize("typed", ["leaving", "leaving Bob 2018-03-01", "leaving Bob cancel"])
async def test_announced_leavings_are_for_admins_only(user: str, typed: str) -> None:
    company = Fabrikam()
    await company.says(ADMIN, "leaving Ada 2018-03-01")
    facts = company.company.facts

    assert "March" not in (await company.says(user, typed)).text
    assert company.company.facts == facts


async def test_in_a_channel_the_answer_is_for_the_admin_alone() -> None:
    company = Fabrikam()

    assert (await company.says(ADMIN, "leaving", private=False)).audience == "person"


async def test_somebody_who_left_for_good_counts_again_with_their_next_link() -> None:
    company = Fabrikam()
    await company.says(ADMIN, "leaving Bob 2018-01-10")
    reply = await company.says(BOB, "link 70-533 2018-01-12")

    assert associations(company, "bob") == (
        Association(SINCE, date(2018, 1, 10), id="bob:since"),
        Association(date(2018, 1, 15), id="id-2"),
    )
    assert "You had left; with this link you count for Fabrikam again from today, 15 January 2018" in plain(reply)
    counts = [company.company.facts.people[1].associated_on(date(2018, 1, day)) for day in (9, 10, 14, 15)]
    assert counts == [True, False, False, True]


async def test_somebody_of_whom_nobody_said_why_they_left_links_nothing() -> None:
    company = Fabrikam()
    known = company.companies.states["fabrikam"]
    gone_already = replace(BOB_HOLDS, associations=(Association(SINCE, date(2018, 1, 10), provisional=True),))
    facts = replace(FACTS, people=(ADA_HOLDS, gone_already))
    company.companies.states["fabrikam"] = replace(known, company=replace(known.company, facts=facts))

    assert "since 10 January 2018" in (await company.says(BOB, "link 70-533 2018-01-12")).text
    assert company.company.facts == facts


@pytest.mark.parametrize(("user", "private", "knows"), [(ADMIN, True, True), (ADMIN, False, False), (ADA, True, False)])
async def test_what_will_hold_tells_of_an_announced_leaving_to_admins_privately_alone(
    user: str, *, private: bool, knows: bool
) -> None:
    company = Fabrikam()
    await company.says(ADMIN, "leaving Bob 2018-03-01")
    asked = "do we have gold in cloud platform on 2018-03-15?"
    reply = await company.says(user, f"ask {asked}" if private else asked, private=private)

    assert ("Missing on the shortest way: 1 person." in plain(reply)) is knows
