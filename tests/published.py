"""What the published data says about a company, worked out by trying, without any of the project's own rules."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import combinations, count
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data" / "requirements.yaml"
MET, NOT_MET, NOT_KNOWN = "met", "not met", "not known"

Rule = Mapping[str, Any]
Holdings = AbstractSet[str] | None  # what a person holds; None: whatever is asked


@cache
def published() -> Any:  # noqa: ANN401 - data as it stands in the file
    """The whole data file."""
    return yaml.load(DATA.read_text("utf-8"), Loader=yaml.CSafeLoader)


def competencies() -> Sequence[Any]:
    """The programme's competencies as they stand in the data."""
    (programme,) = published()["programmes"]
    return programme["competencies"]  # type: ignore[no-any-return]  # data as it stands in the file


@cache
def last_days() -> Mapping[str, date]:
    """The last day on which a credential counts, of those that have one. A note on one branch names no credential."""
    found: dict[str, date] = {}
    for entry in published()["credentials"]["lifecycle"]:
        if "accepted_until" in entry:
            ids = entry["id"] if isinstance(entry["id"], list) else [entry["id"]]
            found |= {credential: date.fromisoformat(entry["accepted_until"]) for credential in ids}
    return found


def version_on(competency: Rule, day: str) -> Rule:
    """The version in force; before the first one, the first."""
    versions = sorted(competency["versions"], key=lambda version: version["from"])
    found: Rule = versions[0]
    for version in versions:
        found = version if version["from"] <= day else found
    return found


def satisfies(each: Rule, held: Holdings) -> bool:
    """Whether a person satisfies an expression."""
    if held is None:
        return True
    ((word, asked),) = each.items()
    match word:
        case "holds":
            return asked in held
        case "holds_any":
            return bool(held & set(asked))
        case "holds_all":
            return held >= set(asked)
    found = [satisfies(part, held) for part in asked]
    return any(found) if word == "any" else all(found)


def staffed(groups: Sequence[Rule], firm: Sequence[Holdings], chosen: Mapping[str, AbstractSet[int]]) -> bool:
    """Whether sets of people can be found for all groups, one after the other, as their links ask."""
    if not groups:
        return True
    group, *rest = groups
    within = chosen.get(group.get("subset_of", ""), set(range(len(firm))))
    outside = {person for other in group.get("distinct_from", ()) for person in chosen[other]}
    able = [person for person in sorted(within - outside) if satisfies(group["each"], firm[person])]
    if not any("subset_of" in other or "distinct_from" in other for other in groups):
        return len(able) >= group["count"] and staffed(rest, firm, chosen)
    ways = combinations(able, group["count"])
    return any(staffed(rest, firm, {**chosen, group.get("id", ""): frozenset(way)}) for way in ways)


def seated(slots: Sequence[Rule], firm: Sequence[Holdings], taken: AbstractSet[int] = frozenset()) -> bool:
    """Whether every slot can have a person of its own."""
    if not slots:
        return True
    able = (p for p in range(len(firm)) if p not in taken and satisfies(slots[0]["each"], firm[p]))
    return any(seated(slots[1:], firm, {*taken, person}) for person in able)


def enough_people(rule: Rule, firm: Sequence[Holdings]) -> bool:
    """Whether the people part of a rule is met."""
    ((word, asked),) = rule.items()
    match word:
        case "people":
            return staffed([asked], firm, {})
        case "distinct_slots":
            return seated(asked, firm)
        case "any":
            return any(enough_people(part, firm) for part in asked)
        case "all":
            linked = [part["people"] for part in asked if "people" in part]
            others = [part for part in asked if "people" not in part]
            return staffed(linked, firm, {}) and all(enough_people(part, firm) for part in others)
    return True


def people_missing(rule: Rule, firm: Sequence[Holdings]) -> int:
    """The fewest further people, each holding anything, with whom the people part is met."""
    return next(number for number in count() if enough_people(rule, [*firm, *[None] * number]))


def any_of(found: Sequence[str]) -> str:
    """The outcome of alternatives."""
    return next((status for status in (MET, NOT_KNOWN) if status in found), NOT_MET)


def all_of(found: Sequence[str]) -> str:
    """The outcome of parts that are all required."""
    return next((status for status in (NOT_MET, NOT_KNOWN) if status in found), MET)


def outcome(rule: Rule, situation: Rule, firm: Sequence[Holdings]) -> str:
    """The outcome of a rule."""
    ((word, asked),) = rule.items()
    match word:
        case "any":
            return any_of([outcome(part, situation, firm) for part in asked])
        case "all":
            people = {"all": [part for part in asked if "people" in part]}
            others = [outcome(part, situation, firm) for part in asked if "people" not in part]
            return all_of([MET if enough_people(people, firm) else NOT_MET, *others])
        case "threshold":
            return reached(asked, situation)
        case "flag":
            return {True: MET, False: NOT_MET, None: NOT_KNOWN}[situation.get("flags", {}).get(asked)]
    return MET if enough_people(rule, firm) else NOT_MET


def window(day: date) -> list[str]:
    """The twelve months before the month of a day."""
    numbers = range(day.year * 12 + day.month - 13, day.year * 12 + day.month - 1)
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers]


def reached(asked: Rule, situation: Rule) -> str:
    """The outcome of a threshold."""
    figures = situation.get("figures", {}).get(asked["metric"], {})
    values = [figures[month] for month in window(date.fromisoformat(situation["on"])) if month in figures]
    bounds = asked["gte"] if isinstance(asked["gte"], Mapping) else {situation["market"]: asked["gte"]}
    bound = bounds[situation["market"]]
    if not values or bound is None:
        return NOT_KNOWN
    stock = published()["metrics"][asked["metric"]]["kind"] == "stock"
    parts = [above(values[-1] if stock else sum(values), bound, full=stock or len(values) == 12)]
    if "average_per_month_gte" in asked:
        parts.append(above(Decimal(sum(values)) / 12, asked["average_per_month_gte"], full=len(values) == 12))
    return all_of(parts)


def above(value: Decimal, bound: int, *, full: bool) -> str:
    """Whether a value reaches a bound."""
    return MET if value >= bound else NOT_MET if full else NOT_KNOWN


def holdings(situation: Rule) -> Mapping[str, AbstractSet[str]]:
    """What each person of a situation holds that counts, of those who are associated."""
    on = situation["on"]
    covers = [p for p in situation["people"] if covered(p.get("associated", [{"from": on}]), on)]
    found = {
        p["id"]: {a["credential"] for a in p.get("achievements", ()) if held(a, "earned", "expires", on)}
        for p in covers
    }
    for override in situation.get("overrides", ()):
        if override.get("person") in found and held(override, "from", "until", on):
            found[override["person"]].add(override["credential"])
    gone = {credential for credential, last in last_days().items() if on > last.isoformat()}
    return {person: have - gone for person, have in found.items()}


def covered(periods: Sequence[Rule], on: str) -> bool:
    """Whether one of the periods covers a day."""
    return any(held(period, "from", "until", on) for period in periods)


def held(fact: Rule, start: str, end: str, on: str) -> bool:
    """Whether a fact holds on a day: from its start to the day before its end."""
    return bool(fact[start] <= on < fact.get(end, "9999"))


def levels_on(competency: Rule, day: str) -> Iterator[tuple[str, Mapping[str, Rule]]]:
    """The levels that the version in force defines, with their options' rules."""
    options = version_on(competency, day)["options"]
    for level in ("silver", "gold"):
        rules = {o["id"]: o["levels"][level] for o in options if o["levels"].get(level) is not None}
        if rules:
            yield level, rules
