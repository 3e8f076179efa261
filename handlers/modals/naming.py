"""The form that links an exam, for a message that names one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from domain.programme import Programme
from handlers.modals.link import LINK
from handlers.modals.views import form_view, said_view
from handlers.render.blocks import section
from handlers.render.phrases import Phrases
from handlers.replies import Reply, Surface
from handlers.room import Room

SHORTEST_TITLE = 8
"""A shorter title may stand in any message without being meant."""
MOST_READ = 4000


def link_named(room: Room, text: str, ago: timedelta = timedelta()) -> Surface:
    """The form with what a message names chosen in it; or that it names nothing that can be linked.

    `ago`: for how long the message has stood there, so that its "yesterday" is the day that it meant.
    """
    text = text[:MOST_READ]
    found = list(named_in(room.programme, text))
    if not found:
        return said_view(Reply(room.words.say("link.none_named")), room.words)
    day = day_in(room, text, ago)
    view = form_view(room, LINK, {"credential": found[0], "earned": day.isoformat() if day else ""})
    if found[1:]:
        phrases = Phrases(room.words, room.programme)
        also = phrases.both([phrases.credential(code, with_title=False) for code in found[1:]])
        note = section(room.words.say("link.also_named", codes=also), room.words)
        return {**view, "blocks": [note, *view["blocks"]]}
    return view


def day_in(room: Room, text: str, ago: timedelta) -> date | None:
    """The one day of the past that a message names beside its exams; None where it leaves a doubt."""
    for credential in room.programme.credentials.values():
        for name in (credential.id, credential.title):
            text = _spelt(name).sub(" ", text)
    written = replace(room, at=room.at - ago)
    return room.tools.grammar.day_past(text, written.own_today)


def named_in(programme: Programme, text: str) -> Iterator[str]:
    """The credentials that a text names by code or title, as they come in it."""
    places: dict[str, int] = {}
    for credential in programme.credentials.values():
        titles = [credential.title] if len(credential.title) >= SHORTEST_TITLE else []
        found = (_spelt(name).search(text) for name in (credential.id, *titles))
        starts = [match.start() for match in found if match is not None]
        if starts:
            places[credential.id] = min(starts)
    yield from sorted(places, key=lambda code: (places[code], code))


def _spelt(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.IGNORECASE)
