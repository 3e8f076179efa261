"""Until when a status holds; that a figure, a status or an association never was true; that somebody was forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
WHO_AND_WHY = ("withdrawn_by", "withdrawn_because")


def upgrade() -> None:
    op.add_column("flag", sa.Column("until", sa.Date()))
    for table in ("figure", "flag"):
        op.add_column(table, sa.Column("withdrawn_at", INSTANT))
    for table in ("figure", "flag", "association"):
        for column in WHO_AND_WHY:
            op.add_column(table, sa.Column(column, sa.Text()))
    op.add_column("audit", sa.Column("because", sa.Text()))
    op.add_column("person", sa.Column("forgotten_at", INSTANT))


def downgrade() -> None:
    op.drop_column("person", "forgotten_at")
    op.drop_column("audit", "because")
    for table in ("figure", "flag", "association"):
        for column in WHO_AND_WHY:
            op.drop_column(table, column)
    for table in ("figure", "flag"):
        op.drop_column(table, "withdrawn_at")
    op.drop_column("flag", "until")
