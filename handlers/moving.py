"""Somebody who counts for one organisation of the deployment and speaks to another: the question, and the move."""

from dataclasses import dataclass, replace
from datetime import date

from domain.association_rules import may_move_from
from domain.claims import Join
from domain.departures import Depart
from domain.facts import Association, Person
from domain.owed import Due, Owed
from domain.ports import Actor, Ledger, Organisation
from domain.tenancy import Belonging
from handlers.asking import FREE, SLASH
from handlers.errors import RefusedError
from handlers.places import PLACE, marked, name_of
from handlers.programmes import in_each
from handlers.render.blocks import Button, actions, context, page, sections
from handlers.replies import Reply
from handlers.room import Room, one_line
from handlers.settling import settle
from handlers.words import escape

MOVE = "move"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where somebody is on record instead, whether they count for it today, and from which day they may move."""

    belonging: Belonging
    organisation: Organisation
    counts: bool
    allowed: date


async def elsewhere(room: Room) -> Elsewhere | None:
    """Where the speaker is on record, if that is another organisation of this workspace."""
    if not room.company.shared or (room.person is not None and room.person.associated_on(room.today)):
        return None
    found = await room.tools.companies.belonging_of(room.caller.team, room.member.user)
    there = found.last_organisation(room.today) if found is not None else None
    served = await room.tools.companies.serving(room.caller.team)
    known = next((each for each in served if each.id == there), None)
    if found is None or known is None or known.id == room.company.organisation.id:
        return None
    rules = [each.programme.associations for each in in_each(room)]
    allowed = max(may_move_from(each, found.begun, room.today) for each in rules)
    return Elsewhere(found, known, found.organisation_on(room.today) is not None, allowed)


def move_question(room: Room, found: Elsewhere) -> Reply:
    """For which organisation to record it; moving is offered where the programme's limits allow it today."""
    words, here = room.words, room.company.organisation
    said = {"there": name_of(found.organisation), "here": name_of(here)}
    lines = [words.say("move.counts" if found.counts else "move.counted", **said)]
    carried = f"{SLASH if room.slash else FREE} {room.typed}"
    buttons = []
    if found.counts:
        stay = words.say("move.button_stay", there=one_line(found.organisation.name))
        buttons.append(Button(stay, marked(f"{PLACE}:stay", found.organisation.id), carried))
    if found.allowed <= room.today:
        go = words.say("move.button_go", here=one_line(here.name))
        buttons.append(Button(go, marked(f"{MOVE}:go", here.id), carried))
    else:
        lines.append(_too_early(room, found.allowed))
    rows = actions(buttons) if room.typed else []
    note = context([words.say("move.note", **said)], words)
    return replace(page(lines, [*sections(lines, words), note, *rows], words), unplaced=True)


async def move(room: Room) -> Reply:
    """Let the speaker count for this organisation from today; elsewhere their association ends. Raises RefusedError.

    What they asked for is answered next, and says what to do at the vendor and from when it counts there.
    """
    found = await elsewhere(room)
    if found is None:
        raise RefusedError("move.over")
    if found.allowed > room.today:
        raise RefusedError("move.too_early", **_limit(room, found.allowed))
    here, there = room.company.organisation, found.organisation
    actor = Actor(room.member.user, room.caller.request)
    async with room.tools.companies.crossing([there.id, here.id], actor) as (leaving, joining):
        left = await _leave(room, leaving, found.belonging.person)
        await _join(room, joining, left)
    key = "move.done" if found.counts else "move.done_free"
    said = {"here": name_of(here), "there": name_of(there), "day": room.words.date(room.today)}
    lines = [room.words.say(key, **said)]
    return page(lines, sections(lines, room.words), room.words)


async def _leave(room: Room, ledger: Ledger, person: str) -> Person:
    """End an association where it holds; the admins there hear that it ended, and no more. Returns who left."""
    place = ledger.company.facts.place_of.get(person)
    if place is None:
        raise RefusedError("move.over")
    known = ledger.company.facts.people[place]
    if known.associated_on(room.today):
        programme = room.tools.grammar.catalogue[ledger.company.organisation.programme]
        await settle(ledger, programme, [Depart(person, room.today, provisional=False)], room.at, _as_ended)
    return known


async def _join(room: Room, ledger: Ledger, left: Person) -> None:
    place = ledger.company.facts.place_of.get(left.id)
    before = (ledger.company.facts.people[place].associations or ()) if place is not None else ()
    began = Association(room.today, id=room.tools.new_id())
    told = {"person": left.id, "on": room.today.isoformat(), "side": "gained"}
    moved = Owed("association_moved", f"person/{left.id}", room.today.toordinal(), "gained", told)

    def with_word(due: Due) -> Due:
        return replace(due, notices=(moved, *due.notices))

    known = replace(ledger.company.members[room.member.user], person=left.id, elsewhere=False)
    joins = Join(replace(left, associations=(*before, began)))
    await settle(ledger, room.programme, [joins], room.at, with_word, known)


def _as_ended(due: Due) -> Due:
    """What is due, where a departure is told as an association that ended."""
    return replace(
        due, notices=tuple(_ended(notice) if notice.kind == "departed" else notice for notice in due.notices)
    )


def _ended(notice: Owed) -> Owed:
    levels = ",".join((*notice.listed("lost"), *notice.listed("worse")))
    return replace(notice, kind="association_moved", details={**notice.details, "side": "lost", "levels": levels})


def _too_early(room: Room, allowed: date) -> str:
    return room.words.say("move.too_early", **_limit(room, allowed))


def _limit(room: Room, allowed: date) -> dict[str, object]:
    ruled = ((each.programme, each.programme.association_on(room.today)) for each in in_each(room))
    programme, rule = next(((there, rule) for there, rule in ruled if rule and rule.moves), (room.programme, None))
    if rule is None or rule.moves is None:
        raise RefusedError("move.over")
    known = programme.sources.get(rule.source)
    source = escape(room.words.name(known.title) if known else rule.source)
    limits = {"most": rule.moves.most_a_year, "days": rule.moves.days_apart}
    return {"day": room.words.date(allowed), "source": source, **limits}
