"""Who fills which slot: an exact assignment of persons to slots, by augmenting paths (Kuhn 1955).

Sets of people are whole numbers whose bit i stands for person i, so that a company of thousands is a few operations.
"""

from collections.abc import Sequence


def assign(candidates: Sequence[int]) -> list[int | None]:
    """A largest assignment of different persons to slots.

    `candidates` holds for each slot the set of persons who may fill it, as a bit mask. The answer holds for each slot
    the index of its person, or None where the slot stays empty.
    """
    slot_of: dict[int, int] = {}
    for slot in range(len(candidates)):
        _fill(slot, candidates, slot_of, set())
    filled: list[int | None] = [None] * len(candidates)
    for person, slot in slot_of.items():
        filled[slot] = person.bit_length() - 1
    return filled


def _fill(slot: int, candidates: Sequence[int], slot_of: dict[int, int], asked: set[int]) -> bool:
    """Give the slot a free person, or else one whose own slot can be given to another. Persons are single bits."""
    free = candidates[slot] & ~sum(slot_of)
    if free:
        slot_of[free & -free] = slot
        return True
    for person, own in list(slot_of.items()):
        if candidates[slot] & person and person not in asked:
            asked.add(person)
            if _fill(own, candidates, slot_of, asked):
                slot_of[person] = slot
                return True
    return False
