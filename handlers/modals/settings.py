"""The form for an organisation's settings. It shows what holds now. For admins."""

from collections.abc import Callable, Iterator

from domain.notice_kinds import NoticeKind
from handlers import settings
from handlers.errors import RefusedError
from handlers.modals.form import Field, Form, Values
from handlers.requests import Command, SettingsChange
from handlers.room import Room

HIDDEN, OPEN = "hidden", "open"


def _request(values: Values) -> SettingsChange:
    chosen = values.get("notices", "").split(",")
    return SettingsChange(
        notices=tuple(kind for kind in settings.OPTIONAL if kind in chosen),
        lead_days=tuple((kind, values[kind]) for kind in settings.WITH_LEAD_DAYS if kind in values),
        names_in_channels=values.get("names") == OPEN,
        alert_channel=values.get("channel"),
        holidays=values.get("holidays"),
        retention=values.get("retention"),
    )


def _mistakes(room: Room, request: Command) -> Iterator[RefusedError]:
    if isinstance(request, SettingsChange):
        yield from settings.mistakes(room, request)


def _days(kind: NoticeKind) -> Callable[[Room], str]:
    return lambda room: ", ".join(map(str, room.company.organisation.settings.days(kind)))


def _notices(room: Room) -> str:
    return ",".join(kind for kind in settings.OPTIONAL if room.company.organisation.settings.wants(kind))


def _holidays(room: Room) -> str:
    found = room.company.organisation.settings
    return "-".join(part for part in (found.country, found.region) if part)


SETTINGS = Form(
    name="settings",
    fields=(
        Field("notices", "several", optional=True, choices=settings.OPTIONAL, hint=True, preset=_notices),
        *(Field(kind, "text", optional=True, hint=True, preset=_days(kind)) for kind in settings.WITH_LEAD_DAYS),
        Field(
            "names",
            "choice",
            choices=(HIDDEN, OPEN),
            preset=lambda room: OPEN if room.company.organisation.names_in_channels else HIDDEN,
        ),
        Field(
            "channel",
            "channel",
            optional=True,
            hint=True,
            preset=lambda room: room.company.organisation.settings.alert_channel or "",
        ),
        Field("holidays", "holidays", optional=True, hint=True, preset=_holidays),
        Field(
            "retention",
            "text",
            optional=True,
            hint=True,
            preset=lambda room: str(room.company.organisation.settings.retention_months),
        ),
    ),
    blank=SettingsChange(),
    lead="settings.form",
    request=_request,
    mistakes=_mistakes,
)
