"""Repeat, take percentiles, print a line: what is measured stands beside its target and its floor."""

from collections.abc import Callable
from time import perf_counter

MILLISECONDS = 1000.0


def percentiles(act: Callable[[], object], repeats: int) -> tuple[float, float]:
    """The median and the 95th percentile of an act's time, in milliseconds."""
    times = sorted(_once(act) for _ in range(repeats))
    return times[len(times) // 2], times[int(len(times) * 0.95)]


def _once(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return (perf_counter() - start) * MILLISECONDS


def report(what: str, measured: str, target: str) -> None:
    """One line of the report."""
    print(f"{what:<68} {measured:>34}   target {target}", flush=True)  # noqa: T201 - a report is for standard output
