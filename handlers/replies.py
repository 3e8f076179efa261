"""Who speaks, and what they hear: the edge of every conversation, without Slack."""

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Block: TypeAlias = dict[str, Any]
Audience: TypeAlias = Literal["person", "channel", "nobody"]


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who asks. `private`: only they will read the answer; `shared`: the channel is a Slack Connect one."""

    team: str
    user: str
    channel: str | None = None
    private: bool = True
    shared: bool = False
    request: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: Block Kit, and a text that says the same for notifications and screen readers."""

    text: str
    blocks: tuple[Block, ...] = ()
    audience: Audience = "person"
