"""The form that reports a metric's values of several months: typed, or pasted as a column. For admins."""

from collections.abc import Iterator

from domain.notice_figures import month_due
from handlers import figures_pasted
from handlers.errors import RefusedError
from handlers.figure_requests import FiguresReport
from handlers.modals.form import Field, Form, Values
from handlers.requests import Command
from handlers.room import Room


def _request(values: Values) -> FiguresReport:
    return FiguresReport(values.get("metric"), values.get("first"), values.get("values"))


def _mistakes(room: Room, request: Command) -> Iterator[RefusedError]:
    if isinstance(request, FiguresReport):
        yield from figures_pasted.mistakes(room, request)


FIGURES = Form(
    name="figures",
    fields=(
        Field("metric", "metric"),
        Field("first", "text", optional=True, hint=True, preset=lambda room: str(month_due(room.today))),
        Field("values", "lines", hint=True),
    ),
    blank=FiguresReport(),
    lead="figures.form",
    request=_request,
    mistakes=_mistakes,
    of_one=True,
    places={
        "report.unknown_metric": "metric",
        "report.month": "first",
        "report.future": "first",
        "figures.wrong": "values",
        "figures.none": "values",
        "figures.too_many": "values",
    },
)
