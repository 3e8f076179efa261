"""The next steps under an answer about levels: why it is so, who is nearest, when it lapses."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from domain.conditions import Status
from domain.forecast import LevelKey
from handlers import asking
from handlers.ahead import forecast_reply
from handlers.errors import RefusedError
from handlers.nearest import nearest
from handlers.need import NeedAnswer, need
from handlers.render.blocks import Button, page
from handlers.render.nearest import nearest_blocks, nearest_text
from handlers.render.need import has_picture, need_blocks, need_text
from handlers.render.why import why_blocks, why_text
from handlers.replies import Reply
from handlers.requests import ForecastAsked
from handlers.room import Room
from handlers.steps import NOTHING, About, lapse_button, nearest_button, picture_button, why_button
from handlers.views import View
from handlers.why import why
from handlers.words import Words


def onward(room: Room, about: About, answers: Sequence[NeedAnswer]) -> Iterator[Button]:
    """The steps that an answer leads on to: the why of it, then who is nearest, or else when it lapses; a picture."""
    yield why_button(room, about)
    if any(staff.team.missing for answer in answers for staff in answer.teams):
        yield nearest_button(room, about)
    if about.on is None and any(answer.standing.status is Status.MET for answer in answers):
        yield lapse_button(room, about)
    if any(map(has_picture, answers)):
        yield picture_button(room, about)


async def press_why(room: Room, value: str) -> Reply:
    """The rule's tree, with what is met and missing, for who pressed. Raises RefusedError."""
    room, about = _read(room, value)
    view = room.view(about.on)
    found = [each for key in _levels(room, view, about) if (each := why(room, view, *key)) is not None]
    return page(why_text(found, room.words), why_blocks(found, room.words), room.words)


async def press_nearest(room: Room, value: str) -> Reply:
    """Who is nearest to what is missing, for who pressed. Raises RefusedError."""
    room, about = _read(room, value)
    view = room.view(about.on)
    found = [each for key in _levels(room, view, about) if (each := nearest(room, view, *key)) is not None]
    return page(nearest_text(found, room.words), nearest_blocks(found, room.words), room.words)


async def press_picture(room: Room, value: str) -> Reply:
    """What a level asks for, with the picture of how its points went. Raises RefusedError."""
    room, about = _read(room, value)
    view = room.view(about.on)
    found = [each for key in _levels(room, view, about) if (each := need(room, view, *key)) is not None]
    return page(need_text(found, room.words), need_blocks(found, room.words, drawn=True), room.words)


async def press_lapse(room: Room, value: str) -> Reply:
    """What is known to come in the competency, for who pressed. Raises RefusedError."""
    room, about = _read(room, value)
    typed = f"forecast {about.competency or ''}".rstrip()
    asked = replace(room, typed=typed, slash=True)  # so that it can be shared
    return forecast_reply(asked, ForecastAsked(competency=about.competency))


def _levels(room: Room, view: View, about: About) -> Iterator[LevelKey]:
    """The levels that a button is about. Raises RefusedError where the rules lack them."""
    if about.competency is None:
        raise RefusedError("error.old_button")
    for level in asking.levels(room, view, about.competency, about.level):
        yield about.competency, level


def _read(room: Room, value: str) -> tuple[Room, About]:
    """What a button carried, and the room in the language of its message. Raises RefusedError."""
    try:
        language, competency, level, day = value.split(" ")
        on = None if day == NOTHING else date.fromisoformat(day)
    except ValueError as error:
        raise RefusedError("error.old_button") from error
    known = competency in {NOTHING, *room.programme.competencies} and level in {NOTHING, *room.programme.levels}
    if not known or language not in {"en", "de"}:
        raise RefusedError("error.old_button")
    words = Words("de" if language == "de" else "en")
    return replace(room, words=words), About(_said(competency), _said(level), on)


def _said(part: str) -> str | None:
    return None if part == NOTHING else part
