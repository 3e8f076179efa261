"""How a membership began and ended, that it never was one, and what was ordered."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
HOW = "how IN ('bought', 'renewed', 'upgraded')"
ADDED = ("how", "ended_on", "withdrawn_at", "withdrawn_by", "withdrawn_because")


def upgrade() -> None:
    with op.batch_alter_table("membership") as table:
        table.add_column(sa.Column("how", sa.Text(), nullable=False, server_default="bought"))
        table.add_column(sa.Column("ended_on", sa.Date()))
        table.add_column(sa.Column("withdrawn_at", INSTANT))
        table.add_column(sa.Column("withdrawn_by", sa.Text()))
        table.add_column(sa.Column("withdrawn_because", sa.Text()))
        table.create_check_constraint(op.f("ck_membership_how"), HOW)
    op.create_table(
        "membership_order",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("ordered", sa.Date(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "programme"],
            ["enrolment.organisation_id", "enrolment.programme"],
            name="fk_membership_order_organisation_id_programme",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_membership_order"),
        sa.Index("ix_membership_order_organisation_id_programme", "organisation_id", "programme"),
    )


def downgrade() -> None:
    op.drop_table("membership_order")
    with op.batch_alter_table("membership") as table:
        table.drop_constraint(op.f("ck_membership_how"), type_="check")
        for column in reversed(ADDED):
            table.drop_column(column)
