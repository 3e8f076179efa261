"""Deutsch: der Home-Tab, und das Formular für Kennzahlen, das er öffnet."""

from collections.abc import Mapping

HOME: Mapping[str, str | Mapping[str, str]] = {
    "button.renewal": "Können wir verlängern?",
    "button.overrides": "Alle Ausnahmen",
    "button.forecast": "Was kommt auf uns zu?",
    "open.figures": "Kennzahlen melden",
    "form.figures": "Kennzahlen melden",
    "field.figures.metric": "Welche Kennzahl?",
    "field.figures.first": "Erster Monat",
    "hint.figures.first": "Zum Beispiel 2017-11, für Beträge ohne Monat. Jede weitere Zeile ist der Monat danach.",
    "field.figures.values": "Beträge, ein Monat je Zeile",
    "hint.figures.values": (
        "Tipp sie ein oder füg eine Spalte aus deiner Tabelle ein: 10400, oder mit dem Monat: 2017-11 10400."
    ),
    "missing.metric": "Bitte wähl eine Kennzahl.",
    "missing.lines": "Bitte gib mindestens für einen Monat einen Betrag ein.",
    "figures.form": "Melde eine Kennzahl Monat für Monat im Formular oder einen einzelnen Monat: `/assay figure`",
    "figures.none": "Darin steht kein Betrag. Schreib einen je Zeile oder füg sie ein.",
    "figures.too_many": "Das ist zu viel auf einmal. Füg höchstens {most} Monate ein.",
    "figures.no_month": "Sag, welcher Monat das ist: Nenn oben den ersten Monat, oder schreib 2017-11 vor den Betrag.",
    "figures.twice": "{month} steht zweimal da.",
    "figures.line": "Zeile {n}: {why}",
    "figures.more_lines": {"one": "Und 1 weitere Zeile.", "other": "Und {n} weitere Zeilen."},
    "figures.wrong": "{lines}",
    "figures.done": {
        "one": "Eingetragen: {metric}, 1 Monat, {first}.",
        "other": "Eingetragen: {metric}, {n} Monate, von {first} bis {last}.",
    },
    "figures.replaced": {
        "one": "Das ersetzt, was für {months} eingetragen war.",
        "other": "Das ersetzt, was für {months} eingetragen war.",
    },
    "link.none_named": (
        "Diese Nachricht nennt keine Prüfung, Zertifizierung oder Bewertung, die hier zählt. "
        "Verknüpfe eine über ihren Code: `/assay link`"
    ),
    "link.also_named": "Die Nachricht nennt auch {codes}. Schick das Formular für jede einzeln ab.",
    "home.next": "Was du als Nächstes machen könntest",
    "home.quiet": (
        "🤫 *{company} läuft noch nicht:* Bis du auf *Loslegen* drückst, erfährt niemand etwas. "
        "Du bist bei Schritt {at} von 7."
    ),
    "home.membership": "Mitgliedschaft",
    "home.risks": "Gefährdet, das Teuerste zuerst",
    "home.no_risks": "Nichts, was ihr habt, ist gefährdet.",
    "home.hanging": "Für diese Personen kann niemand einspringen",
    "home.hangs": "• {who}: {levels}",
    "home.figures": "Kennzahlen",
    "home.none_overdue": "Keine Kennzahl ist überfällig.",
    "home.overdue": "• {metric}: {month} ist nicht gemeldet. Das zählt für {levels}.",
    "home.admins": "Wer davon hört",
    "home.away": "{who} ist bis zum {day} nicht da. Solange liest {reads} mit.",
    "home.away_nobody": "{who} ist bis zum {day} nicht da. Solange liest niemand mit.",
    "home.undelivered": {
        "one": "1 Nachricht der letzten 30 Tage kam nicht an, an {whom}.",
        "other": "{n} Nachrichten der letzten 30 Tage kamen nicht an, an {whom}.",
    },
}
