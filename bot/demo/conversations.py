"""conversations.*: finding, opening and reading conversations."""

from collections.abc import Sequence

from bot.demo.args import Args
from bot.demo.core import Slack
from bot.demo.errors import ApiError, invalid_arguments
from bot.demo.method import Method, require
from bot.demo.model import Channel, ChannelKind, Json, Message
from bot.demo.paging import cursor, mark_of, more, page
from bot.demo.shapes import channel_json, message_json

_FAMILY = {ChannelKind.PUBLIC: "channels", ChannelKind.PRIVATE: "groups", ChannelKind.DIRECT: "im"}


def open_direct(slack: Slack, args: Args) -> Json:
    """conversations.open: the direct conversation with one user."""
    users = [user for user in args.need("users").replace("[", "").replace("]", "").replace('"', "").split(",") if user]
    if len(users) != 1:
        raise invalid_arguments("conversations of more than two are not supported here [json-pointer:/users]")
    user = slack.state.person(users[0].strip())
    if user is None or user.id == slack.bot:
        raise ApiError("user_not_found")
    if user.deleted:
        raise ApiError("user_disabled")
    channel = slack.state.direct(slack.bot, user.id)
    whole = channel_json(channel, slack.config)
    return {"channel": whole if args.flag("return_im") else {"id": channel.id}}


def info(slack: Slack, args: Args) -> Json:
    """conversations.info: one conversation."""
    return {"channel": channel_json(_visible(slack, args, "read"), slack.config)}


def list_all(slack: Slack, args: Args) -> Json:
    """conversations.list: the conversations of some kinds that the bot can see, in pages."""
    kinds = [kind.strip() for kind in args.text("types", ChannelKind.PUBLIC.value).split(",")]
    wanted = {kind for kind in ChannelKind if kind.value in kinds}
    for kind in wanted:
        require(slack, f"{_FAMILY[kind]}:read")
    found = [
        channel
        for channel in slack.state.channels.values()
        if channel.kind in wanted
        and (channel.kind is ChannelKind.PUBLIC or slack.bot in channel.members)
        and not (channel.is_archived and args.flag("exclude_archived"))
    ]
    shown, after = page(found, [channel.id for channel in found], args, args.limit(100, 1000))
    return {"channels": [channel_json(channel, slack.config) for channel in shown]} | more(after)


def history(slack: Slack, args: Args) -> Json:
    """conversations.history: messages outside threads, the newest first, in pages.

    With `oldest` and no `latest` the pages go forward from the oldest, each of them newest first; else backward.
    """
    channel = _member(slack, args)
    found = [message for message in slack.state.timeline(channel.id) if not message.is_reply]
    found = _between(found, args)
    forward = "oldest" in args and "latest" not in args and float(args.text("oldest") or 0) > 0
    shown, after = _page(found if forward else found[::-1], args, args.limit(100, 999), rising=forward)
    newest_first = sorted(shown, key=lambda message: message.ts, reverse=True)
    answer: Json = {
        "messages": _shown(slack, newest_first, args),
        "has_more": bool(after),
        "pin_count": 0,
        "channel_actions_ts": None,
        "channel_actions_count": 0,
    }
    return answer | (more(after) if after else {})


def replies(slack: Slack, args: Args) -> Json:
    """conversations.replies: a thread from its first message on, in pages."""
    channel = _member(slack, args)
    message = slack.state.find_message(args.need("ts"), channel.id)
    if message is None or message.ephemeral:
        raise ApiError("thread_not_found")
    first = slack.state.find_message(message.thread_ts, channel.id) if message.thread_ts else message
    if first is None:
        raise ApiError("thread_not_found")
    thread = [first, *_between(slack.state.replies(first), args)]
    shown, after = _page(thread, args, args.limit(1000, 1000), rising=True)
    answer: Json = {"messages": _shown(slack, shown, args), "has_more": bool(after)}
    return answer | (more(after) if after else {})


def _shown(slack: Slack, messages: Sequence[Message], args: Args) -> list[Json]:
    whole = args.flag("include_all_metadata")
    return [message_json(message, slack.config, slack.state, with_metadata=whole) for message in messages]


def _between(messages: list[Message], args: Args) -> list[Message]:
    oldest, latest = args.text("oldest") or "0", args.text("latest") or "99999999999"
    try:
        first, last = float(oldest), float(latest)
    except ValueError:
        raise ApiError("invalid_ts_latest" if "latest" in args else "invalid_ts_oldest") from None
    if args.flag("inclusive"):
        return [message for message in messages if first <= float(message.ts) <= last]
    return [message for message in messages if first < float(message.ts) < last]


def _page(messages: Sequence[Message], args: Args, limit: int, *, rising: bool) -> tuple[Sequence[Message], str]:
    """A page that begins at the message of the cursor, or where it stood when it is deleted meanwhile."""
    mark = mark_of(args)
    if mark is None:
        start = 0
    else:
        passed = [message.ts < mark if rising else message.ts > mark for message in messages]
        start = passed.index(False) if False in passed else len(messages)
    after = start + limit
    return messages[start:after], cursor(messages[after].ts) if after < len(messages) else ""


def _visible(slack: Slack, args: Args, right: str) -> Channel:
    channel = slack.state.find_channel(args.need("channel"))
    hidden = channel is None or (channel.kind is not ChannelKind.PUBLIC and slack.bot not in channel.members)
    if channel is None or hidden:
        raise ApiError("channel_not_found")
    require(slack, f"{_FAMILY[channel.kind]}:{right}")
    return channel


def _member(slack: Slack, args: Args) -> Channel:
    channel = _visible(slack, args, "history")
    if slack.bot not in channel.members:
        raise ApiError("not_in_channel")
    return channel


METHODS = {
    "conversations.open": Method(open_direct, "im:write"),
    "conversations.info": Method(info),
    "conversations.list": Method(list_all),
    "conversations.history": Method(history),
    "conversations.replies": Method(replies),
}
