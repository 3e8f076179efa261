"""The engine against a scorer that knows nothing of it, on a thousand firms drawn at random."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from random import Random

import pytest

from domain.conditions import Status
from domain.dates import Month
from domain.facts import Achievement, Facts, Person
from domain.programme import Programme
from domain.scoring import ScoreStanding
from domain.standing import competency_standing
from storage.catalogue import load_catalogue
from tests import scored
from tests.scored import Firm, Held, month, plain

FIRST_DAY = date(2026, 11, 1)
DAYS = 400
FIRMS = 1000
LONGEST_WINDOWS = 48
"""For so many firms every day of the window is tried, which takes the scorer long; for all the day itself."""
LARGE = {"azure_consumption": 20_000, "business_consumption": 90_000, "azure_smb_share": 60}


@cache
def programme() -> Programme:
    return load_catalogue()["ms-solutions-partner"]


@cache
def ids() -> Mapping[str, str]:
    """Our ids by the published names, by which our titles end."""
    titles = {credential.title: credential.id for credential in programme().credentials.values()}
    return {name: next(titles[title] for title in titles if title.endswith(name)) for name in map(plain, names())}


def names() -> list[str]:
    found = []
    for designation in scored.designations().values():
        for rule in [*designation.get("skilling", {}).values(), *designation.get("metrics", {}).values()]:
            if isinstance(rule, dict) and "gates" in rule:
                found += [name for gate in rule["gates"] for name in gate["step_cert"].split(" | ")]
                found += rule["elective"]["any_of"]
    lists = scored.published()["certifications"].values()
    return found + [name for rules in lists for rule in rules.values() for name in rule]


def asked(designation: str) -> list[str]:
    """The published names of what a designation asks for."""
    wanted = {h.credential for h in programme().competencies[designation].holdings_asked}
    return sorted({plain(name) for name in names() if ids()[plain(name)] in wanted})


def drawn(designation: str, draw: Random, on: date) -> Firm:
    """People who hold something of it, more or fewer, and figures with gaps."""
    wanted = asked(designation)
    people = [
        [held(name, draw, on) for name in draw.sample(wanted, draw.randint(0, 4))] for _ in range(draw.randint(0, 9))
    ]
    some = draw.random() < 0.5
    figures = {metric: reported(metric, draw, on, full=some) for metric in figures_of(designation)}
    return Firm(people, figures)


def held(name: str, draw: Random, on: date) -> Held:
    earned = on - timedelta(days=draw.randint(-20, 420))
    return Held(name, earned, earned + timedelta(days=365 if draw.random() < 0.7 else 120))


def figures_of(designation: str) -> list[str]:
    """The figures that its score is made of or chosen by."""
    version = programme().competencies[designation].versions[-1]
    (score,) = version.options[0].branches["solutions-partner"][0].scores
    return sorted({*score.metrics, *(c.metric for c in score.conditions if hasattr(c, "metric"))})


def reported(metric: str, draw: Random, on: date, *, full: bool) -> dict[str, int]:
    value = draw.randint(0, LARGE.get(metric, 4_000 if "users" in metric or "consumption" in metric else 8))
    step = max(value // 8, 1)
    found = {}
    for back in range(24, 0, -1):
        value = max(0, value + draw.randint(-step, 2 * step))
        if full or draw.random() < 0.85:
            found[month(on, back)] = value
    return found if full or draw.random() < 0.9 else {}


def facts(firm: Firm) -> Facts:
    people = tuple(
        Person(f"p{number}", tuple(Achievement(ids()[h.name], h.earned, h.expires) for h in held))
        for number, held in enumerate(firm.people)
    )
    figures = {
        metric: {Month.parse(each): Decimal(value) for each, value in months.items()}
        for metric, months in firm.figures.items()
        if months
    }
    return Facts("developed", people, figures)


def judged(designation: str, firm: Firm, on: date) -> ScoreStanding:
    level = competency_standing(programme(), facts(firm), on, designation).levels["solutions-partner"]
    (score,) = level.nearest.nearest.scores
    assert level.on_facts is score.status
    return score


@pytest.mark.parametrize("designation", sorted(scored.designations()))
def test_the_published_data_tried_out_agrees_on_a_thousand_firms(designation: str) -> None:
    draw, seen = Random(designation), set()
    each = FIRMS // len(scored.designations()) + 1
    for number in range(each):
        on = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
        firm = drawn(designation, draw, on)
        score = judged(designation, firm, on)
        possible, better = scored.tracks(designation, firm, on)
        points, today = scored.on_day(designation, firm, possible, on, better=better)

        assert {track.track.id for track in score.tracks} == possible, firm
        for track in score.tracks:
            theirs = scored.metrics(designation, firm, track.track.id, on)
            assert [(m.points.low, m.points.high) for m in track.metrics] == theirs, firm
        assert ((score.points.low, score.points.high), score.today.value) == (points, today), firm
        if number < LONGEST_WINDOWS // len(scored.designations()):
            assert score.status.value == scored.outcome(designation, firm, on), firm
        seen.add(score.status)

    assert Status.NOT_MET in seen
