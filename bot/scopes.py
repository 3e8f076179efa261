"""What we ask of a workspace, and what for: each scope with the Web API methods and events that need it."""

from collections.abc import Mapping
from types import MappingProxyType

SCOPES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "app_mentions:read": ("app_mention",),
        "channels:history": ("conversations.history",),
        "channels:read": ("conversations.info",),
        "chat:write": ("chat.postMessage", "chat.postEphemeral"),
        "commands": ("/assay",),
        "files:read": ("message.im", "files.info"),
        "files:write": ("files.upload_v2",),
        "groups:history": ("conversations.history",),
        "groups:read": ("conversations.info",),
        "im:history": ("message.im", "conversations.history"),
        "im:write": ("conversations.open",),
        "team:read": ("team.info",),
        "users:read": ("users.list", "user_change", "team_join"),
        "users:read.email": ("users.list", "user_change", "team_join"),
    }
)
