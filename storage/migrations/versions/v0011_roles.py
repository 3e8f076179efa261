"""Roles that an organisation gave, whether it is told anything yet, users' languages, who was asked who they are."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

USER_COLUMNS: dict[str, sa.types.TypeEngine[Any]] = {
    "language": sa.Text(),
    "asked_as": sa.Text(),
    "asked_on": sa.Date(),
    "is_them": sa.Boolean(),
}


def upgrade() -> None:
    op.add_column("organisation", sa.Column("roles", sa.Text(), nullable=False, server_default=""))
    op.add_column("organisation", sa.Column("stage", sa.Text(), nullable=False, server_default="live"))
    op.add_column("organisation", sa.Column("setup_step", sa.Integer(), nullable=False, server_default="0"))
    for name, kind in USER_COLUMNS.items():
        op.add_column("slack_identity", sa.Column(name, kind))


def downgrade() -> None:
    for name in USER_COLUMNS:
        op.drop_column("slack_identity", name)
    op.drop_column("organisation", "setup_step")
    op.drop_column("organisation", "stage")
    op.drop_column("organisation", "roles")
