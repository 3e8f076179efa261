"""An organisation in several programmes: its facts in each of them, and what is owed because of which.

People and what they hold are the organisation's; figures, statuses, overrides and the membership are those of one
programme. Whoever looks at a company looks at it in one programme, and may turn to another.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeAlias

from domain.facts import Facts
from domain.owed import AWAY, OWN, PERSON, Due, History, in_full, taken_apart
from domain.requirements import Market

if TYPE_CHECKING:
    from domain.ports import Company

OF_ALL = (PERSON, OWN, AWAY, "wave/", "claim/")
"""How subjects begin that are the organisation's, whatever the programme."""


@dataclass(frozen=True, slots=True)
class Enrol:
    """The organisation takes part in a further programme, from a day on where one is known."""

    programme: str
    market: Market
    start: date | None = None


@dataclass(frozen=True, slots=True)
class LeaveProgramme:
    """The organisation takes no part any more in a further programme; `on` is the first day without."""

    programme: str
    on: date


Enrolling: TypeAlias = Enrol | LeaveProgramme


class Turning(Protocol):
    """What is held of a company in one programme, and can be turned to another."""

    @property
    def other(self) -> str:
        """The programme in which it is shown; empty where that is the organisation's first one."""

    def turn(self, programme: str) -> None:
        """From now on show, record and owe what is of this programme, in which the organisation takes part."""

    async def lead_with(self, programme: str) -> None:
        """From now on a programme in which the organisation takes part is its first one, and the one shown."""


def taking_part(facts: Facts, change: Enrolling) -> Facts:
    """The facts with a further programme, or without it. Raises LookupError for one in which it takes no part."""
    return _enrolled(facts, change) if isinstance(change, Enrol) else _left(facts, change)


def _enrolled(facts: Facts, change: Enrol) -> Facts:
    """With what was recorded in it where the organisation took part in it before; as it is where it does already."""
    before = facts.former.get(change.programme) or Facts(change.market)
    former = {name: known for name, known in facts.former.items() if name != change.programme}
    return replace(facts, elsewhere={change.programme: before, **facts.elsewhere}, former=former)


def _left(facts: Facts, change: LeaveProgramme) -> Facts:
    """What was recorded in it is kept beside."""
    elsewhere = dict(facts.elsewhere)
    before = elsewhere.pop(change.programme)
    return replace(facts, elsewhere=elsewhere, former={**facts.former, change.programme: before})


def is_of_all(subject: str) -> bool:
    """Whether a subject is the organisation's, whatever the programme."""
    return subject.startswith(OF_ALL)


def renamed(about: str, was: str, now: str) -> str:
    """How a subject is called once the first programme `was` is one of the further ones, and `now` is the first."""
    if is_of_all(about):
        return about
    programme, within = taken_apart(about)
    return within if programme == now else about if programme else in_full(was, within)


def programmes_of(company: "Company") -> tuple[str, ...]:
    """The programmes in which a company takes part: the one in which it is looked at first."""
    return (company.organisation.programme, *company.facts.elsewhere)


def turned(company: "Company", programme: str) -> "Company":
    """The company in another programme. In one in which it takes no part, people are all that is known of it."""
    here = company.organisation
    if programme == here.programme:
        return company
    facts = company.facts.in_programme(programme, here.programme)
    at_risk = frozenset(renamed(subject, here.programme, programme) for subject in company.at_risk)
    return replace(company, organisation=replace(here, programme=programme), facts=facts, at_risk=at_risk)


def risks_of(history: History) -> frozenset[str]:
    """The subjects whose risk is open."""
    return frozenset(subject for subject in history.open if not is_of_all(subject))


def qualified(due: Due, programme: str) -> Due:
    """What is owed because of a programme that is not the organisation's first, so that its subjects are its own."""

    def full(subject: str) -> str:
        return subject if is_of_all(subject) else in_full(programme, subject)

    notices = (n if is_of_all(n.subject) else replace(n, programme=programme) for n in due.notices)
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
        if is_of_all(subject):
            return subject
        of, within = taken_apart(subject)
        return within if of == programme else None

    return inside
