"""files.*: files that people upload, and their download with the app's token."""

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
        "title": file.name,
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
    if file is None or slack.bot not in slack.state.channels[file.channel].members:
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
        if file is None or self._slack.bot not in self._slack.state.channels[file.channel].members:
            self._slack.state.log("from_app", "file download", "not found")
            return Response(status_code=404)
        self._slack.state.log("from_app", "file download", "ok", file=file.id)
        disposition = {"content-disposition": "attachment", "x-content-type-options": "nosniff"}
        return Response(file.content, media_type=file.mimetype, headers=disposition)


METHODS = {"files.info": Method(info, "files:read")}
