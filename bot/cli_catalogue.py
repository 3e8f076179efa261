"""`assay catalogue …` and `assay check --catalogue`: the rules as text, what changed in them, and what is wrong."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import unescape
from pathlib import Path

import typer

from bot.cli_common import DONE, FAILED, WRONG_INPUT, WrongInputError, complain, day_of
from domain.programme import Catalogue, Competency, Programme, RuleVersion
from domain.reading import MistakesError
from domain.rule_schema import SCHEMAS
from domain.rulediff import RuleChanges, rule_changes
from domain.rulediff_answer import changes_answer
from handlers.render.rule_changes import competency_lines as change_lines
from handlers.render.rule_changes import end_lines, head_lines
from handlers.render.rules import Codes, competency_lines
from handlers.requests import Language
from handlers.words import Words
from storage.catalogue import load_catalogue, main_files


def check_rules(path: Path) -> int:
    """Print every mistake of somebody's own rules: 0 when there is none, 1 when there are, 2 where no rules are."""
    folder = path.parent if path.is_file() else path
    if not main_files(folder):
        what = "holds no rules" if folder.exists() else "does not exist"
        complain([f"{path} {what}. Name a folder with a programme.yaml, or one that holds such folders."])
        return WRONG_INPUT
    try:
        found = load_catalogue(folder)
    except MistakesError as error:
        complain([*map(str, error.mistakes), _number(len(error.mistakes))])
        return FAILED
    for programme in found.values():
        versions = sum(len(competency.versions) for competency in programme.competencies.values())
        typer.echo(f"ok\t{programme.id}: competencies {len(programme.competencies)}, versions {versions}")
    return DONE


def _number(mistakes: int) -> str:
    return "1 mistake." if mistakes == 1 else f"{mistakes} mistakes."


def write_schema(kind: str, folder: Path | None) -> int:
    """Print the JSON Schema of a kind of rule file, or write those of all kinds into a folder."""
    if folder is None:
        typer.echo(_schema(kind), nl=False)
        return DONE
    if not folder.is_dir():
        complain([f"{folder} is no folder. Name one that exists."])
        return WRONG_INPUT
    for each in SCHEMAS:
        (folder / f"{each}.schema.json").write_text(_schema(each), "utf-8")
    return DONE


def _schema(kind: str) -> str:
    return json.dumps(SCHEMAS[kind](), ensure_ascii=False, indent=2) + "\n"


def show_rules(competency: str | None, on: str | None, path: Path | None, language: Language) -> int:
    """Print what levels ask for: in all versions, or in the one that is in force on a day."""
    try:
        day = None if on is None else day_of("--on", on)
        programmes, competency = _about(_catalogue(path), competency)
    except WrongInputError as error:
        complain([str(error)])
        return WRONG_INPUT
    typer.echo("\n".join(rules_text(programmes, competency, day, Words(language))))
    return DONE


def rules_text(
    programmes: Iterable[Programme], competency: str | None, day: date | None, words: Words
) -> Iterator[str]:
    """All rules as text, one competency after the other."""
    for programme in programmes:
        yield unescape(words.name(programme.name))
        if day is not None and programme.end is not None and day > programme.end.last_renewal:
            successor = words.name(programme.end.successor_name)
            yield words.say("ground.ended", day=words.date(programme.end.last_renewal), successor=successor)
        for found in _chosen(programme, competency):
            versions = found.versions if day is None else _on(found, day)
            yield ""
            yield from map(unescape, competency_lines(found, versions, programme, words))


def _on(competency: Competency, day: date) -> tuple[RuleVersion, ...]:
    """The version in force on a day, and beside it that for those who renew where it is another one."""
    new, renewing = competency.version_on(day), competency.version_on(day, date.min)
    return (new,) if new is renewing else (renewing, new)


def _chosen(programme: Programme, competency: str | None) -> list[Competency]:
    return [found for found in programme.competencies.values() if competency in {None, found.id}]


def diff_rules(
    since: str, until: str, competency: str | None, path: Path | None, *, language: Language, as_json: bool
) -> int:
    """Print what changed in the rules between two days."""
    try:
        first, last = _days(since, until)
        programmes, competency = _about(_catalogue(path), competency)
    except WrongInputError as error:
        complain([str(error)])
        return WRONG_INPUT
    found = [rule_changes(programme, first, last, competency) for programme in programmes]
    lines: Iterable[str]
    if as_json:
        lines = (json.dumps(changes_answer(changes), ensure_ascii=False) for changes in found)
    else:
        lines = _told(found, Words(language))
    typer.echo("\n".join(lines))
    return DONE


def _told(found: Sequence[RuleChanges], words: Words) -> Iterator[str]:
    """The programmes in which something changed, each with its name where there are several."""
    changed = [each for each in found if each.competencies or each.retired or each.ended] or found[:1]
    for number, changes in enumerate(changed):
        if len(changed) > 1:
            yield from [*([""] if number else []), unescape(words.name(changes.programme.name))]
        yield from changes_text(changes, words)


def changes_text(changes: RuleChanges, words: Words) -> Iterator[str]:
    """What changed, as text."""
    phrases = Codes(words, changes.programme)
    yield from head_lines(changes, phrases)
    for change in changes.competencies:
        yield ""
        yield from (unescape(line).replace("*", "") for line in change_lines(change, phrases))
    ends = [unescape(line) for line in end_lines(changes, phrases)]
    yield from ["", *ends] if ends else []


def _catalogue(path: Path | None) -> Catalogue:
    try:
        return load_catalogue(path)
    except MistakesError as error:
        raise WrongInputError(str(error)) from error


def _about(catalogue: Catalogue, typed: str | None) -> tuple[list[Programme], str | None]:
    """The programmes to speak of, and the competency by its id, name or abbreviation."""
    if typed is None:
        return list(catalogue.values()), None
    competencies = [c for programme in catalogue.values() for c in programme.competencies.values()]
    ids = {name.casefold(): c.id for c in competencies for name in (*c.abbreviations, *c.name.values(), c.id)}
    competency = ids.get(typed.casefold())
    if competency is None:
        known = ", ".join(sorted(c.id for c in competencies))
        raise WrongInputError(f"{typed} is no competency. Known are {known}.")
    return [programme for programme in catalogue.values() if competency in programme.competencies], competency


def _days(since: str, until: str) -> tuple[date, date]:
    first, last = day_of("FROM", since), day_of("TO", until)
    if last < first:
        raise WrongInputError(f"{since} lies after {until}: write the earlier day first.")
    return first, last
