"""A situation: a company's facts in a file, the date that is asked about, and in tests what is expected."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.conditions import Status
from domain.dates import MONTHS_IN_A_YEAR, OVERRIDE_MONTHS, Month, add_months
from domain.facts import (
    Achievement,
    Association,
    CredentialOverride,
    Facts,
    LevelOverride,
    Membership,
    Override,
    Person,
)
from domain.programme import Catalogue, Programme
from domain.reading import UNREAD, Fields, Mistake, MistakesError, Spot, refuse_duplicates
from domain.requirements import Market
from domain.tree import Leaf, Node

MARKETS: Mapping[str, Market] = {"developed": "developed", "developing": "developing"}
LEFT_OUT = "left out"
OUTCOMES = (*(status.value for status in Status), LEFT_OUT)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a situation expects of a level: a status, or `left out` where the rules do not define it.

    `people_missing` holds the expected number for each option that is named.
    """

    competency: str
    level: str
    status: str | None
    people_missing: Mapping[str, int]


@dataclass(frozen=True)
class Situation:
    """A company's facts, and what is asked. `rules_as_of` is None where the rules are those of `on`."""

    programme: Programme
    on: date
    rules_as_of: date | None
    facts: Facts
    expect: tuple[Expected, ...]


def judge_situation(root: Node, catalogue: Catalogue) -> Situation:
    """The situation that a file describes. Raises MistakesError with every mistake at once."""
    log: list[Mistake] = []
    fields = Spot(root, "", log).fields(
        required=("programme", "on", "market"),
        optional=("rules_as_of", "people", "figures", "flags", "overrides", "membership", "expect"),
    )
    programme = catalogue.get(fields["programme"].choice(catalogue, "programme of the catalogue"))
    reader = _Reader(programme)
    on, rules_as_of = fields["on"].day(), fields.maybe("rules_as_of", Spot.day)
    facts = reader.facts(fields)
    expect = fields.maybe("expect", reader.expected) or ()
    if log or programme is None:
        raise MistakesError(log)
    return Situation(programme, on, rules_as_of, facts, expect)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads against a programme; without one, since its name was wrong, ids are taken as they are."""

    programme: Programme | None

    @property
    def credentials(self) -> Collection[str] | None:
        return None if self.programme is None else self.programme.credentials

    @property
    def levels(self) -> Collection[str] | None:
        return None if self.programme is None else self.programme.levels

    @property
    def competencies(self) -> Collection[str] | None:
        return None if self.programme is None else self.programme.competencies

    def facts(self, fields: Fields) -> Facts:
        people = self.people(fields.list("people"))
        known = {person.id for person in people}
        flags = fields.maybe("flags", self.flags) or {}
        return Facts(
            market=MARKETS.get(fields["market"].choice(MARKETS, "market"), "developed"),
            people=people,
            figures=fields.maybe("figures", self.figures) or {},
            flags={name: granted for name, (granted, _) in flags.items()},
            flag_ends={name: end for name, (_, end) in flags.items() if end is not None},
            overrides=tuple(self.override(spot, known) for spot in fields.list("overrides")),
            membership=fields.maybe("membership", self.membership),
        )

    def people(self, spots: Sequence[Spot]) -> tuple[Person, ...]:
        found = tuple(self.person(spot) for spot in spots)
        refuse_duplicates(((spot, person.id) for spot, person in zip(spots, found, strict=True)), "person")
        return found

    def person(self, spot: Spot) -> Person:
        fields = spot.fields(required=("id",), optional=("name", "achievements", "associated"))
        associated = fields.list("associated")
        return Person(
            id=fields["id"].text(),
            achievements=tuple(self.achievement(item) for item in fields.list("achievements")),
            associations=tuple(map(_association, associated)) if "associated" in fields else None,
            name=fields.maybe("name", Spot.text),
        )

    def achievement(self, spot: Spot) -> Achievement:
        fields = spot.fields(required=("credential", "earned"), optional=("expires",))
        credential = fields["credential"].choice(self.credentials, "credential of this programme")
        earned, expires = _period(fields, "earned", "expires")
        return Achievement(credential, earned, expires)

    def figures(self, spot: Spot) -> Mapping[str, Mapping[Month, Decimal]]:
        metrics = None if self.programme is None else self.programme.metrics
        found = {_key(entry, metrics, "metric of this programme"): entry for entry in spot.entries().values()}
        return {metric: _months(entry) for metric, entry in found.items()}

    def flags(self, spot: Spot) -> Mapping[str, tuple[bool, date | None]]:
        """Whether each status is granted, and its first day without where it was granted for a time."""
        known = None if self.programme is None else self.programme.flags
        stated = [entry for entry in spot.entries().values() if not entry.empty]
        return {_key(entry, known, "flag of this programme"): _granted(entry) for entry in stated}

    def override(self, spot: Spot, people: Collection[str]) -> Override:
        of_a_person = {"person", "credential"} & spot.keys()
        named = ("person", "credential") if of_a_person else ("competency", "level")
        fields = spot.fields(required=(*named, "from"), optional=("until",))
        since, until = _period(fields, "from", "until")
        until = until or _months_later(fields["from"], since, OVERRIDE_MONTHS)
        if of_a_person:
            person = fields["person"].choice(people, "person of this file")
            credential = fields["credential"].choice(self.credentials, "credential of this programme")
            return CredentialOverride(person, credential, since, until)
        competency = fields["competency"].choice(self.competencies, "competency of this programme")
        level = fields["level"].choice(self.levels, "level of this programme")
        return LevelOverride(competency, level, since, until)

    def membership(self, spot: Spot) -> Membership:
        fields = spot.fields(required=("level", "purchased"), optional=("anniversary",))
        level = fields["level"].choice(self.levels, "level of this programme")
        purchased, anniversary = _period(fields, "purchased", "anniversary")
        a_year_on = _months_later(fields["purchased"], purchased, MONTHS_IN_A_YEAR)
        return Membership(level, purchased, anniversary or a_year_on)

    def expected(self, spot: Spot) -> tuple[Expected, ...]:
        entries = spot.entries().values()
        named = [(_key(entry, self.competencies, "competency of this programme"), entry) for entry in entries]
        return tuple(found for competency, entry in named for found in self.expected_levels(competency, entry))

    def expected_levels(self, competency: str, spot: Spot) -> Iterable[Expected]:
        for entry in spot.entries().values():
            level = _key(entry, self.levels, "level of this programme")
            if isinstance(entry.node, Leaf):
                yield Expected(competency, level, entry.choice(OUTCOMES, "outcome"), {})
                continue
            fields = entry.fields(optional=("status", "people_missing"))
            status = fields.maybe("status", lambda s: s.choice(OUTCOMES, "outcome"))
            yield Expected(competency, level, status, fields.maybe("people_missing", self.missing) or {})

    def missing(self, spot: Spot) -> Mapping[str, int]:
        competencies = () if self.programme is None else self.programme.competencies.values()
        known = {option.id for c in competencies for version in c.versions for option in version.options}
        entries = spot.entries().values()
        return {_key(e, known if self.programme else None, "option of this programme"): e.count(0) for e in entries}


def _key(spot: Spot, known: Collection[str] | None, noun: str) -> str:
    """The key of an entry, which has to be one of the known."""
    return spot.as_key().choice(known, noun)


def _association(spot: Spot) -> Association:
    fields = spot.fields(required=("from",), optional=("until",))
    since, until = _period(fields, "from", "until")
    return Association(since, until)


def _period(fields: Fields, start: str, end: str) -> tuple[date, date | None]:
    """A start and, where it is given, an end that does not lie before it."""
    since, until = fields[start].day(), fields.maybe(end, Spot.day)
    if until is not None and UNREAD not in (since, until) and until < since:
        fields[end].wrong(f"“{end}: {until}” lies before “{start}: {since}”.", "Mend one of the two dates.")
    return since, until


def _months_later(spot: Spot, day: date, months: int) -> date:
    try:
        return add_months(day, months)
    except ValueError:  # the calendar ends with the year 9999
        spot.wrong(f"The calendar has no day {months} months after {day}.", "Mend the date.")
        return day


def _granted(spot: Spot) -> tuple[bool, date | None]:
    """True, false, or `{until: DATE}` for a status that was granted for a time."""
    if isinstance(spot.node, Leaf):
        return spot.yes_or_no(), None
    return True, spot.fields(required=("until",))["until"].day()


def _months(spot: Spot) -> Mapping[Month, Decimal]:
    found = {}
    for entry in spot.entries().values():
        month = entry.as_key().month()
        if month is not None and not entry.empty:
            found[month] = entry.amount()
    return found
