import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

import pytest

from domain.programme import Catalogue
from domain.situation import judge_situation
from domain.situation_answer import situation_answer
from domain.standing import standing
from storage.catalogue import load_catalogue
from storage.yaml_tree import parse_tree
from tests import published
from tests.published import competencies

PROGRAMME = "ms-mpn-competencies"
SITUATIONS = 1_000
PARTS = 8
DAYS = sorted({v["from"] for c in competencies() for v in c["versions"]} | {"2017-12-31", "2018-12-31", "2022-01-31"})


@cache
def rules() -> Catalogue:
    return load_catalogue()


def pool(rule: object) -> list[str]:
    """Every credential that a rule names."""
    if isinstance(rule, Mapping):
        return [found for value in rule.values() for found in pool(value)]
    if isinstance(rule, list):
        return [found for value in rule for found in pool(value)]
    known = published.published()["credentials"]
    named = any(rule in known[key] for key in ("exams", "certifications", "assessments"))
    return [str(rule)] if named else []


def thresholds_of(rule: object) -> list[dict[str, Any]]:
    """Every threshold of a rule."""
    if isinstance(rule, dict):
        own = [rule["threshold"]] if "threshold" in rule else []
        return own + [found for value in rule.values() for found in thresholds_of(value)]
    return [found for value in rule for found in thresholds_of(value)] if isinstance(rule, list) else []


def near(random: Random) -> str:
    day = date.fromisoformat(random.choice(DAYS)) + timedelta(days=random.choice((-1, 0, 1, 40)))
    return day.isoformat()


def some_person(random: Random, number: int, credentials: Sequence[str], density: float) -> dict[str, Any]:
    achievements: list[dict[str, str]] = []
    for credential in (credential for credential in credentials if random.random() < density):
        earned = random.choice(("2016-02-29", "2016-02-29", "2017-01-01", near(random)))
        achievements.append({"credential": credential, "earned": earned})
        if random.random() < 0.05:
            achievements[-1]["expires"] = max(earned, near(random))
    person: dict[str, Any] = {"id": f"p{number}", "achievements": achievements}
    if random.random() < 0.1:
        person["associated"] = [{"from": "2016-01-01", "until": near(random)}, {"from": near(random)}]
    return person


def some_months(random: Random, asked: dict[str, Any], on: str) -> dict[str, int]:
    bound = asked["gte"]["developed"] if isinstance(asked["gte"], dict) else asked["gte"]
    stock = published.published()["metrics"][asked["metric"]]["kind"] == "stock"
    each = bound if stock else -(-bound // 12)
    months = published.window(date.fromisoformat(on))
    reported = random.sample(months, random.choice((0, 1, 11, 12, 12, 12, 12)))
    factor = random.choice((0.0, 0.7, 1.0, 1.0, 1.5))
    return {month: int(each * factor) + random.choice((-1, 0, 0, 1)) * (factor > 0) for month in reported}


def some_situation(random: Random) -> dict[str, Any]:
    on = near(random)
    wanted = random.choice(random.choice(competencies())["versions"])
    credentials = sorted(set(pool([option["levels"] for option in wanted["options"]]))) or ["70-347"]
    most, density = random.choice((2, 5, 9, 18)), random.choice((0.3, 0.6, 0.9, 1.0))
    if len(credentials) > 10 and most < 18:
        density /= 3
    people = [some_person(random, number, credentials, density) for number in range(random.randint(0, most))]
    asked = thresholds_of([option["levels"] for option in wanted["options"]])
    figures = {threshold["metric"]: some_months(random, threshold, on) for threshold in asked}
    found: dict[str, Any] = {"programme": PROGRAMME, "on": on, "market": random.choice(("developed", "developing"))}
    found |= {"people": people, "figures": figures}
    if random.random() < 0.5:
        found["rules_as_of"] = random.choice((wanted["from"], near(random)))
    if random.random() < 0.9:
        found["flags"] = {"authorized_surface_hub_adr": random.random() < 0.8}
    if people and random.random() < 0.5:
        period = sorted((near(random), near(random)))
        override = {"person": "p0", "credential": random.choice(credentials), "from": period[0], "until": period[1]}
        found["overrides"] = [override]
    return found


def expected(situation: dict[str, Any]) -> dict[str, Any]:
    firm = list(published.holdings(situation).values())
    as_of = situation.get("rules_as_of", situation["on"])
    found: dict[str, Any] = {}
    for competency in competencies():
        for level, options in published.levels_on(competency, as_of):
            results = {
                option: {
                    "status": published.outcome(rule, situation, firm),
                    "people_missing": published.people_missing(rule, firm),
                }
                for option, rule in options.items()
            }
            status = published.any_of([str(result["status"]) for result in results.values()])
            found.setdefault(competency["id"], {})[level] = {"status": status, "options": results}
    return found


def answer(situation: dict[str, Any]) -> dict[str, Any]:
    judged = judge_situation(parse_tree(json.dumps(situation).encode(), "generated"), rules())
    return situation_answer(standing(judged.programme, judged.facts, judged.on, judged.rules_as_of))


def without_more(answered: dict[str, Any]) -> dict[str, Any]:
    return {
        competency: {
            level: {
                "status": found["status"],
                "options": {
                    option: {"status": o["status"], "people_missing": o["people_missing"]}
                    for option, o in found["options"].items()
                },
            }
            for level, found in levels.items()
        }
        for competency, levels in answered["competencies"].items()
    }


@pytest.mark.parametrize("part", range(PARTS))
def test_generated_companies_stand_as_trying_everything_says(part: int) -> None:
    random = Random(part)
    seen = set()
    for _ in range(SITUATIONS // PARTS):
        situation = some_situation(random)
        answered = answer(situation)
        assert without_more(answered) == expected(situation), json.dumps(situation)
        seen |= {level["status"] for levels in answered["competencies"].values() for level in levels.values()}
    assert seen == {"met", "not met", "not known"}


def test_the_contributors_alone_are_as_near_as_the_whole_company() -> None:
    random = Random(99)
    for _ in range(100):
        situation = some_situation(random)
        holdings = published.holdings(situation)
        answered = answer(situation)["competencies"]
        for competency in competencies():
            for level, options in published.levels_on(competency, situation.get("rules_as_of", situation["on"])):
                for option, rule in options.items():
                    found = answered[competency["id"]][level]["options"][option]
                    firm = [holdings[person] for person in found["contributors"]]
                    assert published.people_missing(rule, firm) == found["people_missing"], (situation, option)
