"""The form that records a vendor's override, of a level or of a person's exam. For admins."""

from collections.abc import Iterator

from handlers import override
from handlers.errors import RefusedError
from handlers.modals.form import Field, Form, Values, day
from handlers.requests import Command, OverrideGrant
from handlers.room import Room

OF_LEVEL, OF_PERSON = "of_level", "of_person"


def _request(values: Values) -> OverrideGrant:
    of_person = values.get("kind") == OF_PERSON
    return OverrideGrant(
        competency=None if of_person else values.get("competency"),
        level=None if of_person else values.get("level"),
        person=values.get("person") if of_person else None,
        credential=values.get("credential") if of_person else None,
        since=day(values, "since"),
        until=day(values, "until"),
        granted_by=values.get("granted_by"),
        ticket=values.get("ticket"),
        reason=values.get("reason"),
    )


def _mistakes(room: Room, request: Command) -> Iterator[RefusedError]:
    if isinstance(request, OverrideGrant):
        yield from override.mistakes(room, request)


OVERRIDE = Form(
    name="override",
    fields=(
        Field("kind", "choice", choices=(OF_LEVEL, OF_PERSON)),
        Field("competency", "competency", shown_for=OF_LEVEL),
        Field("level", "level", shown_for=OF_LEVEL),
        Field("person", "person", shown_for=OF_PERSON),
        Field("credential", "credential", shown_for=OF_PERSON),
        Field("since", "day", initial=lambda room: room.today),
        Field("until", "day", optional=True, hint=True),
        Field("granted_by", "text", optional=True),
        Field("ticket", "text", optional=True),
        Field("reason", "text", optional=True),
    ),
    blank=OverrideGrant(),
    lead="grant.form",
    request=_request,
    mistakes=_mistakes,
    of_one=True,
    places={
        "competency.unknown": "competency",
        "level.unknown": "level",
        "grant.no_level": "level",
        "person.unknown": "person",
        "person.several": "person",
        "credential.unknown": "credential",
        "grant.ends_first": "until",
        "grant.past": "until",
    },
)
