"""Laws that hold of every company: people, dates and rules are drawn at random."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.conditions import Status
from domain.facts import Achievement, Association, Facts, Person
from domain.programme import Programme
from domain.requirements import (
    All,
    AnyOne,
    Credentials,
    DistinctSlots,
    EachOf,
    Holds,
    OneOf,
    People,
    PersonExpression,
    Requirement,
)
from domain.standing import OptionStanding, TeamStanding, standing
from tests.domain.samples import FIRST_RULES, TODAY, company, competency, programme, rules

CODES = ("E-1", "E-2", "E-3", "E-OLD")
RANK = {Status.NOT_MET: 0, Status.NOT_KNOWN: 1, Status.MET: 2}
DAYS = st.dates(date(2017, 6, 1), date(2018, 6, 1))
PLACES = st.builds(Holds, st.sampled_from(CODES), st.none() | st.just(date(2018, 3, 10)))
HOLDS: st.SearchStrategy[PersonExpression] = PLACES


def _joined(parts: st.SearchStrategy[PersonExpression]) -> st.SearchStrategy[PersonExpression]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return several.map(EachOf) | several.map(OneOf)


EACH: st.SearchStrategy[PersonExpression] = st.recursive(HOLDS, _joined, max_leaves=4)


@st.composite
def requirements(draw: st.DrawFn) -> Requirement:
    """Groups of every link, slots, and alternatives of them."""
    first = People(draw(st.integers(1, 3)), draw(EACH), "a")
    same = People(draw(st.integers(1, first.count)), draw(EACH), "b", "a")
    other = People(draw(st.integers(1, 2)), draw(EACH), "b", None, ("a",))
    slots = DistinctSlots(tuple(draw(st.lists(EACH, min_size=1, max_size=3))))
    credentials = Credentials(draw(st.integers(1, 3)), tuple(draw(st.lists(PLACES, min_size=1, max_size=3))))
    shapes: tuple[Requirement, ...] = (
        first,
        credentials,
        AnyOne((All((first, other)), credentials)),
        All((first, same)),
        All((first, other)),
        slots,
        All((first, slots)),
        AnyOne((slots, first)),
    )
    return draw(st.sampled_from(shapes))


@st.composite
def periods(draw: st.DrawFn) -> tuple[date, date | None]:
    start = draw(DAYS)
    return start, draw(st.none() | st.dates(start, date(2018, 12, 31)))


@st.composite
def people(draw: st.DrawFn, name: str) -> Person:
    held = draw(st.lists(st.tuples(st.sampled_from(CODES), periods()), max_size=4))
    achievements = tuple(Achievement(code, since, until) for code, (since, until) in held)
    associations = draw(st.none() | st.lists(periods(), max_size=2))
    if associations is None:
        return Person(name, achievements)
    return Person(name, achievements, tuple(Association(since, until) for since, until in associations))


@st.composite
def companies(draw: st.DrawFn) -> Facts:
    return company(*(draw(people(f"p{number}")) for number in range(draw(st.integers(0, 5)))))


def option(rule: Requirement, facts: Facts, on: date) -> OptionStanding:
    found = standing(known(rule), facts, on).level("cloud", "gold")
    assert found is not None
    return found.nearest


def known(rule: Requirement) -> Programme:
    return programme(cloud=competency("cloud", "Cloud", rules(FIRST_RULES, gold=rule)))


@given(requirements(), companies(), DAYS, st.data())
def test_one_more_achievement_never_worsens_anything(
    rule: Requirement, facts: Facts, on: date, data: st.DataObject
) -> None:
    more = replace(facts, people=tuple(_with_one_more(person, data) for person in facts.people))
    before, after = option(rule, facts, on), option(rule, more, on)

    assert RANK[after.status] >= RANK[before.status]
    assert after.people_missing <= before.people_missing


def _with_one_more(person: Person, data: st.DataObject) -> Person:
    earned = Achievement(data.draw(st.sampled_from(CODES)), *data.draw(periods()))
    return replace(person, achievements=(*person.achievements, earned))


@given(requirements(), companies(), DAYS, st.data())
def test_a_leaving_never_improves_anything(rule: Requirement, facts: Facts, on: date, data: st.DataObject) -> None:
    staying = data.draw(st.lists(st.sampled_from(facts.people), unique_by=id)) if facts.people else []
    before, after = option(rule, facts, on), option(rule, replace(facts, people=tuple(staying)), on)

    assert RANK[after.status] <= RANK[before.status]
    assert before.people_missing <= after.people_missing <= before.people_missing + len(facts.people) - len(staying)


@given(requirements(), companies(), DAYS)
def test_the_witness_satisfies_the_rule_alone(rule: Requirement, facts: Facts, on: date) -> None:
    found = option(rule, facts, on)
    alone = replace(facts, people=tuple(p for p in facts.people if p.id in found.contributors))

    assert option(rule, alone, on).status is found.status
    assert option(rule, alone, on).people_missing == found.people_missing
    for team in found.nearest.teams:
        _check_seats(team, facts, on)


def _check_seats(team: TeamStanding, facts: Facts, on: date) -> None:
    seated = [slot.person for slot in team.slots if slot.person is not None]
    assert len(set(seated)) == len(seated)
    assert not set(seated) & set(team.spares)
    for slot in team.slots:
        assert slot.person is None or _holds(slot.asks, _person(facts, slot.person), on)


def _person(facts: Facts, name: str) -> Person:
    return next(person for person in facts.people if person.id == name)


def _holds(asks: PersonExpression, person: Person, on: date) -> bool:
    match asks:
        case Holds(code):
            accepted = code != "E-OLD" or on <= date(2018, 2, 28)
            earned = any(a.credential == code and a.counts_on(on) for a in person.achievements)
            return accepted and earned and person.associated_on(on)
        case EachOf(parts):
            return all(_holds(part, person, on) for part in parts)
        case OneOf(parts):
            return any(_holds(part, person, on) for part in parts)


@given(requirements(), companies(), DAYS, st.integers(0, 300))
def test_days_between_two_dates_of_the_facts_and_rules_are_alike(
    rule: Requirement, facts: Facts, on: date, days: int
) -> None:
    later = on + timedelta(days=days)
    turns = {date(2018, 3, 1), FIRST_RULES}  # the day after E-OLD's last, and the day of the rules
    for person in facts.people:
        turns |= {day for a in person.achievements for day in (a.earned, a.expires) if day}
        turns |= {day for a in person.associations or () for day in (a.since, a.until) if day}
    if any(on < turn <= later for turn in turns):
        later = on

    assert option(rule, facts, later).people_missing == option(rule, facts, on).people_missing


@given(requirements(), companies())
def test_what_lies_outside_all_its_dates_changes_nothing(rule: Requirement, facts: Facts) -> None:
    past = Achievement("E-1", date(2016, 1, 1), TODAY)
    future = Achievement("E-1", TODAY + timedelta(days=1))
    gone = Person("gone", (Achievement("E-1", date(2016, 1, 1)),), (Association(date(2016, 1, 1), TODAY),))
    noisy = tuple(replace(person, achievements=(past, *person.achievements, future)) for person in facts.people)

    before, after = option(rule, facts, TODAY), option(rule, replace(facts, people=(*noisy, gone)), TODAY)
    assert (before.status, before.people_missing) == (after.status, after.people_missing)
