"""Importing the vendor's export of trainings: a preview first, then the import, and taking it back as one."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeAlias

from domain.batches import WithdrawBatch, withdrawal
from domain.changes import apply
from domain.exports import FileRefusedError
from domain.importing import Plan, plan
from domain.notices import Due
from domain.ports import Actor, Company, Ledger, Upload
from domain.routing import Routed, routed, vendor_ids_in
from domain.standing import standing
from domain.trainings import Export, read_trainings
from handlers.effects import Effect, effects
from handlers.errors import RefusedError
from handlers.finding import quoted
from handlers.places import name_of, one_after_the_other, placed
from handlers.render.importing import cancelled, imported, nothing_new, previewed, withdrawn
from handlers.replies import Reply
from handlers.roles import may_in
from handlers.room import Room
from handlers.settling import settle
from handlers.writing import Written, written

Fetch: TypeAlias = Callable[[], Awaitable[bytes]]


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that was taken over: what it brought, and what that changed. Nothing was written where it is empty."""

    plan: Plan
    written: Written


async def receive(room: Room, file: str, fetch: Fetch) -> Reply:
    """Say what a file would bring; nothing changes before the button. Raises RefusedError.

    `fetch` brings the bytes, or raises FileRefusedError; nobody but an admin makes us fetch anything.
    """
    try:
        content = await fetch()
    except FileRefusedError as error:
        raise refused(room, error) from error
    apart = await route(room, await read(room, content))
    upload = Upload(room.tools.new_id(), file, content, room.member.user)
    found, changes = await preview(room, apart.here, upload, keep=bool(apart.others))
    if found.is_empty and not apart.others:
        return nothing_new(room, file, found)
    return previewed(room, upload, found, changes, await _counts(room, apart))


async def press_import(room: Room, value: str) -> Reply:
    """Take over the file of a preview; a second press finds it taken."""
    async with _held(room) as ledger:
        upload = await ledger.take_upload(value)
        if upload is None:
            done = await ledger.brought(value) is not None
            raise RefusedError("import.done_already" if done else "import.forgotten")
        apart = await route(room, await read(room, upload.content))
        found = await _record(room, ledger, upload, apart.here)
    said = _told(room, upload, found)
    for organisation, rows in apart.others.items():
        # Each organisation's rows are one batch of its own; the same file again brings what did not get there.
        there = await _room_in(room, organisation)
        theirs = replace(upload, id=room.tools.new_id())
        other = _told(there, theirs, await carry_out(there, theirs, rows))
        said = one_after_the_other(placed(other, there.company, room.words), said)
    return said


async def press_cancel(room: Room, value: str) -> Reply:
    """Forget the file of a preview."""
    async with _held(room) as ledger:
        if await ledger.take_upload(value) is None and await ledger.brought(value) is not None:
            raise RefusedError("import.done_already")
    return cancelled(room)


async def press_withdraw(room: Room, value: str) -> Reply:
    """Take back what a file brought."""
    return withdrawn(room, *await withdraw(room, value))


async def read(room: Room, content: bytes, heard: Callable[[int], None] | None = None) -> Export:
    """The rows of a file, read beside the loop. Raises RefusedError with the sentence for what is no export."""
    try:
        return await asyncio.to_thread(read_trainings, content, room.programme, room.today, heard)
    except FileRefusedError as error:
        raise refused(room, error) from error


async def route(room: Room, export: Export, *, alone: bool = False) -> Routed:
    """Take an export apart by organisation: rows go to others of the deployment where the speaker is an admin too.

    With `alone` they go to no other; they are skipped, and the reason is said.
    """
    here, companies = room.company.organisation, room.tools.companies
    named = vendor_ids_in(export)
    owners = await companies.by_vendor_id(here.programme, named) if named else {}
    own = await companies.vendor_ids(here.id) if named else ()
    there = [] if alone else [await companies.get(other) for other in sorted({*owners.values()} - {here.id})]
    beside = [company for company in there if company.team == room.company.team]
    open_to = [company.organisation.id for company in beside if may_in(company, room.member.user, "import")]
    return routed(export, here.id, owners, own, open_to)


async def _room_in(room: Room, organisation: str) -> Room:
    company = await room.tools.companies.get(organisation)
    return replace(room, company=company, member=company.members[room.member.user])


async def _counts(room: Room, apart: Routed) -> list[tuple[str, int]]:
    """The names of the other organisations to which rows go, and how many."""
    known = [(await room.tools.companies.get(key), len(rows.rows)) for key, rows in apart.others.items()]
    return [(name_of(company.organisation), count) for company, count in known]


def _told(room: Room, upload: Upload, found: Imported) -> Reply:
    if not found.written.changed:
        return nothing_new(room, upload.file, found.plan)
    return imported(room, upload, found.plan, found.written)


async def preview(
    room: Room, export: Export, upload: Upload | None = None, *, keep: bool = False
) -> tuple[Plan, tuple[Effect, ...]]:
    """What a file would bring, and which levels that would change. Where it brings anything, `upload` then waits.

    `keep`: it waits in any case.
    """
    async with _held(room) as ledger:
        found = await _planned(room, ledger, export)
        if upload is not None and (keep or not found.is_empty):
            await ledger.keep_upload(upload)
        before = ledger.company.facts
    change = found.change("preview", "", "")
    after = apply(before, change)
    was, now, alone = (standing(room.programme, facts, room.today) for facts in (before, after, after.alone))
    return found, effects(was, now, alone)


async def carry_out(room: Room, upload: Upload, export: Export) -> Imported:
    """Take over a file in one transaction; its upload's id becomes the batch's."""
    async with _held(room) as ledger:
        return await _record(room, ledger, upload, export)


async def withdraw(room: Room, batch: str) -> tuple[WithdrawBatch, Written]:
    """Withdraw what a batch brought and nothing else rests on. Raises RefusedError where there is no such batch."""
    async with _held(room) as ledger:
        brought = await ledger.brought(batch)
        if brought is None:
            raise RefusedError("import.no_batch")
        before = ledger.company.facts
        change = withdrawal(before, brought)
        due = await settle(ledger, room.programme, [change], room.at)
        gone = frozenset(change.people)
        for member in [m for m in ledger.company.members.values() if m.person in gone]:
            await ledger.register(replace(member, person=None))
        company = ledger.company
    return change, written(room, before, company, due, changed=True)


def _held(room: Room) -> AbstractAsyncContextManager[Ledger]:
    actor = Actor(room.member.user or None, room.caller.request)
    return room.tools.companies.change(room.company.organisation.id, actor)


async def _planned(room: Room, ledger: Ledger, export: Export) -> Plan:
    elsewhere = await ledger.held_elsewhere({row.profile for row in export.rows})
    return plan(export, ledger.company, elsewhere, room.today, room.tools.new_id)


async def _record(room: Room, ledger: Ledger, upload: Upload, export: Export) -> Imported:
    before, due = ledger.company.facts, Due()
    found = await _planned(room, ledger, export)
    if not found.is_empty:
        change = found.change(upload.id, upload.file, sha256(upload.content).hexdigest())
        due = await settle(ledger, room.programme, [change], room.at)
    for user, person in found.members.items():
        await ledger.register(replace(ledger.company.members[user], person=person))
    return Imported(found, written(room, before, ledger.company, due, changed=not found.is_empty))


def refused(room: Room, error: FileRefusedError) -> RefusedError:
    """Why a file cannot be used, as a sentence in the reader's words."""
    lists = {name: room.words.both(value) for name, value in error.values.items() if isinstance(value, list)}
    numbers = {name: room.words.number(value) for name, value in error.values.items() if isinstance(value, int)}
    texts = {name: quoted(value) for name, value in error.values.items() if isinstance(value, str)}
    return RefusedError(f"import.file.{error.why}", **lists, **numbers, **texts)
