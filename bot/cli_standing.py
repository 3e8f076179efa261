"""`assay standing FILE...`: the answer about companies whose facts are in files; it needs no Slack and no database."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import typer

from bot.cli_common import DONE, FAILED, WRONG_INPUT, WrongInputError, complain, day_of
from domain.conditions import ConditionStanding, Status
from domain.earning import Span, rounded
from domain.programme import Catalogue, Programme
from domain.reading import MistakesError
from domain.requirements import Flag, LevelHeld
from domain.scoring import ScoreStanding
from domain.situation import Situation, judge_situation
from domain.situation_answer import differences, situation_answer
from domain.standing import CompetencyStanding, LevelStanding, OptionStanding, Standing, standing
from storage.catalogue import load_catalogue
from storage.yaml_tree import read_tree


def run_standing(files: Sequence[str], on: str | None, *, as_json: bool, check: bool) -> int:
    """Answer for every file; the exit code is the worst of all: 0 done, 1 not as expected, 2 wrong input."""
    try:
        day = None if on is None else day_of("--on", on)
        catalogue = load_catalogue()
    except MistakesError as error:
        complain(str(mistake) for mistake in error.mistakes)
        return WRONG_INPUT
    except WrongInputError as error:
        complain([str(error)])
        return WRONG_INPUT
    return max(_one(Path(file), catalogue, day, as_json=as_json, check=check) for file in files)


def _one(file: Path, catalogue: Catalogue, day: date | None, *, as_json: bool, check: bool) -> int:
    try:
        situation = judge_situation(read_tree(file), catalogue)
    except MistakesError as error:
        complain(str(mistake) for mistake in error.mistakes)
        return WRONG_INPUT
    found = answer_for(situation, day)
    if as_json:
        typer.echo(json.dumps(situation_answer(found), ensure_ascii=False))
    else:
        typer.echo("\n".join(_page(file, found)))
    differing = differences(situation.expect, found) if check else ()
    complain(f"{file}: {sentence}" for sentence in differing)
    return FAILED if differing else DONE


def answer_for(situation: Situation, day: date | None = None) -> Standing:
    """The standing that a situation asks for; `day` takes the place of the date that it names."""
    return standing(situation.programme, situation.facts, day or situation.on, situation.rules_as_of)


def _page(file: Path, found: Standing) -> Iterator[str]:
    """The answer to read: a line per level, and below it what each option still needs."""
    yield f"{file}: {found.programme.name['en']} on {found.on}, by the rules of {found.rules_as_of}"
    end = found.programme.end
    if end is not None and found.on > end.last_renewal:
        yield f"The programme ended: last renewal {end.last_renewal}, then {end.successor_name['en']}."
    for competency in found.competencies.values():
        yield from _competency(found, competency)


def _competency(found: Standing, competency: CompetencyStanding) -> Iterator[str]:
    version = competency.version
    early = ", the first there are" if found.before_first_rules(competency.competency.id) else ""
    yield f"\n{competency.competency.name['en']} (rules from {version.since}{early}; source {version.source})"
    if competency.renews:
        yield f"  They hold from {version.renewals_from}, as for all who renew."
    if competency.awaited is not None:
        newer = competency.awaited
        yield f"  Newer rules of {newer.since} hold for new partners; for those who renew from {newer.renewals_from}."
    for level, standing_of_level in competency.levels.items():
        yield f"  {found.programme.levels[level]['en']}: {_outcome(standing_of_level)}"
        for option in standing_of_level.options:
            yield f"    {option.option.name['en']}: {', '.join(_needs(found.programme, option))}"


def _outcome(level: LevelStanding) -> str:
    if level.override is None:
        return level.status.value
    return f"met by an override until {level.override.until}; by the facts alone {level.on_facts.value}"


def _needs(programme: Programme, option: OptionStanding) -> Iterator[str]:
    yield option.status.value
    headcount = option.nearest.headcount
    for score in option.nearest.scores:
        yield from _points(score)
    if headcount and not option.nearest.scores:
        people = f" ({', '.join(option.contributors)})" if option.contributors else ""
        yield f"people {headcount - option.people_missing} of {headcount}{people}"
    for condition in option.nearest.conditions:
        reason = f" ({condition.reason.value})" if condition.reason else ""
        yield f"{_asked(programme, condition)}: {condition.status.value}{reason}"


def _points(score: ScoreStanding) -> Iterator[str]:
    """The total, and each metric of the track that counts or is nearest."""
    track = score.nearest
    name = f" ({track.track.name['en']})" if track.track.id else ""
    yield f"points {_span(score.points)} of {score.score.at_least:f}{name}"
    if score.met_on is not None and score.today is not Status.MET:
        yield f"reached on {score.met_on}, which counts until {score.holds_until}"
    for metric in track.metrics:
        reason = f" ({metric.reason.value})" if metric.reason else ""
        yield f"{metric.metric.name['en']} {_span(metric.points)} of {metric.metric.most:f}{reason}"


def _span(points: Span) -> str:
    low, high = rounded(points.low), rounded(points.high)
    return f"{low:f}" if points.known else f"{low:f} to {high:f}"


def _asked(programme: Programme, standing_of_part: ConditionStanding) -> str:
    condition = standing_of_part.condition
    if isinstance(condition, Flag):
        return condition.name
    if isinstance(condition, LevelHeld):
        return f"{condition.level} in {condition.competency}"
    have, bound = standing_of_part.value, standing_of_part.bound
    amounts = f"{'?' if have is None else f'{have:f}'} of {'?' if bound is None else f'{bound:f}'}"
    return f"{programme.metrics[condition.metric].name['en']} {amounts} {condition.unit}"
