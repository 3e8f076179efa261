"""The worked examples of the published pages come out to their points; those that contradict their page stand apart."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from domain.dates import Month
from domain.facts import Achievement, Facts, Person
from domain.programme import Programme
from domain.scoring import MetricStanding, TrackStanding
from domain.standing import competency_standing
from storage.catalogue import load_catalogue
from tests import scored

VERSIONS = {"K23": date(2023, 10, 23), "P26": date(2026, 5, 20), None: date(2026, 5, 20)}
SHARE = {"smb": 90, "enterprise": 10}
ADMIN, ARCHITECT = "azure-administrator-associate", "azure-solutions-architect-expert"
ENGINEER, ANALYST = "azure-security-engineer-associate", "security-operations-analyst-associate"
DEFENDER = "cybersecurity-architect-expert"
STEPS = {
    "data-ai": (ADMIN, ARCHITECT, "azure-cosmos-db-developer-specialty"),
    "infrastructure": (ADMIN, "azure-network-engineer-associate"),
    "digital-app-innovation": (ADMIN, "power-platform-developer-associate"),
    "security": (ENGINEER, ANALYST, DEFENDER),
}
ELECTIVE = STEPS["data-ai"][2]
NAMES = {"Azure Solutions Architect Expert": ARCHITECT, "Azure Administrator Associate": ADMIN, "el": ELECTIVE}


@cache
def programme() -> Programme:
    """The designations' rules."""
    return load_catalogue()["ms-solutions-partner"]


def people(*held: Sequence[str]) -> tuple[Person, ...]:
    """People with what each holds."""
    return tuple(
        Person(f"p{number}", tuple(Achievement(each, date(2023, 1, 1)) for each in mine))
        for number, mine in enumerate(held)
    )


def in_steps(designation: str, numbers: Sequence[int], *, same: bool) -> tuple[Person, ...]:
    """So many people in each step, the same in all or different ones."""
    steps = STEPS[designation]
    if same:
        pairs = list(zip(steps, numbers, strict=True))
        return people(*([step for step, n in pairs if number < n] for number in range(max(numbers))))
    return people(*([step] for step, n in zip(steps, numbers, strict=True) for _ in range(n)))


def a_year_apart(on: date, **grown: int) -> Mapping[str, Mapping[Month, Decimal]]:
    """Figures that grew by so much in the year before."""
    last = Month.of(on).plus(-1)
    return {metric: {last: Decimal(100 + more), last.plus(-12): Decimal(100)} for metric, more in grown.items()}


def track(designation: str, facts: Facts, on: date, name: str | None = None) -> TrackStanding:
    """The track of that name on a day, of a company with figures that put it there."""
    level = competency_standing(programme(), facts, on, designation).levels["solutions-partner"]
    (score,) = level.nearest.nearest.scores
    return next(each for each in score.tracks if name is None or each.track.id in {"", name})


def metric(found: TrackStanding, name: str) -> MetricStanding:
    """One metric of a track."""
    return next(each for each in found.metrics if each.metric.id == name)


def earned(designation: str, facts: Facts, on: date, name: str | None, of: str = "intermediate") -> Fraction:
    """The points of a metric, which are known."""
    found = metric(track(designation, facts, on, name), of)
    assert found.points.known
    return found.points.low


def classified(who: tuple[Person, ...], on: date, name: str | None) -> Facts:
    """People of a company that is on a track."""
    share = {Month.of(on).plus(-back): Decimal(SHARE[name or "enterprise"]) for back in range(1, 8)}
    return Facts("developed", who, {"azure_smb_share": share})


EXAMPLES = scored.published()["programmes"][0]["worked_examples"]


@pytest.mark.parametrize("example", [e for e in EXAMPLES if "step_people" in e], ids=str)
def test_an_example_by_steps_comes_to_the_published_points(example: dict[str, Any]) -> None:
    on = VERSIONS[example["as_of"]]
    who = in_steps(example["designation"], example["step_people"], same=example.get("same_people", False))

    found = earned(example["designation"], classified(who, on, example["track"]), on, example["track"])

    assert round(found, 1) == Fraction(str(example["points"]))


@pytest.mark.parametrize("example", [e for e in EXAMPLES if "people" in e], ids=str)
def test_an_example_by_people_comes_to_the_published_points(example: dict[str, Any]) -> None:
    on = VERSIONS[example["as_of"]]
    who = people(*([NAMES[name] for name in held] for held in example["people"].values()))

    assert earned("data-ai", Facts("developed", who), on, None) == example["points"]


@pytest.mark.parametrize("helper", [0, 1, 2, 3])
def test_once_a_second_person_is_an_architect_the_others_count(helper: int) -> None:
    """The fourth example's “one of B, C or another gets step 1” brings 8 points; A again would bring none."""
    held = [[ARCHITECT], [ADMIN, ELECTIVE], [ADMIN, ELECTIVE], []]
    held[helper] = [*held[helper], ARCHITECT]

    found = earned("data-ai", Facts("developed", people(*held)), VERSIONS["K23"], None)

    assert found == (0 if helper == 0 else 8)


GROWN = {
    ("usage_growth", "enterprise"): {"DPOR": "users_enterprise_dpor", "CPOR": "users_enterprise_cpor"},
    ("usage_growth", "smb"): {"CSP": "users_smb_csp", "CPOR": "users_smb_cpor"},
    ("deployments", "enterprise"): {"DPOR": "deployments_enterprise_dpor", "CPOR": "deployments_enterprise_cpor"},
    ("deployments", "smb"): {"CSP": "deployments_smb_csp", "CPOR": "deployments_smb_cpor"},
}


def grown(of: str, name: str, **more: int) -> Fraction:
    """The points in Modern Work for what grew, by the kind of association."""
    on = VERSIONS["P26"]
    figures = a_year_apart(on, **{f"modern_work_{GROWN[of, name][how]}": number for how, number in more.items()})
    return earned("modern-work", Facts("developed", (), figures), on, name, of.replace("_", "-"))


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e["designation"] == "modern-work"], ids=str)
def test_an_example_by_figures_comes_to_the_published_points(example: dict[str, Any]) -> None:
    more = {how: example[how] for how in ("DPOR", "CPOR", "CSP") if how in example}

    assert grown(example["metric"], example["track"], **more) == example["points"]


# What follows contradicts the page that it stands on: what the page says, and what is right by the page's own rules.


def test_the_page_asks_for_points_in_five_metrics_of_data_and_ai_and_has_four() -> None:
    found = track("data-ai", Facts("developed"), VERSIONS["P26"])

    assert len(found.metrics) == 4
    assert sum(each.metric.most for each in found.metrics) == 100


def test_the_first_enterprise_example_of_data_and_ai_labels_its_steps_wrongly() -> None:
    """“Step 2: three people, 12 points. Step 3: two people complete the architect” is steps 3 and 2."""
    on = VERSIONS["P26"]
    as_meant, as_written = [2, 2, 3], [2, 3, 0]

    both = [classified(in_steps("data-ai", n, same=False), on, "enterprise") for n in (as_meant, as_written)]

    assert [earned("data-ai", facts, on, "enterprise") for facts in both] == [12, 0]


def test_the_first_enterprise_example_of_digital_counts_a_step_that_the_metric_has_not() -> None:
    """“Step 2: two people, 8 points. Step 3: three people complete step 2, 12 points” is five people in step 2."""
    on = VERSIONS["P26"]
    both = [classified(in_steps("digital-app-innovation", [2, n], same=False), on, "enterprise") for n in (5, 2)]

    assert [earned("digital-app-innovation", facts, on, "enterprise") for facts in both] == [20, 8]


@pytest.mark.parametrize(("day", "points"), [(date(2023, 11, 30), "6.67"), (date(2023, 12, 1), "0")])
def test_one_person_in_each_step_of_security_was_enough_until_november_2023(day: date, points: str) -> None:
    """The page of 2023 gives this example beside the rules from December on, by which two are needed.

    With the other certificate of the second step, since the analyst's was one of the third step, too, until then.
    """
    who = people([ENGINEER], ["microsoft-365-security-administrator-associate"], [DEFENDER])

    assert round(earned("security", Facts("developed", who), day, None), 2) == Fraction(points)


def test_a_certified_person_earns_a_sixth_of_forty_not_the_six_point_six_of_the_page() -> None:
    """The page of 2023 says 6.6 for each and 20 for three, which only 6.67 and more come to; six people earn all 40."""
    on = date(2024, 1, 15)
    firms = [Facts("developed", in_steps("security", [2, 2, n], same=False)) for n in (3, 6, 7)]

    assert [earned("security", firm, on, None) for firm in firms] == [20, 40, 40]


def test_the_example_of_deployments_for_smb_says_three_and_reckons_with_four() -> None:
    assert grown("deployments", "smb", CSP=4, CPOR=3) == 15  # its text; its sum says 20, which is right for four:
    assert grown("deployments", "smb", CSP=4, CPOR=4) == 20
