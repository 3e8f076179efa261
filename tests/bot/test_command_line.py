"""What the command line says of what cannot be read: one sentence, and no box."""

from collections.abc import Iterator

import pytest
from typer.main import get_command

from bot.cli import app
from bot.command_line import run


def commands(command: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every command that does something, with the words that call it."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield path, command
        return
    for name, each in inner.items():
        yield from commands(each, (*path, name))


ALL = dict(commands(get_command(app)))
ASKING = [path for path, command in ALL.items() if any(each.required for each in vars(command)["params"])]


@pytest.mark.parametrize("path", ASKING, ids=" ".join)
def test_a_command_without_what_it_needs_says_in_one_sentence_how_to_write_it(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(app, path)

    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert " is missing. Write: assay " + " ".join(path) in err
    assert err.count("\n") == 1
    assert "╭" not in err


@pytest.mark.parametrize("path", list(ALL), ids=" ".join)
def test_an_unknown_option_is_named_in_one_sentence(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, [*path, "--nope"]) == 2

    err = capsys.readouterr().err
    assert "--nope" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["rules"], "No such command 'rules'. Write: assay"),
        (["standing", "--on"], "Option '--on' requires an argument. More: assay --help"),
        (["import"], "Invalid value: give a FILE to import, or --withdraw BATCH. Write: assay import"),
        (["catalogue", "schema", "x"], "is not one of 'programme', 'competency'. Write: assay catalogue schema"),
    ],
)
def test_other_mistakes_are_sentences_too(typed: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, typed) == 2

    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("typed", [[], ["catalogue"], ["organisation"]], ids=["nothing", "catalogue", "organisation"])
def test_a_group_alone_shows_its_help(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, typed) == 2

    out, err = capsys.readouterr()
    assert "Commands" in out + err


def test_help_and_version_end_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert [run(app, [word]) for word in ("--help", "--version")] == [0, 0]
    assert "assay " in capsys.readouterr().out
