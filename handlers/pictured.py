"""An answer once more with its picture, for who pressed: what Slack may refuse never goes with the answer itself."""

from dataclasses import replace
from datetime import date

from handlers.asking import typed
from handlers.errors import RefusedError
from handlers.expiring import expiring
from handlers.foreseen import told
from handlers.render.blocks import Button, page
from handlers.render.status import overview_blocks, overview_text, status_picture
from handlers.replies import Reply
from handlers.requests import Question
from handlers.room import Room
from handlers.status import Overview, overview
from handlers.words import Words

STATUS = "picture_status"
NOTHING = "-"


def picture_button(room: Room, found: Overview, question: Question) -> list[Button]:
    """The button that shows how the company stands as a picture, where there is something to compare."""
    if not status_picture(found, room.words):
        return []
    day = question.on.isoformat() if question.on else NOTHING
    value = f"{room.words.language} {question.area or NOTHING} {question.level or NOTHING} {day}"
    return [Button(room.words.say("button.picture"), STATUS, room.carried(value))]


async def press_status(room: Room, value: str) -> Reply:
    """How the company stands, with the picture. Raises RefusedError."""
    room, area, level, day = _read(room, value)
    areas, levels = {each.id for each in room.programme.areas}, set(room.programme.levels)
    if area not in {None, *areas} or level not in {None, *levels}:
        raise RefusedError("error.old_button")
    found = overview(room, room.view(day), area, level)
    return page(overview_text(found, room.words), overview_blocks(found, room.words, picture=True), room.words)


async def press_expiring(room: Room, value: str) -> Reply:
    """What expires, with the picture. Raises RefusedError."""
    room, competency, nobody, until = _read(room, value)
    if nobody is not None or competency not in {None, *room.programme.competencies}:
        raise RefusedError("error.old_button")
    question = Question("expiring", competency=competency, until=until)
    asked = replace(room, typed=typed(question, room), slash=False)  # so that it can be shared, and asked again
    return told(asked, expiring(asked, question, drawn=True))


def _read(room: Room, value: str) -> tuple[Room, str | None, str | None, date | None]:
    """What a button carried, and the room in the language of its message. Raises RefusedError."""
    try:
        language, first, second, day = value.split(" ")
        on = None if day == NOTHING else date.fromisoformat(day)
    except ValueError as error:
        raise RefusedError("error.old_button") from error
    if language not in {"en", "de"}:
        raise RefusedError("error.old_button")
    words = Words("de" if language == "de" else "en")
    return replace(room, words=words), _said(first), _said(second), on


def _said(part: str) -> str | None:
    return None if part == NOTHING else part
