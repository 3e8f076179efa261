"""Modals, as the real Bolt app opens, updates and hears of them, in Socket Mode and over signed HTTP alike."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.demo.delivery import Status
from bot.demo.members import ActError
from bot.demo.model import Json
from bot.demo.server import LocalWorkspace
from tests.slack import ADA, BEN, PARTNERS, bolt_app, over_http, over_socket


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def option(value: str) -> Json:
    return {"text": plain(value.upper()), "value": value}


def asks(block: str, kind: str, *, optional: bool = False, **more: object) -> Json:
    element = {"type": kind, "action_id": block, **more}
    return {"type": "input", "block_id": block, "label": plain(block), "element": element, "optional": optional}


def modal(*blocks: Json, title: str = "Link", **more: object) -> Json:
    return {"type": "modal", "callback_id": "link", "title": plain(title), "submit": plain("Save")} | {
        "blocks": list(blocks),
        **more,
    }


EXAM = asks("exam", "external_select", min_query_length=1)
EARNED = asks("earned", "datepicker", initial_date="2018-01-15")
EVIDENCE = asks("evidence", "url_text_input", optional=True)
TOGGLE: Json = {"type": "actions", "block_id": "more", "elements": []}
TOGGLE["elements"] = [{"type": "button", "action_id": "expiry", "text": plain("It expires"), "value": "1"}]
FORM = modal(EXAM, EARNED, EVIDENCE, TOGGLE, private_metadata="kept", notify_on_close=True)
FILLED: dict[str, dict[str, object]] = {"exam": {"exam": "70-533"}, "evidence": {"evidence": "https://a.example"}}
DONE = modal({"type": "section", "text": plain("Linked.")}, title="Done")


@dataclass
class Heard:
    """What the app was sent, and what it answers to the next submissions."""

    submitted: list[Json] = field(default_factory=list)
    closed: list[Json] = field(default_factory=list)
    clicks: list[Json] = field(default_factory=list)
    asked: list[Json] = field(default_factory=list)
    triggers: list[str] = field(default_factory=list)
    answers: list[Json] = field(default_factory=list)


@pytest.fixture(params=["socket", "http"])
async def heard(request: pytest.FixtureRequest, workspace: LocalWorkspace) -> AsyncIterator[Heard]:
    """An app that opens a modal on /assay."""
    app, heard = bolt_app(workspace), Heard()
    listen_to_openings(app, heard)
    listen_to_views(app, heard)
    way = over_socket if request.param == "socket" else over_http
    async with way(app, workspace):
        yield heard


def listen_to_openings(app: AsyncApp, heard: Heard) -> None:
    @app.command("/assay")
    async def command(ack: AsyncAck, command: Json, client: AsyncWebClient) -> None:
        heard.triggers.append(command["trigger_id"])
        await client.views_open(trigger_id=command["trigger_id"], view=FORM)
        await ack()

    @app.action("expiry")
    async def expiry(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        heard.clicks.append(body)
        await ack()
        view = modal(EXAM, EARNED, asks("expires", "datepicker", optional=True), EVIDENCE)
        await client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=view)

    @app.options("exam")
    async def options(ack: AsyncAck, body: Json) -> None:
        heard.asked.append(body)
        await ack(options=[option("70-532"), option("70-533")])


def listen_to_views(app: AsyncApp, heard: Heard) -> None:
    @app.view("link")
    async def submitted(ack: AsyncAck, body: Json) -> None:
        heard.submitted.append(body)
        await ack(**(heard.answers.pop(0) if heard.answers else {}))

    @app.view_closed("link")
    async def closed(ack: AsyncAck, body: Json) -> None:
        heard.closed.append(body)
        await ack()


async def opened(workspace: LocalWorkspace) -> None:
    reaction = await workspace.slash(BEN, PARTNERS, "/assay", "link")
    assert reaction.view is not None
    await workspace.suggest(BEN, "exam", "70")


async def test_a_command_opens_a_modal_and_its_submission_carries_what_was_filled_in(
    heard: Heard, workspace: LocalWorkspace
) -> None:
    await opened(workspace)
    reaction = await workspace.submit_modal(BEN, FILLED)
    body = heard.submitted[0]
    assert (reaction.error, reaction.errors, workspace.modal(BEN)) == ("", {}, None)
    assert (body["type"], body["user"]["id"], body["view"]["private_metadata"]) == ("view_submission", BEN, "kept")
    assert body["view"]["hash"]
    assert body["view"]["state"]["values"] == {
        "exam": {"exam": {"type": "external_select", "selected_option": option("70-533")}},
        "earned": {"earned": {"type": "datepicker", "selected_date": "2018-01-15"}},
        "evidence": {"evidence": {"type": "url_text_input", "value": "https://a.example"}},
    }
    assert workspace.modal(ADA) is None


async def test_an_external_select_asks_the_app_for_options(heard: Heard, workspace: LocalWorkspace) -> None:
    await opened(workspace)
    offered = await workspace.suggest(BEN, "exam", "70-5")
    asked = heard.asked[-1]
    assert [item["value"] for item in offered] == ["70-532", "70-533"]
    assert (asked["type"], asked["value"], asked["action_id"], asked["block_id"]) == (
        "block_suggestion",
        "70-5",
        "exam",
        "exam",
    )
    assert (asked["container"]["type"], asked["view"]["callback_id"]) == ("view", "link")


async def test_what_slack_itself_refuses_does_not_reach_the_app(heard: Heard, workspace: LocalWorkspace) -> None:
    await opened(workspace)
    reaction = await workspace.submit_modal(BEN, {"evidence": {"evidence": "no address"}})
    assert reaction.outcome.status is Status.HELD
    assert set(reaction.errors) == {"exam", "evidence"}
    assert (heard.submitted, workspace.modal(BEN) is None) == ([], False)


async def test_errors_of_the_app_stand_beside_their_inputs_and_the_modal_stays(
    heard: Heard, workspace: LocalWorkspace
) -> None:
    await opened(workspace)
    heard.answers = [{"response_action": "errors", "errors": {"exam": "Retired."}}]
    reaction = await workspace.submit_modal(BEN, FILLED)
    assert (reaction.errors, reaction.view == workspace.modal(BEN)) == ({"exam": "Retired."}, True)
    assert (await workspace.submit_modal(BEN)).view is None
    assert len(heard.submitted) == 2


async def test_errors_beside_no_input_are_trouble(heard: Heard, workspace: LocalWorkspace) -> None:
    await opened(workspace)
    heard.answers = [{"response_action": "errors", "errors": {"nowhere": "Retired."}}]
    assert "trouble" in (await workspace.submit_modal(BEN, FILLED)).error


async def test_a_submission_can_update_push_and_clear(heard: Heard, workspace: LocalWorkspace) -> None:
    await opened(workspace)
    heard.answers = [
        {"response_action": "update", "view": modal(EVIDENCE, title="Updated")},
        {"response_action": "push", "view": modal(EVIDENCE, title="Pushed")},
        {"response_action": "clear"},
    ]
    first = (await workspace.submit_modal(BEN, FILLED)).view
    second = (await workspace.submit_modal(BEN)).view
    assert first is not None
    assert second is not None
    assert (first.body["title"]["text"], second.body["title"]["text"]) == ("Updated", "Pushed")
    assert second.previous_id == first.id == second.root_id
    assert (await workspace.submit_modal(BEN)).view is None


async def test_an_answer_that_slack_would_not_take_is_trouble_and_the_modal_stays(
    heard: Heard, workspace: LocalWorkspace
) -> None:
    await opened(workspace)
    heard.answers = [{"response_action": "update", "view": DONE | {"title": plain("x" * 25)}}]
    reaction = await workspace.submit_modal(BEN, FILLED)
    assert "must be less than 25 characters" in reaction.error
    assert reaction.view is not None
    assert reaction.view.body["title"]["text"] == "Link"


async def test_a_click_in_a_modal_tells_what_is_filled_in_and_an_update_keeps_it(
    heard: Heard, workspace: LocalWorkspace
) -> None:
    await opened(workspace)
    workspace.fill(BEN, FILLED)
    await workspace.press_modal(BEN, "expiry")
    await workspace.until(lambda: len(shown.body["blocks"]) == 4 if (shown := workspace.modal(BEN)) else False)
    click = heard.clicks[0]
    assert (click["type"], click["container"]["type"]) == ("block_actions", "view")
    assert click["view"]["state"]["values"]["exam"]["exam"]["selected_option"]["value"] == "70-533"
    await workspace.submit_modal(BEN)
    assert heard.submitted[0]["view"]["state"]["values"]["exam"]["exam"]["selected_option"]["value"] == "70-533"


async def test_closing_is_heard_when_it_is_asked_for(heard: Heard, workspace: LocalWorkspace) -> None:
    await opened(workspace)
    await workspace.close_modal(BEN, every=True)
    assert [(body["type"], body["is_cleared"]) for body in heard.closed] == [("view_closed", True)]
    with pytest.raises(ActError, match="No modal is open"):
        await workspace.submit_modal(BEN)


async def test_a_trigger_opens_one_view_within_three_seconds(heard: Heard, workspace: LocalWorkspace) -> None:
    await opened(workspace)
    client = bolt_app(workspace).client
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        await client.views_open(trigger_id=heard.triggers[0], view=FORM)
    with pytest.raises(SlackApiError, match="invalid_trigger_id"):
        await client.views_open(trigger_id="1.2.3", view=FORM)


async def test_a_modal_that_was_updated_or_closed_meanwhile_is_not_updated(
    heard: Heard, workspace: LocalWorkspace
) -> None:
    await opened(workspace)
    client, view = bolt_app(workspace).client, workspace.modal(BEN)
    assert view is not None
    fresh = await client.views_update(view_id=view.id, hash=view.hash, view=DONE)
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await client.views_update(view_id=view.id, hash=view.hash, view=FORM)
    await workspace.close_modal(BEN)
    with pytest.raises(SlackApiError, match="not_found"):
        await client.views_update(view_id=view.id, hash=fresh["view"]["hash"], view=FORM)
    assert heard.closed == [], "the view that was closed asks for no notice"


@pytest.mark.usefixtures("heard")
async def test_a_modal_without_a_title_or_a_submit_button_for_its_inputs_is_refused(workspace: LocalWorkspace) -> None:
    client = bolt_app(workspace).client
    for view, words in (
        ({"type": "modal", "blocks": DONE["blocks"]}, "title"),
        ({"type": "modal", "title": plain("Link"), "blocks": [EVIDENCE]}, "submit"),
        (FORM | {"private_metadata": "x" * 3001}, "private_metadata"),
    ):
        with pytest.raises(SlackApiError, match="invalid_arguments") as caught:
            await client.views_open(trigger_id="1.2.3", view=view)
        assert words in str(caught.value.response["response_metadata"])


async def test_no_more_than_three_views_lie_on_each_other(heard: Heard, workspace: LocalWorkspace) -> None:
    await opened(workspace)
    heard.answers = [{"response_action": "push", "view": modal(EVIDENCE)}] * 3
    await workspace.submit_modal(BEN, FILLED)
    await workspace.submit_modal(BEN)
    assert "push_limit_reached" in (await workspace.submit_modal(BEN)).error


async def test_a_submission_that_nobody_answers_leaves_the_modal_open(workspace: LocalWorkspace) -> None:
    app, heard, given_up = bolt_app(workspace), Heard(), asyncio.Event()
    listen_to_openings(app, heard)

    @app.view("link")
    async def late(ack: AsyncAck) -> None:
        await given_up.wait()
        await ack()

    async with over_socket(app, workspace):
        await opened(workspace)
        workspace.configure(ack_timeout=0.1)
        reaction = await workspace.submit_modal(BEN, FILLED)
        given_up.set()
    assert (reaction.outcome.status, reaction.view is None) == (Status.TIMEOUT, False)
    assert "trouble connecting" in reaction.error
