"""Charts as Slack draws them, within its limits; whatever they show stands in the text of the message, too."""

from collections.abc import Mapping, Sequence
from typing import Literal

from handlers.replies import Block

MOST_IN_TITLE = 50
MOST_IN_LABEL = 20
MOST_SERIES = 12
MOST_POINTS = 20


def chart(
    kind: Literal["line", "bar"], title: str, labels: Sequence[str], series: Mapping[str, Sequence[int]]
) -> Block:
    """A chart of one value for each label and series; labels have to differ."""
    shown = [_cut(label, MOST_IN_LABEL) for label in labels[:MOST_POINTS]]
    drawn = [
        {
            "name": _cut(name, MOST_IN_LABEL),
            "data": [{"label": label, "value": value} for label, value in zip(shown, values, strict=False)],
        }
        for name, values in list(series.items())[:MOST_SERIES]
    ]
    return {
        "type": "data_visualization",
        "title": _cut(title, MOST_IN_TITLE),
        "chart": {"type": kind, "series": drawn, "axis_config": {"categories": shown}},
    }


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
