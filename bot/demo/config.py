"""What a local workspace starts with: the team, its people and channels, the app, and how things are delivered."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from bot.demo.model import STRICT, Channel, ChannelKind, Team, User

BOT_SCOPES = frozenset(
    {
        "app_mentions:read",
        "channels:history",
        "channels:read",
        "chat:write",
        "commands",
        "files:read",
        "files:write",
        "groups:history",
        "groups:read",
        "im:history",
        "im:read",
        "im:write",
        "team:read",
        "users:read",
        "users:read.email",
    }
)
SUBSCRIPTIONS = frozenset(
    {"app_home_opened", "app_mention", "app_uninstalled", "message.im", "team_join", "tokens_revoked", "user_change"}
)


class ConfigError(Exception):
    """A configuration that cannot be used; the text names every mistake and its place."""


class Delivery(StrEnum):
    """How the workspace brings events, commands and clicks to the app."""

    SOCKET = "socket"
    HTTP = "http"


@dataclass(frozen=True, kw_only=True)
class AppConfig:
    """The one app that is installed. `slash_escape` is the manifest's `should_escape`."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str = "A0LOCAL0001"
    name: str = "Assay"
    handle: str = "assay"
    bot_id: str = "B0LOCAL0001"
    bot_user_id: str = "U0LOCALBOT1"
    bot_token: str = "xoxb-local-bot-token"  # noqa: S105 - opens nothing but this workspace on this machine
    app_token: str = "xapp-1-local-app-token"  # noqa: S105 - the same
    signing_secret: str = "local-signing-secret"  # noqa: S105 - the same
    verification_token: str = "local-verification-token"  # noqa: S105 - the same
    scopes: frozenset[str] = BOT_SCOPES
    subscriptions: frozenset[str] = SUBSCRIPTIONS
    commands: frozenset[str] = frozenset({"/assay"})
    usage_hints: dict[str, str] = field(default_factory=dict)
    slash_escape: bool = True
    shortcuts: dict[str, str] = field(default_factory=dict)  # of messages: what the menu says, by callback id
    home_tab: bool = True


def _people() -> tuple[User, ...]:
    return (
        User(id="U0LOCALADA1", name="ada", real_name="Ada Admin", email="ada@northwind.example", is_admin=True),
        User(id="U0LOCALBEN1", name="ben", real_name="Ben Berg", email="ben@northwind.example"),
        User(id="U0LOCALCLEO", name="cleo", real_name="Cleo Curie", email="cleo@northwind.example", locale="de-DE"),
        User(id="U0LOCALGUST", name="guest", real_name="Gus Guest", email="gus@other.example", is_restricted=True),
    )


def _channels() -> tuple[Channel, ...]:
    members = frozenset({"U0LOCALADA1", "U0LOCALBEN1", "U0LOCALCLEO", "U0LOCALBOT1"})
    return (
        Channel(id="C0LOCALPART", name="partners", members=members),
        Channel(id="C0LOCALRAND", name="random", members=members - {"U0LOCALBOT1"}),
        Channel(
            id="C0LOCALPRIV", name="board", kind=ChannelKind.PRIVATE, members=frozenset({"U0LOCALADA1", "U0LOCALBOT1"})
        ),
    )


@dataclass(frozen=True, kw_only=True)
class WorkspaceConfig:
    """Everything a workspace starts with; times in seconds.

    `event_retry_delays` are the pauses before an unacknowledged event is sent again (Slack's own: at once, a minute,
    five minutes). `limit_posts` turns on Slack's one message per second and channel.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    team: Team = field(default_factory=Team)
    app: AppConfig = field(default_factory=AppConfig)
    users: tuple[User, ...] = field(default_factory=_people)
    channels: tuple[Channel, ...] = field(default_factory=_channels)
    delivery: Delivery = Delivery.SOCKET
    request_url: str = ""
    ack_timeout: float = 3.0
    event_retry_delays: tuple[float, ...] = (0.2, 1.0, 5.0)
    limit_posts: bool = False


def parse_config(raw: str) -> WorkspaceConfig:
    """A configuration from JSON text, or from the JSON file that the text names; what is left out keeps its default.

    Raises:
        ConfigError: the file cannot be read, the text is not JSON, or fields are unknown or of a wrong type.
    """
    if not raw.lstrip().startswith("{"):
        raw = _read(Path(raw))
    try:
        return TypeAdapter(WorkspaceConfig).validate_json(raw)
    except ValidationError as error:
        raise ConfigError("; ".join(_sentences(error))) from None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}).") from None


def _sentences(error: ValidationError) -> list[str]:
    return [f"{'.'.join(map(str, item['loc'])) or 'the whole'}: {item['msg']}" for item in error.errors()]
