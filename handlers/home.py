"""The Home tab: what I have linked and what it counts for; for admins how the company stands, and its overrides.

It is made anew whenever somebody opens it, and after a form that was opened from it was sent. A change elsewhere
shows on the next visit.
"""

from collections.abc import Iterator

from handlers.mine import mine
from handlers.modals import open_button
from handlers.override import current
from handlers.render.blocks import MOST_IN_MESSAGE, actions, divider, fitting, section
from handlers.render.mine import mine_blocks
from handlers.render.override import overrides_listed
from handlers.render.status import overview_blocks
from handlers.replies import Block, Reply, Surface
from handlers.room import Room
from handlers.status import overview
from handlers.words import Words

HOME = "home"
MOST_ON_HOME = 100
ADMINS_FORMS = ("override", "membership")


def home(room: Room) -> Surface:
    """The tab of the speaker, for whom admission was granted. What belongs to admins comes last, and is cut first."""
    blocks = [*_own(room), *(_admins(room) if room.may("watch") else ())]
    return _tab(blocks, room.words)


def said_home(reply: Reply, words: Words) -> Surface:
    """One sentence instead of everything."""
    return _tab([section(reply.text, words)], words)


def _own(room: Room) -> Iterator[Block]:
    yield from actions([open_button("link", room.words, HOME)])
    yield from mine_blocks(mine(room, room.view()), room.words)


def _admins(room: Room) -> Iterator[Block]:
    yield divider()
    yield from overview_blocks(overview(room, room.view()), room.words)
    yield divider()
    yield from overrides_listed(room, current(room.company, room.today)).blocks
    yield from actions([open_button(form, room.words, HOME) for form in ADMINS_FORMS])


def _tab(blocks: list[Block], words: Words) -> Surface:
    return {"type": "home", "blocks": fitting(blocks, MOST_ON_HOME, MOST_IN_MESSAGE, words)}
