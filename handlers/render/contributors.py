"""Who counts, who could stand in, whom nobody could replace; who holds a credential."""

from collections.abc import Iterator

from domain.conditions import Status
from domain.scoring import PeoplePart, ScoreStanding
from handlers.contributors import Contributors, Holders
from handlers.need import NeedAnswer
from handlers.render.blocks import context, section
from handlers.render.figures import INDENT
from handlers.render.ground import day_line, ground_lines
from handlers.render.need import aid, headline, override_line, who
from handlers.render.phrases import Phrases
from handlers.render.scores import metric_line
from handlers.replies import Block
from handlers.words import Words


def contributors_text(answer: Contributors, words: Words) -> list[str]:
    """Who counts, in one or two lines."""
    return [headline(answer.need, words), _counting(answer, Phrases(words, answer.need.programme))]


def contributors_blocks(answers: list[Contributors], words: Words) -> list[Block]:
    """Who counts for each level."""
    blocks = [section(day_line(answers[0].need.ground, words), words)]
    blocks += [section("\n".join(_lines(answer, words)), words) for answer in answers]
    return [*blocks, context(ground_lines(answers[0].need.ground, words), words)]


def _lines(answer: Contributors, words: Words) -> Iterator[str]:
    phrases, found = Phrases(words, answer.need.programme), answer.need
    yield headline(found, words)
    yield from override_line(found, words)
    yield _counting(answer, phrases)
    for staff in found.teams:
        for place in staff.places:
            yield "• " + words.say("people.places", n=place.count, asks=phrases.asks(place.asks))
            counted = words.say("people.counted", who=who(place.people, found, phrases))
            yield INDENT + (counted if place.people else words.say("contributors.nobody_here"))
        if staff.spares:
            said = who(staff.spares, found, phrases)
            yield INDENT + words.say("people.spares", n=len(staff.spares), who=said)
    yield from (line for score in found.branch.scores for line in _earning(score, found, phrases))
    yield from _irreplaceable(answer, phrases)
    yield from aid(found, words)


def _counting(answer: Contributors, phrases: Phrases) -> str:
    people, scores = answer.need.branch.contributors, answer.need.branch.scores
    if any(True for score in scores for _ in score.score.people):
        return phrases.words.say("contributors.earn", n=len(people))
    if not answer.need.branch.teams:
        return phrases.words.say("contributors.no_people")
    return phrases.words.say("contributors.count", n=len(people), of=answer.need.branch.headcount)


def _earning(score: ScoreStanding, answer: NeedAnswer, phrases: Phrases) -> Iterator[str]:
    """Who earns points, metric by metric, and who has to be there before."""
    for metric in score.nearest.metrics:
        parts = [part for part in metric.parts if isinstance(part, PeoplePart)]
        if parts:
            yield f"• {metric_line(metric, phrases)}"
        for part in parts:
            asks = phrases.words.say("people.places", n=part.wanted, asks=phrases.asks(part.asks))
            counted = phrases.words.say("people.counted", who=who(part.people, answer, phrases))
            yield INDENT + asks
            yield INDENT + (counted if part.people else phrases.words.say("contributors.nobody_here"))


def _irreplaceable(answer: Contributors, phrases: Phrases) -> Iterator[str]:
    somebody = answer.need.branch.contributors or answer.irreplaceable
    if answer.need.standing.on_facts is not Status.MET or not somebody:
        return
    if not answer.irreplaceable:
        yield phrases.words.say("contributors.all_replaceable")
        return
    said = who(answer.irreplaceable, answer.need, phrases)
    key = "contributors.irreplaceable_points" if answer.need.branch.scores else "contributors.irreplaceable"
    yield phrases.words.say(key, n=len(answer.irreplaceable), who=said)


def holders_text(answer: Holders, words: Words) -> list[str]:
    """Who holds it, in one line."""
    phrases = Phrases(words, answer.programme)
    name = phrases.credential(answer.credential.id)
    if not answer.people:
        return [words.say("holders.nobody", credential=name)]
    count = words.say("holders.count", credential=name, n=len(answer.people))
    if not answer.names:
        return [count]
    return [count, words.say("holders.who", who=phrases.people(answer.people, answer.names, answer.own))]


def holders_blocks(answer: Holders, words: Words) -> list[Block]:
    """Who holds it, and which levels name it."""
    phrases = Phrases(words, answer.programme)
    levels = [phrases.in_competency(competency, level) for competency, level in answer.levels]
    named = words.say("holders.levels", levels=phrases.both(levels)) if levels else words.say("holders.no_level")
    key = "holders.today" if answer.on == answer.today else "holders.on"
    small = [words.say(key, day=words.date(answer.on)), named]
    return [section("\n".join(holders_lines(answer, words)), words), context(small, words)]


def holders_lines(answer: Holders, words: Words) -> list[str]:
    """The lines of the answer: how many, who where that may be said, and what can still be earned."""
    lines = holders_text(answer, words)
    lines[0] = f"*{lines[0]}*"
    known = answer.credential
    if known.accepted_until is not None:
        lines.append(words.say("holders.accepted", day=words.date(known.accepted_until)))
    if not known.obtainable_on(answer.on):
        lines.append(words.say("holders.gone"))
    return lines
