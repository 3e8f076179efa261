"""Facts that never were true: each is taken off the record for every date, and stays there with who, when and why."""

from dataclasses import dataclass, replace
from typing import TypeAlias

from domain.dates import Month
from domain.facts import Facts, Person


@dataclass(frozen=True, slots=True)
class WithdrawFigure:
    """A month's value of a metric never was one: the month counts as not reported."""

    metric: str
    month: Month
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawFlag:
    """What was recorded of a status never held: it is not known."""

    name: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawAssociation:
    """A person never counted here in a period; who has no other stays on record, and counts on no date."""

    person: str
    association: str
    reason: str = ""


Correction: TypeAlias = WithdrawFigure | WithdrawFlag | WithdrawAssociation


def is_there(facts: Facts, change: Correction) -> bool:
    """Whether the facts hold what a correction takes away."""
    match change:
        case WithdrawFigure():
            return change.month in facts.figures.get(change.metric, {})
        case WithdrawFlag():
            return change.name in facts.flags
        case WithdrawAssociation():
            held = (person for person in facts.people if person.id == change.person)
            return any(a.id == change.association for person in held for a in person.associations or ())


def corrected(facts: Facts, change: Correction) -> Facts:
    """The facts without what never was true, which they hold."""
    match change:
        case WithdrawFigure():
            kept = {month: v for month, v in facts.figures[change.metric].items() if month != change.month}
            others = {metric: months for metric, months in facts.figures.items() if metric != change.metric}
            return replace(facts, figures={**others, change.metric: kept} if kept else others)
        case WithdrawFlag():
            flags = {name: value for name, value in facts.flags.items() if name != change.name}
            ends = {name: end for name, end in facts.flag_ends.items() if name != change.name}
            return replace(facts, flags=flags, flag_ends=ends)
        case WithdrawAssociation():
            people = (_without(person, change) if person.id == change.person else person for person in facts.people)
            return replace(facts, people=tuple(people))


def _without(person: Person, change: WithdrawAssociation) -> Person:
    kept = tuple(a for a in person.associations or () if a.id != change.association)
    return replace(person, associations=kept)
