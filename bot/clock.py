"""The two clocks: real UTC for leases, retries and audit times; the business clock for everything that has a date."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def utc_now() -> datetime:
    """The real time, aware and in UTC."""
    return datetime.now(UTC)


class BusinessClock:
    """The clock of dates and due times. It starts at a time that is given, or at the real one, and runs on.

    Args:
        start: where it starts; None for the real time.
        real: what it runs by.
    """

    def __init__(self, start: datetime | None = None, real: Callable[[], datetime] = utc_now) -> None:
        self._real = real
        self._ahead = start - real() if start is not None else timedelta()
        self._listeners: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """The business time, aware and in UTC."""
        return (self._real() + self._ahead).astimezone(UTC)

    def move(self, days: int) -> datetime:
        """Go forward by whole days and wake whoever listens; returns the new time.

        Raises:
            ValueError: less than one day; what was told as past cannot be unsaid.
        """
        if days < 1:
            raise ValueError("The clock only moves forward: give a number of days from 1 up.")
        self._ahead += timedelta(days=days)
        for listener in self._listeners:
            listener()
        return self.now()

    def on_move(self, listener: Callable[[], None]) -> None:
        """Call `listener` after every move."""
        self._listeners.append(listener)
