import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker

from domain.rule_schema import SCHEMAS
from domain.tree import Entries, Items, Leaf, Node
from storage.catalogue import packaged_rules
from storage.yaml_tree import parse_tree, read_tree
from tests.storage.test_catalogue import CASES, MAIN, RULES

# What goes beyond one place of a file: only the loader, which knows the others, can tell it.
BEYOND_A_SCHEMA = (
    "is no area",
    "is no source",
    "is no metric",
    "is no credential of",
    "is no competency",
    "is no level",
    "is written twice",
    "stands after",
    "is there already",
    "No option defines the level",
    "The key “bronze” is not known",
    "asks for more people",
    "is linked to",
    "stand together are called",
    "lies before",
    "too many ways",
    "for a level of itself",
)
FILES = sorted(packaged_rules().glob("*/*.yaml"))
CHECKS = FormatChecker()


@CHECKS.checks("date", raises=ValueError)
def is_day(text: object) -> bool:
    return not isinstance(text, str) or bool(date.fromisoformat(text))


def validator(kind: str) -> Draft7Validator:
    Draft7Validator.check_schema(SCHEMAS[kind]())
    return Draft7Validator(SCHEMAS[kind](), format_checker=CHECKS)


def data(node: Node) -> Any:  # noqa: ANN401 - a file's data, as an editor sees it
    match node:
        case Items(items):
            return [data(item) for item in items]
        case Entries(entries):
            return {key.text: data(value) for key, value in entries if isinstance(key, Leaf)}
        case Leaf(Decimal() as number):
            return float(number)
        case Leaf(value):
            return value


def kind_of(path: Path) -> str:
    return "programme" if path.name == "programme.yaml" else "competency"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_rule_file_that_comes_with_assay_fits_its_schema_and_names_it(path: Path) -> None:
    named = path.read_text("utf-8").splitlines()[0].removeprefix("# yaml-language-server: $schema=")

    assert (path.parent / named).resolve() == (packaged_rules() / f"{kind_of(path)}.schema.json").resolve()
    assert not list(validator(kind_of(path)).iter_errors(data(read_tree(path))))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_schema_beside_the_rules_is_what_assay_writes(kind: str) -> None:
    assert json.loads((packaged_rules() / f"{kind}.schema.json").read_text("utf-8")) == SCHEMAS[kind]()


def test_a_file_without_mistakes_fits() -> None:
    assert not list(validator("programme").iter_errors(data(parse_tree(MAIN.encode(), "main"))))
    assert not list(validator("competency").iter_errors(data(parse_tree(RULES.encode(), "rain"))))


@pytest.mark.parametrize(("file", "right", "wrong", "told"), CASES, ids=[case[3][:60] for case in CASES])
def test_a_mistake_that_a_schema_can_say_is_refused_by_schema_and_loader_alike(
    file: str, right: str, wrong: str, told: str
) -> None:
    kind, text = ("programme", MAIN) if file == "main" else ("competency", RULES)
    errors = list(validator(kind).iter_errors(data(parse_tree(text.replace(right, wrong, 1).encode(), file))))

    assert bool(errors) != any(words in told for words in BEYOND_A_SCHEMA), errors
