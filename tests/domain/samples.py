"""A small programme and company whose every date is easy to follow by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from domain.dates import Month
from domain.facts import Achievement, Association, Facts, Membership, Person
from domain.programme import Area, Competency, Credential, Metric, Option, Programme, RuleVersion, Source
from domain.requirements import All, Amounts, Holds, OneOf, People, Requirement, Threshold

TODAY = date(2018, 1, 15)
FIRST_RULES = date(2017, 7, 18)
NEXT_RULES = date(2018, 3, 19)
PURCHASED = date(2017, 5, 1)
ANNIVERSARY = date(2018, 5, 1)
EXAMS = OneOf((Holds("E-1"), Holds("E-2"), Holds("E-OLD")))


def people(count: int, each: Holds | OneOf = EXAMS) -> People:
    """A number of people with any of the exams."""
    return People(count, each)


def usage(at_least: int) -> Threshold:
    """So much usage in twelve months."""
    return Threshold("usage", "USD", Amounts(Decimal(at_least), Decimal(at_least)))


def rules(since: date, option: str = "skills", **levels: Requirement) -> RuleVersion:
    """A version with one option."""
    return RuleVersion(since, "P1", date(2018, 1, 1), (Option(option, {"en": "Skills", "de": "Können"}, levels),))


def competency(id_: str, name: str, *versions: RuleVersion) -> Competency:
    """A competency in the one area."""
    return Competency(id_, {"en": name, "de": f"{name} (de)"}, "clouds", versions)


def exam(id_: str, title: str = "", **dates: date) -> Credential:
    """An exam, with any of its dates."""
    return replace(Credential(id_, title or f"Exam {id_}", "exam"), **dates)  # type: ignore[arg-type]  # dates only


def programme(**competencies: Competency) -> Programme:
    """Cloud asks for one person (silver) or two and usage (gold), Apps for two with E-3 at gold."""
    cloud = competency("cloud", "Cloud", rules(FIRST_RULES, silver=people(1), gold=All((people(2), usage(100)))))
    apps = competency("apps", "Apps", rules(FIRST_RULES, gold=people(2, Holds("E-3"))))
    credentials = (
        exam("E-1", available_from=date(2015, 1, 1)),
        exam("E-2"),
        exam("E-3"),
        exam("E-OLD", retires=date(2017, 12, 31), accepted_until=date(2018, 2, 28)),
        exam("E-NEW", available_from=date(2018, 2, 1)),
    )
    return Programme(
        "clouds",
        {"en": "Cloud Partners", "de": "Cloud-Partner"},
        {"silver": {"en": "Silver"}, "gold": {"en": "Gold"}},
        (Area("clouds", {"en": "Clouds"}),),
        competencies or {"cloud": cloud, "apps": apps},
        {credential.id: credential for credential in credentials},
        {"usage": Metric("usage", {"en": "Usage", "de": "Nutzung"}, "flow", "USD")},
        {"P1": Source("P1", {"en": "The page of 2017", "de": "Die Seite von 2017"}, "https://example.org/page")},
    )


def person(id_: str, *credentials: str, **details: object) -> Person:
    """Somebody who earned credentials on 1 February 2017 and is associated since 2017."""
    earned = tuple(Achievement(c, date(2017, 2, 1), id=f"{id_}:{c}") for c in credentials)
    who = Person(id_, earned, (Association(date(2017, 1, 1), id=f"{id_}:a"),), id_.capitalize())
    return replace(who, **details)  # type: ignore[arg-type]  # fields of Person


def figures(first: str = "2017-01", months: int = 16, value: int = 10) -> Mapping[str, Mapping[Month, Decimal]]:
    """Usage of so much in each of so many months."""
    start = Month.parse(first)
    return {"usage": {start.plus(offset): Decimal(value) for offset in range(months)}}


def company(*everybody: Person, **details: object) -> Facts:
    """A company with usage of 120 a year and a gold membership from 1 May 2017."""
    facts = Facts("developed", everybody, figures(), {}, (), Membership("gold", PURCHASED, ANNIVERSARY))
    return replace(facts, **details)  # type: ignore[arg-type]  # fields of Facts


def subjects(found: Sequence[object]) -> list[str]:
    """The subjects of outlooks or notices, in their order."""
    return [str(getattr(each, "subject", "")) for each in found]
