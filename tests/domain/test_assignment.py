from hypothesis import given
from hypothesis import strategies as st

from domain.assignment import assign

SLOTS = st.lists(st.integers(0, 2**6 - 1), max_size=5)


def most_by_trying(candidates: list[int]) -> int:
    """The most slots that any seating fills; nobody (-1) may sit in any number of slots."""
    return max(sum(person >= 0 for person in seating) for seating in seatings(candidates, frozenset()))


def seatings(candidates: list[int], taken: frozenset[int]) -> set[tuple[int, ...]]:
    if not candidates:
        return {()}
    able = [-1, *(p for p in range(6) if candidates[0] >> p & 1 and p not in taken)]
    return {(p, *rest) for p in able for rest in seatings(candidates[1:], taken | ({p} - {-1}))}


@given(SLOTS)
def test_an_assignment_fills_as_many_slots_as_trying_every_seating(candidates: list[int]) -> None:
    chosen = assign(candidates)

    assert sum(person is not None for person in chosen) == most_by_trying(candidates)


@given(SLOTS)
def test_everybody_sits_once_and_only_where_they_may(candidates: list[int]) -> None:
    chosen = assign(candidates)
    seated = [person for person in chosen if person is not None]

    assert len(chosen) == len(candidates)
    assert len(set(seated)) == len(seated)
    assert all(p is None or c >> p & 1 for p, c in zip(chosen, candidates, strict=True))


def test_a_person_moves_on_when_only_they_fit_elsewhere() -> None:
    assert assign([0b11, 0b01]) == [1, 0]


def test_a_chain_of_moves_is_found() -> None:
    assert assign([0b0011, 0b0110, 0b1100, 0b0001]) == [1, 2, 3, 0]


def test_nobody_at_all_leaves_every_slot_empty() -> None:
    assert assign([0, 0]) == [None, None]
    assert assign([]) == []


def test_person_ten_thousand_is_found() -> None:
    assert assign([1 << 10_000]) == [10_000]
