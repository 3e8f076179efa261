"""The small form that says on which day somebody left whose account was deactivated. For admins."""

from collections.abc import Iterator

from handlers import departing
from handlers.errors import RefusedError
from handlers.modals.form import ABOUT, Field, Form, Values, day
from handlers.requests import Command, SettleDeparture
from handlers.room import Room


def _request(values: Values) -> SettleDeparture:
    return SettleDeparture(values.get(ABOUT, ""), "left", day(values, "on"))


def _mistakes(room: Room, request: Command) -> Iterator[RefusedError]:
    if isinstance(request, SettleDeparture):
        yield from departing.mistakes(room, request)


LEFT = Form(
    name="left",
    fields=(Field("on", "day", initial=lambda room: room.today, hint=True),),
    blank=SettleDeparture("", "left"),
    lead="departure.form",
    request=_request,
    mistakes=_mistakes,
    places={"departure.before": "on"},
)
