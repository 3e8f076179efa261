"""Whoever is forgotten is named in no row of the database, after all that they and others did with the bot."""

import sqlite3
import zlib
from datetime import date
from pathlib import Path

from bot.demo.company import CHANNEL
from tests.bot.running import ADA, BEN, CARLA, bot_in, larkfield
from tests.trainings import EXAM, export, row

PROFILE, EVIDENCE = "5550001", "https://example.org/proof-of-ben"
SECRETS = (BEN, "Okafor", "ben@larkfield.example", PROFILE, EVIDENCE)
BENS = (
    f"link 70-533 2017-11-20 evidence {EVIDENCE}",
    f"profile {PROFILE}",
    "language de",
    f"away until 2018-02-01 <@{ADA}>",
    "link 70-496 2017-11-20",
    "unlink 70-496",
    "mine",
)
OTHERS = (
    (CARLA, f"profile {PROFILE}"),
    (CARLA, f"away until 2018-02-01 <@{BEN}>"),
    (ADA, f"admins add <@{BEN}>"),
    (BEN, "report azure_customer_consumption 2017-12 9000"),
    (ADA, f"override grant <@{BEN}> 70-534 from 2018-01-01 by Okafor ticket T-{PROFILE} because <@{BEN}> asked"),
    (ADA, f"what if <@{BEN}> leaves?"),
    (ADA, f"leaving <@{BEN}> 2018-01-20"),
    (ADA, f"admins remove <@{BEN}>"),
)


def dumped(file: Path) -> str:
    """All that stands in a database, with what is packed in it unpacked."""
    with sqlite3.connect(file) as opened:
        names = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [(name, row) for name in names for row in opened.execute(f'SELECT * FROM "{name}"')]  # noqa: S608 - our own names
    plain = [(n, [zlib.decompress(v).decode("utf-8") if isinstance(v, bytes) else v for v in row]) for n, row in rows]
    return "\n".join(f"{name}: {row}" for name, row in plain)


async def test_after_all_that_people_do_no_row_names_who_is_forgotten(tmp_path: Path) -> None:
    async with larkfield() as slack, bot_in(slack, tmp_path) as assay:
        for user, text in (*((BEN, text) for text in BENS), *OTHERS):
            await slack.slash(user, CHANNEL, "/assay", text)
        bot = slack.config.app.bot_user_id
        await slack.upload(ADA, bot, "of-ben.csv", export(row(EXAM, "20/11/2017 09:00", PROFILE)))
        await slack.say(ADA, CHANNEL, f"<@{bot}> what has <@{BEN}> linked?")
        await slack.bot_message(ADA, containing="I read 1 row")
        await slack.deactivate(BEN)
        await slack.bot_message(ADA, containing="Ben Okafor left")
        company = await assay.records.stored.of_team(slack.config.team.id)
        person = company.members[BEN].person or ""
        await slack.slash(ADA, CHANNEL, "/assay", f"leaving <@{BEN}> 2018-01-15")
        before = dumped(tmp_path / "assay.sqlite3")

        assert await assay.records.stored.forget(company.organisation.id, person, date(2019, 3, 1), None, "forget")
        changed = await assay.meeting.compare(slack.config.team.id)

    assert [secret for secret in SECRETS if secret not in before] == []
    after = dumped(tmp_path / "assay.sqlite3").splitlines()
    assert [line for line in after for secret in SECRETS if secret in line] == []
    assert changed == 0
