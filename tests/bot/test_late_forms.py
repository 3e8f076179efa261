"""Forms whose answer takes longer than Slack waits for it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.demo.company import CHANNEL
from bot.demo.server import LocalWorkspace
from bot.wiring import Assay
from tests.bot.running import BEN, QUICK, bot_in, larkfield

LINK: dict[str, dict[str, object]] = {"credential": {"credential": "70-533"}, "earned": {"earned": "2017-11-20"}}


@pytest.fixture
async def slack(tmp_path: Path) -> AsyncIterator[LocalWorkspace]:
    """A workspace whose bot finds every answer too late for its acknowledgement."""
    async with larkfield() as running, bot_in(running, tmp_path, pacing=replace(QUICK, ack=0.0)) as assay:
        assert isinstance(assay, Assay)
        yield running


def shown(slack: LocalWorkspace) -> str:
    view = slack.modal(BEN)
    return str(view.body) if view else ""


async def opened(slack: LocalWorkspace) -> None:
    await slack.slash(BEN, CHANNEL, "/assay", "link")
    await slack.until(lambda: slack.modal(BEN) is not None)
    await slack.suggest(BEN, "credential", "70-533")


async def test_a_form_opens_after_the_acknowledgement_too(slack: LocalWorkspace) -> None:
    await opened(slack)

    assert "What did you pass?" in shown(slack)


async def test_a_form_that_was_sent_waits_for_its_answer_and_shows_it(slack: LocalWorkspace) -> None:
    await opened(slack)

    sent = await slack.submit_modal(BEN, LINK)

    assert sent.error == ""
    assert sent.outcome.answer is not None
    assert "One moment" in str(sent.outcome.answer)
    await slack.until(lambda: "Cloud Platform Gold" in shown(slack))


async def test_mistakes_that_are_found_late_are_told_in_words(slack: LocalWorkspace) -> None:
    await opened(slack)

    await slack.submit_modal(BEN, LINK | {"earned": {"earned": "2030-01-01"}})

    await slack.until(lambda: "still to come" in shown(slack))
