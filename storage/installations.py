"""The Slack workspaces that the app is installed in beside the first: who may install, and their tokens, encrypted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Row, Select, Update, delete, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import Database, answers
from storage.errors import NotInvitedError, TokenKeyError
from storage.ids import new_id
from storage.tables import installation, invitation, oauth_state, workspace

STATE_LIFE = timedelta(minutes=10)
"""How long somebody may take to allow an installation at Slack."""

_BYTES = 24


@dataclass(frozen=True, slots=True)
class Installed:
    """The app in one workspace: its bot there, the scopes that it was given, and who installed it."""

    team: str
    bot_user: str
    bot_id: str
    scopes: str = ""
    by: str | None = None


async def invite(database: Database, name: str, now: datetime, life: timedelta) -> str:
    """A new invitation to bring a workspace as an organisation of this name: its code, which is kept nowhere.

    One before it of the same name opens nothing any more. Raises StorageDownError.
    """
    code = token_urlsafe(_BYTES)
    row = {"code_hash": _hashed(code), "name": name, "created_at": now, "expires_at": now + life}
    same = func.lower(invitation.c.name) == name.lower()
    async with database.write("installation") as connection:
        with answers():
            earlier = update(invitation).where(same, invitation.c.used_at.is_(None), invitation.c.expires_at > now)
            await connection.execute(earlier.values(expires_at=now))
            await connection.execute(insert(invitation).values(row))
    return code


class Installations:
    """Installations in one database. Every method raises StorageDownError.

    Args:
        database: where they are.
        keys: Fernet keys: the first encrypts, any of them decrypts.
        now: tells real UTC.
    """

    def __init__(self, database: Database, keys: Sequence[str], now: Callable[[], datetime]) -> None:
        self._database = database
        self._keys = MultiFernet([Fernet(key) for key in keys])
        self._now = now

    async def begin(self, code: str | None) -> str:
        """A state for an installation that begins. Raises NotInvitedError where the code opens nothing any more."""
        now, state = self._now(), token_urlsafe(_BYTES)
        hashed = None if code is None else _hashed(code)
        async with self._database.write("installation") as connection:
            with answers():
                if hashed is not None and not (await connection.execute(_open(hashed, now))).first():
                    raise NotInvitedError("This invitation is used, too old, or none.")
                await connection.execute(delete(oauth_state).where(oauth_state.c.expires_at <= now))
                row = {"state_hash": _hashed(state), "invitation": hashed, "expires_at": now + STATE_LIFE}
                await connection.execute(insert(oauth_state).values(row))
        return state

    async def consume(self, state: str) -> bool:
        """Use a state up; False when it was used, is too old, or is none of ours."""
        now, known = self._now(), oauth_state.c
        fresh = (known.state_hash == _hashed(state), known.used_at.is_(None), known.expires_at > now)
        async with self._database.write("installation") as connection:
            with answers():
                return bool((await connection.execute(update(oauth_state).where(*fresh).values(used_at=now))).rowcount)

    async def install(self, found: Installed, token: str, state: str) -> bool:
        """Keep an installation that began with a state; one before it, of the same workspace, ends.

        Returns whether an invitation came with the state that was not used, as the workspace has an organisation.
        Raises NotInvitedError where the workspace is new and no invitation came with the state.
        """
        now = self._now()
        row = {
            "id": new_id(),
            "team": found.team,
            "bot_user": found.bot_user,
            "bot_id": found.bot_id,
            "scopes": found.scopes,
            "installed_by": found.by,
            "installed_at": now,
            "token": self._keys.encrypt(token.encode()).decode(),
        }
        async with self._database.write("installation") as connection:
            with answers():
                known = (await connection.execute(_known(found.team))).scalar()
                if not known:
                    await _use_invitation(connection, found.team, state, now)
                await connection.execute(_ending(found.team, now))
                await connection.execute(insert(installation).values(row))
                return bool(known and (await connection.execute(_asked(state))).scalar())

    async def end(self, team: str, told: datetime) -> bool:
        """The app was taken out of a workspace, as told then: its token is erased. False when there was nothing to end.

        An installation that was made later stays: the word of the one before came late.
        """
        statement = _ending(team, self._now()).where(installation.c.installed_at < told + timedelta(seconds=1))
        async with self._database.write("installation") as connection:
            with answers():
                return bool((await connection.execute(statement)).rowcount)

    async def current(self) -> Sequence[Installed]:
        """The installations in force, the oldest first."""
        query = select(installation).where(installation.c.ended_at.is_(None)).order_by(installation.c.id)
        async with self._database.query() as connection:
            with answers():
                return [_installed(row) for row in (await connection.execute(query)).fetchall()]

    async def of_team(self, team: str) -> tuple[Installed, str] | None:
        """The installation in a workspace, and its token; None where there is none. Raises TokenKeyError."""
        async with self._database.query() as connection:
            with answers():
                row = (await connection.execute(_current(team))).first()
        return None if row is None else (_installed(row), self._decrypted(row))

    async def invited_as(self, team: str) -> str | None:
        """The name of the organisation that a workspace was invited as; None where it was not."""
        query = select(invitation.c.name).where(invitation.c.team == team).order_by(invitation.c.used_at.desc())
        async with self._database.query() as connection:
            with answers():
                found: str | None = (await connection.execute(query)).scalar()
        return found

    async def renew_keys(self) -> None:
        """Encrypt every token with the first key. Raises TokenKeyError where one cannot be read."""
        known = installation.c
        async with self._database.write("installation") as connection:
            with answers():
                rows = (await connection.execute(select(installation).where(known.token.is_not(None)))).fetchall()
            for row in rows:
                fresh = self._keys.encrypt(self._decrypted(row).encode()).decode()
                with answers():
                    await connection.execute(update(installation).where(known.id == row.id).values(token=fresh))

    def _decrypted(self, row: Row[Any]) -> str:
        try:
            return self._keys.decrypt(row.token).decode()
        except InvalidToken:
            raise TokenKeyError(
                "ASSAY_TOKEN_KEY does not open the tokens in the database: put the former key behind the new one."
            ) from None


def _asked(state: str) -> Select[Any]:
    """The invitation that came with a state."""
    return select(oauth_state.c.invitation).where(oauth_state.c.state_hash == _hashed(state))


async def _use_invitation(connection: AsyncConnection, team: str, state: str, now: datetime) -> None:
    """One invitation brings one workspace, however many come with it at once."""
    asked = _asked(state).scalar_subquery()
    known = invitation.c
    fresh = (known.code_hash == asked, known.used_at.is_(None), known.expires_at > now)
    if not (await connection.execute(update(invitation).where(*fresh).values(used_at=now, team=team))).rowcount:
        raise NotInvitedError("This workspace is new and has no invitation.")


def _known(team: str) -> Select[Any]:
    """Whether a workspace came in before: by itself, as the first one, or by an invitation."""
    met = exists().where(workspace.c.team == team)
    return select(met | exists().where(invitation.c.team == team))


def _open(hashed: str, now: datetime) -> Select[Any]:
    known = invitation.c
    return select(known.name).where(known.code_hash == hashed, known.used_at.is_(None), known.expires_at > now)


def _current(team: str) -> Select[Any]:
    return select(installation).where(installation.c.team == team, installation.c.ended_at.is_(None))


def _ending(team: str, now: datetime) -> Update:
    in_force = (installation.c.team == team, installation.c.ended_at.is_(None))
    return update(installation).where(*in_force).values(ended_at=now, token=None)


def _installed(row: Row[Any]) -> Installed:
    return Installed(row.team, row.bot_user, row.bot_id, row.scopes, row.installed_by)


def _hashed(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
