"""The tables of what is owed to people: episodes, notices, and the messages that bring them."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

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
    UniqueConstraint("organisation_id", "kind", "subject", "episode", "step", "recipient"),
    CheckConstraint("(recipient = '') = (delivery_id IS NULL)", name="waiting"),
    info=OWN,
)
