"""The tables of what stands between organisations: vendor ids, whose a channel is, claims on profiles; of threads."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, Table, Text

from storage.columns import METADATA, OWN, at, key, of_organisation, of_person, one_of, text
from storage.types import Instant

vendor_id = Table(
    "vendor_id",
    METADATA,
    Column("programme", Text, primary_key=True),
    Column("vendor_id", Text, primary_key=True),
    of_organisation(),
    Index(None, "organisation_id"),
    info=OWN,
)

# Which organisation a channel of a workspace, or one of its users, speaks of where several are served.
place = Table(
    "place",
    METADATA,
    Column("team", Text, ForeignKey("workspace.team"), primary_key=True),
    Column("place", Text, primary_key=True),
    of_organisation(),
    info={"scope": "shared"},
)

# What was asked last in a thread of a channel; `root` is its first message, "" in a direct conversation's main line.
thread = Table(
    "thread",
    METADATA,
    Column("organisation_id", Text, ForeignKey("organisation.id"), primary_key=True),
    Column("team", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("root", Text, primary_key=True),
    text("asked"),
    at("until"),
    info=OWN,
)

# The organisation is the claimant's; the holder may be anybody's.
claim = Table(
    "claim",
    METADATA,
    key(),
    of_organisation(),
    of_person(),
    text("profile"),
    Column("holder_id", Text, ForeignKey("person.id"), nullable=False),
    Column("asked_on", Date, nullable=False),
    Column("until", Date, nullable=False),
    at("asked_at"),
    Column("outcome", Text),
    Column("settled_on", Date),
    Column("settled_at", Instant),
    one_of("outcome", "given_up", "kept", "withdrawn"),
    CheckConstraint("until > asked_on", name="order"),
    CheckConstraint("(outcome IS NULL) = (settled_on IS NULL)", name="settled"),
    Index(None, "organisation_id"),
    Index(None, "holder_id"),
    info=OWN,
)
