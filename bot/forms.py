"""Modals and Home tabs: what people send, choose and open there, and how they are answered."""

import asyncio
from collections.abc import Awaitable, Coroutine, Mapping
from datetime import timedelta
from typing import Any, TypeAlias

from bot import logs
from bot.answers import Ack
from bot.homes import Homes
from bot.pacing import Pacing
from bot.workspaces import At
from handlers.conversations import Conversations
from handlers.modals import carried, said_view, wait_view
from handlers.render.home import HOME
from handlers.replies import Caller, Reply, Submitted
from handlers.words import Words

Json: TypeAlias = Mapping[str, Any]

log = logs.get()


class Forms:
    """Asks the conversations about views, and brings their answers."""

    def __init__(self, conversations: Conversations, workspaces: At, homes: Homes, pacing: Pacing) -> None:
        self._conversations = conversations
        self._workspaces = workspaces
        self._homes = homes
        self._pacing = pacing

    async def submit(self, view: Json, caller: Caller, ack: Ack) -> Coroutine[Any, Any, None] | None:
        """Answer a modal that was sent in its acknowledgement; returns what is to follow, if anything.

        Past its time the modal says that it takes a moment, and shows the answer when there is one.
        """
        sent = self._conversations.submit(
            view["callback_id"], view["state"]["values"], caller, view["private_metadata"]
        )
        work = asyncio.ensure_future(sent)
        done, _ = await asyncio.wait({work}, timeout=self._pacing.ack)
        if not done:
            language, _ = carried(view["private_metadata"])
            await ack(response_action="update", view=wait_view(Words(language)))
            log.info("answer.late")
            return self._follow(work, view, caller)
        found = work.result()
        if found.errors:
            await ack(response_action="errors", errors=dict(found.errors))
            return None
        await ack(response_action="update", view=found.view)
        return self._after(view, caller)

    async def _follow(self, work: Awaitable[Submitted], view: Json, caller: Caller) -> None:
        found = await work
        language, _ = carried(view["private_metadata"])
        said = found.view or said_view(Reply("\n".join(found.errors.values())), Words(language))
        await asyncio.sleep(self._pacing.between_posts)  # Slack first has to take the acknowledgement before this
        await self._workspaces(caller.team).surfaces.change(view["id"], said)
        await self._after(view, caller)

    async def _after(self, view: Json, caller: Caller) -> None:
        """What was recorded from the Home tab shows there at once."""
        _, origin = carried(view["private_metadata"])
        if HOME in origin.split(" ")[:1]:
            await self.home(caller)

    async def suggest(self, field: str, typed: str, caller: Caller, ack: Ack) -> None:
        """Offer what fits what is being typed into a menu."""
        await ack(options=list(await self._conversations.suggest(field, typed, caller)))

    async def reshape(self, view: Json, caller: Caller) -> None:
        """Show a modal again after a choice that changes its fields."""
        state, metadata = view["state"]["values"], view["private_metadata"]
        shaped = await self._conversations.reshape(view["callback_id"], state, metadata, caller)
        await self._workspaces(caller.team).surfaces.change(view["id"], shaped, seen=view["hash"])

    async def turn(self, view: Json, value: str, caller: Caller) -> None:
        """Show the form that a button in a modal names, in the place of that modal."""
        turned = await self._conversations.form(value, caller)
        await self._workspaces(caller.team).surfaces.change(view["id"], turned, seen=view["hash"])

    async def press(self, action: str, value: str, caller: Caller, trigger: str) -> None:
        """Answer a button of the Home tab with a modal; there is nowhere else to say anything."""
        await self._workspaces(caller.team).surfaces.open(
            trigger, await self._conversations.shown(action, value, caller)
        )

    async def link_named(self, text: str, ago: timedelta, caller: Caller, trigger: str) -> None:
        """Open the form that links what a message of some time ago names."""
        surfaces = self._workspaces(caller.team).surfaces
        await surfaces.open(trigger, await self._conversations.link_named(text, caller, ago))

    async def home(self, caller: Caller) -> None:
        """Show somebody their Home tab as things are now."""
        await self._homes.show(caller)
