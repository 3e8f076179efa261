"""The engine knows no programme: what it speaks of comes from the rule files."""

import re
from pathlib import Path

import domain
from storage.catalogue import load_catalogue

CODE = sorted(Path(str(domain.__file__)).parent.glob("*.py"))
VENDORS = (
    "microsoft",
    "azure",
    "partner center",
    "dynamics",
    "aws",
    "amazon",
    "salesforce",
    "cisco",
    "solutions partner",
)


def test_no_vendor_is_named_in_the_engine() -> None:
    texts = {path.name: path.read_text().lower() for path in CODE}
    named = [(name, vendor) for name, text in texts.items() for vendor in VENDORS if vendor in text]

    assert texts
    assert named == []


def test_no_programme_level_or_competency_is_named_in_the_engine() -> None:
    catalogue = load_catalogue().values()
    ids = {i for programme in catalogue for i in (programme.id, *programme.levels, *programme.competencies)}
    named = [(path.name, i) for path in CODE for i in ids if re.search(rf"\b{re.escape(i)}\b", path.read_text())]

    assert ids
    assert named == []
