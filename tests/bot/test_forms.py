"""Modals and Home as people meet them in the local workspace, with the real Bolt, in Socket Mode and signed HTTP."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from bot.demo.company import CHANNEL
from bot.demo.delivery import Status
from bot.demo.members import ActError
from bot.demo.model import Json, View
from bot.demo.server import LocalWorkspace
from bot.listeners import LINK_THIS
from bot.wiring import Assay
from domain.facts import Membership
from tests.bot.running import ADA, BEN, Way, bot_in, larkfield

pytestmark = pytest.mark.usefixtures("assay")


@pytest.fixture
async def slack() -> AsyncIterator[LocalWorkspace]:
    async with larkfield() as running:
        yield running


@pytest.fixture(params=["socket", "http"])
async def assay(request: pytest.FixtureRequest, slack: LocalWorkspace, tmp_path: Path) -> AsyncIterator[Assay]:
    way: Way = request.param
    async with bot_in(slack, tmp_path, way=way) as running:
        yield running


def shown(view: View | None) -> str:
    """Everything that a view shows."""
    assert view is not None
    return str(view.body)


def inputs(view: View | None) -> list[str]:
    assert view is not None
    return [block["block_id"] for block in view.body["blocks"] if block["type"] == "input"]


def chosen(**values: object) -> dict[str, dict[str, object]]:
    """Values by block and action, which have the same name."""
    return {name: {name: value} for name, value in values.items()}


async def pick(slack: LocalWorkspace, user: str, field: str, typed: str) -> list[Json]:
    """Type into a menu, so that its options can be chosen."""
    return await slack.suggest(user, field, typed)


async def test_a_bare_link_opens_a_form_and_sending_it_shows_what_it_changed(slack: LocalWorkspace) -> None:
    opened = await slack.slash(BEN, CHANNEL, "/assay", "link")
    assert opened.message is None
    assert inputs(opened.view) == ["credential", "earned", "expires", "evidence"]
    offered = await pick(slack, BEN, "credential", "70533")
    assert [option["value"] for option in offered][:1] == ["70-533"]

    sent = await slack.submit_modal(BEN, chosen(credential="70-533", earned="2017-11-20"))

    assert (sent.error, sent.errors) == ("", {})
    assert "Cloud Platform Gold" in shown(sent.view)
    assert "Partner Center" in shown(sent.view)


async def test_what_is_wrong_stands_beside_its_field_and_the_form_stays(slack: LocalWorkspace) -> None:
    await slack.slash(BEN, CHANNEL, "/assay", "link")
    await pick(slack, BEN, "credential", "70-533")

    sent = await slack.submit_modal(BEN, chosen(credential="70-533", earned="2030-01-01", expires="2029-01-01"))

    assert set(sent.errors) == {"earned", "expires"}
    assert "still to come" in sent.errors["earned"]
    assert inputs(sent.view) == ["credential", "earned", "expires", "evidence"]


async def test_the_same_form_sent_twice_records_once(slack: LocalWorkspace, assay: Assay) -> None:
    await slack.slash(BEN, CHANNEL, "/assay", "link")
    await pick(slack, BEN, "credential", "70-533")
    view = slack.modal(BEN)
    assert view is not None
    await slack.submit_modal(BEN, chosen(credential="70-533", earned="2017-11-20"))
    slack.state.put_modals(BEN, (view,))

    again = await slack.submit_modal(BEN, chosen(credential="70-533", earned="2017-11-20"))

    company = await assay.records.companies.of_team(slack.config.team.id)
    person = company.members[BEN].person
    held = [a.credential for p in company.facts.people if p.id == person for a in p.achievements]
    assert held.count("70-533") == 1
    assert "already on record" in shown(again.view)


async def test_two_clicks_at_once_record_once(slack: LocalWorkspace, assay: Assay) -> None:
    await slack.slash(BEN, CHANNEL, "/assay", "link")
    await pick(slack, BEN, "credential", "70-533")
    slack.fault("interactive", "duplicate")

    await slack.submit_modal(BEN, chosen(credential="70-533", earned="2017-11-20"))
    await slack.settle()

    company = await assay.records.companies.of_team(slack.config.team.id)
    held = [a.credential for p in company.facts.people for a in p.achievements if a.earned.isoformat() == "2017-11-20"]
    assert held == ["70-533"]


async def test_an_admin_records_an_override_of_a_person_by_choosing_so(slack: LocalWorkspace, assay: Assay) -> None:
    opened = await slack.slash(ADA, CHANNEL, "/assay", "override")
    assert "competency" in inputs(opened.view)
    await slack.press_modal(ADA, "kind", value="of_person")
    await slack.until(lambda: "person" in inputs(slack.modal(ADA)))
    assert "competency" not in inputs(slack.modal(ADA))
    [person] = await pick(slack, ADA, "person", "Carla")
    await pick(slack, ADA, "credential", "70-533")

    sent = await slack.submit_modal(ADA, chosen(person=person["value"], credential="70-533", ticket="4711"))

    assert (sent.error, sent.errors) == ("", {})
    assert "Ticket: 4711" in shown(sent.view)
    company = await assay.records.companies.of_team(slack.config.team.id)
    assert [override.grant.ticket for override in company.facts.overrides][-1:] == ["4711"]


async def test_an_admin_corrects_the_membership_by_choosing_so_and_sees_what_the_profile_shows(
    slack: LocalWorkspace, assay: Assay
) -> None:
    seen = await slack.slash(ADA, CHANNEL, "/assay", "membership")
    assert seen.message is not None
    assert "Gold membership, active" in seen.message.text
    await slack.slash(ADA, CHANNEL, "/assay", "membership buy")
    await slack.press_modal(ADA, "deed", value="correct")
    await slack.until(lambda: "reason" in inputs(slack.modal(ADA)))

    sent = await slack.submit_modal(ADA, chosen(level="silver", purchased="2017-09-01", reason="mistyped"))

    assert (sent.error, sent.errors) == ("", {})
    assert "Corrected" in shown(sent.view)
    assert "Your profile shows until 1 October 2018" in shown(sent.view)
    company = await assay.records.companies.of_team(slack.config.team.id)
    assert company.facts.membership == Membership("silver", date(2017, 9, 1), date(2018, 9, 1))


async def test_who_is_no_admin_gets_a_sentence_and_no_form(slack: LocalWorkspace) -> None:
    seen = await slack.slash(BEN, CHANNEL, "/assay", "override grant")

    assert seen.view is None
    assert seen.message is not None
    assert "Only admins can do this" in seen.message.text


async def test_where_slack_opens_no_modal_the_sentence_and_a_button_come(slack: LocalWorkspace) -> None:
    slack.fault("views.open", "http_500")

    seen = await slack.slash(BEN, CHANNEL, "/assay", "link")

    assert seen.view is None
    assert seen.message is not None
    assert "Which exam did you pass?" in seen.message.text
    await slack.press(BEN, seen.message.ts, "open:link")
    await slack.until(lambda: slack.modal(BEN) is not None)


async def test_a_button_in_a_direct_message_opens_the_form(slack: LocalWorkspace) -> None:
    await slack.say(BEN, slack.state.direct(BEN, slack.config.app.bot_user_id).id, "link")
    answer = await slack.bot_message(BEN)

    await slack.press(BEN, answer.ts, "open:link")

    await slack.until(lambda: slack.modal(BEN) is not None)
    assert inputs(slack.modal(BEN))[0] == "credential"


async def test_the_shortcut_of_a_message_opens_the_form_with_what_the_message_names(slack: LocalWorkspace) -> None:
    said = await slack.say(BEN, CHANNEL, "I passed 70-533 on 5 January 2018!")

    await slack.shortcut(BEN, said.message.ts, LINK_THIS)

    await slack.until(lambda: slack.modal(BEN) is not None)
    assert "70-533" in shown(slack.modal(BEN))
    assert "2018-01-05" in shown(slack.modal(BEN))
    hidden = await slack.slash(BEN, CHANNEL, "/assay", "mine")
    assert hidden.message is not None
    with pytest.raises(ActError, match="no shortcut"):
        await slack.shortcut(BEN, hidden.message.ts, LINK_THIS)


async def test_home_shows_what_i_have_and_a_form_sent_from_there_shows_at_once(slack: LocalWorkspace) -> None:
    await slack.open_home(BEN)
    await slack.until(lambda: BEN in slack.state.homes)
    assert "70-533" not in shown(slack.state.homes[BEN])
    assert "Where you stand" not in shown(slack.state.homes[BEN])

    await slack.press_home(BEN, "open:link")
    await slack.until(lambda: slack.modal(BEN) is not None)
    await pick(slack, BEN, "credential", "70-533")
    sent = await slack.submit_modal(BEN, chosen(credential="70-533", earned="2017-11-20"))

    assert sent.outcome.status is Status.ACKED
    await slack.until(lambda: "70-533" in shown(slack.state.homes[BEN]))


async def test_home_shows_admins_how_the_company_stands(slack: LocalWorkspace) -> None:
    await slack.open_home(ADA)

    await slack.until(lambda: ADA in slack.state.homes)

    assert "Where you stand on 15 January 2018" in shown(slack.state.homes[ADA])
