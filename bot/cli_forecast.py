"""`assay forecast FILE...`: what is known to come for companies whose facts are in files."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import typer

from bot.cli_common import DONE, WRONG_INPUT, WrongInputError, complain, day_of
from bot.clock import utc_now
from domain.forecast import horizon
from domain.forecast_answer import forecast_answer
from domain.programme import Catalogue
from domain.reading import MistakesError
from domain.situation import Situation, judge_situation
from handlers.forecast import ForecastAnswer, made
from handlers.render.calendar import calendar_of
from handlers.render.forecast import forecast_text
from handlers.words import Words
from storage.catalogue import load_catalogue
from storage.yaml_tree import read_tree


def run_forecast(files: Sequence[str], until: str | None, ics: Path | None, *, as_json: bool) -> int:
    """Answer for every file, once all of them can be read: 0 done, 2 wrong input."""
    try:
        day = None if until is None else day_of("--until", until)
        _check(files, ics)
        catalogue = load_catalogue()
        found = [_answer(file, catalogue, day) for file in files]
        if ics is not None:
            _write(ics, calendar_of(found[0], Words("en"), Path(files[0]).stem, utc_now()))
    except MistakesError as error:
        complain(str(mistake) for mistake in error.mistakes)
        return WRONG_INPUT
    except WrongInputError as error:
        complain([str(error)])
        return WRONG_INPUT
    for file, answer in zip(files, found, strict=True):
        line = json.dumps(forecast_answer(answer.forecast), ensure_ascii=False)
        typer.echo(line if as_json else "\n".join(_page(file, answer)))
    return DONE


def _check(files: Sequence[str], ics: Path | None) -> None:
    if ics is not None and len(files) > 1:
        raise WrongInputError("--ics: a calendar holds the dates of one company. Name one FILE.")


def _answer(file: str, catalogue: Catalogue, until: date | None) -> ForecastAnswer:
    situation: Situation = judge_situation(read_tree(Path(file)), catalogue)
    facts, on = situation.facts, situation.on
    day = until or horizon(facts, on)
    if day <= on:
        raise WrongInputError(
            f"--until {day}: this is not after {on}, the day that {file} speaks of. Name a later one."
        )
    names = {person.id: person.name or person.id for person in facts.people}
    return made(situation.programme, facts, (on, day), names=names)


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise WrongInputError(f"--ics {path}: cannot be written ({error.strerror}). Name another file.") from error


def _page(file: str, answer: ForecastAnswer) -> Iterator[str]:
    yield f"{file}, {answer.forecast.on}:"
    yield from (line.replace("*", "") for line in forecast_text(answer, Words("en")))
