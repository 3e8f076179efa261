"""A requirement unfolded into branches, each of which alone is enough.

`any` makes alternatives, `all` combines them. Within a branch the people are *teams*: slots that different persons
must fill. "Of the same" merges two slots into one that asks for both; "the other" puts the slots of both groups into
one team; groups without a link are teams of their own, which may share people. So every people rule becomes an
assignment of persons to slots, and further people who may hold anything are needed by the neediest team alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from domain.requirements import All, AnyOne, Condition, DistinctSlots, EachOf, People, PersonExpression, Requirement

Team = tuple[PersonExpression, ...]


class UnsupportedLinkError(ValueError):
    """Groups of people are linked in a way that no assignment of persons to slots expresses."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One sufficient way: every condition holds and every team is filled."""

    conditions: tuple[Condition, ...]
    teams: tuple[Team, ...]

    @property
    def headcount(self) -> int:
        """The fewest people with whom it can be met."""
        return max((len(team) for team in self.teams), default=0)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place for one person: what that person has to satisfy, and the groups that it belongs to."""

    asks: tuple[PersonExpression, ...]
    groups: frozenset[str]

    def joined_by(self, group: People) -> "_Slot":
        return _Slot((*self.asks, group.each), self.groups | {group.id or ""})


def branches(requirement: Requirement) -> tuple[Branch, ...]:
    """All branches of a requirement, in the order of its words.

    Raises UnsupportedLinkError where groups are linked in a way that is no assignment.
    """
    return tuple(branch for leaves in _conjunctions(requirement) for branch in _branches_of(leaves))


def _conjunctions(requirement: Requirement) -> list[tuple[Requirement, ...]]:
    if isinstance(requirement, AnyOne):
        return [leaves for part in requirement.parts for leaves in _conjunctions(part)]
    if isinstance(requirement, All):
        choices = product(*(_conjunctions(part) for part in requirement.parts))
        return [tuple(chain.from_iterable(choice)) for choice in choices]
    return [(requirement,)]


def _branches_of(leaves: Sequence[Requirement]) -> list[Branch]:
    groups = [leaf for leaf in leaves if isinstance(leaf, People)]
    slots = tuple(leaf.slots for leaf in leaves if isinstance(leaf, DistinctSlots))
    conditions = tuple(leaf for leaf in leaves if not isinstance(leaf, People | DistinctSlots | All | AnyOne))
    return [Branch(conditions, teams + slots) for teams in _staffings(groups)]


def _staffings(groups: Sequence[People]) -> list[tuple[Team, ...]]:
    """Every way to turn linked groups into teams."""
    families = [_families(root, groups) for root in groups if root.subset_of is None]
    roots = [root for root in groups if root.subset_of is None]
    clusters = _clusters(roots, groups)
    ways = product(*([_one_team(family) for family in product(*(families[i] for i in c))] for c in clusters))
    return list(ways)


def _one_team(family: Iterable[tuple[_Slot, ...]]) -> Team:
    return tuple(_expression(slot) for slots in family for slot in slots)


def _expression(slot: _Slot) -> PersonExpression:
    return slot.asks[0] if len(slot.asks) == 1 else EachOf(slot.asks)


def _families(root: People, groups: Sequence[People]) -> list[tuple[_Slot, ...]]:
    """The slots of a group, with every way in which its subsets can lie among them."""
    start = _Slot((root.each,), frozenset({root.id or ""}))
    ways = [(start,) * root.count]
    for subset in _descendants(root, groups):
        ways = list(dict.fromkeys(way for slots in ways for way in _with_subset(slots, subset)))
        if not ways:
            raise UnsupportedLinkError(f"{subset.id or 'a group'} asks for more people than {subset.subset_of} has")
    return ways


def _descendants(root: People, groups: Sequence[People]) -> list[People]:
    """Subsets of the root and theirs, parents first."""
    found = [group for group in groups if root.id is not None and group.subset_of == root.id]
    return found + [deeper for group in found for deeper in _descendants(group, groups)]


def _with_subset(slots: tuple[_Slot, ...], subset: People) -> list[tuple[_Slot, ...]]:
    """Every choice of the slots whose people are the subset; choices that look alike are one."""
    apart = set(subset.distinct_from)
    free = [i for i, slot in enumerate(slots) if subset.subset_of in slot.groups and not slot.groups & apart]
    seen: dict[tuple[int, ...], tuple[_Slot, ...]] = {}
    for chosen in combinations(free, subset.count):
        way = tuple(slot.joined_by(subset) if i in chosen else slot for i, slot in enumerate(slots))
        seen.setdefault(tuple(sorted(hash(slot) for slot in way)), way)
    return list(seen.values())


def _clusters(roots: Sequence[People], groups: Sequence[People]) -> list[list[int]]:
    """Which groups share nobody with each other, as sets of indices into `roots`."""
    apart = {frozenset({group.id, other}) for group in groups for other in group.distinct_from}
    index = {root.id: i for i, root in enumerate(roots) if root.id is not None}
    _refuse_partial(apart, index, groups)
    clusters: list[list[int]] = []
    for i, root in enumerate(roots):
        near = [c for c in clusters if any(frozenset({root.id, roots[j].id}) in apart for j in c)]
        if any(frozenset({root.id, roots[j].id}) not in apart for c in near for j in c):
            raise UnsupportedLinkError(
                f"{root.id} is distinct from only some of the groups that are distinct themselves"
            )
        clusters = [c for c in clusters if c not in near] + [[*chain.from_iterable(near), i]]
    return clusters


def _refuse_partial(apart: set[frozenset[str | None]], index: dict[str, int], groups: Sequence[People]) -> None:
    parents = {group.id: group.subset_of for group in groups}
    for pair in apart:
        inside = [name for name in pair if parents.get(name) is not None]
        same_family = len({_root(name, parents) for name in pair}) == 1
        if inside and not same_family:
            raise UnsupportedLinkError(
                f"{inside[0]} is part of a group and distinct from one outside: say so of the group"
            )
        if not inside and len(index.keys() & pair) < len(pair):
            raise UnsupportedLinkError(
                f"distinct_from names a group that does not stand beside it: {sorted(map(str, pair))}"
            )


def _root(name: str | None, parents: dict[str | None, str | None]) -> str | None:
    parent = parents.get(name)
    return name if parent is None else _root(parent, parents)
