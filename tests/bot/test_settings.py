from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.settings import SettingsError, read, table

KEY = "c2VjcmV0IHRva2VucyBvZiBtYW55IHdvcmtzcGFjZXM="
GOOD = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_APP_TOKEN": "xapp-1",
    "SLACK_SIGNING_SECRET": "hush",
    "SLACK_API_URL": "http://127.0.0.1:1/api",
    "DATABASE_URL": "postgresql://u:secret@h/n",
    "ASSAY_ADMINS": "U01, W02",
    "ASSAY_NOW": "2018-01-15T09:00:00+01:00",
    "PORT": "0",
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "whisper",
    "ASSAY_TOKEN_KEY": f"{KEY}, {KEY}",
}
BAD = {
    "SLACK_BOT_TOKEN": "xapp-wrong",
    "SLACK_APP_TOKEN": "xoxb-wrong",
    "SLACK_API_URL": "slack.com",
    "DATABASE_URL": "mysql://u:secret@h/n",
    "ASSAY_ADMINS": "ada",
    "ASSAY_NOW": "tomorrow",
    "PORT": "65536",
    "ASSAY_TOKEN_KEY": "no-key",
}


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    for variable in table():
        monkeypatch.delenv(variable.name, raising=False)
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def dotenv(values: dict[str, str]) -> Path:
    path = Path(".env")
    path.write_text("".join(f'{name}="{value}"\n' for name, value in values.items()), encoding="utf-8")
    return path


def test_without_anything_the_defaults_hold() -> None:
    settings = read()

    assert settings.bot_token is None
    assert settings.api_url == "https://slack.com/api/"
    assert settings.database_url.get_secret_value() == "sqlite:///assay.sqlite3"
    assert (settings.admins, settings.now, settings.port) == ((), None, None)


def test_every_setting_is_read_from_a_dotenv_file() -> None:
    dotenv(GOOD)

    settings = read()

    assert settings.bot_token
    assert settings.bot_token.get_secret_value() == "xoxb-1"
    assert settings.api_url == "http://127.0.0.1:1/api/"
    assert settings.admins == ("U01", "W02")
    assert settings.now == datetime(2018, 1, 15, 8, tzinfo=UTC)
    assert settings.port == 0


def test_the_environment_goes_before_the_file(nothing_is_set: pytest.MonkeyPatch) -> None:
    dotenv({"PORT": "1"})
    nothing_is_set.setenv("PORT", "2")

    assert read().port == 2


def test_a_time_without_an_offset_is_utc(nothing_is_set: pytest.MonkeyPatch) -> None:
    nothing_is_set.setenv("ASSAY_NOW", "2018-01-15T09:00:00")

    assert read().now == datetime(2018, 1, 15, 9, tzinfo=UTC)


def test_all_mistakes_come_at_once_each_with_its_variable_and_its_cure() -> None:
    dotenv(BAD)

    with pytest.raises(SettingsError) as error:
        read("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET")

    cures = {variable.name: variable.cure for variable in table()}
    assert sorted(problem.split()[0] for problem in error.value.problems) == sorted(
        [*BAD, "SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"]
    )
    assert all(problem.endswith(f": {cures[problem.split()[0]]}.") for problem in error.value.problems)


def test_no_secret_shows_in_a_mistake_or_in_the_settings() -> None:
    dotenv(BAD)
    with pytest.raises(SettingsError) as error:
        read()
    dotenv(GOOD)

    shown = str(error.value) + repr(read())

    assert not any(
        secret in shown
        for secret in ("xapp-wrong", "xoxb-wrong", "u:secret", "xoxb-1", "hush", "whisper", "no-key", KEY)
    )


def test_an_empty_variable_counts_as_left_out(nothing_is_set: pytest.MonkeyPatch) -> None:
    nothing_is_set.setenv("SLACK_BOT_TOKEN", "")

    with pytest.raises(SettingsError, match="SLACK_BOT_TOKEN is missing: copy the Bot User OAuth Token"):
        read("SLACK_BOT_TOKEN")


@pytest.mark.parametrize("given", ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "ASSAY_TOKEN_KEY"])
def test_what_many_workspaces_need_is_given_whole_or_left_out(given: str) -> None:
    dotenv({given: GOOD[given]})

    with pytest.raises(SettingsError) as error:
        read()

    others = {"SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "ASSAY_TOKEN_KEY"} - {given}
    assert {problem.split(" is missing")[0] for problem in error.value.problems} == others


def test_the_cure_for_a_key_makes_one_that_is_taken(nothing_is_set: pytest.MonkeyPatch) -> None:
    cure = next(variable.cure for variable in table() if variable.name == "ASSAY_TOKEN_KEY")
    made = b64encode(bytes(range(224, 256))).decode().translate(str.maketrans("+/", "-_"))
    for name in ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"):
        nothing_is_set.setenv(name, GOOD[name])
    nothing_is_set.setenv("ASSAY_TOKEN_KEY", made)

    assert "openssl rand -base64 32 | tr +/ -_" in cure
    assert read().token_keys == (made,)
