"""The commands `assay organisation …`."""

from typing import Annotated, Literal

import typer

organisations = typer.Typer(help="The organisations that share this deployment.", no_args_is_help=True)


@organisations.command("add")
def add_organisation(  # noqa: PLR0913 - each is an option of the command
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the organisation is called.")],
    *,
    admin: Annotated[list[str] | None, typer.Option(metavar="USER", help="A Slack user id; once for each.")] = None,
    vendor_id: Annotated[list[str] | None, typer.Option(metavar="NUMBER", help="Its id at the vendor.")] = None,
    team: Annotated[str | None, typer.Option(metavar="WORKSPACE", help="The Slack workspace, if several.")] = None,
    market: Annotated[Literal["developed", "developing"], typer.Option(help="Whose thresholds hold.")] = "developed",
    programme: Annotated[
        str | None, typer.Option(metavar="ID", help="Its programme, by its id in the catalogue.")
    ] = None,
    invite: Annotated[bool, typer.Option("--invite", help="Invite it to install Assay in its own workspace.")] = False,
) -> None:
    """Let the Slack workspace serve one more organisation, or invite one with a workspace of its own."""
    from bot.cli_organisation import NewOrganisation, add_organisation, invite_organisation

    if invite:
        raise typer.Exit(invite_organisation(name.strip()))
    new = NewOrganisation(name.strip(), team, tuple(admin or ()), tuple(vendor_id or ()), market, programme)
    raise typer.Exit(add_organisation(new))


@organisations.command("list")
def list_organisations(
    *, as_json: Annotated[bool, typer.Option("--json", help="Print one line of JSON.")] = False
) -> None:
    """Show the organisations, with their workspace, programmes, admins and ids at the vendor."""
    from bot.cli_organisation import list_organisations

    raise typer.Exit(list_organisations(as_json=as_json))


@organisations.command("join")
def join_programme(
    programme: Annotated[str, typer.Argument(metavar="PROGRAMME", help="Its id or name in the catalogue.")],
    *,
    organisation: Annotated[str | None, typer.Option(metavar="ID", help="Which organisation, if several.")] = None,
    market: Annotated[
        Literal["developed", "developing"] | None, typer.Option(help="Whose thresholds hold; else as before.")
    ] = None,
) -> None:
    """Record that an organisation takes part in a further programme."""
    from bot.cli_enrolment import run_join

    raise typer.Exit(run_join(programme, organisation, market))


@organisations.command("leave")
def leave_programme(
    programme: Annotated[str, typer.Argument(metavar="PROGRAMME", help="Its id or name in the catalogue.")],
    *,
    organisation: Annotated[str | None, typer.Option(metavar="ID", help="Which organisation, if several.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Leave without asking.")] = False,
) -> None:
    """Record that an organisation leaves a programme; what is recorded in it stays on record."""
    from bot.cli_enrolment import run_leave

    raise typer.Exit(run_leave(programme, organisation, yes=yes))
