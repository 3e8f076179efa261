"""German: what was at risk and is not known now, and what a renewal's heading says before, in and after its window."""

from collections.abc import Mapping

OUTLOOK: Mapping[str, str | Mapping[str, str]] = {
    "unclear.head": "❔ *Bisher gefährdet, jetzt nicht bekannt: {levels}.* Was {when} offen ist:",
    "unclear.ahead": "für euren Jahrestag, den {day},",
    "unclear.window": "für die Verlängerung, möglich bis zum {closes},",
    "unclear.today": "heute",
    "unclear.to_come": {
        "one": "• {name}: 1 Monat liegt noch vor euch.",
        "other": "• {name}: {n} Monate liegen noch vor euch.",
    },
    "unclear.report": {
        "one": "• {name}: {month} ist nicht gemeldet. Ein Admin kann das: `/assay kennzahl {metric} {first} BETRAG`",
        "other": (
            "• {name}: {n} Monate sind nicht gemeldet, der erste ist {month}. Ein Admin kann das: "
            "`/assay kennzahl {metric} {first} BETRAG`"
        ),
    },
    "unclear.unpublished": (
        "• {name}: Der Betrag für euren Markt wurde nie veröffentlicht. Fragt euren Kontakt beim Anbieter."
    ),
    "unclear.begun": "• {name}: Das Mitgliedschaftsjahr hat gerade erst begonnen.",
    "unclear.flag": (
        "• Status „{name}“: Niemand hat eingetragen, ob ihr ihn habt. Fragt den Anbieter, dann `/assay flag {flag} ja` "
        "oder `nein`"
    ),
    "unclear.other": "• {name}: nicht bekannt.",
    "unclear.stays": "Das Risiko bleibt offen. Sobald es behoben ist, erfahren es die Admins.",
    "unclear.back": "*{level}* war eine Weile nicht bekannt; nach dem, was jetzt eingetragen ist, weiter gefährdet.",
    "status.unclear": "❔ Bisher gefährdet, jetzt nicht bekannt: {levels}.",
    "status.unclear_for": "❔ Bisher gefährdet, jetzt nicht bekannt: {levels}. Es fehlt: {what}.",
    "status.risks_window": {
        "one": "⚠️ *1 Risiko für eure Verlängerung, möglich bis zum {closes}:*",
        "other": "⚠️ *{n} Risiken für eure Verlängerung, möglich bis zum {closes}:*",
    },
    "status.risks_over": {
        "one": "⚠️ *1 Risiko für eure Verlängerung; euer Jahrestag war am {at}:*",
        "other": "⚠️ *{n} Risiken für eure Verlängerung; euer Jahrestag war am {at}:*",
    },
    "risk.renewal": "⚠️ *Eure Verlängerung auf {level} ist gefährdet.*",
    "risk.none_over": "✅ *Nicht gefährdet,* soweit bekannt. Euer Jahrestag war am {at}.",
    "risk.unknown_now": "❔ Heute nicht bekannt: {what}. Das ist weder ein Risiko noch eine Entwarnung.",
    "notice.figures_again": {
        "one": "Solange niemand meldet, frage ich jeden Monat wieder.",
        "other": "Solange niemand meldet, frage ich alle {n} Monate wieder.",
    },
    "dates.no_month": "„{typed}“ ist kein Tag: Diesen Monat gibt es nicht. Nenn einen anderen, zum Beispiel {example}.",
    "dates.no_day": {
        "one": "„{typed}“ gibt es nicht: Dieser Monat hat {n} Tag. Nenn einen anderen.",
        "other": "„{typed}“ gibt es nicht: Dieser Monat hat {n} Tage. Nenn einen anderen.",
    },
    "notice.override.alone_now": "Nach den Tatsachen allein ist *{level}* jetzt: {facts}.",
    "notice.renewal_before": "Verlängert vor diesem Tag: Nach den Tatsachen allein erreicht keine {term} {level}.",
    "notice.renewal_soon": "⚠️ Verlängert vor dem {day}, solange die Ausnahme zählt.",
    "overrides.not_needed": "✅ Nicht mehr nötig: Was sie trägt, ist ohne sie erfüllt und bleibt es, wenn sie endet.",
    "overrides.needed_later": "Heute nicht nötig, am {until}, wenn sie endet, aber wieder.",
    "whatif.window": (
        "Euer Jahrestag war am {at}. Verlängern könnt ihr bis zum {closes}, mit dem, was bis dahin erfüllt ist."
    ),
    "notice.mended_window": (
        "✅ Nicht mehr gefährdet: *{levels}*. Die Anforderungen sind erfüllt; verlängern könnt ihr bis zum {closes}."
    ),
    "notice.mended_over": (
        "✅ Nicht mehr gefährdet: *{levels}*. Nach dem, was eingetragen ist, sind die Anforderungen erfüllt."
    ),
    "alert.risk_unknown_window": (
        "⚠️ *{level}* ist gefährdet. Euer Jahrestag war am {at}; verlängern könnt ihr bis zum {closes}."
    ),
    "alert.renewal_window": (
        "⚠️ Die Verlängerung auf {level} ist gefährdet: Euer Jahrestag war am {at}, möglich ist sie bis zum {closes}."
    ),
}
