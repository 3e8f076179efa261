"""The next steps under an answer about levels: why it is so, who is nearest, when it lapses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.conditions import Status
from handlers import asking
from handlers.ahead import forecast_reply
from handlers.errors import RefusedError
from handlers.nearest import nearest
from handlers.need import NeedAnswer
from handlers.render.blocks import Button, page
from handlers.render.nearest import nearest_blocks, nearest_text
from handlers.render.why import why_blocks, why_text
from handlers.replies import Reply
from handlers.requests import ForecastAsked
from handlers.room import Room
from handlers.why import why
from handlers.words import Words

WHY, NEAREST, LAPSE = "why", "nearest", "lapse"
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class About:
    """What a button is about: a competency, one of its levels or all, and a day where another than today was asked."""

    competency: str
    level: str | None
    on: date | None

    @property
    def value(self) -> str:
        """As a button carries it."""
        return f"{self.competency} {self.level or NOTHING} {self.on.isoformat() if self.on else NOTHING}"


def onward(room: Room, about: About, answers: Sequence[NeedAnswer]) -> Iterator[Button]:
    """The steps that an answer leads on to: the why of it, then who is nearest, or else when it lapses."""
    value = f"{room.words.language} {about.value}"
    yield Button(room.words.say("button.why"), WHY, value)
    if any(staff.team.missing for answer in answers for staff in answer.teams):
        yield Button(room.words.say("button.nearest"), NEAREST, value)
    if about.on is None and any(answer.standing.status is Status.MET for answer in answers):
        yield Button(room.words.say("button.lapse"), LAPSE, value)


async def press_why(room: Room, value: str) -> Reply:
    """The rule's tree, with what is met and missing, for who pressed. Raises RefusedError."""
    room, about = _read(room, value)
    view = room.view(about.on)
    levels = asking.levels(room, view, about.competency, about.level)
    found = [each for level in levels if (each := why(room, view, about.competency, level)) is not None]
    return page(why_text(found, room.words), why_blocks(found, room.words), room.words)


async def press_nearest(room: Room, value: str) -> Reply:
    """Who is nearest to what is missing, for who pressed. Raises RefusedError."""
    room, about = _read(room, value)
    view = room.view(about.on)
    levels = asking.levels(room, view, about.competency, about.level)
    found = [each for level in levels if (each := nearest(room, view, about.competency, level)) is not None]
    return page(nearest_text(found, room.words), nearest_blocks(found, room.words), room.words)


async def press_lapse(room: Room, value: str) -> Reply:
    """What is known to come in the competency, for who pressed. Raises RefusedError."""
    room, about = _read(room, value)
    asked = replace(room, typed=f"forecast {about.competency}", slash=True)  # so that it can be shared
    return forecast_reply(asked, ForecastAsked(competency=about.competency))


def _read(room: Room, value: str) -> tuple[Room, About]:
    """What a button carried, and the room in the language of its message. Raises RefusedError."""
    try:
        language, competency, level, day = value.split(" ")
        on = None if day == NOTHING else date.fromisoformat(day)
    except ValueError as error:
        raise RefusedError("error.old_button") from error
    known = competency in room.programme.competencies and level in {NOTHING, *room.programme.levels}
    if not known or language not in {"en", "de"}:
        raise RefusedError("error.old_button")
    words = Words("de" if language == "de" else "en")
    return replace(room, words=words), About(competency, None if level == NOTHING else level, on)
