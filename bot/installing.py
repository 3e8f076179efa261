"""How more workspaces install the app: `/slack/install` and `/slack/oauth_redirect`, by Bolt's OAuth flow."""

import contextlib
from collections.abc import Awaitable, Callable, Mapping
from html import escape

from aiohttp import ClientError, ClientSession
from slack_bolt import BoltResponse
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.error import BoltError
from slack_bolt.oauth.async_callback_options import AsyncCallbackOptions, AsyncFailureArgs, AsyncSuccessArgs
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.errors import SlackClientError
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot import logs
from bot.scopes import SCOPES
from bot.settings import Settings
from domain.ports import StorageDownError
from handlers.words import Words, language_of
from storage.errors import NotInvitedError
from storage.installations import Installations, Installed

INSTALL = "/slack/install"
REDIRECT = "/slack/oauth_redirect"
CODE = "invitation"
_FORBIDDEN, _AWAY, _OK = 403, 503, 200
_STYLE = "font:1.1rem/1.5 sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem"
_STALE = frozenset({"invalid_browser", "invalid_state"})

log = logs.get()


class Installing:
    """The pages of an installation.

    `home` tells whether a workspace is the first, whose token is in the settings; `installed` is told of each other one
    that the app was installed in.
    """

    def __init__(
        self,
        settings: Settings,
        session: ClientSession,
        installations: Installations,
        home: Callable[[str], bool],
        installed: Callable[[str], Awaitable[None]],
    ) -> None:
        self._flow = _Flow(settings, session, installations, home)
        self._installed = installed

    @property
    def routes(self) -> list[Route]:
        """Where Slack, and who installs, find them."""
        return [Route(INSTALL, self._begin), Route(REDIRECT, self._end)]

    async def _begin(self, request: Request) -> Response:
        return await self._guarded(request, self._flow.handle_installation)

    async def _end(self, request: Request) -> Response:
        answer = await self._guarded(request, self._flow.handle_callback)
        team = self._flow.found.pop(request.query_params.get("state", ""), None)
        if team is not None:
            await self._installed(team)
        return answer

    async def _guarded(self, request: Request, work: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]) -> Response:
        try:
            answer = await work(to_async_bolt_request(request, b""))
        except NotInvitedError:
            log.warning("installing.not_invited")
            return HTMLResponse(_page(request.headers, "installing.not_invited"), _FORBIDDEN)
        except StorageDownError:
            return HTMLResponse(_page(request.headers, "installing.away"), _AWAY)
        return to_starlette_response(answer)


class _States(AsyncOAuthStateStore):
    """Bolt's way to use a state up; it is issued with its invitation by the flow."""

    def __init__(self, installations: Installations) -> None:
        self._installations = installations

    async def async_consume(self, state: str) -> bool:
        return await self._installations.consume(state)


class _Flow(AsyncOAuthFlow):
    """Bolt's flow, in which the state carries an invitation. `found` has the teams just installed, by state."""

    def __init__(
        self, settings: Settings, session: ClientSession, installations: Installations, home: Callable[[str], bool]
    ) -> None:
        secret = settings.client_secret
        given = AsyncOAuthSettings(
            client_id=settings.client_id,
            client_secret=secret.get_secret_value() if secret else None,
            scopes=list(SCOPES),
            user_scopes=[],
            install_path=INSTALL,
            redirect_uri_path=REDIRECT,
            install_page_rendering_enabled=False,
            installation_store=AsyncInstallationStore(),  # `store_installation` below is all that stores
            state_store=_States(installations),
            callback_options=AsyncCallbackOptions(self._succeeded, _failed),
        )
        super().__init__(client=AsyncWebClient(base_url=settings.api_url, session=session), settings=given)
        self._installations = installations
        self._home = home
        self.found: dict[str, str] = {}
        self._unused: set[str] = set()

    async def issue_new_state(self, request: AsyncBoltRequest) -> str:
        return await self._installations.begin(request.query.get(CODE, [None])[0])

    async def store_installation(self, request: AsyncBoltRequest, installation: Installation) -> None:
        team, token, state = installation.team_id, installation.bot_token, request.query["state"][0]
        if not (team and token):
            raise BoltError("This is no installation in one workspace.")
        if self._home(team):
            return
        scopes = ",".join(installation.bot_scopes or ())
        found = Installed(team, installation.bot_user_id or "", installation.bot_id or "", scopes, installation.user_id)
        try:
            if await self._installations.install(found, token, state):
                self._unused.add(state)
        except NotInvitedError:
            with contextlib.suppress(SlackClientError, ClientError, TimeoutError):
                await self.client.auth_revoke(token=token)
            raise
        self.found[state] = team
        log.info("installing.installed", team=team)

    async def _succeeded(self, args: AsyncSuccessArgs) -> BoltResponse:
        state = args.request.query["state"][0]
        key = "installing.done_known" if state in self._unused else "installing.done"
        self._unused.discard(state)
        return _answer(args.request, _OK, key)


async def _failed(args: AsyncFailureArgs) -> BoltResponse:
    log.warning("installing.failed", reason=args.reason if args.reason.isidentifier() else "")
    key = "installing.stale" if args.reason in _STALE else "installing.failed"
    return _answer(args.request, args.suggested_status_code, key)


def _answer(request: AsyncBoltRequest, status: int, key: str) -> BoltResponse:
    languages = request.headers.get("accept-language") or [""]
    page = _page({"accept-language": languages[0]}, key)
    return BoltResponse(status=status, headers={"Content-Type": "text/html; charset=utf-8"}, body=page)


def _page(headers: Mapping[str, str], key: str) -> str:
    """A page of one paragraph, in the language that the browser asks for."""
    language = language_of(headers.get("accept-language", ""))
    said = escape(Words(language).say(key))
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Assay</title>'
        f'<body style="{_STYLE}"><p>{said}</p></body></html>'
    )
