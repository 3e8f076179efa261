"""What an organisation has settled: its notices, its alert channel, its holidays, how long it keeps leavers' data."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    with op.batch_alter_table("organisation") as table:
        table.add_column(sa.Column("alert_channel", sa.Text()))
        table.add_column(sa.Column("country", sa.Text()))
        table.add_column(sa.Column("region", sa.Text()))
        table.add_column(sa.Column("retention_months", sa.Integer(), nullable=False, server_default="12"))
        table.add_column(sa.Column("notices", DOCUMENT, nullable=False, server_default="{}"))


def downgrade() -> None:
    with op.batch_alter_table("organisation") as table:
        for column in ("notices", "retention_months", "region", "country", "alert_channel"):
            table.drop_column(column)
