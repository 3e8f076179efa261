"""JSON Schemas of the rule files, so that editors complete them and mark mistakes while somebody writes.

They say what a schema can say: keys, kinds of values, words to choose from. What goes beyond one place (an unknown
credential, versions out of order, impossible counts) is told by the loader, which refuses whatever a schema refuses.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from domain.catalogue import CREDENTIAL_KINDS, METRIC_KINDS
from domain.membership_reading import ALL_OF_A_FEE, BASES, MOST_DAYS, PLACES, UNITS
from domain.reading import LANGUAGES, LARGEST
from domain.rulebook import MOST_PEOPLE, WINDOWS

Schema: TypeAlias = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"


def _said(what: str, schema: Schema) -> Schema:
    """A schema with what it means, for whoever points at the field."""
    return {**schema, "description": what}


def _entry(required: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    """A mapping with fixed keys."""
    properties = {**required, **(optional or {})}
    return {"type": "object", "additionalProperties": False, "required": list(required), "properties": properties}


def _some(items: Schema) -> Schema:
    """A list that must not be empty."""
    return {"type": "array", "minItems": 1, "items": items}


def _choice(words: Sequence[str]) -> Schema:
    return {"enum": list(words)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


TEXT: Schema = {"type": ["string", "number"], "pattern": r"\S"}  # a number is taken as it is written
DAY: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
YES_OR_NO: Schema = {"type": "boolean"}
NAMES = _said("A name in every language.", _entry(dict.fromkeys(LANGUAGES, TEXT)))
BOUND: Schema = {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": LARGEST}
COUNT: Schema = {"type": "integer", "minimum": 1, "maximum": MOST_PEOPLE}
SOURCE = _said("A source's id in programme.yaml.", TEXT)
DAYS: Schema = {"type": "integer", "minimum": 1, "maximum": MOST_DAYS}
PER_CENT: Schema = {"type": "integer", "minimum": 0, "maximum": ALL_OF_A_FEE}
FROM_ANNIVERSARY = _said(
    "Days from the anniversary; before it below zero.", {"type": "integer", "minimum": -MOST_DAYS, "maximum": MOST_DAYS}
)
CREDENTIAL = _said("A credential's id in programme.yaml.", TEXT)
PLACE = _entry(
    {"credential": CREDENTIAL, "accepted_until": _said("The last day on which it counts in this place alone.", DAY)}
)


def programme_schema() -> Schema:
    """The schema of a programme's `programme.yaml`."""
    named = _entry({"id": TEXT, "name": NAMES})
    required = {
        "id": TEXT,
        "name": NAMES,
        "levels": _said("From the lowest to the highest; what they ask for is independent.", _some(named)),
        "areas": _said("Groups of competencies.", _some(named)),
        "sources": _some(_entry({"id": TEXT, "title": NAMES, "reference": _said("Where it can be read.", TEXT)})),
        "metrics": _said("Figures that are reported by the month.", _some(_metric())),
        "credentials": _said("What a person can hold.", _some(_credential())),
    }
    return {
        "$schema": DRAFT,
        "title": "What the competencies of a programme share",
        **_entry(required, {"end": _end(), "associations": _associations(), **_membership()}),
    }


def _metric() -> Schema:
    kind = _said("A flow is summed over the window; of a stock the last value counts.", _choice(tuple(METRIC_KINDS)))
    return _entry({"id": TEXT, "name": NAMES, "kind": kind, "unit": _said("A currency, or what is counted.", TEXT)})


def _credential() -> Schema:
    life = {
        "available_from": _said("The first day on which it can be earned.", DAY),
        "register_until": _said("The last day to register for it.", DAY),
        "retires": _said("The last day on which it can be earned.", DAY),
        "accepted_until": _said("The last day on which it counts, in every rule.", DAY),
    }
    others = {
        "replaced_by": CREDENTIAL,
        "source": _said("Where its dates were published; needed as soon as there are any.", TEXT),
        "third_party": _said("Issued by somebody other than the vendor.", YES_OR_NO),
    }
    entry = _entry({"id": TEXT, "title": TEXT, "kind": _choice(tuple(CREDENTIAL_KINDS))}, {**life, **others})
    return {**entry, "dependencies": {day: ["source"] for day in life}}


def _end() -> Schema:
    return _said(
        "When the programme ended, and what came after.",
        _entry({"last_renewal": DAY, "successor": TEXT, "successor_name": NAMES, "source": TEXT}),
    )


def _associations() -> Schema:
    number: Schema = {"type": "integer", "minimum": 1}
    hours = {bound: _said(f"At the {bound}.", number) for bound in ("least", "most")}
    moves = {
        "most_a_year": _said("So often in twelve months.", number),
        "days_apart": _said("So many days after the last time.", number),
    }
    dated = {
        "from": _said("The first day on which it holds.", DAY),
        "source": _said("A source's id.", TEXT),
        "checked_on": _said("The day on which somebody last compared it with the source.", DAY),
    }
    rest = {
        "lag_hours": _said("After so many hours a link counts at the vendor.", _entry(hours)),
        "moves": _said("How often a profile may be associated anew.", _entry(moves)),
        "note": _said("How the source was read, in every language.", NAMES),
    }
    return _said("The rules of association, in the order of their dates.", _some(_entry(dated, rest)))


def _membership() -> Mapping[str, Schema]:
    return {
        "membership": _said("The rules of membership, in the order of their dates.", _some(_membership_rule())),
        "benefits": _said("What memberships bring, in the order of the dates.", _some(_benefits())),
        "places": _said("Where to click at the vendor.", _entry({}, dict.fromkeys(PLACES, NAMES))),
    }


def _dated(required: Mapping[str, Schema], optional: Mapping[str, Schema]) -> Schema:
    dates = {
        "from": _said("The first day on which it holds.", DAY),
        "source": SOURCE,
        "checked_on": _said("The day on which somebody last compared it with the source.", DAY),
    }
    return _entry({**dates, **required}, optional)


def _sourced(parts: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    return _entry({**parts, "source": SOURCE}, optional)


def _membership_rule() -> Schema:
    optional = {
        "window": _said(
            "The days on which it may be renewed; without “opens” it was never published from when.",
            _sourced({"closes": FROM_ANNIVERSARY}, {"opens": FROM_ANNIVERSARY}),
        ),
        "reminders": _said("When the vendor reminds.", _sourced({"days": _some(FROM_ANNIVERSARY)})),
        "renewed": _said("How a renewal's new anniversary is found.", _term()),
        "late": _said("Whether requirements may still be met in the window.", _sourced({"allowed": YES_OR_NO})),
        "lost": _said("What is lost after the window.", _sourced({"text": NAMES})),
        "upgrade": _said(
            "A higher level in the middle of a year.", _sourced({"discount_percent": PER_CENT, "term": _term()})
        ),
        "ordering": _said(
            "How long an order may stay unpaid, and a transfer take.",
            _sourced({"unpaid_days": DAYS, "transfer_days": DAYS}),
        ),
        "note": _said("How the source was read, in every language.", NAMES),
    }
    return _dated({"term": _said("The year that a purchase begins.", _term())}, optional)


def _term() -> Schema:
    after = _said("The day from which it counts.", _choice(tuple(BASES)))
    term = _sourced({"after": after}, dict.fromkeys(UNITS, DAYS))
    return {**term, "oneOf": [{"required": [unit]} for unit in UNITS]}


def _benefits() -> Schema:
    benefits = _sourced({"levels": _some(TEXT), "text": NAMES})
    optional = {
        "unpublished": _said("What no source says.", {"type": "array", "items": benefits}),
        "fees": _said(
            "What a level costs; a level left out: never published.",
            {"type": "object", "additionalProperties": _sourced({"text": NAMES})},
        ),
    }
    return _dated({"offered": _some(benefits)}, optional)


def competency_schema() -> Schema:
    """The schema of the file of a competency."""
    required = {
        "id": TEXT,
        "name": NAMES,
        "area": _said("An area's id in programme.yaml.", TEXT),
        "versions": _said("In the order of their dates; each holds until the next one's.", _some(_version())),
    }
    optional = {
        "area_inferred": _said("No source puts it into this area.", YES_OR_NO),
        "abbreviations": _said("What people call it for short.", {"type": "array", "items": TEXT}),
        "successors": _said("What came after it.", {"type": "array", "items": TEXT}),
    }
    return {
        "$schema": DRAFT,
        "title": "A competency: what its levels ask for, in dated versions",
        **_entry(required, optional),
        "definitions": {"requirement": _requirement(), "person": _person(), "holds": {"anyOf": [CREDENTIAL, PLACE]}},
    }


def _version() -> Schema:
    required = {
        "from": _said("The first day on which it holds.", DAY),
        "source": _said("A source's id in programme.yaml.", TEXT),
        "checked_on": _said("The day on which somebody last compared it with the source.", DAY),
        "options": _said("Ways to earn the levels, of which one is enough.", _some(_option())),
    }
    optional = {
        "renewals_from": _said("The first day for those who were members before it came and renew.", DAY),
        "note": _said("How the source was read, in every language.", NAMES),
    }
    return _entry(required, optional)


def _option() -> Schema:
    asked = {"anyOf": [_ref("requirement"), {"type": "null"}]}
    levels = {"type": "object", "additionalProperties": asked}
    return _entry({"id": TEXT, "name": NAMES, "levels": _said("Per level what it asks for; null: left out.", levels)})


def _requirement() -> Schema:
    shapes = {
        "all": _said("Every part is required.", _some(_ref("requirement"))),
        "any": _said("One of the parts is enough.", _some(_ref("requirement"))),
        "people": _people(),
        "different_people": _said("A different person for each.", _some(_ref("person"))),
        "credentials": _said(
            "So many credentials, whoever holds them.", _entry({"count": COUNT, "of": _some(_ref("holds"))})
        ),
        "threshold": _threshold(),
        "flag": _said("A status that the vendor grants.", TEXT),
        "level_held": _said(
            "A level of another competency that has to be met.", _entry({"competency": TEXT, "level": TEXT})
        ),
    }
    return {**_entry({}, shapes), "minProperties": 1, "maxProperties": 1}


def _person() -> Schema:
    parts = _some(_ref("person"))
    everything = _said("One person holds all of these.", _entry({"all": parts}))
    something = _said("One person holds one of these.", _entry({"any": parts}))
    return {"anyOf": [_ref("holds"), everything, something]}


def _people() -> Schema:
    links = {
        "id": _said("A name for this group, so that others can be linked to it.", TEXT),
        "of_the_same": _said("These are some of the people of the group with this id.", TEXT),
        "other_than": _said("The groups that share nobody with this one.", {"type": "array", "items": TEXT}),
    }
    required = {"count": COUNT, "each": _said("What each of them holds.", _ref("person"))}
    return _said("So many different people.", _entry(required, links))


def _threshold() -> Schema:
    by_market = _entry({market: {"anyOf": [BOUND, {"type": "null"}]} for market in ("developed", "developing")})
    required = {
        "metric": _said("A metric's id in programme.yaml.", TEXT),
        "at_least": _said("For all markets, or for each; null: never published.", {"anyOf": [BOUND, by_market]}),
        "window": _said(
            "The last twelve whole months; for anniversary_year the membership year's months that are over.",
            _choice(tuple(WINDOWS)),
        ),
    }
    texts = {"type": "array", "items": TEXT}
    optional = {
        "monthly_average": _said("A second bound: the sum of the window divided by the number of its months.", BOUND),
        "part_of": _said("The metric of which this one is a part.", TEXT),
        "associations": _said("The kinds of sales that count.", texts),
        "excludes": _said("What does not count.", texts),
    }
    return _said("A figure that reaches an amount.", _entry(required, optional))


SCHEMAS = {"programme": programme_schema, "competency": competency_schema}
