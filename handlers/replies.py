"""Who speaks, and what they hear: the edge of every conversation, without Slack."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Block: TypeAlias = dict[str, Any]
Surface: TypeAlias = dict[str, Any]
"""A modal or a Home tab, as Slack's methods take it."""
Option: TypeAlias = dict[str, Any]
Audience: TypeAlias = Literal["person", "channel", "nobody"]


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who asks. `private`: only they will read the answer; `shared`: the channel is a Slack Connect one.

    `organisation` is set where what was pressed or sent belongs to one of several. `thread` is the first message of the
    thread in which a few words go on from what was asked before, "" the main line of a direct conversation.
    """

    team: str
    user: str
    channel: str | None = None
    private: bool = True
    shared: bool = False
    request: str = ""
    organisation: str | None = None
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file for one person: its name as it is saved, and the title that Slack shows."""

    name: str
    title: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: Block Kit, and a text that says the same for notifications and screen readers.

    `unplaced`: it speaks of several organisations, or of another than the one that was meant, and says so itself.
    `view` is a modal to open instead, where Slack gave leave to open one. `document` is brought to the direct
    conversation with who asked, wherever they asked.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    audience: Audience = "person"
    view: Surface | None = None
    unplaced: bool = False
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Submitted:
    """What a modal that was sent leads to: a sentence beside each field that is wrong, or the view that follows."""

    errors: Mapping[str, str] = field(default_factory=dict)
    view: Surface | None = None
