"""Small programmes of files that hold one rule each, and small firms to judge by them."""

from collections.abc import Mapping
from datetime import date
from textwrap import dedent, indent

from domain.catalogue import judge_programme
from domain.dates import Month
from domain.facts import Achievement, Association, Facts, Person
from domain.programme import Programme
from domain.requirements import Market
from domain.standing import standing
from storage.yaml_tree import parse_tree

DAY = date(2018, 1, 15)
MAIN = """\
id: trees
name: {en: Trees, de: Bäume}
levels:
  - {id: silver, name: {en: Silver, de: Silver}}
  - {id: gold, name: {en: Gold, de: Gold}}
areas:
  - {id: wood, name: {en: Wood, de: Wald}}
sources:
  - {id: S, title: {en: The page, de: Die Seite}, reference: https://example.org}
metrics:
  - {id: sales, name: {en: sales, de: Umsatz}, kind: flow, unit: USD}
  - {id: new_sales, name: {en: new sales, de: neuer Umsatz}, kind: flow, unit: USD}
  - {id: seats, name: {en: seats, de: Plätze}, kind: stock, unit: seats}
credentials:
  - {id: A, title: A, kind: exam}
  - {id: B, title: B, kind: exam}
  - {id: C, title: C, kind: exam}
  - {id: D, title: D, kind: exam}
  - {id: E, title: E, kind: exam}
  - {id: OLD, title: Old, kind: exam, register_until: 2017-11-30, retires: 2017-12-31, accepted_until: 2018-12-31, source: S}
  - {id: PRO, title: Professional, kind: certification}
"""  # noqa: E501 - a line of a file
FILE = """\
id: {id}
name: {{en: {id}, de: {id}}}
area: wood
versions:
  - from: 2017-07-18
    source: S
    checked_on: 2018-01-01
    options:
"""


def competency(identifier: str, *options: str, silver: str = "null") -> str:
    """A competency's file: gold by any of the options."""
    head = FILE.format(id=identifier)
    for number, gold in enumerate(options):
        levels = f"      - id: way-{number}\n        name: {{en: Way, de: Weg}}\n        levels:\n"
        asked = "null" if silver == "null" else "\n" + indent(dedent(silver).strip(), " " * 12)
        head += f"{levels}          silver: {asked}\n          gold:\n" + indent(dedent(gold).strip(), " " * 12) + "\n"
    return head


def programme(*files: str) -> Programme:
    """The programme of these files."""
    trees = [parse_tree(text.encode(), f"{number}.yaml") for number, text in enumerate((MAIN, *files))]
    return judge_programme(trees[0], trees[1:], "r")


def firm(*people: str, market: Market = "developed", **more: object) -> Facts:
    """People named by what they hold: "A B" holds both."""
    who = (
        Person(f"p{n}", tuple(Achievement(c, date(2017, 1, 1)) for c in held.split()), (Association(date(2017, 1, 1)),))
        for n, held in enumerate(people)
    )
    return Facts(market, tuple(who), **more)  # type: ignore[arg-type]  # fields of Facts


def year(value: int, months: int = 12) -> Mapping[Month, int]:
    """So much in each of the last months before January 2018."""
    return {Month.of(DAY).plus(-past): value for past in range(1, months + 1)}


def gold(rule: str, facts: Facts, on: date = DAY) -> tuple[str, int]:
    """The status of gold and how many people are missing, in a competency with this one rule."""
    level = standing(programme(competency("oak", rule)), facts, on).competencies["oak"].levels["gold"]
    return level.status.value, level.nearest.people_missing
