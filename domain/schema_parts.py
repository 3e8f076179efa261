"""The parts of which the schemas of rule files are put together."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from domain.reading import LANGUAGES, LARGEST
from domain.rulebook import MOST_PEOPLE

Schema: TypeAlias = dict[str, Any]


def said(what: str, schema: Schema) -> Schema:
    """A schema with what it means, for whoever points at the field."""
    return {**schema, "description": what}


def entry(required: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    """A mapping with fixed keys."""
    properties = {**required, **(optional or {})}
    return {"type": "object", "additionalProperties": False, "required": list(required), "properties": properties}


def some(items: Schema) -> Schema:
    """A list that must not be empty."""
    return {"type": "array", "minItems": 1, "items": items}


def choice(words: Sequence[str]) -> Schema:
    """One of these words."""
    return {"enum": list(words)}


def ref(name: str) -> Schema:
    """What stands under this name among the definitions."""
    return {"$ref": f"#/definitions/{name}"}


TEXT: Schema = {"type": ["string", "number"], "pattern": r"\S"}  # a number is taken as it is written
DAY: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
YES_OR_NO: Schema = {"type": "boolean"}
NAMES = said("A name in every language.", entry(dict.fromkeys(LANGUAGES, TEXT)))
BOUND: Schema = {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": LARGEST}
COUNT: Schema = {"type": "integer", "minimum": 1, "maximum": MOST_PEOPLE}
CREDENTIAL = said("A credential's id in programme.yaml.", TEXT)
PLACE = entry(
    {"credential": CREDENTIAL, "accepted_until": said("The last day on which it counts in this place alone.", DAY)}
)
BY_MARKET = entry({market: {"anyOf": [BOUND, {"type": "null"}]} for market in ("developed", "developing")})
AMOUNTS = said("For all markets, or for each; null: never published.", {"anyOf": [BOUND, BY_MARKET]})
