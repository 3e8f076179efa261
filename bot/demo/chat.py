"""chat.*: posting, editing and deleting messages."""

from dataclasses import replace

from bot.demo.args import Args
from bot.demo.content import LONGEST_EDIT, content, metadata
from bot.demo.core import Slack
from bot.demo.errors import ApiError, RateLimitedError
from bot.demo.method import Method
from bot.demo.model import Channel, ChannelKind, Json, Message
from bot.demo.shapes import message_json


def post_message(slack: Slack, args: Args) -> Json:
    """chat.postMessage: to a channel, or to a user in the direct conversation with the bot."""
    channel = _writable(slack, args.need("channel"))
    said = content(args)
    thread_ts = _thread(slack, channel, args)
    data = metadata(args)
    _limit(slack, channel)
    message = slack.state.post(
        channel.id,
        slack.bot,
        said.text,
        blocks=said.blocks or (),
        thread_ts=thread_ts,
        metadata=data,
        by_app=True,
    )
    slack.emit_message(message)
    shown = message_json(message, slack.config, slack.state)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def post_ephemeral(slack: Slack, args: Args) -> Json:
    """chat.postEphemeral: a message that one member of the channel sees, and no history keeps."""
    channel = _writable(slack, args.need("channel"))
    user = args.need("user")
    if slack.state.person(user) is None:
        raise ApiError("user_not_found")
    if user not in channel.members:
        raise ApiError("user_not_in_channel")
    said = content(args)
    message = slack.state.post(
        channel.id,
        slack.bot,
        said.text,
        blocks=said.blocks or (),
        thread_ts=args.text("thread_ts") or None,
        visible_to=user,
        by_app=True,
    )
    return {"message_ts": message.ts}


def update(slack: Slack, args: Args) -> Json:
    """chat.update: of the app's own messages; blocks and metadata that are not given stay."""
    message = _own(slack, args, "cant_update_message")
    said = content(args, LONGEST_EDIT)
    changed = replace(
        message,
        text=said.text,
        blocks=message.blocks if said.blocks is None else said.blocks,
        metadata=metadata(args) if "metadata" in args else message.metadata,
        edited_ts=slack.state.next_ts(),
    )
    edit(slack, message, changed)
    shown = message_json(changed, slack.config, slack.state)
    return {"channel": changed.channel, "ts": changed.ts, "text": changed.text, "message": shown}


def delete(slack: Slack, args: Args) -> Json:
    """chat.delete: of the app's own messages."""
    message = _own(slack, args, "cant_delete_message")
    take_away(slack, message)
    return {"channel": message.channel, "ts": message.ts}


def edit(slack: Slack, before: Message, after: Message) -> None:
    """Put the edited message in its place; the app hears of it unless the message is ephemeral."""
    slack.state.put_message(after)
    if not after.ephemeral:
        slack.emit_change(before, "message_changed", {"message": message_json(after, slack.config, slack.state)})


def take_away(slack: Slack, message: Message) -> None:
    """Delete a message; the app hears of it unless the message is ephemeral."""
    slack.state.remove(message)
    if not message.ephemeral:
        slack.emit_change(message, "message_deleted", {"deleted_ts": message.ts})


def _writable(slack: Slack, ref: str) -> Channel:
    channel = slack.state.find_channel(ref)
    if channel is None and slack.state.person(ref) is not None and ref != slack.bot:
        return slack.state.direct(slack.bot, ref)
    if channel is None:
        raise ApiError("channel_not_found")
    if slack.bot not in channel.members:
        raise ApiError("not_in_channel" if channel.kind is ChannelKind.PUBLIC else "channel_not_found")
    if channel.is_archived:
        raise ApiError("is_archived")
    return channel


def _thread(slack: Slack, channel: Channel, args: Args) -> str | None:
    ts = args.text("thread_ts")
    if not ts:
        return None
    parent = slack.state.find_message(ts, channel.id)
    if parent is None or parent.ephemeral:
        raise ApiError("thread_not_found")
    if parent.is_reply:
        raise ApiError("cannot_reply_to_message")
    return ts


def _limit(slack: Slack, channel: Channel) -> None:
    if not slack.config.limit_posts:
        return
    own = [float(message.ts) for message in slack.state.timeline(channel.id) if message.by_app]
    if own and slack.clock() - own[-1] < 1:
        raise RateLimitedError(1)


def _own(slack: Slack, args: Args, error: str) -> Message:
    channel = slack.state.find_channel(args.need("channel"))
    if channel is None:
        raise ApiError("channel_not_found")
    message = slack.state.find_message(args.need("ts"), channel.id)
    if message is None or message.ephemeral:
        raise ApiError("message_not_found")
    if not message.by_app:
        raise ApiError(error)
    return message


METHODS = {
    "chat.postMessage": Method(post_message, "chat:write"),
    "chat.postEphemeral": Method(post_ephemeral, "chat:write"),
    "chat.update": Method(update, "chat:write"),
    "chat.delete": Method(delete, "chat:write"),
}
