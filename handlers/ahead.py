"""What is asked about what is to come: the forecast, and its dates as a calendar file."""

from datetime import date

from handlers.closing import closing
from handlers.errors import RefusedError
from handlers.forecast import answer_for
from handlers.render.blocks import Button, actions, page
from handlers.render.calendar import calendar_of
from handlers.render.forecast import forecast_blocks, forecast_text
from handlers.replies import Document, Reply
from handlers.requests import ForecastAsked
from handlers.room import Room

ANY = "-"


def forecast_reply(room: Room, request: ForecastAsked) -> Reply:
    """What is known to come. Raises RefusedError for a day that cannot be."""
    found = answer_for(room, request.until, request.competency, request.unreadable)
    button = Button(room.words.say("button.calendar"), "calendar", room.carried(_value(request)))
    more = [*([button] if room.caller.private else []), *closing(room)]
    text, blocks = forecast_text(found, room.words), forecast_blocks(found, room.words)
    return page(text, [*blocks, *actions(more)], room.words, room.audience)


async def press_calendar(room: Room, value: str) -> Reply:
    """The dates of a forecast as a calendar file, for who pressed. Raises RefusedError."""
    until, _, competency = value.partition(" ")
    try:
        day = None if until == ANY else date.fromisoformat(until)
    except ValueError as error:
        raise RefusedError("error.old_button") from error
    if competency not in {ANY, *room.programme.competencies}:
        raise RefusedError("error.old_button")
    found = answer_for(room, day, None if competency == ANY else competency)
    content = calendar_of(found, room.words, room.company.organisation.id, room.at)
    title = room.words.say("calendar.title", company=room.company.organisation.name)
    return Reply(room.words.say("calendar.sent"), document=Document("assay.ics", title, content))


def _value(request: ForecastAsked) -> str:
    until = request.until.isoformat() if request.until else ANY
    return f"{until} {request.competency or ANY}"
