"""The names of the rules that come with Assay, as people type them: exact, short, and with a typing error."""

from collections.abc import Iterator
from random import Random
from string import ascii_lowercase

import pytest

from domain.programme import Programme
from handlers.grammar import Context
from handlers.requests import Language, Question
from tests.handlers.contoso import grammar
from tests.handlers.grammar.catalogue import TODAY

ASKED: dict[Language, str] = {
    "en": "what do we need for Gold in {}?",
    "de": "Was brauchen wir für Gold in {}?",
}


def programme() -> Programme:
    return next(iter(grammar().catalogue.values()))


def asked(name: str, language: Language) -> Question:
    request = grammar().parse(ASKED[language].format(name), Context(TODAY))
    assert isinstance(request, Question)
    return request


def typing_errors(name: str) -> Iterator[str]:
    """The name with a letter left out, another one, one too many, or two swapped, at every place."""
    random = Random(name)
    for at, letter in enumerate(name):
        if letter.isalpha():
            yield name[:at] + name[at + 1 :]
            yield name[:at] + random.choice(ascii_lowercase) + name[at + 1 :]
            yield name[:at] + random.choice(ascii_lowercase) + name[at:]
            if name[at + 1 : at + 2].isalpha():
                yield name[:at] + name[at + 1] + letter + name[at + 2 :]


NAMED = [(c.id, language, c.name[language]) for c in programme().competencies.values() for language in ASKED]


@pytest.mark.parametrize(("competency", "language", "name"), NAMED, ids=[f"{n[2]}-{n[1]}" for n in NAMED])
def test_every_competency_is_found_by_its_name_with_one_typing_error_anywhere(
    competency: str, language: Language, name: str
) -> None:
    for typed in (name, *typing_errors(name)):
        found = asked(typed, language)
        assert (found.intent, found.level, found.competency) == ("need", "gold", competency), typed


SHORT = {
    **{name: c.id for c in programme().competencies.values() for name in (c.id, *c.abbreviations)},
    "EMM": "enterprise-mobility-management",
    "PPM": "project-and-portfolio-management",
    "ERP": "enterprise-resource-planning",
    "CRM": "cloud-customer-relationship-management",
    "SMB": "small-and-midmarket-cloud-solutions",
    "SMC": "small-and-midmarket-cloud-solutions",
    "CBA": "cloud-business-applications",
    "AD": "application-development",
    "DP": "data-platform",
}


@pytest.mark.parametrize("language", ASKED)
@pytest.mark.parametrize(("name", "competency"), SHORT.items())
def test_ids_and_abbreviations_are_found(name: str, competency: str, language: Language) -> None:
    assert asked(name, language).competency == competency
    assert asked(name.lower(), language).competency == competency


AREAS = [(area.id, language, area.name[language]) for area in programme().areas for language in ASKED]


@pytest.mark.parametrize(("area", "language", "name"), AREAS, ids=[f"{a[2]}-{a[1]}" for a in AREAS])
def test_every_area_is_found_by_its_name_with_one_typing_error(area: str, language: Language, name: str) -> None:
    for typed in (name, *typing_errors(name)):
        found = asked(typed, language)
        assert area in {found.area, found.competency}, typed


@pytest.mark.parametrize("name", ["our Productivity", "the Mobility", "business applications", "business apps"])
def test_a_word_beside_an_areas_name_makes_no_competency_of_it(name: str) -> None:
    assert asked(name, "en").competency is None
