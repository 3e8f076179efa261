"""The tables. Each says in `info` how it is narrowed to one organisation; `storage.scope` reads it.

- organisation: the row itself; - own: rows carry `organisation_id`; - person: rows of people who are or were associated
with the organisation; - team: rows of the Slack workspaces that serve it; - shared: never reached for one organisation.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from storage.types import Document, Exact, Instant

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)

OWN = {"scope": "own"}
PERSONAL = {"scope": "person"}


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _organisation() -> Column[str]:
    return Column("organisation_id", Text, ForeignKey("organisation.id"), nullable=False)


def _person(*, nullable: bool = False) -> Column[str]:
    return Column("person_id", Text, ForeignKey("person.id"), nullable=nullable)


def _enrolled() -> tuple[Column[str], Column[str], ForeignKeyConstraint]:
    key = ForeignKeyConstraint(["organisation_id", "programme"], ["enrolment.organisation_id", "enrolment.programme"])
    return Column("organisation_id", Text, nullable=False), _text("programme"), key


def _at(name: str) -> Column[object]:
    return Column(name, Instant, nullable=False)


def _one_of(column: str, *values: str) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _current(table: Table, *columns: str, ended: str = "superseded_at") -> Index:
    """At most one row per key is in force; earlier ones stay on record."""
    in_force = table.c[ended].is_(None)
    keyed = (table.c[column] for column in columns)
    return Index(f"uq_{table.name}_current", *keyed, unique=True, sqlite_where=in_force, postgresql_where=in_force)


organisation = Table(
    "organisation",
    metadata,
    _id(),
    _text("name"),
    _text("programme"),
    _text("time_zone"),
    Column("names_in_channels", Boolean, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("members_revision", Integer, nullable=False),
    Column("next_look_at", Instant, index=True),
    _at("created_at"),
    info={"scope": "organisation"},
)

workspace = Table(
    "workspace", metadata, Column("team", Text, primary_key=True), _at("met_at"), info={"scope": "shared"}
)

workspace_organisation = Table(
    "workspace_organisation",
    metadata,
    Column("team", Text, ForeignKey("workspace.team"), primary_key=True),
    Column("organisation_id", Text, ForeignKey("organisation.id"), primary_key=True, index=True),
    info=OWN,
)

enrolment = Table(
    "enrolment",
    metadata,
    Column("organisation_id", Text, ForeignKey("organisation.id"), primary_key=True),
    Column("programme", Text, primary_key=True),
    _text("market"),
    Column("start", Date),
    _one_of("market", "developed", "developing"),
    info=OWN,
)

person = Table("person", metadata, _id(), _text("name"), _at("created_at"), info=PERSONAL)

profile = Table(
    "profile",
    metadata,
    _id(),
    _person(),
    _text("profile"),
    _at("claimed_at"),
    Column("released_at", Instant),
    info=PERSONAL,
)
_current(profile, "profile", ended="released_at")
Index(
    "uq_profile_person",
    profile.c.person_id,
    unique=True,
    sqlite_where=profile.c.released_at.is_(None),
    postgresql_where=profile.c.released_at.is_(None),
)

slack_identity = Table(
    "slack_identity",
    metadata,
    Column("team", Text, ForeignKey("workspace.team"), primary_key=True),
    Column("user", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("person.id"), index=True),
    _text("name"),
    _text("role"),
    Column("time_zone", Text),
    _text("locale"),
    Column("deleted", Boolean, nullable=False),
    _one_of("role", "admin", "member", "guest"),
    info={"scope": "team"},
)

association = Table(
    "association",
    metadata,
    _id(),
    _organisation(),
    _person(),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Column("provisional", Boolean, nullable=False),
    Index(None, "organisation_id", "person_id"),
    Index(None, "person_id"),
    info=OWN,
)

achievement = Table(
    "achievement",
    metadata,
    _id(),
    _person(),
    _text("credential"),
    Column("earned", Date, nullable=False),
    Column("expires", Date),
    Column("ended_on", Date),
    _text("state"),
    Column("evidence", Text),
    Column("recorded_by", Text),
    _at("recorded_at"),
    Column("withdrawn_at", Instant),
    Column("withdrawn_by", Text),
    Column("withdrawn_because", Text),
    _one_of("state", "claimed", "confirmed", "missing"),
    Index(None, "person_id"),
    info=PERSONAL,
)

figure = Table(
    "figure",
    metadata,
    _id(),
    *_enrolled(),
    _text("metric"),
    Column("month", Date, nullable=False),
    Column("value", Exact, nullable=False),
    _at("reported_at"),
    Column("superseded_at", Instant),
    info=OWN,
)
_current(figure, "organisation_id", "programme", "metric", "month")

flag = Table(
    "flag",
    metadata,
    _id(),
    *_enrolled(),
    _text("name"),
    Column("value", Boolean, nullable=False),
    _at("set_at"),
    Column("superseded_at", Instant),
    info=OWN,
)
_current(flag, "organisation_id", "programme", "name")

membership = Table(
    "membership",
    metadata,
    _id(),
    *_enrolled(),
    _text("level"),
    Column("purchased", Date, nullable=False),
    Column("anniversary", Date, nullable=False),
    _at("recorded_at"),
    Column("superseded_at", Instant),
    CheckConstraint("anniversary > purchased", name="order"),
    info=OWN,
)
_current(membership, "organisation_id", "programme")

override = Table(
    "override",
    metadata,
    _id(),
    *_enrolled(),
    Column("competency", Text),
    Column("level", Text),
    _person(nullable=True),
    Column("credential", Text),
    Column("since", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("ended_on", Date),
    Column("granted_by", Text),
    Column("reason", Text),
    Column("ticket", Text),
    Column("recorded_by", Text),
    Column("recorded_on", Date),
    CheckConstraint("until > since", name="order"),
    CheckConstraint(
        "(competency IS NOT NULL AND level IS NOT NULL AND person_id IS NULL AND credential IS NULL) OR "
        "(competency IS NULL AND level IS NULL AND person_id IS NOT NULL AND credential IS NOT NULL)",
        name="subject",
    ),
    Index(None, "organisation_id", "programme"),
    info=OWN,
)

audit = Table(
    "audit",
    metadata,
    _id(),
    _organisation(),
    Column("revision", Integer, nullable=False),
    _at("at"),
    Column("actor", Text),
    _text("request"),
    _text("change"),
    _text("subject"),
    _person(nullable=True),
    Column("before", Document, nullable=False),
    Column("after", Document, nullable=False),
    Index(None, "organisation_id", "at"),
    Index(None, "person_id"),
    info=OWN,
)

inbox = Table(
    "inbox",
    metadata,
    _id(),
    _text("event_id"),
    _text("team"),
    _text("kind"),
    Column("payload", Document, nullable=False),
    _at("received_at"),
    _text("state"),
    _at("due_at"),
    Column("attempts", Integer, nullable=False),
    Column("lease", Text),
    Column("lease_until", Instant),
    Column("error", Text),
    Column("done_at", Instant),
    UniqueConstraint("event_id"),
    _one_of("state", "due", "claimed", "done", "failed"),
    Index(None, "state", "team", "id"),
    info={"scope": "shared"},
)

episode = Table(
    "episode",
    metadata,
    _id(),
    _organisation(),
    _text("subject"),
    Column("number", Integer, nullable=False),
    _at("opened_at"),
    Column("closed_at", Instant),
    UniqueConstraint("organisation_id", "subject", "number"),
    CheckConstraint("number > 0", name="number"),
    info=OWN,
)
_current(episode, "organisation_id", "subject", ended="closed_at")

delivery = Table(
    "delivery",
    metadata,
    _id(),
    _organisation(),
    _text("team"),
    _text("recipient"),
    _text("state"),
    _at("created_at"),
    _at("due_at"),
    Column("attempts", Integer, nullable=False),
    Column("lease", Text),
    Column("lease_until", Instant),
    Column("unsettled_since", Instant),
    Column("channel", Text),
    Column("ts", Text),
    Column("sent_at", Instant),
    Column("error", Text),
    _one_of("state", "due", "claimed", "sent", "failed", "superseded"),
    Index(None, "state", "due_at"),
    Index(None, "organisation_id", "state"),
    info=OWN,
)

notice = Table(
    "notice",
    metadata,
    _id(),
    _organisation(),
    _text("kind"),
    _text("subject"),
    Column("episode", Integer, nullable=False),
    _text("step"),
    # Empty while there is no admin to tell: the notice waits for one.
    _text("recipient"),
    Column("delivery_id", Text, ForeignKey("delivery.id"), index=True),
    Column("details", Document, nullable=False),
    _at("owed_at"),
    UniqueConstraint("organisation_id", "kind", "subject", "episode", "step", "recipient"),
    CheckConstraint("(recipient = '') = (delivery_id IS NULL)", name="waiting"),
    info=OWN,
)
