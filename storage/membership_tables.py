"""The tables of memberships and of their orders."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Table, Text

from storage.columns import METADATA, OWN, at, key, of_enrolment, one_current, one_of, text
from storage.types import Instant

membership = Table(
    "membership",
    METADATA,
    key(),
    *of_enrolment(),
    text("level"),
    Column("purchased", Date, nullable=False),
    Column("anniversary", Date, nullable=False),
    Column("how", Text, nullable=False, server_default="bought"),
    Column("ended_on", Date),
    at("recorded_at"),
    Column("superseded_at", Instant),
    Column("withdrawn_at", Instant),
    Column("withdrawn_by", Text),
    Column("withdrawn_because", Text),
    one_of("how", "bought", "renewed", "upgraded"),
    CheckConstraint("anniversary > purchased", name="order"),
    info=OWN,
)
one_current(membership, "organisation_id", "programme")

membership_order = Table(
    "membership_order",
    METADATA,
    key(),
    *of_enrolment(),
    text("level"),
    Column("ordered", Date, nullable=False),
    Column("paid_on", Date),
    Column("cancelled_on", Date),
    at("recorded_at"),
    Column("recorded_by", Text),
    Index(None, "organisation_id", "programme"),
    info=OWN,
)
