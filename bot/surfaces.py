"""The one caller of `views.*`: opens modals, changes them, and publishes Home tabs."""

import asyncio
from collections.abc import Awaitable

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot import logs
from bot.pacing import Pacing
from handlers.replies import Surface

log = logs.get()


class Surfaces:
    """Shows views. Whether Slack took one is answered, never raised: a view that did not appear can be asked for again.

    The client must not repeat itself: leave to open a modal holds once, for three seconds.
    """

    def __init__(self, client: AsyncWebClient, pacing: Pacing) -> None:
        self._client = client
        self._pacing = pacing

    async def open(self, trigger: str, view: Surface) -> bool:
        """Open a modal by the leave that came with a command or a click."""
        return bool(trigger) and await self._shown("open", self._client.views_open(trigger_id=trigger, view=view))

    async def change(self, view_id: str, view: Surface, *, seen: str | None = None) -> bool:
        """Put another view in the place of a modal; with `seen`, its hash, only if nothing else changed it since."""
        return await self._shown("change", self._client.views_update(view_id=view_id, view=view, hash=seen))

    async def publish(self, user: str, view: Surface) -> bool:
        """Show somebody their Home tab."""
        return await self._shown("publish", self._client.views_publish(user_id=user, view=view))

    async def _shown(self, what: str, call: Awaitable[object]) -> bool:
        try:
            async with asyncio.timeout(self._pacing.http):
                await call
        except SlackApiError as error:
            log.warning("surface.refused", what=what, error=_why(error.response))
        except (SlackClientError, ClientError, TimeoutError) as error:
            log.warning("surface.not_shown", what=what, error=logs.kind_of(error))
        else:
            log.info("surface.shown", what=what)
            return True
        return False


def _why(response: object) -> str:
    """Slack's word for why; where it said nothing that can be read, the status of its answer."""
    data = getattr(response, "data", None)
    return str(data.get("error")) if isinstance(data, dict) else f"http_{getattr(response, 'status_code', '')}"
