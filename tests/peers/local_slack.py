"""`local-slack-linux-x64` from the npm registry (MIT): a program that plays Slack, fetched and checked."""

import asyncio
import base64
import hashlib
import io
import json
import socket
import stat
import sys
import tarfile
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import httpx
from websockets.asyncio.client import ClientConnection, connect

VERSION = "0.1.8"
TARBALL = f"https://registry.npmjs.org/local-slack-linux-x64/-/local-slack-linux-x64-{VERSION}.tgz"
INTEGRITY = "2BCTKxKajjZNWCSCj66Jq5VDScUDNpGZ1lA3281I8RvpDE4/ULCwC26TlcW6/4sPbSTs02Q3KjTiltJp3ZBEvg=="
HOME = Path(sys.prefix) / "peers" / f"local-slack-{VERSION}"

BOT_TOKEN = "xoxb-local"
APP_TOKEN = "xapp-local"
SIGNING_SECRET = "local-signing-secret"
BOT = "U0ASSAY"
CHANNEL = "C0PARTNERS"
TEAM = "T0LOCAL"
USERS = {"U0ADMIN": "Ada Admin", "U0EMIL": "Emil Employee"}


def fetched() -> Path:
    """The program's path; downloads it at first. Raises where the registry's bytes are not the published ones."""
    program = HOME / "local-slack"
    if not program.exists():
        packed = httpx.get(TARBALL, timeout=120, follow_redirects=True).raise_for_status().content
        if base64.b64encode(hashlib.sha512(packed).digest()).decode() != INTEGRITY:
            raise RuntimeError(f"{TARBALL} is not the file that was published")
        _unpack(packed, program)
    return program


def _unpack(packed: bytes, program: Path) -> None:
    """Write beside the place and move in, so that two test processes never run half a file."""
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        member = archive.extractfile("package/bin/local-slack")
        if member is None:
            raise RuntimeError(f"{TARBALL} holds no program")
        HOME.mkdir(parents=True, exist_ok=True)
        half = program.with_suffix(f".{id(packed)}")
        half.write_bytes(member.read())
    half.chmod(half.stat().st_mode | stat.S_IXUSR)
    half.replace(program)


@dataclass(frozen=True)
class Peer:
    """A running local-slack, and the acts of people in it."""

    url: str
    client: httpx.AsyncClient

    @property
    def api_url(self) -> str:
        """What SLACK_API_URL has to be."""
        return f"{self.url}/api/"

    async def say(self, user: str, channel: str, text: str) -> str:
        """A person writes a message; its ts comes back."""
        body = await self._post("message", user=user, channel=channel, text=text)
        return str(body["message"]["ts"])

    async def slash(self, user: str, channel: str, text: str) -> None:
        """A person types `/assay ...`."""
        await self._post("command", user=user, channel=channel, command="/assay", text=text)

    async def press(self, user: str, message: Mapping[str, Any], action: Mapping[str, Any]) -> None:
        """A person presses a button of a message."""
        await self._post("interact", user=user, channel=message["channel"], messageTs=message["ts"], action=action)

    async def upload(self, user: str, channel: str, name: str, content: bytes) -> None:
        """A person sends a file."""
        fields = {"user": user, "channel": channel}
        answer = await self.client.post("/_control/upload", data=fields, files={"file": (name, content)})
        answer.raise_for_status()

    async def open_home(self, user: str) -> None:
        """A person opens the app's Home tab."""
        await self._post("open-home", user=user)

    @asynccontextmanager
    async def window(self) -> AsyncIterator["Window"]:
        """The page's own connection, over which modals are shown and sent."""
        async with connect(self.url.replace("http", "ws", 1) + "/ui") as socket:
            yield Window(socket)

    async def messages(self, channel: str) -> Sequence[Mapping[str, Any]]:
        """Everything in a channel, ephemeral messages too."""
        found: Sequence[Mapping[str, Any]] = (await self.client.get(f"/_control/messages/{channel}")).json()["messages"]
        return found

    async def answer(self, channel: str, after: int) -> Mapping[str, Any]:
        """The first message of the bot beyond the first `after` messages; fails after ten seconds."""
        for _ in range(200):
            mine = [message for message in (await self.messages(channel))[after:] if message.get("user") == BOT]
            if mine:
                return mine[0]
            await asyncio.sleep(0.05)
        raise AssertionError(f"the bot said nothing in {channel}: {json.dumps(await self.messages(channel))[:2000]}")

    async def _post(self, act: str, **fields: object) -> Mapping[str, Any]:
        response = await self.client.post(f"/_control/{act}", json=fields)
        body: Mapping[str, Any] = response.raise_for_status().json()
        return body


@dataclass(frozen=True)
class Window:
    """What the page hears and says: views, the mistakes beside their inputs, Home tabs."""

    socket: ClientConnection

    async def shows(self, kind: Literal["view", "view_errors", "home"]) -> Mapping[str, Any]:
        """The next thing of a kind that appears: `stack` of views, `errors`, or `view` of a Home tab."""
        async with asyncio.timeout(60):
            while True:
                heard: Mapping[str, Any] = json.loads(await self.socket.recv())
                if heard["t"] == kind:
                    return heard

    async def submit(self, user: str, values: Mapping[str, Mapping[str, object]]) -> None:
        """A person sends the modal on top: what its elements show, by block and action."""
        await self.socket.send(json.dumps({"t": "view_submit", "user": user, "values": values}))


@asynccontextmanager
async def local_slack(
    folder: Path, mode: Literal["socket", "events"], request_url: str | None = None
) -> AsyncIterator[Peer]:
    """Run the program on a free port of 127.0.0.1 until the block ends."""
    port = free_port()
    config = folder / "local-slack.json"
    config.write_text(json.dumps(_config(mode, request_url)))
    where = ["--port", str(port), "--base-host", "127.0.0.1", "--files-dir", str(folder / "files")]
    silent = asyncio.subprocess.DEVNULL
    command = [str(fetched()), "--config", str(config), *where]
    running = await asyncio.create_subprocess_exec(*command, stdout=silent, stderr=silent)
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            await _up(client)
            yield Peer(f"http://127.0.0.1:{port}", client)
    finally:
        running.terminate()
        await running.wait()


async def _up(client: httpx.AsyncClient) -> None:
    for _ in range(200):
        try:
            await client.get("/_control/state")
        except httpx.TransportError:
            await asyncio.sleep(0.05)
        else:
            return
    raise AssertionError("local-slack did not start")


def _config(mode: str, request_url: str | None) -> Mapping[str, object]:
    app = {"appId": "A0ASSAY", "botUserId": BOT, "botName": "Assay", "botToken": BOT_TOKEN, "appToken": APP_TOKEN}
    where = {"requestUrl": request_url} if request_url else {}
    members = [BOT, *USERS]
    direct = [{"id": f"D{user[1:]}", "name": user, "is_im": True, "members": [BOT, user]} for user in USERS]
    return {
        "workspace": {"name": "Local", "domain": "local", "teamId": TEAM},
        "apps": [app | {"signingSecret": SIGNING_SECRET, "mode": mode} | where],
        "users": [{"id": user, "name": name.split()[0].lower(), "real_name": name} for user, name in USERS.items()],
        "channels": [{"id": CHANNEL, "name": "partners", "members": members}, *direct],
    }


def free_port() -> int:
    """A port of 127.0.0.1 that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
