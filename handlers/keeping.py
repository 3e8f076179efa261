"""Commands about what is kept: who changed what, what never was true, all about oneself."""

from handlers.audit_log import audit
from handlers.exporting import mine_export
from handlers.replies import Reply
from handlers.requests import AuditAsked, MineExport, WithdrawFact
from handlers.room import Room
from handlers.withdrawing import withdraw


async def keep(room: Room, command: AuditAsked | WithdrawFact | MineExport) -> Reply:
    """Carry out such a command. Raises RefusedError."""
    match command:
        case AuditAsked():
            return await audit(room, command)
        case WithdrawFact():
            return await withdraw(room, command)
        case MineExport():
            return await mine_export(room)
