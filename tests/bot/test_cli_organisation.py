"""`assay organisation`, on a real database."""

import asyncio
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from domain.ports import Member, Organisation
from storage.companies import SqlCompanies
from storage.engine import Database
from tests.databases import SqliteFiles
from tests.storage.conftest import NOW

BEA = Member("U0BEA", "Bea", "member")


async def found(url: str, team: str) -> None:
    opened = Database.at(url)
    known = Organisation(f"of-{team}", "Contoso", "ms-mpn-competencies", "Europe/Berlin")
    await SqlCompanies(opened, lambda: NOW).found(team, known, "developed", [Member("U0ADA", "Ada", "admin"), BEA])
    await opened.close()


@pytest.fixture
def database(sqlite_files: SqliteFiles, tmp_path: Path) -> str:
    """The DATABASE_URL of a database with one company."""
    with sqlite_files.new(tmp_path) as url:
        asyncio.run(found(url, "T1"))
        return url


def assay(database: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["organisation", *arguments], env={"DATABASE_URL": database})


def test_an_organisation_is_added_beside_the_first_and_listed(database: str) -> None:
    added = assay(database, "add", "Litware", "--admin", "U0BEA", "--vendor-id", "4711", "--market", "developing")
    listed = assay(database, "list", "--json")
    told = assay(database, "list")

    assert (added.exit_code, added.stdout[:14]) == (0, "Added Litware ")
    first, second = json.loads(listed.stdout)
    assert (first["name"], first["admins"], first["vendor_ids"]) == ("Contoso", ["U0ADA"], [])
    assert (second["name"], second["admins"], second["vendor_ids"]) == ("Litware", ["U0BEA"], ["4711"])
    assert second["workspace"] == "T1"
    assert "workspace T1; in ms-mpn-competencies; admins U0BEA; at the vendor 4711" in told.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["contoso", "--admin", "U0BEA"], "An organisation called contoso is there already"),
        (["Litware"], "It has no admin: say --admin"),
        (["Litware", "--admin", "U0NOBODY"], "U0NOBODY is no user of the workspace"),
        (["Litware", "--admin", "U0BEA", "--team", "T9"], "The workspace T9 is not known: say --team with one of T1."),
        (["Litware", "--admin", "U0BEA", "--vendor-id", "x1"], "x1 is no id at the vendor"),
        ([" ", "--admin", "U0BEA"], "The name is empty"),
    ],
)
def test_what_cannot_be_is_refused_with_the_cure_and_nothing_is_added(
    database: str, arguments: list[str], told: str
) -> None:
    done = assay(database, "add", *arguments)

    assert done.exit_code == 2
    assert told in done.stderr
    assert len(json.loads(assay(database, "list", "--json").stdout)) == 1


def test_an_id_of_another_organisation_is_refused(database: str) -> None:
    assay(database, "add", "Litware", "--admin", "U0BEA", "--vendor-id", "4711")

    done = assay(database, "add", "Tailspin", "--admin", "U0BEA", "--vendor-id", "4711")

    assert done.exit_code == 2
    assert "The id 4711 is another organisation's" in done.stderr


def test_before_the_first_workspace_there_is_nothing_to_add_to(sqlite_files: SqliteFiles, tmp_path: Path) -> None:
    with sqlite_files.new(tmp_path) as url:
        done = assay(url, "add", "Litware", "--admin", "U0BEA")

    assert done.exit_code == 2
    assert "start the bot once" in done.stderr


def programmes(database: str) -> list[list[str]]:
    return [each["programmes"] for each in json.loads(assay(database, "list", "--json").stdout)]


def test_an_organisation_joins_a_programme_leaves_another_and_is_asked_before(database: str) -> None:
    joined = assay(database, "join", "solutions", "--market", "developing")
    asked = assay(database, "leave", "ms-mpn-competencies")
    both = programmes(database)
    left = assay(database, "leave", "ms-mpn-competencies", "--yes")

    assert (joined.exit_code, asked.exit_code, left.exit_code) == (0, 1, 0)
    assert "takes part in Solutions Partner designations, by the amounts for developing markets" in joined.stdout
    assert "Does your organisation leave Microsoft Partner Network competencies today?" in asked.stderr
    assert both == [["ms-mpn-competencies", "ms-solutions-partner"]]
    assert programmes(database) == [["ms-solutions-partner"]]


def test_an_organisation_begins_in_the_programme_that_is_named(database: str) -> None:
    added = assay(database, "add", "Litware", "--admin", "U0BEA", "--programme", "aws-services-path")
    wrong = assay(database, "add", "Tailspin", "--admin", "U0BEA", "--programme", "salesforce")

    assert (added.exit_code, wrong.exit_code) == (0, 2)
    assert "The programme salesforce is not known: say --programme with aws-services-path" in wrong.stderr
    assert programmes(database) == [["ms-mpn-competencies"], ["aws-services-path"]]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["leave", "ms-mpn-competencies", "--yes"], "is the only programme"),
        (["leave", "aws", "--yes"], "takes no part in AWS Services Path"),
        (["join", "salesforce"], "I know no programme salesforce"),
        (["join", "aws", "--organisation", "nobody"], "of-T1"),
    ],
)
def test_what_programme_cannot_be_joined_or_left_is_refused(database: str, arguments: list[str], told: str) -> None:
    done = assay(database, *arguments)

    assert done.exit_code == 2
    assert told in done.stderr
    assert programmes(database) == [["ms-mpn-competencies"]]


MANY = {
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "whisper",
    "ASSAY_TOKEN_KEY": "c2VjcmV0IHRva2VucyBvZiBtYW55IHdvcmtzcGFjZXM=",
}


def invited(database: str, name: str, given: dict[str, str]) -> Result:
    arguments = ["organisation", "add", name, "--invite"]
    return CliRunner().invoke(app, arguments, env={"DATABASE_URL": database, **given})


def test_an_invitation_is_a_link_that_is_another_each_time(database: str) -> None:
    links = [invited(database, "Litware", MANY).stdout.splitlines()[0] for _ in range(2)]

    assert all(link.startswith("/slack/install?invitation=") for link in links)
    assert links[0] != links[1]


def test_nobody_is_invited_under_a_taken_name_or_without_what_many_workspaces_need(database: str) -> None:
    taken, bare = invited(database, "contoso", MANY), invited(database, "Litware", {})

    assert (taken.exit_code, bare.exit_code) == (2, 2)
    assert "An organisation called contoso is there already, in the workspace T1, and has that one" in taken.stderr
    assert [line.split()[0] for line in bare.stderr.splitlines()] == list(MANY)
