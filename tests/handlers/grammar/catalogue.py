"""A catalogue of the size of the real one, with names only: the grammar reads no rules."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

from domain.programme import Area, Catalogue, Competency, Credential, CredentialKind, Programme, RuleVersion
from handlers.grammar import Grammar

TODAY = date(2018, 1, 15)
DATA = Path(__file__).parents[2] / "data"

AREAS = {
    "application-development": ("Application development", "Anwendungsentwicklung"),
    "cloud-platform": ("Cloud platform", "Cloudplattform"),
    "data-management": ("Data management", "Datenverwaltung"),
    "business-applications": ("Business applications", "Geschäftsanwendungen"),
    "mobility": ("Mobility", "Mobilität"),
    "productivity": ("Productivity", "Produktivität"),
}


def _competency(line: str) -> Competency:
    """Read a line of id, English and German name, area, abbreviations."""
    identifier, english, german, area, short = line.split("|")
    version = RuleVersion(since=date(2017, 7, 18), source="J17", checked_on=date(2017, 7, 18), options=())
    abbreviations = tuple(word for word in short.split(",") if word)
    return Competency(identifier, {"en": english, "de": german}, area, (version,), abbreviations)


def _credential(line: str) -> Credential:
    kind, identifier, title = line.split("|")
    return Credential(identifier, title, cast("CredentialKind", kind))


@cache
def catalogue() -> Catalogue:
    """Eighteen competencies in six areas, 107 credentials, two levels."""
    competencies = [_competency(line) for line in (DATA / "competencies.txt").read_text("utf-8").splitlines()]
    credentials = [_credential(line) for line in (DATA / "credentials.txt").read_text("utf-8").splitlines()]
    programme = Programme(
        id="ms-mpn-competencies",
        name={"en": "Microsoft Partner Network competencies", "de": "Microsoft Partner Network Kompetenzen"},
        levels={"silver": {"en": "Silver", "de": "Silver"}, "gold": {"en": "Gold", "de": "Gold"}},
        areas=tuple(Area(key, {"en": names[0], "de": names[1]}) for key, names in AREAS.items()),
        competencies={competency.id: competency for competency in competencies},
        credentials={credential.id: credential for credential in credentials},
        metrics={},
        sources={},
    )
    return {programme.id: programme}


@cache
def grammar() -> Grammar:
    """The grammar over it."""
    return Grammar(catalogue())
