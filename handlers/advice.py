"""Which exam to take next: for oneself, for somebody named, or for the company."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from domain.advice import Scope, Step, next_steps
from domain.forecast import LevelKey
from domain.whatif import NEWCOMER
from handlers.expiring import about_person
from handlers.finding import person_of
from handlers.forecast import known_to
from handlers.render.blocks import Button
from handlers.render.effects import level_name
from handlers.render.phrases import Phrases
from handlers.render.scores import points_number
from handlers.requests import Question
from handlers.room import Room
from handlers.steps import of_level, question_button, why_button

MOST_STEPS = 3


def advice(room: Room, question: Question) -> Iterator[list[str] | Button]:
    """The best steps, each with what it closes or brings nearer. Raises RefusedError."""
    person = _person(room, question)
    programme = room.programme
    scope = Scope(
        (question.competency,) if question.competency else tuple(programme.competencies),
        (question.level,) if question.level else tuple(programme.levels),
        person,
    )
    steps = _different(next_steps(programme, known_to(room).facts, room.today, scope))
    phrases = Phrases(room.words, programme)
    if not steps:
        yield [room.words.say("next.none")]
        return
    for number, step in enumerate(steps[:MOST_STEPS]):
        yield _step(room, step, phrases, person, first=number == 0)
    yield from _steps(room, steps[0], question.person)


def _steps(room: Room, best: Step, person: str | None) -> Iterator[Button]:
    """Why the level stands so that the best step serves; and what would be if it were taken."""
    served = next(iter((*best.closes, *best.keeps, *best.nears)), None)
    if served is not None:
        yield why_button(room, of_level(served))
    supposed = Question("whatif", credential=best.first, change="gain", person=person)
    yield question_button(room, supposed, "button.gained")


def _person(room: Room, question: Question) -> str | None:
    """Whom the advice is for: who is named, or who asks privately and is on record; None for the company."""
    if question.person is None:
        return room.own if room.person is not None else None
    person = person_of(room, question.person).id
    about_person(room, person)
    return person


def _different(steps: Sequence[Step]) -> list[Step]:
    """The best step for each credential that could be the next."""
    found: dict[str, Step] = {}
    for step in steps:
        found.setdefault(step.first, step)
    return list(found.values())


def _step(room: Room, step: Step, phrases: Phrases, person: str | None, *, first: bool) -> list[str]:
    say = room.words.say
    lines = [say("next.first" if first else "next.else", what=phrases.credential(step.first))]
    if step.further[1:]:
        then = phrases.both([phrases.credential(code, with_title=False) for code in step.further[1:]])
        lines.append(say("next.then", what=then))
    told = (("next.closes", step.closes), ("next.keeps", step.keeps), ("next.nears", step.nears))
    lines += [say(key, what=_levels(levels, phrases)) for key, levels in told if levels]
    if step.gained:
        lines.append(say("next.points", what=phrases.both([_gained(key, more, phrases) for key, more in step.gained])))
    if person is None:
        lines.append(_who(room, step))
    return lines


def _levels(levels: Sequence[LevelKey], phrases: Phrases) -> str:
    return phrases.both([level_name(competency, level, phrases) for competency, level in levels])


def _gained(key: LevelKey, more: Fraction, phrases: Phrases) -> str:
    """Infrastructure Solutions Partner (+4 points)."""
    return phrases.words.say("next.gained", level=level_name(*key, phrases), points=points_number(more, phrases))


def _who(room: Room, step: Step) -> str:
    """Who is nearest, by name where that may be said."""
    if step.person == NEWCOMER:
        return room.words.say("next.anybody")
    name = room.name(step.person)
    return room.words.say("next.nearest", who=name) if name else room.words.say("next.nearest_one")
