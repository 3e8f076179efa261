"""Faults on demand: what goes wrong for the next calls of a method, or the next deliveries."""

from dataclasses import dataclass
from enum import StrEnum

DELIVERIES = frozenset({"events_api", "slash_commands", "interactive"})
EVERY_METHOD = "*"


class FaultKind(StrEnum):
    """What goes wrong.

    For a Web API method or `response_url`: RATE_LIMITED (429 with Retry-After), HTTP_500, TIMEOUT (no answer ever),
    DROP (the connection is cut and nothing done), LOST_RESPONSE (done, then the connection is cut before the answer),
    ERROR (`ok: false` with the error named).
    For a delivery: DROP (the connection is cut instead), DUPLICATE (the same delivery twice), LOST_RESPONSE (delivered,
    but the acknowledgement is lost and the connection cut).
    """

    RATE_LIMITED = "rate_limited"
    HTTP_500 = "http_500"
    TIMEOUT = "timeout"
    DROP = "drop"
    LOST_RESPONSE = "lost_response"
    ERROR = "error"
    DUPLICATE = "duplicate"


_FOR_DELIVERIES = frozenset({FaultKind.DROP, FaultKind.DUPLICATE, FaultKind.LOST_RESPONSE})
_CAN_COME_AFTER = frozenset({FaultKind.HTTP_500, FaultKind.TIMEOUT, FaultKind.DROP, FaultKind.LOST_RESPONSE})


class FaultError(ValueError):
    """A fault that cannot be: the text says why."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A fault for the next `times` uses of `target`, after `skip` uses that go well.

    `target` is a Web API method, `response_url`, `*` for every method, or one of `DELIVERIES`. `retry_after` is in
    seconds; `error` is what an ERROR answers; `after_effect` lets an HTTP_500, a TIMEOUT or a DROP come after the work.
    """

    target: str
    kind: FaultKind
    times: int = 1
    skip: int = 0
    retry_after: int = 1
    error: str = "internal_error"
    after_effect: bool = False

    def __post_init__(self) -> None:
        if self.times < 1 or self.skip < 0:
            raise FaultError("A fault happens at least once, after no or some uses that go well.")
        if self.target in DELIVERIES and self.kind not in _FOR_DELIVERIES:
            raise FaultError(f"{self.kind} cannot happen to {self.target}: the app answers there, not Slack.")
        if self.target not in DELIVERIES and self.kind is FaultKind.DUPLICATE:
            raise FaultError(f"{self.kind} cannot happen to {self.target}: the app calls there, not Slack.")
        if self.after_effect and self.kind not in _CAN_COME_AFTER:
            raise FaultError(f"{self.kind} means that nothing was done.")

    @property
    def comes_after(self) -> bool:
        """Whether the work is done although the answer fails."""
        return self.after_effect or self.kind is FaultKind.LOST_RESPONSE


class Faults:
    """The faults that are waiting, in the order in which they were added."""

    def __init__(self) -> None:
        self._waiting: list[_Waiting] = []

    def add(self, fault: Fault) -> None:
        """Let a fault wait for its target."""
        self._waiting.append(_Waiting(fault, fault.skip, fault.times))

    def take(self, target: str) -> Fault | None:
        """The fault of this use of a target, if one is due; it counts as used."""
        for waiting in self._waiting:
            if waiting.matches(target):
                if waiting.skip:
                    waiting.skip -= 1
                    return None
                waiting.left -= 1
                self._waiting = [w for w in self._waiting if w.left]
                return waiting.fault
        return None

    def waiting(self) -> list[tuple[Fault, int]]:
        """The faults that wait, each with how often it will still happen."""
        return [(waiting.fault, waiting.left) for waiting in self._waiting]

    def clear(self) -> None:
        """Let nothing go wrong any more."""
        self._waiting = []


@dataclass
class _Waiting:
    fault: Fault
    skip: int
    left: int

    def matches(self, target: str) -> bool:
        every = self.fault.target == EVERY_METHOD and target not in DELIVERIES | {"response_url"}
        return self.fault.target == target or every
