"""Why a level stands as it does, as blocks: the rule as a tree, a mark at each part, then its ground."""

from collections.abc import Iterator, Mapping, Sequence

from domain.conditions import ConditionStanding, Status
from domain.requirements import All, AnyOne
from domain.scoring import ScoreStanding
from domain.standing import OptionStanding
from handlers.render.blocks import context, divider, section, sections
from handlers.render.figures import INDENT, condition_lines
from handlers.render.ground import day_line, ground_lines
from handlers.render.need import aid, headline, summary
from handlers.render.phrases import ICONS, Phrases
from handlers.render.rules import groups_of, leaf_text
from handlers.render.scores import standing_lines
from handlers.replies import Block
from handlers.why import Judged, Why
from handlers.words import Words

DEEPER = "\u2003\u2003"
"""Wide spaces, which no page draws together."""


def why_text(answers: Sequence[Why], words: Words) -> list[str]:
    """How each level stands, in two lines."""
    return [line for answer in answers for line in (headline(answer.need, words), summary(answer.need, words))]


def why_blocks(answers: Sequence[Why], words: Words) -> list[Block]:
    """Every option of every level, part by part, and the ground."""
    blocks: list[Block] = []
    for answer in answers:
        blocks += [*([divider()] if blocks else []), *_level(answer, words)]
    return [*blocks, context(ground_lines(answers[0].need.ground, words), words)]


def _level(answer: Why, words: Words) -> Iterator[Block]:
    phrases, found = Phrases(words, answer.need.programme), answer.need
    head = [headline(found, words), day_line(found.ground, words), summary(found, words), *aid(found, words)]
    yield section("\n".join(head), words)
    for option, tree in answer.options:
        yield from sections((_set_in(line) for line in _option(answer, option, tree, phrases)), words)


def _set_in(line: str) -> str:
    """A line whose depth shows: spaces at the beginning of a line may be lost on the way to a screen."""
    text = line.lstrip(" ")
    return DEEPER * ((len(line) - len(text)) // len(INDENT)) + text


def _option(answer: Why, option: OptionStanding, tree: Judged, phrases: Phrases) -> Iterator[str]:
    yield phrases.words.say("why.option", icon=ICONS[option.status], name=phrases.option(option.option))
    groups = groups_of(tree.requirement)
    parts = tree.parts if isinstance(tree.requirement, All) else (tree,)
    for part in parts:
        yield from (INDENT + line for line in _part(answer, part, groups, phrases))
    teams = [team for team in option.nearest.teams if len(team.slots) > 1]
    if teams:
        filled, places = sum(team.filled for team in teams), sum(len(team.slots) for team in teams)
        icon = ICONS[Status.MET if filled == places else Status.NOT_MET]
        yield INDENT + phrases.words.say("why.together", icon=icon, filled=filled, n=places)


def _part(answer: Why, part: Judged, groups: Mapping[str, str], phrases: Phrases) -> Iterator[str]:
    say, icon = phrases.words.say, ICONS[part.status]
    match part.requirement, part.found:
        case ((All() | AnyOne()), _):
            key = "rules.all" if isinstance(part.requirement, All) else "rules.any"
            yield say("why.part", icon=icon, part=say(key))
            for inner in part.parts:
                yield from (INDENT + line for line in _part(answer, inner, groups, phrases))
        case _, ConditionStanding() as condition:
            yield from condition_lines(condition, answer.need.ground, phrases)
        case _, ScoreStanding() as score:
            yield from standing_lines(score, phrases)
        case _:
            yield say("why.part", icon=icon, part=leaf_text(part.requirement, groups, phrases))
            who = phrases.people(part.people, answer.names, answer.need.own)
            yield INDENT + (say("why.true_of", who=who) if part.people else say("why.nobody"))
