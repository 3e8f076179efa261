"""That alerts do not arrive in the channel that is set for them, and the cure."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.owed import Owed
from handlers.render.telling import Telling

CURES: Mapping[str, str] = MappingProxyType(
    {
        "not_in_channel": "notice.channel.invite",
        "channel_not_found": "notice.channel.invite",
        "is_archived": "notice.channel.archived",
        "shared": "notice.channel.shared",
    }
)


def channel_lines(telling: Telling, notice: Owed) -> list[str]:
    """Where alerts do not arrive, and what to do about it."""
    words, details = telling.words, notice.details
    where = f"<#{details['channel']}>"
    cure = CURES.get(details["why"], "notice.channel.other")
    return [words.say("notice.channel", channel=where), words.say(cure, channel=where, why=details["why"])]
