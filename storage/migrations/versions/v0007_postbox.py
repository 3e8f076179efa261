"""Notices that wait for a digest, who took care of what, and who is away until when."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.types import Document

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
ADDED = ("waits_until", "went_at", "superseded_at")
WAITING = "ck_notice_waiting"
BEFORE = "(recipient = '') = (delivery_id IS NULL)"
AFTER = "CASE WHEN recipient = '' THEN delivery_id IS NULL ELSE delivery_id IS NOT NULL OR waits_until IS NOT NULL END"


def _notice(*more: sa.Column[Any]) -> sa.Table:
    """The table without the check, from which SQLite, which cannot change a check, makes a new one."""
    key = ("organisation_id", "kind", "subject", "episode", "step", "recipient")
    return sa.Table(
        "notice",
        sa.MetaData(),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("episode", sa.Integer(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("delivery_id", sa.Text(), nullable=True),
        sa.Column("details", Document, nullable=False),
        sa.Column("owed_at", INSTANT, nullable=False),
        *more,
        sa.ForeignKeyConstraint(["delivery_id"], ["delivery.id"], name="fk_notice_delivery_id"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_notice_organisation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_notice"),
        sa.UniqueConstraint(*key, name="uq_notice_organisation_id_kind_subject_episode_step_recipient"),
        sa.Index("ix_notice_delivery_id", "delivery_id"),
    )


def _checked(condition: str, before: sa.Table, added: tuple[str, ...] = (), dropped: tuple[str, ...] = ()) -> None:
    """Add and drop columns, and hold another condition."""
    embedded = op.get_bind().dialect.name == "sqlite"
    if not embedded:
        op.drop_constraint(op.f(WAITING), "notice", type_="check")
    with op.batch_alter_table("notice", copy_from=before, recreate="always" if embedded else "never") as table:
        for column in added:
            table.add_column(sa.Column(column, INSTANT, nullable=True))
        for column in dropped:
            table.drop_column(column)
        table.create_check_constraint(op.f(WAITING), condition)


def upgrade() -> None:
    _checked(AFTER, _notice(), added=ADDED)
    op.add_column("slack_identity", sa.Column("away_until", sa.Date(), nullable=True))
    op.add_column("slack_identity", sa.Column("deputy", sa.Text(), nullable=True))
    op.create_table(
        "care",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("episode", sa.Integer(), nullable=False),
        sa.Column("taker", sa.Text(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_care_organisation_id"),
        sa.PrimaryKeyConstraint("organisation_id", "subject", "episode", name="pk_care"),
    )


def downgrade() -> None:
    op.drop_table("care")
    op.drop_column("slack_identity", "deputy")
    op.drop_column("slack_identity", "away_until")
    # What waited has no place in the tables of before.
    op.execute("DELETE FROM notice WHERE recipient <> '' AND delivery_id IS NULL")
    _checked(BEFORE, _notice(*(sa.Column(column, INSTANT) for column in ADDED)), dropped=ADDED)
