import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from slack_sdk.web.async_client import AsyncWebClient

from bot.inbox import KEPT
from bot.listeners import COMMAND, EVENTS, LINK_THIS
from bot.scopes import SCOPES

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "tests/data/manifest.schema.json").read_text("utf-8"))
CALL = re.compile(r"client\.([a-z]+_\w+)\(")
WITHOUT_SCOPE = {"auth.test", "apps.connections.open", "views.open", "views.update", "views.publish", "auth.revoke"}


@pytest.fixture
def manifest() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yml").read_text("utf-8"))
    return found


def methods_that_are_called() -> set[str]:
    """The Web API methods in the bot's own code: the workspace of the demo is Slack's side, not ours."""
    text = "\n".join(path.read_text("utf-8") for path in (ROOT / "bot").glob("*.py"))
    text = re.sub(r"AsyncWebClient\([^)]*\)\.|_reader\(team\)\.", "client.", text)
    assert ".api_call(" not in text.replace("super().api_call(api_method", "")  # every call passes there
    called = {name for name in CALL.findall(text) if hasattr(AsyncWebClient, name)}
    return {name.replace("_", ".", 1).replace("connections_", "connections.") for name in called}


def test_slack_would_take_the_manifest(manifest: dict[str, Any]) -> None:
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(manifest)] == []


@pytest.mark.parametrize("key", ["display_information", "features", "oauth_config", "settings"])
def test_the_schema_refuses_a_misspelt_key(manifest: dict[str, Any], key: str) -> None:
    manifest[key]["misspelt"] = True

    assert not Draft202012Validator(SCHEMA).is_valid(manifest)


def test_the_scopes_are_those_that_the_code_says_it_needs(manifest: dict[str, Any]) -> None:
    assert set(manifest["oauth_config"]["scopes"]["bot"]) == set(SCOPES)


def test_every_method_that_is_called_has_its_scope_and_every_scope_is_used(manifest: dict[str, Any]) -> None:
    called = methods_that_are_called()
    events = set(manifest["settings"]["event_subscriptions"]["bot_events"])
    used = {use for uses in SCOPES.values() for use in uses}

    assert "chat.postMessage" in called
    assert called - WITHOUT_SCOPE == used - events - {COMMAND}
    assert {scope for scope, uses in SCOPES.items() if not set(uses) & (called | events | {COMMAND})} == set()


def test_every_event_that_is_subscribed_to_is_listened_to_and_the_other_way_round(manifest: dict[str, Any]) -> None:
    subscribed = {event.partition(".")[0] for event in manifest["settings"]["event_subscriptions"]["bot_events"]}

    assert subscribed == {*EVENTS, *KEPT}


def test_the_slash_command_is_the_one_that_is_listened_to_and_its_mentions_are_escaped(
    manifest: dict[str, Any],
) -> None:
    [command] = manifest["features"]["slash_commands"]

    assert command["command"] == COMMAND
    assert command["should_escape"] is True


def test_a_first_install_needs_no_address(manifest: dict[str, Any]) -> None:
    assert manifest["settings"]["socket_mode_enabled"] is True
    assert "url" not in manifest["features"]["slash_commands"][0]


def test_the_shortcut_is_the_one_that_we_listen_to(manifest: dict[str, Any]) -> None:
    assert [each["callback_id"] for each in manifest["features"]["shortcuts"]] == [LINK_THIS]
