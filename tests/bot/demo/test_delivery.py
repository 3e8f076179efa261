"""What the workspace does when the app does not answer, answers late, is away, or has many connections."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.demo.delivery import Status
from bot.demo.server import LocalWorkspace
from tests.slack import BEN, BOT, PARTNERS, bolt_app, over_http, over_socket

IMPATIENT, PATIENT = 0.5, 30.0
"""How long the workspace waits for an app that is to answer too late, and for one that is not, in seconds."""
DID_NOT_RESPOND = "/assay failed because the app did not respond. Please try again or contact the app developer."


@dataclass
class Arrivals:
    """The event ids that reached the app, with the number and reason of the retry; `refusals` are still refused.

    After the last of them the workspace waits for as long as it takes.
    """

    ids: list[str] = field(default_factory=list)
    retries: list[tuple[str, str]] = field(default_factory=list)
    refusals: int = 0
    status: int = 500
    headers: dict[str, str] = field(default_factory=dict)


def recording(workspace: LocalWorkspace, arrivals: Arrivals) -> AsyncApp:
    app = bolt_app(workspace)

    async def note(req: AsyncBoltRequest, resp: BoltResponse, next_: object) -> BoltResponse | None:
        if req.body.get("type") == "event_callback":
            arrivals.ids.append(str(req.body["event_id"]))
            headers = {name.lower(): value[0] for name, value in req.headers.items()}
            arrivals.retries.append((headers.get("x-slack-retry-num", "0"), headers.get("x-slack-retry-reason", "")))
            if arrivals.refusals:
                arrivals.refusals -= 1
                if not arrivals.refusals:
                    workspace.configure(ack_timeout=PATIENT)
                return BoltResponse(status=arrivals.status, body="", headers=dict(arrivals.headers))
        assert callable(next_)
        found = await next_()
        return found if isinstance(found, BoltResponse) else resp

    app.middleware(note)

    @app.event("user_change")
    async def changed() -> None:
        """It is enough to acknowledge."""

    @app.command("/assay")
    async def command(ack: AsyncAck) -> None:
        await ack("Yes.")

    return app


@pytest.fixture(params=["socket", "http"])
async def arrivals(request: pytest.FixtureRequest, workspace: LocalWorkspace) -> AsyncIterator[Arrivals]:
    arrivals = Arrivals()
    way = over_socket if request.param == "socket" else over_http
    async with way(recording(workspace, arrivals), workspace):
        yield arrivals


async def test_an_event_that_is_refused_comes_again_with_its_id_and_a_number(
    arrivals: Arrivals, workspace: LocalWorkspace
) -> None:
    workspace.configure(ack_timeout=IMPATIENT)
    arrivals.refusals = 2
    await workspace.rename(BEN, "Ben Bach")
    await workspace.settle()
    assert len(set(arrivals.ids)) == 1
    assert [number for number, _ in arrivals.retries] == ["0", "1", "2"]
    assert arrivals.retries[1][1] in {"timeout", "http_error"}


async def test_an_event_that_is_never_acknowledged_is_given_up_after_three_retries(
    arrivals: Arrivals, workspace: LocalWorkspace
) -> None:
    workspace.configure(ack_timeout=IMPATIENT)
    arrivals.refusals = 4
    await workspace.rename(BEN, "Ben Bach")
    await workspace.settle()
    assert len(arrivals.ids) == 4
    await workspace.rename(BEN, "Ben Berg")
    await workspace.settle()
    assert len(arrivals.ids) == 5


async def test_an_app_can_ask_for_no_retry_over_http(workspace: LocalWorkspace) -> None:
    arrivals = Arrivals(refusals=9, headers={"x-slack-no-retry": "1"})
    async with over_http(recording(workspace, arrivals), workspace):
        await workspace.rename(BEN, "Ben Bach")
        await workspace.settle()
    assert len(arrivals.ids) == 1


async def test_a_duplicate_delivery_has_the_same_event_id(arrivals: Arrivals, workspace: LocalWorkspace) -> None:
    workspace.fault("events_api", "duplicate")
    await workspace.rename(BEN, "Ben Bach")
    await workspace.settle()
    await workspace.rename(BEN, "Ben Berg")
    await workspace.settle()
    assert [arrivals.ids.count(event) for event in dict.fromkeys(arrivals.ids)] == [2, 1]


@pytest.mark.parametrize(("kind", "seen"), [("drop", 1), ("lost_response", 2)])
async def test_an_event_survives_a_lost_connection(
    arrivals: Arrivals, workspace: LocalWorkspace, kind: str, seen: int
) -> None:
    workspace.fault("events_api", kind)
    await workspace.rename(BEN, "Ben Bach")
    await workspace.settle()
    assert (len(arrivals.ids), len(set(arrivals.ids))) == (seen, 1)


@pytest.mark.usefixtures("arrivals")
@pytest.mark.parametrize("kind", ["drop", "lost_response"])
async def test_a_command_whose_connection_is_lost_says_that_the_app_did_not_respond(
    workspace: LocalWorkspace, kind: str
) -> None:
    workspace.fault("slash_commands", kind)
    lost = await workspace.slash(BEN, PARTNERS, "/assay")
    assert (lost.outcome.status, lost.error) == (Status.DROPPED, DID_NOT_RESPOND)
    assert lost.message is not None
    assert (lost.message.text, lost.message.visible_to) == (DID_NOT_RESPOND, BEN)
    await workspace.until(lambda: workspace.connections or workspace.config.request_url)
    assert (await workspace.slash(BEN, PARTNERS, "/assay")).error == ""


async def test_a_command_fails_and_an_event_waits_while_no_app_is_connected(workspace: LocalWorkspace) -> None:
    arrivals = Arrivals()
    reaction = await workspace.slash(BEN, PARTNERS, "/assay")
    assert (reaction.outcome.status, reaction.error) == (Status.UNCONNECTED, DID_NOT_RESPOND)
    await workspace.rename(BEN, "Ben Bach")
    await asyncio.sleep(0.05)
    assert workspace.undelivered == 1
    async with over_socket(recording(workspace, arrivals), workspace):
        await workspace.settle()
    assert arrivals.retries == [("0", "")]


async def test_a_command_that_is_not_acknowledged_in_time_fails(workspace: LocalWorkspace) -> None:
    workspace.configure(ack_timeout=0.1)
    app = bolt_app(workspace)

    @app.command("/assay")
    async def never() -> None:
        """It is not acknowledged."""

    async with over_socket(app, workspace):
        reaction = await workspace.slash(BEN, PARTNERS, "/assay")
    assert (reaction.outcome.status, reaction.error) == (Status.TIMEOUT, DID_NOT_RESPOND)


async def test_the_workspace_ends_though_an_event_is_lost_at_that_moment(workspace: LocalWorkspace) -> None:
    app, arrived = bolt_app(workspace), asyncio.Event()

    @app.middleware
    async def never() -> None:
        """It is passed on to nobody, and not acknowledged."""
        arrived.set()

    async with over_socket(app, workspace):
        await workspace.rename(BEN, "Ben Bach")
        await arrived.wait()
        async with asyncio.timeout(20):
            workspace.drop_sockets()
            await workspace.stop()
    assert workspace.undelivered == 0


async def test_each_envelope_goes_down_one_of_several_connections(workspace: LocalWorkspace) -> None:
    first, second = Arrivals(), Arrivals()
    async with (
        over_socket(recording(workspace, first), workspace),
        over_socket(recording(workspace, second), workspace),
    ):
        assert workspace.connections == 2
        for number in range(6):
            await workspace.rename(BEN, f"Ben {number}")
        await workspace.settle()
    assert (len(first.ids), len(second.ids)) == (3, 3)
    assert not set(first.ids) & set(second.ids)


async def test_an_app_comes_back_after_its_sockets_were_cut(workspace: LocalWorkspace) -> None:
    arrivals = Arrivals()
    async with over_socket(recording(workspace, arrivals), workspace):
        workspace.drop_sockets()
        assert workspace.connections == 0
        await workspace.rename(BEN, "Ben Bach")
        await workspace.settle()
        assert workspace.connections == 1
    assert len(arrivals.ids) == 1


async def test_an_app_opens_a_new_connection_when_it_is_told_to(workspace: LocalWorkspace) -> None:
    arrivals = Arrivals()
    async with over_socket(recording(workspace, arrivals), workspace):
        await workspace.disconnect()
        await workspace.rename(BEN, "Ben Bach")
        await workspace.settle()
        opened = [entry.detail for entry in workspace.state.wire if entry.name == "apps.connections.open"]
    assert (len(arrivals.ids), len(opened)) == (1, 2)


async def test_a_request_with_another_secret_is_refused_by_the_app(workspace: LocalWorkspace) -> None:
    async with over_http(recording(workspace, Arrivals()), workspace):
        workspace.configure_app(signing_secret="another")
        reaction = await workspace.slash(BEN, PARTNERS, "/assay")
    assert (reaction.outcome.status, reaction.error) == (
        Status.REFUSED,
        '/assay failed with the error "dispatch_failed"',
    )


async def test_the_bots_own_words_reach_the_app_as_events_too(workspace: LocalWorkspace) -> None:
    arrivals = Arrivals()
    app = recording(workspace, arrivals)
    async with over_socket(app, workspace):
        posted = await app.client.chat_postMessage(channel=BEN, text="Hello")
        await app.client.chat_update(channel=posted["channel"], ts=posted["ts"], text="Hello again")
        await app.client.chat_delete(channel=posted["channel"], ts=posted["ts"])
        await workspace.settle()
    sent = [e.detail["payload"]["event"] for e in workspace.state.wire if e.direction == "to_app"]
    assert [event.get("subtype") for event in sent] == [None, "message_changed", "message_deleted"]
    assert (sent[0]["user"], sent[0]["bot_id"]) == (BOT, workspace.config.app.bot_id)
