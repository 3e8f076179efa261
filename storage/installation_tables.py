"""The tables of many workspaces: who may install, what is being installed, and what is installed."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Table, Text

from storage.columns import METADATA, at, key, one_current, text
from storage.types import Instant

SHARED = {"scope": "shared"}

# Leave to bring one more workspace, as a new organisation of that name; used once. The code itself is kept nowhere.
invitation = Table(
    "invitation",
    METADATA,
    Column("code_hash", Text, primary_key=True),
    text("name"),
    at("created_at"),
    at("expires_at"),
    Column("used_at", Instant),
    Column("team", Text),
    CheckConstraint("(used_at IS NULL) = (team IS NULL)", name="used"),
    info=SHARED,
)

# An installation that has begun: Slack brings its state back, once.
oauth_state = Table(
    "oauth_state",
    METADATA,
    Column("state_hash", Text, primary_key=True),
    Column("invitation", Text, ForeignKey("invitation.code_hash")),
    at("expires_at"),
    Column("used_at", Instant),
    info=SHARED,
)

# A workspace that the app is, or was, installed in. The token is encrypted, and erased when the installation ends.
installation = Table(
    "installation",
    METADATA,
    key(),
    text("team"),
    text("bot_user"),
    text("bot_id"),
    text("scopes"),
    Column("installed_by", Text),
    at("installed_at"),
    Column("token", Text),
    Column("ended_at", Instant),
    CheckConstraint("(ended_at IS NULL) = (token IS NOT NULL)", name="token"),
    info=SHARED,
)
one_current(installation, "team", ended="ended_at")
