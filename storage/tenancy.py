"""What stands between organisations: the only queries that look beyond one of them."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.dialects import postgresql, sqlite

from domain.facts import Association
from domain.tenancy import Belonging
from storage import tables
from storage.engine import Database, answers


class CrossQueries:
    """Questions about more than one organisation in a database. Every method raises StorageDownError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def belonging_of(self, team: str, user: str) -> Belonging | None:
        """The person behind a Slack user, wherever they are on record; None when nowhere."""
        known = tables.slack_identity.c
        return await self._belonging(known.team == team, known.user == user, of=tables.slack_identity.c.person_id)

    async def holder_of(self, profile: str) -> Belonging | None:
        """The person who holds a profile, wherever they are on record; None when nobody does."""
        known = tables.profile.c
        return await self._belonging(known.profile == profile, known.released_at.is_(None), of=known.person_id)

    async def by_vendor_id(self, programme: str, vendor_ids: Collection[str]) -> Mapping[str, str]:
        """Those of the vendor's ids in a programme that are some organisation's, with its id."""
        known = tables.vendor_id.c
        query = select(known.vendor_id, known.organisation_id).where(
            known.programme == programme, known.vendor_id.in_(sorted(vendor_ids))
        )
        return {row.vendor_id: row.organisation_id for row in await self._asked(query)}

    async def vendor_ids(self, organisation: str) -> Sequence[str]:
        """The vendor's ids of an organisation in all its programmes, in order."""
        known = tables.vendor_id.c
        query = select(known.vendor_id).where(known.organisation_id == organisation).distinct()
        query = query.order_by(known.vendor_id)
        return [row.vendor_id for row in await self._asked(query)]

    async def settle_place(self, team: str, place: str, organisation: str) -> None:
        """From now on a channel, or a user, of a workspace means this organisation."""
        made = sqlite.insert if self._database.embedded else postgresql.insert
        statement = made(tables.place).values(team=team, place=place, organisation_id=organisation)
        settled = statement.on_conflict_do_update(
            index_elements=["team", "place"], set_={"organisation_id": organisation}
        )
        async with self._database.write("place") as connection:
            with answers():
                await connection.execute(settled)

    async def _meant(self, team: str, channel: str | None, user: str) -> Sequence[str]:
        """The organisations that a workspace's channel, then its user, then the user's associations mean."""
        place, known, period = tables.place.c, tables.slack_identity.c, tables.association.c
        settled = select(place.place, place.organisation_id).where(
            place.team == team, place.place.in_([user, *([channel] if channel else [])])
        )
        counts = (
            select(period.until, period.organisation_id)
            .join(tables.slack_identity, known.person_id == period.person_id)
            .where(known.team == team, known.user == user, period.withdrawn_at.is_(None))
            .order_by(period.until.is_(None).desc(), period.since.desc())
        )
        found = {row.place: row.organisation_id for row in await self._asked(settled)}
        chosen = [found[each] for each in (channel, user) if each in found]
        return chosen or [row.organisation_id for row in await self._asked(counts)][:1]

    async def _belonging(self, *where: ColumnElement[bool], of: ColumnElement[str]) -> Belonging | None:
        period = tables.association.c
        query = (
            select(of.label("person"), period.organisation_id, period.since, period.until, period.provisional)
            .outerjoin(tables.association, (period.person_id == of) & period.withdrawn_at.is_(None))
            .where(*where, of.is_not(None))
            .order_by(period.since, period.organisation_id)
        )
        rows = await self._asked(query)
        if not rows:
            return None
        there = (row for row in rows if row.organisation_id is not None)
        periods = ((row.organisation_id, Association(row.since, row.until, row.provisional)) for row in there)
        return Belonging(rows[0].person, tuple(periods))

    async def _asked(self, query: Select[Any]) -> Sequence[Row[Any]]:
        async with self._database.query() as connection:
            with answers():
                found: Sequence[Row[Any]] = (await connection.execute(query)).fetchall()
                return found
