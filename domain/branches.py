"""A requirement unfolded into branches, each of which alone is enough.

`any` makes alternatives, `all` combines them. Within a branch the people are *teams*: slots that different persons
must fill. "Of the same" merges two slots into one that asks for both; "the other" puts the slots of both groups into
one team; groups without a link are teams of their own, which may share people. So every people rule becomes an
assignment of persons to slots, and further people who may hold anything are needed by the neediest team alone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, combinations_with_replacement, product

from domain.earning import headcount
from domain.points import Score
from domain.requirements import (
    All,
    AnyOne,
    Condition,
    Credentials,
    DistinctSlots,
    EachOf,
    Flag,
    LevelHeld,
    OneOf,
    People,
    PersonExpression,
    Requirement,
    Threshold,
)

Team = tuple[PersonExpression, ...]


class UnsupportedLinkError(ValueError):
    """Groups of people are linked in a way that no assignment of persons to slots expresses."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One sufficient way: every condition holds, every team is filled and every score is reached."""

    conditions: tuple[Condition, ...]
    teams: tuple[Team, ...]
    scores: tuple[Score, ...] = ()

    @property
    def headcount(self) -> int:
        """The fewest people with whom it can be met."""
        return max((*map(len, self.teams), *map(headcount, self.scores)), default=0)

    @property
    def asks(self) -> tuple[PersonExpression, ...]:
        """All that one person may be asked to hold."""
        slots = (slot for team in self.teams for slot in team)
        return (*slots, *(each for score in self.scores for each in score.expressions))


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place for one person: what that person has to satisfy, and the groups (by number) that it belongs to."""

    asks: tuple[PersonExpression, ...]
    groups: frozenset[int]

    @property
    def expression(self) -> PersonExpression:
        # Who holds one of these anyway holds one of several that it is among: that need not be said, or asked, again.
        own = tuple(each for each in self.asks if not any(_implies(other, each) for other in self.asks))
        return own[0] if len(own) == 1 else EachOf(own)

    def joined_by(self, number: int, group: People) -> "_Slot":
        return _Slot((*self.asks, group.each), self.groups | {number})


def _implies(one: PersonExpression, other: PersonExpression) -> bool:
    """Whether who satisfies one expression is among several that another leaves the choice of."""
    if not isinstance(other, OneOf):
        return False
    return one in other.parts or (isinstance(one, OneOf) and {*one.parts} < {*other.parts})


def branches(requirement: Requirement) -> tuple[Branch, ...]:
    """All branches of a requirement, in the order of its words.

    Raises UnsupportedLinkError where groups are linked in a way that is no assignment.
    """
    return tuple(branch for leaves in _conjunctions(requirement) for branch in _branches_of(leaves))


def _conjunctions(requirement: Requirement) -> list[tuple[Requirement, ...]]:
    if isinstance(requirement, AnyOne):
        return [leaves for part in requirement.parts for leaves in _conjunctions(part)]
    if isinstance(requirement, Credentials):
        return _hands(requirement)
    if isinstance(requirement, All):
        choices = product(*(_conjunctions(part) for part in requirement.parts))
        return [tuple(chain.from_iterable(choice)) for choice in choices]
    return [(requirement,)]


def _hands(asked: Credentials) -> list[tuple[Requirement, ...]]:
    """Every choice of so many credentials: so many people for each, and people of different ones may be the same."""
    hands = combinations_with_replacement(asked.of, asked.count)
    return [tuple(People(number, each) for each, number in Counter(hand).items()) for hand in hands]


def _branches_of(leaves: Sequence[Requirement]) -> list[Branch]:
    groups = [leaf for leaf in leaves if isinstance(leaf, People)]
    slots = tuple(leaf.slots for leaf in leaves if isinstance(leaf, DistinctSlots))
    conditions = tuple(leaf for leaf in leaves if isinstance(leaf, Threshold | Flag | LevelHeld))
    scores = tuple(leaf for leaf in leaves if isinstance(leaf, Score))
    return [Branch(conditions, teams + slots, scores) for teams in _staffings(groups)]


def _staffings(groups: Sequence[People]) -> list[tuple[Team, ...]]:
    """Every way to turn linked groups into teams."""
    links = _links(groups)
    teams = [[_team(way) for way in product(*(_families(root, links) for root in c))] for c in _clusters(links)]
    return list(product(*teams))


def _team(families: Iterable[tuple[_Slot, ...]]) -> Team:
    return tuple(slot.expression for slots in families for slot in slots)


@dataclass(frozen=True, slots=True)
class _Links:
    """Groups by number, the group that each is part of, and the pairs that share nobody."""

    groups: Sequence[People]
    parents: Sequence[int | None]
    apart: frozenset[frozenset[int]]

    @property
    def roots(self) -> list[int]:
        return [number for number, parent in enumerate(self.parents) if parent is None]

    def root_of(self, number: int) -> int:
        parent = self.parents[number]
        return number if parent is None else self.root_of(parent)

    def strangers(self, number: int) -> frozenset[int]:
        """The groups that share nobody with this one."""
        return frozenset(chain.from_iterable(pair for pair in self.apart if number in pair)) - {number}

    def descendants(self, number: int) -> list[int]:
        """The parts of a group and theirs, parents first."""
        found = [part for part, parent in enumerate(self.parents) if parent == number]
        return found + [deeper for part in found for deeper in self.descendants(part)]

    def name(self, number: int) -> str:
        return self.groups[number].id or f"group {number + 1}"


def _links(groups: Sequence[People]) -> _Links:
    named: dict[str, int] = {}
    for number, group in enumerate(groups):
        if group.id is not None and named.setdefault(group.id, number) != number:
            raise UnsupportedLinkError(f"two groups that stand together are called {group.id}")
    parents = [None if g.subset_of is None else _number(g.subset_of, named) for g in groups]
    pairs = ((number, _number(other, named)) for number, g in enumerate(groups) for other in g.distinct_from)
    links = _Links(groups, parents, frozenset(frozenset(pair) for pair in pairs))
    _refuse_circles(links)
    _refuse_impossible(links)
    return links


def _number(name: str, named: Mapping[str, int]) -> int:
    if name not in named:
        raise UnsupportedLinkError(f"a group is linked to {name}, and no group of that id stands beside it")
    return named[name]


def _refuse_circles(links: _Links) -> None:
    for number in range(len(links.groups)):
        seen = {number}
        above = links.parents[number]
        while above is not None and above not in seen:
            seen.add(above)
            above = links.parents[above]
        if above is not None:
            raise UnsupportedLinkError(f"{links.name(number)} is, by way of others, part of itself")


def _refuse_impossible(links: _Links) -> None:
    for pair in sorted(map(sorted, links.apart)):
        first, last = pair[0], pair[-1]
        if len(pair) == 1 or last in links.descendants(first) or first in links.descendants(last):
            raise UnsupportedLinkError(f"{links.name(last)} cannot be other people than a group that holds them")
        nested = [n for n in pair if links.parents[n] is not None]
        if nested and links.root_of(first) != links.root_of(last):
            raise UnsupportedLinkError(
                f"{links.name(nested[0])} is part of a group and distinct from one outside: say so of the whole group"
            )


def _families(root: int, links: _Links) -> list[tuple[_Slot, ...]]:
    """The slots of a group, with every way in which its parts can lie among them."""
    group = links.groups[root]
    ways = [(_Slot((group.each,), frozenset({root})),) * group.count]
    for part in links.descendants(root):
        ways = list(dict.fromkeys(way for slots in ways for way in _with_part(slots, part, links)))
        if not ways:
            raise UnsupportedLinkError(f"{links.name(part)} asks for more people than the group that it is part of")
    return ways


def _with_part(slots: tuple[_Slot, ...], part: int, links: _Links) -> list[tuple[_Slot, ...]]:
    """Every choice of the slots whose people are the part; slots that look alike are interchangeable."""
    group, strangers = links.groups[part], links.strangers(part)
    numbers = Counter(slots)
    free = [slot for slot in numbers if links.parents[part] in slot.groups and not slot.groups & strangers]
    choices = product(*(range(min(numbers[slot], group.count) + 1) for slot in free))
    fitting = (dict(zip(free, choice, strict=True)) for choice in choices if sum(choice) == group.count)
    return [_joined(numbers, taken, part, group) for taken in fitting]


def _joined(numbers: Counter[_Slot], taken: Mapping[_Slot, int], part: int, group: People) -> tuple[_Slot, ...]:
    joined = [slot.joined_by(part, group) for slot, count in taken.items() for _ in range(count)]
    rest = [slot for slot, count in numbers.items() for _ in range(count - taken.get(slot, 0))]
    return (*joined, *rest)


def _clusters(links: _Links) -> list[list[int]]:
    """The groups that share nobody with each other, together; a group without such a link is alone."""
    clusters: list[list[int]] = []
    for root in links.roots:
        near = [cluster for cluster in clusters if links.strangers(root) & set(cluster)]
        clusters = [cluster for cluster in clusters if cluster not in near] + [[*chain.from_iterable(near), root]]
    for cluster in clusters:
        if any(frozenset(pair) not in links.apart for pair in combinations(cluster, 2)):
            shown = ", ".join(links.name(number) for number in cluster)
            raise UnsupportedLinkError(f"of {shown} only some are distinct from each other: say so of all of them")
    return clusters
