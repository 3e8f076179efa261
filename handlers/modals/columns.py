"""The form that says which column of a list of one's own says what. For admins."""

from collections.abc import Iterator

from handlers import listing
from handlers.data_requests import ColumnsSaid
from handlers.errors import RefusedError
from handlers.modals.form import ABOUT, Field, Form, Values
from handlers.requests import Command
from handlers.room import Room

NAMED = ("credential", "earned", "email", "profile", "name", "expires", "evidence")
ALWAYS = frozenset({"credential", "earned"})


def _request(values: Values) -> ColumnsSaid:
    said = tuple((field, values[field]) for field in NAMED if field in values)
    return ColumnsSaid(values.get(ABOUT, ""), said)


def _mistakes(room: Room, request: Command) -> Iterator[RefusedError]:
    if isinstance(request, ColumnsSaid):
        yield from listing.mistakes(room, request)


COLUMNS = Form(
    name="columns",
    fields=tuple(Field(field, "column", optional=field not in ALWAYS) for field in NAMED),
    blank=ColumnsSaid("", ()),
    lead="columns.form",
    request=_request,
    mistakes=_mistakes,
    places={"columns.who": "email"},
)
