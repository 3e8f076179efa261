"""What people do with modals: fill them in, submit and close them, press in them, and ask for options."""

import asyncio
from dataclasses import dataclass, field

from bot.demo.args import Args
from bot.demo.blocks import Surface
from bot.demo.clicks import Found, caller, find_element, view_click
from bot.demo.content import view as checked_view
from bot.demo.delivery import INTERACTIVE, Outcome, Status
from bot.demo.errors import ApiError
from bot.demo.forms import mistakes
from bot.demo.members import ActError, Members
from bot.demo.model import Json, Message, View
from bot.demo.shapes import message_json
from bot.demo.views import rewrite, shown, stack

_TROUBLE = "We had some trouble connecting. Try again?"


@dataclass(frozen=True, kw_only=True)
class Reaction:
    """What came of a command, a click or a submission.

    `outcome.answer` is the acknowledgement's payload, `message` what it made appear (or Slackbot's words for why it
    failed), `error` is empty when all went well; `errors` stand beside the blocks with these ids, and `view` is the
    modal that is on top afterwards.
    """

    outcome: Outcome
    message: Message | None = None
    error: str = ""
    errors: dict[str, str] = field(default_factory=dict)
    view: View | None = None


class Modals(Members):
    """Acts on the modal that a person has open."""

    def modal(self, user: str) -> View | None:
        """The modal on top of those that a person has open."""
        views = self._slack.state.modals.get(user, ())
        return views[-1] if views else None

    def fill(self, user: str, values: dict[str, dict[str, object]]) -> None:
        """Type or choose in the open modal: a value by block and action. Of an option its value, of several a list.

        Raises:
            ActError: no modal is open, or it has no such input.
        """
        view = self._open(user)
        for block, actions in values.items():
            for action in actions:
                if find_element(view.body["blocks"], action, block) is None:
                    raise ActError(f"The modal has no input {action} in {block}.")
        self._slack.state.fill(view, values)

    async def submit_modal(self, user: str, values: dict[str, dict[str, object]] | None = None) -> Reaction:
        """Submit the open modal, filled in with these values too; waits for the app's acknowledgement.

        What Slack itself refuses (a required input left empty, no address, no number) does not reach the app.
        """
        view = self._open(user)
        self.fill(user, values or {})
        wrong = mistakes(view.body["blocks"], self._slack.state.values_of(view))
        if wrong:
            return Reaction(outcome=Outcome(status=Status.HELD), errors=wrong, view=view)
        more = {"trigger_id": self._slack.triggers.issue(user), "response_urls": []}
        payload = caller(self._slack, user) | {"type": "view_submission", "view": shown(self._slack, view)} | more
        outcome = await self._slack.courier.send(INTERACTIVE, payload)
        return self._answered(user, view, outcome)

    def _answered(self, user: str, view: View, outcome: Outcome) -> Reaction:
        errors: dict[str, str] = {}
        error = "" if outcome.acked else _TROUBLE
        if outcome.acked:
            try:
                errors = self._respond(user, view, outcome.answer or {})
            except ApiError as refused:
                why = refused.more.get("response_metadata") or refused.more
                error = f"{_TROUBLE} ({refused.error}: {why})"
        return Reaction(outcome=outcome, error=error, errors=errors, view=self.modal(user))

    def _respond(self, user: str, view: View, answer: Json) -> dict[str, str]:
        """Do as the acknowledgement of a submission says; returns what stands beside the inputs."""
        action = answer.get("response_action")
        if action == "errors":
            return self._beside(view, answer)
        if action in {"update", "push"}:
            self._show(user, view, action, checked_view(Args(answer), Surface.MODAL))
        elif action == "clear":
            self._slack.state.put_modals(user, ())
        elif answer:
            raise ApiError("invalid_response", answer=answer)
        else:
            self._take(view)
        return {}

    def _show(self, user: str, view: View, action: str, body: Json) -> None:
        if action == "push":
            stack(self._slack, user, body)
        else:
            rewrite(self._slack, view, body)

    def _beside(self, view: View, answer: Json) -> dict[str, str]:
        found = answer.get("errors")
        inputs = {block["block_id"] for block in view.body["blocks"] if block["type"] == "input"}
        if not isinstance(found, dict) or not found or not set(found) <= inputs:
            raise ApiError("invalid_errors", errors=found)
        return {str(block): str(words) for block, words in found.items()}

    async def close_modal(self, user: str, *, every: bool = False) -> Reaction:
        """Close the modal on top, or all of them; the app hears of each that asked for it by `notify_on_close`."""
        self._open(user)
        views = self._slack.state.modals[user]
        closed = views[::-1] if every else views[-1:]
        told = [view for view in closed if view.body.get("notify_on_close")]
        payloads = [
            caller(self._slack, user) | {"type": "view_closed", "view": shown(self._slack, view), "is_cleared": every}
            for view in told
        ]
        self._slack.state.put_modals(user, () if every else views[:-1])
        outcomes = await asyncio.gather(*(self._slack.courier.send(INTERACTIVE, payload) for payload in payloads))
        outcome = outcomes[0] if outcomes else Outcome(status=Status.HELD)
        return Reaction(outcome=outcome, view=self.modal(user))

    async def press_modal(
        self, user: str, action_id: str, *, value: object = None, block_id: str | None = None
    ) -> Reaction:
        """Use a button or menu of the open modal; an input's element tells the app only with `dispatch_action`."""
        view = self._open(user)
        found = find_element(view.body["blocks"], action_id, block_id)
        if found is None:
            raise ActError(f"The modal has no button {action_id}.")
        block = found[0]
        if block["type"] == "input" and not block.get("dispatch_action"):
            self.fill(user, {block["block_id"]: {action_id: value}})
            return Reaction(outcome=Outcome(status=Status.HELD), view=view)
        return await self._click(view_click(self._slack, user, view, found, value))

    async def suggest(self, user: str, action_id: str, text: str, *, ts: str | None = None) -> list[Json]:
        """What the app offers in an external select for the text typed: in the open modal, a message or the Home tab.

        Raises:
            ActError: there is no such menu, or the app answers without options.
        """
        self._active(user)
        payload, found = self._menu(user, action_id, ts)
        block = found[0]
        asked = {"type": "block_suggestion", "action_id": action_id, "block_id": block["block_id"], "value": text}
        outcome = await self._slack.courier.send(INTERACTIVE, caller(self._slack, user) | asked | payload)
        answer = outcome.answer or {}
        groups = answer.get("option_groups", [])
        options = [*answer.get("options", []), *(option for group in groups for option in group["options"])]
        if not outcome.acked or not ("options" in answer or groups):
            raise ActError(f"{self._slack.config.app.name} did not answer with options.")
        self._slack.state.offered.setdefault(user, []).extend(options)
        return options

    def _menu(self, user: str, action_id: str, ts: str | None) -> tuple[Json, Found]:
        message = self._slack.state.find_message(ts) if ts else None
        view = self.modal(user) or self._slack.state.homes.get(user)
        blocks = message.blocks if message else view.body["blocks"] if view else ()
        found = find_element(blocks, action_id)
        if found is None or found[1]["type"] != "external_select":
            raise ActError(f"There is no menu {action_id}.")
        if message:
            container = {"type": "message", "message_ts": message.ts, "channel_id": message.channel}
            return {"container": container, "message": message_json(message, self._slack.config)}, found
        if view is None:
            raise ActError(f"There is no menu {action_id}.")
        container = {"type": "view", "view_id": view.id}
        return {"container": container, "view": shown(self._slack, view)}, found

    async def _click(self, payload: Json) -> Reaction:
        outcome = await self._slack.courier.send(INTERACTIVE, payload)
        name = self._slack.config.app.name
        user = payload["user"]["id"]
        error = "" if outcome.acked else f"{name} did not respond to the click."
        return Reaction(outcome=outcome, error=error, view=self.modal(user))

    def _open(self, user: str) -> View:
        self._active(user)
        view = self.modal(user)
        if view is None:
            raise ActError("No modal is open.")
        return view

    def _take(self, view: View) -> None:
        kept = self._slack.state.modals.get(view.user, ())
        self._slack.state.put_modals(view.user, tuple(one for one in kept if one.id != view.id))
