"""What is known to lapse, and the days on which anything is known to change."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from domain.dates import MONTHS_IN_A_YEAR, Month
from domain.facts import CredentialOverride, Facts, LevelOverride
from domain.programme import Competency, Programme
from domain.renewing import rule_days
from domain.requirements import Flag, Threshold, conditions_asked, metrics_asked
from domain.windows import year_days

LapseKind: TypeAlias = Literal[
    "left", "expired", "no_longer_accepted", "override_ended", "status_ended", "rules_changed", "figures", "window"
]
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Lapse:
    """Something that no longer holds from `on`: whose, and which credential or override.

    `of` is the competency whose rules change, the level that an override carried, the status that ends, the metric
    whose months pass, or the competency whose score was reached on a day that leaves its window.
    """

    on: date
    kind: LapseKind
    person: str | None = None
    credential: str | None = None
    override: str | None = None
    of: str | None = None


def lapses(programme: Programme, facts: Facts, competency: Competency, after: date, until: date) -> tuple[Lapse, ...]:
    """What lapses for a competency after one day and not later than another, in order of the dates."""
    found = (lapse for lapse in _all_lapses(programme, facts, competency) if after < lapse.on <= until)
    return tuple(sorted(set(found), key=order))


def turning_days(
    programme: Programme, facts: Facts, competency: Competency, after: date, until: date
) -> tuple[date, ...]:
    """The days after one and not later than another on which anything that a competency goes by begins or lapses.

    From one of them to the eve of the next one its standing is the same.
    """
    lapsing = (lapse.on for lapse in _all_lapses(programme, facts, competency))
    found = (day for day in (*lapsing, *beginnings(programme, facts, competency)) if after < day <= until)
    return tuple(sorted(set(found)))


def beginnings(programme: Programme, facts: Facts, competency: Competency) -> Iterator[date]:
    """Every day on which an override, an association or an achievement begins that a competency may go by."""
    relevant = _relevant(programme, competency)
    yield from (override.since for override in facts.overrides)
    for person in facts.people:
        yield from (a.earned for a in person.achievements if a.credential in relevant)
        yield from (association.since for association in person.associations or ())


def _relevant(programme: Programme, competency: Competency) -> frozenset[str]:
    """The credentials that the rules of a competency name, and those of the levels that it asks for."""
    return frozenset[str]().union(*map(credentials_of, programme.families[competency.id]))


def order(lapse: Lapse) -> tuple[date, str, str, str, str, str]:
    """The order of lapses: by date, and on one day always the same."""
    return lapse.on, lapse.kind, lapse.person or "", lapse.credential or "", lapse.override or "", lapse.of or ""


def _all_lapses(programme: Programme, facts: Facts, competency: Competency) -> Iterator[Lapse]:
    found = list(_own_lapses(programme, facts, competency))
    yield from found
    days = {lapse.on for lapse in found}
    for each in programme.families[competency.id]:
        for window in each.score_windows:
            yield from (Lapse(day, "window", of=each.id) for day in {window.first_without(day - DAY) for day in days})


def _own_lapses(programme: Programme, facts: Facts, competency: Competency) -> Iterator[Lapse]:
    family = programme.families[competency.id]
    relevant = _relevant(programme, competency)
    names = {each.id for each in family}
    yield from _personal(facts, relevant)
    for override in facts.overrides:
        if isinstance(override, LevelOverride) and override.competency in names:
            level = f"{override.competency}/{override.level}"
            yield Lapse(override.until, "override_ended", override=override.id, of=level)
        elif isinstance(override, CredentialOverride) and override.credential in relevant:
            yield Lapse(override.until, "override_ended", override.person, override.credential, override.id)
    for credential in sorted(relevant):
        end = programme.credentials[credential].accepted_until
        if end is not None:
            yield Lapse(end + DAY, "no_longer_accepted", credential=credential)
    for each in family:
        yield from (
            Lapse(holds.accepted_until + DAY, "no_longer_accepted", credential=holds.credential)
            for holds in each.holdings_asked
            if holds.accepted_until is not None
        )
    yield from condition_lapses(programme, facts, family)


def condition_lapses(programme: Programme, facts: Facts, family: Collection[Competency]) -> Iterator[Lapse]:
    """The turns of rules, and those of figures and the ends of statuses that some version of the rules asks for."""
    for each in family:
        yield from (Lapse(day, "rules_changed", of=each.id) for day in rule_days(programme, each, facts))
    asked = _asked(family)
    flags = {leaf.name for leaf in asked if isinstance(leaf, Flag)}
    yield from (Lapse(day, "status_ended", of=name) for name, day in facts.flag_ends.items() if name in flags)
    for metric in _metrics(family) & facts.figures.keys():
        yield from (Lapse(day, "figures", of=metric) for day in _days_of(facts.figures[metric]))
    if facts.membership is not None:
        yearly = {leaf.metric for leaf in asked if isinstance(leaf, Threshold) and leaf.window == "anniversary_year"}
        turns = year_days(facts) if yearly else ()
        yield from (Lapse(day, "figures", of=metric) for metric in yearly for day in turns)


def _asked(family: Iterable[Competency]) -> set[Threshold | Flag]:
    return {asked for each in family for requirement in each.requirements for asked in conditions_asked(requirement)}


def _metrics(family: Iterable[Competency]) -> set[str]:
    return {metric for each in family for requirement in each.requirements for metric in metrics_asked(requirement)}


def _personal(facts: Facts, relevant: frozenset[str]) -> Iterator[Lapse]:
    overridden = {override.person for override in facts.overrides if isinstance(override, CredentialOverride)}
    for person in facts.people:
        held = [achievement for achievement in person.achievements if achievement.credential in relevant]
        for achievement in held:
            # Most never end: the look at the fields is cheaper here than the property that weighs both.
            if (achievement.expires or achievement.ended_on) and (until := achievement.until) is not None:
                yield Lapse(until, "expired", person.id, achievement.credential)
        if held or person.id in overridden:
            for association in person.associations or ():
                if association.until is not None:
                    yield Lapse(association.until, "left", person.id)


def _days_of(reported: Iterable[Month]) -> set[date]:
    """The days on which a reported month enters the trailing year, and on which it leaves it."""
    return {month.plus(offset).first_day for month in reported for offset in (1, MONTHS_IN_A_YEAR + 1)}


def credentials_of(competency: Competency) -> frozenset[str]:
    """Every credential that any version of the competency's rules names."""
    return frozenset(holds.credential for holds in competency.holdings_asked)


def next_change(programme: Programme, facts: Facts, after: date, extra: Iterable[date] = ()) -> date | None:
    """The first day after a given one on which anything is known to change; None when nothing is."""
    return min((day for day in (*_turning_days(programme, facts), *extra) if day > after), default=None)


def _turning_days(programme: Programme, facts: Facts) -> Iterator[date]:
    found = set(_own_turning_days(programme, facts))
    yield from found
    for window in {window for competency in programme.competencies.values() for window in competency.score_windows}:
        yield from {window.first_without(day - DAY) for day in found}


def _own_turning_days(programme: Programme, facts: Facts) -> Iterator[date]:
    yield from (end + DAY for end in programme.last_accepted_days)
    for override in facts.overrides:
        yield override.since
        yield override.until
    for person in facts.people:
        for association in person.associations or ():
            yield from filter(None, (association.since, association.until))
        for achievement in person.achievements:
            yield from filter(None, (achievement.earned, achievement.until))
    yield from facts.flag_ends.values()
    yield from (day for reported in facts.figures.values() for day in _days_of(reported))
    for competency in programme.competencies.values():
        yield from rule_days(programme, competency, facts)
    if facts.membership is not None:
        yield facts.membership.anniversary
        yield Month.of(facts.membership.anniversary).first_day
        yield from year_days(facts) if "anniversary_year" in programme.windows else ()
