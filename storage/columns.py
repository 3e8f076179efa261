"""What the tables are made of."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, Table, Text

from storage.types import Instant

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

METADATA = MetaData(naming_convention=NAMES)
"""What every table of ours belongs to."""

OWN = {"scope": "own"}
PERSONAL = {"scope": "person"}


def key() -> Column[str]:
    """The id of a row: a UUIDv7 as text."""
    return Column("id", Text, primary_key=True)


def text(name: str) -> Column[str]:
    """Text that is always there."""
    return Column(name, Text, nullable=False)


def of_organisation() -> Column[str]:
    """The organisation that a row belongs to."""
    return Column("organisation_id", Text, ForeignKey("organisation.id"), nullable=False)


def of_person(*, nullable: bool = False) -> Column[str]:
    """The person whom a row is about."""
    return Column("person_id", Text, ForeignKey("person.id"), nullable=nullable)


def of_enrolment() -> tuple[Column[str], Column[str], ForeignKeyConstraint]:
    """The enrolment that a row belongs to."""
    both = ForeignKeyConstraint(["organisation_id", "programme"], ["enrolment.organisation_id", "enrolment.programme"])
    return Column("organisation_id", Text, nullable=False), text("programme"), both


def of_batch() -> Column[str]:
    """The batch that a row came with, if it came with one."""
    return Column("batch_id", Text)


def withdrawn() -> tuple[Column[Any], ...]:
    """That a row never was true: since when that is known, who said so, and why."""
    return Column("withdrawn_at", Instant), Column("withdrawn_by", Text), Column("withdrawn_because", Text)


def at(name: str) -> Column[object]:
    """A moment in UTC that is always known."""
    return Column(name, Instant, nullable=False)


def one_of(column: str, *values: str) -> CheckConstraint:
    """The words that a column may hold."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def leased() -> tuple[Column[Any], ...]:
    """What `storage.leases` needs of a row that is work: its state, when it is due, and who has it until when."""
    lease = (Column("lease", Text), Column("lease_until", Instant), Column("error", Text))
    return text("state"), at("due_at"), Column("attempts", Integer, nullable=False), *lease


def one_current(table: Table, *columns: str, ended: str = "superseded_at", name: str | None = None) -> Index:
    """At most one row of the same columns is in force; earlier ones stay on record."""
    in_force = table.c[ended].is_(None)
    keyed = (table.c[column] for column in columns)
    named = name or f"uq_{table.name}_current"
    return Index(named, *keyed, unique=True, sqlite_where=in_force, postgresql_where=in_force)
