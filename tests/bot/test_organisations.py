"""Two organisations in one workspace, with the real Bolt over a real socket."""

from pathlib import Path

from bot.demo.company import CHANNEL
from domain.ports import Organisation
from tests.bot.running import ADA, EMEKA, bot_in, larkfield

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
