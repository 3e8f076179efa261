from dataclasses import replace
from datetime import date

import pytest

from domain.enrolments import programmes_of
from domain.facts import Facts, Membership
from handlers.modals import State
from handlers.replies import Submitted
from tests.handlers.contoso import ADMIN, BOB, FACTS, ORGANISATION, Contoso, caller
from tests.handlers.forms import filled, inputs, refused, shown

FIRST = ORGANISATION.programme
MEMBERSHIP = FACTS.membership

CHOSEN: dict[str, State] = {
    "setup_market": filled(programme=ORGANISATION.programme, market="developing"),
    "setup_membership": filled(level="silver", purchased="2017-05-01"),
    "setup_names": filled(names="hidden"),
    "setup_admins": {"manager": {"manager": {"type": "multi_users_select", "selected_users": [BOB]}}},
}


def new() -> Contoso:
    """A company that was just met."""
    return Contoso(facts=Facts("developed"), organisation=replace(ORGANISATION, stage="new"))


def sent(contoso: Contoso) -> list[str]:
    return [owed.kind for _, _, notices in contoso.companies.states["contoso"].sent for owed in notices]


async def taken(contoso: Contoso, steps: int) -> list[str]:
    """The forms that come up one after the other."""
    view = await contoso.conversations.form("setup", caller(ADMIN))
    seen = []
    for _ in range(steps):
        assert refused(view) == ""
        seen.append(view["callback_id"])
        state = CHOSEN.get(view["callback_id"], {})
        made = await contoso.conversations.submit(view["callback_id"], state, caller(ADMIN), view["private_metadata"])
        assert made.view is not None, made.errors
        view = made.view
    return seen


async def test_the_setup_leads_on_is_quiet_and_ends_with_one_summary() -> None:
    contoso = new()
    await contoso.conversations.look("contoso")
    assert await taken(contoso, 6) == [
        f"setup_{s}" for s in ("market", "membership", "names", "admins", "channel", "import")
    ]
    company = contoso.companies.states["contoso"].company
    await contoso.conversations.look("contoso")

    assert (company.organisation.stage, sent(contoso)) == ("quiet", ["welcome"])
    assert (company.facts.market, company.role(company.members[BOB])) == ("developing", "manager")
    await taken(contoso, 1)
    assert sent(contoso) == ["welcome", "went_live", "at_risk"]
    assert contoso.companies.states["contoso"].company.organisation.stage == "live"


async def test_who_is_live_already_changes_what_was_set_up_in_six_steps_that_end_without_going_live() -> None:
    contoso = Contoso()

    assert (await taken(contoso, 6))[-1] == "setup_import"
    made = await step(contoso, "import")
    assert "That is all" in shown(made.view)
    assert (await taken(contoso, 1)) == ["setup_market"]
    assert "went_live" not in sent(contoso)


async def test_it_goes_on_where_it_was_left() -> None:
    contoso = new()
    await taken(contoso, 2)

    assert await taken(contoso, 1) == ["setup_names"]


async def test_who_recorded_something_before_the_setup_is_told_all_along() -> None:
    contoso = Contoso(organisation=replace(ORGANISATION, stage="new"))
    await taken(contoso, 6)
    last = await contoso.conversations.form("setup", caller(ADMIN))

    assert contoso.companies.states["contoso"].company.organisation.stage == "new"
    assert "I have told what is at risk all along" in shown(last)


async def test_an_owner_cannot_be_removed_and_hands_over_to_a_successor() -> None:
    contoso = Contoso()

    assert "is the owner" in (await contoso.asked(f"admins remove <@{ADMIN}>", slash=True)).text
    assert "is the owner now" in (await contoso.asked(f"admins owner <@{BOB}>", slash=True)).text
    assert "is a member now" in (await contoso.asked(f"admins remove <@{ADMIN}>", BOB, slash=True)).text
    assert "Only admins" in (await contoso.asked("audit", ADMIN, slash=True)).text


async def test_a_chosen_language_is_used_in_private_and_the_question_s_in_a_channel() -> None:
    contoso = Contoso()
    await contoso.asked("language de", BOB, slash=True)

    assert "Stand heute" in (await contoso.asked("what do we need for Gold in DevOps?", BOB)).text
    assert "As of today" in (await contoso.asked_in_channel("what do we need for Gold in DevOps?", BOB)).text
    await contoso.asked("sprache slack", BOB, slash=True)
    assert "As of today" in (await contoso.asked("what do we need for Gold in DevOps?", BOB)).text


async def step(contoso: Contoso, name: str, **values: str) -> Submitted:
    """Send one step of the setup."""
    return await contoso.conversations.submit(f"setup_{name}", filled(**values), caller(ADMIN), "en")


async def test_the_programme_can_be_chosen_and_one_in_which_nothing_is_recorded_is_left() -> None:
    contoso = new()
    made = await step(contoso, "market", programme="ms-solutions-partner", market="developing")

    company = await contoso.companies.get("contoso")
    assert made.view is not None
    assert (made.view["callback_id"], programmes_of(company)) == ("setup_membership", ("ms-solutions-partner",))
    assert (company.facts.market, company.organisation.stage) == ("developing", "quiet")
    back = await contoso.conversations.form("setup_market", caller(ADMIN))
    assert inputs(back)["programme"]["initial_option"]["value"] == "ms-solutions-partner"


async def test_a_programme_in_which_something_is_recorded_stays_as_a_further_one() -> None:
    contoso = Contoso()
    await step(contoso, "market", programme="ms-solutions-partner", market="developed")

    company = await contoso.companies.get("contoso")
    assert programmes_of(company) == ("ms-solutions-partner", FIRST)
    assert company.facts.in_programme(FIRST, "ms-solutions-partner").membership == MEMBERSHIP


async def test_the_way_back_shows_what_was_said_and_until_it_is_live_another_word_takes_its_place() -> None:
    contoso = new()
    await step(contoso, "market", programme=FIRST, market="developed")
    await step(contoso, "membership", level="silver", purchased="2017-05-01")

    back = inputs(await contoso.conversations.form("setup_membership", caller(ADMIN)))
    assert back["level"]["initial_option"]["value"] == "silver"
    assert (back["purchased"]["initial_date"], "initial_date" in back["until"]) == ("2017-05-01", False)
    again = await step(contoso, "membership", level="silver", purchased="2017-05-01")
    other = await step(contoso, "membership", level="gold", purchased="2017-04-01")
    assert (again.errors, other.errors) == ({}, {})
    held = (await contoso.companies.get("contoso")).facts
    assert held.membership == Membership("gold", date(2017, 4, 1), date(2018, 4, 1))
    assert held.earlier_memberships == ()


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"purchased": "2017-05-01"}, "level", "Please choose a level."),
        ({"level": "silver"}, "purchased", "Please choose a day."),
        ({"level": "silver", "purchased": "2018-01-16"}, "purchased", "still to come"),
        ({"level": "silver", "purchased": "2017-05-01", "until": "2017-05-01"}, "until", "2017"),
    ],
)
async def test_what_is_wrong_in_a_step_stands_beside_its_field(values: dict[str, str], field: str, said: str) -> None:
    contoso = new()
    await step(contoso, "market", programme=FIRST, market="developed")

    made = await step(contoso, "membership", **values)

    assert list(made.errors) == [field]
    assert said in made.errors[field]
    assert (await contoso.companies.get("contoso")).facts.membership is None


async def test_home_leads_on_with_the_setup_until_it_is_live() -> None:
    contoso = new()
    await step(contoso, "market", programme=FIRST, market="developed")
    quiet = await contoso.conversations.home(caller(ADMIN))
    await contoso.asked("live", slash=True)
    live = await contoso.conversations.home(caller(ADMIN))

    assert "*Contoso is not live yet:* nobody is told anything" in shown(quiet)
    assert "You are at step 2 of 7." in shown(quiet)
    assert ("open:setup" in str(quiet), "open:setup" in str(live)) == (True, False)
