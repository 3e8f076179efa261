"""What Assay is told from outside: environment variables, or the same in a `.env` file. One field for each."""

import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, TypeAlias

from cryptography.fernet import Fernet
from dotenv import dotenv_values
from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

DEFAULT_DATABASE = "sqlite:///assay.sqlite3"
SLACK_API = "https://slack.com/api/"
MANY = ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "ASSAY_TOKEN_KEY")
"""What more than one workspace needs, all of it."""

_SCHEMES = frozenset({"sqlite", "sqlite+aiosqlite", "postgresql", "postgresql+asyncpg"})


class SettingsError(ValueError):
    """What is wrong with the settings: every mistake, each naming its variable and the cure."""

    def __init__(self, problems: Collection[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Variable:
    """One line of the table of settings: the variable, what it means, what holds without it, how to mend it."""

    name: str
    meaning: str
    default: str
    cure: str


def _starting(prefix: str) -> AfterValidator:
    def check(value: SecretStr) -> SecretStr:
        if not value.get_secret_value().startswith(prefix):
            raise ValueError(f"does not start with {prefix}")
        return value

    return AfterValidator(check)


BotToken: TypeAlias = Annotated[SecretStr, _starting("xoxb-")]
AppToken: TypeAlias = Annotated[SecretStr, _starting("xapp-")]


def _field(name: str, meaning: str, cure: str, default: Any = None, shown: str = "") -> Any:  # noqa: ANN401 - pydantic's
    return Field(default=default, validation_alias=name, description=meaning, json_schema_extra=_more(shown, cure))


def _more(shown: str, cure: str) -> dict[str, Any]:
    return {"shown": shown, "cure": cure}


class Settings(BaseSettings):
    """The settings, read and checked. A token that was not given is None."""

    model_config = SettingsConfigDict(env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True)

    bot_token: BotToken | None = _field(
        "SLACK_BOT_TOKEN",
        "The bot's token.",
        "copy the Bot User OAuth Token (xoxb-…) from your Slack app's page OAuth & Permissions",
    )
    app_token: AppToken | None = _field(
        "SLACK_APP_TOKEN",
        "The app-level token with connections:write, for Socket Mode (`assay run`).",
        "make an App-Level Token (xapp-…) with the scope connections:write on your Slack app's page Basic Information",
    )
    signing_secret: SecretStr | None = _field(
        "SLACK_SIGNING_SECRET",
        "Proves that a request comes from Slack, for HTTP (`assay serve`).",
        "copy the Signing Secret from your Slack app's page Basic Information",
    )
    api_url: str = _field(
        "SLACK_API_URL",
        "Where Slack's Web API is.",
        "leave it out for Slack's own, or give an address such as http://127.0.0.1:3100/api/",
        SLACK_API,
        SLACK_API,
    )
    database_url: SecretStr = _field(
        "DATABASE_URL",
        "The database: SQLite, or PostgreSQL for more than one replica.",
        "give sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME, or leave it out",
        SecretStr(DEFAULT_DATABASE),
        "sqlite:///assay.sqlite3, a file in the working folder",
    )
    admins: Annotated[tuple[str, ...], NoDecode] = _field(
        "ASSAY_ADMINS",
        "Slack user ids, comma-separated: admins from the start; the first is the owner.",
        "give user ids such as U012AB3CD,U045EF6GH (in Slack: profile, ⋮, Copy member ID), or leave it out",
        (),
        "the workspace's own admins",
    )
    now: datetime | None = _field(
        "ASSAY_NOW",
        "An ISO time: the business clock starts there and runs on. Without an offset it is UTC.",
        "give an ISO time such as 2018-01-15T09:00:00+01:00, or leave it out",
        None,
        "the real time",
    )
    port: Annotated[int | None, Field(ge=0, le=65535)] = _field(
        "PORT",
        "The port of `assay serve` and `assay demo`; 0 takes a free one.",
        "give a number from 0 to 65535, or leave it out",
        None,
        "3000; `assay demo`: a free one",
    )

    client_id: str | None = _field(
        "SLACK_CLIENT_ID",
        "The Slack app's client id, to be installed in more workspaces than one.",
        "copy the Client ID from your Slack app's page Basic Information, or leave out all of " + ", ".join(MANY),
    )
    client_secret: SecretStr | None = _field(
        "SLACK_CLIENT_SECRET",
        "The client secret that belongs to it.",
        "copy the Client Secret from your Slack app's page Basic Information",
    )
    token_key: SecretStr | None = _field(
        "ASSAY_TOKEN_KEY",
        "Encrypts the tokens of the other workspaces in the database. Several, comma-separated: the first encrypts, "
        "each of them decrypts.",
        "make one with `openssl rand -base64 32 | tr +/ -_`",
    )

    @property
    def token_keys(self) -> tuple[str, ...]:
        """The keys for tokens, the one that encrypts first; none where one workspace is all."""
        return _keys(self.token_key.get_secret_value()) if self.token_key else ()

    @field_validator("token_key")
    @classmethod
    def _fernet_keys(cls, value: SecretStr | None) -> SecretStr | None:
        for key in _keys(value.get_secret_value()) if value else ():
            try:
                Fernet(key)
            except ValueError:
                raise ValueError("has what is no key") from None
        return value

    @field_validator("api_url")
    @classmethod
    def _whole_address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("is no http or https address")
        return value.rstrip("/") + "/"

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: SecretStr) -> SecretStr:
        scheme, found, _ = value.get_secret_value().partition("://")
        if not found or scheme not in _SCHEMES:
            raise ValueError("is no address of an SQLite or PostgreSQL database")
        return value

    @field_validator("admins", mode="before")
    @classmethod
    def _user_ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        ids = [part.strip() for part in value.split(",") if part.strip()]
        wrong = [part for part in ids if not (part[0] in "UW" and part.isalnum() and part == part.upper())]
        if wrong:
            raise ValueError(f"has {', '.join(wrong)}, which is no Slack user id")
        return tuple(dict.fromkeys(ids))

    @field_validator("now")
    @classmethod
    def _aware(cls, value: datetime | None) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


def _keys(given: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in given.split(",") if key.strip())


def table() -> tuple[Variable, ...]:
    """Every setting as people read it, in the order in which they matter."""
    return tuple(
        Variable(str(field.validation_alias), field.description or "", *_shown_and_cure(field))
        for field in Settings.model_fields.values()
    )


def _shown_and_cure(field: FieldInfo) -> tuple[str, str]:
    more = field.json_schema_extra
    known = more if isinstance(more, dict) else {}
    return str(known["shown"]), str(known["cure"])


def read(*needed: str, env_file: Path | None = Path(".env")) -> Settings:
    """The settings from the environment, and from the `.env` file where the environment says nothing.

    Args:
        needed: the variables that must be there.
        env_file: the file to read; None for none.

    Raises:
        SettingsError: variables are missing or cannot be used; names all of them at once.
    """
    cures = {variable.name: variable.cure for variable in table()}
    present = {**(dotenv_values(env_file) if env_file else {}), **os.environ}
    if any(present.get(name) for name in MANY):
        needed = (*needed, *MANY)
    problems = [f"{name} is missing: {cures[name]}." for name in needed if not present.get(name)]
    source: dict[str, Any] = {"_env_file": env_file}
    try:
        settings = Settings(**source)
    except ValidationError as error:
        wrong = {str(item["loc"][0]): _reason(item) for item in error.errors()}
        problems += [f"{name} {reason}: {cures[name]}." for name, reason in wrong.items()]
        raise SettingsError(problems) from None
    if problems:
        raise SettingsError(problems)
    return settings


def _reason(item: ErrorDetails) -> str:
    """Our own words where a validator here found it; a library's words would show the value, which may be secret."""
    return str(item["ctx"]["error"]) if item["type"] == "value_error" else "cannot be read"
