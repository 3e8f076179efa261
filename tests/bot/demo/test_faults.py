"""What the app's calls meet when something is told to go wrong."""

import time

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
)

from bot.demo.faults import Fault, FaultError, FaultKind, Faults
from bot.demo.server import LocalWorkspace
from tests.slack import PARTNERS, web_client


def posted(workspace: LocalWorkspace) -> list[str]:
    return [message.text for message in workspace.state.timeline(PARTNERS)]


async def test_a_rate_limit_answers_429_with_retry_after_and_does_nothing(workspace: LocalWorkspace) -> None:
    workspace.fault("chat.postMessage", "rate_limited", retry_after=7)
    with pytest.raises(SlackApiError) as caught:
        await web_client(workspace).chat_postMessage(channel=PARTNERS, text="a")
    answer = caught.value.response
    assert (answer.status_code, answer.headers["retry-after"], answer["error"]) == (429, "7", "ratelimited")
    assert posted(workspace) == []


async def test_the_sdks_own_handler_waits_as_long_as_retry_after_says(workspace: LocalWorkspace) -> None:
    workspace.fault("chat.postMessage", "rate_limited", retry_after=1)
    client = web_client(workspace, retries=[AsyncRateLimitErrorRetryHandler(max_retry_count=1)])
    began = time.monotonic()
    await client.chat_postMessage(channel=PARTNERS, text="a")
    assert time.monotonic() - began >= 1
    assert posted(workspace) == ["a"]


@pytest.mark.parametrize(("after_effect", "there"), [(False, []), (True, ["a"])])
async def test_a_500_comes_with_or_without_the_message(
    workspace: LocalWorkspace, *, after_effect: bool, there: list[str]
) -> None:
    workspace.fault("chat.postMessage", "http_500", after_effect=after_effect)
    with pytest.raises((SlackApiError, aiohttp.ContentTypeError)):
        await web_client(workspace).chat_postMessage(channel=PARTNERS, text="a")
    assert posted(workspace) == there


@pytest.mark.parametrize(("after_effect", "there"), [(False, []), (True, ["a"])])
async def test_a_timeout_never_answers(workspace: LocalWorkspace, *, after_effect: bool, there: list[str]) -> None:
    workspace.fault("chat.postMessage", "timeout", after_effect=after_effect)
    client = web_client(workspace)
    client.timeout = 1
    with pytest.raises(TimeoutError):
        await client.chat_postMessage(channel=PARTNERS, text="a")
    assert posted(workspace) == there


@pytest.mark.parametrize(("kind", "there"), [("drop", []), ("lost_response", ["a"])])
async def test_a_cut_connection_leaves_the_message_undone_or_done(
    workspace: LocalWorkspace, kind: str, there: list[str]
) -> None:
    workspace.fault("chat.postMessage", kind)
    with pytest.raises(aiohttp.ClientError):
        await web_client(workspace).chat_postMessage(channel=PARTNERS, text="a")
    assert posted(workspace) == there


async def test_the_sdks_default_retry_posts_twice_when_a_response_is_lost(workspace: LocalWorkspace) -> None:
    workspace.fault("chat.postMessage", "lost_response")
    client = web_client(workspace, retries=[AsyncConnectionErrorRetryHandler()])
    await client.chat_postMessage(channel=PARTNERS, text="a")
    assert posted(workspace) == ["a", "a"]


async def test_a_fault_happens_as_often_as_it_was_told_to_and_to_its_method_alone(workspace: LocalWorkspace) -> None:
    workspace.fault("chat.postMessage", "error", times=2, skip=1, error="fatal_error")
    client = web_client(workspace)
    outcomes = []
    for _ in range(4):
        await client.auth_test()
        try:
            await client.chat_postMessage(channel=PARTNERS, text="a")
            outcomes.append("ok")
        except SlackApiError as error:
            outcomes.append(error.response["error"])
    assert outcomes == ["ok", "fatal_error", "fatal_error", "ok"]


async def test_a_star_means_every_method_but_no_delivery(workspace: LocalWorkspace) -> None:
    workspace.fault("*", "http_500", times=1)
    with pytest.raises((SlackApiError, aiohttp.ContentTypeError)):
        await web_client(workspace).auth_test()
    await web_client(workspace).auth_test()


async def test_faults_can_be_cleared(workspace: LocalWorkspace) -> None:
    workspace.fault("auth.test", "http_500", times=9)
    workspace.clear_faults()
    assert (await web_client(workspace).auth_test())["ok"]


@pytest.mark.parametrize(
    ("target", "kind", "more", "words"),
    [
        ("events_api", FaultKind.HTTP_500, {}, "the app answers there, not Slack"),
        ("chat.postMessage", FaultKind.DUPLICATE, {}, "the app calls there, not Slack"),
        ("chat.postMessage", FaultKind.RATE_LIMITED, {"after_effect": True}, "nothing was done"),
        ("chat.postMessage", FaultKind.HTTP_500, {"times": 0}, "at least once"),
    ],
)
def test_a_fault_that_cannot_be_is_refused(target: str, kind: FaultKind, more: dict[str, int], words: str) -> None:
    with pytest.raises(FaultError, match=words):
        Fault(target=target, kind=kind, **more)  # type: ignore[arg-type]  # the cases differ in type


def test_a_fault_is_used_up() -> None:
    faults = Faults()
    faults.add(Fault(target="events_api", kind=FaultKind.DROP))
    assert [(fault.target, left) for fault, left in faults.waiting()] == [("events_api", 1)]
    assert faults.take("auth.test") is None
    assert faults.take("events_api") is not None
    assert faults.take("events_api") is None
