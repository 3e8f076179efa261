"""Deutsch: was Admins ungefragt erfahren."""

from collections.abc import Mapping

NOTICES: Mapping[str, str | Mapping[str, str]] = {
    "notice.somebody": "jemand",
    "notice.departed": "👋 *{who} ist gegangen.* Ab dem {day} zählt {who} nicht mehr für {company}.",
    "notice.departed_later": "👋 *{who} geht.* Ab dem {day} wird {who} nicht mehr für {company} zählen.",
    "notice.departed_many": {
        "one": "👋 *1 Person ist gegangen*: {who}.",
        "other": "👋 *{n} Personen sind gegangen*: {who}. Sie zählen nicht mehr für {company}.",
    },
    "notice.provisional": (
        "Das Slack-Konto wurde deaktiviert, deshalb gilt das vorläufig: Ist es wieder aktiv, zählt alles wie zuvor."
    ),
    "notice.costs_nothing": "Keine Stufe geht dadurch verloren.",
    "notice.costs": "Nicht mehr erfüllt: *{levels}*.",
    "notice.costs_open": "Bisher nicht bekannt, damit nicht erfüllt: *{levels}*.",
    "notice.costs_more": "Schon gefährdet, und jetzt fehlt eine Person mehr: {levels}.",
    "notice.renewal": "⚠️ *Eine Änderung gefährdet eure Verlängerung auf {level}.*",
    "notice.level_at_risk": "⚠️ *{level}* ist gefährdet.",
    "notice.renewal_text": (
        "An eurem Jahrestag, dem {day}, muss wieder eine {term} {level} erreichen; nach den Einträgen keine."
    ),
    "notice.renewal_text_window": (
        "Euer Jahrestag war am {at}, verlängern könnt ihr bis zum {closes}: Bis dahin muss wieder eine {term} "
        "{level} erreichen; nach den heutigen Einträgen tut es keine."
    ),
    "notice.short_window": (
        "Seit dem {day} ist die Stufe nicht erfüllt; es fehlt: {what}. "
        "Euer Jahrestag war am {at}, verlängern könnt ihr bis zum {closes}."
    ),
    "notice.short_covered_window": (
        "Nach den Tatsachen allein fehlt: {what}; die Ausnahme endet am {day}. "
        "Euer Jahrestag war am {at}, verlängern könnt ihr bis zum {closes}."
    ),
    "notice.short": "Ab dem {day} fehlt: {what}. So ist die Stufe an eurem Jahrestag, dem {at}, nicht erfüllt.",
    "notice.short_now": "Seit dem {day} fehlt: {what}. So ist die Stufe an eurem Jahrestag, dem {at}, nicht erfüllt.",
    "notice.shown": {
        "one": (
            "Euer Profil zeigt es weiter bis zum {day}. Zum Verlängern müssen die Anforderungen wieder erfüllt sein."
        ),
        "other": (
            "Euer Profil zeigt all das weiter bis zum {day}. "
            "Zum Verlängern müssen die Anforderungen wieder erfüllt sein."
        ),
    },
    "notice.year_over": "Euer Jahrestag ist vorbei: Zum Verlängern müssen die Anforderungen wieder erfüllt sein.",
    "notice.withdrew": "Was sich geändert hat: {who} hat {code} zurückgenommen.",
    "notice.level_covered": (
        "⚠️ *{level}* ist gefährdet: Bis zum Tag vor dem {day} gilt eine Ausnahme, die Tatsachen reichen nicht."
    ),
    "notice.short_covered": "Nach den Tatsachen allein fehlt an eurem Jahrestag, dem {at}: {what}.",
    "notice.short_then": "An eurem Jahrestag fehlt: {what}.",
    "notice.unknown": "Für den {at} noch nicht bekannt: {what}.",
    "notice.cause.left": "Grund: {who} ist am {day} gegangen.",
    "notice.cause.left_later": "Grund: {who} geht am {day}.",
    "notice.cause.expired": "Grund: {code} von {who} läuft ab; der letzte Tag ist der {last}.",
    "notice.cause.no_longer_accepted": "Grund: Das Programm erkennt {code} ab dem {day} nicht mehr an.",
    "notice.cause.override_ended": "Grund: Eine Ausnahme endet am {day}.",
    "notice.cause.status_ended": "Grund: Ein Status, den der Anbieter verliehen hat, endet am {day}.",
    "notice.cause.rules_changed": "Grund: Ab dem {day} gelten neue Regeln.",
    "notice.cause.figures": "Grund: Die Kennzahlen der zwölf Monate vor dem {day} sind zu niedrig.",
    "notice.mend": "Abhilfe: {what}.",
    "notice.mend_from": "{what} (zu erwerben ab dem {day})",
    "notice.mend_or": "Oder: {what}.",
    "notice.mend_plus": "{first}, dazu {second}",
    "notice.mend_place": {
        "one": "1 weitere Person mit {asks}",
        "other": "{n} weitere Personen, jede mit {asks}",
    },
    "notice.mend_none": "Was fehlt, kann niemand mehr erwerben: Frag den Anbieter, was stattdessen zählt.",
    "notice.nearest": "Am nächsten dran: {who}.",
    "notice.nearest_first": "Für das Erste am nächsten dran: {who}.",
    "notice.nearest_second": "Für das Zweite am nächsten dran: {who}.",
    "notice.nearest_further": "Für das Weitere am nächsten dran: {who}.",
    "notice.lacks": "{who} (braucht noch {what})",
    "notice.nobody_near": "Sonst hat noch niemand einen Teil davon; erwerben können es alle, die dort nicht zählen.",
    "notice.nearest_levels": "Dann am nächsten an {level}: {levels}.",
    "notice.level_unknown": "{status}: {what}",
    "notice.level_distance": "{name} ({distance})",
    "notice.already_mended": "*{level}* war gefährdet; nach dem, was jetzt eingetragen ist, nicht mehr.",
    "notice.forgotten": "*{level}* war gefährdet; darüber ist nichts mehr eingetragen.",
    "notice.mended": (
        "✅ Nicht mehr gefährdet: *{levels}*. Nach dem, was eingetragen ist, sind die Anforderungen am {day} erfüllt."
    ),
    "notice.returned_many": "↩️ *{who} sind zurück* und zählen für {company}, als wäre nichts gewesen.",
    "notice.returned": "↩️ *{who} ist zurück* und zählt für {company}, als wäre nichts gewesen.",
    "notice.override.days": {
        "one": "⏳ *Die Ausnahme für {what} endet morgen*, am {day}.",
        "other": "⏳ *Die Ausnahme für {what} endet in {n} Tagen*, am {day}.",
    },
    "notice.override.today": "⏳ *Die Ausnahme für {what} ist zu Ende*: Heute, am {day}, ist der erste Tag ohne sie.",
    "notice.override.over": "⏳ *Die Ausnahme für {what} ist zu Ende* seit dem {day}.",
    "notice.override.forgotten": "⏳ Eine Ausnahme, die nicht mehr eingetragen ist, endet am {day} oder ist zu Ende.",
    "notice.override.alone": "Nach den Tatsachen allein ist *{level}* dann: {facts}.",
    "notice.override.nothing": "Keine Stufe hängt dann von ihr ab.",
    "notice.override.other": "Eine andere Ausnahme deckt *{level}* bis zum {day}.",
    "notice.ground": "Stand: {day}, nach dem, was über {company} eingetragen ist. Näheres: `/assay status`",
}
