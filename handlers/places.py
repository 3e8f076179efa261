"""Where a Slack workspace serves several organisations: which one is meant, and whose an answer and its buttons are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.ports import Company, Organisation
from handlers.render.blocks import MOST_BLOCKS, MOST_IN_MESSAGE, Button, actions, context, fitting, page, section, size
from handlers.replies import Block, Caller, Reply, Submitted, Surface
from handlers.room import one_line
from handlers.words import Words, escape

MARK = "@"
"""Stands in the ids of our buttons and forms before the organisation that they belong to."""
PLACE = "place"
MOST_OFFERED = 20


def marked(identifier: str, organisation: str) -> str:
    """An id of a button or form, with the organisation that it belongs to."""
    return identifier if MARK in identifier else f"{identifier}{MARK}{organisation}"


def unmarked(identifier: str) -> tuple[str, str | None]:
    """An id without the organisation, and that, where it names one."""
    plain, _, organisation = identifier.partition(MARK)
    return plain, organisation or None


def at_home(caller: Caller, identifier: str) -> tuple[str, Caller]:
    """The id of what was pressed or sent, and who did it, with the organisation that it belongs to."""
    plain, organisation = unmarked(identifier)
    return plain, replace(caller, organisation=organisation or caller.organisation)


def placed(reply: Reply, company: Company, words: Words) -> Reply:
    """An answer as it is given where several organisations are served: it names its own, and so do its buttons."""
    if not company.shared or reply.unplaced or reply.audience == "nobody":
        return reply
    said = words.say("organisation.of", name=name_of(company.organisation))
    view = placed_view(reply.view, company) if reply.view is not None else None
    blocks = with_buttons(reply.blocks or (section(reply.text, words),), company)
    tail = [context([said], words)]
    kept = fitting(blocks, MOST_BLOCKS - len(tail), MOST_IN_MESSAGE - sum(map(size, tail)), words)
    return replace(reply, text=f"{reply.text}\n{said}", blocks=(*kept, *tail), view=view)


def with_buttons(blocks: Sequence[Block], company: Company) -> tuple[Block, ...]:
    """Blocks whose buttons know their organisation, where several are served."""
    if not company.shared:
        return tuple(blocks)
    return tuple(_marked(block, "action_id", company.organisation.id) for block in blocks)


def placed_view(view: Surface, company: Company) -> Surface:
    """A form or a Home tab that knows its organisation, where several are served."""
    if not company.shared:
        return view
    if view["type"] == "modal":
        known = {"callback_id": marked(view["callback_id"], company.organisation.id)} if "callback_id" in view else {}
        return {**view, **known}
    return {**view, "blocks": list(with_buttons(view["blocks"], company))}


def placed_submitted(submitted: Submitted, company: Company) -> Submitted:
    """What follows a form, which knows its organisation."""
    return submitted if submitted.view is None else replace(submitted, view=placed_view(submitted.view, company))


def which(organisations: Sequence[Organisation], asked: str, words: Words) -> Reply:
    """Ask which organisation is meant, with a button for each that goes on with what was asked."""
    names = words.either(name_of(organisation) for organisation in organisations)
    said = [words.say("organisation.which", names=names), words.say("organisation.which_settle")]
    buttons = [
        Button(one_line(each.name), marked(f"{PLACE}:{number}", each.id), asked)
        for number, each in enumerate(organisations[:MOST_OFFERED])
    ]
    rows = actions(buttons) if asked else []
    return page(said, [section(said[0], words), *rows, context(said[1:], words)], words)


def one_after_the_other(first: Reply, second: Reply) -> Reply:
    """Two answers as one; what follows has the last word on who reads it."""
    blocks = (*first.blocks, *second.blocks)[:MOST_BLOCKS]
    return replace(second, text=f"{first.text}\n{second.text}", blocks=blocks)


def name_of(organisation: Organisation) -> str:
    """An organisation's name as it may be shown."""
    return escape(one_line(organisation.name))


def _marked(part: Any, key: str, organisation: str) -> Any:  # noqa: ANN401 - any part of Slack's JSON
    if isinstance(part, Mapping):
        found = {name: _marked(value, key, organisation) for name, value in part.items()}
        return found | ({key: marked(found[key], organisation)} if key in found else {})
    if isinstance(part, list):
        return [_marked(each, key, organisation) for each in part]
    return part
