"""Importing the vendor's export or a list of one's own: a preview first, then the import, and taking it back as one."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeAlias

from domain.batches import WithdrawBatch, withdrawal
from domain.changes import apply
from domain.enrolments import programmes_of
from domain.exports import FileRefusedError
from domain.identifying import NamesMean
from domain.importing import Plan, plan
from domain.notices import Due
from domain.ports import Actor, Ledger, Upload
from domain.routing import Routed, routed, vendor_ids_in
from domain.seen import SeenExport
from domain.standing import standing
from domain.trainings import Export
from handlers.effects import effects
from handlers.errors import RefusedError
from handlers.figure_files import receive_figures, take_figures
from handlers.incoming import UnclearColumnsError, look, read, refused
from handlers.joint import joint
from handlers.places import name_of, one_after_the_other, placed
from handlers.render.importing import cancelled, columns_asked, imported, nothing_new, previewed, withdrawn
from handlers.replies import Reply
from handlers.roles import may_in
from handlers.room import Room
from handlers.settling import settle
from handlers.writing import Changes, Written, beside_of, written

Fetch: TypeAlias = Callable[[], Awaitable[bytes]]
NAMES: Mapping[str, NamesMean] = {"same": "same", "new": "new"}
"""What the button of a preview says of names, by what its value ends in."""


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
    upload = Upload(room.tools.new_id(), file, content, room.member.user)
    return await show(room, upload)


async def show(room: Room, upload: Upload) -> Reply:
    """Say what a file would bring, whatever it is; it then waits. Raises RefusedError."""
    room = joint(room)
    found = await look(room, upload.content)
    if found.kind == "figures":
        return await receive_figures(room, upload, found)
    try:
        apart = await route(room, await read(room, upload.content))
    except UnclearColumnsError as error:
        async with _held(room) as ledger:
            await ledger.keep_upload(upload)
        return columns_asked(room, upload, error.incoming)
    plan, changes = await preview(room, apart.here, upload, keep=bool(apart.others))
    named = (await preview(room, apart.here, names="same"))[1] if plan.proposals else None
    if plan.is_empty and not plan.proposals and not apart.others:
        async with _held(room) as ledger:
            await _keep_seen(room, ledger, upload, plan)
        return nothing_new(room, upload.file, plan)
    return previewed(room, upload, plan, changes, await _counts(room, apart), named)


async def press_read(room: Room, value: str) -> Reply:
    """Read a file that waits once more, now that somebody has said which column says what."""
    async with _held(room) as ledger:
        upload = await _take(ledger, value)
        await ledger.keep_upload(upload)
    return await show(room, upload)


async def press_import(room: Room, value: str) -> Reply:
    """Take over the file of a preview; a second press finds it taken."""
    room = joint(room)
    key, _, answered = value.partition(" ")
    async with _held(room, key) as ledger:
        upload = await _take(ledger, key)
        incoming = await look(room, upload.content)
        if incoming.kind == "figures":
            return await take_figures(room, ledger, upload, incoming)
        apart = await route(room, await read(room, upload.content))
        found = await _record(room, ledger, upload, apart.here, NAMES.get(answered, "ask"))
    said = _told(room, upload, found)
    for organisation, rows in apart.others.items():
        # Each organisation's rows are one batch of its own; the same file again brings what did not get there.
        there = await _room_in(room, organisation)
        theirs = replace(upload, id=room.tools.new_id())
        other = _told(there, theirs, await carry_out(there, theirs, rows))
        said = one_after_the_other(placed(other, there.company, room.words), said)
    return said


async def _take(ledger: Ledger, upload: str) -> Upload:
    found = await ledger.take_upload(upload)
    if found is None:
        done = await ledger.brought(upload) is not None
        raise RefusedError("import.done_already" if done else "import.forgotten")
    return found


async def press_cancel(room: Room, value: str) -> Reply:
    """Forget the file of a preview."""
    async with _held(room) as ledger:
        if await ledger.take_upload(value) is None and await ledger.brought(value) is not None:
            raise RefusedError("import.done_already")
    return cancelled(room)


async def press_withdraw(room: Room, value: str) -> Reply:
    """Take back what a file brought."""
    return withdrawn(room, *await withdraw(room, value))


async def route(room: Room, export: Export, *, alone: bool = False) -> Routed:
    """Take an export apart by organisation: rows go to others of the deployment where the speaker is an admin too.

    With `alone` they go to no other; they are skipped, and the reason is said.
    """
    here, companies = room.company.organisation, room.tools.companies
    named = vendor_ids_in(export)
    owners: dict[str, str] = {}
    for programme in programmes_of(room.company) if named else ():
        owners |= await companies.by_vendor_id(programme, named)
    own = await companies.vendor_ids(here.id) if named else ()
    there = [] if alone else [await companies.get(other) for other in sorted({*owners.values()} - {here.id})]
    beside = [company for company in there if company.team == room.company.team]
    open_to = [company.organisation.id for company in beside if may_in(company, room.member.user, "import")]
    return routed(export, here.id, owners, own, open_to)


async def _room_in(room: Room, organisation: str) -> Room:
    company = await room.tools.companies.get(organisation)
    programme = room.tools.grammar.catalogue[company.organisation.programme]
    return joint(replace(room, company=company, programme=programme, member=company.members[room.member.user]))


async def _counts(room: Room, apart: Routed) -> list[tuple[str, int]]:
    """The names of the other organisations to which rows go, and how many."""
    known = [(await room.tools.companies.get(key), len(rows.rows)) for key, rows in apart.others.items()]
    return [(name_of(company.organisation), count) for company, count in known]


def _told(room: Room, upload: Upload, found: Imported) -> Reply:
    if not found.written.changed:
        return nothing_new(room, upload.file, found.plan)
    return imported(room, upload, found.plan, found.written)


async def preview(
    room: Room, export: Export, upload: Upload | None = None, *, keep: bool = False, names: NamesMean = "ask"
) -> tuple[Plan, Changes]:
    """What a file would bring, and which levels that would change. Where it brings anything, `upload` then waits.

    `keep`: it waits in any case. `names` is what the names in it are taken to mean.
    """
    async with _held(room) as ledger:
        found = await _planned(room, ledger, export, names)
        if upload is not None and (keep or found.proposals or not found.is_empty):
            await ledger.keep_upload(upload)
        before = ledger.company.facts
    change = found.change("preview", "", "")
    after = apply(before, change)
    was, now, alone = (standing(room.programme, facts, room.today) for facts in (before, after, after.alone))
    return found, Changes(effects(was, now, alone), tuple(beside_of(room, before, after)))


async def carry_out(room: Room, upload: Upload, export: Export, names: NamesMean = "ask") -> Imported:
    """Take over a file in one transaction; its upload's id becomes the batch's."""
    async with _held(room, upload.id) as ledger:
        return await _record(room, ledger, upload, export, names)


async def withdraw(room: Room, batch: str) -> tuple[WithdrawBatch, Written]:
    """Withdraw what a batch brought and nothing else rests on. Raises RefusedError where there is no such batch."""
    async with _held(room) as ledger:
        brought = await ledger.brought(batch)
        if brought is None:
            raise RefusedError("import.no_batch")
        before = ledger.company.facts
        elsewhere = frozenset(m.person for m in ledger.company.members.values() if m.elsewhere and m.person)
        change = withdrawal(before, brought, elsewhere)
        due = await settle(ledger, room.tools.grammar.catalogue[room.programme.id], [change], room.at)
        gone = frozenset(change.people)
        for member in [m for m in ledger.company.members.values() if m.person in gone]:
            await ledger.register(replace(member, person=None))
        company = ledger.company
    return change, written(room, before, company, due, changed=True)


def _held(room: Room, request: str | None = None) -> AbstractAsyncContextManager[Ledger]:
    actor = Actor(room.member.user or None, request or room.caller.request)
    return room.tools.companies.change(room.company.organisation.id, actor)


async def _keep_seen(room: Room, ledger: Ledger, upload: Upload, found: Plan) -> None:
    """Keep what the vendor shows, to compare it with the record later."""
    if not found.own:
        await ledger.keep_seen(SeenExport(upload.file, room.today, found.seen))


async def _planned(room: Room, ledger: Ledger, export: Export, names: NamesMean = "ask") -> Plan:
    elsewhere = await ledger.held_elsewhere({row.profile for row in export.rows if row.profile})
    by = room.member.user or None
    return plan(export, ledger.company, elsewhere, room.today, room.tools.new_id, names=names, by=by)


async def _record(room: Room, ledger: Ledger, upload: Upload, export: Export, names: NamesMean = "ask") -> Imported:
    before, due = ledger.company.facts, Due()
    found = await _planned(room, ledger, export, names)
    if not found.is_empty:
        change = found.change(upload.id, upload.file, sha256(upload.content).hexdigest())
        due = await settle(ledger, room.tools.grammar.catalogue[room.programme.id], [change], room.at)
    await _keep_seen(room, ledger, upload, found)
    for user, person in found.members.items():
        await ledger.register(replace(ledger.company.members[user], person=person))
    return Imported(found, written(room, before, ledger.company, due, changed=not found.is_empty))
