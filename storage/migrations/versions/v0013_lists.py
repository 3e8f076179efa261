"""What the columns of an organisation's own lists say; what the vendor's last export showed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.add_column("organisation", sa.Column("columns", DOCUMENT, nullable=False, server_default="{}"))
    op.create_table(
        "seen_export",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_seen_export_organisation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_seen_export"),
    )
    op.create_index("ix_seen_export_organisation_id", "seen_export", ["organisation_id"])


def downgrade() -> None:
    op.drop_table("seen_export")
    op.drop_column("organisation", "columns")
