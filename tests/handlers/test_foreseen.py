"""What is asked about what is to come, in both languages, as admins, members, guests and channels read it."""

from dataclasses import replace
from datetime import date
from textwrap import dedent

import pytest

from domain.facts import Achievement, Facts, Membership
from tests.handlers.contoso import labels, months, plain, unsendable
from tests.handlers.fabrikam import (
    ADA,
    ADA_HOLDS,
    ADMIN,
    BOB,
    BOB_HOLDS,
    DANA,
    FACTS,
    GUEST,
    Fabrikam,
    holder,
    speaks_german,
)

LEAVING = replace(FACTS, people=(ADA_HOLDS, holder("bob", "Bob Ross", "70-532", "70-496", until=date(2018, 4, 10))))
EXPIRING = replace(
    FACTS,
    people=(
        replace(
            ADA_HOLDS, achievements=(Achievement("70-533", date(2017, 2, 1), date(2018, 3, 20), "x", "confirmed"),)
        ),
        BOB_HOLDS,
    ),
)
GROUND = "On what is known as of today, 15 January 2018. Details of a level: `/assay need`."
OPEN = "On what everybody may know as of today, 15 January 2018. Details of a level: `/assay need`."


async def asked(facts: Facts, text: str, user: str = ADMIN, *, private: bool = True) -> str:
    reply = await Fabrikam(facts).says(user, text, private=private)
    assert unsendable(reply) == []
    return plain(reply) or reply.text


async def test_each_risk_is_told_with_its_cause_its_date_and_what_mends_it() -> None:
    said = await asked(LEAVING, "are we at risk?")

    assert said.startswith("⚠️ *At risk: 3 things.*")
    assert "Reason: Bob Ross leaves on 10 April 2018." in said
    assert "From 10 April 2018 on it lacks 1 more person" in said
    assert "It would be mended by 1 more person with" in said
    assert said.endswith(GROUND)


async def test_of_one_competency_only_its_risks_are_told() -> None:
    said = await asked(LEAVING, "why is gold in cloud platform at risk?")

    assert said.startswith("⚠️ *At risk: 1 thing.*")
    assert "Application Development" not in said


async def test_where_nothing_is_at_risk_it_says_so_and_what_is_not_held_cannot_be() -> None:
    assert (await asked(FACTS, "are we at risk?")).startswith(
        "✅ *Not at risk,* as far as is known for your anniversary, 1 May 2018."
    )
    assert "you do not hold that" in await asked(FACTS, "is gold in devops at risk?")
    assert "No membership is on record" in await asked(replace(FACTS, membership=None), "are we at risk?")


async def test_a_channel_is_told_of_no_announced_leaving_and_nobody_by_name() -> None:
    leaving = await asked(LEAVING, "are we at risk?", private=False)
    expiring = await asked(EXPIRING, "are we at risk?", private=False)

    assert "Not at risk" in leaving
    assert leaving.endswith(OPEN)
    assert "70-533 of somebody expires; its last day is 19 March 2018" in expiring
    assert "Ada" not in expiring


async def test_what_expires_is_told_with_the_levels_that_it_costs() -> None:
    said = await asked(EXPIRING, "which certifications expire by the end of March?")

    assert (
        said
        == dedent("""\
        *What expires until 31 March 2018*
        ⚠️ *20 March 2018*: 70-533 expires for Ada Lovelace.
              ❌ Application Development Silver: met → not met, lacking 1 more person
              ❌ Cloud Platform Gold: met → not met, lacking 1 more person
        """)
        + GROUND
    )


@pytest.mark.parametrize(("until", "expires"), [("2018-03-19", False), ("2018-03-20", True), ("2018-03-21", True)])
async def test_the_end_of_the_period_belongs_to_it(until: str, *, expires: bool) -> None:
    said = await asked(EXPIRING, f"what expires until {until}?")

    assert ("70-533" in said) is expires
    assert ("Nothing that any level asks for expires" in said) is not expires


async def test_without_a_day_it_is_the_next_ninety_days() -> None:
    assert (await asked(EXPIRING, "what expires?")).startswith("*What expires until 15 April 2018*")


async def test_what_somebody_holds_is_for_them_and_for_admins_privately() -> None:
    own = await asked(EXPIRING, "when do <@U0ADA>'s certifications expire?", ADA)
    other = await asked(EXPIRING, "when do <@U0ADA>'s certifications expire?", BOB)
    channel = await asked(EXPIRING, "when do <@U0ADA>'s certifications expire?", private=False)

    assert "70-533 expires for you" in own
    assert "Only managers and admins may know this of others" in other
    assert channel == "That is about a person, so I answer it in a direct message only."


async def test_if_somebody_left_it_says_what_it_would_cost_now_and_at_the_anniversary() -> None:
    assert (
        await asked(FACTS, "what happens if <@U0BOB> leaves?")
        == dedent("""\
        *Suppose Bob Ross left today:*
        • *Application Development Silver*: people 2 of 2 → 1 of 2 – *no longer met* ❌: 1 more person missing
        • *Cloud Platform Gold*: people 2 of 2 → 1 of 2 – *no longer met* ❌: 1 more person missing
        *On your anniversary, 1 May 2018:*
        • *Application Development Silver*: people 2 of 2 → 1 of 2 – *no longer met* ❌: 1 more person missing
        • *Cloud Platform Gold*: people 2 of 2 → 1 of 2 – *no longer met* ❌: 1 more person missing
        ⚠️ Newly at risk: Application Development Silver, Cloud Platform Gold and your Gold membership.
        Nothing was recorded.
        """)
        + GROUND
    )


async def test_in_german_it_is_the_same() -> None:
    firm = Fabrikam(FACTS)
    speaks_german(firm, ADMIN)
    said = plain(await firm.says(ADMIN, "Was wäre, wenn <@U0BOB> am 1. März 2018 geht?"))

    assert said.startswith("*Angenommen, Bob Ross würde am 1. März 2018 gehen:*")
    assert "⚠️ Neu gefährdet: Anwendungsentwicklung Silver, Cloudplattform Gold und eure Gold-Mitgliedschaft." in said
    assert "Eingetragen wurde nichts." in said


async def test_nothing_is_recorded_by_a_question() -> None:
    firm = Fabrikam(FACTS)
    before = firm.company
    await firm.says(ADMIN, "what happens if <@U0BOB> leaves?")

    assert firm.company == before
    assert firm.told() == []


async def test_if_a_credential_were_lost_counts_are_for_all_and_names_for_admins() -> None:
    privately = await asked(FACTS, "what if we lose 70-533?")
    channel = await asked(FACTS, "what if we lose 70-533?", private=False)

    assert "for the 1 person who holds it (Ada Lovelace):" in privately
    assert "for the 1 person who holds it:" in channel
    assert "Ada" not in channel
    assert "Cloud Platform Gold*: people 2 of 2 → 1 of 2" in channel


async def test_if_somebody_passed_an_exam_it_says_what_that_would_bring() -> None:
    short = replace(FACTS, people=(ADA_HOLDS, holder("bob", "Bob Ross", "70-496")))

    assert "Cloud Platform Gold*: people 1 of 2 → 2 of 2 – *now met*" in await asked(
        short, "what if Bob passes 70-532?"
    )
    assert "That changes nothing" in await asked(FACTS, "what if Bob passes 70-532?")
    assert "That changes nothing" in await asked(FACTS, "what if we lose 70-498?")


@pytest.mark.parametrize(("user", "private"), [(ADMIN, False), (ADA, True), (ADA, False)])
async def test_what_a_leaving_would_cost_is_for_admins_privately(user: str, *, private: bool) -> None:
    said = await asked(FACTS, "what happens if <@U0BOB> leaves?", user, private=private)

    assert "Application Development" not in said
    assert "Only managers and admins may know this of others" in said or "in a direct message only" in said


async def test_the_exam_to_take_next_is_the_one_that_closes_a_level() -> None:
    short = replace(FACTS, people=(ADA_HOLDS, BOB_HOLDS), figures={"azure_customer_consumption": months(13000)})
    said = await asked(short, "which exam should I take next for devops?", BOB)

    assert said.startswith("*Next: 70-498 (Delivering Continuous Value with Visual Studio ALM)*")
    assert "DevOps" in said


async def test_for_the_company_it_names_who_is_nearest_to_admins_alone() -> None:
    admin = await asked(FACTS, "which exam should we take next for devops?")
    channel = await asked(FACTS, "which exam should we take next for devops?", private=False)

    assert "Nearest to it: Bob Ross." in admin
    assert "Somebody on record lacks only that." in channel
    assert "Bob" not in channel


async def test_what_another_person_should_take_is_for_them_and_for_admins() -> None:
    assert "*Next:" in await asked(FACTS, "which exam should <@U0BOB> take next?")
    refused = await asked(FACTS, "which exam should <@U0BOB> take next?", ADA)

    assert "Only managers and admins may know this of others" in refused


async def test_where_no_exam_helps_it_says_so() -> None:
    said = await asked(FACTS, "which exam should I take next for gold in cloud platform?", ADA)

    assert said.startswith("I find no exam that can be taken today and would bring a level nearer")


@pytest.mark.parametrize("text", ["are we at risk?", "what expires?", "what if we lose 70-533?"])
async def test_a_guest_is_told_of_their_own_only(text: str) -> None:
    assert "guest" in await asked(FACTS, text, GUEST)


async def test_an_answer_can_be_shared_where_there_is_a_channel() -> None:
    assert labels(await Fabrikam(FACTS).says(DANA, "are we at risk?")) == ["Remind me …", "Share in this channel"]


@pytest.mark.parametrize("anniversary", [date(2018, 1, 14), date(2018, 1, 15), date(2018, 1, 16)])
async def test_around_the_anniversary_every_question_has_its_answer(anniversary: date) -> None:
    facts = replace(LEAVING, membership=Membership("gold", date(2017, 1, 15), anniversary))
    for text in ("are we at risk?", "what expires?", "what if we lose 70-533?", "which exam should we take next?"):
        assert "went wrong" not in await asked(facts, text)
