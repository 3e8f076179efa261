"""Who changed what, what came in, and what is owed to whom."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
TABLES = (
    "audit",
    "inbox",
    "episode",
    "delivery",
    "notice",
)


def _current(name: str, *columns: str, ended: str) -> sa.Index:
    in_force = sa.text(f"{ended} IS NULL")
    return sa.Index(name, *columns, unique=True, sqlite_where=in_force, postgresql_where=in_force)


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("before", DOCUMENT, nullable=False),
        sa.Column("after", DOCUMENT, nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_audit_organisation_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_audit_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sa.Index("ix_audit_organisation_id_at", "organisation_id", "at"),
        sa.Index("ix_audit_person_id", "person_id"),
    )


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("payload", DOCUMENT, nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease", sa.Text(), nullable=True),
        sa.Column("lease_until", INSTANT, nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("done_at", INSTANT, nullable=True),
        sa.CheckConstraint("state IN ('due', 'claimed', 'done', 'failed')", name=op.f("ck_inbox_state")),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("event_id", name="uq_inbox_event_id"),
        sa.Index("ix_inbox_state_team_id", "state", "team", "id"),
    )


def _episode() -> None:
    op.create_table(
        "episode",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.CheckConstraint("number > 0", name=op.f("ck_episode_number")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_episode_organisation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_episode"),
        sa.UniqueConstraint("organisation_id", "subject", "number", name="uq_episode_organisation_id_subject_number"),
        _current("uq_episode_current", "organisation_id", "subject", ended="closed_at"),
    )


def _delivery() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease", sa.Text(), nullable=True),
        sa.Column("lease_until", INSTANT, nullable=True),
        sa.Column("unsettled_since", INSTANT, nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("ts", sa.Text(), nullable=True),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('due', 'claimed', 'sent', 'failed', 'superseded')", name=op.f("ck_delivery_state")
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_delivery_organisation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_delivery"),
        sa.Index("ix_delivery_organisation_id_state", "organisation_id", "state"),
        sa.Index("ix_delivery_state_due_at", "state", "due_at"),
    )


def _notice() -> None:
    op.create_table(
        "notice",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("episode", sa.Integer(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("delivery_id", sa.Text(), nullable=True),
        sa.Column("details", DOCUMENT, nullable=False),
        sa.Column("owed_at", INSTANT, nullable=False),
        sa.CheckConstraint("(recipient = '') = (delivery_id IS NULL)", name=op.f("ck_notice_waiting")),
        sa.ForeignKeyConstraint(["delivery_id"], ["delivery.id"], name="fk_notice_delivery_id"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_notice_organisation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_notice"),
        sa.UniqueConstraint(
            "organisation_id",
            "kind",
            "subject",
            "episode",
            "step",
            "recipient",
            name="uq_notice_organisation_id_kind_subject_episode_step_recipient",
        ),
        sa.Index("ix_notice_delivery_id", "delivery_id"),
    )


def upgrade() -> None:
    _audit()
    _inbox()
    _episode()
    _delivery()
    _notice()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
