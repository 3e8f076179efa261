"""Deutsch: Ausnahmen, für alle, die fragen, und was ein Export noch nicht zeigt."""

from collections.abc import Mapping

OVERRIDES: Mapping[str, str | Mapping[str, str]] = {
    "help.override withdraw": "Sagen, dass eine Ausnahme nie eine war",
    "overrides.all": {
        "one": "*1 Ausnahme gilt am {day} oder kommt noch.*",
        "other": "*{n} Ausnahmen gelten am {day} oder kommen noch.*",
    },
    "overrides.all_none": "Am {day} gilt keine Ausnahme, und keine kommt noch.",
    "overrides.of": {
        "one": "*{name}: 1 Ausnahme gilt am {day} oder kommt noch.*",
        "other": "*{name}: {n} Ausnahmen gelten am {day} oder kommen noch.*",
    },
    "overrides.of_none": "*{name}*: Am {day} gilt keine Ausnahme, und keine kommt noch.",
    "overrides.item": "• *{what}*, ab {since} bis zum Tag vor dem {until}. {left}",
    "overrides.personal": {
        "one": "• 1 Ausnahme für die Prüfung einer Person; für wen, sehen nur Admins und nur privat.",
        "other": "• {n} Ausnahmen für Prüfungen von Personen; für wen, sehen nur Admins und nur privat.",
    },
    "overrides.proven": "Der Export des Anbieters zeigt diese Prüfung inzwischen: Sie braucht die Ausnahme nicht mehr.",
    "overrides.claimed": (
        "Gedeckt bis {until}; die Prüfung selbst ist nur angegeben und fehlt noch im Export des Anbieters. Bis ein "
        "Export sie zeigt, bleibt gefährdet, was sie deckt."
    ),
    "overrides.no_record": "Außer der Ausnahme ist zu dieser Prüfung nichts eingetragen.",
    "overrides.over": "*Keine Ausnahme gilt, und keine kommt noch.*",
    "overrides.open": (
        "• *{what}*: gedeckt bis {until}, fehlt noch im Export des Anbieters. Was sie deckte, ist gefährdet."
    ),
    "overrides.how_to_withdraw": "Eine, die nie eine war: `/assay override withdraw NUMMER because GRUND`",
    "overrides.withdrawn": (
        "🗑️ Zurückgenommen: die Ausnahme für *{what}*. Sie zählte nie; wer sie wann zurücknahm, bleibt vermerkt."
    ),
    "notice.unproven": (
        "{code} von {who} war bis zum {day} durch eine Ausnahme gedeckt und fehlt noch im Export des Anbieters: "
        "Importiere einen, der sie zeigt."
    ),
    "notice.unproven_ahead": (
        "{code} von {who} ist bis zum {day} durch eine Ausnahme gedeckt und fehlt noch im Export des Anbieters: "
        "Importiere einen, der sie zeigt."
    ),
}
