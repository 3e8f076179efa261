"""The nightly comparison: when it is made, and what the real bot takes over with it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.meeting import SlackAwayError
from bot.night import Night
from tests.bot.running import ADA, DMITRI, bot_in, larkfield
from tests.handlers.contoso import TEAM, Contoso


class Slack:
    """Somebody who asks Slack for everybody, and may find it away; the clock of the real world; who is alarmed."""

    def __init__(self) -> None:
        self.now = datetime(2018, 1, 15, 2, 0, tzinfo=UTC)
        self.away = False
        self.asked: list[str] = []
        self.alarms: list[str] = []
        self.night = Night(Contoso().companies, self.compare, lambda: self.now, self.alarm)

    async def compare(self, team: str) -> int:
        """Compare."""
        self.asked.append(team)
        if self.away:
            raise SlackAwayError
        return 0

    async def alarm(self, key: str) -> None:
        """Alarm."""
        self.alarms.append(key)

    async def at(self, hour: int, day: int = 15) -> int:
        """Run at ten past an hour of a day in UTC, which is an hour less than in Berlin; returns how often it asked."""
        self.now = datetime(2018, 1, day, hour, 10, tzinfo=UTC)
        before = len(self.asked)
        await self.night.run(TEAM)
        return len(self.asked) - before


@pytest.mark.parametrize(("hour", "asked"), [(1, 0), (2, 1), (4, 1), (5, 0), (12, 0)])
async def test_everybody_is_compared_in_the_organisations_night_only(hour: int, asked: int) -> None:
    assert await Slack().at(hour) == asked


async def test_what_went_well_is_not_done_again_until_the_next_night() -> None:
    slack = Slack()

    assert [await slack.at(hour) for hour in (2, 3, 4)] == [1, 0, 0]
    assert await slack.at(2, day=16) == 1


async def test_it_is_tried_again_while_slack_is_away_and_said_when_the_night_is_over() -> None:
    slack = Slack()
    slack.away = True

    assert [await slack.at(hour) for hour in (2, 3)] == [1, 1]
    assert slack.alarms == []
    assert await slack.at(4) == 1
    assert slack.alarms == ["shell.not_compared"]


async def test_a_workspace_that_nobody_knows_is_left_alone() -> None:
    slack = Slack()
    await slack.night.run("T9")

    assert slack.asked == []


async def test_what_no_event_told_is_taken_over_once_with_what_it_costs(tmp_path: Path) -> None:
    async with larkfield() as slack, bot_in(slack, tmp_path) as assay:
        slack.state.put_user(replace(slack.state.users[DMITRI], deleted=True))
        team = assay.alarm.team

        assert [await assay.meeting.compare(team) for _ in range(2)] == [1, 0]
        told = await slack.bot_message(ADA, containing="Dmitri")

    assert "left" in told.text
