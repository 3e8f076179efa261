"""What a level of membership brings, what it costs, and what was never published."""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.membership_rules import Benefits
from handlers.render.blocks import context, sections
from handlers.render.membership_rules import ended_lines, place_lines, source_words
from handlers.render.phrases import Phrases
from handlers.replies import Block
from handlers.room import Room
from handlers.views import View
from handlers.words import escape


def benefits_text(room: Room, view: View, levels: Sequence[str]) -> list[str]:
    """What each level brings, in lines."""
    found = room.programme.benefits_on(view.on)
    if found is None:
        return [room.words.say("benefit.nothing")]
    lines = [line for level in levels for line in _level(room, found, level, view.on)]
    return [*lines, *_own(room, view, levels)]


def benefits_blocks(room: Room, view: View, levels: Sequence[str]) -> list[Block]:
    """The same, a paragraph for each level, with the sources as small print."""
    found, words = room.programme.benefits_on(view.on), room.words
    if found is None:
        return sections([words.say("benefit.nothing")], words)
    body = [block for level in levels for block in sections(_level(room, found, level, view.on), words)]
    own = sections(_own(room, view, levels), words)
    return [*body, *own, context([*_ground(room, found, levels, view.on)], words)]


def _level(room: Room, found: Benefits, level: str, day: date) -> Iterator[str]:
    words = room.words
    yield words.say("benefit.title", level=Phrases(words, room.programme).level(level), day=words.date(day))
    for benefit in found.offered:
        if level in benefit.levels:
            yield words.say("benefit.item", text=escape(words.name(benefit.text)))
    fee = found.fees.get(level)
    said = None if fee is None else escape(words.name(fee.text))
    yield words.say("benefit.no_fee") if said is None else words.say("benefit.fee", text=said)
    silent = [escape(words.name(each.text)) for each in found.unpublished if level in each.levels]
    if silent:
        yield words.say("benefit.unpublished", items="; ".join(silent))


def _own(room: Room, view: View, levels: Sequence[str]) -> Iterator[str]:
    """Which of them the company has."""
    state, words = view.membership, room.words
    if state.membership is None or state.dates is None or state.phase not in {"active", "at_risk", "grace"}:
        return
    if state.membership.level in levels:
        level = Phrases(words, room.programme).level(state.membership.level)
        yield words.say("benefit.your_level", level=level, day=words.date(state.dates.shown_until))


def _ground(room: Room, found: Benefits, levels: Sequence[str], day: date) -> Iterator[str]:
    sources = {each.source for each in found.offered if each.levels & set(levels)}
    sources |= {fee.source for level, fee in found.fees.items() if level in levels}
    titles = (source_words(room.programme, source, room.words) for source in sorted(sources))
    since, checked = room.words.day(found.since), room.words.day(found.checked_on)
    yield room.words.say("ground.rules", since=since, source="; ".join(titles), checked=checked)
    yield from ended_lines(room, day)
    yield from place_lines(room, "benefits", "benefit.where")
