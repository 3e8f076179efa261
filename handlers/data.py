"""Which conversation deals with files: columns, lists as files, the comparison with the vendor, evidence."""

from handlers.data_requests import ColumnsSaid, DataRequest
from handlers.listing import say_columns
from handlers.replies import Reply
from handlers.room import Room


async def deal(room: Room, command: DataRequest) -> Reply:
    """Carry out such a command. Raises RefusedError."""
    match command:
        case ColumnsSaid():
            return await say_columns(room, command)
