"""A second organisation with its own Slack workspace, from the invitation to its removal, over real sockets."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import ClientSession
from cryptography.fernet import Fernet

from bot.clock import utc_now
from bot.demo.company import CHANNEL, workspace
from bot.demo.config import Delivery
from bot.demo.model import Team
from bot.demo.server import LocalWorkspace
from bot.installing import INSTALL, REDIRECT
from bot.serve import PATH, asgi
from bot.wiring import Assay
from storage.installations import invite
from tests.bot.running import ADA, BEN, EMEKA, bot_in, larkfield, listening

TOKEN = "xoxb-of-labs-alone"
WEEK = timedelta(days=7)
MANY: dict[str, Any] = {
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "whisper",
    "ASSAY_TOKEN_KEY": Fernet.generate_key().decode(),
}


def labs() -> LocalWorkspace:
    """A second workspace, with the same member ids as the first, in which the app is not installed."""
    config = workspace()
    app = replace(config.app, bot_token=TOKEN, bot_id="B0LABS00001", bot_user_id="U0LABSBOT01")
    found = LocalWorkspace(replace(config, team=Team(id="T0LABS00000", name="Labs", domain="labs"), app=app))
    found.configure(event_retry_delays=(0.05, 0.05, 0.05))
    found.state.installed = False
    return found


class Browser:
    """Whoever installs: opens links, and carries the cookie back."""

    def __init__(self, address: str, session: ClientSession) -> None:
        self._address = address
        self._session = session
        self.cookie = ""

    async def begin(self, code: str | None) -> str:
        """Open the link; the state that goes to Slack, or the page."""
        where = self._address + INSTALL + (f"?invitation={code}" if code else "")
        async with self._session.get(where, allow_redirects=False) as answer:
            if answer.status != 302:
                return f"{answer.status} {await answer.text()}"
            self.cookie = answer.headers["Set-Cookie"].partition(";")[0]
            asked = parse_qs(urlsplit(answer.headers["Location"]).query)
        assert asked["client_id"] == ["1.2"]
        assert "chat:write" in asked["scope"][0]
        return asked["state"][0]

    async def end(self, code: str, state: str) -> tuple[int, str]:
        """Come back from Slack."""
        headers = {"Cookie": self.cookie, "Accept-Language": "de-DE"}
        asked = {"code": code, "state": state}
        async with self._session.get(self._address + REDIRECT, params=asked, headers=headers) as answer:
            return answer.status, await answer.text()


def all_of(folder: Path) -> bytes:
    """All that is in the files of a folder."""
    return b"".join(file.read_bytes() for file in folder.iterdir())


def private(slack: LocalWorkspace, user: str) -> list[Any]:
    """What a user read directly."""
    channel = slack.state.direct(slack.config.app.bot_user_id, user)
    return [message for message in slack.state.messages.get(channel.id, {}).values() if message.by_app]


async def nobody_invited(browser: Browser, other: LocalWorkspace) -> None:
    """Without an invitation, or with a false one, nothing is installed."""
    assert "needs an invitation" in await browser.begin("of nobody")
    state = await browser.begin(None)
    status, page = await browser.end(other.grant(ADA), state)
    assert (status, "braucht eine Einladung" in page) == (403, True)
    assert not other.state.installed


async def installs(browser: Browser, other: LocalWorkspace, assay: Assay) -> str:
    """With one it is, and a second try of the same is refused; the invitation's code."""
    code = await invite(assay.records.database, "Larkfield Labs", utc_now(), WEEK)
    state = await browser.begin(code)
    granted = other.grant(ADA)
    status, page = await browser.end(granted, state)
    assert (status, "ist installiert" in page) == (200, True)
    status, page = await browser.end(granted, state)
    assert (status, "schon abgeschlossen" in page) == (401, True)
    return code


async def keep_to_themselves(home: LocalWorkspace, other: LocalWorkspace, assay: Assay) -> None:
    """The same member in both workspaces is two people, each seen by their own side."""
    company = await assay.records.stored.of_team("T0LABS00000")
    assert company.organisation.name == "Larkfield Labs"
    assert company.facts.people == ()

    said = await other.slash(BEN, CHANNEL, "/assay", "link 70-533 2017-11-20")
    assert said.message is not None
    there = await assay.records.stored.of_team("T0LABS00000")
    first = await assay.records.stored.of_team("T0LARKFIELD")
    assert [person.name for person in there.facts.people] == [there.members[BEN].name]
    assert there.members[BEN].person != first.members[BEN].person
    await other.say(BEN, other.state.direct(other.config.app.bot_user_id, BEN).id, "what do I hold?")
    await other.until(lambda: private(other, BEN))
    assert "533" in str(private(other, BEN)[-1])
    assert private(home, BEN) == []


async def warn_their_own_admins(home: LocalWorkspace, other: LocalWorkspace) -> None:
    """What one organisation's admins are told goes by the client of its own workspace, to them and to nobody else."""
    bot, admins = other.config.app.bot_user_id, {ADA, EMEKA}
    await other.deactivate(BEN)

    warned = [await other.bot_message(user, containing="Ben Okafor left") for user in sorted(admins)]

    assert all("Larkfield Labs" in message.text for message in warned)
    told = {user for user in other.state.users if user != bot and any("left" in m.text for m in private(other, user))}
    assert told == admins
    assert [user for user in home.state.users for message in private(home, user) if "Okafor" in message.text] == []


async def leaves_and_comes_back(browser: Browser, other: LocalWorkspace, assay: Assay) -> None:
    """What was removed keeps its facts, and comes back without an invitation."""
    there = await assay.records.stored.of_team("T0LABS00000")
    await other.uninstall()
    await other.settle()
    assert assay.installations is not None
    while await assay.installations.current():
        await assay.inbox_work.step()
    assert (await assay.records.stored.of_team("T0LABS00000")).facts == there.facts

    state = await browser.begin(None)
    status, _ = await browser.end(other.grant(ADA), state)
    assert status == 200
    assert [each.team for each in await assay.installations.current()] == ["T0LABS00000"]


@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated")  # slack_sdk sends the client secret so
async def test_two_organisations_in_two_workspaces_each_see_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with (
        larkfield() as home,
        labs() as other,
        bot_in(home, tmp_path, way="http", **MANY) as assay,
        listening(asgi(assay)) as url,
        ClientSession() as session,
    ):
        other.neighbour(home)
        other.configure(delivery=Delivery.HTTP, request_url=url + PATH)
        browser = Browser(url, session)

        await nobody_invited(browser, other)
        code = await installs(browser, other, assay)
        await keep_to_themselves(home, other, assay)
        await warn_their_own_admins(home, other)
        await leaves_and_comes_back(browser, other, assay)
        kept = all_of(tmp_path)
    logged = "".join(capsys.readouterr())
    assert not [secret for secret in (TOKEN, "whisper", code) if secret.encode() in kept or secret in logged]
