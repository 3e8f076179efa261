"""Repeat, take percentiles, print a line: what is measured stands beside its target and its floor."""

from collections.abc import Callable
from time import process_time

MILLISECONDS = 1000.0


def percentiles(act: Callable[[], object], repeats: int) -> tuple[float, float]:
    """The median and the 95th percentile of an act's time, in milliseconds.

    It is the time that this process worked: what else the machine does leaves it nearly as it is.
    """
    times = sorted(_once(act) for _ in range(repeats))
    return times[len(times) // 2], times[int(len(times) * 0.95)]


def _once(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return (process_time() - start) * MILLISECONDS


def report(what: str, measured: str, target: str) -> None:
    """One line of the report."""
    print(f"{what:<68} {measured:>34}   target {target}", flush=True)  # noqa: T201 - a report is for standard output
