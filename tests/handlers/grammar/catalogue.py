"""A catalogue of the size of the real one, with names only: the grammar reads no rules."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

from domain.programme import Area, Catalogue, Competency, Credential, CredentialKind, Programme, RuleVersion

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
COMPETENCIES = """
application-development|Application Development|Anwendungsentwicklung|application-development|app dev
application-integration|Application Integration|Anwendungsintegration|application-development|
cloud-business-applications|Cloud Business Applications|Cloud-Geschäftsanwendungen|business-applications|CBA
cloud-customer-relationship-management|Cloud Customer Relationship Management|Cloud-CRM|business-applications|CRM,Cloud CRM
cloud-platform|Cloud Platform|Cloudplattform|cloud-platform|
cloud-productivity|Cloud Productivity|Cloud-Produktivität|productivity|
collaboration-and-content|Collaboration and Content|Zusammenarbeit und Inhalte|productivity|
communications|Communications|Kommunikation|productivity|
data-analytics|Data Analytics|Datenanalyse|data-management|
data-platform|Data Platform|Datenplattform|data-management|
datacenter|Datacenter|Rechenzentrum|cloud-platform|
devops|DevOps|DevOps|application-development|
enterprise-mobility-management|Enterprise Mobility Management|Enterprise Mobility Management|mobility|EMM
enterprise-resource-planning|Enterprise Resource Planning|Enterprise Resource Planning|business-applications|ERP
messaging|Messaging|Messaging|productivity|
project-and-portfolio-management|Project and Portfolio Management|Projekt- und Portfoliomanagement|business-applications|PPM
small-and-midmarket-cloud-solutions|Small and Midmarket Cloud Solutions|Cloudlösungen für den Mittelstand|productivity|SMB,SMC
windows-and-devices|Windows and Devices|Windows und Geräte|mobility|
"""


def _competency(line: str) -> Competency:
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
    competencies = [_competency(line) for line in COMPETENCIES.strip().splitlines()]
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
