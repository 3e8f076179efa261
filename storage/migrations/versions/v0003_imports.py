"""Files that were read, which facts came with them, and the e-mail address by which their rows find people."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
WITH_BATCH = ("achievement", "association", "profile")


def _batch() -> None:
    op.create_table(
        "batch",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("counts", DOCUMENT, nullable=False),
        sa.Column("imported_at", INSTANT, nullable=False),
        sa.Column("imported_by", sa.Text(), nullable=True),
        sa.Column("withdrawn_at", INSTANT, nullable=True),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_batch_organisation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_batch"),
        sa.Index("ix_batch_organisation_id", "organisation_id"),
    )


def _upload() -> None:
    op.create_table(
        "upload",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("uploaded_at", INSTANT, nullable=False),
        sa.Column("uploaded_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_upload_organisation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_upload"),
        sa.Index("ix_upload_organisation_id", "organisation_id"),
    )


def _confirmation() -> None:
    op.create_table(
        "confirmation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("achievement_id", sa.Text(), nullable=False),
        sa.Column("batch_id", sa.Text(), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("expired", sa.Date(), nullable=True),
        sa.Column("expires", sa.Date(), nullable=True),
        sa.CheckConstraint("was IN ('claimed', 'confirmed', 'missing')", name=op.f("ck_confirmation_was")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_confirmation_person_id"),
        sa.ForeignKeyConstraint(["achievement_id"], ["achievement.id"], name="fk_confirmation_achievement_id"),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name="fk_confirmation_batch_id"),
        sa.PrimaryKeyConstraint("id", name="pk_confirmation"),
        sa.Index("ix_confirmation_batch_id", "batch_id"),
        sa.Index("ix_confirmation_person_id", "person_id"),
    )


def upgrade() -> None:
    _batch()
    _upload()
    for table in WITH_BATCH:
        op.add_column(table, sa.Column("batch_id", sa.Text(), nullable=True))
    op.add_column("association", sa.Column("withdrawn_at", INSTANT, nullable=True))
    op.add_column("slack_identity", sa.Column("email", sa.Text(), nullable=True))
    _confirmation()


def downgrade() -> None:
    op.drop_table("confirmation")
    op.drop_column("slack_identity", "email")
    op.drop_column("association", "withdrawn_at")
    for table in WITH_BATCH:
        op.drop_column(table, "batch_id")
    op.drop_table("upload")
    op.drop_table("batch")
