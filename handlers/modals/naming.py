"""The form that links an exam, for a message that names one."""

import re
from collections.abc import Iterator

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


def link_named(room: Room, text: str) -> Surface:
    """The form with what a message names chosen in it; or that it names nothing that can be linked."""
    found = list(named_in(room.programme, text[:MOST_READ]))
    if not found:
        return said_view(Reply(room.words.say("link.none_named")), room.words)
    view = form_view(room, LINK, {"credential": found[0]})
    if found[1:]:
        phrases = Phrases(room.words, room.programme)
        also = phrases.both([phrases.credential(code, with_title=False) for code in found[1:]])
        note = section(room.words.say("link.also_named", codes=also), room.words)
        return {**view, "blocks": [note, *view["blocks"]]}
    return view


def named_in(programme: Programme, text: str) -> Iterator[str]:
    """The credentials that a text names by code or title, as they come in it."""
    places: dict[str, int] = {}
    for credential in programme.credentials.values():
        titles = [credential.title] if len(credential.title) >= SHORTEST_TITLE else []
        found = (
            re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE)
            for name in (credential.id, *titles)
        )
        starts = [match.start() for match in found if match is not None]
        if starts:
            places[credential.id] = min(starts)
    yield from sorted(places, key=lambda code: (places[code], code))
