"""Questions that were heard already: Slack sends an event again when its acknowledgement was lost."""

from collections import OrderedDict

MOST = 10_000


class Seen:
    """Remembers the last event ids. Events that change facts are remembered in the database instead."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._ids: OrderedDict[str, None] = OrderedDict()

    def first_time(self, event: str) -> bool:
        """Whether this event has not been seen before; it is from now on."""
        if event in self._ids:
            return False
        self._ids[event] = None
        if len(self._ids) > self._most:
            self._ids.popitem(last=False)
        return True
