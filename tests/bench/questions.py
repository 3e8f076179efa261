"""How long a question takes to read, and how many are read rightly."""

from tests.bench.timing import report
from tests.handlers.grammar.asked import reading_times, table


def measure() -> None:
    """Read every question of the tests once, each for the first time, and print the scores."""
    times = reading_times()
    median, high = times[len(times) // 2], times[int(len(times) * 0.99)]
    report("question to typed request", f"p50 {median:.2f} ms, p99 {high:.2f} ms", "2 ms")
    print("\n".join(table()), flush=True)  # noqa: T201 - a report is for standard output
