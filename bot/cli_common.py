"""What the commands of the shell share: their exit codes, dates as typed, and complaints on standard error."""

import re
from collections.abc import Iterable
from datetime import date

import typer

DONE, FAILED, WRONG_INPUT = 0, 1, 2


class WrongInputError(ValueError):
    """What was typed cannot be used; the sentence says why and what to do."""


def day_of(name: str, text: str) -> date:
    """The day that was typed as YYYY-MM-DD for an argument of that name. Raises WrongInputError."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise WrongInputError(f"{name} {text}: {_wrong(text)} Write a day of the calendar as YYYY-MM-DD.")
    return day


def _wrong(text: str) -> str:
    """Whether a text is a date that no calendar has, or none at all."""
    return "this day does not exist." if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) else "this is not a date."


def complain(sentences: Iterable[str]) -> None:
    """Say on standard error what is wrong."""
    for sentence in sentences:
        typer.echo(sentence, err=True)
