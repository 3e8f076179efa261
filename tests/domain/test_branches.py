from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations, count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.assignment import assign
from domain.branches import Branch, UnsupportedLinkError, branches
from domain.requirements import (
    All,
    AnyOne,
    DistinctSlots,
    EachOf,
    Flag,
    Holds,
    OneOf,
    People,
    PersonExpression,
    Requirement,
)
from domain.roster import Roster
from tests.domain.samples import TODAY, company, exam, person, programme

A, B, C = Holds("A"), Holds("B"), Holds("C")
FLAG = Flag("allowed")


def teams(requirement: Requirement) -> list[list[int]]:
    """The sizes of the teams of every branch."""
    return [[len(team) for team in branch.teams] for branch in branches(requirement)]


def test_a_group_is_a_team_of_equal_slots() -> None:
    assert branches(People(2, A)) == (Branch((), ((A, A),)),)


def test_alternatives_are_branches_and_parts_are_combined() -> None:
    rule = All((AnyOne((People(1, A), People(2, B))), AnyOne((FLAG, People(3, C)))))

    assert teams(rule) == [[1], [1, 3], [2], [2, 3]]
    assert [branch.headcount for branch in branches(rule)] == [1, 3, 2, 3]


def test_groups_without_a_link_may_be_the_same_people() -> None:
    assert teams(All((People(2, A), People(2, B)))) == [[2, 2]]


def test_other_people_stand_in_one_team() -> None:
    assert teams(All((People(2, A, "a"), People(1, B, "b", None, ("a",))))) == [[3]]
    assert teams(All((People(2, A, "a"), People(1, B, None, None, ("a",))))) == [[3]]


def test_the_same_people_have_to_satisfy_both() -> None:
    (branch,) = branches(All((People(2, A, "a"), People(1, B, "b", "a"))))

    assert sorted(map(str, branch.teams[0])) == sorted(map(str, (EachOf((A, B)), A)))


def test_two_parts_of_a_group_may_overlap_or_not() -> None:
    rule = All((People(3, A, "a"), People(1, B, "b", "a"), People(1, C, "c", "a")))

    assert len(branches(rule)) == 2


def test_parts_that_are_other_people_do_not_overlap_whichever_says_so() -> None:
    first = All((People(3, A, "a"), People(1, B, "b", "a", ("c",)), People(1, C, "c", "a")))
    second = All((People(3, A, "a"), People(1, B, "b", "a"), People(1, C, "c", "a", ("b",))))

    assert len(branches(first)) == len(branches(second)) == 1


def test_a_part_of_a_part_lies_inside_it() -> None:
    (branch,) = branches(All((People(3, A, "a"), People(2, B, "b", "a"), People(1, C, "c", "b"))))

    assert sorted(len(slot.parts) if isinstance(slot, EachOf) else 1 for slot in branch.teams[0]) == [1, 2, 3]


def test_different_people_are_a_team_of_their_own() -> None:
    assert branches(DistinctSlots((A, B))) == (Branch((), ((A, B),)),)


def test_many_people_and_a_large_part_are_unfolded_at_once() -> None:
    assert len(branches(All((People(100, A, "a"), People(50, B, "b", "a"))))) == 1


@pytest.mark.parametrize(
    ("groups", "told"),
    [
        ([People(1, A, "a"), People(2, B, "b", "a")], "b asks for more people than the group that it is part of"),
        ([People(1, A), People(1, B, "b", "a")], "linked to a, and no group of that id stands beside it"),
        ([People(1, A), People(1, B, "b", None, ("a",))], "linked to a, and no group of that id stands beside it"),
        ([People(1, A, "a"), People(1, B, "a")], "two groups that stand together are called a"),
        ([People(1, A, "a", "a")], "a is, by way of others, part of itself"),
        ([People(1, A, "a", "b"), People(1, B, "b", "a")], "a is, by way of others, part of itself"),
        ([People(1, A, "a", None, ("a",))], "a cannot be other people than a group that holds them"),
        ([People(2, A, "a"), People(1, B, "b", "a", ("a",))], "b cannot be other people than a group that holds them"),
        (
            [People(2, A, "a"), People(1, B, "b", "a", ("c",)), People(1, C, "c")],
            "b is part of a group and distinct from one outside",
        ),
        (
            [People(1, A, "a"), People(1, C, "c"), People(1, B, "b", None, ("a", "c"))],
            "of a, c, b only some are distinct from each other",
        ),
        (
            [People(1, A, "a"), People(1, B, "b", None, ("a",)), People(1, C, "c", None, ("b",))],
            "of a, b, c only some are distinct from each other",
        ),
        (
            [People(2, A, "a"), People(2, B, "b", "a"), People(1, C, "c", "a", ("b",))],
            "c asks for more people than the group that it is part of",
        ),
    ],
    ids=count(),
)
def test_links_that_cannot_be_are_refused(groups: list[People], told: str) -> None:
    with pytest.raises(UnsupportedLinkError, match=told):
        branches(All(tuple(groups)))


def test_groups_of_different_alternatives_do_not_stand_beside_each_other() -> None:
    assert teams(AnyOne((People(1, A, "a"), People(2, B, "a")))) == [[1], [2]]


# --- against trying every choice of people -------------------------------------------------------

EXPRESSIONS: st.SearchStrategy[PersonExpression] = st.sampled_from(
    [A, B, C, OneOf((A, B)), EachOf((B, C)), OneOf((A, EachOf((B, C))))]
)
FIRMS = st.lists(st.sets(st.sampled_from("ABC")), max_size=5)


@st.composite
def linked(draw: st.DrawFn) -> list[People]:
    """One to three groups with links that can be."""
    groups = [People(draw(st.integers(1, 3)), draw(EXPRESSIONS), "g0")]
    for number in range(1, draw(st.integers(1, 3))):
        each, size = draw(EXPRESSIONS), draw(st.integers(1, 2))
        free = People(size, each, f"g{number}")
        part = People(min(size, groups[0].count), each, f"g{number}", "g0")
        other = People(size, each, f"g{number}", None, tuple(g.id or "" for g in groups if g.subset_of is None))
        groups.append(draw(st.sampled_from([free, part, other] if number == 1 else [free, part])))
    return groups


def satisfied(expression: object, held: set[str] | None) -> bool:
    match expression:
        case _ if held is None:
            return True
        case Holds(credential):
            return credential in held
        case EachOf(parts):
            return all(satisfied(part, held) for part in parts)
        case OneOf(parts):
            return any(satisfied(part, held) for part in parts)
    return False


def found_by_trying(groups: Sequence[People], firm: list[set[str] | None], chosen: Mapping[str, set[int]]) -> bool:
    if not groups:
        return True
    group = groups[0]
    within = chosen[group.subset_of] if group.subset_of else set(range(len(firm)))
    able = [p for p in within if satisfied(group.each, firm[p])]
    able = [p for p in able if not any(p in chosen[other] for other in group.distinct_from)]
    ways = combinations(able, group.count)
    return any(found_by_trying(groups[1:], firm, {**chosen, group.id or "": set(way)}) for way in ways)


@given(linked(), FIRMS)
def test_the_people_missing_are_those_that_trying_every_choice_finds(
    groups: list[People], firm: list[set[str]]
) -> None:
    known = programme()
    known = replace(known, credentials={name: exam(name) for name in "ABC"})
    people = tuple(person(str(number), *sorted(held)) for number, held in enumerate(firm))
    roster = Roster(known, company(*people), TODAY)
    missing = [
        max(assign([roster.satisfying(asks) for asks in team]).count(None) for team in branch.teams)
        for branch in branches(All(tuple(groups)))
    ]
    by_trying = next(n for n in count() if found_by_trying(groups, [*firm, *[None] * n], {}))

    assert min(missing) == by_trying


def test_what_a_share_of_the_same_people_holds_anyway_is_not_asked_of_them_again() -> None:
    either = OneOf((A, B))
    rule = All((People(2, either, "those"), People(1, A, subset_of="those")))

    wide = All((People(2, OneOf((A, B, C)), "those"), People(1, either, subset_of="those")))

    assert [team for branch in branches(rule) for team in branch.teams] == [(A, either)]
    assert [team for branch in branches(wide) for team in branch.teams] == [(either, OneOf((A, B, C)))]
