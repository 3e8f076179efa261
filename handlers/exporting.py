"""All that is kept of the speaker, as a file for them alone."""

import json
from dataclasses import replace

from domain.announced import told_to_themselves
from handlers.render.blocks import page, sections
from handlers.replies import Document, Reply
from handlers.room import Room


async def mine_export(room: Room) -> Reply:
    """Send somebody everything that is kept of them, withdrawn or not; to them alone."""
    words, person = room.words, room.member.person
    if person is None:
        said = [words.say("mine_export.nothing")]
        return page(said, sections(said, words), words)
    kept = await room.tools.companies.about(room.company.organisation.id, person)
    # That somebody is to leave is for admins alone: they hear it from a person, not from a file.
    found = told_to_themselves(kept, room.today)
    content = json.dumps(found, ensure_ascii=False, indent=2).encode()
    name = f"my-data-{room.today.isoformat()}.json"
    said = [words.say("mine_export.sent", n=sum(map(len, found.values())))]
    reply = page(said, sections(said, words), words)
    return replace(reply, document=Document(name, name, content))
