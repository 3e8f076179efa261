"""The JSON in which Slack shows users, conversations, messages and views."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.demo.config import WorkspaceConfig
from bot.demo.model import Channel, ChannelKind, Json, Message, User, View
from bot.demo.workspace import Workspace


def user_json(user: User, config: WorkspaceConfig, *, with_email: bool) -> Json:
    """A user as `users.info` and `user_change` show it; a deactivated one has no time zone and no roles."""
    profile: Json = {
        "real_name": user.real_name,
        "real_name_normalized": user.real_name,
        "display_name": user.name,
        "display_name_normalized": user.name,
        "first_name": user.real_name.split(" ")[0],
        "last_name": " ".join(user.real_name.split(" ")[1:]),
        "team": config.team.id,
    }
    if with_email and user.email:
        profile["email"] = user.email
    shown: Json = {
        "id": user.id,
        "team_id": config.team.id,
        "name": user.name,
        "deleted": user.deleted,
        "profile": profile,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "updated": user.updated,
    }
    return shown if user.deleted else shown | _roles(user)


def _roles(user: User) -> Json:
    offset = datetime.now(UTC).astimezone(ZoneInfo(user.tz)).utcoffset()
    return {
        "real_name": user.real_name,
        "tz": user.tz,
        "tz_label": user.tz.replace("_", " "),
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "is_admin": user.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": user.is_restricted,
        "is_ultra_restricted": False,
        "is_email_confirmed": True,
        "who_can_share_contact_card": "EVERYONE",
    }


def channel_json(channel: Channel, config: WorkspaceConfig) -> Json:
    """A conversation as `conversations.info` shows it to the app."""
    bot = config.app.bot_user_id
    direct = channel.kind is ChannelKind.DIRECT
    shown: Json = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.is_archived,
        "is_im": direct,
        "is_mpim": False,
        "is_org_shared": False,
        "context_team_id": config.team.id,
    }
    if direct:
        return shown | {"user": next(iter(channel.members - {bot}), bot), "is_user_deleted": False, "priority": 0}
    return shown | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind is ChannelKind.PUBLIC,
        "is_group": channel.kind is ChannelKind.PRIVATE,
        "is_private": channel.kind is ChannelKind.PRIVATE,
        "is_general": False,
        "is_shared": channel.is_ext_shared,
        "is_ext_shared": channel.is_ext_shared,
        "is_pending_ext_shared": False,
        "is_member": bot in channel.members,
        "num_members": len(channel.members),
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "previous_names": [],
    }


def message_json(
    message: Message, config: WorkspaceConfig, state: Workspace | None = None, *, with_metadata: bool = True
) -> Json:
    """A message as the Web API returns it; with the state, the first message of a thread tells of its replies."""
    shown: Json = {
        "type": "message",
        "user": message.user,
        "ts": message.ts,
        "text": message.text,
        "team": config.team.id,
    }
    if message.by_app:
        shown |= {"bot_id": config.app.bot_id, "app_id": config.app.id, "bot_profile": bot_profile(config)}
    if message.client_msg_id:
        shown["client_msg_id"] = message.client_msg_id
    if message.blocks:
        shown["blocks"] = list(message.blocks)
    if message.metadata is not None and with_metadata:
        shown["metadata"] = message.metadata
    if message.files:
        shown |= {"subtype": "file_share", "files": list(message.files), "upload": False}
    if message.edited_ts:
        shown["edited"] = {"user": message.user, "ts": message.edited_ts}
    return shown | _thread(message, state)


def _thread(message: Message, state: Workspace | None) -> Json:
    if message.is_reply:
        parent = state.find_message(message.thread_ts or "", message.channel) if state else None
        shown: Json = {"thread_ts": message.thread_ts}
        return shown | ({"parent_user_id": parent.user} if parent else {})
    replies = state.replies(message) if state else []
    if not replies:
        return {}
    users = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users_count": len(users),
        "latest_reply": replies[-1].ts,
        "reply_users": users,
        "is_locked": False,
        "subscribed": False,
    }


def bot_profile(config: WorkspaceConfig) -> Json:
    """The app as messages and `bots.info` show it."""
    return {
        "id": config.app.bot_id,
        "app_id": config.app.id,
        "user_id": config.app.bot_user_id,
        "name": config.app.name,
        "deleted": False,
        "updated": 0,
        "team_id": config.team.id,
        "icons": {},
    }


def view_json(view: View, config: WorkspaceConfig, values: Json | None = None) -> Json:
    """A view as `views.publish`, `views.open` and payloads show it, with what its inputs show."""
    defaults: Json = {"private_metadata": "", "callback_id": "", "external_id": "", "title": None}
    return (
        defaults
        | view.body
        | {
            "id": view.id,
            "team_id": config.team.id,
            "app_id": config.app.id,
            "bot_id": config.app.bot_id,
            "state": {"values": values or {}},
            "hash": view.hash,
            "root_view_id": view.root_id or view.id,
            "previous_view_id": view.previous_id,
        }
    )
