"""The forecast in words, as admins, members, guests and channels read it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from textwrap import dedent
from typing import Any

import pytest
from icalendar import Calendar

from domain.dates import Month
from domain.facts import Achievement, Association, Facts, Person
from handlers.forecast import chart_days
from handlers.replies import Reply
from tests.handlers.contoso import buttons, caller, labels, months, plain, unsendable
from tests.handlers.fabrikam import (
    ADA,
    ADA_HOLDS,
    ADMIN,
    FABRIKAM,
    FACTS,
    GOLD,
    GUEST,
    MEMBERS,
    OVERRIDE,
    Fabrikam,
    holder,
    speaks_german,
)

BOB = holder("bob", "Bob Ross", "70-532", "70-496", until=date(2018, 4, 10))
EVA = Person(
    "eva",
    (Achievement("70-347", date(2017, 2, 1), date(2018, 3, 20), "eva:70-347", "confirmed"),),
    (Association(date(2017, 1, 1)),),
    "Eva Muster",
)
FALLING = {
    "azure_customer_consumption": {Month(2017, 1).plus(n): Decimal(20_000 if n < 3 else 9_000) for n in range(12)}
}
AHEAD = replace(FACTS, people=(ADA_HOLDS, BOB, EVA), figures=FALLING, overrides=(OVERRIDE,))
ENGLISH = """\
    *What is known to come until 1 May 2018*
    Next change of a level: 1 April 2018.
    Silver – competencies that hold it: 2 today, 1 on 1 May 2018.
    Gold – competencies that hold it: 1 today, 0 on 1 May 2018.
    *19 February 2018*: new rules for Cloud Business Applications.
    *28 February 2018*: the override of Cloud Platform Gold ends.
    *20 March 2018*: 70-347 expires for Eva Muster.
    ⚠️ *1 April 2018*: older months of Azure consumption of customers no longer count.
          ❔ Cloud Platform Gold: met → not known
    ⚠️ *10 April 2018*: Bob Ross leaves.
          ❌ Application Development Silver: met → not met, lacking 1 more person
          ❌ Cloud Platform Gold: not known → not met, lacking 1 more person
    On what is known as of today, 15 January 2018; nothing is projected unless it says so."""
GERMAN = """\
    *Was bis zum 1. Mai 2018 absehbar ist*
    Nächste Änderung einer Stufe: 1. April 2018.
    Silver – Kompetenzen, die sie erfüllen: heute 2, am 1. Mai 2018 1.
    Gold – Kompetenzen, die sie erfüllen: heute 1, am 1. Mai 2018 0.
    *19. Februar 2018*: neue Regeln für Cloud-Geschäftsanwendungen.
    *28. Februar 2018*: die Ausnahme für Cloudplattform Gold endet.
    *20. März 2018*: 70-347 läuft ab (Eva Muster).
    ⚠️ *1. April 2018*: ältere Monate zählen nicht mehr (Azure-Verbrauch der Kunden).
          ❔ Cloudplattform Gold: erfüllt → nicht bekannt
    ⚠️ *10. April 2018*: Bob Ross geht.
          ❌ Anwendungsentwicklung Silver: erfüllt → nicht erfüllt, es fehlt: 1 weitere Person
          ❌ Cloudplattform Gold: nicht bekannt → nicht erfüllt, es fehlt: 1 weitere Person
    Nach dem, was heute, am 15. Januar 2018, bekannt ist; hochgerechnet ist nur, wobei es ausdrücklich steht."""


def company(facts: Facts = AHEAD) -> Fabrikam:
    return Fabrikam(facts, (*MEMBERS,))


def chart(reply: Reply) -> dict[str, Any]:
    return next(block for block in reply.blocks if block["type"] == "data_visualization")


def drawn(reply: Reply) -> dict[str, list[tuple[str, int]]]:
    series = chart(reply)["chart"]["series"]
    return {each["name"]: [(point["label"], point["value"]) for point in each["data"]] for each in series}


async def test_an_admin_reads_each_date_with_what_falls_and_what_it_costs() -> None:
    reply = await company().says(ADMIN, "forecast")

    assert plain(reply) == dedent(ENGLISH)
    assert labels(reply) == [
        "As a calendar file",
        "Why?",
        "What is at risk?",
        "As a table",
        "Remind me …",
        "Share in this channel",
    ]
    assert unsendable(replace(reply, blocks=tuple(b for b in reply.blocks if b is not chart(reply)))) == []


async def test_in_german_it_is_the_same() -> None:
    firm = company()
    speaks_german(firm, ADMIN)

    assert plain(await firm.says(ADMIN, "ausblick")) == dedent(GERMAN)


async def test_the_text_alone_says_what_the_blocks_say() -> None:
    reply = await company().says(ADMIN, "forecast")

    assert reply.text.splitlines()[0] == "What is known to come until 1 May 2018"
    assert "10 April 2018: Bob Ross leaves." in reply.text


async def test_the_chart_counts_the_competencies_that_hold_each_level_month_by_month() -> None:
    reply = await company().says(ADMIN, "forecast")

    assert (chart(reply)["title"], chart(reply)["chart"]["type"]) == ("Competencies that hold the level", "line")
    assert drawn(reply) == {
        "Silver": [
            ("15 Jan 2018", 2),
            ("1 Feb 2018", 2),
            ("1 Mar 2018", 2),
            ("1 Apr 2018", 2),
            ("1 May 2018", 1),
        ],
        "Gold": [
            ("15 Jan 2018", 1),
            ("1 Feb 2018", 1),
            ("1 Mar 2018", 1),
            ("1 Apr 2018", 0),
            ("1 May 2018", 0),
        ],
    }
    assert chart(reply)["chart"]["axis_config"]["categories"] == [label for label, _ in drawn(reply)["Gold"]]


async def test_of_one_competency_the_chart_shows_the_people_above_its_need() -> None:
    reply = await company().says(ADMIN, "forecast until 2018-12-31 cloud platform")

    assert chart(reply)["chart"]["type"] == "bar"
    assert [value for _, value in drawn(reply)["Gold"]] == [0, 0, 0, 0, *[-1] * 9]
    assert "Gold – people above (+) or below (−) the need: 0 today, −1 on 31 December 2018." in plain(reply)
    assert "Cloud Business Applications" not in plain(reply)
    assert "Still needed until then: US$6,000 of Azure consumption of customers." in plain(reply)


@pytest.mark.parametrize("private", [True, False])
async def test_who_is_going_to_leave_is_for_admins_alone_and_names_are_not_for_channels(*, private: bool) -> None:
    reply = await company().says(ADA if private else ADMIN, "forecast", private=private)

    assert "Bob" not in plain(reply) + reply.text
    assert "10 April" not in plain(reply)
    assert "70-347 expires for 1 person." in plain(reply)


async def test_shared_it_tells_a_channel_no_more_than_a_question_asked_there() -> None:
    firm = company()
    reply = await firm.says(ADMIN, "forecast")
    share = next(button for button in buttons(reply) if button["action_id"] == "share")
    shared = await firm.conversations.press("share", share["value"], caller(ADMIN))

    assert shared.audience == "channel"
    assert plain(shared) == plain(await firm.says(ADMIN, "forecast", private=False))


async def test_a_guest_is_told_of_their_own_only() -> None:
    firm = company()
    members = {m.user: replace(m, person="ada") if m.user == GUEST else m for m in MEMBERS}
    state = firm.companies.states[FABRIKAM]
    firm.companies.states[FABRIKAM] = replace(state, company=replace(state.company, members=members))

    assert "your own exams only" in (await firm.says(GUEST, "forecast")).text


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("forecast until 2018-01-15", "15 January 2018 is not ahead of us"),
        ("forecast until 2018-01-14", "14 January 2018 is not ahead of us"),
        ("forecast until 2021-01-16", "at most 3 years ahead"),
        ("forecast nonsense", "/assay forecast [until DATE] [COMPETENCY]"),
        ("forecast until 2018-03-01 until 2018-04-01", "/assay forecast [until DATE] [COMPETENCY]"),
    ],
)
async def test_what_cannot_be_is_refused_with_what_to_type(typed: str, says: str) -> None:
    assert says in (await company().says(ADMIN, typed)).text


@pytest.mark.parametrize("typed", ["forecast until 2018-01-16", "forecast until 2021-01-15"])
async def test_the_first_and_the_last_day_that_can_be(typed: str) -> None:
    assert "What is known to come until" in (await company().says(ADMIN, typed)).text


async def test_shortly_before_the_anniversary_a_projection_is_named_as_one() -> None:
    facts = replace(AHEAD, people=(ADA_HOLDS, holder("bob", "Bob Ross", "70-532")), overrides=())
    facts = replace(facts, membership=replace(GOLD, anniversary=date(2018, 4, 15)))
    said = plain(await company(facts).says(ADMIN, "forecast"))

    assert "❔ *Cloud Platform Gold* on 15 April 2018: not known yet, because months are to come." in said
    assert "✅ *Projection*, no standing: if the months to come are like the mean of the last 3, it is met" in said


async def test_where_nothing_is_known_to_come_it_says_so() -> None:
    facts = replace(FACTS, people=(), figures={"azure_customer_consumption": months(1)}, membership=None)
    said = plain(await company(facts).says(ADMIN, "forecast until 2018-02-01"))

    assert "On what is known today, no level changes by then." in said


async def pressed(firm: Fabrikam, typed: str = "forecast", user: str = ADMIN) -> Reply:
    [button] = [b for b in buttons(await firm.says(user, typed)) if b["action_id"] == "calendar"]
    return await firm.conversations.press("calendar", button["value"], caller(user))


def events(reply: Reply) -> dict[str, tuple[str, str]]:
    """Each event's summary with its id and its first day."""
    assert reply.document is not None
    found = [event.to_ical().decode() for event in Calendar.from_ical(reply.document.content).walk("VEVENT")]
    lines = [dict(line.partition(":")[::2] for line in event.split("\r\n")) for event in found]
    return {event["SUMMARY"]: (event["UID"], event["DTSTART;VALUE=DATE"]) for event in lines}


async def test_the_calendar_file_holds_what_costs_and_the_anniversary() -> None:
    reply = await pressed(company())
    found = {summary: day for summary, (_, day) in events(reply).items()}

    assert reply.document is not None
    assert reply.document.name == "assay.ics"
    assert "Import it again later" in reply.text
    assert found["Bob Ross leaves"] == "20180410"
    assert found["Anniversary of the Gold membership"] == "20180501"
    assert found["The override of Cloud Platform Gold ends"] == "20180228"
    assert not any("70-347" in summary for summary in found)


async def test_imported_again_what_has_moved_has_the_same_id() -> None:
    later = replace(BOB, associations=(Association(date(2017, 1, 1), date(2018, 4, 20), id="bob:since"),))
    before = events(await pressed(company()))
    after = events(await pressed(company(replace(AHEAD, people=(ADA_HOLDS, later, EVA)))))

    assert before["Bob Ross leaves"][0] == after["Bob Ross leaves"][0]
    assert after["Bob Ross leaves"][1] == "20180420"
    assert len({uid for uid, _ in before.values()}) == len(before)


async def test_a_member_gets_a_calendar_without_what_they_may_not_know() -> None:
    found = events(await pressed(company(), user=ADA))

    assert not any("Bob" in summary for summary in found)


@pytest.mark.parametrize("value", ["", "soon -", "- nowhere", "2018-03-01"])
async def test_a_button_that_none_of_ours_carries_is_refused(value: str) -> None:
    reply = await company().conversations.press("calendar", value, caller(ADMIN))

    assert reply.document is None
    assert "older message" in reply.text


@pytest.mark.parametrize(
    ("until", "count", "first", "last"),
    [
        (date(2018, 1, 16), 2, "2018-01-15", "2018-01-16"),
        (date(2018, 2, 1), 2, "2018-01-15", "2018-02-01"),
        (date(2018, 2, 2), 3, "2018-01-15", "2018-02-02"),
        (date(2019, 1, 15), 14, "2018-01-15", "2019-01-15"),
        (date(2021, 1, 15), 20, "2018-01-15", "2021-01-15"),
    ],
)
def test_a_chart_has_at_most_twenty_days_each_once(until: date, count: int, first: str, last: str) -> None:
    found = list(chart_days(date(2018, 1, 15), until))

    assert (len(found), found[0].isoformat(), found[-1].isoformat()) == (count, first, last)
    assert found == sorted(set(found))
