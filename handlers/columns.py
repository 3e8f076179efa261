"""What columns are called, in both languages: of lists of achievements, and of tables of figures."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from domain.programme import Programme
from domain.spreadsheets import Field, plain

_CALLED: Mapping[Field, str] = {
    "credential": "credential|exam|exam code|exam name|exam number|certification|certificate|cert|training|"
    "training title|code|title of exam|nachweis|prüfung|prüfungscode|prüfungsnummer|zertifizierung|zertifikat|kürzel|"
    "test|TrainingTitle|abschluss",
    "earned": "earned|earned on|date|passed|passed on|completed|completed on|completion date|exam date|"
    "date passed|date earned|achieved|TrainingCompletionDate|datum|bestanden|bestanden am|abgelegt|abgelegt am|"
    "erworben|erworben am|prüfungsdatum|abschlussdatum|absolviert|absolviert am",
    "expires": "expires|expires on|expiry|expiry date|expiration|expiration date|valid until|valid to|ExpirationDate|"
    "läuft ab|läuft ab am|ablauf|ablaufdatum|gültig bis|gültig bis zum",
    "person": "person id|assay id|personen id",
    "profile": "profile|profile id|mcp id|mcpid|mcp|certification id|transcript id|profil|profil id|"
    "zertifizierungsprofil",
    "email": "e-mail|email|mail|e-mail address|email address|CorpEmail|work email|e-mail-adresse|mailadresse|"
    "geschäftliche e-mail",
    "name": "name|person|employee|employee name|full name|who|colleague|mitarbeiter|mitarbeiterin|mitarbeiter/in|"
    "mitarbeitende|vollständiger name|wer|kollege",
    "first": "first name|given name|firstname|forename|IndividualFirstName|vorname|rufname",
    "last": "last name|surname|family name|lastname|IndividualLastName|nachname|familienname|zuname",
    "evidence": "evidence|evidence url|link|url|proof|transcript|beleg|belege|nachweis link|nachweis url",
}
SPELLINGS: Mapping[str, Field] = MappingProxyType(
    {plain(name): field for field, names in _CALLED.items() for name in names.split("|")}
)
"""What a column of a list says, by how it is called."""
METRIC = frozenset(map(plain, ["metric", "figure", "kpi", "measure", "kennzahl", "kenngröße", "messwert"]))
MONTH = frozenset(map(plain, ["month", "period", "monat", "zeitraum", "periode"]))
VALUE = frozenset(map(plain, ["value", "amount", "total", "wert", "betrag", "summe"]))


def metrics_called(programme: Programme) -> Mapping[str, str]:
    """The metrics of a programme, by everything that a column may call them."""
    metrics = programme.metrics.values()
    return {plain(name): metric.id for metric in metrics for name in (metric.id, *metric.name.values())}


def is_figures(header: Iterable[str], metrics: Mapping[str, str]) -> bool:
    """Whether columns are those of a table of figures: a month, and metrics or a metric and its value."""
    named = {plain(column) for column in header}
    return bool(named & MONTH) and bool(named & metrics.keys() or (named & METRIC and named & VALUE))
