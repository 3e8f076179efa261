from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.facts import Facts
from domain.organisation_settings import OrganisationSettings
from domain.owed import History, Owed
from domain.ports import Away, Care, Company, Member, Organisation
from domain.postbox import Calendar, Desk
from domain.recipients import is_loop, present, recipients, standing_in
from domain.reminders import Reminder
from domain.rounds import Situation, Slip, again, handed_on, last_digests, make_round

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
MONDAY = datetime(2018, 1, 15, 9, tzinfo=BERLIN).astimezone(UTC)
DAY = timedelta(days=1)
TODAY = date(2018, 1, 15)
A, B, C, D = (Member(f"U{name}", name, "admin") for name in "ABCD")
EMMA = Member("UE", "Emma", "member", "emma")
ENDING = Owed("override_ending", "override/o1", 736_800, "7")
RISK = Owed("at_risk", "cloud/gold", 1, "opened")
MENDED = Owed("mended", "cloud/gold", 1, "closed")
LONE = Owed("one_admin", "organisation/one-admin", 1, "told")
EXPIRING = Owed("own_ending", "person/emma", 1, "30", {"person": "emma"})
OPEN = History({"cloud/gold": 1}, frozenset({"cloud/gold"}))


def company(*members: Member, **more: object) -> Company:
    known = Company(Organisation("o", "O", "mpn", "Europe/Berlin"), "T", 1, Facts("developed"), {})
    return replace(known, members={m.user: m for m in members or (A, B, C, EMMA)}, **more)  # type: ignore[arg-type]  # fields of Company


def away(member: Member, deputy: Member | None = None, days: int = 7) -> Member:
    return replace(member, away=Away(TODAY + days * DAY, deputy.user if deputy else None))


def now(
    at: datetime = MONDAY,
    of: Company | None = None,
    *,
    history: History | None = None,
    last: Sequence[Slip] = (),
) -> Situation:
    of = of or company()
    lasts = last_digests(last)
    desks = {user: Desk(BERLIN, Calendar(), lasts.get(user)) for user in of.members}
    return Situation(of, history or History(), desks, Desk(BERLIN), at)


def slip(owed: Owed = ENDING, user: str = "UA", *, since: datetime = MONDAY, went: datetime | None = None) -> Slip:
    return Slip(f"{user}-{owed.kind}-{owed.step}", user, owed, since, went)


@pytest.mark.parametrize(
    ("owed", "heard", "told"),
    [
        (RISK, (), ("UA", "UB", "UC")),
        (ENDING, (), ("UA",)),
        (ENDING, ("UA", "UB"), ("UB",)),
        (ENDING, ("UX",), ("UA",)),
        (MENDED, (), ()),
        (MENDED, ("UB", "UC", "UB", "UX"), ("UB", "UC")),
        (EXPIRING, (), ("UE",)),
        (replace(EXPIRING, details={"person": "nobody"}), (), ()),
    ],
)
def test_a_notice_goes_to_whom_it_concerns(owed: Owed, heard: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert recipients(company(), owed, TODAY, heard) == told


def test_where_there_is_no_admin_a_notice_is_nobodys() -> None:
    assert recipients(company(EMMA), RISK, TODAY, ()) == ("",)
    assert recipients(company(EMMA), ENDING, TODAY, ()) == ("",)


def test_the_channel_for_alerts_hears_of_risks_and_of_their_end_alone() -> None:
    settings = replace(company().organisation.settings, alert_channel="C1")
    told = company(organisation=replace(company().organisation, settings=settings))

    assert recipients(told, RISK, TODAY, ()) == ("UA", "UB", "UC", "C1")
    assert recipients(told, MENDED, TODAY, ("UA", "C1")) == ("UA", "C1")
    assert recipients(told, MENDED, TODAY, ("UA",)) == ("UA",)
    assert recipients(told, replace(RISK, kind="departed"), TODAY, ()) == ("UA", "UB", "UC")


def test_who_takes_care_is_told_alone_of_what_is_not_urgent() -> None:
    taken = company(cares={(ENDING.subject, ENDING.episode): Care("UC", TODAY)})

    assert recipients(taken, ENDING, TODAY, ("UA",)) == ("UC",)
    gone = replace(taken, members={m.user: m for m in (A, B)})
    assert recipients(gone, ENDING, TODAY, ("UA",)) == ("UA",)


@pytest.mark.parametrize(
    ("members", "reads"),
    [
        ((A, B, C), "UA"),
        ((away(A, C), B, C), "UC"),
        ((away(A), B, C), "UB"),
        ((away(A), away(B), C), "UC"),
        ((away(A, C), B, away(C)), "UB"),
        ((away(A, C), B, away(C, B)), "UB"),
        ((away(A, B), away(B, A), C), "UC"),
        ((away(A), away(B), away(C)), "UA"),
        ((away(A, D), B), "UB"),
        ((away(A, EMMA), B, EMMA), "UB"),
        ((away(A),), "UA"),
    ],
)
def test_in_the_place_of_who_is_away_reads_who_stands_in(members: tuple[Member, ...], reads: str) -> None:
    assert standing_in(company(*members), "UA", TODAY) == reads


@pytest.mark.parametrize(("day", "reads"), [(-1, "UB"), (6, "UB"), (7, "UA"), (8, "UA")])
def test_an_absence_ends_by_itself_on_the_day_of_return(day: int, reads: str) -> None:
    assert standing_in(company(away(A, B), B), "UA", TODAY + day * DAY) == reads


def test_who_stands_in_for_several_is_told_once() -> None:
    assert present(company(away(A, C), B, C), TODAY) == ("UC", "UB")


def test_a_circle_of_deputies_is_seen_and_a_chain_is_none() -> None:
    chain = company(A, away(B, C), away(C, D), D)

    assert not is_loop(chain, "UA", "UB", TODAY)
    assert is_loop(company(A, away(B, C), away(C, A)), "UA", "UB", TODAY)
    assert not is_loop(company(A, away(B, C), away(C, A)), "UA", "UB", TODAY + 7 * DAY)
    assert not is_loop(company(A, away(B, C), away(C, B)), "UA", "UB", TODAY)
    assert is_loop(company(A), "UA", "UA", TODAY)


def test_what_waits_goes_in_one_bundle_per_recipient() -> None:
    other = replace(ENDING, subject="override/o2")
    waiting = [slip(), slip(other), slip(user="UB"), slip(EXPIRING, "UE")]

    found = make_round(waiting, now())

    assert found.bundles == {"UA": (slip(), slip(other)), "UB": (slip(user="UB"),), "UE": (slip(EXPIRING, "UE"),)}
    assert found.next_at is None


def test_what_came_up_after_the_days_digest_goes_the_next_working_morning() -> None:
    went = slip(replace(ENDING, subject="override/o2"), went=MONDAY)

    found = make_round([went, slip(since=MONDAY + timedelta(hours=1))], now(MONDAY + timedelta(hours=2), last=[went]))

    assert found.bundles == {}
    assert found.next_at == MONDAY + DAY


def test_after_days_of_being_off_one_digest_brings_the_last_step_of_each() -> None:
    steps = [slip(replace(ENDING, step=step), since=MONDAY - n * DAY) for n, step in ((13, "14"), (6, "7"), (1, "1"))]

    found = make_round(steps, now())

    assert found.bundles == {"UA": (steps[2],)}
    assert found.superseded == (steps[0], steps[1])


def test_what_may_not_go_yet_waits_while_the_rest_goes() -> None:
    later = slip(replace(ENDING, subject="override/o2"), since=MONDAY + DAY)

    found = make_round([slip(), later], now())

    assert found.bundles == {"UA": (slip(),)}
    assert found.next_at == MONDAY + DAY


@pytest.mark.parametrize(
    ("owed", "history", "goes"),
    [
        (again(slip(RISK), MONDAY, "1").owed, OPEN, True),
        (again(slip(RISK), MONDAY, "1").owed, History({"cloud/gold": 1}), False),
        (again(slip(RISK), MONDAY, "1").owed, History({"cloud/gold": 2}, frozenset({"cloud/gold"})), False),
        (MENDED, History({"cloud/gold": 1}), True),
        (MENDED, OPEN, False),
        (ENDING, History({"override/o1": 1}), True),
        (LONE, History({LONE.subject: 1}, frozenset({LONE.subject})), True),
        (LONE, History({LONE.subject: 1}), False),
    ],
)
def test_what_is_over_before_it_went_does_not_go(owed: Owed, history: History, *, goes: bool) -> None:
    found = make_round([slip(owed)], now(history=history))

    assert bool(found.bundles) == goes
    assert bool(found.superseded) == (not goes)


def test_what_waits_for_somebody_away_goes_to_who_stands_in_and_comes_once() -> None:
    of = company(away(A, C), B, C)
    other = slip(replace(ENDING, subject="override/o2"))

    found = make_round([slip(), slip(user="UC"), other], now(of=of))

    assert found.bundles["UC"] == (slip(user="UC"), replace(other, recipient="UC"))
    assert found.readdressed == (replace(other, recipient="UC"),)
    assert found.superseded == (slip(),)


def test_what_waits_for_who_is_no_admin_any_more_goes_to_the_first_who_is_or_waits_for_one() -> None:
    assert make_round([slip()], now(of=company(B, C))).bundles == {"UB": (replace(slip(), recipient="UB"),)}
    nobody = make_round([slip()], now(of=company(EMMA)))
    assert (nobody.bundles, nobody.readdressed) == ({}, (replace(slip(), recipient=""),))
    assert nobody.next_at is None


@pytest.mark.parametrize(("channel", "goes"), [("C0ALERTS", True), ("C0OTHER", False)])
def test_the_channel_for_alerts_is_told_what_waits_for_it_while_it_is_that(channel: str, *, goes: bool) -> None:
    settings = OrganisationSettings(alert_channel=channel)
    there = company(organisation=Organisation("o", "O", "mpn", "Europe/Berlin", settings=settings))

    found = make_round([slip(MENDED, "C0ALERTS")], now(of=there))

    assert ("C0ALERTS" in found.bundles) is goes


def test_what_waits_for_a_person_who_is_gone_is_for_nobody() -> None:
    gone = company(A, replace(EMMA, active=False))

    found = make_round([slip(EXPIRING, "UE")], now(of=gone))

    assert (found.bundles, found.superseded) == ({}, (slip(EXPIRING, "UE"),))


def test_what_one_takes_waits_for_nobody_else() -> None:
    taken = company(cares={(ENDING.subject, ENDING.episode): Care("UB", TODAY)})

    found = make_round([slip(), slip(user="UB")], now(of=taken))

    assert (tuple(found.bundles), found.superseded) == (("UB",), (slip(),))


@pytest.mark.parametrize(("days", "seconds", "goes"), [(1, 0, False), (3, -1, False), (3, 0, True), (3, 1, True)])
def test_what_nobody_takes_in_three_working_days_goes_to_the_next_admin(days: int, seconds: int, *, goes: bool) -> None:
    at = MONDAY + days * DAY + timedelta(seconds=seconds)

    new, later = handed_on([slip(went=MONDAY)], now(at))

    assert [one.recipient for one in new] == (["UB"] if goes else [])
    assert later == (None if goes else MONDAY + 3 * DAY)


def test_the_next_one_has_three_working_days_too_and_then_the_one_after() -> None:
    first, second = slip(went=MONDAY), slip(user="UB", went=MONDAY + 3 * DAY)

    assert handed_on([first, second], now(MONDAY + 7 * DAY)) == ((), MONDAY + 8 * DAY)
    [third], _ = handed_on([first, second], now(MONDAY + 8 * DAY))
    assert (third.recipient, third.owed.details["handed_on"]) == ("UC", "UB")
    third = replace(third, went=MONDAY + 8 * DAY)
    assert handed_on([first, second, third], now(MONDAY + 20 * DAY)) == ((), None)


def test_the_next_step_goes_round_again_when_nobody_takes_it() -> None:
    earlier = replace(ENDING, step="30")
    told = [slip(earlier, user, went=MONDAY - days * DAY) for user, days in (("UA", 14), ("UB", 11), ("UC", 6))]

    [handed], _ = handed_on([*told, slip(user="UC", went=MONDAY)], now(MONDAY + 3 * DAY))

    assert (handed.recipient, handed.owed.step, handed.owed.details["handed_on"]) == ("UA", "7", "UC")


@pytest.mark.parametrize(
    ("slips", "of", "history"),
    [
        ([slip(went=MONDAY)], company(cares={(ENDING.subject, ENDING.episode): Care("UA", TODAY)}), None),
        ([slip(went=MONDAY), replace(slip(), id="2", since=MONDAY + 9 * DAY)], company(), None),
        ([slip(RISK, went=MONDAY)], company(), OPEN),
        ([slip(MENDED, went=MONDAY)], company(), None),
        ([slip(EXPIRING, "UE", went=MONDAY)], company(), None),
        ([slip(LONE, went=MONDAY)], company(), History({LONE.subject: 1})),
        ([slip(went=MONDAY - 26 * DAY)], company(), None),
        ([slip(went=MONDAY)], company(A, away(B), away(C)), None),
        ([slip(went=MONDAY)], company(A), None),
    ],
    ids=["taken", "put off", "urgent", "mended", "a person's", "over", "long ago", "all away", "alone"],
)
def test_what_needs_nobody_else_is_not_handed_on(slips: list[Slip], of: Company, history: History | None) -> None:
    assert handed_on(slips, now(MONDAY + 5 * DAY, of, history=history))[0] == ()


def test_telling_again_is_another_step_of_the_same() -> None:
    once = again(slip(RISK, went=MONDAY), MONDAY + DAY, "2")
    twice = again(once, MONDAY + 2 * DAY, "3")

    assert once.owed.key != twice.owed.key
    assert (once.about, once.went, twice.owed.step.count("@")) == (slip(RISK).about, None, 1)


def test_what_somebody_asked_for_goes_by_itself_and_is_no_digest() -> None:
    asked = Reminder("r1", "UA", "en - risk", MONDAY.date(), MONDAY)
    mine = Slip("r1", "UA", asked.owed, MONDAY)

    assert make_round([mine, slip()], now()).letters == (("UA", (slip(),)), ("UA", (mine,)))
    assert last_digests([replace(mine, went=MONDAY)]) == {}
