"""An organisation in several programmes: its facts in each of them, and what is owed because of which.

People and what they hold are the organisation's; figures, statuses, overrides and the membership are those of one
programme. Whoever looks at a company looks at it in one programme, and may turn to another.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from domain.facts import Facts
from domain.owed import OWN, PERSON, Due, History, in_full, taken_apart
from domain.requirements import Market

if TYPE_CHECKING:
    from domain.ports import Company

OF_ALL = (PERSON, OWN, "wave/", "claim/")
"""How subjects begin that are the organisation's, whatever the programme."""


@dataclass(frozen=True, slots=True)
class Enrol:
    """The organisation takes part in a further programme, from a day on where one is known."""

    programme: str
    market: Market
    start: date | None = None


class Turning(Protocol):
    """What is held of a company in one programme, and can be turned to another."""

    @property
    def other(self) -> str:
        """The programme in which it is shown; empty where that is the organisation's first one."""

    def turn(self, programme: str) -> None:
        """From now on show, record and owe what is of this programme, in which the organisation takes part."""


def enrolled(facts: Facts, change: Enrol) -> Facts:
    """The facts with a further programme, of which nothing is recorded yet. Nothing changes where it is one already."""
    return replace(facts, elsewhere={change.programme: Facts(change.market), **facts.elsewhere})


def programmes_of(company: "Company") -> tuple[str, ...]:
    """The programmes in which a company takes part: the one in which it is looked at first."""
    return (company.organisation.programme, *company.facts.elsewhere)


def turned(company: "Company", programme: str) -> "Company":
    """The company in another programme. In one in which it takes no part, people are all that is known of it."""
    here = company.organisation
    if programme == here.programme:
        return company
    facts = company.facts.in_programme(programme, here.programme)
    return replace(company, organisation=replace(here, programme=programme), facts=facts)


def qualified(due: Due, programme: str) -> Due:
    """What is owed because of a programme that is not the organisation's first, so that its subjects are its own."""

    def full(subject: str) -> str:
        return subject if subject.startswith(OF_ALL) else in_full(programme, subject)

    notices = (n if n.subject.startswith(OF_ALL) else replace(n, programme=programme) for n in due.notices)
    return Due(tuple(notices), tuple(map(full, due.opened)), tuple(map(full, due.closed)))


def seen_from(history: History, programme: str) -> History:
    """What was said because of one programme, and of the organisation. `programme` is empty for its first one."""
    inside = _inside(programme)
    steps = ((kind, inside(subject), episode, step) for kind, subject, episode, step in history.steps)
    return History(
        {said: number for subject, number in history.episodes.items() if (said := inside(subject)) is not None},
        frozenset(said for said in map(inside, history.open) if said is not None),
        frozenset((kind, said, episode, step) for kind, said, episode, step in steps if said is not None),
    )


def _inside(programme: str) -> Callable[[str], str | None]:
    """A subject as it is called within a programme; None where it is another's."""

    def inside(subject: str) -> str | None:
        if subject.startswith(OF_ALL):
            return subject
        of, within = taken_apart(subject)
        return within if of == programme else None

    return inside
