from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from domain.dates import Month
from domain.facts import Association, CredentialOverride, Facts, LevelOverride, Membership, Order
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
from tests.handlers.forms import inputs

YEAR = Membership("gold", date(2017, 9, 1), date(2018, 9, 1))
FIGURES = {"azure_customer_consumption": {Month(2017, 1).plus(offset): Decimal(13000) for offset in range(24)}}
GOLD = replace(FACTS, membership=YEAR, figures=FIGURES)
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


async def test_an_order_is_recorded_shown_paid_with_the_purchase_or_cancelled() -> None:
    company = at(date(2021, 8, 1), replace(GOLD, membership=None))

    ordered = said(await company.says(ADMIN, "membership order gold 2021-07-20"))
    assert "Unpaid, it is void from 19 August 2021 on. A transfer can take until 27 July 2021." in ordered
    assert said(await company.says(ADMIN, "membership order gold 2021-07-20")).startswith("On record already")
    assert "Gold is on order already" in (await company.says(ADMIN, "membership order silver 2021-07-21")).text
    assert "🕓 *Gold membership, ordered* on 20 July 2021" in said(await company.says(ADMIN, "membership"))
    bought = said(await company.says(ADMIN, "membership buy gold 2021-07-25"))
    assert "The order of 20 July 2021 is paid with it." in bought
    assert company.company.facts.orders[0].paid_on == date(2021, 7, 25)
    assert "No order is on record" in (await company.says(ADMIN, "membership cancel")).text


async def test_an_order_may_be_cancelled_and_not_before_it_was_placed() -> None:
    ordered = Order("gold", date(2018, 1, 10), id="o")
    company = at(date(2018, 1, 15), replace(GOLD, membership=None, orders=(ordered,)))

    assert "cannot be cancelled before" in (await company.says(ADMIN, "membership cancel 2018-01-09")).text
    assert "is cancelled" in said(await company.says(ADMIN, "membership cancel 2018-01-10"))
    assert company.company.facts.orders == (replace(ordered, cancelled_on=date(2018, 1, 10)),)


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        (date(2018, 9, 1), "It can be renewed from 2 September 2018 on."),
        (date(2018, 9, 2), "✅ Recorded: Gold membership renewed, from 1 September 2018 to the anniversary on 1"),
        (date(2018, 10, 1), "✅ Recorded: Gold membership renewed, from 1 September 2018 to the anniversary on 1"),
        (date(2018, 10, 2), "It could be renewed until 1 October 2018."),
    ],
)
async def test_a_renewal_is_taken_inside_its_window(day: date, answer: str) -> None:
    assert answer in await hears(day, f"membership renew {day}")


async def test_a_renewal_says_the_new_anniversary_its_rule_and_what_is_shown_and_is_recorded_once() -> None:
    company = at(date(2018, 9, 10))
    heard = said(await company.says(ADMIN, "membership renew gold 2018-09-05"))

    assert company.company.facts.membership == Membership("gold", date(2018, 9, 1), date(2019, 9, 1), "renewed")
    assert company.company.facts.earlier_memberships == (replace(YEAR, ended_on=date(2018, 9, 1)),)
    assert "That anniversary is 365 days after the anniversary before." in heard
    assert "Your profile shows until 1 October 2019: Application Development Silver, Cloud Platform Silver" in heard
    assert "page on renewing of 24 July 2018" in heard
    assert said(await company.says(ADMIN, "membership renew gold 2018-09-05")).startswith("On record already")
    assert len(company.company.facts.earlier_memberships) == 1


async def test_where_no_rule_says_until_when_the_vendors_date_is_asked_for_and_taken() -> None:
    company = at(date(2018, 5, 1), FACTS)
    refused = (await company.says(ADMIN, "membership renew 2018-05-01")).text

    assert "When the renewed year ends was not published (rules from 22 Jun 2017" in refused
    assert company.company.facts == FACTS
    heard = said(await company.says(ADMIN, "membership renew 2018-05-01 until 2019-05-01"))
    assert "anniversary on 1 May 2019" in heard
    assert "The rules do not say when that year ends; recorded is what you named." in heard


async def test_moving_up_begins_a_year_with_a_discount_once_that_is_published() -> None:
    silver = replace(FACTS, membership=Membership("silver", date(2021, 1, 10), date(2022, 1, 10)))
    early, late = at(date(2021, 6, 30), silver), at(date(2021, 7, 1), silver)

    assert "was not published" in (await early.says(ADMIN, "membership upgrade gold 2021-06-30")).text
    assert "costs 25 % less, and a new year begins (12 months after the purchase)" in said(
        await late.says(ADMIN, "membership")
    )
    assert "moved up to Gold on 1 July 2021, new anniversary on 1 July 2022" in said(
        await late.says(ADMIN, "membership upgrade gold 2021-07-01")
    )
    assert said(await late.says(ADMIN, "membership upgrade gold 2021-07-01")).startswith("On record already")


async def test_what_was_never_true_is_withdrawn_and_what_it_took_the_place_of_is_back() -> None:
    company = at(date(2018, 9, 10))
    await company.says(ADMIN, "membership renew 2018-09-05")

    heard = said(await company.says(ADMIN, "membership correct because it was a test"))

    assert heard.startswith("✅ Withdrawn: the Gold membership from 1 September 2018 never counted.")
    assert "On record again: Gold membership from 1 September 2017 to 1 September 2018." in heard
    assert company.company.facts == GOLD


async def test_a_correction_records_anew_and_leaves_no_earlier_membership() -> None:
    company = at(date(2018, 1, 15))

    heard = said(await company.says(ADMIN, "membership correct silver 2017-10-01 until 2018-10-15 because mistyped"))

    assert heard.startswith("✅ Corrected: what was on record never counted. Now it is: Silver membership, bought on 1")
    assert (
        "By the rules it would be 1 October 2018 (12 months after the purchase); recorded is what you named." in heard
    )
    assert company.company.facts.membership == Membership("silver", date(2017, 10, 1), date(2018, 10, 15))
    assert company.company.facts.earlier_memberships == ()


REFUSED = {
    "membership gold": ("Which level was bought, and when?", "Welche Stufe wurde wann gekauft?"),
    "membership order gold": ("Which level was bought, and when?", "Welche Stufe wurde wann gekauft?"),
    "membership correct gold": ("Which level was bought, and when?", "Welche Stufe wurde wann gekauft?"),
    "membership gold 2018-01-16": ("16 January 2018 is still to come", "Der 16. Januar 2018 kommt erst noch"),
    "membership gold 1980-01-01": ("1 January 1980 cannot be right", "Der 1. Januar 1980 kann nicht stimmen"),
    "membership bronze 2017-05-01": (
        "I do not know the level “bronze”. The levels are Silver or Gold.",
        "Die Stufe „bronze“ kenne ich nicht.",
    ),
    "membership gold 2017-02-30": ("“2017-02-30” is no day", "„2017-02-30“ ist kein Tag"),
    "membership gold 2017-05-01 soon": ("I cannot read “soon”", "„soon“ kann ich nicht lesen"),
    "membership buy gold 2017-05-01 until 2017-05-01": ("does not lie after 1 May 2017", "liegt nicht nach dem 1. Mai"),
    "membership upgrade gold 2018-01-10": ("not higher than Gold", "nicht höher als Gold"),
    "membership upgrade gold 2017-08-31": ("there is no membership to move up from", "gibt es keine Mitgliedschaft"),
    "membership cancel": ("No order is on record", "Keine Bestellung wartet"),
}


@pytest.mark.parametrize("typed", REFUSED)
async def test_what_cannot_be_recorded_is_said_and_changes_nothing(typed: str) -> None:
    company = at(date(2018, 1, 15))
    english = await company.says(ADMIN, typed)
    speaks_german(company, ADMIN)
    german = await company.says(ADMIN, typed)

    assert company.company.facts == GOLD
    assert REFUSED[typed][0] in english.text
    assert REFUSED[typed][1] in german.text


@pytest.mark.parametrize("deed", ["renew 2018-01-10", "correct gold 2017-05-01"])
async def test_without_membership_there_is_nothing_to_renew_or_correct(deed: str) -> None:
    company = at(date(2018, 1, 15), replace(GOLD, membership=None))

    assert (await company.says(ADMIN, f"membership {deed}")).text.startswith("No membership is on record")


@pytest.mark.parametrize("deed", ["buy gold", "order gold", "upgrade gold"])
async def test_after_the_last_renewal_nothing_is_taken(deed: str) -> None:
    for day, taken in ((date(2022, 9, 30), True), (date(2022, 10, 1), False)):
        silver = replace(GOLD, membership=Membership("silver", date(2022, 1, 10), date(2023, 1, 10)))
        heard = await hears(day, f"membership {deed} {day}", silver)
        assert ("last renewal was on 30 September 2022" in heard) is not taken


@pytest.mark.parametrize("deed", ["buy gold 2017-05-01", "cancel", "renew 2018-01-01"])
async def test_only_admins_record(deed: str) -> None:
    company = at(date(2018, 1, 15))

    assert "Only admins can do this." in (await company.says(ADA, f"membership {deed}")).text
    assert company.company.facts == GOLD


async def test_a_deed_alone_brings_the_form_with_every_deed() -> None:
    reply = await at(date(2018, 1, 15)).says(ADMIN, "membership renew")

    assert list(inputs(reply.view)) == ["deed", "level", "purchased", "until"]


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
