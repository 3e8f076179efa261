"""Deutsch: Punktestände, und was Punkte bringt."""

from collections.abc import Mapping

POINTS: Mapping[str, str | Mapping[str, str]] = {
    "points.number": {"one": "1 Punkt", "other": "{number} Punkte"},
    "points.score": "mindestens {at_least} von {of} Punkten",
    "points.made_of": "{score}, aus:",
    "points.above_zero": "in jeder Messgröße mehr als 0 Punkte",
    "points.window.months": {
        "one": "beides an einem Tag des laufenden Monats",
        "other": "beides an einem Tag der letzten {n} Kalendermonate, der laufende eingeschlossen",
    },
    "points.window.days": {"one": "beides am Tag selbst", "other": "beides an einem der letzten {n} Tage"},
    "points.track": "{name}:",
    "points.track_better": "{name} (von den Wegen zählt der mit der höheren Summe):",
    "points.track_when": "{name}, wenn: {conditions}",
    "points.track_else": "{name}, für alle anderen:",
    "points.held": {
        "one": "Im laufenden Monat.",
        "other": "Einer der letzten {n} Kalendermonate, der laufende eingeschlossen, genügt.",
    },
    "points.metric": "{name}, höchstens {points}:",
    "points.people": {
        "one": "{points} für 1 Person mit {asks}",
        "other": "{points} für {n} Personen, jede mit {asks}; für weniger anteilig",
    },
    "points.people_all": {
        "one": "{points} für 1 Person mit {asks}",
        "other": "{points} für {n} Personen, jede mit {asks}; für weniger keine",
    },
    "points.figure.value": "{metric}: {points} für {amount}{more}",
    "points.figure.added": "{metric}: {points} für {amount} mehr als im selben Monat des Vorjahrs{more}",
    "points.figure.growth": "{metric}: {points} für {amount} % Wachstum zum selben Monat des Vorjahrs{more}",
    "points.proportion": "; für weniger anteilig",
    "points.steps": "; nur in ganzen Schritten von {each}",
    "points.none_below": "; darunter keine",
    "points.baseline": "; keine, wenn es damals weniger als {least} war",
    "points.award": "{points}, wenn: {condition}",
    "points.gates": "bevor anderes zählt:",
    "points.gate": "{people} (ohne eigene Punkte)",
    "points.gate_own": "{people} ({points}, einmal)",
    "points.then": "danach:",
    "points.sum": "alles davon zusammen:",
    "points.sum_most": "alles davon zusammen, höchstens {points}:",
    "points.best": "das Beste davon:",
    "points.track_added": {"one": "neuer Weg: {names}", "other": "neue Wege: {names}"},
    "points.track_removed": {"one": "kein Weg mehr: {names}", "other": "keine Wege mehr: {names}"},
    "points.metric_of": "{name} ({track})",
    "falls.window": "der letzte Tag, an dem die Punkte für {what} erreicht waren, zählt nicht mehr",
    "notice.cause.window": "Grund: Der letzte Tag, an dem die Punkte erreicht waren, zählt bis zum Tag vor dem {day}.",
}
