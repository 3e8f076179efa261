"""Two organisations in one workspace, with the real Bolt over a real socket."""

from pathlib import Path

import pytest

from bot.demo.company import CHANNEL
from bot.files import sent_before
from domain.exports import FileRefusedError
from domain.ports import Organisation
from tests.bot.running import ADA, EMEKA, bot_in, larkfield
from tests.trainings import EXAM, export, row

SISTER = Organisation("sister", "Larkfield Labs", "ms-mpn-competencies", "Europe/Berlin", admins=(EMEKA,))


async def test_the_organisation_that_is_meant_answers_and_a_button_goes_on_with_it(tmp_path: Path) -> None:
    async with larkfield() as slack, bot_in(slack, tmp_path, furnished=False) as assay:
        team = slack.config.team.id
        await assay.records.stored.found(team, SISTER, "developed")

        asked = await slack.slash(ADA, CHANNEL, "/assay", "link 70-533 2017-11-20")
        assert asked.message is not None
        buttons = {e["text"]["text"]: e["action_id"] for e in asked.message.blocks[1]["elements"]}
        assert list(buttons) == ["Larkfield", "Larkfield Labs"]
        await slack.press(ADA, asked.message.ts, buttons["Larkfield Labs"])
        await slack.until(lambda: "🏢 Larkfield Labs" in str(list(slack.state.messages[CHANNEL].values())))

        company = await assay.records.stored.get("sister")
        assert [person.name for person in company.facts.people] == [company.members[ADA].name]


async def test_a_file_waits_until_it_is_said_for_which_organisation_it_is(tmp_path: Path) -> None:
    """And nobody goes on with a file that somebody else has sent."""
    async with larkfield() as slack, bot_in(slack, tmp_path, furnished=False) as assay:
        await assay.records.stored.found(slack.config.team.id, SISTER, "developed")
        bot = slack.config.app.bot_user_id

        sent = await slack.upload(EMEKA, bot, "trainings.csv", export(row(EXAM, "20/11/2017 09:00", "5550001")))
        asked = await slack.bot_message(EMEKA, after=sent.message.ts)
        button = next(e for e in asked.blocks[1]["elements"] if e["text"]["text"] == "Larkfield Labs")
        await slack.press(EMEKA, asked.ts, button["action_id"])
        preview = await slack.bot_message(EMEKA, after=asked.ts)

        assert "I read 1 row:" in str(preview.blocks)
        assert "🏢 Larkfield Labs" in preview.text
        with pytest.raises(FileRefusedError):
            await sent_before(assay.workspaces.of(slack.config.team.id).reader, button["value"].split()[1], ADA)
