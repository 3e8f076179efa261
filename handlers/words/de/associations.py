"""Deutsch: Zuordnungen von Profilen zu Firmen, Ansprüche auf ein Profil, und mehrere Firmen an einem Ort."""

from collections.abc import Mapping

ASSOCIATIONS: Mapping[str, str | Mapping[str, str]] = {
    "association.counts": "Wenn du das heute machst, zählt es dort ab dem {first} ({lag}; {source}).",
    "association.counts_between": (
        "Wenn du das heute machst, zählt es dort ab einem Tag zwischen dem {first} und dem {last} ({lag}; {source})."
    ),
    "association.hours": {"one": "nach {n} Stunde", "other": "nach {n} Stunden"},
    "association.hours_between": {"one": "nach {least} bis {n} Stunde", "other": "nach {least} bis {n} Stunden"},
    "association.days": {"one": "nach {n} Tag", "other": "nach {n} Tagen"},
    "association.days_between": {"one": "nach {least} bis {n} Tag", "other": "nach {least} bis {n} Tagen"},
    "organisation.of": "🏢 {name}",
    "organisation.which": "*Welche Firma meinst du:* {names}?",
    "organisation.which_settle": (
        "Um es für dich festzulegen, schreib mir direkt: `/assay organisation NAME`. Für einen Kanal schreibt das "
        "dort ein Admin der Firma."
    ),
    "organisation.here": "Hier antworte ich für *{name}*.",
    "organisation.here_none": "Noch ist nicht festgelegt, für welche Firma ich dir hier antworte.",
    "organisation.served": "In diesem Workspace gibt es {names}.",
    "organisation.ids": "Die Nummern der Firma beim Anbieter: {ids}.",
    "organisation.no_ids": (
        "Die Nummern der Firma beim Anbieter sind nicht eingetragen, deshalb zählt jede Zeile eines Exports für sie. "
        "Trag sie ein mit `/assay organisation ids NUMMER …`."
    ),
    "organisation.ids_form": (
        "Welche Nummern hat die Firma beim Anbieter? Schreib sie zum Beispiel so: "
        "`/assay organisation ids 1234567`. Nicht lesen konnte ich: {typed}."
    ),
    "organisation.id_taken": (
        "{number} ist für eine andere Firma eingetragen, deshalb wurde nichts geändert. Bitte prüfe die Nummer."
    ),
    "organisation.ids_done": "✅ Eingetragen: Die Nummern von *{name}* beim Anbieter sind {ids}.",
    "organisation.ids_use": (
        "Ein Import nimmt jetzt nur noch Zeilen mit diesen Nummern. Zeilen mit einer anderen gehen an die Firma, der "
        "die Nummer gehört, oder werden als übersprungen genannt."
    ),
    "organisation.unknown": "Ich weiß nicht, welche Firma „{typed}“ ist. Es gibt {names}.",
    "organisation.settled_me": (
        "✅ Ab jetzt antworte ich dir für *{name}*, außer wo für einen Kanal etwas anderes festgelegt ist."
    ),
    "organisation.settled_channel": "✅ Ab jetzt antworte ich in diesem Kanal allen für *{name}*.",
    "organisation.channel_admins": "Das kann für einen Kanal nur ein Admin von {name} festlegen.",
    "organisation.button_me": "{name}: für mich",
    "organisation.button_channel": "{name}: für diesen Kanal",
    "help.organisation": "Sehen, für welche Firma ich hier antworte, oder es festlegen",
    "help.organisation ids": "Eintragen, welche Nummern eure Firma beim Anbieter hat",
}
