"""The tables. Each says in `info` how it is narrowed to one organisation; `storage.scope` reads it.

- organisation: the row itself; - own: rows carry `organisation_id`; - person: rows of people who are or were associated
with the organisation; - team: rows of the Slack workspaces that serve it; - shared: never reached for one organisation.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from storage import import_tables, installation_tables, membership_tables, notice_tables, tenancy_tables
from storage.columns import (
    METADATA,
    OWN,
    PERSONAL,
    at,
    key,
    leased,
    of_batch,
    of_enrolment,
    of_organisation,
    of_person,
    one_current,
    one_of,
    text,
    withdrawn,
)
from storage.types import Document, Exact, Instant

metadata = METADATA
batch, upload, confirmation = import_tables.batch, import_tables.upload, import_tables.confirmation
seen_export = import_tables.seen_export
membership, membership_order = membership_tables.membership, membership_tables.membership_order
episode, delivery, notice = notice_tables.episode, notice_tables.delivery, notice_tables.notice
care = notice_tables.care
vendor_id, place, claim = tenancy_tables.vendor_id, tenancy_tables.place, tenancy_tables.claim
invitation, oauth_state = installation_tables.invitation, installation_tables.oauth_state
installation = installation_tables.installation

organisation = Table(
    "organisation",
    metadata,
    key(),
    text("name"),
    text("programme"),
    text("time_zone"),
    Column("names_in_channels", Boolean, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("next_look_at", Instant, index=True),
    at("created_at"),
    Column("alert_channel", Text),
    Column("country", Text),
    Column("region", Text),
    Column("retention_months", Integer, nullable=False, server_default="12"),
    # The kinds of notices that are off, and the lead days that differ from the defaults.
    Column("notices", Document, nullable=False, server_default="{}"),
    # The Slack user ids of its own admins, with spaces between; empty: those of the workspace.
    Column("admins", Text, nullable=False, server_default=""),
    # The roles that were given here, as user=role with spaces between.
    Column("roles", Text, nullable=False, server_default=""),
    Column("stage", Text, nullable=False, server_default="live"),
    Column("setup_step", Integer, nullable=False, server_default="0"),
    # What the columns of its own lists say, by their names.
    Column("columns", Document, nullable=False, server_default="{}"),
    info={"scope": "organisation"},
)

workspace = Table(
    "workspace",
    metadata,
    Column("team", Text, primary_key=True),
    at("met_at"),
    Column("members_revision", Integer, nullable=False, server_default="0"),
    info={"scope": "shared"},
)

workspace_organisation = Table(
    "workspace_organisation",
    metadata,
    Column("team", Text, ForeignKey("workspace.team"), primary_key=True),
    Column("organisation_id", Text, ForeignKey("organisation.id"), primary_key=True, index=True, unique=True),
    info=OWN,
)

enrolment = Table(
    "enrolment",
    metadata,
    Column("organisation_id", Text, ForeignKey("organisation.id"), primary_key=True),
    Column("programme", Text, primary_key=True),
    text("market"),
    Column("start", Date),
    one_of("market", "developed", "developing"),
    info=OWN,
)

# That the organisation left a programme, from which day on; it is over once it joined it again.
left_programme = Table(
    "left_programme",
    metadata,
    key(),
    *of_enrolment(),
    Column("left_on", Date, nullable=False),
    at("left_at"),
    Column("rejoined_at", Instant),
    info=OWN,
)
one_current(left_programme, "organisation_id", "programme", ended="rejoined_at")

person = Table(
    "person", metadata, key(), text("name"), at("created_at"), Column("forgotten_at", Instant), info=PERSONAL
)

profile = Table(
    "profile",
    metadata,
    key(),
    of_person(),
    text("profile"),
    at("claimed_at"),
    Column("released_at", Instant),
    of_batch(),
    info=PERSONAL,
)
one_current(profile, "profile", ended="released_at")
one_current(profile, "person_id", ended="released_at", name="uq_profile_person")

slack_identity = Table(
    "slack_identity",
    metadata,
    Column("team", Text, ForeignKey("workspace.team"), primary_key=True),
    Column("user", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("person.id"), index=True),
    text("name"),
    text("role"),
    Column("time_zone", Text),
    text("locale"),
    Column("deleted", Boolean, nullable=False),
    Column("email", Text),
    Column("updated", BigInteger, nullable=False, server_default="0"),
    Column("away_until", Date),
    Column("deputy", Text),
    Column("language", Text),
    # The person on record whom they were asked about, when, and what they said.
    Column("asked_as", Text),
    Column("asked_on", Date),
    Column("is_them", Boolean),
    one_of("role", "admin", "member", "guest"),
    info={"scope": "team"},
)

association = Table(
    "association",
    metadata,
    key(),
    of_organisation(),
    of_person(),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Column("provisional", Boolean, nullable=False),
    # The end announced before a provisional one; when (business time) that was noticed; when forgotten here alone.
    Column("announced", Date),
    Column("noticed_at", Instant),
    Column("on_leave", Boolean, nullable=False, server_default=false()),
    Column("forgotten_at", Instant),
    of_batch(),
    *withdrawn(),
    Index(None, "organisation_id", "person_id"),
    Index(None, "person_id"),
    info=OWN,
)

achievement = Table(
    "achievement",
    metadata,
    key(),
    of_person(),
    text("credential"),
    Column("earned", Date, nullable=False),
    Column("expires", Date),
    Column("ended_on", Date),
    text("state"),
    Column("evidence", Text),
    Column("recorded_by", Text),
    at("recorded_at"),
    Column("withdrawn_at", Instant),
    Column("withdrawn_by", Text),
    Column("withdrawn_because", Text),
    of_batch(),
    one_of("state", "claimed", "confirmed", "missing"),
    Index(None, "person_id"),
    info=PERSONAL,
)

figure = Table(
    "figure",
    metadata,
    key(),
    *of_enrolment(),
    text("metric"),
    Column("month", Date, nullable=False),
    Column("value", Exact, nullable=False),
    at("reported_at"),
    Column("superseded_at", Instant),
    *withdrawn(),
    info=OWN,
)
one_current(figure, "organisation_id", "programme", "metric", "month")

flag = Table(
    "flag",
    metadata,
    key(),
    *of_enrolment(),
    text("name"),
    Column("value", Boolean, nullable=False),
    Column("until", Date),
    at("set_at"),
    Column("superseded_at", Instant),
    *withdrawn(),
    info=OWN,
)
one_current(flag, "organisation_id", "programme", "name")

override = Table(
    "override",
    metadata,
    key(),
    *of_enrolment(),
    Column("competency", Text),
    Column("level", Text),
    of_person(nullable=True),
    Column("credential", Text),
    Column("since", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("ended_on", Date),
    Column("granted_by", Text),
    Column("reason", Text),
    Column("ticket", Text),
    Column("recorded_by", Text),
    Column("recorded_on", Date),
    Column("withdrawn_at", Instant),
    Column("withdrawn_by", Text),
    Column("withdrawn_because", Text),
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
    key(),
    of_organisation(),
    Column("revision", Integer, nullable=False),
    at("at"),
    Column("actor", Text),
    text("request"),
    text("change"),
    text("subject"),
    of_person(nullable=True),
    Column("before", Document, nullable=False),
    Column("after", Document, nullable=False),
    Column("because", Text),
    Index(None, "organisation_id", "at"),
    Index(None, "person_id"),
    info=OWN,
)

inbox = Table(
    "inbox",
    metadata,
    key(),
    text("event_id"),
    text("team"),
    text("kind"),
    Column("payload", Document, nullable=False),
    at("received_at"),
    *leased(),
    Column("done_at", Instant),
    UniqueConstraint("event_id"),
    one_of("state", "due", "claimed", "done", "failed"),
    Index(None, "state", "team", "id"),
    info={"scope": "shared"},
)
