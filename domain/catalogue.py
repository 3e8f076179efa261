"""Judge the files of a programme: its what its competencies share; `rulebook` judges these."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Protocol, TypeVar

from domain.association_rules import read_associations
from domain.membership_reading import MembershipReader
from domain.programme import (
    Area,
    Competency,
    Credential,
    CredentialKind,
    Metric,
    MetricKind,
    Programme,
    ProgrammeEnd,
    Source,
    TermName,
)
from domain.reading import UNREAD, Fields, Mistake, MistakesError, Spot, names, refuse_duplicates
from domain.rulebook import Known, read_competency
from domain.tree import Node

CREDENTIAL_KINDS: Mapping[str, CredentialKind] = {
    "exam": "exam",
    "certification": "certification",
    "assessment": "assessment",
}
TERMS: tuple[TermName, ...] = ("competency", "competencies")
MOST_MONTHS = 120
METRIC_KINDS: Mapping[str, MetricKind] = {"flow": "flow", "stock": "stock"}
MEMBERSHIP = ("membership", "benefits", "places")
_TERM = ("valid_months", "renewal_opens_months")
_LIFE = ("available_from", "register_until", "retires", "accepted_until")


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


def judge_programme(main: Node, competencies: Sequence[Node], revision: str) -> Programme:
    """The programme that a main file and one file per competency describe. Raises MistakesError with all mistakes."""
    log: list[Mistake] = []
    lists = ("levels", "areas", "sources", "metrics", "credentials")
    fields = Spot(main, "", log).fields(
        required=("id", "name", *lists), optional=("end", "associations", "terms", *MEMBERSHIP)
    )
    known = _known(fields, competencies)
    sources, areas = _all(fields, "sources", _source), _all(fields, "areas", _area)
    metrics = _all(fields, "metrics", _metric)
    credentials = _all(fields, "credentials", lambda spot: _credential(spot, known))
    spots = [Spot(node, "", log) for node in competencies]
    found = [read_competency(spot, known) for spot in spots]
    members = MembershipReader(known.sources, known.levels)
    refuse_duplicates(((spot, competency.id) for spot, competency in zip(spots, found, strict=True)), "competency")
    _refuse_circles(spots, found)
    programme = Programme(
        id=fields["id"].text(),
        name=names(fields["name"]),
        levels=_levels(fields),
        areas=tuple(areas.values()),
        competencies={competency.id: competency for competency in found},
        credentials=credentials,
        metrics=metrics,
        sources=sources,
        end=fields.maybe("end", lambda spot: _end(spot, known)),
        revision=revision,
        membership=fields.maybe("membership", members.rules) or (),
        benefits=fields.maybe("benefits", members.benefits) or (),
        places=fields.maybe("places", members.places) or {},
        terms=fields.maybe("terms", _terms) or {},
        associations=fields.maybe("associations", lambda spot: read_associations(spot, known.sources)) or (),
    )
    if log:
        raise MistakesError(log)
    return programme


def _terms(spot: Spot) -> Mapping[TermName, Mapping[str, str]]:
    """What the programme calls its competencies."""
    fields = spot.fields(required=TERMS)
    return {term: names(fields[term]) for term in TERMS}


def _refuse_circles(spots: Sequence[Spot], competencies: Sequence[Competency]) -> None:
    """No competency may ask, even by way of others, for a level of itself."""
    asked = {c.id: {level.competency for level in c.levels_asked} for c in competencies}
    for spot, competency in zip(spots, competencies, strict=True):
        found, waiting = set[str](), [competency.id]
        while waiting:
            further = asked.get(waiting.pop(), set()) - found
            found |= further
            waiting += further
        if competency.id in found:
            spot.wrong(f"{competency.id} asks, by “level_held”, for a level of itself.", "Break the circle.")


def _known(fields: Fields, competencies: Sequence[Node]) -> Known:
    """The ids that other entries may speak of, taken even from entries that hold mistakes elsewhere."""
    units = {}
    for spot in _quiet(fields, "metrics"):
        entries = spot.entries()
        if "id" in entries and "unit" in entries:
            units[entries["id"].text()] = entries["unit"].text()
    files = (Spot(node, "", []).entries() for node in competencies)
    return Known(
        competencies=tuple(found["id"].text() for found in files if "id" in found),
        levels=_ids(fields, "levels"),
        areas=_ids(fields, "areas"),
        sources=_ids(fields, "sources"),
        credentials=_ids(fields, "credentials"),
        units=units,
    )


def _quiet(fields: Fields, key: str) -> list[Spot]:
    """The spots of a list, with a log of their own: their mistakes are told when they are read."""
    return [Spot(spot.node, "", []) for spot in Spot(fields[key].node, "", []).items()]


def _ids(fields: Fields, key: str) -> tuple[str, ...]:
    entries = (spot.entries() for spot in _quiet(fields, key))
    return tuple(found["id"].text() for found in entries if "id" in found)


def _all(fields: Fields, key: str, read: Callable[[Spot], T]) -> dict[str, T]:
    spots = fields[key].some_items()
    found = [read(spot) for spot in spots]
    refuse_duplicates(((spot, item.id) for spot, item in zip(spots, found, strict=True)), "id")
    return {item.id: item for item in found}


def _levels(fields: Fields) -> Mapping[str, Mapping[str, str]]:
    return {area.id: area.name for area in _all(fields, "levels", _area).values()}


def _area(spot: Spot) -> Area:
    fields = spot.fields(required=("id", "name"))
    return Area(fields["id"].text(), names(fields["name"]))


def _source(spot: Spot) -> Source:
    fields = spot.fields(required=("id", "title", "reference"))
    return Source(fields["id"].text(), names(fields["title"]), fields["reference"].text())


def _metric(spot: Spot) -> Metric:
    fields = spot.fields(required=("id", "name", "kind", "unit"))
    kind = METRIC_KINDS.get(fields["kind"].choice(METRIC_KINDS, "kind of metric"), "flow")
    return Metric(fields["id"].text(), names(fields["name"]), kind, fields["unit"].text())


def _credential(spot: Spot, known: Known) -> Credential:
    fields = spot.fields(
        required=("id", "title", "kind"), optional=(*_LIFE, *_TERM, "replaced_by", "source", "third_party")
    )
    life = {key: fields.maybe(key, Spot.day) for key in _LIFE}
    _check_order(fields, life)
    _check_dates_have_a_source(fields, life)
    term = {key: fields.maybe(key, lambda s: s.whole(1, MOST_MONTHS)) for key in _TERM}
    if term["renewal_opens_months"] is not None and term["valid_months"] is None:
        fields["renewal_opens_months"].wrong("What does not expire is not renewed.", "Add “valid_months: …”.")
    return Credential(
        id=fields["id"].text(),
        title=fields["title"].text(),
        kind=CREDENTIAL_KINDS.get(fields["kind"].choice(CREDENTIAL_KINDS, "kind of credential"), "exam"),
        available_from=life["available_from"],
        register_until=life["register_until"],
        retires=life["retires"],
        accepted_until=life["accepted_until"],
        replaced_by=fields.maybe("replaced_by", lambda s: s.choice(known.credentials, "credential of this programme")),
        source=fields.maybe("source", lambda s: s.choice(known.sources, "source of this programme")),
        third_party=fields.maybe("third_party", Spot.yes_or_no) or False,
        valid_months=term["valid_months"],
        renewal_opens_months=term["renewal_opens_months"],
    )


def _check_order(fields: Fields, life: Mapping[str, date | None]) -> None:
    dated = [(key, day) for key, day in life.items() if day is not None and day != UNREAD]
    for (before, first), (after, second) in pairwise(dated):
        if second < first:
            fields[after].wrong(f"{after} lies before {before}.", f"Put {first} or later, or mend {before}.")


def _check_dates_have_a_source(fields: Fields, life: Mapping[str, date | None]) -> None:
    if any(life.values()) and "source" not in fields:
        fields.whole.wrong("The dates have no source.", "Add “source: …” with the id of the source that gives them.")


def _end(spot: Spot, known: Known) -> ProgrammeEnd:
    fields = spot.fields(required=("last_renewal", "successor", "successor_name", "source"))
    return ProgrammeEnd(
        last_renewal=fields["last_renewal"].day(),
        successor=fields["successor"].text(),
        source=fields["source"].choice(known.sources, "source of this programme"),
        successor_name=names(fields["successor_name"]),
    )
