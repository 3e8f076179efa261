"""The year as a page that reads as a story."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from html import unescape
from zoneinfo import ZoneInfo

from tests.handlers.contoso import labels, plain
from tests.story.company import BERLIN, CHANNEL, NEW_YORK, employees
from tests.story.play import Deed
from tests.year import Read

NAMES = {employee.user: employee.name for employee in employees()} | {CHANNEL: "#alerts"}
MENTION = re.compile(r"<@(\w+)>")
HEAD = """# A year at Silverbirch

Sixty people, Gold since 1 August 2017, three admins: Anke Vogt (Berlin, German), Mira Okafor (Berlin) and Zoe Miller
(New York). What people did stands in italics, in Berlin's time; what Assay said is quoted, with the time where its
reader was. Written by `.venv/bin/python -m tests.story`, and held by tests/test_story.py.
"""


def story(deeds: Sequence[Deed], read: Sequence[Read]) -> str:
    """Every day on which something happened, in order."""
    did = [(deed.moment, f"*{deed.at[11:]} {deed.says}.*\n") for deed in deeds]
    entries = sorted([*did, *((each.at, _message(each)) for each in read)], key=lambda entry: entry[0])
    return "\n".join([HEAD, *_by_day(entries)])


def _by_day(entries: Iterable[tuple[datetime, str]]) -> Iterator[str]:
    before = None
    for at, text in entries:
        day = at.astimezone(ZoneInfo(BERLIN)).date()
        if day != before:
            yield f"## {day:%A}, {day.day} {day:%B %Y}\n"
        before = day
        yield text


def _message(read: Read) -> str:
    lines = [line for line in plain(read.reply).splitlines() if line != "---"]
    asks = " ".join(f"[{label}]" for label in labels(read.reply))
    said = [MENTION.sub(lambda found: f"@{NAMES[found[1]]}", unescape(line)) for line in lines]
    body = "\n".join(f"> {line}  " for line in [*said, *([asks] if asks else [])])
    return f"**{NAMES[read.recipient]}**, {_when(read.at)}\n\n{body}\n"


def _when(at: datetime) -> str:
    there = " in New York" if str(at.tzinfo) == NEW_YORK else ""
    day = "" if at.date() == at.astimezone(ZoneInfo(BERLIN)).date() else f" on {at:%A}"
    return f"{at:%H:%M}{there}{day}"
