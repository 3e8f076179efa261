"""Many workspaces: invitations, installations that have begun, and installations."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _invitations()
    _installations()


def _invitations() -> None:
    op.create_table(
        "invitation",
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("used_at", INSTANT),
        sa.Column("team", sa.Text()),
        sa.CheckConstraint("(used_at IS NULL) = (team IS NULL)", name="used"),
        sa.PrimaryKeyConstraint("code_hash", name="pk_invitation"),
    )
    op.create_table(
        "oauth_state",
        sa.Column("state_hash", sa.Text(), nullable=False),
        sa.Column("invitation", sa.Text()),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("used_at", INSTANT),
        sa.ForeignKeyConstraint(["invitation"], ["invitation.code_hash"], name="fk_oauth_state_invitation"),
        sa.PrimaryKeyConstraint("state_hash", name="pk_oauth_state"),
    )


def _installations() -> None:
    op.create_table(
        "installation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("bot_user", sa.Text(), nullable=False),
        sa.Column("bot_id", sa.Text(), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("installed_by", sa.Text()),
        sa.Column("installed_at", INSTANT, nullable=False),
        sa.Column("token", sa.Text()),
        sa.Column("ended_at", INSTANT),
        sa.CheckConstraint("(ended_at IS NULL) = (token IS NOT NULL)", name="token"),
        sa.PrimaryKeyConstraint("id", name="pk_installation"),
    )
    current = sa.text("ended_at IS NULL")
    op.create_index(
        "uq_installation_current",
        "installation",
        ["team"],
        unique=True,
        sqlite_where=current,
        postgresql_where=current,
    )


def downgrade() -> None:
    for table in ("installation", "oauth_state", "invitation"):
        op.drop_table(table)
