"""Where files are fetched from, and what is no file."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.demo.serving import HOST, Listener
from bot.files import Files, is_table
from domain.exports import MOST_BYTES, FileRefusedError


class Host:
    """A file host that notes who asks."""

    def __init__(self) -> None:
        self.tokens: list[str] = []
        self.url = ""

    @property
    def api_url(self) -> str:
        """Where the Web API would be."""
        return f"{self.url}/api/"

    async def give(self, request: Request) -> Response:
        """What was asked for by name."""
        self.tokens.append(request.headers.get("Authorization", ""))
        kinds = {
            "signin": HTMLResponse("<html>Sign in</html>"),
            "moved": RedirectResponse(f"{self.url}/whole"),
            "gone": Response(status_code=404),
            "endless": StreamingResponse(_endless()),
        }
        return kinds.get(request.path_params["name"], Response(b"TrainingTitle", media_type="text/csv"))


async def _endless() -> AsyncIterator[bytes]:
    for _ in range(MOST_BYTES // 2**20 + 2):
        yield bytes(2**20)


@pytest.fixture
async def host() -> AsyncIterator[Host]:
    """A file host on a free port."""
    found = Host()
    listener = Listener()
    port = await listener.start(Starlette(routes=[Route("/{name}", found.give)]), 0)
    found.url = f"http://{HOST}:{port}"
    yield found
    await listener.stop()


async def secret() -> str:
    return "xoxb-secret"


@asynccontextmanager
async def files_of(host: Host) -> AsyncIterator[Files]:
    async with ClientSession() as session:
        yield Files(session, host.api_url, secret)


async def refused(host: Host, file: dict[str, object]) -> str:
    async with files_of(host) as files:
        with pytest.raises(FileRefusedError) as caught:
            await files.fetch(file)
    return caught.value.why


async def test_a_file_is_fetched_with_the_bots_token(host: Host) -> None:
    async with files_of(host) as files:
        assert await files.fetch({"url_private_download": f"{host.url}/whole", "size": 13}) == b"TrainingTitle"

    assert host.tokens == ["Bearer xoxb-secret"]


@pytest.mark.parametrize("name", ["signin", "moved", "gone"])
async def test_a_sign_in_page_a_redirect_or_an_error_is_no_file(host: Host, name: str) -> None:
    assert await refused(host, {"url_private_download": f"{host.url}/{name}"}) == "not_fetched"
    assert len(host.tokens) == 1


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://files.slack.com.example.org/a.csv",
        "http://files.slack.com/a.csv",
        "https://example.org/files.slack.com",
        "https://files.slack.com@example.org/a.csv",
        "file:///etc/passwd",
    ],
)
async def test_no_address_but_slacks_own_gets_the_token(host: Host, address: str) -> None:
    assert await refused(host, {"url_private_download": address}) == "not_fetched"
    assert host.tokens == []


async def test_a_file_that_says_that_it_is_too_large_is_not_asked_for(host: Host) -> None:
    file = {"url_private_download": f"{host.url}/whole", "size": MOST_BYTES + 1}

    assert await refused(host, file) == "too_large"
    assert host.tokens == []


async def test_a_file_that_does_not_say_how_large_it_is_is_read_to_the_limit(host: Host) -> None:
    assert await refused(host, {"url_private_download": f"{host.url}/endless", "size": 1}) == "too_large"


async def test_a_host_that_does_not_answer_is_no_error_of_ours(host: Host) -> None:
    silent = Host()
    silent.url = f"http://{HOST}:1"

    assert await refused(silent, {"url_private_download": f"{silent.url}/whole"}) == "not_fetched"
    assert host.tokens == []


@pytest.mark.parametrize(
    ("file", "table"),
    [
        ({"name": "Trainings.CSV"}, True),
        ({"name": "a", "filetype": "tsv"}, True),
        ({"name": "a.png", "filetype": "png"}, False),
        ({}, False),
    ],
)
def test_a_table_is_told_by_its_name_or_type(file: dict[str, str], *, table: bool) -> None:
    assert is_table(file) is table
