"""The control under /_control, who may use it, and the workspace in a process of its own."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import httpx
import pytest

from bot.demo.business_days import days_to, days_until
from bot.demo.config import ConfigError, parse_config
from bot.demo.manifest import app_of
from bot.demo.members import ActError
from bot.demo.server import LocalWorkspace, main
from tests.slack import ADA, BEN, BOT, PARTNERS, QUICK, bolt_app, over_socket, web_client


@dataclass
class BusinessClock:
    """A business clock that only moves when told to."""

    now: datetime = datetime(2018, 1, 31, 9, 0, tzinfo=UTC)

    async def read_clock(self) -> datetime:
        """The business time."""
        return self.now

    async def move_clock(self, days: int) -> None:
        """Move it forward."""
        self.now += timedelta(days=days)


@pytest.fixture
async def http(workspace: LocalWorkspace) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=workspace.url) as client:
        yield client


async def test_people_speak_and_the_page_shows_it_to_those_who_may_see_it(
    workspace: LocalWorkspace, http: httpx.AsyncClient
) -> None:
    said = await http.post("/_control/say", json={"user": BEN, "channel": PARTNERS, "text": "Hi @Assay"})
    assert said.json()["message"]["text"] == f"Hi <@{BOT}>"
    await web_client(workspace).chat_postEphemeral(channel=PARTNERS, user=BEN, text="for Ben")
    bens = (await http.get("/_control/state", params={"user": BEN, "channel": PARTNERS})).json()
    adas = (await http.get("/_control/state", params={"user": ADA, "channel": PARTNERS})).json()
    assert [(m["text"], m["ephemeral"]) for m in bens["messages"]][1] == ("for Ben", True)
    assert len(adas["messages"]) == 1
    assert (bens["clock"], bens["connections"]) == (None, 0)
    every = (await http.get("/_control/messages", params={"channel": PARTNERS})).json()["messages"]
    assert [m["visible_to"] for m in every] == [None, BEN]


async def test_a_private_channel_is_shown_to_its_members_alone(http: httpx.AsyncClient) -> None:
    bens = (await http.get("/_control/state", params={"user": BEN, "channel": "C0LOCALPRIV"})).json()
    adas = (await http.get("/_control/state", params={"user": ADA, "channel": "C0LOCALPRIV"})).json()
    assert "board" not in [channel["title"] for channel in bens["channels"]]
    assert "board" in [channel["title"] for channel in adas["channels"]]


async def test_commands_and_buttons_work_over_the_control(workspace: LocalWorkspace, http: httpx.AsyncClient) -> None:
    app = bolt_app(workspace)
    app.command("/assay")(acknowledge)
    async with over_socket(app, workspace):
        answer = await http.post("/_control/slash", json={"user": BEN, "channel": PARTNERS, "command": "/assay"})
    assert answer.json()["message"]["text"] == "Yes."
    assert answer.json()["error"] == ""
    unknown = await http.post("/_control/slash", json={"user": BEN, "channel": PARTNERS, "command": "/other"})
    assert (unknown.status_code, unknown.json()) == (400, {"error": "/other is not a valid command."})


async def acknowledge(ack: object) -> None:
    assert callable(ack)
    await ack("Yes.")


@pytest.mark.parametrize(
    ("deed", "body", "words"),
    [
        ("say", {"user": BEN, "channel": PARTNERS}, "missing required field: text"),
        ("say", {"user": BEN, "channel": PARTNERS, "text": "x" * 40_001}, "40,000 characters"),
        ("say", {"user": BEN, "channel": "C0LOCALPRIV", "text": "a"}, "Ben Berg is not in that conversation."),
        ("say", {"user": "U0NOBODY", "channel": PARTNERS, "text": "a"}, "There is no user U0NOBODY."),
        ("say", {"user": BEN, "channel": PARTNERS, "text": "a", "thread_ts": "1.0"}, "first message is not here"),
        ("press", {"user": BEN, "ts": "1.0", "action_id": "a"}, "not there any more"),
        ("press_home", {"user": BEN, "action_id": "a"}, "no button a"),
        ("fault", {"target": "events_api", "kind": "http_500"}, "not Slack"),
        ("fault", {"target": "auth.test", "kind": "bad luck"}, "kind"),
        ("clock", {"days": 1}, "no business clock"),
        ("submit", {"user": BEN}, "No modal is open."),
        ("submit", {"user": BEN, "values": {"a": "b"}}, "no object of blocks"),
        ("upload", {"user": BEN, "channel": PARTNERS, "name": "a.csv", "content": "%"}, "not Base64"),
    ],
)
async def test_what_cannot_be_done_is_said_in_words(
    http: httpx.AsyncClient, deed: str, body: dict[str, object], words: str
) -> None:
    answer = await http.post(f"/_control/{deed}", json=body)
    assert answer.status_code == 400
    assert words in answer.json()["error"]


async def test_a_deactivated_person_can_do_nothing_until_reactivated(
    workspace: LocalWorkspace, http: httpx.AsyncClient
) -> None:
    await http.post("/_control/deactivate", json={"user": BEN})
    with pytest.raises(ActError, match="Ben Berg is deactivated"):
        await workspace.say(BEN, PARTNERS, "Hello?")
    await http.post("/_control/reactivate", json={"user": BEN})
    assert (await workspace.say(BEN, PARTNERS, "Hello!")).message.text == "Hello!"


async def test_the_page_waits_for_news(workspace: LocalWorkspace, http: httpx.AsyncClient) -> None:
    known = (await http.get("/_control/state")).json()["version"]
    waiting = asyncio.create_task(http.get("/_control/state", params={"known": known}))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    await workspace.say(BEN, PARTNERS, "News")
    assert (await waiting).json()["version"] > known


async def test_the_business_clock_moves_by_days_and_months() -> None:
    async with LocalWorkspace(QUICK, controls=BusinessClock()) as workspace, httpx.AsyncClient() as http:
        moved = await http.post(f"{workspace.url}/_control/clock", json={"months": 1})
        assert moved.json()["clock"].startswith("2018-02-28T09:00")
        await http.post(f"{workspace.url}/_control/clock", json={"to": "2018-03-01"})
        shown = (await http.get(f"{workspace.url}/_control/state")).json()["clock"]
        assert shown.startswith("2018-03-01T09:00")


@pytest.mark.parametrize(
    ("now", "months", "days"), [("2018-12-31", "2", 59), ("2020-01-31", "1", 29), ("2018-03-15", "1", 31)]
)
def test_a_month_ends_at_the_last_day_of_a_shorter_one(now: str, months: str, days: int) -> None:
    assert days_to(datetime.fromisoformat(now), "0", months) == days


def test_the_clock_moves_only_forward() -> None:
    for days, months in (("-1", "0"), ("0", "0"), ("x", "0")):
        with pytest.raises(ActError):
            days_to(datetime(2018, 1, 15, tzinfo=UTC), days, months)
    for to in ("2018-01-15", "2017-12-31", "soon"):
        with pytest.raises(ActError):
            days_until(datetime(2018, 1, 15, tzinfo=UTC), to)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 403),
        ({"host": "127.0.0.1.evil.example:80"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"content-type": "text/plain"}, 403),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({}, 200),
    ],
)
async def test_only_this_machine_and_its_own_page_may_use_the_control(
    http: httpx.AsyncClient, headers: dict[str, str], status: int
) -> None:
    body = json.dumps({"user": BEN, "channel": PARTNERS, "text": "a"})
    answer = await http.post("/_control/say", content=body, headers={"content-type": "application/json"} | headers)
    assert answer.status_code == status


async def test_the_page_and_the_web_api_refuse_another_hosts_name(http: httpx.AsyncClient) -> None:
    for path in ("/", "/api/auth.test", "/_control/state"):
        assert (await http.get(path, headers={"host": "evil.example"})).status_code == 403
    page = await http.get("/", headers={"host": f"localhost:{http.base_url.port}"})
    assert page.status_code == 200
    assert "script-src 'self'" in page.headers["content-security-policy"]
    assert (await http.get("/..%2fserver.py")).status_code == 404


async def test_a_websocket_needs_a_ticket_and_a_ticket_opens_one(workspace: LocalWorkspace) -> None:
    token = workspace.config.app.app_token
    opened = await web_client(workspace, token).apps_connections_open(app_token=token)
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(opened["url"]) as socket:
            assert (await socket.receive_json())["type"] == "hello"
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(opened["url"])


async def test_the_state_is_kept_between_runs(tmp_path: Path) -> None:
    kept = tmp_path / "state.json"
    async with LocalWorkspace(QUICK, state_file=kept) as first:
        said = await first.say(BEN, PARTNERS, "Remember this")
        await first.deactivate(BEN)
    async with LocalWorkspace(QUICK, state_file=kept) as second:
        assert [m.text for m in second.state.timeline(PARTNERS)] == ["Remember this"]
        assert second.state.users[BEN].deleted
        assert (await second.say(ADA, PARTNERS, "And this")).message.ts > said.message.ts


async def test_it_runs_in_a_process_of_its_own_and_ends_on_a_signal(tmp_path: Path) -> None:
    config = json.dumps({"team": {"name": "Contoso"}, "ack_timeout": 1})
    arguments = ["-m", "bot.demo.server", "--config", config, "--state", str(tmp_path / "state.json")]
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    told = json.loads(await process.stdout.readline())
    async with httpx.AsyncClient() as http:
        headers = {"authorization": f"Bearer {told['bot_token']}"}
        answer = await http.post(f"{told['api_url']}auth.test", headers=headers)
    assert answer.json()["team"] == "Contoso"
    process.send_signal(signal.SIGTERM)
    assert await process.wait() == 0
    assert (tmp_path / "state.json").exists()


def test_the_app_is_installed_as_its_manifest_says() -> None:
    app = app_of(
        {
            "display_information": {"name": "Assay"},
            "features": {
                "app_home": {"home_tab_enabled": False},
                "bot_user": {"display_name": "Assay Bot"},
                "slash_commands": [{"command": "/assay", "should_escape": True, "usage_hint": "status | help"}],
                "shortcuts": [
                    {"name": "Link this exam", "type": "message", "callback_id": "link_this"},
                    {"name": "Anywhere", "type": "global", "callback_id": "other"},
                ],
            },
            "oauth_config": {"scopes": {"bot": ["commands", "chat:write"]}},
            "settings": {"event_subscriptions": {"bot_events": ["app_mention"]}},
        }
    )
    assert (app.name, app.handle, app.commands) == ("Assay Bot", "assay_bot", frozenset({"/assay"}))
    assert (app.scopes, app.subscriptions) == (frozenset({"commands", "chat:write"}), frozenset({"app_mention"}))
    assert (app.slash_escape, app.home_tab) == (True, False)
    assert (app.usage_hints, app.shortcuts) == ({"/assay": "status | help"}, {"link_this": "Link this exam"})


def test_a_configuration_with_mistakes_names_each_of_them() -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config('{"team": {"nmae": "x"}, "ack_timeout": "soon"}')
    assert "team.nmae" in str(caught.value)
    assert "ack_timeout" in str(caught.value)


def test_a_configuration_that_cannot_be_read_ends_with_2(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["--config", str(tmp_path / "none.json")]) == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path / 'none.json'}: cannot be read")


async def test_a_taken_port_is_refused(workspace: LocalWorkspace) -> None:
    with pytest.raises(OSError, match="in use"):
        await LocalWorkspace(QUICK, port=int(workspace.url.rsplit(":", 1)[1])).start()
