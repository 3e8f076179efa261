"""Deutsch: den Export des Anbieters einlesen."""

from collections.abc import Mapping

IMPORTING: Mapping[str, str | Mapping[str, str]] = {
    "import.preview": "📄 *{file}* – das würde ich eintragen. Noch ist nichts geändert.",
    "import.done": "✅ *{file}* ist eingelesen.",
    "import.nothing": "📄 *{file}* bringt nichts Neues, es wurde nichts geändert.",
    "import.day_first": (
        "⚠️ „{text}“ lese ich als {day}: erst der Tag. Kein Tag der Liste zeigt, dass er so gemeint ist. "
        "Steht der Monat vorn, dann brich ab und schreib die Tage als jjjj-mm-tt."
    ),
    "import.count": {"one": "Ich habe 1 Zeile gelesen:", "other": "Ich habe {n} Zeilen gelesen:"},
    "import.rows.new": {"one": "1 ist neu", "other": "{n} sind neu"},
    "import.rows.confirmed": {
        "one": "1 bestätigt, was als eigene Angabe eingetragen ist, oder nennt, bis wann es zählt",
        "other": "{n} bestätigen, was als eigene Angabe eingetragen ist, oder nennen, bis wann es zählt",
    },
    "import.rows.known": {
        "one": "1 ist schon eingetragen oder steht doppelt da",
        "other": "{n} sind schon eingetragen oder stehen doppelt da",
    },
    "import.rows.waiting": {
        "one": "1 wartet darauf, dass jemand sagt, wessen sie ist",
        "other": "{n} warten darauf, dass jemand sagt, wessen sie sind",
    },
    "import.rows.refused": {"one": "1 bleibt weg", "other": "{n} bleiben weg"},
    "import.people": {
        "one": "1 Person ist hier neu und zählt ab heute für die Firma.",
        "other": "{n} Personen sind hier neu und zählen ab heute für die Firma.",
    },
    "import.without_account": {
        "one": (
            "Zu 1 neuen Person habe ich über die E-Mail-Adresse kein Slack-Konto gefunden; "
            "eingetragen wird sie trotzdem."
        ),
        "other": (
            "Zu {n} neuen Personen habe ich über die E-Mail-Adresse kein Slack-Konto gefunden; "
            "eingetragen werden sie trotzdem."
        ),
    },
    "import.changes": "*Was es ändern würde*",
    "import.changes_named": "*Was sich ändern würde, wenn alle Namen stimmen*",
    "import.changes_none": "Heute würde sich keine Stufe ändern.",
    "import.waits": "Ich behalte die Datei einen Tag; danach, oder wenn du abbrichst, ist sie weg.",
    "import.vendor": "Beim Anbieter ist nichts zu tun: Von dort kommen diese Zeilen.",
    "import.batch": "Nummer dieses Imports: {batch}.",
    "import.button": {"one": "1 Zeile einlesen", "other": "{n} Zeilen einlesen"},
    "import.button_plain": "Einlesen",
    "import.button_cancel": "Abbrechen",
    "import.button_withdraw": "Diesen Import zurücknehmen",
    "import.cancelled": "Abgebrochen: Es wurde nichts eingetragen, und die Datei ist weg.",
    "import.done_already": "Diese Datei ist schon eingelesen; es wurde nichts geändert.",
    "import.forgotten": (
        "Diese Datei ist weg: Der Import wurde abgebrochen, oder sie lag länger als einen Tag. Schick sie noch einmal."
    ),
    "import.no_batch": "Diesen Import gibt es nicht, oder er ist schon zurückgenommen; es wurde nichts geändert.",
    "import.which": "Nenne die Organisation mit --organisation: {organisations}.",
    "import.nobody": "Es gibt noch keine Firma: Starte den Bot einmal, damit er deinen Workspace kennenlernt.",
    "import.unreadable": "{file} lässt sich nicht lesen: {why}.",
    "import.withdrawn": {
        "one": "🗑️ Der Import ist zurückgenommen: 1 Erfolg, der mit ihm kam, zählt an keinem Tag mehr.",
        "other": "🗑️ Der Import ist zurückgenommen: {n} Erfolge, die mit ihm kamen, zählen an keinem Tag mehr.",
    },
    "import.people_gone": {
        "one": "1 Person, die mit ihm dazukam und von der sonst nichts bekannt ist, ist nicht mehr eingetragen.",
        "other": (
            "{n} Personen, die mit ihm dazukamen und von denen sonst nichts bekannt ist, sind nicht mehr eingetragen."
        ),
    },
    "import.restored": {
        "one": "1 Erfolg ist wieder so, wie er vor dem Import war.",
        "other": "{n} Erfolge sind wieder so, wie sie vor dem Import waren.",
    },
    "import.again": (
        "Wenn eine andere Datei dieselben Zeilen enthält, lies sie noch einmal ein. "
        "Wer was wann zurückgenommen hat, bleibt festgehalten."
    ),
    "import.waiting_title": "*Zeilen, die warten*",
    "import.refused_title": "*Zeilen, die wegbleiben*",
    "import.row": {"one": "Zeile {row}: {reason}", "other": "Zeile {row} und {more} weitere: {reason}"},
    "import.more_reasons": {"one": "… und 1 weiterer Grund", "other": "… und {n} weitere Gründe"},
    "import.why.cells": "Sie hat mehr oder weniger Zellen als die erste Zeile. Exportiere die Datei noch einmal.",
    "import.why.no_profile": "{column} ist leer, deshalb weiß niemand, um wen es geht.",
    "import.why.bad_profile": (
        "{column} ist {value}, das ist keine Nummer mit höchstens 15 Ziffern. Schick die Datei so, wie Partner Center "
        "sie geschrieben hat, nicht aus einer Tabellenkalkulation."
    ),
    "import.why.no_date": "{column} ist leer.",
    "import.why.bad_date": "{column} ist {value}, das ist kein Kalendertag als tt/mm/jjjj oder jjjj-mm-tt.",
    "import.why.future": "{column} ist {value}, das liegt in der Zukunft.",
    "import.why.before_all": "{column} ist {value}: Vor 1992 wurde niemand zertifiziert.",
    "import.why.expires_first": "{column} ist {value}, das liegt nicht nach dem Tag des Abschlusses.",
    "import.why.inactive": "{column} ist {value}, und kein Datum sagt, seit wann.",
    "import.why.unknown_credential": "„{value}“ ist nichts, was in diesem Programm zählt.",
    "import.why.several_credentials": (
        "„{value}“ kann mehrere Prüfungen meinen. Wer sie bestanden hat, kann die richtige mit ihrem Code verknüpfen."
    ),
    "import.why.elsewhere": (
        "{value} gehört jemandem, der für diese Firma nicht zählt. Nur die Person selbst kann das ändern, "
        "indem sie hier etwas verknüpft."
    ),
    "import.why.held_elsewhere": "Profil {value} gehört jemandem, der hier nicht eingetragen ist.",
    "import.why.other_holder": (
        "Profil {value} hat jemand für sich angegeben, dessen E-Mail-Adresse nicht die der Zeile ist."
    ),
    "import.why.other_profile": "Profil {value} hat die E-Mail-Adresse von jemandem mit einem anderen Profil.",
    "import.why.several_members": "Profil {value} hat die E-Mail-Adressen mehrerer Slack-Konten.",
    "import.file.too_large": (
        "Diese Datei ist größer als {most} MB, ich habe nichts gelesen. Exportiere weniger Monate auf einmal."
    ),
    "import.file.too_many": (
        "Diese Datei hat mehr als {most} Zeilen, es wurde nichts eingetragen. Exportiere weniger Monate auf einmal."
    ),
    "import.file.empty": "Diese Datei ist leer, es wurde nichts eingetragen. Exportiere sie noch einmal.",
    "import.file.no_rows": "Diese Datei hat ihre Spalten, aber keine Zeile; es wurde nichts eingetragen.",
    "import.file.half": (
        "Diese Datei bricht in Zeile {row} ab, es wurde nichts eingetragen: Sie kam nicht ganz an. "
        "Exportiere sie noch einmal."
    ),
    "import.file.quotes": (
        "Ab Zeile {row} stimmt ein Anführungszeichen nicht, es wurde nichts eingetragen. "
        "Schick die Datei so, wie Partner Center sie geschrieben hat."
    ),
    "import.file.encoding": (
        "Ab Zeile {row} ist diese Datei weder UTF-8 noch UTF-16, es wurde nichts eingetragen. "
        "Speichere sie als „CSV UTF-8“, oder schick sie so, wie Partner Center sie geschrieben hat."
    ),
    "import.file.columns": (
        "Diese Spalten fehlen: {columns}. Es wurde nichts eingetragen. "
        "Schick den Export *Trainings* aus Partner Center."
    ),
    "import.file.columns_twice": "Diese Spalten gibt es doppelt: {columns}. Es wurde nichts eingetragen.",
    "import.file.month_first": (
        "Bei {date} in Zeile {row} steht der Monat vor dem Tag; andere Tage könnten falsch gelesen werden, deshalb "
        "wurde nichts eingetragen. Schreib die Tage als tt/mm/jjjj oder jjjj-mm-tt, oder schick die Datei so, "
        "wie Partner Center sie geschrieben hat."
    ),
    "import.file.picture": "Das ist ein Bild. Ich lese den Export *Trainings* aus Partner Center, als CSV oder TSV.",
    "import.file.pdf": "Das ist ein PDF. Ich lese den Export *Trainings* aus Partner Center, als CSV oder TSV.",
    "import.file.json": "Das ist JSON. Ich lese den Export *Trainings* aus Partner Center, als CSV oder TSV.",
    "import.file.page": (
        "Das ist eine Webseite oder XML. Ich lese den Export *Trainings* aus Partner Center, als CSV oder TSV."
    ),
    "import.file.binary": "Das ist kein Text. Ich lese den Export *Trainings* aus Partner Center, als CSV oder TSV.",
    "import.file.not_fetched": (
        "Slack hat mir die Datei nicht gegeben, ich habe nichts gelesen. Schick sie noch einmal; wenn es wieder "
        "passiert, muss mich ein Admin des Workspace vielleicht neu installieren, damit ich Dateien lesen darf."
    ),
    "import.file.one": "Bitte nur eine Datei auf einmal; ich habe nichts gelesen.",
}
