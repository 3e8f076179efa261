"""The app as its manifest describes it: what is installed here is what would be installed on Slack."""

from collections.abc import Mapping
from typing import Any

from bot.demo.config import AppConfig


def app_of(manifest: Mapping[str, Any]) -> AppConfig:
    """The app of a manifest read from YAML or JSON: name, commands, shortcuts of messages, scopes, events, Home.

    Raises:
        KeyError: the manifest names no display name or no bot scopes.
    """
    features = manifest.get("features", {})
    commands = features.get("slash_commands", [])
    events = manifest.get("settings", {}).get("event_subscriptions", {}).get("bot_events", [])
    shortcuts = [found for found in features.get("shortcuts", []) if found["type"] == "message"]
    name = features.get("bot_user", {}).get("display_name") or manifest["display_information"]["name"]
    return AppConfig(
        name=name,
        handle=name.lower().replace(" ", "_"),
        scopes=frozenset(manifest["oauth_config"]["scopes"]["bot"]),
        subscriptions=frozenset(events),
        commands=frozenset(command["command"] for command in commands),
        usage_hints={command["command"]: command.get("usage_hint", "") for command in commands},
        slash_escape=any(command.get("should_escape", False) for command in commands),
        shortcuts={found["callback_id"]: found["name"] for found in shortcuts},
        home_tab=features.get("app_home", {}).get("home_tab_enabled", False),
    )
