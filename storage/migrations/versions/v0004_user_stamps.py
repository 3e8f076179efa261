"""When Slack had a user as they are on record, so that what comes late is seen to be older."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    stamp = sa.Column("updated", sa.BigInteger(), nullable=False, server_default="0")
    op.add_column("slack_identity", stamp)


def downgrade() -> None:
    op.drop_column("slack_identity", "updated")
