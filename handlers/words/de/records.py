"""Deutsch: Ausnahmen, Mitgliedschaften und Kennzahlen, wie Admins sie eintragen."""

from collections.abc import Mapping

RECORDS: Mapping[str, str | Mapping[str, str]] = {
    "grant.form": (
        "Nenne die Stufe einer {term}, oder eine Person und eine Prüfung: `{usage}`. Zum Beispiel: `{example}`."
    ),
    "grant.unreadable": (
        "„{words}“ kann ich nicht lesen, deshalb wurde nichts eingetragen. Die Form ist `{usage}`. "
        "Zum Beispiel: `{example}`."
    ),
    "grant.ends_first": "Die Ausnahme würde am {until} enden, bevor sie am {since} beginnt. Bitte prüfe beide Daten.",
    "grant.past": (
        "Eine Ausnahme bis zum {until} wäre schon vorbei und würde nichts ändern, deshalb wurde sie nicht eingetragen. "
        "Gib ein Ende an, das noch kommt."
    ),
    "grant.no_level": (
        "Die Regeln vom {day} kennen für {competency} keine Stufe {level}, deshalb gibt es keine Ausnahme davon."
    ),
    "grant.no_such_number": {
        "one": "Welche Ausnahme? Die Liste hat 1: `/assay override list` zeigt sie mit ihrer Nummer.",
        "other": "Welche Ausnahme? Die Liste hat {n}: `/assay override list` zeigt jede mit ihrer Nummer.",
    },
    "grant.over": (
        "Ausnahme {number} ist vorbei: Seit dem {day} gilt sie nicht mehr. `/assay override list` zeigt die anderen."
    ),
    "grant.done": "✅ Ausnahme eingetragen: *{what}*, vom {since} bis zum Tag vor dem {until}.",
    "grant.again": "Diese Ausnahme ist schon eingetragen: *{what}*, vom {since} bis zum Tag vor dem {until}.",
    "grant.credential_of": "{code} von {who}",
    "grant.by": "Gewährt von: {text}",
    "grant.reason": "Grund: {text}",
    "grant.ticket": "Ticket: {text}",
    "grant.days_left": {"one": "Sie endet in 1 Tag.", "other": "Sie endet in {n} Tagen."},
    "grant.begins": {"one": "Sie beginnt in 1 Tag.", "other": "Sie beginnt in {n} Tagen."},
    "grant.with_and_without": "Mit ihr heute: {status}. Nach den Tatsachen allein: {facts}.",
    "grant.with_it": "*Mit ihr heute*",
    "grant.without_it": "Wenn sie endet, gilt wieder, was die Tatsachen allein sagen.",
    "grant.alone": "Nach den Tatsachen allein: {facts}.",
    "grant.covers": (
        "Wenn sie am {day} endet, ist gefährdet: {what}, wenn dann die Tatsachen nicht reichen. Die Admins erfahren es."
    ),
    "grant.reminders": "Ich erinnere einen Admin an ihr Ende: {days}.",
    "grant.recorded_only": "Eingetragen ist nicht gewährt: Das kann nur der Anbieter.",
    "grant.none": (
        "Keine Ausnahme gilt oder steht bevor. Trag eine ein, die der Anbieter gewährt hat, zum Beispiel: `{example}`."
    ),
    "grant.list": {
        "one": "*1 Ausnahme* gilt oder steht bevor, Stand {day}",
        "other": "*{n} Ausnahmen* gelten oder stehen bevor, Stand {day}",
    },
    "grant.item": "{number}. *{what}*, vom {since} bis zum Tag vor dem {until}",
    "grant.how_to_end": "Heute beenden: `/assay override end NUMMER`",
    "grant.ended": "✅ Die Ausnahme für *{what}* endet heute, am {day}: Ab heute zählen die Tatsachen allein.",
    "bought.form": "Welche Stufe wurde wann gekauft? Zum Beispiel: `{example}`.",
    "bought.no_date": "„{day}“ ist kein Tag des Kalenders. Schreib Jahr, Monat, Tag, zum Beispiel: `{example}`.",
    "bought.unreadable": "„{words}“ kann ich nicht lesen, deshalb wurde nichts eingetragen. Die Form ist `{usage}`.",
    "bought.future": "Der {day} kommt erst noch. Bitte gib den Tag an, an dem die Mitgliedschaft gekauft wurde.",
    "bought.too_old": "Der {day} kann nicht stimmen. Bitte prüfe das Jahr.",
    "bought.done": "✅ Eingetragen: {level}-Mitgliedschaft, gekauft am {purchased}, Jahrestag am {anniversary}.",
    "bought.again": "Schon eingetragen: {level}-Mitgliedschaft, gekauft am {purchased}, Jahrestag am {anniversary}.",
    "bought.days_left": {"one": "1 Tag bis zum Jahrestag.", "other": "{n} Tage bis zum Jahrestag."},
    "bought.over": "Dieses Jahr ist vorbei. Wenn ihr verlängert habt, trag den Tag der Verlängerung ein.",
    "bought.held_unknown": "Ob heute eine {term} {level} hat, ist nicht bekannt.",
    "bought.not_held": "Nach dem, was eingetragen ist, hat heute keine {term} {level}.",
    "bought.no_risk": "Nichts ist bekannt, was bis dahin eine Stufe gefährden würde.",
    "bought.at_risk": "⚠️ Bis dahin gefährdet, nach dem, was eingetragen ist: {what}. Die Admins erfahren mehr.",
    "report.form": "Schreib Kennzahl, Monat und Wert: `/assay figure {example} 2017-12 9000`. Kennzahlen: {metrics}.",
    "report.unknown_metric": "Diese Kennzahl kenne ich nicht. Die Kennzahlen sind {metrics}.",
    "report.month": "„{month}“ ist kein Monat. Schreib Jahr und Monat, zum Beispiel 2017-12.",
    "report.future": "{month} kommt erst noch. Kennzahlen können bis zu diesem Monat gemeldet werden.",
    "report.ambiguous": "„{value}“ kann man auf zwei Arten lesen. Schreib `{one}` oder `{other}`.",
    "report.too_long": "Diese Zahl ist zu lang: höchstens {most} Ziffern.",
    "report.no_number": (
        "„{value}“ ist kein Betrag. Schreib nur Ziffern, ohne Währung, zum Beispiel `9000` oder `9000,50`."
    ),
    "report.done": "✅ Eingetragen: {metric} im {month}: {value}.",
    "report.replaced": "Das ersetzt {value}; die frühere Meldung bleibt festgehalten.",
    "report.this_month": "Dieser Monat ist noch nicht vorbei: Er zählt ab {month}.",
}
