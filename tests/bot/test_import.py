"""A file in a direct conversation, with the real Bolt in the local workspace, in Socket Mode and behind signed HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.model import Message
from bot.demo.server import LocalWorkspace
from bot.wiring import Assay
from domain.exports import MOST_BYTES
from tests.bot.running import ADA, BEN, Way, bot_in, larkfield
from tests.trainings import EXAM, export, row

pytestmark = pytest.mark.usefixtures("assay")

BENS = row(EXAM, "20/11/2017 09:00", "5550001", CorpEmail="ben@larkfield.example")


@pytest.fixture
async def slack() -> AsyncIterator[LocalWorkspace]:
    async with larkfield() as running:
        yield running


@pytest.fixture(params=["socket", "http"])
async def assay(request: pytest.FixtureRequest, slack: LocalWorkspace, tmp_path: Path) -> AsyncIterator[Assay]:
    way: Way = request.param
    async with bot_in(slack, tmp_path, way=way) as running:
        yield running


def button(message: Message, begins: str) -> str:
    """The action id of a button."""
    return next(
        str(element["action_id"])
        for block in message.blocks
        for element in block.get("elements", ())
        if str(element.get("action_id")).startswith(begins)
    )


async def sent(slack: LocalWorkspace, user: str, name: str, content: bytes, text: str = "") -> Message:
    """What the bot says to a file."""
    bot = slack.config.app.bot_user_id
    said = await slack.upload(user, bot, name, content, text)
    return await slack.bot_message(user, after=said.message.ts)


async def pressed(slack: LocalWorkspace, message: Message, begins: str, said: str) -> Message:
    """What the bot says to a button of its message; a warning may come in between."""
    await slack.press(ADA, message.ts, button(message, begins))
    return await slack.bot_message(ADA, after=message.ts, containing=said)


async def test_an_admins_file_is_previewed_imported_at_a_press_and_withdrawn(
    assay: Assay, slack: LocalWorkspace
) -> None:
    before = (await assay.records.companies.of_team(slack.config.team.id)).facts

    preview = await sent(slack, ADA, "trainings.csv", export(BENS))
    assert "I read 1 row:" in str(preview.blocks)
    assert (await assay.records.companies.of_team(slack.config.team.id)).facts == before

    done = await pressed(slack, preview, "import:", "is imported")
    company = await assay.records.companies.of_team(slack.config.team.id)
    ben = next(p for p in company.facts.people if p.id == company.members[BEN].person)
    assert ben.profile == "5550001"
    assert [(a.credential, a.state) for a in ben.achievements if a.credential == "70-533"] == [("70-533", "confirmed")]

    await pressed(slack, done, "import_withdraw:", "is withdrawn")
    assert (await assay.records.companies.of_team(slack.config.team.id)).facts == before


async def test_nobody_but_an_admin_imports_and_their_file_is_not_even_fetched(slack: LocalWorkspace) -> None:
    answer = await sent(slack, BEN, "trainings.csv", export(BENS))

    assert "Only admins can do this." in answer.text
    assert not [entry for entry in slack.state.wire if "files" in entry.name]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("trainings.xlsx", b"PK\x03\x04...", "This workbook cannot be read"),
        ("photo.png", b"\x89PNG\r\n\x1a\n", "This is a picture."),
        ("trainings.csv", b"a,b\n1,2\n", "I cannot tell which column is the exam"),
        ("trainings.csv", export(BENS)[:-60], "breaks off"),
    ],
)
async def test_a_file_that_cannot_be_used_gets_one_sentence(
    slack: LocalWorkspace, name: str, content: bytes, said: str
) -> None:
    answer = await sent(slack, ADA, name, content)

    assert said in answer.text
    assert len(answer.text) < 300


async def test_a_file_that_is_too_large_is_not_fetched(slack: LocalWorkspace) -> None:
    answer = await sent(slack, ADA, "trainings.csv", bytes(MOST_BYTES + 1))

    assert "larger than 50 MB" in answer.text


async def test_a_picture_beside_a_question_leaves_the_question(slack: LocalWorkspace) -> None:
    answer = await sent(slack, ADA, "photo.png", b"\x89PNG", "status")

    assert "picture" not in answer.text
    assert "Cloud Platform" in f"{answer.text} {answer.blocks}"
