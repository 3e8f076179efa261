"""What is asked about what is to come: the forecast, and its dates as a calendar file."""

from collections.abc import Iterator
from datetime import date

from handlers.beside import worked_out
from handlers.closing import closing
from handlers.errors import RefusedError
from handlers.forecast import ForecastAnswer, answer_for
from handlers.render.blocks import Button, actions, page
from handlers.render.calendar import calendar_of
from handlers.render.forecast import MOST_DAYS, forecast_blocks, forecast_text
from handlers.replies import Document, Reply
from handlers.requests import ForecastAsked, Question
from handlers.room import Room
from handlers.steps import of_level, question_button, why_button
from handlers.tabled import Asked, list_buttons

ANY = "-"


def forecast_reply(room: Room, request: ForecastAsked) -> Reply:
    """What is known to come. Raises RefusedError for a day that cannot be."""
    found = answer_for(room, request.until, request.competency, request.unreadable)
    button = Button(room.words.say("button.calendar"), "calendar", room.carried(_value(request)))
    about = (request.competency or ANY, request.until.isoformat() if request.until else ANY)
    dates = list_buttons(room, Asked("forecast", about), more=len(found.forecast.days) > MOST_DAYS)
    more = [*([button] if room.caller.private else []), *_steps(room, found), *dates, *closing(room)]
    text, blocks = forecast_text(found, room.words), forecast_blocks(found, room.words)
    return page(text, [*blocks, *actions(more)], room.words, room.audience)


def _steps(room: Room, found: ForecastAnswer) -> Iterator[Button]:
    """Why the first level is lost that is, on that day; and what is at risk."""
    lost = next(((turn, day.on) for day in found.forecast.days for turn in day.turns if turn.lost), None)
    if lost is not None:
        turn, on = lost
        yield why_button(room, of_level((turn.competency, turn.level), on))
        yield question_button(room, Question("risk"), "button.risk")


async def press_calendar(room: Room, value: str) -> Reply:
    """The dates of a forecast as a calendar file, for who pressed. Raises RefusedError."""
    until, _, competency = value.partition(" ")
    try:
        day = None if until == ANY else date.fromisoformat(until)
    except ValueError as error:
        raise RefusedError("error.old_button") from error
    if competency not in {ANY, *room.programme.competencies}:
        raise RefusedError("error.old_button")
    found = await worked_out(room.company, lambda: answer_for(room, day, None if competency == ANY else competency))
    content = calendar_of(found, room.words, room.company.organisation.id, room.at)
    title = room.words.say("calendar.title", company=room.company.organisation.name)
    return Reply(room.words.say("calendar.sent"), document=Document("assay.ics", title, content))


def _value(request: ForecastAsked) -> str:
    until = request.until.isoformat() if request.until else ANY
    return f"{until} {request.competency or ANY}"
