"""Requirements as a programme words them: a tree of people, thresholds and flags, joined by all and any."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

Market: TypeAlias = Literal["developed", "developing"]
Window: TypeAlias = Literal["trailing_12_months", "annual", "not stated"]


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
    """One person holds this credential."""

    credential: str


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
class Threshold:
    """A metric that reaches an amount within a window.

    `monthly_average` is a second bound: the twelve months of the window divided by twelve.
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
class All:
    """Every part is required."""

    parts: tuple["Requirement", ...]


@dataclass(frozen=True, slots=True)
class AnyOne:
    """One of the parts is enough."""

    parts: tuple["Requirement", ...]


Requirement: TypeAlias = People | DistinctSlots | Threshold | Flag | All | AnyOne
Condition: TypeAlias = Threshold | Flag
