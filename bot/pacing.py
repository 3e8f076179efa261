"""How often and how long: the shell's times in seconds. A test or a demo may be quicker; what holds stays the same."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Pacing:
    """The times of the shell, in seconds.

    `lease` is how long a claim on a delivery or an event holds, longer than `http`, the longest wait for Slack's
    answer; when there was none, `settle` later the history tells what became of a message. `between_posts` is Slack's
    limit for one channel. Workers are woken by what happens here and look every `poll` for what happened elsewhere. A
    failed attempt is repeated after `retry`, twice as long each time, at most `longest_retry`; an event is given up
    after `tries`. `ack` is how long an answer may take and still ride on the acknowledgement, `stop` how long what
    runs may take to its end.
    """

    http: float = 10.0
    lease: float = 60.0
    settle: float = 20.0
    between_posts: float = 1.0
    poll: float = 2.0
    retry: float = 1.0
    longest_retry: float = 300.0
    tries: int = 12
    ack: float = 2.0
    stop: float = 10.0

    def __post_init__(self) -> None:
        if self.lease < self.sending + 2 * self.http:
            raise ValueError("A lease has to outlast opening, looking, waiting for its turn and sending twice.")

    @property
    def sending(self) -> float:
        """The longest that a message takes to be posted: its turn, and once more without blocks that Slack refuses."""
        return 3 * self.http

    def after(self, failures: int) -> float:
        """How long to wait after so many failures in a row."""
        return min(self.retry * 2.0 ** min(failures - 1, 20), self.longest_retry)


@dataclass(frozen=True, slots=True)
class Means:
    """What every worker is given: real UTC, the shell's times, and a way to tell an admin that something is wrong."""

    now: Callable[[], datetime]
    pacing: Pacing
    alarm: Callable[[str], Awaitable[None]]
