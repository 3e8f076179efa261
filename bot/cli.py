"""The command `assay`."""

from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.cli_organisations import organisations

app = typer.Typer(
    name="assay",
    help="A Slack bot that knows a partner programme's requirements, who fulfils them, and until when.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
rules = typer.Typer(help="The rules: what they ask for, what changed in them.", no_args_is_help=True)
app.add_typer(rules, name="catalogue")
app.add_typer(organisations, name="organisation")


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


@app.command()
def forecast(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Situations: YAML files that state facts.")],
    *,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="How far to look, instead of the anniversary.")
    ] = None,
    ics: Annotated[
        Path | None, typer.Option(metavar="OUT", help="Write the dates into this calendar file, too.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one line of JSON per file.")] = False,
) -> None:
    """Say what is known to come for companies whose facts are in files: what falls when, and what it costs."""
    from bot.cli_forecast import run_forecast

    raise typer.Exit(run_forecast(files, until, ics, as_json=as_json))


@app.command()
def ask(
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help="A question, in English or German.")] = None,
    *,
    today: Annotated[str | None, typer.Option(metavar="DATE", help="The day that “today” is, as YYYY-MM-DD.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one line of JSON per question.")] = False,
    batch: Annotated[bool, typer.Option("--batch", help="Read a question from each line of standard input.")] = False,
) -> None:
    """Say how a question is read."""
    from bot.cli_ask import run_ask

    raise typer.Exit(run_ask(text, today, as_json=as_json, batch=batch))


@app.command()
def run() -> None:
    """Run the bot over Socket Mode."""
    from bot.cli_bot import run_bot

    raise typer.Exit(run_bot())


@app.command()
def serve() -> None:
    """Run the bot behind signed HTTP, at /slack/events, with /health beside it."""
    from bot.cli_bot import serve_bot

    raise typer.Exit(serve_bot())


@app.command()
def demo() -> None:
    """Try the bot in a Slack workspace on this machine, in January 2018."""
    from bot.cli_demo import run_demo

    raise typer.Exit(run_demo())


@app.command()
def sweep(
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be owed.")] = False,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The date to speak of, instead of today.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one line of JSON.")] = False,
) -> None:
    """Look at every company that is due, and owe what is due there; the running bot delivers it."""
    from bot.cli_bot import sweep_companies

    raise typer.Exit(sweep_companies(on, dry=dry_run, as_json=as_json))


@app.command("import")
def import_trainings(
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="The export or your own list: CSV, TSV, XLSX.")
    ] = None,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Import without asking.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one line of JSON.")] = False,
    organisation: Annotated[str | None, typer.Option(metavar="ID", help="Whose export it is, if several.")] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=COLUMN", help="Which column of your own list says what, such as earned=Datum."),
    ] = None,
    withdraw: Annotated[str | None, typer.Option(metavar="BATCH", help="Take back an earlier import instead.")] = None,
) -> None:
    """Import the vendor's export, your own list or a table of figures: a preview first, then all as one batch."""
    from bot.cli_import import run_import, run_withdraw

    if (file is None) == (withdraw is None):
        raise typer.BadParameter("give a FILE to import, or --withdraw BATCH.")
    if withdraw is not None:
        raise typer.Exit(run_withdraw(withdraw, organisation, as_json=as_json))
    raise typer.Exit(run_import(file or "", organisation, yes=yes, as_json=as_json, columns=column or []))


@app.command()
def export(
    what: Annotated[
        Literal["standing", "achievements", "gaps", "audit"],
        typer.Argument(metavar="standing|achievements|gaps|audit", help="The list."),
    ],
    *,
    form: Annotated[Literal["csv", "xlsx"], typer.Option("--format", help="The form of the file.")] = "csv",
    out: Annotated[
        str | None, typer.Option(metavar="FILE", help="Where to write it; CSV goes to standard output without it.")
    ] = None,
    organisation: Annotated[str | None, typer.Option(metavar="ID", help="Whose list it is, if several.")] = None,
) -> None:
    """Write a list of the company as CSV or XLSX."""
    from bot.cli_export import run_export

    raise typer.Exit(run_export(what, form, out, organisation))


@app.command()
def forget(
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help="A name, an e-mail address, a profile's id or an id.")
    ],
    *,
    organisation: Annotated[str | None, typer.Option(metavar="ID", help="Whose record it is, if several.")] = None,
) -> None:
    """Forget somebody who left: their name, address, profile and evidence; what they counted for stays."""
    from bot.cli_keeping import run_forget

    raise typer.Exit(run_forget(person, organisation))


@app.command()
def audit(
    *,
    person: Annotated[str | None, typer.Option(metavar="PERSON", help="Only changes about or by somebody.")] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="Only changes of a kind, such as overrides.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Only changes from this day on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Only changes up to this day.")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table as CSV.")] = False,
    organisation: Annotated[str | None, typer.Option(metavar="ID", help="Whose record it is, if several.")] = None,
) -> None:
    """Say who changed what and when, before and after, the newest first."""
    from bot.cli_keeping import run_audit

    raise typer.Exit(run_audit(person, kind, (since, until), organisation, as_csv=as_csv))


@app.command()
def check(
    *,
    catalogue: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Only judge these rule files, your own; needs nothing else.")
    ] = None,
) -> None:
    """Say whether tokens, scopes, database and catalogue are in order, and how to mend what is not."""
    if catalogue is not None:
        from bot.cli_catalogue import check_rules

        raise typer.Exit(check_rules(catalogue))
    from bot.cli_check import check_all

    raise typer.Exit(check_all())


@app.command()
def migrate() -> None:
    """Bring the database's tables up to date."""
    from bot.cli_bot import migrate_database

    raise typer.Exit(migrate_database())


@rules.command()
def show(
    competency: Annotated[str | None, typer.Argument(metavar="[COMPETENCY]", help="One competency alone.")] = None,
    *,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="Only the rules in force on a day.")] = None,
    catalogue: Annotated[Path | None, typer.Option(metavar="PATH", help="Your own rule files.")] = None,
    language: Annotated[Literal["en", "de"], typer.Option(help="The language of the text.")] = "en",
) -> None:
    """Show what every level asks for, with the sources."""
    from bot.cli_catalogue import show_rules

    raise typer.Exit(show_rules(competency, on, catalogue, language))


@rules.command()
def diff(
    since: Annotated[str, typer.Argument(metavar="FROM", help="A day, as YYYY-MM-DD.")],
    until: Annotated[str, typer.Argument(metavar="TO", help="A later day.")],
    competency: Annotated[str | None, typer.Argument(metavar="[COMPETENCY]", help="One competency alone.")] = None,
    *,
    catalogue: Annotated[Path | None, typer.Option(metavar="PATH", help="Your own rule files.")] = None,
    language: Annotated[Literal["en", "de"], typer.Option(help="The language of the text.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print one line of JSON per programme.")] = False,
) -> None:
    """Show what changed in the rules between two days."""
    from bot.cli_catalogue import diff_rules

    raise typer.Exit(diff_rules(since, until, competency, catalogue, language=language, as_json=as_json))


@rules.command()
def schema(
    kind: Annotated[Literal["programme", "competency"], typer.Argument(help="The kind of rule file.")] = "competency",
    *,
    into: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Write those of all kinds here.")] = None,
) -> None:
    """Print the JSON Schema of a rule file, by which editors help."""
    from bot.cli_catalogue import write_schema

    raise typer.Exit(write_schema(kind, into))


def main() -> None:
    """Run the command line; the exit code is 0 done, 1 a check does not hold, 2 wrong input."""
    from bot.command_line import run

    raise SystemExit(run(app))
