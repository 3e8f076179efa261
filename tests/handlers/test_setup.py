from dataclasses import replace

from domain.facts import Facts
from handlers.modals import State
from tests.handlers.contoso import ADMIN, BOB, ORGANISATION, Contoso, caller
from tests.handlers.forms import filled, refused

CHOSEN: dict[str, State] = {
    "setup_market": filled(market="developing"),
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


async def test_it_goes_on_where_it_was_left() -> None:
    contoso = new()
    await taken(contoso, 2)

    assert await taken(contoso, 1) == ["setup_names"]


async def test_who_recorded_something_before_the_setup_is_told_all_along() -> None:
    contoso = Contoso(organisation=replace(ORGANISATION, stage="new"))
    await taken(contoso, 1)

    assert contoso.companies.states["contoso"].company.organisation.stage == "new"


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
