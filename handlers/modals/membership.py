"""The form that records the membership that was bought. For admins."""

from collections.abc import Iterator

from handlers import records
from handlers.errors import RefusedError
from handlers.modals.form import Field, Form, Values, day
from handlers.requests import Command, MembershipSet
from handlers.room import Room


def _request(values: Values) -> MembershipSet:
    return MembershipSet(values.get("level"), day(values, "purchased"))


def _mistakes(room: Room, request: Command) -> Iterator[RefusedError]:
    if isinstance(request, MembershipSet):
        yield from records.mistakes(room, request)


MEMBERSHIP = Form(
    name="membership",
    fields=(Field("level", "level"), Field("purchased", "day", initial=lambda room: room.today)),
    blank=MembershipSet(None, None),
    lead="bought.form",
    request=_request,
    mistakes=_mistakes,
    places={"level.unknown": "level", "bought.future": "purchased", "bought.too_old": "purchased"},
    admin_only=True,
)
