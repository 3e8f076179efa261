from datetime import UTC, date, datetime, timedelta

import pytest

from domain.facts import Association
from handlers.notices import notice_message
from storage.catalogue import load_catalogue
from tests.handlers.contoso import ADMIN, BOB, TODAY, labels, plain, unsendable
from tests.handlers.group import CONTOSO, DAN, LITWARE, LIZ, Group

PROGRAMME = load_catalogue()["ms-mpn-competencies"]
HERE = "C0CONTOSO"


async def in_channel() -> Group:
    """A group with a channel of Contoso's."""
    group = Group()
    await group.companies.settle_place("T0CONTOSO", HERE, CONTOSO)
    return group


async def test_who_counts_for_another_organisation_is_asked_before_anything_is_recorded() -> None:
    group = await in_channel()

    asked = await group.says(DAN, "link 70-496 2018-01-02", HERE)

    assert plain(asked).startswith("*You count for Litware, not for Contoso.* Nothing was recorded yet")
    assert labels(asked) == ["Record it for Litware", "I now belong to Contoso"]
    assert group.person(CONTOSO, "dan") is None
    assert not unsendable(asked)


async def test_it_is_recorded_for_the_one_they_count_for() -> None:
    group = await in_channel()

    said = await group.presses(
        DAN, await group.says(DAN, "link 70-496 2018-01-02", HERE), "Record it for Litware", HERE
    )

    assert said.text.startswith("✅ Recorded: 70-496")
    assert said.text.endswith("🏢 Litware")
    dan = group.person(LITWARE, "dan")
    assert dan is not None
    assert [a.credential for a in dan.achievements] == ["70-533", "70-496"]
    assert group.person(CONTOSO, "dan") is None


async def test_a_move_ends_the_earlier_association_today_and_goes_on_with_what_was_asked() -> None:
    group = await in_channel()

    said = await group.presses(
        DAN, await group.says(DAN, "link 70-496 2018-01-02", HERE), "I now belong to Contoso", HERE
    )

    assert said.text.startswith("✅ From today, 15 January 2018, you count for Contoso.")
    assert "counts there from 16 January 2018 (after 24 hours; " in plain(said)
    assert "✅ Recorded: *70-496" in plain(said)
    left, joined = group.person(LITWARE, "dan"), group.person(CONTOSO, "dan")
    assert left is not None
    assert joined is not None
    assert left.associations == (Association(date(2017, 1, 1), TODAY),)
    assert [(a.since, a.until) for a in joined.associations or ()] == [(TODAY, None)]
    assert [a.credential for a in joined.achievements] == ["70-533", "70-496"]
    assert joined.profile == "777"
    assert group.company(CONTOSO).members[DAN].person == "dan"
    assert not unsendable(said)


async def test_both_sides_admins_hear_of_a_move_and_the_losing_side_only_that_it_ended() -> None:
    group = await in_channel()
    await group.presses(DAN, await group.says(DAN, "link 70-496 2018-01-02", HERE), "I now belong to Contoso", HERE)

    (lost,) = [n for n in group.told(LITWARE, LIZ) if n.kind == "association_moved"]
    (gained,) = [n for n in group.told(CONTOSO, ADMIN) if n.kind == "association_moved"]
    one, other = group.company(LITWARE), group.company(CONTOSO)
    ended = notice_message(one, PROGRAMME, one.members[LIZ], [lost], TODAY)
    came = notice_message(other, PROGRAMME, other.members[ADMIN], [gained], TODAY)

    assert "no longer counts for Litware* from 15 January 2018" in plain(ended)
    assert "Contoso" not in plain(ended)
    assert "counts for Contoso* from 15 January 2018" in plain(came)
    assert "Litware" not in plain(came)
    assert not [n for n in group.told(LITWARE, LIZ) if n.kind == "departed"]
    assert group.told(CONTOSO, BOB) == []


async def test_a_second_press_finds_nothing_to_move() -> None:
    group = await in_channel()
    asked = await group.says(DAN, "link 70-496 2018-01-02", HERE)
    await group.presses(DAN, asked, "I now belong to Contoso", HERE)

    again = await group.presses(DAN, asked, "I now belong to Contoso", HERE)

    assert again.text.startswith("There is nothing to move any more.")
    joined = group.person(CONTOSO, "dan")
    assert joined is not None
    assert len(joined.associations or ()) == 1


async def test_who_moved_may_move_back_and_counts_by_two_periods() -> None:
    group = await in_channel()
    await group.companies.settle_place("T0CONTOSO", "C0LITWARE", LITWARE)
    await group.presses(DAN, await group.says(DAN, "link 70-496 2018-01-02", HERE), "I now belong to Contoso", HERE)
    group.now += timedelta(days=10)

    asked = await group.says(DAN, "link 70-346 2018-01-20", "C0LITWARE")
    await group.presses(DAN, asked, "I now belong to Litware", "C0LITWARE")

    dan = group.person(LITWARE, "dan")
    assert dan is not None
    assert [(a.since, a.until) for a in dan.associations or ()] == [
        (date(2017, 1, 1), TODAY),
        (date(2018, 1, 25), None),
    ]
    assert {a.credential for a in dan.achievements} == {"70-533", "70-496", "70-346"}


async def moved_on(now: datetime, back: datetime) -> tuple[str, list[str]]:
    """What somebody hears who moved on a day and wants to move back on another."""
    group = await in_channel()
    await group.companies.settle_place("T0CONTOSO", "C0LITWARE", LITWARE)
    group.now = now
    await group.presses(DAN, await group.says(DAN, "link 70-496 2018-01-02", HERE), "I now belong to Contoso", HERE)
    group.now = back
    asked = await group.says(DAN, "link 70-346 2018-01-20", "C0LITWARE")
    return plain(asked), labels(asked)


@pytest.mark.parametrize(("days", "offered"), [(29, 1), (30, 2), (31, 2)])
async def test_from_2021_a_profile_moves_again_after_thirty_days_and_the_earliest_day_is_said(
    days: int, offered: int
) -> None:
    start = datetime(2021, 8, 1, 9, tzinfo=UTC)

    said, found = await moved_on(start, start + timedelta(days=days))

    assert found == ["Record it for Contoso", "I now belong to Litware"][:offered]
    assert ("The earliest day is 31 August 2021." in said) == (offered == 1)
    assert ("3 associations in twelve months, 30 days apart" in said) == (offered == 1)


async def test_before_2021_nothing_holds_a_move_back() -> None:
    _, offered = await moved_on(datetime(2018, 1, 15, 9, tzinfo=UTC), datetime(2018, 1, 16, 9, tzinfo=UTC))

    assert "I now belong to Litware" in offered


async def test_a_move_that_a_limit_forbids_is_refused_even_when_the_button_is_pressed() -> None:
    group = await in_channel()
    await group.companies.settle_place("T0CONTOSO", "C0LITWARE", LITWARE)
    group.now = datetime(2021, 8, 1, 9, tzinfo=UTC)
    await group.presses(DAN, await group.says(DAN, "link 70-496 2018-01-02", HERE), "I now belong to Contoso", HERE)

    said = await group.conversations.press("move:go@litware", "/ link 70-346 2018-01-20", group.caller(DAN))

    assert said.text.startswith("You cannot move yet")
    left = group.person(LITWARE, "dan")
    assert left is not None
    assert not left.associated_on(date(2021, 8, 1))
    assert len(left.achievements) == 1


async def test_who_moves_is_not_asked_who_they_are() -> None:
    group = await in_channel()

    await group.presses(DAN, await group.says(DAN, "link 70-496 2018-01-02", HERE), "I now belong to Contoso", HERE)

    assert [notice.kind for notice in group.told(CONTOSO, DAN)] == []
