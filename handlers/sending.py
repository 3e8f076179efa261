"""Lists as files, brought to whoever asked: the company's for admins, one's own for everybody."""

from dataclasses import replace

from domain.archive import AuditFilter
from handlers.audit_table import told_sheet
from handlers.data_requests import ExportAsked, ExportKind
from handlers.errors import RefusedError
from handlers.finding import quoted
from handlers.help import how_to_type
from handlers.lists import achievements_sheet, gaps_sheet, standing_sheet
from handlers.render.blocks import page, sections
from handlers.replies import Document, Reply
from handlers.room import Room
from handlers.sheets import Sheet, document


async def export(room: Room, request: ExportAsked) -> Reply:
    """Send a list as a file. Raises RefusedError where none is named, or where it is not the speaker's to have."""
    if request.kind is None or request.unreadable:
        raise RefusedError(
            "export.form", words=quoted(" ".join(request.unreadable) or "–"), **how_to_type("export", room)
        )
    if request.kind != "mine":
        room.require("record")
    sheet = await sheet_of(room, request.kind)
    name = f"{request.kind}-{room.today.isoformat()}"
    said = room.words.say("export.sent", n=len(sheet.rows), name=sheet.title)
    return brought(room, [said], document(name, sheet, request.form, room.words.say("export.separator")))


async def sheet_of(room: Room, kind: ExportKind) -> Sheet:
    """A list as a table. Raises RefusedError for one's own where one is not on record."""
    match kind:
        case "standing":
            return standing_sheet(room, room.view())
        case "achievements":
            return achievements_sheet(room)
        case "gaps":
            return gaps_sheet(room, room.view())
        case "audit":
            entries = await room.tools.companies.audited(room.company.organisation.id, AuditFilter())
            return told_sheet(room, entries)
        case "mine":
            if room.person is None:
                raise RefusedError("export.nobody")
            return replace(achievements_sheet(room, [room.person]), title=room.words.say("export.mine"))


def brought(room: Room, lines: list[str], file: Document) -> Reply:
    """That a file is on its way, with the file."""
    return replace(page(lines, sections(lines, room.words), room.words), document=file)
