"""`assay ask`: how a question is read, without Slack and without a database."""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

import typer

from bot.cli_common import DONE, WRONG_INPUT, WrongInputError, complain, day_of
from bot.clock import utc_now
from bot.settings import SettingsError, read
from domain.programme import Catalogue, Programme
from domain.reading import MistakesError
from handlers.grammar import Context, Grammar, rules_as_typed
from handlers.requests import LinkExam, OverrideList, Question, Request, RuleChangesAsked
from storage.catalogue import load_catalogue


def run_ask(text: str | None, today: str | None, *, as_json: bool, batch: bool) -> int:
    """Read one question, or with `batch` each line of standard input; the exit code is 0 done, 2 wrong input."""
    problem = _problem(text, as_json=as_json, batch=batch)
    if problem:
        complain([problem])
        return WRONG_INPUT
    try:
        context, grammar = Context(_today(today)), Grammar(load_catalogue())
    except (MistakesError, SettingsError, WrongInputError) as error:
        complain([str(error)])
        return WRONG_INPUT
    _answer(_lines() if batch else [text or ""], grammar, context, as_json=as_json)
    return DONE


def _today(typed: str | None) -> date:
    """The day that was typed, else the one on which the business clock starts, else this machine's."""
    if typed:
        return day_of("--today", typed)
    start = read().now
    return start.date() if start else utc_now().astimezone().date()


def _problem(text: str | None, *, as_json: bool, batch: bool) -> str | None:
    if batch and text is not None:
        return "--batch reads the questions from standard input: leave out the text."
    if batch and not as_json:
        return "--batch prints JSON: add --json."
    if text is None and not batch:
        return 'There is no question. Write it in quotes: assay ask "what do we need for Gold in Cloud Platform?"'
    return None


def _lines() -> Iterable[str]:
    return (line.decode("utf-8", errors="replace").rstrip("\r\n") for line in sys.stdin.buffer)


def _answer(texts: Iterable[str], grammar: Grammar, context: Context, *, as_json: bool) -> None:
    for text in texts:
        request = grammar.parse(text, context)
        if as_json:
            sys.stdout.buffer.write(json.dumps(_question(request).as_json(), ensure_ascii=False).encode() + b"\n")
            sys.stdout.buffer.flush()
        else:
            typer.echo("\n".join(_reading(request, grammar.catalogue)))


def _question(request: Request) -> Question:
    """A command as the question that it is nearest to, for there is only one form of JSON."""
    match request:
        case Question():
            return request
        case LinkExam():
            return Question("link", credential=request.credential, on=request.earned)
        case OverrideList():
            return Question("overrides")
        case RuleChangesAsked():
            return Question("unknown", request.language or "en", candidates=(rules_as_typed(request),))
        case _:
            return Question("unknown")


def _reading(request: Request, catalogue: Catalogue) -> list[str]:
    """What was understood, a line for each part."""
    if not isinstance(request, Question):
        said = {name: value for name, value in asdict(request).items() if value not in {None, ()}}
        return [f"Command: {type(request).__name__}", *(f"  {name}: {value}" for name, value in said.items())]
    slots = {name: value for name, value in request.as_json().items() if value and name not in {"intent", "candidates"}}
    lines = [f"Question: {request.intent}"]
    lines += [f"  {name}: {_named(str(value), catalogue)}" for name, value in slots.items()]
    return [*lines, *(f"  perhaps: {candidate}" for candidate in request.candidates)]


def _named(identifier: str, catalogue: Catalogue) -> str:
    names = (_name(identifier, programme) for programme in catalogue.values())
    return next((f"{name} ({identifier})" for name in names if name), identifier)


def _name(identifier: str, programme: Programme) -> str | None:
    competency, credential = programme.competencies.get(identifier), programme.credentials.get(identifier)
    if competency:
        return competency.name.get("en")
    return credential.title if credential else None
