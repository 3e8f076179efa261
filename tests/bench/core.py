"""The core: standing of a large company, the assignment of people, growth with size."""

from dataclasses import replace
from random import Random

from domain.assignment import assign
from domain.dates import MONTHS_IN_A_YEAR, add_months
from domain.facts import Facts
from domain.forecast import forecast
from domain.programme import Programme
from domain.risk import outlooks
from domain.standing import standing
from tests.bench.companies import TODAY, company, leaving, with_one_more
from tests.bench.timing import percentiles, report


def measure(programme: Programme) -> None:
    """Print the lines of the core."""
    _standing(programme)
    for people in (100, 316, 1_000, 3_162, 10_000):
        facts = company(programme, people, people * 10)
        median, _ = percentiles(lambda facts=facts: standing(programme, replace(facts), TODAY), 7)  # type: ignore[misc]  # a default binds the loop's value
        report(f"growth: standing of {people:,} people {'▇' * round(median / 2 + 1)}", f"{median:.2f} ms", "linear")
    for people, target in ((60, "-"), (1_000, "15 ms"), (10_000, "100 ms")):
        _outlooks(programme, people, target)
    for people in (60, 1_000):
        _forecast(programme, people)
    _assignment()


def _outlooks(programme: Programme, people: int, target: str) -> None:
    """What every write works out, beside its floor: the standing alone, of a company just loaded both times."""
    facts = leaving(company(programme, people, people * 10))
    fresh = iter([_indexed(facts) for _ in range(10)])
    floor, _ = percentiles(lambda: standing(programme, next(fresh), TODAY), 5)
    median, _ = percentiles(lambda: outlooks(programme, next(fresh), TODAY), 5)
    said = f"p50 {median:.1f} ms, standing {floor:.1f} ms"
    report(f"outlook at the anniversary, {people:,} people, half of it expires", said, target)


def _forecast(programme: Programme, people: int) -> None:
    """A year in which every second exam expires and every fifth person leaves."""
    facts = leaving(company(programme, people, people * 10))
    median, _ = percentiles(lambda: forecast(programme, facts, TODAY, add_months(TODAY, MONTHS_IN_A_YEAR)), 3)
    report(f"forecast of a year, {people:,} people, half of what they hold expires", f"p50 {median:.1f} ms", "-")


def _standing(programme: Programme) -> None:
    facts = company(programme, 10_000, 100_000)
    # New objects each time: nothing that was worked out for the ones before is at hand.
    fresh = iter([replace(facts) for _ in range(9)])
    median, _ = percentiles(lambda: next(fresh).holders, 9)
    report("index of who earned what, once after loading", f"p50 {median:.1f} ms", "-")
    indexed = iter([_indexed(facts) for _ in range(9)])
    median, high = percentiles(lambda: standing(programme, next(indexed), TODAY), 9)
    many = f"{len(programme.competencies)} competencies, 10,000 people, 100,000 achievements"
    report(f"standing of {many}", f"p50 {median:.1f} ms, p95 {high:.1f} ms", "50 ms")
    standing(programme, facts, TODAY)
    median, high = percentiles(lambda: standing(programme, with_one_more(facts, "70-533"), TODAY), 9)
    report("the same after one change", f"p50 {median:.1f} ms, p95 {high:.1f} ms", "5 ms")


def _indexed(facts: Facts) -> Facts:
    found = replace(facts)
    _ = found.holders
    return found


def _assignment() -> None:
    draw = Random(7)
    cases = [
        [draw.getrandbits(200) & draw.getrandbits(200) & draw.getrandbits(200) for _ in range(6)] for _ in range(500)
    ]
    median, _ = percentiles(lambda: [assign(case) for case in cases], 9)
    report("people assignment, 200 people, 6 slots", f"p50 {median / len(cases) * 1000:.1f} µs", "20 µs")
    scarce = [[1 << draw.randrange(6) | 1 << draw.randrange(6) for _ in range(6)] for _ in range(500)]
    median, _ = percentiles(lambda: [assign(case) for case in scarce], 9)
    report("the same where people are scarce", f"p50 {median / len(scarce) * 1000:.1f} µs", "20 µs")
