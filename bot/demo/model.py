"""What a workspace is made of: plain values that never change in place."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar, TypeAlias

from pydantic import ConfigDict

Json: TypeAlias = dict[str, Any]
STRICT = ConfigDict(extra="forbid")  # in a configuration, a misspelt field is a mistake and not ignored


class ChannelKind(StrEnum):
    """Who can be in a conversation, and which scopes it asks for."""

    PUBLIC = "public_channel"
    PRIVATE = "private_channel"
    DIRECT = "im"


@dataclass(frozen=True, kw_only=True)
class Team:
    """The workspace as a whole."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str = "T0LOCAL0001"
    name: str = "Northwind"
    domain: str = "northwind"


@dataclass(frozen=True, kw_only=True)
class User:
    """A person or a bot. `name` is the handle, `real_name` what people read; `updated` is in Unix seconds."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str
    name: str
    real_name: str
    email: str = ""
    tz: str = "Europe/Berlin"
    locale: str = "en-US"
    is_admin: bool = False
    is_restricted: bool = False
    is_bot: bool = False
    deleted: bool = False
    updated: int = 0


@dataclass(frozen=True, kw_only=True)
class Channel:
    """A conversation. A direct one has two members and no name; a shared one reaches into another company."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str
    name: str = ""
    kind: ChannelKind = ChannelKind.PUBLIC
    members: frozenset[str] = frozenset()
    is_archived: bool = False
    is_ext_shared: bool = False
    created: int = 0


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message. `ts` is its id; `visible_to` names the one reader of an ephemeral message."""

    ts: str
    channel: str
    user: str
    text: str = ""
    blocks: tuple[Json, ...] = ()
    thread_ts: str | None = None
    metadata: Json | None = None
    visible_to: str | None = None
    edited_ts: str | None = None
    by_app: bool = False
    client_msg_id: str | None = None
    files: tuple[Json, ...] = ()

    @property
    def ephemeral(self) -> bool:
        """Whether one person alone sees it, and no history keeps it."""
        return self.visible_to is not None

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread that another message began."""
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass(frozen=True, kw_only=True)
class View:
    """A Home tab or a modal as the app published it; `body` is what the app sent, `previous_id` the one under it."""

    id: str
    user: str
    body: Json
    hash: str
    root_id: str = ""
    previous_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """A file that somebody uploaded to a conversation; `created` is in Unix seconds.

    The app's own file has no conversation until its upload is complete.
    """

    id: str
    user: str
    channel: str
    name: str
    mimetype: str
    content: bytes
    created: int
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class WireEntry:
    """One line of the wire log. `direction` is `to_app` or `from_app`, `at` is in Unix seconds."""

    number: int
    at: float
    direction: str
    name: str
    outcome: str
    detail: Json = field(default_factory=dict)
