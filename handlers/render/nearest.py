"""Who is nearest, as blocks: people by what they lack, with names only where they may be said."""

from collections.abc import Iterator, Sequence

from handlers.nearest import Near, Nearest, shown
from handlers.render.blocks import context, section, sections
from handlers.render.figures import INDENT
from handlers.render.ground import day_line
from handlers.render.need import headline, summary, to_find
from handlers.render.phrases import Phrases
from handlers.replies import Block
from handlers.words import Words


def nearest_text(answers: Sequence[Nearest], words: Words) -> list[str]:
    """The same in plain text."""
    return [line for answer in answers for line in _lines(answer, words)]


def nearest_blocks(answers: Sequence[Nearest], words: Words) -> list[Block]:
    """Each level with its empty places, and who is nearest to fill them."""
    told = [block for answer in answers for block in sections(_lines(answer, words), words)]
    return [*told, context([day_line(answers[0].need.ground, words)], words)] if told else [section("–", words)]


def _lines(answer: Nearest, words: Words) -> Iterator[str]:
    phrases = Phrases(words, answer.need.programme)
    yield headline(answer.need, words)
    if not answer.places:
        yield words.say("near.nobody_missing")
        yield summary(answer.need, words)
    for near in answer.places:
        whole = near.place.obtainable == near.place.asks
        asked = words.say("near.asked", n=near.place.missing, asks=phrases.asks(near.place.asks))
        yield asked if whole else to_find(near.place, phrases)
        yield from (INDENT + line for line in _people(near, answer, phrases))


def _people(near: Near, answer: Nearest, phrases: Phrases) -> Iterator[str]:
    say, own = phrases.words.say, answer.need.own
    named = [each for each in shown(near, own) if each.person in answer.names]
    for each in named:
        who = phrases.people([each.person], answer.names, own)
        lacks = phrases.both([phrases.credential(code, with_title=False) for code in each.further])
        yield "• " + say("people.lacks", who=who, what=lacks)
    if not near.people:
        yield say("near.nobody")
    elif others := len(near.people) - len(named):
        yield say("near.others" if named else "people.nearest_count", n=others)
