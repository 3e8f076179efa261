from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from domain.dates import Month
from domain.facts import Association, CredentialOverride, Facts, LevelOverride, Membership, Order
from domain.owed import Owed
from handlers.replies import Reply
from tests.handlers.contoso import plain
from tests.handlers.fabrikam import (
    ADA,
    ADA_HOLDS,
    ADMIN,
    BOB_HOLDS,
    FACTS,
    GUEST,
    ONE_SHORT,
    OVERRIDE,
    Fabrikam,
    speaks_german,
)

YEAR = Membership("gold", date(2017, 9, 1), date(2018, 9, 1))
FIGURES = {"azure_customer_consumption": {Month(2017, 1).plus(offset): Decimal(13000) for offset in range(24)}}
GOLD = replace(FACTS, membership=YEAR, figures=FIGURES)
VOID = "not paid in time: it has been void since 19 August 2021."
AFTER = "365 days after the anniversary before"
BOB_LEFT = replace(BOB_HOLDS, associations=(Association(date(2017, 1, 1), date(2018, 3, 1)),))
LEFT = replace(GOLD, people=(ADA_HOLDS, BOB_LEFT))


def at(day: date, facts: Facts = GOLD) -> Fabrikam:
    return Fabrikam(facts, now=datetime(day.year, day.month, day.day, 9, tzinfo=UTC))


def said(reply: Reply) -> str:
    return plain(reply) or reply.text


async def hears(day: date, text: str = "membership", facts: Facts = GOLD, user: str = ADMIN) -> str:
    return said(await at(day, facts).says(user, text))


@pytest.mark.parametrize(
    ("day", "head"),
    [
        (date(2018, 6, 3), "✅ Gold membership, active. The anniversary is on 1 September 2018, in 90 days."),
        (date(2018, 8, 31), "✅ Gold membership, active. Tomorrow, 1 September 2018, is the anniversary."),
        (date(2018, 9, 1), "✅ Gold membership, active. Today, 1 September 2018, is the anniversary."),
        (date(2018, 9, 2), "You can renew for 29 more days, until 1 October 2018."),
        (date(2018, 9, 30), "You can renew until tomorrow, 1 October 2018."),
        (date(2018, 10, 1), "Today is the last day to renew it."),
        (date(2018, 10, 2), "❌ Your Gold membership has lapsed. Its anniversary was on 1 September 2018."),
    ],
)
async def test_the_head_says_where_the_membership_is_on_each_side_of_its_dates(day: date, head: str) -> None:
    assert head in (await hears(day)).replace("*", "").splitlines()[0]


async def test_it_says_when_to_renew_by_which_rule_what_that_brings_and_what_the_profile_shows() -> None:
    lines = (await hears(date(2018, 1, 15))).splitlines()

    assert lines[1:9] == [
        "*Renew* from 2 September 2018 to 1 October 2018.",
        "You can still meet the requirements within that time.",
        f"Renewed on 2 September 2018, the next anniversary is on 1 September 2019 ({AFTER}).",
        "After 1 October 2018: You lose your benefits and competencies.",
        "*What you can do*",
        "• ✅ renew at Silver from 2 September 2018 on: Application Development and Cloud Platform hold it",
        "• ✅ renew at Gold from 2 September 2018 on: Cloud Platform holds it",
        "*The profile shows until 1 October 2018*",
    ]
    assert "By the rules from 24 Jul 2018, which will hold then: Partner Center documentation, page on" in lines[-3]
    assert lines[-1] == "At the vendor: *Dashboard &gt; Membership &gt; Competencies*"


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        (date(2018, 9, 1), "*No:* you cannot renew at Gold now; you can renew from 2 September 2018 on."),
        (date(2018, 9, 2), "*Yes:* you can renew at Gold now; Cloud Platform holds it."),
        (date(2018, 10, 1), "*Yes:* you can renew at Gold now; Cloud Platform holds it."),
        (date(2018, 10, 2), "*No:* you cannot renew at Gold now; you could renew until 1 October 2018."),
        (
            date(2022, 10, 1),
            "*No:* you cannot renew at Gold now; the programme's last renewal was on 30 September 2022.",
        ),
    ],
)
async def test_whether_one_can_renew_at_a_level_is_answered_first(day: date, answer: str) -> None:
    assert (await hears(day, "can we renew at Gold?")).splitlines()[0] == answer


async def test_a_window_that_was_never_published_leaves_it_open_whether_one_can_renew_now() -> None:
    german = at(date(2018, 1, 15), FACTS)
    speaks_german(german, ADMIN)

    assert (await hears(date(2018, 1, 15), "can we renew at Gold?", FACTS)).splitlines()[0] == (
        "*Not known:* whether you can renew at Gold now; Cloud Platform holds it, "
        "but from when on you can renew was not published."
    )
    assert said(await german.says(ADMIN, "Können wir mit Gold verlängern?")).splitlines()[0] == (
        "*Nicht bekannt,* ob ihr jetzt mit Gold verlängern könnt; Cloudplattform hat diese Stufe, "
        "aber ab wann ihr verlängern könnt, wurde nicht veröffentlicht."
    )


async def test_what_is_displayed_stands_beside_what_the_facts_say() -> None:
    before, after = [await hears(day, facts=LEFT) for day in (date(2018, 2, 28), date(2018, 3, 1))]

    assert "• Cloud Platform Gold\n" in before
    assert "• Cloud Platform Gold – on the facts alone not met since 1 March 2018\n" in after
    assert "*The profile shows until 1 October 2018*" in after


async def test_an_admin_hears_what_is_at_risk_and_nobody_else_what_is_still_to_come() -> None:
    day = date(2018, 1, 15)
    own, others = await hears(day, facts=LEFT), await hears(day, facts=LEFT, user=ADA)
    aloud = said(await at(day, LEFT).says(ADMIN, "when do we have to renew?", private=False))

    assert "⚠️ *Gold membership, at risk.*" in own
    assert "no competency will hold Gold then: the last one is short from 1 March 2018" in own
    assert "• ⚠️ renew at Gold from 2 September 2018 on: Cloud Platform holds it; but on record no longer" in own
    for heard in (others, aloud):
        assert heard.startswith("✅ *Gold membership, active.*")
        assert "risk" not in heard
        assert "no longer" not in heard


@pytest.mark.parametrize(("ends", "named"), [((2018, 9, 2), False), ((2018, 9, 3), True), ((2018, 10, 2), False)])
async def test_an_override_that_ends_inside_the_window_is_named(ends: tuple[int, int, int], *, named: bool) -> None:
    override = LevelOverride("devops", "gold", date(2018, 6, 5), date(*ends), "o")
    heard = await hears(date(2018, 8, 1), facts=replace(GOLD, overrides=(override,)))

    assert ("⚠️ The override for DevOps Gold ends on" in heard) is named


async def test_an_override_of_somebodys_exam_is_named_without_the_person() -> None:
    override = CredentialOverride("ada", "70-534", date(2018, 6, 5), date(2018, 9, 5), "o")
    heard = await hears(date(2018, 8, 1), facts=replace(GOLD, overrides=(override,)), user=ADA)

    assert "⚠️ The override for somebody's 70-534 ends on 5 September 2018" in heard
    assert "Ada" not in heard


async def test_without_membership_it_says_what_could_be_bought_and_by_what() -> None:
    heard = await hears(date(2018, 1, 15), facts=replace(ONE_SHORT, membership=None))
    none = await hears(date(2018, 1, 15), facts=replace(FACTS, people=(), figures={}, membership=None))

    assert heard.splitlines()[:4] == [
        "*No membership is on record, and you qualify for one.*",
        "*What you can do*",
        "• ✅ buy Silver: Cloud Platform holds it",
        "• ❌ buy Gold: no competency holds it",
    ]
    assert none.splitlines()[0] == "*No membership is on record, and no competency holds a level yet.*"


async def test_after_the_programmes_end_nothing_is_offered_and_the_successor_is_named() -> None:
    heard = await hears(date(2022, 10, 1))

    assert heard.count("The programme ended: its last renewal was on 30 September 2022.") == 1
    assert "Solutions Partner designations" in heard
    assert "*What you can do*" not in heard


@pytest.mark.parametrize(("text", "language"), [("membership", "en"), ("mitgliedschaft", "de"), ("benefits", "en")])
async def test_everybody_may_ask_but_guests(text: str, language: str) -> None:
    company = at(date(2018, 1, 15))
    if language == "de":
        speaks_german(company, ADA)

    assert said(await company.says(ADA, text)).count("Gold") > 1
    assert (await company.says(GUEST, text)).blocks == ()


async def test_benefits_say_what_is_published_and_what_is_not_known() -> None:
    heard = await hears(date(2018, 1, 15), "what do we get with Silver?")

    assert heard.startswith("*What Silver brings* (as of 15 January 2018)\n• The Action Pack for 475 US dollars a year")
    assert "Fee: not known, it was never published." in heard
    assert "Not known, because it was never published: which offers" in heard
    assert "Use them at the vendor: *Dashboard &gt; Membership &gt; Benefits*" in heard


async def test_benefits_of_the_level_that_one_has_say_until_when() -> None:
    company = at(date(2018, 1, 15))
    speaks_german(company, ADMIN)
    heard = said(await company.says(ADMIN, "Welche Vorteile bringt Gold?"))

    assert "Ihr habt Gold bis zum 1. Oktober 2018." in heard
    assert "Gebühr: 5.260 US-Dollar im Jahr in den USA" in heard


async def test_an_admin_is_offered_the_form_under_the_answer() -> None:
    own, others = [await at(date(2018, 1, 15)).says(user, "membership") for user in (ADMIN, ADA)]

    assert "open:membership" in str(own.blocks)
    assert "open:membership" not in str(others.blocks)


async def test_an_override_beyond_the_anniversary_is_named_with_its_end_where_it_carries_the_level() -> None:
    override = replace(OVERRIDE, until=date(2018, 2, 28))
    heard = await hears(date(2018, 1, 15), facts=replace(ONE_SHORT, overrides=(override,)))

    assert "Cloud Platform (by an override, until the day before 28 February 2018) holds it" in heard
    assert "• Cloud Platform Gold – on the facts alone not met" in heard


@pytest.mark.parametrize(("facts", "offered"), [(GOLD, False), (LEFT, True)])
async def test_what_is_needed_is_one_press_away_where_the_level_falls_short(facts: Facts, *, offered: bool) -> None:
    reply = await at(date(2018, 9, 10), facts).says(ADMIN, "membership")

    assert ("What do we need for Gold?" in str(reply.blocks)) is offered


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2021, 8, 18), "🕓 *Gold membership, ordered* on 20 July 2021 and not paid yet."),
        (date(2021, 8, 19), f"❌ The order of Gold of 20 July 2021 was {VOID}"),
    ],
)
async def test_an_order_that_is_not_paid_in_thirty_days_is_void(day: date, line: str) -> None:
    ordered = replace(GOLD, membership=None, orders=(Order("gold", date(2021, 7, 20), id="o"),))

    assert line in (await hears(day, facts=ordered)).splitlines()


async def test_a_window_that_opens_after_the_last_renewal_never_opens() -> None:
    late = replace(GOLD, membership=Membership("gold", date(2021, 10, 15), date(2022, 10, 15)))

    heard = await hears(date(2022, 9, 1), facts=late)
    assert "It cannot be renewed: the programme's last renewal was on 30 September 2022" in heard
    assert "*Renew*" not in heard
    assert "*The profile shows until 15 October 2022*" in heard


async def test_a_profile_without_competencies_says_so() -> None:
    bare = replace(GOLD, people=(), figures={})

    assert "The profile shows no competency: on record, none has held Gold or less since 1 September 2017." in (
        await hears(date(2018, 1, 15), facts=bare)
    )


async def test_without_membership_nobody_can_renew_and_that_is_said() -> None:
    bare = replace(GOLD, membership=None)

    assert (await hears(date(2018, 1, 15), "can we renew at Gold?", bare)).splitlines()[0] == (
        "*No:* you cannot renew at Gold now; no membership is on record."
    )


@pytest.mark.parametrize(
    ("day", "risk"), [(date(2018, 9, 30), True), (date(2018, 10, 1), True), (date(2018, 10, 2), False)]
)
async def test_nothing_is_at_risk_any_more_once_the_membership_has_lapsed(day: date, *, risk: bool) -> None:
    assert ("for your renewal" in said(await at(day, LEFT).says(ADMIN, "status"))) is risk


async def test_after_the_last_renewal_a_year_that_runs_on_goes_on_being_shown() -> None:
    facts = replace(GOLD, membership=Membership("gold", date(2022, 9, 15), date(2023, 9, 15), "renewed"))

    for day in (date(2022, 9, 30), date(2022, 10, 1), date(2023, 9, 15)):
        assert "Application Development Silver" in await hears(day, facts=facts)
    assert "Application Development Silver" not in await hears(date(2023, 9, 16), facts=facts)


async def test_a_risk_says_the_same_last_day_as_the_membership() -> None:
    risk = await hears(date(2018, 3, 2), "ask are we at risk?", LEFT)

    assert "Your profile goes on showing all of these until 1 October 2018." in risk
    assert "The profile shows until 1 October 2018" in await hears(date(2018, 3, 2), facts=LEFT)


@pytest.mark.parametrize(
    ("day", "head"),
    [
        (date(2018, 9, 1), "Today, 1 September 2018, is your anniversary"),
        (date(2018, 9, 3), "28 days left to renew your Gold membership"),
        (date(2018, 9, 16), "15 days left to renew your Gold membership"),
        (date(2018, 9, 17), "Last call: 14 days left"),
        (date(2018, 10, 1), "Last call: today, 1 October 2018"),
        (date(2018, 10, 2), "has lapsed:* it could be renewed until 1 October 2018"),
    ],
)
def test_a_reminder_that_is_read_late_says_what_is_left_on_that_day(day: date, head: str) -> None:
    notice = Owed("renewal", "membership/gold", 1, "0", {"at": "2018-09-01", "level": "gold"})

    assert head in said(at(day).message([notice], today=day)).splitlines()[0]


async def test_whether_anything_is_at_risk_is_answered_after_the_membership_has_lapsed() -> None:
    assert "at risk" in await hears(date(2018, 10, 5), "ask are we at risk?", LEFT)
