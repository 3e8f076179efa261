from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.handlers.contoso import (
    ADA,
    ADMIN,
    FACTS,
    MEMBERS,
    PEOPLE,
    Contoso,
    buttons,
    earned,
    person,
    plain,
    unsendable,
)

GERMANS = tuple(replace(member, locale="de-DE") for member in MEMBERS)


async def test_without_days_the_newest_rules_are_compared_with_those_before_them() -> None:
    reply = await Contoso().asked("rules", slash=True)

    assert reply.text.splitlines()[0] == "What changed in the rules between 18 October 2017 and 15 January 2018"
    assert unsendable(reply) == []


@pytest.mark.parametrize(
    ("now", "since"),
    [
        ("2017-12-14", "between 15 September 2017 and 14 December 2017"),
        ("2017-12-15", "between 18 October 2017 and 15 December 2017"),
        ("2017-08-01", "between 18 July 2017 and 1 August 2017"),
    ],
)
async def test_the_newest_rules_are_those_in_force_today(now: str, since: str) -> None:
    day = datetime.fromisoformat(f"{now}T12:00").replace(tzinfo=UTC)

    assert since in (await Contoso(now=day).asked("rules", slash=True)).text


async def test_what_the_new_rules_do_to_the_company_comes_first_with_todays_facts() -> None:
    erp = person("dora", "Dora", earned("MB6-890"))
    shown = plain(await Contoso(replace(FACTS, people=(*PEOPLE, erp))).asked("rules", slash=True))

    assert shown.splitlines()[1:4] == [
        "*What it does to you, with what is on record today*",
        "• Enterprise Resource Planning Silver: not met, 4 people missing → not defined",
        "• Enterprise Resource Planning Gold: not met, 4 people missing → not known",
    ]
    assert "*Cloud Platform* (rules of 15 Sept 2017 → 15 Dec 2017)\n• Silver and Gold: 70-535 now counts, too." in shown
    assert "Can no longer be earned: 70-534, 70-246, 70-247, MB2-709 and 4 others." in shown
    assert "As of today, 15 January 2018: the rules of both days, your people and figures of today." in shown
    assert "The new rules are from “Partner Center documentation, pages of 15 December 2017”." in shown
    assert "Dora" not in shown


async def test_a_level_that_was_met_by_the_old_rules_alone_is_told() -> None:
    assessed = tuple(person(f"p{n}", f"P {n}", earned("TA-SOF"), earned("MCSE-PROD")) for n in range(2))
    shown = plain(await Contoso(replace(FACTS, people=assessed)).asked("rules 2017-10-18 2017-12-15", slash=True))

    assert "• Communications Silver: met → not met, 1 person missing" in shown


async def test_one_competency_alone_may_be_asked_for_in_german_with_words_between_the_days() -> None:
    reply = await Contoso(members=GERMANS).asked("regeln vom 15.09.2017 bis zum 15.12.2017 ERP", slash=True)

    assert reply.text.startswith("Was sich an den Regeln zwischen dem 15. September 2017 und dem 15. Dezember 2017")
    assert "*Enterprise Resource Planning* (Regeln vom 15.09.2017 → 15.12.2017)" in plain(reply)
    assert "Cloudplattform" not in plain(reply)


async def test_what_does_not_fit_on_one_screen_is_named_with_how_to_see_it() -> None:
    company = Contoso()
    reply = await company.asked("rules 2017-07-18 2018-01-15", slash=True)

    assert "… and 9 more, not shown here: Cloud Business Applications," in plain(reply)
    assert "One alone: `/assay rules 2017-07-18 2018-01-15 COMPETENCY`" in plain(reply)
    one = buttons(reply)[0]["text"]["text"]
    assert f"*{one}* (" in plain(await company.pressed(reply, one))
    assert unsendable(reply) == []


async def test_where_nothing_changed_that_is_said() -> None:
    shown = plain(await Contoso().asked("rules 2018-01-01", slash=True))

    assert shown == (
        "What changed in the rules between 1 January 2018 and 15 January 2018\n"
        "Nothing changed in what the rules ask for."
    )


async def test_new_rules_that_change_none_of_your_levels_say_so() -> None:
    assert "It changes no level of yours." in plain(await Contoso().asked("rules 2017-10-18 2017-12-15 crm"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("rules 2017-12-15 2017-09-15", "Write the earlier day first: `/assay rules 2017-09-15 2017-12-15`"),
        ("rules 2017-09-15 2017-10-15 2017-12-15", "Write it like this: `/assay rules 2017-09-15 2017-12-15`."),
        ("rules 2017-09-15 weather", "Write it like this:"),
    ],
)
async def test_what_cannot_be_read_is_answered_with_the_form(typed: str, said: str) -> None:
    assert said in (await Contoso().asked(typed, slash=True)).text


async def test_only_admins_may_ask() -> None:
    reply = await Contoso().asked("rules", ADA, slash=True)

    assert reply.text == f"Only admins can do this. Your admins: <@{ADMIN}>."


async def test_the_help_of_admins_names_it_and_that_of_others_does_not() -> None:
    contoso = Contoso()

    assert "What changed in the rules, and what it does to you" in plain(await contoso.asked("help", slash=True))
    assert "What changed in the rules" not in plain(await contoso.asked("help", ADA, slash=True))


@pytest.mark.parametrize("text", ["what changed in the rules, and what it does to us", "Have the rules changed?"])
async def test_asked_in_free_words_the_answer_is_that_of_the_command(text: str) -> None:
    company = Contoso()

    assert plain(await company.asked(text)) == plain(await company.asked("rules", slash=True))


async def test_asked_in_german_it_answers_in_german_and_since_the_day_that_was_named() -> None:
    reply = await Contoso().asked("Was hat sich an den Regeln seit dem 15.09.2017 geändert?")

    assert reply.text.startswith("Was sich an den Regeln zwischen dem 15. September 2017 und dem 15. Januar 2018")


async def test_asked_in_free_words_by_somebody_else_it_names_the_admins() -> None:
    reply = await Contoso().asked("what changed in the rules?", ADA)

    assert f"<@{ADMIN}>" in reply.text
