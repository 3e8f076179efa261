"""The tables of what is owed to people: episodes, notices, and the messages that bring them; and who takes care."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from storage.columns import METADATA, OWN, at, key, leased, of_organisation, one_current, one_of, text
from storage.types import Document, Instant

episode = Table(
    "episode",
    METADATA,
    key(),
    of_organisation(),
    text("subject"),
    Column("number", Integer, nullable=False),
    at("opened_at"),
    Column("closed_at", Instant),
    UniqueConstraint("organisation_id", "subject", "number"),
    CheckConstraint("number > 0", name="number"),
    info=OWN,
)
one_current(episode, "organisation_id", "subject", ended="closed_at")

delivery = Table(
    "delivery",
    METADATA,
    key(),
    of_organisation(),
    text("team"),
    text("recipient"),
    at("created_at"),
    *leased(),
    Column("unsettled_since", Instant),
    Column("channel", Text),
    Column("ts", Text),
    Column("sent_at", Instant),
    one_of("state", "due", "claimed", "sent", "failed", "superseded"),
    Index(None, "state", "due_at"),
    Index(None, "organisation_id", "state"),
    info=OWN,
)

notice = Table(
    "notice",
    METADATA,
    key(),
    of_organisation(),
    text("kind"),
    text("subject"),
    Column("episode", Integer, nullable=False),
    text("step"),
    # Empty while there is no admin to tell: the notice waits for one.
    text("recipient"),
    Column("delivery_id", Text, ForeignKey("delivery.id"), index=True),
    Column("details", Document, nullable=False),
    at("owed_at"),
    # The moments of the business clock from which it may go in a digest, and at which it went into a message.
    Column("waits_until", Instant),
    Column("went_at", Instant),
    Column("superseded_at", Instant),
    UniqueConstraint("organisation_id", "kind", "subject", "episode", "step", "recipient"),
    CheckConstraint(
        "CASE WHEN recipient = '' THEN delivery_id IS NULL ELSE delivery_id IS NOT NULL OR waits_until IS NOT NULL END",
        name="waiting",
    ),
    info=OWN,
)

care = Table(
    "care",
    METADATA,
    Column("organisation_id", Text, ForeignKey("organisation.id"), primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("episode", Integer, primary_key=True),
    text("taker"),
    Column("taken_on", Date, nullable=False),
    info=OWN,
)
