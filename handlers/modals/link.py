"""The form that links an exam: the same rules and sentences as the command."""

from collections.abc import Iterator

from handlers import link
from handlers.errors import RefusedError
from handlers.modals.form import Field, Form, Values, day
from handlers.requests import Command, LinkExam
from handlers.room import Room


def _request(values: Values) -> LinkExam:
    return LinkExam(values.get("credential"), day(values, "earned"), day(values, "expires"), values.get("evidence"))


def _mistakes(room: Room, request: Command) -> Iterator[RefusedError]:
    if isinstance(request, LinkExam):
        yield from link.mistakes(room, request)


LINK = Form(
    name="link",
    fields=(
        Field("credential", "credential"),
        Field("earned", "day", initial=lambda room: room.own_today),
        Field("expires", "day", optional=True, hint=True),
        Field("evidence", "address", optional=True, hint=True),
    ),
    blank=LinkExam(None, None),
    lead="link.no_code",
    request=_request,
    mistakes=_mistakes,
    places={
        "credential.unknown": "credential",
        "link.future": "earned",
        "link.before_all": "earned",
        "link.before_exam": "earned",
        "link.after_exam": "earned",
        "link.expires_first": "expires",
        "link.evidence": "evidence",
    },
)
