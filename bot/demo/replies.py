"""What an app answers to a command or a click: in the acknowledgement, or later at the response URL."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from secrets import token_hex

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.demo.args import Args
from bot.demo.chat import edit, take_away
from bot.demo.content import content
from bot.demo.core import Slack
from bot.demo.errors import ApiError
from bot.demo.failing import Failing
from bot.demo.model import Message

_USES = 5
_LIFE = 30 * 60.0  # seconds


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an answer belongs: the person, the conversation, and the message that was clicked, if one was."""

    user: str
    channel: str
    origin: str | None = None


def respond(slack: Slack, place: Place, payload: Mapping[str, object]) -> Message | None:
    """Post, replace or delete as the app's answer says; returns the message that is there now.

    Raises:
        ApiError: the answer says nothing, breaks a limit, or its original is gone.
    """
    args = Args(payload)
    origin = slack.state.find_message(place.origin, place.channel) if place.origin else None
    if args.flag("delete_original"):
        take_away(slack, _present(origin))
        return None
    said = content(args)
    if args.flag("replace_original") and place.origin:
        before = _present(origin)
        after = replace(before, text=said.text, blocks=said.blocks or (), edited_ts=slack.state.next_ts())
        edit(slack, before, after)
        return after
    open_to_all = args.text("response_type") == "in_channel"
    message = slack.state.post(
        place.channel,
        slack.bot,
        said.text,
        blocks=said.blocks or (),
        thread_ts=args.text("thread_ts") or None,
        visible_to=None if open_to_all else place.user,
        by_app=True,
    )
    if open_to_all:
        slack.emit_message(message)
    return message


def _present(origin: Message | None) -> Message:
    if origin is None:
        raise ApiError("message_not_found")
    return origin


@dataclass
class _Address:
    place: Place
    until: float
    left: int = _USES


class ResponseUrls:
    """The addresses at which the app may answer later: five times, within half an hour."""

    def __init__(self, slack: Slack, failing: Failing) -> None:
        self._slack = slack
        self._failing = failing
        self._addresses: dict[str, _Address] = {}

    def issue(self, place: Place, kind: str) -> str:
        """A fresh address for answers of this place; `kind` is `commands` or `actions`."""
        token = f"{self._slack.config.team.id}/{token_hex(12)}"
        self._addresses[token] = _Address(place, self._slack.clock() + _LIFE)
        return f"{self._slack.base_url}/{kind}/{token}"

    async def serve(self, request: Request) -> Response:
        """Take one answer, or fail it as a waiting fault says."""
        found: object = await request.json()
        payload = found if isinstance(found, dict) else {}
        token = f"{request.path_params['team']}/{request.path_params['token']}"
        fault = self._slack.faults.take("response_url")
        if fault is None:
            return self._take(token, payload)
        if fault.comes_after:
            self._take(token, payload)
        return await self._failing.fail(fault, request, "response_url")

    def _take(self, token: str, payload: Mapping[str, object]) -> Response:
        try:
            place = self._use(token)
        except ApiError as error:
            return self._refused(error, 404, payload)
        try:
            message = respond(self._slack, place, payload)
        except ApiError as error:
            return self._refused(error, 400, payload)
        self._slack.state.log("from_app", "response_url", "ok", request=payload, ts=message.ts if message else None)
        return JSONResponse({"ok": True})

    def _use(self, token: str) -> Place:
        address = self._addresses.get(token)
        if address is None or self._slack.clock() > address.until:
            raise ApiError("expired_url")
        if not address.left:
            raise ApiError("used_url")
        address.left -= 1
        return address.place

    def _refused(self, error: ApiError, status: int, payload: Mapping[str, object]) -> Response:
        self._slack.state.log("from_app", "response_url", error.error, request=payload)
        return JSONResponse({"ok": False, "error": error.error} | error.more, status_code=status)
