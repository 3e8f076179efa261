"""What the published data says about a company's points, worked out by trying, without any of the project's own rules.

A firm is plain data: people with what they hold and when, figures by month as texts. Points are spans of a lower and an
upper bound; they differ where a figure was not reported.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

DATA = Path(__file__).parent / "data" / "points.yaml"
MET, NOT_MET, NOT_KNOWN = "met", "not met", "not known"
DAY = timedelta(days=1)

SAME = {
    "Data Analyst Associate": "Power BI Data Analyst Associate",
    "Identity and Access Administrator": "Identity and Access Administrator Associate",
    "Microsoft Security Operations Analyst": "Security Operations Analyst Associate",
    "Information Protection Administrator": "Information Protection and Compliance Administrator Associate",
    "Azure DevOps Engineer Expert": "DevOps Engineer Expert",
    "Microsoft 365 Fundamentals": "Microsoft 365 Certified: Fundamentals",
}
"""Names that the pages shorten here and there."""

Span: TypeAlias = tuple[Fraction, Fraction]
Raw: TypeAlias = Any
"""Data as it stands in the file."""


@cache
def published() -> Raw:
    """The whole data file."""
    return yaml.load(DATA.read_text("utf-8"), Loader=yaml.CSafeLoader)


def designations() -> Mapping[str, Raw]:
    """The designations as they stand in the data."""
    return {each["id"]: each for each in published()["programmes"][0]["designations"]}


@dataclass(frozen=True)
class Held:
    """A certificate by its published name, from a day until the day before another."""

    name: str
    earned: date
    expires: date


@dataclass(frozen=True)
class Firm:
    """People with what they hold, figures by metric and month ("2026-10")."""

    people: Sequence[Sequence[Held]]
    figures: Mapping[str, Mapping[str, int]]


def plain(name: str) -> str:
    """A certificate's name without its note, the same for all pages."""
    found = re.sub(r" \(retire.*", "", name)
    return SAME.get(found, found)


def last_day(name: str) -> date:
    """A retired certificate counts for one year more."""
    noted = re.search(r"\(retired?s? (\S+)\)", name)
    retires = noted[1] if noted else published()["retires"].get(plain(name))
    return date.max if retires is None else (day := date.fromisoformat(retires)).replace(year=day.year + 1)


def holders(firm: Firm, names: Sequence[str], day: date) -> int:
    """How many people hold any of these on a day."""
    counting = {plain(name) for name in names if day <= last_day(name)}
    return sum(any(h.name in counting and h.earned <= day < h.expires for h in held) for held in firm.people)


def month(day: date, back: int) -> str:
    """The month that lies so many months before a day's."""
    number = day.year * 12 + day.month - 1 - back
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def latest(firm: Firm, metric: str, day: date) -> tuple[str, int] | None:
    """The last month of the twelve before that was reported, and its value."""
    reported = firm.figures.get(metric, {})
    found = (month(day, back) for back in range(1, 13))
    return next(((each, reported[each]) for each in found if each in reported), None)


def a_year_apart(firm: Firm, metric: str, day: date) -> tuple[int, int] | None:
    """The last value reported, and that of the same month of the year before."""
    found = latest(firm, metric, day)
    before = f"{int(found[0][:4]) - 1}{found[0][4:]}" if found else ""
    reported = firm.figures.get(metric, {})
    return (found[1], reported[before]) if found and before in reported else None


def in_proportion(value: Fraction | None, full: int, most: int) -> Span:
    """So many points for a value, between none and all; everything is possible for a value that is not known."""
    if value is None:
        return Fraction(0), Fraction(most)
    points = min(Fraction(most), max(Fraction(0), value * most / full))
    return points, points


def added(firm: Firm, metric: str, day: date) -> Fraction | None:
    """What was added in a year."""
    found = a_year_apart(firm, metric, day)
    return None if found is None else Fraction(found[0] - found[1])


def growth(firm: Firm, metric: str, day: date, least: int) -> Fraction | None:
    """The growth in per cent; none from too small a beginning."""
    found = a_year_apart(firm, metric, day)
    if found is None:
        return None
    now, before = found
    return Fraction(100 * (now - before), before) if before >= least else Fraction(0)


def shown(firm: Firm, metric: str, day: date) -> Fraction | None:
    """The last value."""
    found = latest(firm, metric, day)
    return None if found is None else Fraction(found[1])


def certified(firm: Firm, rule: Raw, track: str, day: date, most: int) -> Span:
    """Steps that must be done first, and the certificates that earn points after them."""
    own, passed = Fraction(0), True
    for gate in rule["gates"]:
        done = holders(firm, gate["step_cert"].split(" | "), day) >= gate[track]["people"]
        own += gate[track]["points"] if done else 0
        passed = passed and done
    each = rule["elective"]["points_each"]
    worth = each[track] if isinstance(each, Mapping) else each
    worth = Fraction(40, 6) if worth == 6.67 else Fraction(worth)  # “six people x 6.67” come to 40
    people = holders(firm, rule["elective"]["any_of"], day) if passed else 0
    points = min(Fraction(most), own + people * worth)
    return points, points


def _azure(designation: Raw, firm: Firm, track: str, day: date) -> Iterator[Span]:
    common = designations()["data-ai"]["common"]
    net, use, dep = (
        common["performance"]["net_customer_adds"],
        *(common["customer_success"][key] for key in ("usage_growth", "deployments")),
    )
    full = net["max"] // net["points_each"]
    yield in_proportion(added(firm, f"azure_customers_{track}", day), full, net["max"])
    for key in ("intermediate", "advanced"):
        rule = designation["skilling"][key]
        if isinstance(rule, Mapping):
            yield certified(firm, rule, track, day, rule["max"])
    change = growth(firm, "azure_consumption", day, use["minimum_acr"])
    yield in_proportion(change, use["max"] // use["points_per_percent"], use["max"])
    yield in_proportion(shown(firm, "azure_services", day), dep["max"] // dep["points_each"], dep["max"])


def _modern_work(designation: Raw, firm: Firm, track: str, day: date) -> Iterator[Span]:
    rules, lists = designation["metrics"], published()["certifications"]["modern-work"]
    net = rules["net_customer_adds"]
    yield in_proportion(added(firm, f"modern_work_customers_{track}", day), net[track]["full_at"], net["max"])
    for key in ("intermediate", "advanced"):
        people = Fraction(holders(firm, lists[key], day))
        yield in_proportion(people, rules[key]["people_for_max"][track], rules[key]["max"])
    for key, name in (("usage_growth", "users"), ("deployments", "deployments")):
        best = rules[key]["best_of"][track]
        found = [
            in_proportion(added(firm, f"modern_work_{name}_{track}_{how.lower()}", day), full, rules[key]["max"])
            for how, full in best.items()
        ]
        yield max(low for low, _ in found), max(high for _, high in found)


def _security(designation: Raw, firm: Firm, track: str, day: date) -> Iterator[Span]:
    rules = designation["metrics"]
    net, use, dep = (rules[key] for key in ("net_customer_adds", "usage_growth", "deployments"))
    yield in_proportion(added(firm, f"security_customers_{track}", day), net[track]["full_at"], net["max"])
    yield certified(firm, rules["intermediate"], track, day, 40)
    parts = (("security_consumption", "azure_acr_per_point"), ("security_users", "m365_protected_users_per_point"))
    found = [
        in_proportion(added(firm, f"{m}_{track}", day), use["sum_of"][key][track] * use["max"], use["max"])
        for m, key in parts
    ]
    most = Fraction(use["max"])
    yield min(most, sum((low for low, _ in found), Fraction(0))), min(most, sum((h for _, h in found), Fraction(0)))
    yield in_proportion(added(firm, f"security_deployments_{track}", day), dep["full_at"], dep["max"])


def _business(designation: Raw, firm: Firm, track: str, day: date) -> Iterator[Span]:
    rules, lists = designation["metrics"], published()["certifications"]["business-applications"]
    net, use, dep = (rules[key] for key in ("net_customer_adds", "usage_growth", "deployments"))
    yield in_proportion(added(firm, f"business_workloads_{track}", day), net["full_at"], net["max"])
    inter, adv = rules["intermediate"], rules["advanced"]
    full = inter["max"] // inter["points_each"][track]
    yield in_proportion(Fraction(holders(firm, lists["intermediate"], day)), full, inter["max"])
    people = Fraction(holders(firm, lists["advanced"], day))
    yield in_proportion(people, adv["people_for_max"][track], adv["max"])
    least = use["minimum_baseline_mcv"][track]
    yield in_proportion(growth(firm, "business_consumption", day, least), use["max"], use["max"])
    deployed = added(firm, f"business_deployments_{track}", day)
    yield in_proportion(deployed, dep["max"] // dep["points_each"], dep["max"])


WORKED_OUT = {"modern-work": _modern_work, "security": _security, "business-applications": _business}


def metrics(designation: str, firm: Firm, track: str, day: date) -> list[Span]:
    """The points of every metric on a track, on one day."""
    return list(WORKED_OUT.get(designation, _azure)(designations()[designation], firm, track, day))


def tracks(designation: str, firm: Firm, on: date) -> tuple[set[str], bool]:
    """The tracks that may count, and whether the better of them does."""
    if designation in {"modern-work", "security"}:
        return {"enterprise", "smb"}, True
    if designation == "business-applications":
        found = latest(firm, "business_large_workloads", on)
        return ({"enterprise", "smb"} if found is None else {"enterprise" if found[1] >= 5 else "smb"}), False
    rows = [latest(firm, "azure_smb_share", first_of(on, back)) for back in range(6)]
    if any(row is not None and row[1] >= 80 for row in rows):
        return {"smb"}, False
    return ({"enterprise", "smb"} if None in rows else {"enterprise"}), False


def first_of(day: date, back: int) -> date:
    """The first day of the month so many months before."""
    return date.fromisoformat(f"{month(day, back)}-01")


def on_day(designation: str, firm: Firm, possible: set[str], day: date, *, better: bool) -> tuple[Span, str]:
    """The total of a day and what it says."""
    found = [_total(metrics(designation, firm, track, day)) for track in sorted(possible)]
    lows, highs, said = [s[0] for s, _ in found], [s[1] for s, _ in found], {status for _, status in found}
    if better:
        return (max(lows), max(highs)), next(s for s in (MET, NOT_KNOWN, NOT_MET) if s in said)
    return (min(lows), max(highs)), said.pop() if len(said) == 1 else NOT_KNOWN


def _total(spans: list[Span]) -> tuple[Span, str]:
    low, high = sum((s[0] for s in spans), Fraction(0)), sum((s[1] for s in spans), Fraction(0))
    if high < 70 or any(s[1] <= 0 for s in spans):
        return (low, high), NOT_MET
    return (low, high), MET if low >= 70 and all(s[0] > 0 for s in spans) else NOT_KNOWN


def window(on: date) -> list[date]:
    """The days of the current month and the five before, up to a day."""
    first = first_of(on, 5)
    return [first + DAY * number for number in range((on - first).days + 1)]


def outcome(designation: str, firm: Firm, on: date) -> str:
    """Whether the score was reached on any day of the window, each day by itself."""
    possible, better = tracks(designation, firm, on)
    said = {on_day(designation, firm, possible, day, better=better)[1] for day in window(on)}
    return next(status for status in (MET, NOT_KNOWN, NOT_MET) if status in said)
