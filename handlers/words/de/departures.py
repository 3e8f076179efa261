"""Deutsch: wer geht, und was Admins dazu sagen."""

from collections.abc import Mapping

DEPARTURES: Mapping[str, str | Mapping[str, str]] = {
    "departure.button.left": "Gegangen am …",
    "departure.button.leave": "Beurlaubt",
    "departure.button.mistake": "Versehen",
    "departure.button.all_left": "Alle gegangen",
    "departure.button.all_leave": "Alle beurlaubt",
    "departure.button.all_mistake": "Versehen: alle zurückholen",
    "departure.button.each": "Einzeln",
    "departure.ask": (
        "Was ist es? _Gegangen_ beendet es endgültig, an einem Tag deiner Wahl. _Beurlaubt_ heißt, dass {who} weiter "
        "zählt, auch wenn das Konto aus ist. _Versehen_ macht es rückgängig."
    ),
    "departure.ask_all": (
        "Was ist es? _Alle gegangen_ beendet es endgültig, an einem Tag deiner Wahl. _Alle beurlaubt_ heißt, dass sie "
        "weiter zählen, auch wenn die Konten aus sind. _Versehen_ macht es rückgängig. _Einzeln_ fragt nach jeder "
        "Person."
    ),
    "departure.many": {
        "one": "👋 *1 Konto wurde binnen einer Stunde deaktiviert:* {who}.",
        "other": "👋 *{n} Konten wurden binnen einer Stunde deaktiviert:* {who}.",
    },
    "departure.many_now": {
        "one": "Bis du etwas anderes sagst, zählt es nicht für {company}. Ist es wieder aktiv, gilt alles wie zuvor.",
        "other": (
            "Bis du etwas anderes sagst, zählen sie nicht für {company}. Wessen Konto zurückkommt, zählt wie zuvor."
        ),
    },
    "departure.many_over": "👋 Binnen einer Stunde wurden mehrere Konten deaktiviert; inzwischen ist alles geklärt.",
    "departure.left": {
        "one": "✅ Geklärt: *{who}* ist gegangen. Ab dem {day} zählt {who} nicht mehr für {company}.",
        "other": "✅ Geklärt: *{who}* sind gegangen. Ab dem {day} zählen sie nicht mehr für {company}.",
    },
    "departure.ahead": {
        "one": "✅ Geklärt: *{who}* geht. Bis zum Tag vor dem {day} zählt {who} für {company}.",
        "other": "✅ Geklärt: *{who}* gehen. Bis zum Tag vor dem {day} zählen sie für {company}.",
    },
    "departure.leave": {
        "one": "✅ Geklärt: *{who}* ist beurlaubt und zählt weiter für {company}, auch wenn das Konto aus ist.",
        "other": "✅ Geklärt: *{who}* sind beurlaubt und zählen weiter für {company}, auch wenn ihre Konten aus sind.",
    },
    "departure.mistake": {
        "one": "✅ Geklärt: Es war ein Versehen. *{who}* zählt für {company}, als wäre nichts gewesen.",
        "other": "✅ Geklärt: Es war ein Versehen. *{who}* zählen für {company}, als wäre nichts gewesen.",
    },
    "departure.each": {
        "one": "Bei 1 Person hat noch niemand gesagt, warum das Konto deaktiviert wurde:",
        "other": "Bei {n} Personen hat noch niemand gesagt, warum ihre Konten deaktiviert wurden:",
    },
    "departure.since": "*{who}*: deaktiviert am {day}",
    "departure.settled.left": "Nichts hat sich geändert: {who} ist am {day} gegangen; das ist geklärt.",
    "departure.settled.ahead": "Nichts hat sich geändert: {who} geht am {day}; das ist geklärt.",
    "departure.settled.leave": "Nichts hat sich geändert: {who} ist beurlaubt und zählt; das ist geklärt.",
    "departure.settled.back": (
        "Nichts hat sich geändert: {who} zählt schon; jemand hat es geklärt, oder das Konto ist wieder da."
    ),
    "departure.settled.again": (
        "Nichts hat sich geändert: {who} kam nach dieser Nachricht zurück und ging am {day} wieder. Bitte antworte auf "
        "die neuere Nachricht."
    ),
    "departure.settled.all": "Nichts hat sich geändert: Von all diesen Abgängen ist keiner mehr offen.",
    "departure.gone": "Nichts hat sich geändert: Diese Person ist nicht mehr eingetragen.",
    "departure.before": "Das ist zu früh: Gezählt wird seit dem {since}. Bitte wähle einen späteren Tag.",
    "departure.form": "Bitte wähle den Tag, ab dem nicht mehr gezählt wird.",
    "help.leaving": "Vormerken, dass jemand geht oder doch bleibt; ohne Namen: wer gehen wird",
    "leaving.form": "Bitte sag, wer wann geht: `{usage}`, zum Beispiel `{example}`. Nicht lesen konnte ich: {words}.",
    "leaving.noted": "👋 *{who}* geht am {day}: Ab diesem Tag zählt {who} nicht mehr für {company}.",
    "leaving.moved": "👋 *{who}* geht am {day}, nicht am {before}: Ab diesem Tag zählt {who} nicht mehr für {company}.",
    "leaving.left": "👋 *{who}* ist am {day} gegangen: Ab diesem Tag zählt {who} nicht mehr für {company}.",
    "leaving.again": "Das ist schon eingetragen: *{who}* geht am {day}.",
    "leaving.cancelled": "↩️ *{who}* bleibt und zählt weiter für {company}.",
    "leaving.none": "Da ist nichts abzusagen: Für {who} ist kein Abgang angekündigt.",
    "leaving.has_left": (
        "{who} ist am {day} gegangen; das ist geklärt. Wer zurückkommt, zählt mit der nächsten Prüfung wieder, die er "
        "oder sie verknüpft."
    ),
    "leaving.private": "Das sehen nur Admins.",
    "leaving.how_to_cancel": "Absagen: `/assay leaving @PERSON cancel`",
    "leaving.nobody": "Kein Abgang ist angekündigt. Ankündigen: `/assay leaving @PERSON DATE`",
    "leaving.list": {"one": "*1 Abgang ist angekündigt:*", "other": "*{n} Abgänge sind angekündigt:*"},
    "leaving.item": "• {who}: zählt ab dem {day} nicht mehr",
    "notice.on_leave": "↩️ *{who} ist beurlaubt* und zählt weiter für {company}, auch wenn das Konto aus ist.",
    "notice.stays": "↩️ *{who} bleibt doch* und zählt weiter für {company}.",
    "notice.back_until": "Der zuvor für den {day} angekündigte Abgang gilt weiter.",
    "open.left": "Tag wählen",
    "form.left": "Gegangen am",
    "field.left.on": "Erster Tag, an dem nicht mehr gezählt wird",
    "hint.left.on": "Bis zum Tag davor wird noch gezählt.",
}
