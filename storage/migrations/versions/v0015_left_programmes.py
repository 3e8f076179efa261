"""Programmes in which an organisation takes part no more."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "left_programme",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rejoined_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "programme"],
            ["enrolment.organisation_id", "enrolment.programme"],
            name="fk_left_programme_organisation_id_programme",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_left_programme"),
    )
    in_force = sa.text("rejoined_at IS NULL")
    op.create_index(
        "uq_left_programme_current",
        "left_programme",
        ["organisation_id", "programme"],
        unique=True,
        sqlite_where=in_force,
        postgresql_where=in_force,
    )


def downgrade() -> None:
    op.drop_table("left_programme")
