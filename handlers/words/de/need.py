"""Deutsch: was eine Stufe verlangt, und worauf das beruht."""

from collections.abc import Mapping

NEED: Mapping[str, str | Mapping[str, str]] = {
    "need.headline": "{icon} *{level} in {competency}: {status}*",
    "need.nothing_missing": "Es fehlt nichts.",
    "need.missing": "Noch nötig: {what}.",
    "need.missing_without": "Ohne sie noch nötig: {what}.",
    "need.missing_nearest": "Auf dem kürzesten Weg noch nötig: {what}.",
    "need.only_unknown": "Soweit bekannt, fehlt nichts. Aber nicht alles ist bekannt.",
    "need.confirmed": "Wenn nur Erfolge zählen, die der Anbieter bestätigt hat: {status}.",
    "need.option": "*Was verlangt ist: {name}*",
    "need.option_nearest": "*Kürzester Leistungspfad: {name}*",
    "need.or": "Oder: {way} ({distance}).",
    "need.other_option": "Anderer Leistungspfad, {name}: {distance}.",
    "need.other_level": "{icon} {level}: {status}. Jede Stufe hat eigene Anforderungen.",
    "need.lower_level": (
        "{icon} {level}: {status}. Für {asked} spielt das keine Rolle: Jede Stufe hat eigene Anforderungen. "
        "Eine Mitgliedschaft der Stufe {asked} zeigt, was ihr auf dieser Stufe und darunter habt."
    ),
    "need.more_ways": {"one": "Es gibt 1 weiteren Weg.", "other": "Es gibt {n} weitere Wege."},
    "need.figures_only": "nur die Kennzahlen",
    "need.undefined": ("Die Regeln vom {since} kennen für {competency} die Stufe {level} nicht. Sie kennen: {levels}."),
    "override.level": (
        "Das gilt als erfüllt durch eine Ausnahme (Override), die am {until} endet. "
        "Nach den Tatsachen allein: {status}."
    ),
    "override.credential": (
        "Das beruht auf einer Ausnahme (Override) für {credential}, die am {until} endet. Ohne Ausnahmen: {status}."
    ),
    "missing.people": {"one": "1 Person", "other": "{n} Personen"},
    "figure.line": "{icon} {name}: {value} gemeldet, {asked} nötig",
    "figure.at_least": "mindestens {amount}",
    "figure.unpublished": "ein nie veröffentlichter Betrag",
    "figure.nothing": "nichts",
    "figure.missing": ", es fehlen {amount}",
    "figure.short": "{amount} ({metric})",
    "figure.average_short": "ein höherer Monatsdurchschnitt ({metric})",
    "figure.months": "Gemeldet: {n} der letzten {of} Monate.",
    "figure.months_of_year": "Gemeldet: {n} von {of} vollen Monaten des laufenden Mitgliedschaftsjahres.",
    "figure.last": "Zuletzt gemeldet für {month}.",
    "figure.of_which": "Teil von: {whole}.",
    "figure.average": "Und im Durchschnitt mindestens {amount} im Monat.",
    "figure.associations": "Zählt nur, wo ihr {kinds} seid.",
    "figure.excludes": "Ohne {what}.",
    "figure.not_published": (
        "Nicht bekannt: Der Betrag für euren Markt wurde nie veröffentlicht. Frag deinen Kontakt beim Anbieter."
    ),
    "figure.no_membership": (
        "Nicht bekannt: Gezählt wird ab dem Jahrestag, und für diesen Tag ist keine Mitgliedschaft eingetragen. Ein "
        "Admin kann sie eintragen: `/assay membership STUFE DATUM`"
    ),
    "figure.year_just_begun": (
        "Nicht bekannt: Das Mitgliedschaftsjahr hat gerade erst begonnen; noch ist keiner seiner Monate vorbei."
    ),
    "figure.never": (
        "Nicht bekannt: Es ist noch nichts gemeldet. Ein Admin kann es nachholen: "
        "`/assay figure {metric} {month} BETRAG`"
    ),
    "figure.gaps": {
        "one": (
            "Nicht bekannt: 1 Monat ist nicht gemeldet. Ein Admin kann ihn melden: "
            "`/assay figure {metric} {month} BETRAG`"
        ),
        "other": (
            "Nicht bekannt: {n} Monate sind nicht gemeldet. Ein Admin kann sie einzeln melden: "
            "`/assay figure {metric} {month} BETRAG`"
        ),
    },
    "figure.to_come": {
        "one": "Nicht bekannt: 1 Monat liegt noch in der Zukunft.",
        "other": "Nicht bekannt: {n} Monate liegen noch in der Zukunft.",
    },
    "flag.line": "{icon} Status „{name}“ vom Anbieter verliehen: {status}",
    "flag.not_recorded": (
        "Nicht bekannt: Niemand hat eingetragen, ob ihr ihn habt. Frag deinen Kontakt beim Anbieter."
    ),
    "held.line": "{icon} {name}: {status}",
    "people.line": "{icon} Personen: {filled} von {n}",
    "people.places": {"one": "1 Person mit {asks}", "other": "{n} Personen, jede mit {asks}"},
    "people.counted": "Angerechnet: {who}.",
    "people.spares": {"one": "Könnte einspringen: {who}.", "other": "Könnten einspringen: {who}."},
    "people.find": {"one": "Es fehlt noch 1 Person.", "other": "Es fehlen noch {n} Personen."},
    "people.find_these": {
        "one": "Es fehlt noch 1 Person mit {asks}. Die anderen Nachweise kann niemand mehr erwerben.",
        "other": "Es fehlen noch {n} Personen mit {asks}. Die anderen Nachweise kann niemand mehr erwerben.",
    },
    "people.find_none": {
        "one": (
            "Es fehlt noch 1 Person. Diese Nachweise kann niemand mehr erwerben: "
            "Frag beim Anbieter, was stattdessen zählt."
        ),
        "other": (
            "Es fehlen noch {n} Personen. Diese Nachweise kann niemand mehr erwerben: "
            "Frag beim Anbieter, was stattdessen zählt."
        ),
    },
    "people.nearest": "Am nächsten dran: {who}.",
    "people.lacks": "{who} (es fehlt: {what})",
    "people.nearest_count": {
        "one": "1 Person hat schon einen Teil davon.",
        "other": "{n} Personen haben schon einen Teil davon.",
    },
    "people.you": "du",
    "people.number": {"one": "1 Person", "other": "{n} Personen"},
    "people.others": {"one": "1 weitere Person", "other": "{n} weitere Personen"},
    "asks.one_of": "eins von {items}",
    "asks.until": "{credential} (zählt hier bis {day})",
    "asks.plus": "{first}, dazu {second}",
    "asks.or_else": "{first} oder aber {second}",
    "distance.people": {"one": "1 Person fehlt", "other": "{n} Personen fehlen"},
    "distance.figures": {"one": "1 Kennzahl zu niedrig", "other": "{n} Kennzahlen zu niedrig"},
    "distance.flags": {"one": "1 Status nicht verliehen", "other": "{n} Status nicht verliehen"},
    "distance.levels": {"one": "1 andere Stufe nicht erfüllt", "other": "{n} andere Stufen nicht erfüllt"},
    "distance.unknown": {"one": "1 Kennzahl nicht bekannt", "other": "{n} Kennzahlen nicht bekannt"},
    "ground.today": "Stand heute, {day}.",
    "ground.later": (
        "Ausblick auf den {day}: ohne alles, was nach heutigem Wissen bis dahin endet. "
        "Kennzahlen künftiger Monate werden nicht geschätzt."
    ),
    "ground.earlier": "Stand vom {day}, nach dem, was jetzt eingetragen ist.",
    "ground.rules": "Regeln vom {since}, aus „{source}“, geprüft am {checked}.",
    "ground.renews": (
        "Ihr wart schon Mitglied, als diese Regeln kamen. Weil ihr verlängert, gelten sie für euch seit dem {day}, für "
        "neue Partner seit dem {since}."
    ),
    "ground.renewals_later": "Für neue Partner gelten sie seit dem {since}, bei einer Verlängerung ab dem {day}.",
    "ground.awaited": (
        "Für neue Partner gelten neuere Regeln vom {since}. Weil ihr verlängert, gelten sie für euch ab dem {day}."
    ),
    "ground.figures": "Kennzahlen bis {month}.",
    "ground.no_figures": "Keine Kennzahlen gemeldet.",
    "ground.before_first": ("Das sind die ersten veröffentlichten Regeln, vom {since}; frühere sind nicht bekannt."),
    "ground.note": "Wie die Regeln gelesen werden: {note}",
    "ground.ended": (
        "Das Programm ist zu Ende: Die letzte Verlängerung war am {day} möglich. Danach kam: {successor}."
    ),
    "list.more": {"one": "1 anderer", "other": "{n} andere"},
    "cut.text": "… (gekürzt: zu lang für eine Nachricht)",
    "cut.blocks": {
        "one": "1 Teil fehlt hier: zu lang für eine Nachricht. Frag nach einer {term} oder einer Stufe.",
        "other": "{n} Teile fehlen hier: zu lang für eine Nachricht. Frag nach einer {term} oder einer Stufe.",
    },
}
