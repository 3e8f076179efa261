"""The form that records what was done with the membership. For admins."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from handlers import membership
from handlers.errors import RefusedError
from handlers.modals.form import Field, Form, Values, day
from handlers.requests import Command, MembershipDeed, MembershipSet
from handlers.room import Room

DEEDS: Mapping[str, MembershipDeed] = MappingProxyType(
    {"buy": "buy", "renew": "renew", "upgrade": "upgrade", "order": "order", "correct": "correct"}
)


def _request(values: Values) -> MembershipSet:
    return MembershipSet(
        level=values.get("level"),
        purchased=day(values, "purchased"),
        deed=DEEDS.get(values.get("deed", ""), "buy"),
        until=day(values, "until"),
        reason=values.get("reason"),
    )


def _mistakes(room: Room, request: Command) -> Iterator[RefusedError]:
    if isinstance(request, MembershipSet):
        yield from membership.mistakes(room, request)


MEMBERSHIP = Form(
    name="membership",
    fields=(
        Field("deed", "choice", choices=tuple(DEEDS)),
        Field("level", "level"),
        Field("purchased", "day", initial=lambda room: room.today),
        Field("until", "day", optional=True, hint=True),
        Field("reason", "text", optional=True, shown_for="correct", hint=True),
    ),
    blank=MembershipSet(None, None),
    lead="bought.form",
    request=_request,
    mistakes=_mistakes,
    of_one=True,
    places={
        "level.unknown": "level",
        "upgrade.not_higher": "level",
        "bought.future": "purchased",
        "bought.too_old": "purchased",
        "bought.ended": "purchased",
        "bought.known": "purchased",
        "renew.too_early": "purchased",
        "renew.too_late": "purchased",
        "upgrade.none": "purchased",
        "bought.ends_first": "until",
        "renew.no_rule": "until",
        "upgrade.no_rule": "until",
        "renew.none": "deed",
        "order.open": "deed",
        "correct.none": "deed",
    },
)
