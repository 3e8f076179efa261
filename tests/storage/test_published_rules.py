from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import pytest

from domain.programme import Catalogue
from domain.requirements import (
    All,
    Amounts,
    AnyOne,
    DistinctSlots,
    EachOf,
    Flag,
    Holds,
    OneOf,
    People,
    PersonExpression,
    Requirement,
    Threshold,
)
from storage.catalogue import load_catalogue
from tests import published
from tests.published import competencies

PROGRAMME = "ms-mpn-competencies"
VERSIONS = 34


@cache
def rules() -> Catalogue:
    return load_catalogue()


def expression(each: published.Rule) -> PersonExpression:
    ((word, asked),) = each.items()
    if word == "holds":
        return Holds(asked)
    if word.startswith("holds_"):
        parts: Sequence[PersonExpression] = [Holds(credential) for credential in asked]
    else:
        parts = [expression(part) for part in asked]
    return joined_any(parts) if word in {"any", "holds_any"} else EachOf(tuple(parts))


def joined_any(parts: Sequence[PersonExpression]) -> OneOf:
    flat = [part.parts if isinstance(part, OneOf) else (part,) for part in parts]
    return OneOf(tuple(inner for each in flat for inner in each))


def requirement(rule: published.Rule, ids: Mapping[str, str]) -> Requirement:
    ((word, asked),) = rule.items()
    match word:
        case "any":
            return AnyOne(tuple(requirement(part, ids) for part in asked))
        case "all":
            parts = [requirement(part, ids) for part in asked]
            flat = [part.parts if isinstance(part, All) else (part,) for part in parts]
            (*most, last) = [inner for each in flat for inner in each]
            return All((*most, last)) if most else last
        case "people":
            return People(
                asked["count"],
                expression(asked["each"]),
                ids.get(asked.get("id", "")),
                ids.get(asked.get("subset_of", "")),
                tuple(ids[other] for other in asked.get("distinct_from", ())),
            )
        case "distinct_slots":
            return DistinctSlots(tuple(expression(slot["each"]) for slot in asked))
        case "flag":
            return Flag(asked)
    return threshold(asked)


def threshold(asked: published.Rule) -> Threshold:
    bounds = (
        asked["gte"] if isinstance(asked["gte"], Mapping) else dict.fromkeys(("developed", "developing"), asked["gte"])
    )
    return Threshold(
        metric=asked["metric"],
        unit=asked["unit"],
        at_least=Amounts(bounds["developed"], bounds["developing"]),
        window=asked["window"],
        associations=tuple(asked.get("associations", ())),
        subset_of=asked.get("subset_of"),
        monthly_average=asked.get("average_per_month_gte"),
        excludes=tuple(asked.get("excludes", ())),
    )


def group_ids(requirement: Requirement) -> list[str | None]:
    if isinstance(requirement, All | AnyOne):
        return [found for part in requirement.parts for found in group_ids(part)]
    return [requirement.id] if isinstance(requirement, People) else []


def published_ids(rule: published.Rule) -> list[str | None]:
    ((word, asked),) = rule.items()
    if word in {"all", "any"}:
        return [found for part in asked for found in published_ids(part)]
    return [asked.get("id")] if word == "people" else []


@pytest.mark.parametrize("competency", competencies(), ids=lambda competency: competency["id"])
def test_every_version_of_a_rule_file_says_what_was_published(competency: dict[str, Any]) -> None:
    ours = rules()[PROGRAMME].competencies[competency["id"]]

    assert ours.name["en"] == competency["name"]
    assert [(v.since.isoformat(), v.source) for v in ours.versions] == [
        (v["from"], v["source"]) for v in competency["versions"]
    ]
    assert all(version.checked_on == date(2026, 11, 22) for version in ours.versions)
    for version, theirs in zip(ours.versions, competency["versions"], strict=True):
        assert [option.id for option in version.options] == [option["id"] for option in theirs["options"]]
        for option, their_option in zip(version.options, theirs["options"], strict=True):
            asked = {level: rule for level, rule in their_option["levels"].items() if rule is not None}
            assert set(option.levels) == set(asked)
            for level, rule in asked.items():
                pairs = zip(published_ids(rule), group_ids(option.levels[level]), strict=True)
                ids = {theirs: ours for theirs, ours in pairs if theirs and ours}
                assert option.levels[level] == requirement(rule, ids)


def test_all_18_competencies_and_34_versions_are_there() -> None:
    found = rules()[PROGRAMME].competencies

    assert list(found) == sorted(competency["id"] for competency in competencies())
    assert sum(len(competency.versions) for competency in found.values()) == VERSIONS


def test_every_published_credential_is_there_with_its_kind_and_dates() -> None:
    credentials = published.published()["credentials"]
    lists = {"exam": "exams", "certification": "certifications", "assessment": "assessments"}
    kinds = {credential: kind for kind, key in lists.items() for credential in credentials[key]}
    dated: dict[str, dict[str, str]] = {}
    for entry in credentials["lifecycle"]:
        for credential in entry["id"] if isinstance(entry["id"], list) else [entry["id"]]:
            dated[credential] = entry
    ours = rules()[PROGRAMME].credentials

    assert {credential.id: credential.kind for credential in ours.values()} == kinds
    for credential in ours.values():
        for key in ("register_until", "retires", "accepted_until"):
            day = getattr(credential, key)
            assert (day and day.isoformat()) == dated.get(credential.id, {}).get(key), (credential.id, key)


def test_a_date_for_one_branch_only_is_no_date_of_the_credential() -> None:
    assert rules()[PROGRAMME].credentials["70-764"].accepted_until is None


def test_every_metric_is_read_as_published() -> None:
    ours = rules()[PROGRAMME].metrics

    assert {m.id: {"kind": m.kind, "unit": m.unit} for m in ours.values()} == published.published()["metrics"]


def test_certificates_of_others_are_marked() -> None:
    titles = published.published()["credentials"]["certifications"]
    ours = rules()[PROGRAMME].credentials.values()

    assert {c.id for c in ours if c.third_party} == {c for c, title in titles.items() if "third party" in title}
