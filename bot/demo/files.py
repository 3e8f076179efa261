"""files.*: files that people and the app upload, and their download with the app's token."""

from dataclasses import replace
from mimetypes import guess_type

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.demo.args import Args
from bot.demo.core import Slack
from bot.demo.errors import ApiError
from bot.demo.method import Method
from bot.demo.model import Json, StoredFile

_SIGN_IN = (
    "<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in to your workspace</body></html>"
)


def file_json(file: StoredFile, slack: Slack) -> Json:
    """A file as messages and `files.info` show it."""
    kind = file.name.rpartition(".")[2].lower() if "." in file.name else "binary"
    address = f"{slack.base_url}/files-pri/{slack.config.team.id}-{file.id}"
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title or file.name,
        "mimetype": file.mimetype,
        "filetype": kind,
        "pretty_type": kind.upper(),
        "user": file.user,
        "user_team": slack.config.team.id,
        "editable": False,
        "size": len(file.content),
        "mode": "hosted",
        "is_external": False,
        "external_type": "",
        "is_public": False,
        "public_url_shared": False,
        "display_as_bot": False,
        "username": "",
        "url_private": f"{address}/{file.name}",
        "url_private_download": f"{address}/download/{file.name}",
        "permalink": f"{slack.base_url}/files/{file.user}/{file.id}/{file.name}",
        "has_rich_preview": False,
        "file_access": "visible",
    }


def info(slack: Slack, args: Args) -> Json:
    """files.info: one file in a conversation that the bot is in."""
    file = slack.state.files.get(args.need("file"))
    if file is None or not file.channel or slack.bot not in slack.state.channels[file.channel].members:
        raise ApiError("file_not_found")
    return {"file": file_json(file, slack), "comments": [], "response_metadata": {"next_cursor": ""}}


class Downloads:
    """Gives files to the app, and a page to sign in to everybody who brings no token, as Slack does."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack

    async def serve(self, request: Request) -> Response:
        """GET /files-pri/<team>-<file>/…: the file's content."""
        file = self._slack.state.files.get(request.path_params["file"].rpartition("-")[2])
        app = self._slack.config.app
        bears = request.headers.get("authorization") == f"Bearer {app.bot_token}"
        if not (bears and self._slack.state.installed and "files:read" in app.scopes):
            self._slack.state.log("from_app", "file download", "no token: sign-in page")
            return HTMLResponse(_SIGN_IN)
        if file is None or not file.channel or self._slack.bot not in self._slack.state.channels[file.channel].members:
            self._slack.state.log("from_app", "file download", "not found")
            return Response(status_code=404)
        self._slack.state.log("from_app", "file download", "ok", file=file.id)
        disposition = {"content-disposition": "attachment", "x-content-type-options": "nosniff"}
        return Response(file.content, media_type=file.mimetype, headers=disposition)


def upload_url(slack: Slack, args: Args) -> Json:
    """files.getUploadURLExternal: an address for the content of a file that is to be uploaded."""
    name = args.need("filename")
    file = StoredFile(
        id=slack.state.new_id("F"),
        user=slack.bot,
        channel="",
        name=name,
        mimetype=guess_type(name)[0] or "application/octet-stream",
        content=b"",
        created=int(slack.clock()),
    )
    slack.state.files[file.id] = file
    return {"upload_url": f"{slack.base_url}/upload/v1/{file.id}", "file_id": file.id}


def complete(slack: Slack, args: Args) -> Json:
    """files.completeUploadExternal: the uploaded files as a message of the app in one conversation."""
    given = args.decoded("files", "invalid_arguments")
    channel = slack.state.channels.get(args.need("channel_id"))
    if channel is None or slack.bot not in channel.members:
        raise ApiError("channel_not_found")
    files = []
    for entry in given if isinstance(given, list) else []:
        kept = slack.state.files.get(entry["id"])
        if kept is None or not kept.content:
            raise ApiError("file_not_found")
        slack.state.files[kept.id] = replace(kept, channel=channel.id, title=entry.get("title") or "")
        files.append(file_json(slack.state.files[kept.id], slack))
    slack.state.post(channel.id, slack.bot, args.text("initial_comment"), by_app=True, files=tuple(files))
    return {"files": [{"id": file["id"], "title": file["title"]} for file in files]}


class Uploads:
    """Takes the content of files that the app uploads."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack

    async def serve(self, request: Request) -> Response:
        """POST /upload/v1/<file>: the file's bytes, under the address that the app was given for it."""
        file = self._slack.state.files.get(request.path_params["file"])
        if file is None or file.channel:
            return Response(status_code=404)
        content = await request.body()
        self._slack.state.files[file.id] = replace(file, content=content)
        self._slack.state.log("from_app", "file upload", "ok", file=file.id, size=len(content))
        return Response(f"OK - {len(content)}")


METHODS = {
    "files.info": Method(info, "files:read"),
    "files.getUploadURLExternal": Method(upload_url, "files:write"),
    "files.completeUploadExternal": Method(complete, "files:write"),
}
