"""What is known of a departure: the end announced before it, that somebody is on leave, when it was noticed.

And of an override that it never was one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

WITHDRAWN = ("withdrawn_by", "withdrawn_because")


def upgrade() -> None:
    op.add_column("association", sa.Column("announced", sa.Date()))
    op.add_column("association", sa.Column("on_leave", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("association", sa.Column("noticed_at", sa.DateTime(timezone=True)))
    op.add_column("override", sa.Column("withdrawn_at", sa.DateTime(timezone=True)))
    for column in WITHDRAWN:
        op.add_column("override", sa.Column(column, sa.Text()))


def downgrade() -> None:
    with op.batch_alter_table("override") as table:
        for column in ("withdrawn_at", *WITHDRAWN):
            table.drop_column(column)
    with op.batch_alter_table("association") as table:
        for column in ("noticed_at", "on_leave", "announced"):
            table.drop_column(column)
