"""Deutsch: Dateien, die hereinkommen und hinausgehen."""

from collections.abc import Mapping

DATA: Mapping[str, str | Mapping[str, str]] = {
    "names.title": "*Namen, die ich nicht allein zuordne*",
    "names.known": {
        "one": "„{name}“ (1 Zeile) hat weder E-Mail-Adresse noch Profil: Ist das {person}?",
        "other": "„{name}“ ({n} Zeilen) hat weder E-Mail-Adresse noch Profil: Ist das {person}?",
    },
    "names.profile": {
        "one": "„{name}“ mit Profil {profile} (1 Zeile): Ist das {person}?",
        "other": "„{name}“ mit Profil {profile} ({n} Zeilen): Ist das {person}?",
    },
    "names.nobody": {
        "one": "„{name}“ (1 Zeile) ist noch nicht eingetragen: Soll ich die Person aufnehmen?",
        "other": "„{name}“ ({n} Zeilen) ist noch nicht eingetragen: Soll ich die Person aufnehmen?",
    },
    "names.more": {"one": "… und 1 weiterer Name", "other": "… und {n} weitere Namen"},
    "names.how": (
        "Stimmen alle, dann lies die Datei samt Namen ein. Sonst lies sie ohne sie ein: Diese Zeilen warten, bis die "
        "Personen mit `/assay profil` die Nummer ihres Profils nennen."
    ),
    "names.same": "Einlesen, Namen stimmen",
    "names.new": "Einlesen, es sind andere",
    "import.own": (
        "Das war eure eigene Liste: Was sie gebracht hat, zählt als Angabe, bis ein Export des Anbieters es bestätigt."
    ),
    "import.why.name_proposed": "nur der Name {value} sagt, wessen Zeile das ist.",
    "import.why.email_unknown": "die Adresse {value} gehört niemandem hier, und die Zeile nennt keinen Namen.",
    "import.why.name_unknown": "unter dem Namen {value} ist niemand eingetragen.",
    "import.why.several_names": "der Name {value} kann eine von mehreren Personen meinen.",
    "import.why.unknown_person": "die Person {value} ist hier nicht eingetragen.",
    "import.why.nobody": "sie nennt weder Namen noch E-Mail-Adresse noch Profil.",
    "import.file.no_workbook": (
        "Das ist ein Archiv, aber keine Excel-Arbeitsmappe. Ich lese CSV, TSV und XLSX; es wurde nichts eingetragen."
    ),
    "import.file.workbook_broken": (
        "Diese Arbeitsmappe lässt sich nicht lesen, es wurde nichts eingetragen. Öffne sie in Excel, speichere sie neu "
        "als .xlsx und schick die."
    ),
    "import.file.workbook_bomb": (
        "Diese Arbeitsmappe wäre entpackt größer als {most} MB, ich habe sie nicht geöffnet. Speichere das eine Blatt "
        "als „CSV UTF-8“."
    ),
    "import.file.workbook_locked": (
        "Das ist eine alte Excel-Arbeitsmappe oder eine mit Kennwort. Speichere sie als .xlsx ohne Kennwort; "
        "es wurde nichts eingetragen."
    ),
    "columns.asked": (
        "📄 *{file}* – ich erkenne nicht, welche Spalte {missing} enthält. Sag es einmal; ich merke es mir für eure "
        "nächste Liste."
    ),
    "columns.in_slack": (
        "Ich erkenne nicht, welche Spalte {missing} enthält. Sag es mit `--column FELD=SPALTE`, etwa "
        "`--column earned=Datum`, oder schick die Datei in Slack."
    ),
    "columns.option": "Mit `{said}` kann ich nichts anfangen. Schreib FELD=SPALTE, mit einem der Felder {fields}.",
    "columns.read": "Datei jetzt lesen",
    "columns.noted": "✅ Gemerkt. Drück jetzt unter deiner Datei auf *Datei jetzt lesen*.",
    "columns.twice": "Zwei Felder nennen dieselbe Spalte, {column}. Wähl für dieses Feld eine andere.",
    "columns.who": "Wähl mindestens eines: E-Mail-Adresse, Profil oder Name. Sonst weiß niemand, wessen Zeile es ist.",
    "columns.form": "Drück auf den Knopf unter deiner Datei, um zu sagen, welche Spalte was enthält.",
    "open.columns": "Spalten zuordnen",
    "form.columns": "Spalten zuordnen",
    "find.column": "Spalte wählen",
    "missing.column": "Wähl eine Spalte.",
    "field.columns.credential": "Prüfung oder Zertifizierung",
    "field.columns.earned": "Tag, an dem sie bestanden wurde",
    "field.columns.expires": "Tag, an dem sie abläuft",
    "field.columns.profile": "Profil (MCPID)",
    "field.columns.email": "E-Mail-Adresse",
    "field.columns.name": "Name",
    "field.columns.evidence": "Beleg, etwa ein Link",
    "column.credential": "die Prüfung",
    "column.earned": "den Tag",
    "column.name": "die Person (E-Mail-Adresse, Profil oder Name)",
    "table.nothing": {
        "one": "📄 *{file}* bringt nichts Neues: Der 1 Wert ist schon eingetragen.",
        "other": "📄 *{file}* bringt nichts Neues: Die {n} Werte sind schon eingetragen.",
    },
    "table.new": {"one": "1 Wert ist neu", "other": "{n} Werte sind neu"},
    "table.other": {
        "one": "1 ersetzt einen anderen Wert, der als frühere Meldung erhalten bleibt",
        "other": "{n} ersetzen andere Werte, die als frühere Meldungen erhalten bleiben",
    },
    "table.known": {"one": "1 ist schon eingetragen", "other": "{n} sind schon eingetragen"},
    "table.metric": "{name}: {n} Monate, {first} bis {last}",
    "table.metric_one": "{name}: {first}",
    "table.unread": "Spalten, die keine Kennzahl dieses Programms sind und wegbleiben: {columns}.",
    "table.button": {"one": "1 Wert eintragen", "other": "{n} Werte eintragen"},
    "table.wrong": {
        "one": (
            "📄 *{file}* – 1 Zelle stimmt nicht, es wurde nichts eingetragen. Berichtige sie und schick die Datei neu:"
        ),
        "other": (
            "📄 *{file}* – {n} Zellen stimmen nicht, es wurde nichts eingetragen. Berichtige sie und schick die Datei "
            "neu:"
        ),
    },
    "table.row": "Zeile {row}: {reason}",
    "table.cell": "Zeile {row}, {column}: {reason}",
    "table.why.twice": (
        "Zeile {first} nennt für dieselbe Kennzahl und denselben Monat einen anderen Wert. Lösch eine."
    ),
    "table.why.cells": "sie hat mehr oder weniger Zellen als die erste Zeile.",
    "table.unknown_metric": "„{metric}“ ist keine Kennzahl dieses Programms. `/assay kennzahl` zählt sie auf.",
    "table.done": {
        "one": "✅ *{file}*: 1 Wert ist eingetragen.",
        "other": "✅ *{file}*: {n} Werte sind eingetragen.",
    },
    "table.taken_back": {
        "one": "🗑️ Zurückgenommen: 1 Wert dieser Datei. Was vorher gemeldet war, gilt wieder.",
        "other": "🗑️ Zurückgenommen: {n} Werte dieser Datei. Was vorher gemeldet war, gilt wieder.",
    },
}
