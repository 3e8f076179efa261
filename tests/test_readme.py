"""The README says what the code does: its tables are made from the code, its commands run."""

import inspect
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
import typer

from bot.cli import app
from bot.settings import table as settings_table
from handlers.grammar.commands import COMMANDS
from handlers.words import Words

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def rows(header: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    cells = [header, ["---"] * len(header), *lines]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in cells)


def commands_table() -> str:
    """Every command of `/assay`, for whom it is and what it does."""
    words = Words("en")
    header = ("`/assay …`", "for", "does", "example")
    return rows(
        header,
        (
            (
                f"`{c.usage}`",
                "admins" if c.admin_only else "everybody",
                words.say(f"help.{c.name}"),
                f"`/assay {c.example}`",
            )
            for c in COMMANDS
        ),
    )


def shell_table() -> str:
    """Every command of `assay` with the first sentence of its help."""
    return rows(("`assay …`", "does"), ((f"`{name}`", text) for name, text in shell_commands().items()))


def shell_commands() -> dict[str, str]:
    """The first paragraph of every command's help, by the command's name; groups are listed with their commands."""
    own = {
        str(c.name or c.callback.__name__): inspect.getdoc(c.callback) for c in app.registered_commands if c.callback
    }
    for group in app.registered_groups:
        for c in group.typer_instance.registered_commands if group.typer_instance else ():
            own[f"{group.name} {c.name or (c.callback and c.callback.__name__)}"] = inspect.getdoc(c.callback)
    return {name: " ".join((text or "").split("\n\n")[0].split()) for name, text in own.items()}


def settings_rows() -> str:
    """Every setting."""
    header = ("variable", "means", "left out")
    return rows(header, ((f"`{v.name}`", v.meaning, v.default or "needed where it is used") for v in settings_table()))


TABLES = {"commands": commands_table, "shell": shell_table, "settings": settings_rows}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_the_readme_is_what_the_code_says(name: str) -> None:
    found = re.search(rf"<!-- {name} -->\n(.*?)\n?<!-- end -->", README, re.DOTALL)

    assert found is not None
    assert found.group(1) == TABLES[name]()


def test_every_shell_command_that_the_readme_names_exists() -> None:
    named = set(re.findall(r"\.venv/bin/assay ([a-z]+)", README))

    assert named
    assert named <= {name.split()[0] for name in shell_commands()}


def test_every_slash_command_that_the_readme_shows_begins_with_a_command() -> None:
    shown = re.findall(r"`/assay ([a-z]+)[^`]*`", README)

    assert shown
    assert set(shown) <= {command.verb for command in COMMANDS}


def test_every_file_that_the_readme_links_to_is_there() -> None:
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", README)]

    assert all((ROOT / link).exists() for link in links if not link.startswith("http"))


def test_the_install_takes_fewer_than_ten_steps() -> None:
    section = README.split("## Install it in your Slack")[1].split("\n## ")[0]

    assert 0 < len(re.findall(r"^\d+\. ", section, re.MULTILINE)) < 10


def write_tables() -> None:
    """Put the tables into the README anew: `python -m tests.test_readme`."""
    text = README
    for name, table in TABLES.items():
        text = re.sub(
            rf"(<!-- {name} -->\n).*?(<!-- end -->)", rf"\g<1>{_literal(table())}\n\g<2>", text, flags=re.DOTALL
        )
    (ROOT / "README.md").write_text(text, "utf-8")


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\")


if __name__ == "__main__":
    write_tables()
    typer.echo("README.md is written.")
