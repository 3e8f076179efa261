"""JSON Schemas of the rule files, so that editors complete them and mark mistakes while somebody writes.

They say what a schema can say: keys, kinds of values, words to choose from. What goes beyond one place (an unknown
credential, versions out of order, impossible counts) is told by the loader, which refuses whatever a schema refuses.
"""

from collections.abc import Mapping

from domain.catalogue import CREDENTIAL_KINDS, METRIC_KINDS, MOST_MONTHS, TERMS
from domain.membership_reading import ALL_OF_A_FEE, BASES, MOST_DAYS, PLACES, UNITS
from domain.points_schema import points_schema, score_schema
from domain.rulebook import WINDOWS
from domain.schema_parts import (
    AMOUNTS,
    BOUND,
    COUNT,
    CREDENTIAL,
    DAY,
    NAMES,
    PLACE,
    TEXT,
    YES_OR_NO,
    Schema,
    choice,
    entry,
    ref,
    said,
    some,
)

DRAFT = "http://json-schema.org/draft-07/schema#"
SOURCE = said("A source's id in programme.yaml.", TEXT)
MONTHS: Schema = {"type": "integer", "minimum": 1, "maximum": MOST_MONTHS}
DAYS: Schema = {"type": "integer", "minimum": 1, "maximum": MOST_DAYS}
PER_CENT: Schema = {"type": "integer", "minimum": 0, "maximum": ALL_OF_A_FEE}
FROM_ANNIVERSARY = said(
    "Days from the anniversary; before it below zero.", {"type": "integer", "minimum": -MOST_DAYS, "maximum": MOST_DAYS}
)


def programme_schema() -> Schema:
    """The schema of a programme's `programme.yaml`."""
    named = entry({"id": TEXT, "name": NAMES})
    required = {
        "id": TEXT,
        "name": NAMES,
        "levels": said("From the lowest to the highest; what they ask for is independent.", some(named)),
        "areas": said("Groups of competencies.", some(named)),
        "sources": some(entry({"id": TEXT, "title": NAMES, "reference": said("Where it can be read.", TEXT)})),
        "metrics": said("Figures that are reported by the month.", some(_metric())),
        "credentials": said("What a person can hold.", some(_credential())),
    }
    return {
        "$schema": DRAFT,
        "title": "What the competencies of a programme share",
        **entry(required, {"end": _end(), "associations": _associations(), "terms": _terms(), **_membership()}),
    }


def _metric() -> Schema:
    kind = said("A flow is summed over the window; of a stock the last value counts.", choice(tuple(METRIC_KINDS)))
    return entry({"id": TEXT, "name": NAMES, "kind": kind, "unit": said("A currency, or what is counted.", TEXT)})


def _credential() -> Schema:
    life = {
        "available_from": said("The first day on which it can be earned.", DAY),
        "register_until": said("The last day to register for it.", DAY),
        "retires": said("The last day on which it can be earned.", DAY),
        "accepted_until": said("The last day on which it counts, in every rule.", DAY),
    }
    others = {
        "replaced_by": CREDENTIAL,
        "source": said("Where its dates were published; needed as soon as there are any.", TEXT),
        "valid_months": said("How many months it holds before it expires.", MONTHS),
        "renewal_opens_months": said("How many months before its expiry it can be renewed.", MONTHS),
        "third_party": said("Issued by somebody other than the vendor.", YES_OR_NO),
    }
    credential = entry({"id": TEXT, "title": TEXT, "kind": choice(tuple(CREDENTIAL_KINDS))}, {**life, **others})
    needs = {day: ["source"] for day in life} | {"renewal_opens_months": ["valid_months"]}
    return {**credential, "dependencies": needs}


def _end() -> Schema:
    return said(
        "When the programme ended, and what came after.",
        entry({"last_renewal": DAY, "successor": TEXT, "successor_name": NAMES, "source": TEXT}),
    )


def _terms() -> Schema:
    return said("What the programme calls one of its competencies, and several.", entry(dict.fromkeys(TERMS, NAMES)))


def _associations() -> Schema:
    number: Schema = {"type": "integer", "minimum": 1}
    hours = {bound: said(f"At the {bound}.", number) for bound in ("least", "most")}
    moves = {
        "most_a_year": said("So often in twelve months.", number),
        "days_apart": said("So many days after the last time.", number),
    }
    dated = {
        "from": said("The first day on which it holds.", DAY),
        "source": said("A source's id.", TEXT),
        "checked_on": said("The day on which somebody last compared it with the source.", DAY),
    }
    rest = {
        "lag_hours": said("After so many hours a link counts at the vendor.", entry(hours)),
        "moves": said("How often a profile may be associated anew.", entry(moves)),
        "note": said("How the source was read, in every language.", NAMES),
    }
    return said("The rules of association, in the order of their dates.", some(entry(dated, rest)))


def _membership() -> Mapping[str, Schema]:
    return {
        "membership": said("The rules of membership, in the order of their dates.", some(_membership_rule())),
        "benefits": said("What memberships bring, in the order of the dates.", some(_benefits())),
        "places": said("Where to click at the vendor.", entry({}, dict.fromkeys(PLACES, NAMES))),
    }


def _dated(required: Mapping[str, Schema], optional: Mapping[str, Schema]) -> Schema:
    dates = {
        "from": said("The first day on which it holds.", DAY),
        "source": SOURCE,
        "checked_on": said("The day on which somebody last compared it with the source.", DAY),
    }
    return entry({**dates, **required}, optional)


def _sourced(parts: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    return entry({**parts, "source": SOURCE}, optional)


def _membership_rule() -> Schema:
    optional = {
        "window": said(
            "The days on which it may be renewed; without “opens” it was never published from when.",
            _sourced({"closes": FROM_ANNIVERSARY}, {"opens": FROM_ANNIVERSARY}),
        ),
        "reminders": said("When the vendor reminds.", _sourced({"days": some(FROM_ANNIVERSARY)})),
        "renewed": said("How a renewal's new anniversary is found.", _term()),
        "late": said("Whether requirements may still be met in the window.", _sourced({"allowed": YES_OR_NO})),
        "lost": said("What is lost after the window.", _sourced({"text": NAMES})),
        "upgrade": said(
            "A higher level in the middle of a year.", _sourced({"discount_percent": PER_CENT, "term": _term()})
        ),
        "ordering": said(
            "How long an order may stay unpaid, and a transfer take.",
            _sourced({"unpaid_days": DAYS, "transfer_days": DAYS}),
        ),
        "note": said("How the source was read, in every language.", NAMES),
    }
    return _dated({"term": said("The year that a purchase begins.", _term())}, optional)


def _term() -> Schema:
    after = said("The day from which it counts.", choice(tuple(BASES)))
    term = _sourced({"after": after}, dict.fromkeys(UNITS, DAYS))
    return {**term, "oneOf": [{"required": [unit]} for unit in UNITS]}


def _benefits() -> Schema:
    benefits = _sourced({"levels": some(TEXT), "text": NAMES})
    optional = {
        "unpublished": said("What no source says.", {"type": "array", "items": benefits}),
        "fees": said(
            "What a level costs; a level left out: never published.",
            {"type": "object", "additionalProperties": _sourced({"text": NAMES})},
        ),
    }
    return _dated({"offered": some(benefits)}, optional)


def competency_schema() -> Schema:
    """The schema of the file of a competency."""
    required = {
        "id": TEXT,
        "name": NAMES,
        "area": said("An area's id in programme.yaml.", TEXT),
        "versions": said("In the order of their dates; each holds until the next one's.", some(_version())),
    }
    optional = {
        "area_inferred": said("No source puts it into this area.", YES_OR_NO),
        "abbreviations": said("What people call it for short.", {"type": "array", "items": TEXT}),
        "successors": said("What came after it.", {"type": "array", "items": TEXT}),
    }
    return {
        "$schema": DRAFT,
        "title": "A competency: what its levels ask for, in dated versions",
        **entry(required, optional),
        "definitions": {
            "requirement": _requirement(),
            "person": _person(),
            "holds": {"anyOf": [CREDENTIAL, PLACE]},
            "threshold": _threshold(),
            "points": points_schema(),
        },
    }


def _version() -> Schema:
    required = {
        "from": said("The first day on which it holds.", DAY),
        "source": said("A source's id in programme.yaml.", TEXT),
        "checked_on": said("The day on which somebody last compared it with the source.", DAY),
        "options": said("Ways to earn the levels, of which one is enough.", some(_option())),
    }
    optional = {
        "renewals_from": said("The first day for those who were members before it came and renew.", DAY),
        "note": said("How the source was read, in every language.", NAMES),
    }
    return entry(required, optional)


def _option() -> Schema:
    asked = {"anyOf": [ref("requirement"), {"type": "null"}]}
    levels = {"type": "object", "additionalProperties": asked}
    return entry({"id": TEXT, "name": NAMES, "levels": said("Per level what it asks for; null: left out.", levels)})


def _requirement() -> Schema:
    shapes = {
        "all": said("Every part is required.", some(ref("requirement"))),
        "any": said("One of the parts is enough.", some(ref("requirement"))),
        "people": _people(),
        "different_people": said("A different person for each.", some(ref("person"))),
        "credentials": said(
            "So many credentials, whoever holds them.", entry({"count": COUNT, "of": some(ref("holds"))})
        ),
        "score": score_schema(),
        "threshold": ref("threshold"),
        "flag": said("A status that the vendor grants.", TEXT),
        "level_held": said(
            "A level of another competency that has to be met.", entry({"competency": TEXT, "level": TEXT})
        ),
    }
    return {**entry({}, shapes), "minProperties": 1, "maxProperties": 1}


def _person() -> Schema:
    parts = some(ref("person"))
    everything = said("One person holds all of these.", entry({"all": parts}))
    something = said("One person holds one of these.", entry({"any": parts}))
    return {"anyOf": [ref("holds"), everything, something]}


def _people() -> Schema:
    links = {
        "id": said("A name for this group, so that others can be linked to it.", TEXT),
        "of_the_same": said("These are some of the people of the group with this id.", TEXT),
        "other_than": said("The groups that share nobody with this one.", {"type": "array", "items": TEXT}),
    }
    required = {"count": COUNT, "each": said("What each of them holds.", ref("person"))}
    return said("So many different people.", entry(required, links))


def _threshold() -> Schema:
    required = {
        "metric": said("A metric's id in programme.yaml.", TEXT),
        "at_least": AMOUNTS,
        "window": said(
            "The last twelve whole months; for anniversary_year the membership year's months that are over.",
            choice(tuple(WINDOWS)),
        ),
    }
    texts = {"type": "array", "items": TEXT}
    optional = {
        "monthly_average": said("A second bound: the sum of the window divided by the number of its months.", BOUND),
        "part_of": said("The metric of which this one is a part.", TEXT),
        "associations": said("The kinds of sales that count.", texts),
        "excludes": said("What does not count.", texts),
    }
    return said("A figure that reaches an amount.", entry(required, optional))


SCHEMAS = {"programme": programme_schema, "competency": competency_schema}
