"""The record beside the vendor's last export: what agrees, what differs, and what each difference would change."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.facts import Facts
from domain.ports import Actor
from domain.reconciling import Difference, Reconciled, only_shown, reconciled, turned
from domain.seen import SeenExport
from domain.standing import standing
from handlers.effects import Effect, effects
from handlers.errors import RefusedError
from handlers.lists import plain, title_of
from handlers.render.phrases import Phrases
from handlers.render.reconciling import difference_line, reconciled_page
from handlers.replies import Reply
from handlers.room import Room
from handlers.sending import brought
from handlers.sheets import Cell, Sheet, document
from handlers.tabled import Listing, Row

PAGE = 10
COLUMNS = ("difference", "name", "profile", "exam", "title", "earned", "expires", "changes")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The record beside an export; `lost` is what would change if only what the vendor shows counted."""

    found: Reconciled
    lost: tuple[Effect, ...]


async def reconcile(room: Room) -> Reply:
    """Say what agrees and what differs, the first ten of it. Raises RefusedError where no export was read yet."""
    compared = await _compared(room)
    return await _page(room, compared, compared.found.differences, first=True)


async def press_more(room: Room, value: str) -> Reply:
    """The next ten differences after the last that was shown, whatever changed since."""
    compared = await _compared(room)
    try:
        index, *texts = json.loads(value)
        after = (int(index), *map(str, texts))
    except (ValueError, TypeError) as error:
        raise RefusedError("error.old_button") from error
    rest = [each for each in compared.found.differences if each.key > after]
    if not rest:
        raise RefusedError("list.nothing", name=room.words.say("reconcile.title"))
    return await _page(room, compared, rest, first=False)


async def press_file(room: Room, value: str) -> Reply:
    """All differences as a file."""
    del value
    found = await reconcile_listing(room)
    rows = [row.cells for row in found.rows]
    sheet = Sheet(found.title, found.head, rows)
    said = room.words.say("export.sent", n=len(rows), name=sheet.title)
    return brought(room, [said], document(f"reconcile-{room.today.isoformat()}", sheet, "xlsx"))


async def reconcile_listing(room: Room) -> Listing:
    """All differences as a list. Raises RefusedError where no export was read yet."""
    compared = await _compared(room)
    lines = await _lines(room, compared.found.differences)
    rows = [
        Row(tuple(map(str, each.key)), _row(room, each, levels), [difference_line(room, each, levels)])
        for each, levels in lines
    ]
    head = tuple(room.words.say(f"export.column.{column}") for column in COLUMNS)
    return Listing(room.words.say("reconcile.title"), head, rows)


async def _compared(room: Room) -> Comparison:
    actor = Actor(room.member.user or None, room.caller.request)
    async with room.tools.companies.change(room.company.organisation.id, actor) as ledger:
        seen, facts = await ledger.seen(), ledger.company.facts
    if seen is None:
        raise RefusedError("reconcile.none")
    return await asyncio.to_thread(_compare, room, facts, seen)


def _compare(room: Room, facts: Facts, seen: SeenExport) -> Comparison:
    after = only_shown(facts, seen)
    was, now, alone = (standing(room.programme, each, room.today) for each in (facts, after, after.alone))
    return Comparison(reconciled(facts, seen), effects(was, now, alone))


async def _page(room: Room, compared: Comparison, rest: Sequence[Difference], *, first: bool) -> Reply:
    shown = await _lines(room, rest[:PAGE])
    lines = [difference_line(room, each, levels) for each, levels in shown]
    last = rest[PAGE - 1].key if len(rest) > PAGE else None
    more = None if last is None else json.dumps(last)
    return reconciled_page(room, compared.found, compared.lost, lines, more, first=first)


async def _lines(
    room: Room, differences: Sequence[Difference]
) -> Sequence[tuple[Difference, tuple[tuple[str, str], ...]]]:
    """Differences with the levels that each would change alone."""
    facts = room.company.facts
    known = [each for each in differences if each.person in facts.place_of]
    named = _named_by(room)

    def work() -> Sequence[tuple[Difference, tuple[tuple[str, str], ...]]]:
        return [(each, turned(room.programme, facts, room.today, named, each)) for each in known]

    return await asyncio.to_thread(work)


def _named_by(room: Room) -> Mapping[str, frozenset[str]]:
    found = room.view().named_by
    return {credential: frozenset(level.competency for level in levels) for credential, levels in found.items()}


def _row(room: Room, difference: Difference, levels: Sequence[tuple[str, str]]) -> Sequence[Cell]:
    phrases = Phrases(room.words, room.programme)
    person = room.company.facts.people[room.company.facts.place_of[difference.person]]
    title = title_of(room, difference.credential)
    kind = room.words.say(f"reconcile.kind.{difference.kind}")
    who = (plain(kind), room.company.person_name(person.id), person.profile)
    changes = ", ".join(plain(phrases.in_competency(competency, level)) for competency, level in levels)
    return (*who, difference.credential, title, difference.earned, difference.expires, changes)
