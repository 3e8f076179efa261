"""Made-up companies of any size, the same for the same seed."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from domain.changes import Link, apply
from domain.dates import trailing_year
from domain.facts import Achievement, Association, Facts, Membership, Person
from domain.programme import Programme

TODAY = date(2018, 1, 15)
HALF, FIFTH = 0.5, 0.2


def company(programme: Programme, people: int, achievements: int, seed: int = 1) -> Facts:
    """A company in which each person holds as many credentials as the next, and every metric is reported."""
    draw = Random(seed)
    each = achievements // people
    months = {month: Decimal(draw.randrange(20000)) for month in trailing_year(TODAY)}
    return Facts(
        market="developed",
        people=tuple(_person(f"p{index}", each, sorted(programme.credentials), draw) for index in range(people)),
        figures={metric: dict(months) for metric in programme.metrics},
        membership=Membership("gold", date(2017, 5, 1), date(2018, 5, 1)),
    )


def _person(name: str, achievements: int, credentials: list[str], draw: Random) -> Person:
    days = (date(2015, 1, 1) + timedelta(days=draw.randrange(1100)) for _ in range(achievements))
    held = (Achievement(draw.choice(credentials), day, id=f"{name}-{n}") for n, day in enumerate(days))
    return Person(name, tuple(held), name=name.upper())


def leaving(facts: Facts, seed: int = 2) -> Facts:
    """The company with a year ahead in which every second achievement expires and every fifth person leaves."""
    draw = Random(seed)

    def ending(person: Person) -> Person:
        kept = (replace(a, expires=_day_ahead(draw) if draw.random() < HALF else None) for a in person.achievements)
        until = _day_ahead(draw) if draw.random() < FIFTH else None
        return replace(person, achievements=tuple(kept), associations=(Association(date(2015, 1, 1), until),))

    return replace(facts, people=tuple(map(ending, facts.people)))


def _day_ahead(draw: Random) -> date:
    return TODAY + timedelta(days=draw.randrange(1, 365))


def with_one_more(facts: Facts, credential: str) -> Facts:
    """The company after its first person earned one more credential."""
    return apply(facts, Link(facts.people[0].id, Achievement(credential, TODAY, id="one-more")))
