"""Several organisations: their admins and vendor ids, whose a channel is, claims on profiles, members by workspace."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
OF_ORGANISATION = ["organisation_id"], ["organisation.id"]


def upgrade() -> None:
    op.add_column("workspace", sa.Column("members_revision", sa.Integer(), nullable=False, server_default="0"))
    op.execute(
        "UPDATE workspace SET members_revision = COALESCE((SELECT MAX(o.members_revision) FROM organisation o"
        " JOIN workspace_organisation s ON s.organisation_id = o.id WHERE s.team = workspace.team), 0)"
    )
    op.drop_column("organisation", "members_revision")
    op.add_column("organisation", sa.Column("admins", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "vendor_id",
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("vendor_id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(*OF_ORGANISATION, name="fk_vendor_id_organisation_id"),
        sa.PrimaryKeyConstraint("programme", "vendor_id", name="pk_vendor_id"),
    )
    op.create_index("ix_vendor_id_organisation_id", "vendor_id", ["organisation_id"])
    op.create_table(
        "place",
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["team"], ["workspace.team"], name="fk_place_team"),
        sa.ForeignKeyConstraint(*OF_ORGANISATION, name="fk_place_organisation_id"),
        sa.PrimaryKeyConstraint("team", "place", name="pk_place"),
    )
    _claims()


def _claims() -> None:
    op.create_table(
        "claim",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("holder_id", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settled_at", INSTANT, nullable=True),
        sa.CheckConstraint("outcome IN ('given_up', 'kept', 'withdrawn')", name=op.f("ck_claim_outcome")),
        sa.CheckConstraint("until > asked_on", name=op.f("ck_claim_order")),
        sa.CheckConstraint("(outcome IS NULL) = (settled_on IS NULL)", name=op.f("ck_claim_settled")),
        sa.ForeignKeyConstraint(*OF_ORGANISATION, name="fk_claim_organisation_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_claim_person_id"),
        sa.ForeignKeyConstraint(["holder_id"], ["person.id"], name="fk_claim_holder_id"),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
    )
    op.create_index("ix_claim_organisation_id", "claim", ["organisation_id"])
    op.create_index("ix_claim_holder_id", "claim", ["holder_id"])


def downgrade() -> None:
    for table in ("claim", "place", "vendor_id"):
        op.drop_table(table)
    op.drop_column("organisation", "admins")
    op.add_column("organisation", sa.Column("members_revision", sa.Integer(), nullable=False, server_default="0"))
    op.drop_column("workspace", "members_revision")
