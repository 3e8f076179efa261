"""What a channel is: whether people of other companies read it."""

import asyncio
from collections import OrderedDict

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot import logs
from bot.messenger import RefusedError

_FRESH = 300.0
_KEPT = 1_000

log = logs.get()


class Channels:
    """Asks Slack about channels, and remembers the answer for some minutes."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._known: OrderedDict[str, tuple[bool, float]] = OrderedDict()

    async def is_shared(self, channel: str) -> bool:
        """Whether a channel reaches into other companies; when nobody can say, it counts as shared.

        Raises RefusedError for a channel that Slack does not show to us.
        """
        if channel.startswith("D"):
            return False
        now = asyncio.get_running_loop().time()
        known = self._known.get(channel)
        if known is None or known[1] < now:
            known = (await self._ask(channel), now + _FRESH)
            self._known[channel] = known
            if len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return known[0]

    async def _ask(self, channel: str) -> bool:
        try:
            answer = await self._client.conversations_info(channel=channel)
        except SlackApiError as error:
            if error.response.get("error") == "channel_not_found":
                raise RefusedError("channel_not_found") from error
            log.warning("channel.not_known", error=logs.kind_of(error))
            return True
        except (SlackClientError, ClientError, TimeoutError) as error:
            log.warning("channel.not_known", error=logs.kind_of(error))
            return True
        found = answer["channel"]
        return bool(found.get("is_ext_shared") or found.get("is_pending_ext_shared"))
