"""`assay import FILE`: the vendor's export or an own list, from the command line; a preview first, and one batch."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import monotonic

import typer

from bot.cli_bot import with_settings
from bot.cli_common import DONE, FAILED, WRONG_INPUT, complain
from bot.cli_tables import import_figures, take_back_figures, with_columns
from bot.settings import Settings
from bot.wiring import Records, own_grammar, recorded
from domain.archive import AuditFilter
from domain.batches import WithdrawBatch
from domain.exports import MOST_BYTES, FileRefusedError
from domain.importing import Plan
from domain.ports import Company, Member, UnknownTeamError, Upload
from domain.trainings import Export
from handlers import importing
from handlers.effects import Effect
from handlers.errors import RefusedError, sentence_for
from handlers.figure_files import KIND
from handlers.incoming import Incoming, UnclearColumnsError, look, read, refused
from handlers.joint import joint
from handlers.render.importing import counted, left_out, taken_back, would_change
from handlers.replies import Caller, Reply
from handlers.room import Room, Tools
from handlers.words import Words
from handlers.writing import Changes, Written
from storage.ids import new_id

EVERY = 10_000
ACTOR = Member("", "assay import", "admin")


def run_import(file: str, organisation: str | None, *, yes: bool, as_json: bool, columns: Sequence[str] = ()) -> int:
    """`assay import FILE`: 0 imported or nothing new, 1 not imported, 2 a file that cannot be used."""
    asked = Wanted(Path(file), organisation, tuple(columns), yes=yes, as_json=as_json)
    return with_settings((), lambda settings: _import(settings, asked))


def run_withdraw(batch: str, organisation: str | None, *, as_json: bool) -> int:
    """`assay import --withdraw BATCH`: 0 withdrawn, 2 there is no such batch."""
    return with_settings((), lambda settings: _withdraw(settings, batch, organisation, as_json=as_json))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be imported for whom, and how; `columns` say which column is what, each as FIELD=COLUMN."""

    file: Path
    organisation: str | None
    columns: tuple[str, ...]
    yes: bool
    as_json: bool


async def _import(settings: Settings, wanted: Wanted) -> int:
    file, yes, as_json = wanted.file, wanted.yes, wanted.as_json
    async with recorded(settings) as records:
        try:
            room = joint(await with_columns(await room_of(records, wanted.organisation), wanted.columns))
            upload = Upload(new_id(), file.name, _content(room, file), None)
            _progress(f"Reading {file.name} …")
            incoming = await look(room, upload.content)
            if incoming.kind == "figures":
                return await _figures(room, upload, incoming, wanted)
            read = await _read(room, upload.content)
            export = (await importing.route(room, read, alone=True)).here
            _progress(f"Comparing {export.count:,} rows with what is on record …")
            plan, changes = await importing.preview(room, export)
            if not as_json:
                _say([*counted(room, plan), *would_change(room, changes), *left_out(room, plan)])
            if plan.is_empty or not (yes or _agreed(as_json=as_json)):
                return _not_imported(plan, changes.all, as_json=as_json)
            return await _carried_out(room, upload, export, as_json=as_json)
        except RefusedError as error:
            complain([in_plain(sentence_for(error, Words("en"), ""))])
            return WRONG_INPUT


async def _read(room: Room, content: bytes) -> Export:
    """The rows of an export or of a list. Raises RefusedError for what only Slack can ask about."""
    try:
        return await read(room, content, _heard())
    except UnclearColumnsError as error:
        missing = room.words.both(room.words.say(f"column.{field}") for field in error.incoming.columns.missing)
        raise RefusedError("columns.in_slack", missing=missing) from error


async def _figures(room: Room, upload: Upload, incoming: Incoming, wanted: Wanted) -> int:
    def say(reply: Reply, wrong: bool) -> None:  # noqa: FBT001 - called by position
        typer.echo(in_plain(reply.text), err=wanted.as_json or wrong)

    code, batch = await import_figures(
        room, upload, incoming, lambda: wanted.yes or _agreed(as_json=wanted.as_json), say
    )
    if wanted.as_json:
        _print({"imported": batch is not None, "batch": batch})
    elif batch is not None:
        _say([f"Imported as batch {batch}. To take it back: assay import --withdraw {batch}"])
    elif code == FAILED:
        _progress("Nothing was written. Say --yes to import.")
    return code


async def _carried_out(room: Room, upload: Upload, export: Export, *, as_json: bool) -> int:
    started = monotonic()
    _progress(f"Writing to {room.company.organisation.name} …")
    found = await importing.carry_out(room, upload, export)
    _progress(f"Written in {monotonic() - started:.1f} s.")
    if as_json:
        batch = upload.id if found.written.changed else None
        changed = Changes(found.written.effects, found.written.beside)
        _print(_as_json(found.plan, changed.all, batch))
    elif found.written.changed:
        _say([f"Imported as batch {upload.id}. To take it back: assay import --withdraw {upload.id}"])
    return DONE


def _not_imported(plan: Plan, changes: Iterable[Effect], *, as_json: bool) -> int:
    """Nothing was written: because nothing is new, or because nobody agreed."""
    if as_json:
        _print(_as_json(plan, changes, None))
    if plan.is_empty:
        _progress("Nothing new: nothing was written.")
        return DONE
    _progress("Nothing was written. Say --yes to import.")
    return FAILED


async def _withdraw(settings: Settings, batch: str, organisation: str | None, *, as_json: bool) -> int:
    async with recorded(settings) as records:
        try:
            room = await room_of(records, organisation)
            if await _is_of_figures(room, batch):
                return _taken_back(await take_back_figures(joint(room), batch), batch, as_json=as_json)
            change, written = await importing.withdraw(room, batch)
        except RefusedError as error:
            complain([in_plain(sentence_for(error, Words("en"), ""))])
            return WRONG_INPUT
    if as_json:
        _print(_withdrawn_json(change, written))
    else:
        _say(taken_back(room, change))
    return DONE


async def _is_of_figures(room: Room, batch: str) -> bool:
    entries = await room.tools.companies.audited(room.company.organisation.id, AuditFilter(kinds=KIND))
    return any(entry.request == batch for entry in entries)


def _taken_back(reply: Reply, batch: str, *, as_json: bool) -> int:
    typer.echo(in_plain(reply.text), err=as_json)
    if as_json:
        _print({"withdrawn": batch})
    return DONE


async def room_of(records: Records, organisation: str | None) -> Room:
    """The organisation that is meant, as the one who runs the command sees it. Raises RefusedError."""
    ids = await records.stored.organisations()
    if organisation is None and len(ids) != 1:
        raise RefusedError("import.which" if ids else "import.nobody", organisations=", ".join(ids))
    try:
        company = await records.stored.get(organisation or ids[0])
    except UnknownTeamError as error:
        raise RefusedError("import.which", organisations=", ".join(ids)) from error
    tools = Tools(records.stored, own_grammar(), records.clock.now, new_id)
    programme = records.catalogue[company.organisation.programme]
    caller = Caller(company.team, "", request=new_id())
    return Room(tools, _run_by_admin(company), programme, caller, ACTOR, Words("en"), records.clock.now())


def _run_by_admin(company: Company) -> Company:
    """The company as whoever has its database sees it: as one of its admins."""
    roles = (*company.organisation.roles, (ACTOR.user, "admin"))
    members = {**company.members, ACTOR.user: ACTOR}
    return replace(company, organisation=replace(company.organisation, roles=roles), members=members)


def _content(room: Room, file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise RefusedError("import.unreadable", file=str(file), why=error.strerror or "") from error
    if len(content) > MOST_BYTES:
        raise refused(room, FileRefusedError("too_large", most=MOST_BYTES // 2**20))
    return content


def _agreed(*, as_json: bool) -> bool:
    """Ask, where somebody is there to answer."""
    return not as_json and sys.stdin.isatty() and typer.confirm("Import this?", err=True)


def _heard() -> Callable[[int], None]:
    def heard(row: int) -> None:
        if row % EVERY == 0:
            _progress(f"{row:,} rows read …")

    return heard


def _progress(text: str) -> None:
    typer.echo(text, err=True)


def _say(lines: Iterable[str]) -> None:
    typer.echo("\n".join(in_plain(line) for line in lines))


def in_plain(text: str) -> str:
    """Text for Slack as text for a terminal."""
    text = text.replace("*", "")
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _print(found: dict[str, object]) -> None:
    typer.echo(json.dumps(found, ensure_ascii=False))


def _as_json(plan: Plan, changes: Iterable[Effect], batch: str | None) -> dict[str, object]:
    return {
        "imported": batch is not None,
        "batch": batch,
        "rows": asdict(plan.counts),
        "people_new": len(plan.people),
        "people_without_account": plan.without_account,
        "levels": [_level(effect) for effect in changes],
        "waiting": [asdict(row) for row in plan.waiting],
        "refused": [asdict(row) for row in plan.refused],
    }


def _level(effect: Effect) -> dict[str, str]:
    after = effect.after
    return {
        "competency": after.competency,
        "level": after.level,
        "before": effect.before.status.value,
        "after": after.status.value,
    }


def _withdrawn_json(change: WithdrawBatch, written: Written) -> dict[str, object]:
    return {
        "withdrawn": change.batch,
        "achievements": len(change.achievements),
        "people": len(change.people),
        "confirmations": len(change.confirmations),
        "levels": [_level(effect) for effect in written.effects],
    }
