"""Files: what the real Bolt app hears of an upload, and how it gets at the content."""

from collections.abc import AsyncIterator

import httpx
import pytest
from slack_sdk.errors import SlackApiError

from bot.demo.model import Json
from bot.demo.server import LocalWorkspace
from tests.slack import BEN, BOT, PARTNERS, bolt_app, over_http, over_socket, web_client

ROWS = b"\xef\xbb\xbfMCPID,Exam\r\n1,70-533\r\n\x00\xff"


@pytest.fixture(params=["socket", "http"])
async def heard(request: pytest.FixtureRequest, workspace: LocalWorkspace) -> AsyncIterator[list[Json]]:
    """An app that listens to messages and mentions."""
    app = bolt_app(workspace)
    heard: list[Json] = []

    async def listen(event: Json) -> None:
        heard.append(event)

    app.event("message")(listen)
    app.event({"type": "message", "subtype": "file_share"})(listen)
    app.event("app_mention")(listen)
    way = over_socket if request.param == "socket" else over_http
    async with way(app, workspace):
        yield heard


async def test_a_file_in_a_direct_message_is_heard_and_downloaded_with_the_token(
    heard: list[Json], workspace: LocalWorkspace
) -> None:
    said = await workspace.upload(BEN, BOT, "../Trainings.csv", ROWS, text="Here & now")
    await said.delivered()
    await workspace.until(lambda: heard)
    event = heard[0]
    assert (event["subtype"], event["channel_type"], event["text"]) == ("file_share", "im", "Here &amp; now")
    file = event["files"][0]
    assert (file["name"], file["filetype"], file["mimetype"], file["size"]) == (
        "Trainings.csv",
        "csv",
        "text/csv",
        len(ROWS),
    )
    known = (await web_client(workspace).files_info(file=file["id"]))["file"]
    assert known == file
    token = {"authorization": f"Bearer {workspace.config.app.bot_token}"}
    async with httpx.AsyncClient() as http:
        with_token = await http.get(file["url_private_download"], headers=token)
        without = await http.get(file["url_private_download"])
    assert with_token.content == ROWS
    assert (without.status_code, without.headers["content-type"]) == (200, "text/html; charset=utf-8")


async def test_without_the_scope_there_is_a_sign_in_page_and_no_information(
    heard: list[Json], workspace: LocalWorkspace
) -> None:
    said = await workspace.upload(BEN, BOT, "a.csv", ROWS)
    await said.delivered()
    workspace.configure_app(scopes=workspace.config.app.scopes - {"files:read"})
    file = said.message.files[0]
    with pytest.raises(SlackApiError, match="missing_scope"):
        await web_client(workspace).files_info(file=file["id"])
    async with httpx.AsyncClient() as http:
        token = {"authorization": f"Bearer {workspace.config.app.bot_token}"}
        answer = await http.get(file["url_private_download"], headers=token)
    assert "Sign in" in answer.text
    assert len(heard) == 1


@pytest.mark.usefixtures("heard")
async def test_a_file_among_people_is_not_the_apps(workspace: LocalWorkspace) -> None:
    said = await workspace.upload(BEN, "#random", "a.csv", ROWS)
    assert said.deliveries == ()
    with pytest.raises(SlackApiError, match="file_not_found"):
        await web_client(workspace).files_info(file=said.message.files[0]["id"])


async def test_a_mention_with_a_file_carries_the_file(heard: list[Json], workspace: LocalWorkspace) -> None:
    said = await workspace.upload(BEN, PARTNERS, "a.csv", ROWS, text="@Assay here")
    await said.delivered()
    await workspace.until(lambda: heard)
    assert (heard[0]["type"], heard[0]["files"][0]["name"]) == ("app_mention", "a.csv")
