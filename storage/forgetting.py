"""Forget a person: what names them is replaced wherever it stands, in the rows of every organisation that knew them.

What they counted for (credentials, dates, associations, levels held) stays behind the same id. This looks beyond one
organisation by intent: a person and their profile are nobody's alone. While they count for another one, an organisation
for which they counted once forgets them by itself: then only its own rows change.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, Table, Text, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import JSON

from storage import tables
from storage.scope import within

CALLED = frozenset({"name", "email", "profile", "evidence"})
"""The fields of the audit that hold what names a person."""
WORKBOOK = b"PK"
ENCODINGS = ("utf-8", "utf-16", "cp1252")
Texts = tuple[Column[Any], ...]


@dataclass(frozen=True, slots=True)
class Mask:
    """What names a person, and what stands for it afterwards; `user` is the Slack user id where it masks one."""

    pseudonym: str
    secrets: re.Pattern[str]
    user: str = ""

    def over(self, value: Any) -> Any:  # noqa: ANN401 - any JSON, and a text
        """A value without what names the person."""
        match value:
            case str():
                return self.secrets.sub(self.pseudonym, value)
            case dict():
                return {self.over(key): self.over(item) for key, item in value.items()}
            case list():
                return [self.over(item) for item in value]
            case _:
                return value


def pseudonym_of(person: str) -> str:
    """What somebody who is forgotten is called: the same always, and no clue to who it was."""
    return f"Forgotten {person.replace('-', '')[-8:]}"


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Forgets one person at a moment (UTC), within a transaction."""

    connection: AsyncConnection
    person: str
    at: datetime

    async def everywhere(self, organisations: Iterable[str]) -> None:
        """Mask the person in all rows of theirs, and of the organisations that knew them."""
        known = tuple(organisations)
        users, mask, marks, words = await self._users(), await self._mask(), await self._marks(), await self._words()
        for user in users:
            await self._account(user, known)
            for organisation in {*known, *await self._neighbours(known, user)}:
                await self._user(user, organisation)
        await self._own_rows(mask)
        for organisation in known:
            await self._of(organisation, mask, words, users)
            await self._scrub(tables.inbox, mask, tables.inbox.c.team.in_(_teams(organisation)))
        await self._claimed(marks)

    async def within(self, organisation: str) -> None:
        """Mask the person in the rows of one organisation, for which they count no more; their own rows stay.

        They count for another one of the same workspace, which goes on knowing them. Whoever has a role here still acts
        by their Slack user id.
        """
        mask, users, words = await self._mask(), await self._users(), await self._words()
        gone = tables.association.c.person_id == self.person, tables.association.c.organisation_id == organisation
        await self._set(tables.association, *gone, forgotten_at=self.at)
        for user in users:
            if not await self._has_role(user, organisation):
                await self._user(user, organisation, tables_of=frozenset({"own"}))
        await self._of(organisation, mask, words, users)
        await self._claimed(await self._marks(), tables.claim.c.organisation_id == organisation)

    async def _of(self, organisation: str, mask: Mask, words: Mask, users: Sequence[Mask]) -> None:
        """Mask what names the person in an organisation's own rows; a part of their name where a row is about them."""
        for table in tables.metadata.sorted_tables:
            if table.info.get("scope") == "own":
                await self._scrub(table, mask, within(table, organisation))
                if "person_id" in table.c:
                    await self._scrub(table, words, within(table, organisation), table.c.person_id == self.person)
        await self._uploads([mask, *users], organisation)

    async def _users(self) -> Sequence[Mask]:
        """Their Slack user ids, each with what stands for it afterwards: a word without spaces, as ids are."""
        known = tables.slack_identity.c
        rows = await self._rows(select(known.user).where(known.person_id == self.person))
        stem = f"forgotten-{self.person.replace('-', '')[-8:]}"
        users = sorted({row.user for row in rows})
        return [
            Mask(f"{stem}-{number}", re.compile(rf"(?<!\w){re.escape(user)}(?!\w)"), user)
            for number, user in enumerate(users, start=1)
        ]

    async def _account(self, mask: Mask, organisations: Sequence[str]) -> None:
        """Mask a Slack user in the rows that organisations of a workspace share."""
        identity, place, came = tables.slack_identity.c, tables.place.c, tables.installation.c
        teams = await self._rows(select(tables.workspace_organisation.c.team).where(_serves(organisations)))
        near = [row.team for row in teams]
        gone = {"user": mask.pseudonym, "deleted": True, "role": "member"}
        theirs = (identity.person_id == self.person, identity.user == mask.user)
        await self._set(tables.slack_identity, *theirs, **gone)
        await self._set(tables.slack_identity, identity.team.in_(near), identity.deputy == mask.user, deputy=None)
        await self.connection.execute(delete(tables.place).where(place.team.in_(near), place.place == mask.user))
        brought = (came.team.in_(near), came.installed_by == mask.user)
        await self._set(tables.installation, *brought, installed_by=mask.pseudonym)
        await self._scrub(tables.inbox, mask, tables.inbox.c.team.in_(near), everybody=True)

    async def _neighbours(self, organisations: Sequence[str], user: Mask) -> Sequence[str]:
        """The other organisations of their workspaces, where they never counted and have no role."""
        served = tables.workspace_organisation.c
        teams = select(served.team).where(_serves(organisations))
        query = select(served.organisation_id).where(
            served.team.in_(teams), served.organisation_id.not_in(organisations)
        )
        found = [row.organisation_id for row in await self._rows(query)]
        return [each for each in found if not await self._has_role(user, each)]

    async def _has_role(self, user: Mask, organisation: str) -> bool:
        known = tables.organisation.c
        rows = await self._rows(select(known.admins, known.roles).where(known.id == organisation))
        return any(user.secrets.search(f"{row.admins} {row.roles}") for row in rows)

    async def _user(
        self, mask: Mask, organisation: str, tables_of: frozenset[str] = frozenset({"own", "person", "organisation"})
    ) -> None:
        """Mask a Slack user id in every row of an organisation, whomever it is about: no two people share one."""
        for table in tables.metadata.sorted_tables:
            if table.info.get("scope") in tables_of:
                await self._scrub(table, mask, within(table, organisation), everybody=True)

    async def _claimed(self, marks: Mask, *of: ColumnElement[bool]) -> None:
        """Mask what is theirs alone where somebody else claimed it, in whichever organisation or in one."""
        claim, audit, notice = tables.claim, tables.audit, tables.notice
        for row in await self._rows(select(claim).where(claim.c.holder_id == self.person, *of)):
            asked = (audit.c.organisation_id == row.organisation_id, audit.c.person_id == row.person_id)
            for table, where in ((claim, (claim.c.id == row.id,)), (audit, asked)):
                await self._scrub(table, marks, *where, everybody=True)
            await self._scrub(notice, marks, notice.c.subject == f"claim/{row.id}", everybody=True)

    async def _marks(self) -> Mask:
        """The ids of their profiles: what nobody else is called."""
        return Mask(pseudonym_of(self.person), _any_of(await self._profiles()))

    async def _mask(self) -> Mask:
        found = [*await self._named(), *await self._profiles(), *await self._audited()]
        return Mask(pseudonym_of(self.person), _any_of(found))

    async def _words(self) -> Mask:
        """The words of their names, as they are written: others may be called so, too, and levels."""
        names = [*await self._named(), *await self._audited()]
        words = {word for name in names for word in name.split() if word.isalpha() and word.istitle()}
        return Mask(pseudonym_of(self.person), re.compile(_either(words)))

    async def _profiles(self) -> list[str]:
        known, claimed = tables.profile.c, tables.claim.c
        queries = (
            select(known.profile).where(known.person_id == self.person),
            select(claimed.profile).where(claimed.person_id == self.person),
        )
        return [row.profile for query in queries for row in await self._rows(query)]

    async def _named(self) -> list[str]:
        """What the rows of the person hold."""
        known = (
            (tables.person, ("name",), tables.person.c.id),
            (tables.slack_identity, ("name", "email"), tables.slack_identity.c.person_id),
            (tables.achievement, ("evidence",), tables.achievement.c.person_id),
        )
        rows = [
            row
            for table, names, of in known
            for row in await self._rows(select(*(table.c[name] for name in names)).where(of == self.person))
        ]
        return [value for row in rows for value in row if value]

    async def _audited(self) -> list[str]:
        """What the audit says that they were called before."""
        known = tables.audit.c
        query = select(known.change, known.before, known.after).where(known.person_id == self.person)
        rows = await self._rows(query)
        bare = {"Rename", "ClaimProfile", "ReleaseProfile"}
        told = [value for r in rows for value in (r.before, r.after) if r.change in bare and isinstance(value, str)]
        return [*told, *(text for row in rows for value in (row.before, row.after) for text in _called(value))]

    async def _own_rows(self, mask: Mask) -> None:
        person, profile, identity = tables.person, tables.profile, tables.slack_identity
        await self._set(person, person.c.id == self.person, name=mask.pseudonym, forgotten_at=self.at)
        for row in await self._rows(select(profile.c.id).where(profile.c.person_id == self.person)):
            await self._set(profile, profile.c.id == row.id, profile=f"forgotten-{row.id}")
        still = (profile.c.person_id == self.person, profile.c.released_at.is_(None))
        await self._set(profile, *still, released_at=self.at)
        gone = {"name": mask.pseudonym, "email": None, "time_zone": None, "person_id": None, "deputy": None}
        gone |= {"asked_as": None, "asked_on": None, "is_them": None}
        await self._set(identity, identity.c.person_id == self.person, **gone)
        theirs = tables.achievement.c.person_id == self.person
        await self._set(tables.achievement, theirs, evidence=None)
        await self._scrub(tables.achievement, mask, theirs)

    async def _scrub(self, table: Table, mask: Mask, *where: ColumnElement[bool], everybody: bool = False) -> None:
        """Mask the texts of rows; unless of everybody, not of those about somebody else, who may be called the same."""
        texts = _texts(table)
        if not texts:
            return
        if "person_id" in table.c and not everybody:
            where = (*where, or_(table.c.person_id.is_(None), table.c.person_id == self.person))
        keys = tuple(table.primary_key.columns)
        for row in await self._rows(select(*keys, *texts).where(*where)):
            masked = dict(self._masked(row, texts, mask, everybody=everybody))
            if masked:
                own = [column == getattr(row, column.name) for column in keys]
                await self._set(table, *own, **masked)

    def _masked(self, row: Row[Any], texts: Texts, mask: Mask, *, everybody: bool) -> Iterator[tuple[str, Any]]:
        for column in texts:
            value = getattr(row, column.name)
            other = value.get("person") if isinstance(value, Mapping) else None
            of_another = isinstance(other, str) and other != self.person and column.name == "details"
            if value is None or (of_another and not everybody):
                continue
            masked = mask.over(value)
            if masked != value:
                yield column.name, masked

    async def _uploads(self, masks: Sequence[Mask], organisation: str) -> None:
        """Files that wait are not facts: one that names the person is forgotten whole."""
        table = tables.upload
        query = select(table.c.id, table.c.content).where(within(table, organisation))
        for row in await self._rows(query):
            content = zlib.decompress(row.content)
            packed = content.startswith(WORKBOOK)  # nobody sees who is named in it
            texts = [content.decode(encoding, errors="replace") for encoding in ENCODINGS]
            if packed or any(mask.secrets.search(text) for mask in masks for text in texts):
                await self.connection.execute(delete(table).where(table.c.id == row.id))

    async def _rows(self, query: Any) -> list[Row[Any]]:  # noqa: ANN401 - a select of any columns
        return list((await self.connection.execute(query)).fetchall())

    async def _set(self, table: Table, *where: ColumnElement[bool], **values: object) -> None:
        await self.connection.execute(update(table).where(*where).values(**values))


def _any_of(secrets: Iterable[str]) -> re.Pattern[str]:
    """What finds any of some texts as whole words, in whichever case."""
    return re.compile(_either(secrets), re.IGNORECASE)


def _either(secrets: Iterable[str]) -> str:
    longest_first = sorted({text for text in secrets if text.strip()}, key=lambda text: (-len(text), text))
    return "|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in longest_first) or r"(?!)"


def _serves(organisations: Sequence[str]) -> ColumnElement[bool]:
    return tables.workspace_organisation.c.organisation_id.in_(organisations)


def _teams(organisation: str) -> Any:  # noqa: ANN401 - a select
    served = tables.workspace_organisation
    return select(served.c.team).where(served.c.organisation_id == organisation)


def _texts(table: Table) -> Texts:
    """The columns that hold words or documents, without keys."""
    return tuple(
        column
        for column in table.columns
        if isinstance(column.type, Text | JSON) and not column.primary_key and not column.foreign_keys
    )


def _called(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    match value:
        case dict():
            yield from (text for key, text in value.items() if key in CALLED and isinstance(text, str))
            for item in value.values():
                yield from _called(item)
        case list():
            for item in value:
                yield from _called(item)
        case _:
            pass
