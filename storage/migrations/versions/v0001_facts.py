"""Who takes part, and what is recorded about them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
EXACT = sa.Text().with_variant(sa.Numeric(), "postgresql")
TABLES = (
    "organisation",
    "workspace",
    "workspace_organisation",
    "enrolment",
    "person",
    "profile",
    "slack_identity",
    "association",
    "achievement",
    "figure",
    "flag",
    "membership",
    "override",
)


def _current(name: str, *columns: str, ended: str) -> sa.Index:
    in_force = sa.text(f"{ended} IS NULL")
    return sa.Index(name, *columns, unique=True, sqlite_where=in_force, postgresql_where=in_force)


def _organisation() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("names_in_channels", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("members_revision", sa.Integer(), nullable=False),
        sa.Column("next_look_at", INSTANT, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
        sa.Index("ix_organisation_next_look_at", "next_look_at"),
    )


def _workspace() -> None:
    op.create_table(
        "workspace",
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("met_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("team", name="pk_workspace"),
    )


def _workspace_organisation() -> None:
    op.create_table(
        "workspace_organisation",
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_workspace_organisation_organisation_id"
        ),
        sa.ForeignKeyConstraint(["team"], ["workspace.team"], name="fk_workspace_organisation_team"),
        sa.PrimaryKeyConstraint("team", "organisation_id", name="pk_workspace_organisation"),
        sa.Index("ix_workspace_organisation_organisation_id", "organisation_id"),
    )


def _enrolment() -> None:
    op.create_table(
        "enrolment",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("market", sa.Text(), nullable=False),
        sa.Column("start", sa.Date(), nullable=True),
        sa.CheckConstraint("market IN ('developed', 'developing')", name=op.f("ck_enrolment_market")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_enrolment_organisation_id"),
        sa.PrimaryKeyConstraint("organisation_id", "programme", name="pk_enrolment"),
    )


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )


def _profile() -> None:
    op.create_table(
        "profile",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("claimed_at", INSTANT, nullable=False),
        sa.Column("released_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_profile_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_profile"),
        _current("uq_profile_current", "profile", ended="released_at"),
        _current("uq_profile_person", "person_id", ended="released_at"),
    )


def _slack_identity() -> None:
    op.create_table(
        "slack_identity",
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=True),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.CheckConstraint("role IN ('admin', 'member', 'guest')", name=op.f("ck_slack_identity_role")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_slack_identity_person_id"),
        sa.ForeignKeyConstraint(["team"], ["workspace.team"], name="fk_slack_identity_team"),
        sa.PrimaryKeyConstraint("team", "user", name="pk_slack_identity"),
        sa.Index("ix_slack_identity_person_id", "person_id"),
    )


def _association() -> None:
    op.create_table(
        "association",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_association_organisation_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_association_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_association"),
        sa.Index("ix_association_organisation_id_person_id", "organisation_id", "person_id"),
        sa.Index("ix_association_person_id", "person_id"),
    )


def _achievement() -> None:
    op.create_table(
        "achievement",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("credential", sa.Text(), nullable=False),
        sa.Column("earned", sa.Date(), nullable=False),
        sa.Column("expires", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("recorded_by", sa.Text(), nullable=True),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("withdrawn_at", INSTANT, nullable=True),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
        sa.Column("withdrawn_because", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('claimed', 'confirmed', 'missing')", name=op.f("ck_achievement_state")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_achievement_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_achievement"),
        sa.Index("ix_achievement_person_id", "person_id"),
    )


def _figure() -> None:
    op.create_table(
        "figure",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("value", EXACT, nullable=False),
        sa.Column("reported_at", INSTANT, nullable=False),
        sa.Column("superseded_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "programme"],
            ["enrolment.organisation_id", "enrolment.programme"],
            name="fk_figure_organisation_id_programme",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_figure"),
        _current("uq_figure_current", "organisation_id", "programme", "metric", "month", ended="superseded_at"),
    )


def _flag() -> None:
    op.create_table(
        "flag",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Boolean(), nullable=False),
        sa.Column("set_at", INSTANT, nullable=False),
        sa.Column("superseded_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "programme"],
            ["enrolment.organisation_id", "enrolment.programme"],
            name="fk_flag_organisation_id_programme",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_flag"),
        _current("uq_flag_current", "organisation_id", "programme", "name", ended="superseded_at"),
    )


def _membership() -> None:
    op.create_table(
        "membership",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("purchased", sa.Date(), nullable=False),
        sa.Column("anniversary", sa.Date(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("superseded_at", INSTANT, nullable=True),
        sa.CheckConstraint("anniversary > purchased", name=op.f("ck_membership_order")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "programme"],
            ["enrolment.organisation_id", "enrolment.programme"],
            name="fk_membership_organisation_id_programme",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_membership"),
        _current("uq_membership_current", "organisation_id", "programme", ended="superseded_at"),
    )


def _override() -> None:
    op.create_table(
        "override",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("competency", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("credential", sa.Text(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("granted_by", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("ticket", sa.Text(), nullable=True),
        sa.Column("recorded_by", sa.Text(), nullable=True),
        sa.Column("recorded_on", sa.Date(), nullable=True),
        sa.CheckConstraint("until > since", name=op.f("ck_override_order")),
        sa.CheckConstraint(
            "(competency IS NOT NULL AND level IS NOT NULL AND person_id IS NULL AND credential IS NULL) OR "
            "(competency IS NULL AND level IS NULL AND person_id IS NOT NULL AND credential IS NOT NULL)",
            name=op.f("ck_override_subject"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "programme"],
            ["enrolment.organisation_id", "enrolment.programme"],
            name="fk_override_organisation_id_programme",
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_override_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_override"),
        sa.Index("ix_override_organisation_id_programme", "organisation_id", "programme"),
    )


def upgrade() -> None:
    _organisation()
    _workspace()
    _workspace_organisation()
    _enrolment()
    _person()
    _profile()
    _slack_identity()
    _association()
    _achievement()
    _figure()
    _flag()
    _membership()
    _override()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
