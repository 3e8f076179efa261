"""How the command line is run: what was typed wrongly becomes one sentence that says what to do instead."""

import re
from collections.abc import Sequence
from typing import Any

import typer
from typer.main import get_command

from bot.cli_common import DONE, FAILED, WRONG_INPUT, complain


def run(app: typer.Typer, arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; the arguments are those of the process where none are given."""
    try:
        code = get_command(app).main(arguments, prog_name=app.info.name, standalone_mode=False)
    except typer.TyperException as mistake:
        said = " ".join(mistake.format_message().split())
        complain([_sentence(mistake, said)] if said else [])  # without any words its help was shown
        return WRONG_INPUT
    except typer.Abort:
        complain(["Stopped."])
        return FAILED
    return code if isinstance(code, int) else DONE


def _sentence(mistake: typer.TyperException, said: str) -> str:
    """What is wrong, and how to write it."""
    context: Any = getattr(mistake, "ctx", None)
    if context is None:
        return f"{said} More: assay --help"
    missing = re.match(r"Missing \w+ '([^'.]+)", said)
    said = f"{missing[1]} is missing" if missing else said
    usage = _plain(" ".join(context.command.collect_usage_pieces(context)))
    path = context.command_path
    return f"{said.removesuffix('.')}. Write: {path} {usage} (more: {path} --help)"


def _plain(usage: str) -> str:
    """A usage as our help writes it: without braces around what is needed, and with single brackets."""
    for typed, written in (("{", ""), ("}", ""), ("[[", "["), ("]]", "]"), ("......", "...")):
        usage = usage.replace(typed, written)
    return usage
