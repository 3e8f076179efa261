"""The control: what the page and other programs do to the workspace, as JSON under /_control."""

import asyncio
import json
from base64 import b64decode
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from itertools import islice
from typing import Protocol

from pydantic import TypeAdapter, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.demo.acts import Acts
from bot.demo.args import Args
from bot.demo.business_days import days_to, days_until
from bot.demo.core import Slack
from bot.demo.errors import ApiError
from bot.demo.faults import Fault
from bot.demo.members import ActError
from bot.demo.modals import Reaction
from bot.demo.model import Json
from bot.demo.page_state import channel_line, message_line, page_state, user_line
from bot.demo.socket_mode import SocketHub

_LONGEST_POLL = 15.0  # seconds


class Controls(Protocol):
    """The business clock of whoever runs the workspace."""

    async def read_clock(self) -> datetime:
        """The business time, aware of its zone."""

    async def move_clock(self, days: int) -> None:
        """Move the business time forward by days."""


Deed = Callable[[Args], Awaitable[Json]]


class Control:
    """Does what the page asks for."""

    def __init__(self, slack: Slack, acts: Acts, sockets: SocketHub, controls: Controls | None) -> None:
        self._slack = slack
        self._acts = acts
        self._sockets = sockets
        self._controls = controls
        self._deeds: Mapping[str, Deed] = {
            "say": self._say,
            "slash": self._slash,
            "press": self._press,
            "shortcut": self._shortcut,
            "press_home": self._press_home,
            "press_modal": self._press_modal,
            "submit": self._submit,
            "close_modal": self._close_modal,
            "suggest": self._suggest,
            "upload": self._upload,
            "open_home": self._open_home,
            "open_direct": self._open_direct,
            "add_user": self._add_user,
            "deactivate": self._deactivate,
            "reactivate": self._reactivate,
            "rename": self._rename,
            "uninstall": self._uninstall,
            "reinstall": self._reinstall,
            "fault": self._fault,
            "clear_faults": self._clear_faults,
            "disconnect": self._disconnect,
            "drop_sockets": self._drop_sockets,
            "clock": self._clock,
        }

    async def act(self, request: Request) -> Response:
        """POST /_control/<deed>: do it, and tell what came of it; 400 with a sentence when it cannot be done."""
        deed = self._deeds.get(request.path_params["deed"])
        if deed is None:
            return JSONResponse({"error": "There is no such deed."}, status_code=404)
        try:
            values = json.loads(await request.body() or b"{}")
        except ValueError:
            return JSONResponse({"error": "The body is not JSON."}, status_code=400)
        if not isinstance(values, dict):
            return JSONResponse({"error": "The body is not a JSON object."}, status_code=400)
        try:
            return JSONResponse(await deed(Args(values)))
        except ActError as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        except ApiError as error:
            return JSONResponse({"error": f"{error.error}: {error.more}"}, status_code=400)

    async def state(self, request: Request) -> Response:
        """GET /_control/state?user=&channel=&known=: the page; waits for news when `known` is the present version."""
        known = request.query_params.get("known", "")
        if known == str(self._slack.state.version):
            await self._news()
        shown = page_state(self._slack, request.query_params.get("user", ""), request.query_params.get("channel", ""))
        now = await self._controls.read_clock() if self._controls else None
        return JSONResponse(
            shown | {"clock": now.isoformat() if now else None, "connections": self._sockets.connections}
        )

    async def messages(self, request: Request) -> Response:
        """GET /_control/messages?channel=: every message of a conversation (of all without one), the ephemeral too."""
        channel = request.query_params.get("channel")
        found = [
            m for place, kept in self._slack.state.messages.items() if channel in {None, place} for m in kept.values()
        ]
        return JSONResponse({"messages": [message_line(message) for message in found]})

    async def wire(self, request: Request) -> Response:
        """GET /_control/wire?since=&count=: the wire log after a line's number, with what was sent and answered."""
        since = int(request.query_params.get("since", "0"))
        count = int(request.query_params.get("count", "0")) or None
        later = islice((entry for entry in self._slack.state.wire if entry.number > since), count)
        return JSONResponse({"wire": [asdict(entry) for entry in later]})

    async def _news(self) -> None:
        news = asyncio.Event()
        self._slack.state.listeners.append(news.set)
        waiting = [asyncio.ensure_future(news.wait()), asyncio.ensure_future(self._slack.closing.wait())]
        try:
            await asyncio.wait(waiting, timeout=_LONGEST_POLL, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._slack.state.listeners.remove(news.set)
            for task in waiting:
                task.cancel()

    async def _say(self, args: Args) -> Json:
        thread = args.text("thread_ts") or None
        said = await self._acts.say(args.need("user"), args.need("channel"), args.need("text"), thread)
        return {"message": message_line(said.message)}

    async def _slash(self, args: Args) -> Json:
        command, text = args.need("command"), args.text("text")
        return _reaction(await self._acts.slash(args.need("user"), args.need("channel"), command, text))

    async def _press(self, args: Args) -> Json:
        value, block = args.all().get("value"), args.text("block_id") or None
        user, ts, action = args.need("user"), args.need("ts"), args.need("action_id")
        return _reaction(await self._acts.press(user, ts, action, value=value, block_id=block))

    async def _shortcut(self, args: Args) -> Json:
        return _reaction(await self._acts.shortcut(args.need("user"), args.need("ts"), args.need("callback_id")))

    async def _press_home(self, args: Args) -> Json:
        user, action = args.need("user"), args.need("action_id")
        return _reaction(await self._acts.press_home(user, action, value=args.all().get("value")))

    async def _press_modal(self, args: Args) -> Json:
        user, action, block = args.need("user"), args.need("action_id"), args.text("block_id") or None
        self._acts.fill(user, _values(args))
        return _reaction(await self._acts.press_modal(user, action, value=args.all().get("value"), block_id=block))

    async def _submit(self, args: Args) -> Json:
        return _reaction(await self._acts.submit_modal(args.need("user"), _values(args)))

    async def _close_modal(self, args: Args) -> Json:
        return _reaction(await self._acts.close_modal(args.need("user"), every=args.flag("every")))

    async def _suggest(self, args: Args) -> Json:
        user, action, ts = args.need("user"), args.need("action_id"), args.text("ts") or None
        return {"options": await self._acts.suggest(user, action, args.text("text"), ts=ts)}

    async def _upload(self, args: Args) -> Json:
        try:
            content = b64decode(args.text("content"), validate=True)
        except ValueError:
            raise ActError("The file's content is not Base64.") from None
        user, channel, name = args.need("user"), args.need("channel"), args.need("name")
        said = await self._acts.upload(user, channel, name, content, args.text("text"))
        return {"message": message_line(said.message)}

    async def _open_home(self, args: Args) -> Json:
        view = await self._acts.open_home(args.need("user"), args.text("tab", "home"))
        return {"home": view.body if view else None}

    async def _open_direct(self, args: Args) -> Json:
        return {"channel": channel_line(await self._acts.open_direct(args.need("user"), args.need("other")))}

    async def _add_user(self, args: Args) -> Json:
        user = await self._acts.add_user(
            args.need("real_name"),
            email=args.text("email"),
            is_admin=args.flag("is_admin"),
            is_restricted=args.flag("is_restricted"),
        )
        return {"user": user_line(user)}

    async def _deactivate(self, args: Args) -> Json:
        return {"user": user_line(await self._acts.deactivate(args.need("user")))}

    async def _reactivate(self, args: Args) -> Json:
        return {"user": user_line(await self._acts.reactivate(args.need("user")))}

    async def _rename(self, args: Args) -> Json:
        return {"user": user_line(await self._acts.rename(args.need("user"), args.need("real_name")))}

    async def _uninstall(self, args: Args) -> Json:  # noqa: ARG002 - every deed is called alike
        await self._acts.uninstall()
        return {}

    async def _reinstall(self, args: Args) -> Json:  # noqa: ARG002 - every deed is called alike
        await self._acts.reinstall()
        return {}

    async def _fault(self, args: Args) -> Json:
        try:
            self._slack.faults.add(TypeAdapter(Fault).validate_python(args.all()))
        except ValidationError as error:
            raise ActError("; ".join(f"{item['loc']}: {item['msg']}" for item in error.errors())) from None
        self._slack.state.changed()
        return {}

    async def _clear_faults(self, args: Args) -> Json:  # noqa: ARG002 - every deed is called alike
        self._slack.faults.clear()
        self._slack.state.changed()
        return {}

    async def _disconnect(self, args: Args) -> Json:
        await self._sockets.disconnect_all(args.text("reason", "refresh_requested"))
        return {}

    async def _drop_sockets(self, args: Args) -> Json:  # noqa: ARG002 - every deed is called alike
        self._sockets.drop_all()
        return {}

    async def _clock(self, args: Args) -> Json:
        if self._controls is None:
            raise ActError("This workspace has no business clock.")
        before = await self._controls.read_clock()
        to = args.text("to")
        days = days_until(before, to) if to else days_to(before, args.text("days", "0"), args.text("months", "0"))
        await self._controls.move_clock(days)
        self._slack.state.changed()
        return {"clock": (await self._controls.read_clock()).isoformat()}


def _reaction(reaction: Reaction) -> Json:
    return {
        "outcome": reaction.outcome.status.value,
        "answer": reaction.outcome.answer,
        "message": message_line(reaction.message) if reaction.message else None,
        "error": reaction.error,
        "errors": reaction.errors,
    }


def _values(args: Args) -> dict[str, dict[str, object]]:
    found = args.all().get("values", {})
    if not isinstance(found, dict) or not all(isinstance(actions, dict) for actions in found.values()):
        raise ActError("The values are no object of blocks and actions.")
    return found
