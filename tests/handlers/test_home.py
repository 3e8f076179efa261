from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.archive import Undelivered
from domain.dates import Month
from domain.facts import LevelOverride
from domain.ports import Away, Care, Member
from handlers.replies import Surface
from tests.handlers.contoso import (
    ADA,
    ADMIN,
    BOB,
    CARLA,
    FACTS,
    GUEST,
    MEMBERS,
    NOW,
    OVERRIDE,
    Contoso,
    caller,
    earned,
    person,
)
from tests.handlers.forms import refused, shown
from tests.handlers.test_limits import largest


async def home(company: Contoso, user: str) -> Surface:
    """The Home tab of somebody, which Slack takes."""
    view = await company.conversations.home(caller(user))
    assert refused(view) == ""
    return view


def buttons(view: Surface) -> list[str]:
    return [e["text"]["text"] for block in view["blocks"] if block["type"] == "actions" for e in block["elements"]]


async def test_everybody_sees_what_they_have_and_can_link() -> None:
    view = await home(Contoso(), BOB)

    assert "You have linked 1 achievement with Contoso" in shown(view)
    assert "Your achievements count for Contoso since 1 January 2017." in shown(view)
    assert buttons(view) == ["Link an exam"]


async def test_who_is_no_admin_sees_neither_the_company_nor_anybody_else() -> None:
    said = shown(await home(Contoso(), BOB))

    assert "Where you stand" not in said
    assert "override" not in said
    assert "Ada" not in said
    assert "Carla" not in said


async def test_an_admin_sees_the_company_on_one_page_each_part_with_the_button_that_leads_on() -> None:
    view = await home(Contoso(), ADMIN)
    said = shown(view)

    assert "*Membership*\n✅ *Silver membership, active.* The anniversary is on 1 May 2018, in 106 days." in said
    assert "*Where you stand on 15 January 2018*" in said
    assert "*Cloud platform*" in said
    assert "*At risk, the costliest first*\n⚠️ Silver in DevOps, short from 1 March 2018" in said
    assert "*Nobody could stand in for these people*\n• Ada Lovelace: Cloud Platform Silver" in said
    assert "1. *DevOps Silver*, from 1 December 2017 to the day before 1 March 2018\nIt ends in 45 days." in said
    assert "*Figures*\nNo figure is overdue." in said
    assert "Who hears of it" not in said
    assert buttons(view) == [
        "Link an exam",
        "Can we renew?",
        "Record the membership",
        "What is to come?",
        "What is at risk?",
        "All overrides",
        "Record an override",
        "Report figures",
        "Change settings",
    ]


async def test_every_button_of_home_brings_a_modal_that_slack_takes() -> None:
    contoso = Contoso()
    for block in (await home(contoso, ADMIN))["blocks"]:
        for button in block["elements"] if block["type"] == "actions" else ():
            modal = await contoso.conversations.shown(button["action_id"], button["value"], caller(ADMIN))
            assert modal["type"] == "modal"
            assert refused(modal) == ""


async def test_what_an_admin_does_for_the_company_is_nobody_elses_by_way_of_home() -> None:
    modal = await Contoso().conversations.shown("open:override", "override home", caller(BOB))

    assert "Only admins" in shown(modal)


async def test_overdue_figures_who_is_away_who_cares_and_what_could_not_be_delivered_are_told() -> None:
    away = Member("U0TWO", "Two", "admin", away=Away(date(2018, 1, 20), ADMIN))
    facts = replace(FACTS, figures={"azure_customer_consumption": {Month(2017, 10): Decimal(9500)}})
    contoso = Contoso(facts, (*MEMBERS, away), now=NOW.replace(day=16))
    state = contoso.companies.states["contoso"]
    cares = {("devops/silver", 1): Care(ADMIN, date(2018, 1, 3))}
    contoso.companies.states["contoso"] = replace(state, company=replace(state.company, cares=cares))
    contoso.companies.given_up["contoso"] = [Undelivered("U0TWO", NOW), Undelivered("C0ALERTS", NOW)]
    said = shown(await home(contoso, ADMIN))

    assert "Azure consumption of customers: November 2017 is not reported. It counts for Cloud Platform Silver" in said
    assert "<@U0ADMIN>" in said.split("short from 1 March 2018\n")[1].splitlines()[0]
    assert "<@U0TWO> is away until 20 January 2018. <@U0ADMIN> reads for them." in said
    assert "2 messages of the last 30 days could not be delivered, to <@U0TWO> and <#C0ALERTS>." in said


async def test_risks_stand_in_the_order_of_what_they_cost() -> None:
    people = (
        person("ada", "Ada", earned("MCSD-APP")),
        person("bob", "Bob", earned("MCSD-APP", expires=date(2018, 4, 1))),
    )
    gold = LevelOverride("devops", "gold", date(2017, 12, 1), date(2018, 4, 1), id="o2")
    facts = replace(FACTS, people=people, overrides=(OVERRIDE, gold))
    lines = [line for line in shown(await home(Contoso(facts), ADMIN)).splitlines() if line.startswith("⚠️")]

    levels = [next(word for word in ("membership", "Gold", "Silver") if word in line) for line in lines]
    assert levels == sorted(levels, key=["membership", "Gold", "Silver"].index)
    assert len(levels) > 1


async def test_it_speaks_the_language_of_its_reader() -> None:
    view = await home(Contoso(), CARLA)

    assert "Du hast 2 Erfolge mit Contoso verknüpft" in shown(view)
    assert buttons(view) == ["Prüfung verknüpfen"]


@pytest.mark.parametrize(
    ("user", "said"),
    [
        (
            GUEST,
            (
                "You are a guest and not on record here, so I can do nothing for you yet. "
                "An admin can put you on record: by sending me the vendor's export with your exams."
            ),
        ),
        ("U0NOBODY", "I have not met you in this workspace yet. Please try again in a minute, or ask an admin."),
    ],
)
async def test_guests_and_strangers_read_one_sentence(user: str, said: str) -> None:
    view = await home(Contoso(), user)

    assert shown(view) == said
    assert buttons(view) == []


async def test_a_guest_who_is_on_record_sees_their_own() -> None:
    members = tuple(replace(m, person="bob") if m.user == GUEST else m for m in MEMBERS if m.user != BOB)

    assert "You have linked 1 achievement with Contoso" in shown(await home(Contoso(members=members), GUEST))


async def test_a_form_opened_from_home_remembers_it() -> None:
    contoso = Contoso()
    view = await home(contoso, ADA)
    [button] = [e for block in view["blocks"] if block["type"] == "actions" for e in block["elements"]]

    form = await contoso.conversations.form(button["value"], caller(ADA))

    assert form["private_metadata"] == "en home"


@pytest.mark.parametrize("user", [ADMIN, "U7"])
async def test_the_largest_company_fits_and_what_is_cut_is_said(user: str) -> None:
    view = await home(largest(), user)

    assert len(view["blocks"]) <= 100
    assert "not shown here" in shown(view)
