"""The overrides as admins number them: in the order in which they were recorded, whatever became of them since.

Those of every programme stand in one row, and one that is over or withdrawn keeps its number: a number means one alone,
also when it is typed again.
"""

from collections.abc import Mapping
from datetime import date

from domain.facts import Facts, Override
from domain.ports import Company
from handlers.errors import RefusedError
from handlers.room import Room


def current(company: Company, today: date) -> tuple[Override, ...]:
    """The overrides that are in force or to come, the earliest end first."""
    ahead = (o for o in company.facts.overrides if o.until > max(today, o.since))
    return tuple(sorted(ahead, key=lambda override: (override.until, override.id or "")))


def numbers(facts: Facts) -> Mapping[str, int]:
    """The number of every override ever recorded in any programme, by its id."""
    everywhere = (facts, *facts.elsewhere.values(), *facts.former.values())
    ids = {known for each in everywhere for known in (*(o.id or "" for o in each.overrides), *each.withdrawn)}
    # An id holds the moment at which it was made; what is shorter was counted by hand.
    return {known: number for number, known in enumerate(sorted(ids, key=lambda known: (len(known), known)), 1)}


def numbered(room: Room, company: Company, number: int | None) -> Override:
    """An override by its number, in a company that may have changed since. Raises RefusedError, also if it is over."""
    known = numbers(company.facts)
    found = next((o for o in company.facts.overrides if number is not None and known[o.id or ""] == number), None)
    if found is None:
        everywhere = (company.facts, *company.facts.elsewhere.values())
        ahead = sum(o.until > max(room.today, o.since) for facts in everywhere for o in facts.overrides)
        raise RefusedError("grant.no_such_number", n=ahead)
    if found not in current(company, room.today):
        raise RefusedError("grant.over", number=number, day=room.words.date(found.until))
    return found
