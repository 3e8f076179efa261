"""German: what is to come: the forecast and its calendar, what expires, what would be, what to take next."""

from collections.abc import Mapping

FORECAST: Mapping[str, str | Mapping[str, str]] = {
    "help.forecast": "Was absehbar ist, was es kostet und wann",
    "button.calendar": "Als Kalenderdatei",
    "forecast.form": "Schreib es so: `{usage}`, zum Beispiel `{example}`. Beides kann wegbleiben.",
    "forecast.past": "Der {day} liegt nicht vor uns. Nenne einen späteren Tag: `/assay ausblick bis 2018-09-01`.",
    "forecast.too_far": {
        "one": "Ich schaue höchstens 1 Jahr voraus. Nenne einen früheren Tag.",
        "other": "Ich schaue höchstens {n} Jahre voraus. Nenne einen früheren Tag.",
    },
    "forecast.title": "Was bis zum {day} absehbar ist",
    "forecast.title_of": "Was für {competency} bis zum {day} absehbar ist",
    "forecast.next": "Nächste Änderung einer Stufe: {day}.",
    "forecast.none": "Nach allem, was heute bekannt ist, ändert sich bis dahin keine Stufe.",
    "forecast.counts": "{level} – {terms}, die sie erfüllen: heute {today}, am {day} {then}.",
    "forecast.reserve": "{level} – Personen über (+) oder unter (−) dem Bedarf: heute {today}, am {day} {then}.",
    "forecast.chart": "{Terms} mit erfüllter Stufe",
    "forecast.chart_of": "Personen über dem Bedarf: {competency}",
    "forecast.day": "*{day}*: {what}.",
    "forecast.costly": "⚠️ *{day}*: {what}.",
    "forecast.turn": "      {icon} {level}: {before} → {after}",
    "forecast.lacks": "{status}, es fehlt: {what}",
    "forecast.more": {
        "one": "… und 1 weiterer Tag, an dem etwas wegfällt, ohne dass sich eine Stufe ändert.",
        "other": "… und {n} weitere Tage, an denen etwas wegfällt, ohne dass sich eine Stufe ändert.",
    },
    "forecast.needs": (
        "❔ *{level}* am {day}: noch nicht bekannt, weil Monate noch ausstehen. Bis dahin fehlt noch: {what}."
    ),
    "forecast.needed": "{amount} ({metric})",
    "forecast.projection": (
        "      {icon} *Hochrechnung*, kein Stand: Sind die kommenden Monate wie der Durchschnitt der letzten {n}, "
        "dann ist sie am {day} {status}."
    ),
    "forecast.ground": (
        "Nach dem, was heute, am {day}, bekannt ist; hochgerechnet ist nur, wobei es ausdrücklich steht."
    ),
    "falls.left": {"one": "{who} geht", "other": "{who} gehen"},
    "falls.expired": "{code} läuft ab ({who})",
    "falls.no_longer_accepted": "das Programm erkennt {code} nicht mehr an",
    "falls.override_ended": "die Ausnahme für {what} endet",
    "falls.of_person": "{code} ({who})",
    "falls.status_ended": "der Status „{name}“ endet",
    "falls.rules_changed": "neue Regeln für {what}",
    "falls.figures": "ältere Monate zählen nicht mehr ({metric})",
    "falls.nothing": "nichts fällt weg",
    "calendar.title": "Termine von {company}",
    "calendar.sent": (
        "📅 Ich habe dir die Termine als Kalenderdatei in unsere Direktnachrichten geschickt. "
        "Du kannst sie später wieder importieren: Was sich verschoben hat, wird verschoben; nichts steht doppelt da."
    ),
    "shell.missing_scope": (
        "Ich darf noch keine Dateien schicken, deshalb kam keine: Wer mich installiert hat, muss mir die "
        "Berechtigung `files:write` geben, wie es im Manifest steht, und mich neu installieren."
    ),
    "calendar.anniversary": "Jahrestag der {level}-Mitgliedschaft",
    "calendar.opens": "Ab heute lässt sich die {level}-Mitgliedschaft verlängern",
    "calendar.closes": "Letzter Tag, um die {level}-Mitgliedschaft zu verlängern",
}
