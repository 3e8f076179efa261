"""Which conversation deals with files: columns, lists as files, the comparison with the vendor, evidence."""

from handlers.data_requests import ColumnsSaid, DataRequest, EvidenceAsked, ExportAsked, ReconcileAsked
from handlers.evidence import evidence
from handlers.listing import say_columns
from handlers.reconciling import reconcile
from handlers.replies import Reply
from handlers.room import Room
from handlers.sending import export


async def deal(room: Room, command: DataRequest) -> Reply:
    """Carry out such a command. Raises RefusedError."""
    match command:
        case ColumnsSaid():
            return await say_columns(room, command)
        case ExportAsked():
            return await export(room, command)
        case ReconcileAsked():
            return await reconcile(room)
        case EvidenceAsked():
            return await evidence(room, command)
