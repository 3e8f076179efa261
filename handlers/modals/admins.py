"""The form that makes somebody owner, admin or manager, or takes that from them. For admins."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from handlers import admins
from handlers.errors import RefusedError
from handlers.modals.form import Field, Form, Values
from handlers.requests import Command
from handlers.role_requests import Deed, RoleGiven
from handlers.room import Room

DEEDS: Mapping[str, Deed] = MappingProxyType({"add": "add", "manager": "manager", "remove": "remove", "owner": "owner"})


def _request(values: Values) -> RoleGiven:
    return RoleGiven(DEEDS.get(values.get("deed", ""), "add"), values.get("user"))


def _mistakes(room: Room, request: Command) -> Iterator[RefusedError]:
    if isinstance(request, RoleGiven):
        yield from admins.mistakes(room, request)


ADMINS = Form(
    name="admins",
    fields=(Field("user", "user"), Field("deed", "choice", choices=tuple(DEEDS))),
    blank=RoleGiven(),
    lead="admins.form",
    request=_request,
    mistakes=_mistakes,
    places={
        "admins.guest": "user",
        "admins.gone": "user",
        "admins.unknown": "user",
        "admins.is_owner": "deed",
        "error.owner_only": "deed",
    },
)
