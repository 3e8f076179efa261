"""Why a level stands as it does: the tree of its rule, with what is met and what is missing at each part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.assignment import assign
from domain.conditions import ConditionStanding, Status, all_of, any_of
from domain.requirements import (
    All,
    AnyOne,
    Credentials,
    DistinctSlots,
    Flag,
    LevelHeld,
    People,
    Requirement,
    Threshold,
)
from domain.roster import Roster
from domain.scoring import ScoreStanding
from domain.standing import BranchStanding, LevelStanding, OptionStanding
from handlers.need import NeedAnswer, need
from handlers.room import Room
from handlers.views import View


@dataclass(frozen=True, slots=True)
class Judged:
    """A part of a rule and how it stands by itself.

    `people` are those of whom a part that asks for people is true; whether they suffice for all parts together, each
    counted once, the way says. `found` is what a figure, a status, a level or a score comes to.
    """

    requirement: Requirement
    status: Status
    parts: tuple["Judged", ...] = ()
    people: tuple[str, ...] = ()
    found: ConditionStanding | ScoreStanding | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """A level's answer in full: every option with its rule, part by part, the nearest first.

    `names` are those that may be said, by person.
    """

    need: NeedAnswer
    options: tuple[tuple[OptionStanding, Judged], ...]
    names: Mapping[str, str]


def why(room: Room, view: View, competency: str, level: str) -> Why | None:
    """Why a level stands as it does; None where the rules in force do not define it."""
    answer = need(room, view, competency, level)
    if answer is None:
        return None
    judge = _Judge(view.roster, answer.standing)
    options = tuple((each, judge.part(each.option.levels[level])) for each in answer.standing.options)
    met = {person for _, tree in options for person in _people(tree)}
    said = {person: room.name(person) for person in met}
    return Why(answer, options, {person: name for person, name in said.items() if name is not None})


def _people(tree: Judged) -> Iterator[str]:
    yield from tree.people
    for part in tree.parts:
        yield from _people(part)


@dataclass(frozen=True, slots=True)
class _Judge:
    roster: Roster
    level: LevelStanding

    def part(self, asked: Requirement) -> Judged:
        match asked:
            case All(parts) | AnyOne(parts):
                inner = tuple(self.part(each) for each in parts)
                join = all_of if isinstance(asked, All) else any_of
                return Judged(asked, join(each.status for each in inner), inner)
            case People(count, each):
                return self.staffed(asked, self.roster.satisfying(each), count)
            case DistinctSlots(slots):
                candidates = [self.roster.satisfying(slot) for slot in slots]
                chosen = 0
                for place in assign(candidates):
                    chosen |= 0 if place is None else 1 << place
                return self.staffed(asked, chosen, len(slots))
            case Credentials(count, of):
                return self.held(asked, count, [self.roster.satisfying(each) for each in of])
            case Threshold() | Flag() | LevelHeld():
                condition = next(found for b in self.branches() for found in b.conditions if found.condition == asked)
                return Judged(asked, condition.status, found=condition)
            case _:
                score = next(found for b in self.branches() for found in b.scores if found.score == asked)
                return Judged(asked, score.status, found=score)

    def branches(self) -> Iterator[BranchStanding]:
        return (branch for option in self.level.options for branch in option.branches)

    def staffed(self, asked: Requirement, members: int, count: int) -> Judged:
        status = Status.MET if members.bit_count() >= count else Status.NOT_MET
        return Judged(asked, status, people=self.roster.ids(members))

    def held(self, asked: Requirement, count: int, holders: list[int]) -> Judged:
        """So many credentials, whoever brings them: one person several, or several people the same."""
        everybody = 0
        for members in holders:
            everybody |= members
        brought = sum(members.bit_count() for members in holders)
        status = Status.MET if brought >= count else Status.NOT_MET
        return Judged(asked, status, people=self.roster.ids(everybody))
