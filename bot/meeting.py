"""Getting to know the Slack workspace: who we are there, who else is, and what has changed since we last looked."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot import logs
from bot.members import is_person, member
from domain.ports import Actor, Company, Member, Organisation, Stage
from domain.requirements import Market
from storage.companies import SqlCompanies

PROGRAMME = "ms-mpn-competencies"
MARKET: Market = "developed"
TIME_ZONE = "UTC"
_PAGE = 200
_SERVER_ERROR = 500


log = logs.get()


class SlackRefusesError(Exception):
    """Slack does not let us in; the text is one sentence that names the cure."""


class SlackAwayError(Exception):
    """Slack cannot be reached or has trouble."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who we are in a Slack workspace, and what we may do there."""

    team: str
    bot_user: str
    bot_id: str
    scopes: frozenset[str]


async def who_am_i(client: AsyncWebClient) -> Identity:
    """Our identity by our token. Raises SlackRefusesError and SlackAwayError."""
    answer = await _asked(client.auth_test())
    scopes = str(answer.headers.get("x-oauth-scopes") or "")
    found = frozenset(scope.strip() for scope in scopes.split(",") if scope.strip())
    return Identity(str(answer["team_id"]), str(answer["user_id"]), str(answer.get("bot_id") or ""), found)


async def everybody(client: AsyncWebClient) -> list[dict[str, Any]]:
    """All people of the workspace, as Slack describes them. Raises like `who_am_i`."""
    people: list[dict[str, Any]] = []
    cursor = None
    while True:
        page = await _asked(client.users_list(limit=_PAGE, include_locale=True, cursor=cursor))
        people += [user for user in page["members"] if is_person(user)]
        cursor = (page.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            return people


class Comparing(Protocol):
    """What a list of everybody does to a company."""

    async def members_compared(self, team: str, members: Sequence[Member], *, event: str) -> int:
        """Take over all who are not as they are on record; returns how many."""


class Meeting:
    """Makes a workspace a company, the first by itself and others by invitation, and brings a known one up to date.

    `reader` gives a client of a workspace, `admins` whom the settings name as its admins.
    """

    def __init__(
        self,
        reader: Callable[[str], AsyncWebClient],
        companies: SqlCompanies,
        conversations: Comparing,
        admins: Callable[[str], Collection[str]],
        new_id: Callable[[], str],
    ) -> None:
        self._reader = reader
        self._companies = companies
        self._conversations = conversations
        self._admins = admins
        self._new_id = new_id

    async def meet(self, team: str, invited_as: str | None = None) -> None:
        """Meet a workspace; a new one that was invited becomes the organisation of that name.

        Raises SecondWorkspaceError for a second one that was not, StorageDownError, SlackRefusesError, SlackAwayError.
        """
        users = await everybody(self._reader(team))
        name = invited_as or await self._name(team)
        members = [member(user, self._admins(team)) for user in users]
        zone = main_time_zone(members)
        company = await self._companies.meet(
            team, name, zone, PROGRAMME, MARKET, members, invited=invited_as is not None
        )
        await self._begin(company, users)
        changed = await self._refresh(company, users)
        log.info("meeting.done", members=len(members), changed=changed, admins=len(company.admins))

    async def compare(self, team: str) -> int:
        """Take over what happened in a known workspace and no event told; returns of how many people.

        Raises UnknownTeamError, StorageDownError, SlackRefusesError and SlackAwayError.
        """
        users = await everybody(self._reader(team))
        return await self._refresh(await self._companies.of_team(team), users)

    async def _begin(self, company: Company, users: Collection[dict[str, Any]]) -> None:
        """Note who owns a company that nobody owns yet; where the settings name admins, it is live from the start."""
        after = begun(company.organisation, users, self._admins(company.team))
        if after != company.organisation:
            async with self._companies.change(company.organisation.id, Actor(None, "meet")) as ledger:
                await ledger.configure(after)

    async def _name(self, team: str) -> str:
        about = await _asked(self._reader(team).team_info())
        return str(about["team"]["name"])

    async def _refresh(self, company: Company, users: Collection[dict[str, Any]]) -> int:
        """Apply what happened while nobody listened, as if Slack had told each change; returns how many."""
        found = [(company.members.get(user["id"]), user) for user in users]
        seen = [(known, member(user, self._admins(company.team), known)) for known, user in found]
        missed = [now for known, now in seen if now != known]
        if not missed:
            return 0
        event = f"meeting-{self._new_id()}"
        return await self._conversations.members_compared(company.team, missed, event=event)


def begun(organisation: Organisation, users: Collection[dict[str, Any]], admins: Collection[str]) -> Organisation:
    """An organisation with its owner: the first admin whom it or the settings name, or else the workspace's owner.

    Where the settings name admins it is live: whoever sets them expects to be told at once.
    """
    there = {user["id"] for user in users if not user.get("deleted") and not user.get("is_restricted")}
    named = (user for user in (organisation.admins or admins) if user in there)
    owner = next(named, next((user["id"] for user in users if user.get("is_primary_owner")), None))
    stage: Stage = "live" if admins and organisation.stage == "new" else organisation.stage
    owned = owner is None or any(role == "owner" for _, role in organisation.roles)
    roles = organisation.roles if owned or owner is None else (*organisation.roles, (owner, "owner"))
    return replace(organisation, stage=stage, roles=roles)


def main_time_zone(members: Collection[Member]) -> str:
    """The time zone of most admins, or of most members; UTC where nobody has one."""
    for group in ([m for m in members if m.role == "admin" and m.active], [m for m in members if m.active]):
        zones = [m.time_zone for m in group if m.time_zone]
        if zones:
            return max(sorted(set(zones)), key=zones.count)
    return TIME_ZONE


async def _asked(call: Awaitable[AsyncSlackResponse]) -> AsyncSlackResponse:
    try:
        return await call
    except SlackApiError as error:
        response = error.response
        if not isinstance(response, AsyncSlackResponse) or response.status_code >= _SERVER_ERROR:
            raise SlackAwayError("Slack has trouble answering.") from error
        code = str(response.data.get("error")) if isinstance(response.data, dict) else str(response.status_code)
        raise SlackRefusesError(refusal(code)) from error
    except (SlackClientError, ClientError, TimeoutError) as error:
        raise SlackAwayError("Slack cannot be reached.") from error


def refusal(code: str) -> str:
    """What Slack's word for a refusal means for whoever runs us."""
    if code == "missing_scope":
        return "Slack says that the app lacks a scope: reinstall it with manifest.yml, then copy the new token."
    if code in {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"}:
        return f"Slack does not accept SLACK_BOT_TOKEN ({code}): copy it anew from OAuth & Permissions."
    return f"Slack refuses: {code}."
