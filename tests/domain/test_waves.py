from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.changes import Change, apply
from domain.departures import CallOff, Depart, Return
from domain.facts import Association, Facts, Person
from domain.notices import due_after
from domain.owed import Due, History, Owed
from domain.waves import HOUR, gathered, noticed, told_late, wave_end
from tests.domain.samples import FIRST_RULES, TODAY, competency, people, programme, rules

PROGRAMME = programme(cloud=competency("cloud", "Cloud", rules(FIRST_RULES, gold=people(1))))
NINE = datetime(2018, 1, 15, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
MARCH = date(2018, 3, 1)


class Staff:
    """Nine people who leave one after another, and what admins are told of it."""

    def __init__(self, count: int = 9) -> None:
        self.people = [f"p{number}" for number in range(count)]
        since = (Association(date(2017, 1, 1)),)
        self.facts = Facts("developed", tuple(Person(name, (), since, name) for name in self.people))
        self.history = History()
        self._next = iter(self.people)

    def happens(self, *changes: Change) -> list[Owed]:
        """What is owed because of changes made together."""
        found = due_after(PROGRAMME, self.facts, TODAY, changes, self.history)
        for change in changes:
            self.facts = apply(self.facts, change)
        self.owe(found)
        return list(found.notices)

    def owe(self, due: Due) -> None:
        """Remember what was owed."""
        said = {notice.subject: notice.episode for notice in due.notices}
        self.history = History(
            {**self.history.episodes, **{s: said.get(s, self.history.next_episode(s)) for s in due.opened}},
            self.history.open - {*due.closed} | {*due.opened},
            self.history.steps | {notice.key for notice in due.notices},
        )

    def leave(self, *times: datetime) -> Iterator[list[str]]:
        """The next people leave, each at a time of their own; the kinds of what is owed then."""
        for at in times:
            yield [owed.kind for owed in self.happens(Depart(next(self._next), TODAY, at=at))]

    def late(self, at: datetime) -> list[Owed]:
        """What is owed at a look because somebody joined a wave."""
        found = told_late(self.facts, at, self.history)
        self.owe(Due(found))
        return list(found)


@pytest.mark.parametrize(
    ("sixth", "asked"),
    [(HOUR - timedelta.resolution, True), (HOUR, False), (HOUR + timedelta.resolution, False)],
)
def test_the_sixth_within_an_hour_makes_it_one_question(sixth: timedelta, *, asked: bool) -> None:
    staff = Staff()
    times = [NINE + MINUTE * number for number in range(5)]

    assert list(staff.leave(*times)) == [["departed"]] * 5
    assert list(staff.leave(NINE + sixth)) == [["departed_many" if asked else "departed"]]


def test_six_at_once_are_one_question_and_no_alarm_for_each() -> None:
    staff = Staff()

    owed = staff.happens(*(Depart(person, TODAY, at=NINE) for person in staff.people[:6]))

    assert [(each.kind, each.subject, each.step) for each in owed] == [
        ("departed_many", f"wave/{NINE.isoformat()}", NINE.isoformat())
    ]
    assert {f"person/{person}" for person in staff.people[:6]} <= staff.history.open
    assert [p.id for p in noticed(staff.facts, NINE, NINE)] == staff.people[:6]


def test_who_joins_a_wave_is_told_once_when_its_hour_is_over() -> None:
    staff = Staff()
    times = [NINE + MINUTE * number for number in range(8)]
    said = [kind for kinds in staff.leave(*times) for kind in kinds]
    over = NINE + HOUR

    assert said == ["departed"] * 5 + ["departed_many"]
    assert wave_end(staff.facts, staff.history) == over
    assert staff.late(over - timedelta.resolution) == []
    found = staff.late(over)
    assert [(each.kind, each.step) for each in found] == [("departed_many", "rest")]
    since, until = (datetime.fromisoformat(found[0].details[key]) for key in ("first", "last"))
    assert [p.id for p in noticed(staff.facts, since, until)] == ["p6", "p7"]
    assert staff.late(over) == []
    assert wave_end(staff.facts, staff.history) is None


def test_after_a_wave_somebody_who_leaves_is_told_by_themselves_again() -> None:
    staff = Staff()
    list(staff.leave(*[NINE] * 6))

    assert list(staff.leave(NINE + HOUR - timedelta.resolution, NINE + HOUR)) == [[], ["departed"]]


def test_nobody_joined_so_nothing_is_told_late() -> None:
    staff = Staff()
    list(staff.leave(*[NINE] * 6))

    assert wave_end(staff.facts, staff.history) is None
    assert staff.late(NINE + 2 * HOUR) == []


def test_who_was_restored_or_settled_meanwhile_makes_no_wave() -> None:
    staff = Staff()
    list(staff.leave(*[NINE] * 5))
    staff.happens(Return("p0"), Return("p1", on_leave=True), Depart("p2", TODAY, provisional=False))

    assert list(staff.leave(NINE + MINUTE)) == [["departed"]]


def test_what_was_told_of_each_says_together_what_it_costs() -> None:
    staff = Staff(6)
    left = [Depart(person, TODAY, at=NINE) for person in staff.people]
    single = tuple(
        Owed("departed", f"person/{p}", 1, "told", {"person": p, "lost": f"cloud/gold,{p}/gold", "worse": ""})
        for p in staff.people
    )
    for change in left:
        staff.facts = apply(staff.facts, change)

    (asked,) = gathered(Due(single), staff.facts, left, History()).notices

    assert asked.listed("lost") == ("cloud/gold", *(f"{person}/gold" for person in staff.people))
    assert asked.listed("worse") == ()


def test_announced_leavings_are_no_wave() -> None:
    staff = Staff()
    changes = [Depart(person, MARCH, provisional=False) for person in staff.people]

    assert {owed.kind for owed in staff.happens(*changes)} == {"departed"}


def test_settling_a_departure_closes_it_without_another_word() -> None:
    staff = Staff()
    list(staff.leave(NINE))

    assert staff.happens(Depart("p0", TODAY - timedelta(days=3), provisional=False)) == []
    assert staff.history.open == frozenset()


@pytest.mark.parametrize("on_leave", [True, False])
def test_a_return_says_whether_somebody_is_on_leave(*, on_leave: bool) -> None:
    staff = Staff()
    list(staff.leave(NINE))

    (owed,) = staff.happens(Return("p0", on_leave=on_leave))

    assert (owed.kind, owed.details.get("on_leave")) == ("returned", "1" if on_leave else None)
    assert staff.history.open == frozenset()


def test_calling_off_an_announced_leaving_is_told_and_moving_it_says_the_new_day() -> None:
    staff = Staff()
    staff.happens(Depart("p0", MARCH, provisional=False))
    april = date(2018, 4, 1)

    (moved,) = staff.happens(Depart("p0", april, provisional=False, instead_of=MARCH))
    assert (moved.kind, moved.details["on"], moved.episode) == ("departed", "2018-04-01", 2)
    assert not staff.facts.people[0].associated_on(april)
    assert staff.facts.people[0].associated_on(MARCH)
    (stays,) = staff.happens(CallOff("p0", TODAY))
    assert (stays.kind, stays.details["stays"]) == ("returned", "1")
    assert staff.history.open == frozenset()
    assert staff.happens(CallOff("p0", TODAY)) == []
