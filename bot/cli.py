"""The command `assay`."""

from importlib.metadata import version
from typing import Annotated

import typer

app = typer.Typer(
    name="assay",
    help="A Slack bot that knows a partner programme's requirements, who fulfils them, and until when.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the option's value
    if wanted:
        typer.echo(f"assay {version('assay')}")
        raise typer.Exit


@app.callback()
def assay(
    *,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Options that stand before any command."""


@app.command()
def standing(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Situations: YAML files that state facts.")],
    *,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The date to speak of, instead of the file's.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one line of JSON per file.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Exit with 1 where a file's `expect` does not hold.")] = False,
) -> None:
    """Say how companies stand whose facts are in files."""
    from bot.cli_standing import run_standing

    raise typer.Exit(run_standing(files, on, as_json=as_json, check=check))


def main() -> None:
    """Run the command line; the exit code is 0 done, 1 a check does not hold, 2 wrong input."""
    app()
