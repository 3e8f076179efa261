"""The Home tab: what I have linked, what it counts for and what I could take next; for admins the company on one page.

It is made anew whenever somebody opens it, and for those who have it open after a change.
"""

from collections.abc import Callable, Iterator, Sequence

from domain.archive import Undelivered
from handlers import asking
from handlers.advice import advice
from handlers.beside import worked_out
from handlers.company_page import company_page
from handlers.mine import mine
from handlers.modals.opening import open_button
from handlers.programmes import are_several, in_each, name_of
from handlers.render.blocks import MOST_IN_MESSAGE, Button, actions, divider, fitting, section, sections
from handlers.render.help import ask_button
from handlers.render.home import HOME, beginning_blocks, company_blocks, people_blocks
from handlers.render.mine import mine_blocks
from handlers.replies import Block, Reply, Surface
from handlers.requests import Intent, Question
from handlers.room import Room
from handlers.words import Words

MOST_ON_HOME = 100
MOST_OWN = 8
MOST_STEPS = 2
ASKED: tuple[Intent, ...] = ("renewal", "risk", "overrides")


async def home(room: Room) -> Surface:
    """The tab of the speaker, for whom admission was granted. What belongs to admins comes last, and is cut first."""
    admin = room.may("watch")
    stuck = await room.tools.companies.undelivered(room.company.organisation.id) if admin else ()
    return await worked_out(room.company, lambda: _shown(room, stuck, admin=admin))


def _shown(room: Room, stuck: Sequence[Undelivered], *, admin: bool) -> Surface:
    blocks = [*_of_each(room, _own), *actions([open_button("link", room.words, HOME)])]
    if admin:
        blocks += [divider(), *beginning_blocks(room), *_of_each(room, _company), *people_blocks(room, stuck)]
    return _tab(blocks, room.words)


def said_home(reply: Reply, words: Words) -> Surface:
    """One sentence instead of everything."""
    return _tab([section(reply.text, words)], words)


def _of_each(room: Room, part: Callable[[Room], Iterator[Block]]) -> Iterator[Block]:
    """A part of the tab for every programme; of several each under its name."""
    for each in in_each(room):
        if are_several(room):
            yield section(f"*{name_of(each.programme, room.words)}*", room.words)
        yield from part(each)


def _own(room: Room) -> Iterator[Block]:
    yield from mine_blocks(mine(room, room.view()), room.words, MOST_OWN)
    if room.person is not None and room.may("forecast"):
        yield from _next(room)


def _next(room: Room) -> Iterator[Block]:
    """The first steps that the speaker could take."""
    told = [part for part in advice(room, Question("next")) if not isinstance(part, Button)]
    steps = [line for step in told[:MOST_STEPS] for line in step]
    yield from sections([f"*{room.words.say('home.next')}*", *steps], room.words)


def _company(room: Room) -> Iterator[Block]:
    buttons: dict[str, Button] = {intent: _asks(room, intent, number) for number, intent in enumerate(ASKED)}
    forecast = Button(room.words.say("button.forecast"), "lapse", room.carried(f"{room.words.language} - - -"))
    yield from company_blocks(room, company_page(room), {**buttons, "forecast": forecast})


def _asks(room: Room, intent: Intent, number: int) -> Button:
    asked = Question(intent, programme=room.programme.id if are_several(room) else None)
    return ask_button(asking.typed(asked, room), room.words.say(f"button.{intent}"), number, room.words)


def _tab(blocks: list[Block], words: Words) -> Surface:
    return {"type": "home", "blocks": fitting(blocks, MOST_ON_HOME, MOST_IN_MESSAGE, words)}
