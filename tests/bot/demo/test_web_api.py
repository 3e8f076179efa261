"""The Web API's methods, answers and errors, called with the real client."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.demo.model import Json
from bot.demo.server import LocalWorkspace
from tests.slack import ADA, BEN, BOARD, BOT, GUEST, PARTNERS, RANDOM, web_client

Call: TypeAlias = Callable[[AsyncWebClient], Awaitable[AsyncSlackResponse]]


async def error_of(call: Awaitable[AsyncSlackResponse]) -> Json:
    with pytest.raises(SlackApiError) as caught:
        await call
    answer: Json = caught.value.response.data
    return answer


async def test_a_token_is_needed_and_must_be_the_right_one(workspace: LocalWorkspace) -> None:
    assert (await error_of(web_client(workspace, " ").auth_test()))["error"] == "not_authed"
    assert (await error_of(web_client(workspace, "xoxb-other").auth_test()))["error"] == "invalid_auth"
    with_app_token = web_client(workspace, workspace.config.app.app_token)
    assert (await error_of(with_app_token.auth_test()))["error"] == "not_allowed_token_type"
    opened = web_client(workspace).apps_connections_open(app_token=workspace.config.app.bot_token)
    assert (await error_of(opened))["error"] == "not_allowed_token_type"


async def test_auth_test_says_who_the_bot_is_and_which_scopes_it_has(workspace: LocalWorkspace) -> None:
    answer = await web_client(workspace).auth_test()
    assert (answer["user_id"], answer["team_id"]) == (BOT, workspace.config.team.id)
    assert "chat:write" in answer.headers["x-oauth-scopes"].split(",")


async def test_an_unknown_method_is_named(workspace: LocalWorkspace) -> None:
    answer = await error_of(web_client(workspace).api_call("chat.telepathy"))
    assert (answer["error"], answer["req_method"]) == ("unknown_method", "chat.telepathy")


async def test_a_missing_scope_is_named_with_those_there_are(workspace: LocalWorkspace) -> None:
    workspace.configure_app(scopes=frozenset({"users:read"}))
    answer = await error_of(web_client(workspace).chat_postMessage(channel=PARTNERS, text="a"))
    assert (answer["error"], answer["needed"], answer["provided"]) == ("missing_scope", "chat:write", "users:read")
    history = await error_of(web_client(workspace).conversations_history(channel=PARTNERS))
    assert history["needed"] == "channels:history"


BAD_POSTS: dict[str, tuple[Call, str]] = {
    "unknown channel": (lambda c: c.chat_postMessage(channel="C0NOWHERE", text="a"), "channel_not_found"),
    "not a member": (lambda c: c.chat_postMessage(channel=RANDOM, text="a"), "not_in_channel"),
    "nothing to say": (lambda c: c.api_call("chat.postMessage", json={"channel": PARTNERS}), "no_text"),
    "too long": (lambda c: c.chat_postMessage(channel=PARTNERS, text="x" * 40_001), "msg_too_long"),
    "no thread": (lambda c: c.chat_postMessage(channel=PARTNERS, text="a", thread_ts="1.000001"), "thread_not_found"),
    "no blocks": (
        lambda c: c.api_call("chat.postMessage", json={"channel": PARTNERS, "blocks": "x"}),
        "invalid_blocks_format",
    ),
    "bad metadata": (
        lambda c: c.chat_postMessage(channel=PARTNERS, text="a", metadata={"event_type": "x"}),
        "invalid_metadata_format",
    ),
    "stranger": (lambda c: c.chat_postEphemeral(channel=PARTNERS, user="U0NOBODY", text="a"), "user_not_found"),
    "no member": (lambda c: c.chat_postEphemeral(channel=PARTNERS, user=GUEST, text="a"), "user_not_in_channel"),
    "no message": (lambda c: c.chat_update(channel=PARTNERS, ts="1.000001", text="a"), "message_not_found"),
    "nothing to delete": (lambda c: c.chat_delete(channel=PARTNERS, ts="1.000001"), "message_not_found"),
    "no user": (lambda c: c.users_info(user="U0NOBODY"), "user_not_found"),
    "no address": (lambda c: c.users_lookupByEmail(email="nobody@northwind.example"), "users_not_found"),
    "no bot": (lambda c: c.bots_info(bot="B0OTHER"), "bot_not_found"),
    "no person": (lambda c: c.conversations_open(users="U0NOBODY"), "user_not_found"),
    "bad cursor": (lambda c: c.users_list(cursor="!"), "invalid_cursor"),
    "bad limit": (lambda c: c.conversations_history(channel=PARTNERS, limit=1000), "invalid_limit"),
    "bad trigger": (
        lambda c: c.views_open(
            trigger_id="x", view={"type": "modal", "title": {"type": "plain_text", "text": "t"}, "blocks": []}
        ),
        "invalid_trigger_id",
    ),
}


@pytest.mark.parametrize("case", BAD_POSTS)
async def test_a_wrong_call_is_answered_with_slacks_error(workspace: LocalWorkspace, case: str) -> None:
    call, error = BAD_POSTS[case]
    assert (await error_of(call(web_client(workspace))))["error"] == error


async def test_forty_thousand_characters_are_posted_and_four_thousand_are_edited(workspace: LocalWorkspace) -> None:
    client = web_client(workspace)
    posted = await client.chat_postMessage(channel=PARTNERS, text="x" * 40_000)
    await client.chat_update(channel=PARTNERS, ts=posted["ts"], text="y" * 4_000)
    edit = client.chat_update(channel=PARTNERS, ts=posted["ts"], text="y" * 4_001)
    assert (await error_of(edit))["error"] == "msg_too_long"


async def test_an_archived_channel_takes_no_message(workspace: LocalWorkspace) -> None:
    await workspace.archive(PARTNERS)
    answer = await error_of(web_client(workspace).chat_postMessage(channel=PARTNERS, text="a"))
    assert answer["error"] == "is_archived"


async def test_others_messages_cannot_be_edited_or_deleted(workspace: LocalWorkspace) -> None:
    said = (await workspace.say(BEN, PARTNERS, "Mine")).message
    client = web_client(workspace)
    edit = await error_of(client.chat_update(channel=PARTNERS, ts=said.ts, text="a"))
    deletion = await error_of(client.chat_delete(channel=PARTNERS, ts=said.ts))
    assert (edit["error"], deletion["error"]) == ("cant_update_message", "cant_delete_message")


async def test_bad_blocks_are_refused_with_the_place_of_each_mistake(workspace: LocalWorkspace) -> None:
    header = {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}
    answer = await error_of(web_client(workspace).chat_postMessage(channel=PARTNERS, text="a", blocks=[header]))
    assert answer["error"] == "invalid_blocks"
    assert answer["errors"] == ["must be less than 151 characters [json-pointer:/blocks/0/text/text]"]
    assert answer["response_metadata"]["messages"] == [f"[ERROR] {answer['errors'][0]}"]
    assert workspace.state.timeline(PARTNERS) == []


async def test_a_message_to_a_user_goes_to_the_direct_conversation(workspace: LocalWorkspace) -> None:
    client = web_client(workspace)
    posted = await client.chat_postMessage(channel=BEN, text="Hello")
    opened = await client.conversations_open(users=BEN)
    assert posted["channel"] == opened["channel"]["id"]
    info = (await client.conversations_info(channel=posted["channel"]))["channel"]
    assert (info["is_im"], info["user"]) == (True, BEN)


async def test_a_deactivated_users_conversation_takes_messages_but_cannot_be_opened(workspace: LocalWorkspace) -> None:
    await workspace.deactivate(BEN)
    client = web_client(workspace)
    assert (await client.chat_postMessage(channel=BEN, text="Hello"))["ok"]
    assert (await error_of(client.conversations_open(users=BEN)))["error"] == "user_disabled"


async def test_metadata_is_kept_and_shown_in_the_history_when_asked_for(workspace: LocalWorkspace) -> None:
    client = web_client(workspace)
    metadata = {"event_type": "assay_notice", "event_payload": {"id": "n1"}}
    posted = await client.chat_postMessage(channel=BEN, text="Hello", metadata=metadata)
    assert posted["message"]["metadata"] == metadata
    channel = posted["channel"]
    plain = await client.conversations_history(channel=channel)
    whole = await client.conversations_history(channel=channel, include_all_metadata=True)
    assert "metadata" not in plain["messages"][0]
    assert whole["messages"][0]["metadata"] == metadata
    await client.chat_update(channel=channel, ts=posted["ts"], text="Hello again")
    again = await client.conversations_history(channel=channel, include_all_metadata=True)
    assert (again["messages"][0]["text"], again["messages"][0]["metadata"]) == ("Hello again", metadata)


async def history_texts(client: AsyncWebClient, **query: str | int | bool) -> list[str]:
    found: list[str] = []
    cursor = ""
    while True:
        answer = await client.conversations_history(channel=PARTNERS, cursor=cursor, **query)  # type: ignore[arg-type]  # any argument
        found += [message["text"] for message in answer["messages"]]
        cursor = (answer.get("response_metadata") or {}).get("next_cursor", "")
        assert bool(cursor) is answer["has_more"]
        if not cursor:
            return found


async def test_a_history_is_paged_backward_and_forward_from_oldest(workspace: LocalWorkspace) -> None:
    client = web_client(workspace)
    stamps = [(await client.chat_postMessage(channel=PARTNERS, text=str(number)))["ts"] for number in range(7)]
    assert await history_texts(client, limit=3) == ["6", "5", "4", "3", "2", "1", "0"]
    assert await history_texts(client, limit=3, oldest=stamps[1]) == ["4", "3", "2", "6", "5"]
    assert await history_texts(client, limit=3, oldest=stamps[1], inclusive=True) == ["3", "2", "1", "6", "5", "4"]
    assert await history_texts(client, latest=stamps[2]) == ["1", "0"]
    assert await history_texts(client, latest=stamps[2], oldest=stamps[2], inclusive=True) == ["2"]


async def test_a_message_that_comes_while_paging_is_neither_lost_nor_repeated(workspace: LocalWorkspace) -> None:
    client = web_client(workspace)
    for number in range(4):
        await client.chat_postMessage(channel=PARTNERS, text=str(number))
    first = await client.conversations_history(channel=PARTNERS, limit=2)
    await client.chat_postMessage(channel=PARTNERS, text="new")
    cursor = first["response_metadata"]["next_cursor"]
    second = await client.conversations_history(channel=PARTNERS, limit=2, cursor=cursor)
    assert [message["text"] for message in second["messages"]] == ["1", "0"]


async def test_replies_stand_in_the_thread_and_ephemeral_messages_nowhere(workspace: LocalWorkspace) -> None:
    client = web_client(workspace)
    first = (await workspace.say(BEN, PARTNERS, "Question")).message.ts
    for text in ("one", "two"):
        await client.chat_postMessage(channel=PARTNERS, text=text, thread_ts=first)
    await client.chat_postEphemeral(channel=PARTNERS, user=BEN, text="psst")
    assert await history_texts(client) == ["Question"]
    history = await client.conversations_history(channel=PARTNERS)
    assert history["messages"][0]["reply_count"] == 2
    thread = await client.conversations_replies(channel=PARTNERS, ts=first)
    assert [message["text"] for message in thread["messages"]] == ["Question", "one", "two"]
    assert thread["messages"][1]["parent_user_id"] == BEN


async def test_channels_are_listed_by_kind(workspace: LocalWorkspace) -> None:
    client = web_client(workspace)
    public = (await client.conversations_list())["channels"]
    both = (await client.conversations_list(types="public_channel,private_channel"))["channels"]
    assert [(c["id"], c["is_member"]) for c in public] == [(PARTNERS, True), (RANDOM, False)]
    assert [c["id"] for c in both] == [PARTNERS, RANDOM, BOARD]
    await workspace.remove(BOARD, BOT)
    assert (await error_of(client.conversations_info(channel=BOARD)))["error"] == "channel_not_found"
    assert (await error_of(client.chat_postMessage(channel=BOARD, text="a")))["error"] == "channel_not_found"


async def test_users_are_listed_in_pages_with_the_deactivated(workspace: LocalWorkspace) -> None:
    await workspace.deactivate(BEN)
    client = web_client(workspace)
    members: list[Json] = []
    async for page in await client.users_list(limit=2):
        assert len(page["members"]) <= 2
        members += page["members"]
    assert [(m["id"], m["deleted"]) for m in members if m["id"] in {ADA, BEN}] == [(ADA, False), (BEN, True)]
    assert len(members) == 5
    assert [m["is_admin"] for m in members if m["id"] == ADA] == [True]
    assert [m["is_restricted"] for m in members if m["id"] == GUEST] == [True]


async def test_addresses_are_shown_only_with_their_scope(workspace: LocalWorkspace) -> None:
    client = web_client(workspace)
    known = (await client.users_info(user=ADA, include_locale=True))["user"]
    assert (known["profile"]["email"], known["locale"], known["tz"]) == (
        "ada@northwind.example",
        "en-US",
        "Europe/Berlin",
    )
    assert (await client.users_lookupByEmail(email="ADA@northwind.example"))["user"]["id"] == ADA
    workspace.configure_app(scopes=workspace.config.app.scopes - {"users:read.email"})
    assert "email" not in (await client.users_info(user=ADA))["user"]["profile"]


async def test_the_team_and_the_bot_are_shown(workspace: LocalWorkspace) -> None:
    client = web_client(workspace)
    assert (await client.team_info())["team"]["name"] == "Northwind"
    assert (await client.bots_info(bot=workspace.config.app.bot_id))["bot"]["name"] == "Assay"


async def test_a_home_tab_is_published_anew_only_with_the_present_hash(workspace: LocalWorkspace) -> None:
    client = web_client(workspace)
    view = {"type": "home", "blocks": [{"type": "divider"}]}
    first = (await client.views_publish(user_id=BEN, view=view))["view"]
    second = (await client.views_publish(user_id=BEN, view=view, hash=first["hash"]))["view"]
    assert second["id"] == first["id"]
    assert (await error_of(client.views_publish(user_id=BEN, view=view, hash=first["hash"])))[
        "error"
    ] == "hash_conflict"
    workspace.configure_app(home_tab=False)
    assert (await error_of(client.views_publish(user_id=BEN, view=view)))["error"] == "not_enabled"
    workspace.configure_app(home_tab=True)
    table = {"type": "home", "blocks": [{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]}]}
    answer = await error_of(client.views_publish(user_id=BEN, view=table))
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] unsupported type: table [json-pointer:/view/blocks/0/type]"
    ]


async def test_one_message_per_second_and_channel_when_posts_are_limited(workspace: LocalWorkspace) -> None:
    workspace.configure(limit_posts=True)
    client = web_client(workspace)
    await client.chat_postMessage(channel=PARTNERS, text="a")
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel=PARTNERS, text="b")
    assert (caught.value.response.status_code, caught.value.response.headers["retry-after"]) == (429, "1")
    await client.chat_postMessage(channel=BEN, text="another conversation")


async def test_the_wire_log_tells_of_calls_without_their_tokens(workspace: LocalWorkspace) -> None:
    await web_client(workspace).api_call("auth.test", params={"token": workspace.config.app.bot_token})
    entry = workspace.state.wire[-1]
    assert (entry.direction, entry.name, entry.outcome) == ("from_app", "auth.test", "ok")
    assert workspace.config.app.bot_token not in str(entry)
