"""What we have at hand in a Slack workspace: the one place that gives a team's client of the Web API."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from aiohttp import ClientSession
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.channels import Channels
from bot.files import Files, Token
from bot.meeting import Identity
from bot.messenger import Messenger
from bot.pacing import Pacing
from bot.settings import Settings
from bot.surfaces import Surfaces
from storage.installations import Installations


@dataclass(frozen=True, slots=True)
class Workspace:
    """The ways to one Slack workspace. `reader` repeats what failed; nothing that posts may do that by itself."""

    reader: AsyncWebClient
    messenger: Messenger
    channels: Channels
    surfaces: Surfaces
    files: Files


At: TypeAlias = Callable[[str], Workspace]
"""The ways to the workspace of a team."""


class Workspaces:
    """The first workspace, by the token of the settings, and those that are installed beside it.

    Without `installations` there is the one token alone. `home` is who we are in the first, once it is known.
    """

    def __init__(
        self, settings: Settings, session: ClientSession, pacing: Pacing, installations: Installations | None
    ) -> None:
        self._settings = settings
        self._session = session
        self._pacing = pacing
        self._installations = installations
        self._known: dict[str, Workspace] = {}
        self.home: Identity | None = None

    def of(self, team: str) -> Workspace:
        """The ways to a workspace; one where we are not installed any more refuses what is asked of it."""
        if team not in self._known:
            self._known[team] = self._made(team)
        return self._known[team]

    async def identity(self, team: str) -> Identity | None:
        """Who we are in a workspace; None where we are not known to be. Raises StorageDownError and TokenKeyError."""
        if self._is_home(team):
            return self.home
        found = await self._installations.of_team(team) if self._installations else None
        return None if found is None else Identity(team, found[0].bot_user, found[0].bot_id, frozenset())

    async def _token(self, team: str) -> str:
        """The token of a workspace, as it is now; none where there is none. Raises like `identity`."""
        if self._installations is None or self._is_home(team):
            return self.own_token
        found = await self._installations.of_team(team)
        return found[1] if found else ""

    def _is_home(self, team: str) -> bool:
        return self._installations is None or self.home is None or team == self.home.team

    @property
    def own_token(self) -> str:
        """The token of the settings, or nothing."""
        given = self._settings.bot_token
        return given.get_secret_value() if given else ""

    def _made(self, team: str) -> Workspace:
        async def token() -> str:
            return await self._token(team)

        reader, poster = self._client(token, retries=True), self._client(token, retries=False)
        return Workspace(
            reader,
            Messenger(poster, self._pacing),
            Channels(reader),
            Surfaces(poster, self._pacing),
            Files(self._session, self._settings.api_url, token),
        )

    def _client(self, token: Token, *, retries: bool) -> AsyncWebClient:
        handlers = [
            AsyncConnectionErrorRetryHandler(max_retry_count=2),
            AsyncServerErrorRetryHandler(max_retry_count=2),
            AsyncRateLimitErrorRetryHandler(max_retry_count=5),
        ]
        return _Client(
            token,
            base_url=self._settings.api_url,
            session=self._session,
            retry_handlers=handlers if retries else [],
        )


class _Client(AsyncWebClient):
    """A client that looks up its token for each call: it may be revoked, or given anew, at any time."""

    def __init__(self, look_up: Token, **more: Any) -> None:  # noqa: ANN401 - what AsyncWebClient takes
        super().__init__(**more)
        self._look_up = look_up

    async def api_call(self, api_method: str, **more: Any) -> AsyncSlackResponse:  # noqa: ANN401 - as above
        """Call a method of the Web API. Raises StorageDownError beside what AsyncWebClient raises."""
        self.token = await self._look_up()
        return await super().api_call(api_method, **more)
