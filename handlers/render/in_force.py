"""Which overrides are in force, in lines: levels for everybody, people's exams by name only where that may be."""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.facts import CredentialOverride, LevelOverride, Override
from domain.standing import standing
from handlers.closing import closing
from handlers.render.blocks import Button, actions, context, page, sections
from handlers.render.effects import facts_alone, level_name
from handlers.render.override import countdown, proof_lines, what_is_overridden
from handlers.render.phrases import Phrases
from handlers.render.written import ground_line
from handlers.replies import Reply
from handlers.room import Room
from handlers.steps import override_steps
from handlers.words import escape


def overrides_told(
    room: Room,
    levels: Sequence[LevelOverride],
    personal: Sequence[CredentialOverride],
    competency: str | None,
    day: date,
) -> Reply:
    """The overrides of a day, each with its end and what the facts alone say; of people's exams else only how many."""
    lines = [_head(room, len(levels) + len(personal), competency, day)]
    lines += [line for override in levels for line in _level(room, override, day)]
    named = [
        o for o in personal if (room.caller.private and room.outcome("overrides") == "names") or o.person == room.own
    ]
    lines += [line for override in named for line in _personal(room, override, day)]
    if len(personal) > len(named):
        lines.append(room.words.say("overrides.personal", n=len(personal) - len(named)))
    about = [competency] if competency else list(dict.fromkeys(o.competency for o in levels))
    blocks = [*sections(lines, room.words), context([ground_line(room, about)], room.words)]
    return page(lines, [*blocks, *actions([*_steps(room, levels), *closing(room)])], room.words, room.audience)


def _steps(room: Room, levels: Sequence[LevelOverride]) -> Iterator[Button]:
    return override_steps(room, [(each.competency, each.level) for each in levels])


def _head(room: Room, count: int, competency: str | None, day: date) -> str:
    none = "overrides.of_none" if competency else "overrides.all_none"
    key = none if not count else "overrides.of" if competency else "overrides.all"
    said = {"n": count, "day": room.words.date(day)}
    if competency:
        said["name"] = escape(room.words.name(room.programme.competencies[competency].name))
    return room.words.say(key, **said)


def _level(room: Room, override: LevelOverride, day: date) -> Iterator[str]:
    phrases = Phrases(room.words, room.programme)
    yield _item(room, level_name(override.competency, override.level, phrases), override, day)
    alone = standing(room.programme, room.company.facts.alone, day).level(override.competency, override.level)
    if alone is not None:
        yield room.words.say("grant.alone", facts=facts_alone(alone, phrases))


def _personal(room: Room, override: CredentialOverride, day: date) -> Iterator[str]:
    yield _item(room, what_is_overridden(room, override), override, day)
    yield from proof_lines(room, override, own=override.person == room.own)


def _item(room: Room, what: str, override: Override, day: date) -> str:
    since, until = room.words.date(override.since), room.words.date(override.until)
    return room.words.say("overrides.item", what=what, since=since, until=until, left=countdown(room, override, day))
