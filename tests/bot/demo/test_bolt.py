"""The real Bolt app in the workspace, in Socket Mode and over signed HTTP alike."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.respond.async_respond import AsyncRespond
from slack_bolt.context.say.async_say import AsyncSay
from slack_sdk.errors import SlackApiError

from bot.demo.delivery import Status
from bot.demo.model import Json
from bot.demo.server import LocalWorkspace
from tests.slack import ADA, BEN, BOT, CLEO, PARTNERS, RANDOM, bolt_app, over_http, over_socket

BUTTON: Json = {"type": "button", "action_id": "share", "text": {"type": "plain_text", "text": "Share"}, "value": "7"}
ANSWER: list[Json] = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "*1 of 2*"}},
    {"type": "actions", "elements": [BUTTON]},
]


@dataclass
class Heard:
    """What the app was sent."""

    events: list[Json] = field(default_factory=list)
    commands: list[Json] = field(default_factory=list)
    clicks: list[Json] = field(default_factory=list)


@pytest.fixture(params=["socket", "http"])
async def heard(request: pytest.FixtureRequest, workspace: LocalWorkspace) -> AsyncIterator[Heard]:
    """An app that answers mentions in the thread, direct messages, /assay and one button."""
    app, heard = bolt_app(workspace), Heard()
    listen_to_events(app, heard)
    listen_to_commands(app, heard)
    way = over_socket if request.param == "socket" else over_http
    async with way(app, workspace):
        yield heard


def listen_to_events(app: AsyncApp, heard: Heard) -> None:
    @app.event("app_mention")
    async def mention(event: Json, say: AsyncSay) -> None:
        heard.events.append(event)
        await say(text=f"You asked, <@{event['user']}>.", thread_ts=event["ts"])

    @app.event("message")
    async def message(event: Json, say: AsyncSay) -> None:
        heard.events.append(event)
        await say(text="Here.")

    async def other(event: Json) -> None:
        heard.events.append(event)

    for name in ("user_change", "team_join", "app_home_opened", "app_uninstalled", "tokens_revoked"):
        app.event(name)(other)


def listen_to_commands(app: AsyncApp, heard: Heard) -> None:
    answers: dict[str, Json] = {
        "later": {},
        "all": {"text": "For all.", "response_type": "in_channel"},
        "wrong": {"text": "x", "blocks": [{"type": "section"}]},
    }

    @app.command("/assay")
    async def command(ack: AsyncAck, command: Json, respond: AsyncRespond) -> None:
        heard.commands.append(command)
        await ack(**answers.get(command["text"], {"text": "1 of 2", "blocks": ANSWER}))
        if command["text"] == "later":
            await respond("Later.")

    @app.action("share")
    async def share(ack: AsyncAck, body: Json, respond: AsyncRespond) -> None:
        heard.clicks.append(body)
        await ack()
        if "response_url" in body:  # a click on the Home tab has none
            await respond(text="Shared.", replace_original=True)


async def test_a_mention_is_answered_in_its_thread(heard: Heard, workspace: LocalWorkspace) -> None:
    said = await workspace.say(BEN, "#partners", "@Assay what do we need & why?")
    answer = await workspace.bot_message(PARTNERS)
    assert (answer.text, answer.thread_ts) == (f"You asked, <@{BEN}>.", said.message.ts)
    assert heard.events[0]["text"] == f"<@{BOT}> what do we need &amp; why?"
    assert [outcome.status for outcome in await said.delivered()] == [Status.ACKED]


async def test_a_message_without_a_mention_or_in_a_channel_without_the_bot_is_not_heard(
    heard: Heard, workspace: LocalWorkspace
) -> None:
    quiet = await workspace.say(BEN, PARTNERS, "Good morning")
    elsewhere = await workspace.say(BEN, RANDOM, "@Assay hello?")
    among_people = await workspace.say(BEN, ADA, "@Assay hello?")
    assert (quiet.deliveries, elsewhere.deliveries, among_people.deliveries) == ((), (), ())
    assert heard.events == []


async def test_channel_messages_are_heard_when_the_app_subscribes_to_them(
    heard: Heard, workspace: LocalWorkspace
) -> None:
    workspace.configure_app(subscriptions=workspace.config.app.subscriptions | {"message.channels"})
    said = await workspace.say(BEN, PARTNERS, "@Assay hello")
    await said.delivered()
    await workspace.settle()
    assert {event["type"] for event in heard.events} == {"message", "app_mention"}


async def test_a_direct_message_is_answered_and_the_bots_own_words_are_not_heard_by_bolt(
    heard: Heard, workspace: LocalWorkspace
) -> None:
    await workspace.say(BEN, BOT, "@Assay hello")
    answer = await workspace.bot_message(BEN)
    await workspace.settle()
    assert answer.text == "Here."
    assert [(event["type"], event["channel_type"]) for event in heard.events] == [("message", "im")]


async def test_a_slash_command_is_answered_ephemerally_in_the_acknowledgement(
    heard: Heard, workspace: LocalWorkspace
) -> None:
    reaction = await workspace.slash(BEN, PARTNERS, "/assay", "link 70-533 for @Cleo Curie")
    assert reaction.message is not None
    assert (reaction.message.text, reaction.message.visible_to, reaction.error) == ("1 of 2", BEN, "")
    sent = heard.commands[0]
    assert (sent["text"], sent["channel_name"], sent["user_name"]) == (
        f"link 70-533 for <@{CLEO}|cleo>",
        "partners",
        "ben",
    )


async def test_a_slash_command_without_escaping_sends_what_was_typed(heard: Heard, workspace: LocalWorkspace) -> None:
    workspace.configure_app(slash_escape=False)
    await workspace.slash(BEN, PARTNERS, "/assay", "who is @Cleo Curie & co")
    assert heard.commands[0]["text"] == "who is @Cleo Curie & co"


@pytest.mark.usefixtures("heard")
async def test_an_answer_in_channel_is_for_all_and_a_later_one_comes_by_response_url(workspace: LocalWorkspace) -> None:
    for_all = await workspace.slash(BEN, PARTNERS, "/assay", "all")
    assert for_all.message is not None
    assert for_all.message.visible_to is None
    empty = await workspace.slash(BEN, PARTNERS, "/assay", "later")
    later = await workspace.bot_message(PARTNERS, containing="Later")
    assert (empty.message, later.visible_to) == (None, BEN)


@pytest.mark.usefixtures("heard")
async def test_bad_blocks_in_an_acknowledgement_fail_the_command_in_words(workspace: LocalWorkspace) -> None:
    reaction = await workspace.slash(BEN, PARTNERS, "/assay", "wrong")
    assert reaction.error.startswith('/assay failed with the error "invalid_blocks" missing required field: text')
    assert reaction.message is not None
    assert reaction.message.by_app is False


async def test_a_button_on_an_ephemeral_answer_replaces_it(heard: Heard, workspace: LocalWorkspace) -> None:
    shown = (await workspace.slash(BEN, PARTNERS, "/assay")).message
    assert shown is not None
    reaction = await workspace.press(BEN, shown.ts, "share")
    await workspace.until(lambda: (found := workspace.state.find_message(shown.ts)) and found.text == "Shared.")
    assert reaction.error == ""
    body = heard.clicks[0]
    assert body["container"] == {
        "type": "message",
        "message_ts": shown.ts,
        "channel_id": PARTNERS,
        "is_ephemeral": True,
    }
    assert "message" not in body, "Slack does not send ephemeral messages along"
    assert (body["actions"][0]["value"], body["user"]["id"]) == ("7", BEN)


async def test_a_button_on_a_message_brings_the_message_along(heard: Heard, workspace: LocalWorkspace) -> None:
    posted = await bolt_app(workspace).client.chat_postMessage(channel=PARTNERS, text="1 of 2", blocks=ANSWER)
    await workspace.press(BEN, posted["ts"], "share")
    assert heard.clicks[0]["message"]["ts"] == posted["ts"]
    assert heard.clicks[0]["container"]["is_ephemeral"] is False


async def test_joining_leaving_and_renaming_are_heard(heard: Heard, workspace: LocalWorkspace) -> None:
    joined = await workspace.add_user("Dora Dietz", email="dora@northwind.example")
    await workspace.settle()
    await workspace.deactivate(joined.id)
    await workspace.settle()
    await workspace.reactivate(joined.id)
    await workspace.settle()
    await workspace.rename(joined.id, "Dora Dahl")
    await workspace.settle()
    seen = [(event["type"], event["user"]["deleted"], event["user"]["profile"]["real_name"]) for event in heard.events]
    assert seen == [
        ("team_join", False, "Dora Dietz"),
        ("user_change", True, "Dora Dietz"),
        ("user_change", False, "Dora Dietz"),
        ("user_change", False, "Dora Dahl"),
    ]
    assert "is_admin" not in heard.events[1]["user"], "Slack leaves the roles out once an account is deactivated"


async def test_an_event_whose_scope_is_missing_is_not_sent(heard: Heard, workspace: LocalWorkspace) -> None:
    workspace.configure_app(scopes=workspace.config.app.scopes - {"users:read"})
    await workspace.deactivate(BEN)
    assert (workspace.undelivered, heard.events) == (0, [])


async def test_the_home_tab_is_published_opened_and_pressed(heard: Heard, workspace: LocalWorkspace) -> None:
    assert await workspace.open_home(BEN) is None
    await workspace.settle()
    view = {"type": "home", "blocks": ANSWER}
    await bolt_app(workspace).client.views_publish(user_id=BEN, view=view)
    assert (await workspace.press_home(BEN, "share")).outcome.acked
    await workspace.open_home(BEN)
    await workspace.settle()
    assert heard.clicks[0]["view"]["blocks"][1]["elements"][0]["action_id"] == "share"
    assert ["view" in event for event in heard.events] == [False, True]


async def test_uninstalling_is_heard_and_ends_the_token(heard: Heard, workspace: LocalWorkspace) -> None:
    await workspace.uninstall()
    await workspace.settle()
    assert {event["type"] for event in heard.events} == {"app_uninstalled", "tokens_revoked"}
    with pytest.raises(SlackApiError, match="account_inactive"):
        await bolt_app(workspace).client.auth_test()
