"""The small form that asks on which day a question is to be answered again."""

from collections.abc import Iterator

from handlers import reminding
from handlers.errors import RefusedError
from handlers.modals.form import ABOUT, Field, Form, Values, day
from handlers.requests import Command
from handlers.role_requests import ReminderSet
from handlers.room import Room


def _request(values: Values) -> ReminderSet:
    return ReminderSet(values.get(ABOUT, ""), day(values, "on"))


def _mistakes(room: Room, request: Command) -> Iterator[RefusedError]:
    if isinstance(request, ReminderSet):
        yield from reminding.mistakes(room, request)


REMIND = Form(
    name="remind",
    fields=(Field("on", "day", initial=reminding.day_of, hint=True),),
    blank=ReminderSet(""),
    lead="remind.form",
    request=_request,
    mistakes=_mistakes,
    places={"remind.past": "on", "remind.too_far": "on"},
)
