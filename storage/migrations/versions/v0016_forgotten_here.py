"""Who is forgotten by an organisation that they counted for once; an organisation has one Slack workspace."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

SERVES = ("ix_workspace_organisation_organisation_id", "workspace_organisation")


def upgrade() -> None:
    op.add_column("association", sa.Column("forgotten_at", sa.DateTime(timezone=True)))
    op.drop_index(*SERVES)
    op.create_index(*SERVES, ["organisation_id"], unique=True)


def downgrade() -> None:
    op.drop_index(*SERVES)
    op.create_index(*SERVES, ["organisation_id"])
    op.drop_column("association", "forgotten_at")
