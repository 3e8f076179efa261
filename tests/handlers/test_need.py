from dataclasses import replace
from datetime import date

import pytest

from domain.facts import CredentialOverride
from tests.handlers.contoso import (
    ADA,
    ADMIN,
    BOB,
    CARLA,
    FACTS,
    PEOPLE,
    Contoso,
    caller,
    earned,
    labels,
    months,
    person,
    plain,
)

GOLD_IN_CLOUD_PLATFORM = """\
❌ *Gold in Cloud Platform: not met*
As of today, 15 January 2018.
Missing on the shortest way: 1 person.
*What it takes: Azure consumption*
✅ Azure consumption of customers: US$114,000 reported, at least US$100,000 needed
❌ People: 1 of 2
      2 people, each with 70-532, 70-533, 70-534, 70-535, 70-473, 70-475 or MCSA: Linux on Azure
      Counted: Ada Lovelace.
      Still to find: 1 person with 70-532, 70-533, 70-535, 70-473, 70-475 or MCSA: Linux on Azure. \
The others can no longer be earned.
Or: 2 people, each with Technical Assessment for Cloud Platform, \
Technical Assessment for Using Azure for Data Analytics and Data Platform Solutions or 3 others (2 people short).
✅ Silver: met. Each level has requirements of its own.
Rules of 15 Dec 2017, from “Partner Center documentation, pages of 15 December 2017”, checked on 22 Nov 2026.
Figures up to December 2017."""

SILVER_IN_DEVOPS = """\
✅ *Silver in DevOps: erfüllt*
Stand heute, 15. Januar 2018.
Das gilt als erfüllt durch eine Ausnahme (Override), die am 1. März 2018 endet. \
Nach den Tatsachen allein: nicht erfüllt.
Ohne sie noch nötig: 1 Person.
*Was verlangt ist: DevOps-Partner*
❌ Personen: 1 von 2
      1 Person mit 70-496 und 70-498, dazu eins von 70-497, PMI Agile Certified Practitioner, \
Professional Scrum Master level 1 oder Scrum Alliance Certified Scrum Master
      Es fehlt noch 1 Person.
      Am nächsten dran: Bob Ross (es fehlt: 70-498 und 70-497).
      1 Person mit 70-496 (Visual Studio Team Foundation Server 2012, Administration) und \
70-498 (Delivering Continuous Value with Visual Studio ALM)
      Angerechnet: Ada Lovelace.
❌ Gold: nicht erfüllt. Jede Stufe hat eigene Anforderungen.
Regeln vom 18.07.2017, aus „Partner-Center-Dokumentation, Seiten vom 18. Juli 2017“, geprüft am 22.11.2026."""


async def test_an_admin_reads_the_essential_of_a_level_with_names_and_the_ground_it_stands_on() -> None:
    assert plain(await Contoso().asked("what do we need for Gold in Cloud Platform?")) == GOLD_IN_CLOUD_PLATFORM


async def test_the_same_in_german_under_an_override_says_what_the_facts_alone_say() -> None:
    assert plain(await Contoso().asked("Was fehlt uns für Silver in DevOps?")) == SILVER_IN_DEVOPS


async def test_the_plain_text_says_the_status_what_is_missing_and_the_date() -> None:
    reply = await Contoso().asked("what do we need for Gold in Cloud Platform?")

    assert reply.text.splitlines() == [
        "❌ Gold in Cloud Platform: not met",
        "Missing on the shortest way: 1 person.",
        "As of today, 15 January 2018.",
    ]


async def test_a_slash_command_is_answered_in_the_language_of_its_speaker_and_a_question_in_its_own() -> None:
    contoso = Contoso()

    assert "nicht erfüllt" in plain(await contoso.asked("need gold cloud platform", CARLA, slash=True))
    assert "not met" in plain(await contoso.asked("what do we need for Gold in Cloud Platform?", CARLA, slash=True))
    assert "nicht erfüllt" in plain(await contoso.asked("Was brauchen wir für Gold in Cloudplattform?", ADA))


async def test_without_a_level_every_level_is_answered() -> None:
    shown = plain(await Contoso().asked("what do we need for Cloud Platform?"))

    assert "✅ *Silver in Cloud Platform: met*" in shown
    assert "❌ *Gold in Cloud Platform: not met*" in shown
    assert shown.count("Rules of") == 1


async def test_without_a_competency_a_button_stands_for_each_and_brings_its_answer() -> None:
    contoso = Contoso()
    which = await contoso.asked("what do we need for Gold?")

    assert plain(which) == "Which competency do you mean?"
    assert len(labels(which)) == 18
    assert plain(await contoso.pressed(which, "Cloud Platform")) == GOLD_IN_CLOUD_PLATFORM


async def test_an_area_of_several_competencies_asks_back_with_those_alone() -> None:
    which = await Contoso().asked("Was brauchen wir für Gold in Mobilität?")

    assert plain(which) == "Welche Kompetenz meinst du?"
    assert labels(which) == ["Enterprise Mobility Management", "Windows und Geräte"]


async def test_a_level_that_the_rules_do_not_define_is_said_so() -> None:
    reply = await Contoso().asked("need silver erp", slash=True)

    assert reply.text == (
        "The rules of 15 December 2017 define no Silver for Enterprise Resource Planning. They define: Gold."
    )


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2018-01-14", "As of 14 January 2018, by what is on record now."),
        ("2018-01-15", "As of today, 15 January 2018."),
        ("2018-01-16", "Outlook for 16 January 2018: without everything that is known today to end by then."),
    ],
)
async def test_another_day_is_labelled_as_what_it_is(day: str, said: str) -> None:
    assert said in plain(await Contoso().asked(f"what do we need for Gold in Cloud Platform on {day}?"))


@pytest.mark.parametrize(("day", "status"), [("2018-02-28", "met"), ("2018-03-01", "not met")])
async def test_an_override_holds_until_its_end_and_not_on_it(day: str, status: str) -> None:
    shown = plain(await Contoso().asked(f"what do we need for Silver in DevOps on {day}?"))

    assert f"*Silver in DevOps: {status}*" in shown


async def test_months_that_were_not_reported_are_told_with_the_command_for_the_first_of_them() -> None:
    facts = replace(FACTS, figures={"azure_customer_consumption": months(9500, 10)})
    company = Contoso(facts)
    answer = await company.asked("what do we need for Gold in Cloud Platform?")
    shown = plain(answer)

    assert (
        "❔ Azure consumption of customers: US$95,000 reported, at least US$100,000 needed, US$5,000 missing" in shown
    )
    assert "Reported: 10 of the last 12 months." in plain(await company.pressed(answer, "Why?"))
    assert "2 months are not reported" in shown
    assert "`/assay figure azure_customer_consumption 2017-01 AMOUNT`" in shown


async def test_months_that_are_still_to_come_are_asked_of_nobody() -> None:
    shown = plain(await Contoso().asked("what do we need for Gold in Cloud Platform on 2018-06-01?"))

    assert "Not known: 5 months are still to come." in shown
    assert "/assay figure" not in shown


async def test_a_figure_that_nobody_reported_and_an_amount_that_nobody_published_are_not_known() -> None:
    facts = replace(FACTS, figures={}, market="developing")
    shown = plain(await Contoso(facts).asked("what do we need for Silver in Cloud Platform on 2017-08-01?"))

    assert "*Silver in Cloud Platform: not known*" in shown
    assert "nothing reported, an amount that was never published needed" in shown
    assert "the programme never published the amount for your market" in shown
    assert "No figures reported." in shown


async def test_a_day_before_the_first_rules_and_one_after_the_programmes_end_are_told() -> None:
    contoso = Contoso()

    before = plain(await contoso.asked("what do we need for Gold in Cloud Platform on 2016-06-01?"))
    after = plain(await contoso.asked("what do we need for Gold in Cloud Platform on 2023-01-01?"))

    assert "These are the first rules that were published, of 18 July 2017; earlier ones are not known." in before
    assert "the last renewal was on 30 September 2022" in after
    assert "Solutions Partner designations" in after


async def test_a_claim_that_makes_the_difference_is_told() -> None:
    claimed = person("dora", "Dora", earned("70-532", state="claimed"))
    shown = plain(
        await Contoso(replace(FACTS, people=(*PEOPLE, claimed))).asked("need gold cloud platform", slash=True)
    )

    assert "✅ *Gold in Cloud Platform: met*" in shown
    assert "Counting only achievements that the vendor has confirmed: not met." in shown


async def test_an_override_of_a_persons_credential_is_told_with_its_end_and_what_holds_without() -> None:
    override = CredentialOverride("bob", "70-532", date(2018, 1, 1), date(2018, 4, 1), id="o2")
    shown = plain(await Contoso(replace(FACTS, overrides=(override,))).asked("need gold cloud platform", slash=True))

    assert "✅ *Gold in Cloud Platform: met*" in shown
    assert "It rests on an override for 70-532 that ends on 1 April 2018. Without overrides: not met." in shown


async def test_spares_are_told_and_equal_places_stand_together() -> None:
    people = (*PEOPLE, person("dora", "Dora", earned("70-532")), person("emil", "Emil", earned("70-473")))
    shown = plain(await Contoso(replace(FACTS, people=people)).asked("need gold cloud platform", slash=True))

    assert "People: 2 of 2" in shown
    assert "Could stand in: Emil." in shown
    assert shown.count("people, each with 70-532") == 1


async def test_who_asks_for_gold_without_silver_learns_whether_that_matters() -> None:
    contoso = Contoso()
    gold = plain(await contoso.asked("need gold application development", slash=True))
    silver = plain(await contoso.asked("need silver application development", slash=True))

    assert (
        "❌ Silver: not met. That does not matter for Gold: each level has requirements of its own. "
        "A membership at Gold shows what you hold at Gold and below." in gold
    )
    assert "❌ Gold: not met. Each level has requirements of its own." in silver


async def test_nothing_retired_is_recommended() -> None:
    shown = plain(await Contoso().asked("what do we need for Silver in Windows and Devices?"))

    assert "Still to find: 2 people with 70-357 (Developing Mobile Apps). The others can no longer be earned." in shown


async def test_what_retired_since_is_not_recommended_for_a_day_in_the_past_either() -> None:
    shown = plain(await Contoso().asked("what do we need for Gold in Cloud Platform on 2017-10-01?"))

    assert "70-532, 70-533, 70-534, 70-473, 70-475 or MCSA: Linux on Azure" in shown
    assert "1 person with 70-532, 70-533, 70-473, 70-475 or MCSA: Linux on Azure. The others" in shown


async def test_where_nothing_can_be_earned_any_more_that_is_said() -> None:
    shown = plain(await Contoso().asked("what do we need for Silver in CBA on 2022-06-01?"))

    assert "Still to find: 5 people. None of these can be earned any more: ask the vendor what counts instead." in shown


async def test_a_member_reads_numbers_and_about_themselves() -> None:
    contoso = Contoso()

    mine = plain(await contoso.asked("need gold cloud platform", ADA, slash=True))
    others = plain(await contoso.asked("need gold cloud platform", BOB, slash=True))

    assert "Counted: you." in mine
    assert "Counted: 1 person." in others
    assert "Lovelace" not in mine + others


async def test_a_member_who_lacks_least_learns_what_they_lack_themselves() -> None:
    shown = plain(await Contoso().asked("need gold devops", BOB, slash=True))

    assert "Nearest: you (missing: 70-498)." in shown
    assert "Ada" not in shown


async def test_admins_of_another_workspace_hear_nothing_of_this_one() -> None:
    reply = await Contoso().conversations.hear("status", replace(caller(ADMIN), team="T0OTHER"), slash=True)

    assert reply.text.startswith("This workspace is not set up.")
    assert reply.blocks == ()
