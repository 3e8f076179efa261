"""The tables of files that were read: what waits, what was taken over, what it confirmed, what the vendor showed."""

from sqlalchemy import Column, Date, ForeignKey, Index, LargeBinary, Table, Text

from storage.columns import METADATA, OWN, PERSONAL, at, key, of_organisation, of_person, one_of, text
from storage.types import Document, Instant

batch = Table(
    "batch",
    METADATA,
    key(),
    of_organisation(),
    text("file"),
    text("sha256"),
    Column("counts", Document, nullable=False),
    at("imported_at"),
    Column("imported_by", Text),
    Column("withdrawn_at", Instant),
    Column("withdrawn_by", Text),
    Index(None, "organisation_id"),
    info=OWN,
)

upload = Table(
    "upload",
    METADATA,
    key(),
    of_organisation(),
    text("file"),
    # Compressed with zlib: rows of a table are mostly the same.
    Column("content", LargeBinary, nullable=False),
    at("uploaded_at"),
    Column("uploaded_by", Text),
    Index(None, "organisation_id"),
    info=OWN,
)

confirmation = Table(
    "confirmation",
    METADATA,
    key(),
    of_person(),
    Column("achievement_id", Text, ForeignKey("achievement.id"), nullable=False),
    Column("batch_id", Text, ForeignKey("batch.id"), nullable=False),
    text("was"),
    Column("expired", Date),
    Column("expires", Date),
    one_of("was", "claimed", "confirmed", "missing"),
    Index(None, "batch_id"),
    Index(None, "person_id"),
    info=PERSONAL,
)

seen_export = Table(
    "seen_export",
    METADATA,
    key(),
    of_organisation(),
    text("file"),
    Column("seen_on", Date, nullable=False),
    # Compressed with zlib: the rows as JSON, people by their ids alone.
    Column("content", LargeBinary, nullable=False),
    Index(None, "organisation_id"),
    info=OWN,
)
