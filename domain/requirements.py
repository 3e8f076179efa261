"""Requirements as a programme words them: people, credentials, thresholds, flags and levels, joined by all and any."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from domain.points import Score

Market: TypeAlias = Literal["developed", "developing"]
Window: TypeAlias = Literal["trailing_12_months", "anniversary_year", "annual", "not stated"]


@dataclass(frozen=True, slots=True)
class Amounts:
    """A bound for each market; None where the programme never published it."""

    developed: Decimal | None
    developing: Decimal | None

    def for_market(self, market: Market) -> Decimal | None:
        """The bound for that market."""
        return self.developed if market == "developed" else self.developing


@dataclass(frozen=True, slots=True)
class Holds:
    """One person holds this credential.

    `accepted_until` is the last day on which it counts in this place of the rules, whatever holds in others.
    """

    credential: str
    accepted_until: date | None = None

    def accepted_on(self, day: date) -> bool:
        """Whether this place of the rules still counts it on that day."""
        return self.accepted_until is None or day <= self.accepted_until


@dataclass(frozen=True, slots=True)
class EachOf:
    """One person satisfies every part."""

    parts: tuple["PersonExpression", ...]


@dataclass(frozen=True, slots=True)
class OneOf:
    """One person satisfies at least one part."""

    parts: tuple["PersonExpression", ...]


PersonExpression: TypeAlias = Holds | EachOf | OneOf


@dataclass(frozen=True, slots=True)
class People:
    """`count` different persons who each satisfy `each`.

    `subset_of` names the group whose members these are ("of the same"); `distinct_from` names groups that
    share nobody with this one ("the other"). Groups without a link may be the same people or different ones.
    """

    count: int
    each: PersonExpression
    id: str | None = None
    subset_of: str | None = None
    distinct_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DistinctSlots:
    """A different person for every slot."""

    slots: tuple[PersonExpression, ...]


@dataclass(frozen=True, slots=True)
class Credentials:
    """`count` credentials out of a list, not people: one person may bring several, and several the same one."""

    count: int
    of: tuple[Holds, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A metric that reaches an amount within a window.

    `monthly_average` is a second bound: the sum of the window divided by the number of its months.
    `associations` and `subset_of` say which sales count; the reported figure has to be of that kind.
    """

    metric: str
    unit: str
    at_least: Amounts
    window: Window = "trailing_12_months"
    associations: tuple[str, ...] = ()
    subset_of: str | None = None
    monthly_average: Decimal | None = None
    excludes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """A status that the vendor grants or withholds, such as an authorisation."""

    name: str


@dataclass(frozen=True, slots=True)
class LevelHeld:
    """A level of another competency that has to be met on the same day, by its facts or by an override."""

    competency: str
    level: str


@dataclass(frozen=True, slots=True)
class All:
    """Every part is required."""

    parts: tuple["Requirement", ...]


@dataclass(frozen=True, slots=True)
class AnyOne:
    """One of the parts is enough."""

    parts: tuple["Requirement", ...]


Condition: TypeAlias = Threshold | Flag | LevelHeld
Requirement: TypeAlias = People | DistinctSlots | Credentials | Score | Condition | All | AnyOne


def leaves(requirement: Requirement) -> Iterator[Requirement]:
    """The parts of a requirement that are no `all` and no `any`, in the order of its words."""
    if isinstance(requirement, All | AnyOne):
        for part in requirement.parts:
            yield from leaves(part)
    else:
        yield requirement


def holdings_in(expression: PersonExpression) -> Iterator[Holds]:
    """Every credential that an expression names, in the order of its words."""
    if isinstance(expression, Holds):
        yield expression
    else:
        for part in expression.parts:
            yield from holdings_in(part)


def holdings_asked(requirement: Requirement) -> Iterator[Holds]:
    """Every credential that a requirement names, in the order of its words."""
    for leaf in leaves(requirement):
        match leaf:
            case People(each=each):
                yield from holdings_in(each)
            case DistinctSlots(slots):
                for slot in slots:
                    yield from holdings_in(slot)
            case Credentials(of=of):
                yield from of
            case Score(expressions=expressions):
                for each in expressions:
                    yield from holdings_in(each)
            case _:
                pass


def conditions_asked(requirement: Requirement) -> Iterator[Threshold | Flag]:
    """Every threshold and flag that a requirement names, those too that earn points or choose a track of a score."""
    for leaf in leaves(requirement):
        if isinstance(leaf, Threshold | Flag):
            yield leaf
        elif isinstance(leaf, Score):
            yield from leaf.conditions


def metrics_asked(requirement: Requirement) -> Iterator[str]:
    """Every figure that a requirement names."""
    yield from (asked.metric for asked in conditions_asked(requirement) if isinstance(asked, Threshold))
    for leaf in leaves(requirement):
        if isinstance(leaf, Score):
            yield from leaf.metrics
