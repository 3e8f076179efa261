"""Deutsch: was man erfährt, weil ein Tag naht oder vorbei ist, und was zwischen Unternehmen wechselt."""

from collections.abc import Mapping

REMINDERS: Mapping[str, str | Mapping[str, str]] = {
    "notice.ground_own": "Stand: {day}, nach dem, was bei {company} über dich eingetragen ist. Näheres: `/assay mine`",
    "notice.changed.batch": {
        "one": "Was sich geändert hat: Ein Import wurde zurückgenommen, und mit ihm 1 Erfolg.",
        "other": "Was sich geändert hat: Ein Import wurde zurückgenommen, und mit ihm {n} Erfolge.",
    },
    "notice.changed.market": "Was sich geändert hat: Jetzt gelten die Schwellenwerte für {market}.",
    "notice.changed.figure": "Was sich geändert hat: {name} wurde für {month} gemeldet.",
    "notice.changed.flag": "Was sich geändert hat: Der Status „{name}“ wurde eingetragen.",
    "notice.renewal_by_override": "⚠️ *Eure Verlängerung auf {level} ruht auf einer Ausnahme, die am {day} endet.*",
    "notice.renewal_by_override_text": (
        "An eurem Jahrestag, dem {at}, gilt sie noch; nach den Tatsachen allein erreicht dann keine {term} {level}."
    ),
    "notice.projected": (
        "Das ist eine Hochrechnung: Für die kommenden Monate gilt der Mittelwert der letzten drei gemeldeten."
    ),
    "notice.own_lost": {
        "one": "⚠️ *An dir hängt {levels}.* Morgen, am {day}, zählt {code} bei dir nicht mehr, und dann fehlt jemand.",
        "other": (
            "⚠️ *An dir hängt {levels}.* In {n} Tagen, am {day}, zählt {code} bei dir nicht mehr, und dann fehlt jemand."
        ),
    },
    "notice.own_needed": {
        "one": "⏳ *Ab morgen, dem {day}, zählt {code} bei dir nicht mehr* für {levels}. Andere können einspringen.",
        "other": (
            "⏳ *In {n} Tagen, am {day}, zählt {code} bei dir nicht mehr* für {levels}. Andere können einspringen."
        ),
    },
    "notice.own_why.expired": "Der Nachweis läuft ab: Sein letzter Tag ist der {last}.",
    "notice.own_why.no_longer_accepted": "Das Programm erkennt den Nachweis nur bis zum {last} an.",
    "notice.own_replace": "Damit du weiter zählst: Erwirb {what} und trag es mit `/assay link` ein.",
    "notice.own_again": "Damit du weiter zählst: Erwirb ihn erneut und trag das mit `/assay link` ein.",
    "notice.own_again_or": (
        "Damit du weiter zählst: Erwirb ihn erneut oder stattdessen {what} und trag das mit `/assay link` ein."
    ),
    "notice.own_no_replacement": "Nichts, was noch zu erwerben ist, ersetzt ihn dort: Sprich mit euren Admins.",
    "notice.contributor_lost": {
        "one": (
            "⏳ *Morgen, am {day}, sind die Anforderungen von {levels} nicht mehr erfüllt*, wenn niemand einspringt."
        ),
        "other": (
            "⏳ *In {n} Tagen, am {day}, sind die Anforderungen von {levels} nicht mehr erfüllt*, wenn niemand "
            "einspringt."
        ),
    },
    "notice.contributor_why.expired": "Grund: {code} von {who} läuft ab; der letzte Tag ist der {last}.",
    "notice.contributor_why.no_longer_accepted": (
        "Grund: Das Programm erkennt {code} nur bis zum {last} an; damit angerechnet: {who}."
    ),
    "notice.contributor_covered": (
        "⏳ {code} von {who} zählt ab dem {day} nicht mehr. Es fällt dadurch keine Stufe mehr."
    ),
    "notice.for_level": "Für {level}:",
    "notice.renewal_ahead": {
        "one": "📅 *Morgen, am {at}, ist euer Jahrestag:* Die {level}-Mitgliedschaft steht zur Verlängerung an.",
        "other": (
            "📅 *Noch {n} Tage bis zu eurem Jahrestag, dem {at}:* Die {level}-Mitgliedschaft steht zur Verlängerung an."
        ),
    },
    "notice.renewal_short": {
        "one": "⚠️ *Morgen, am {at}, ist euer Jahrestag, und wie es steht, könnt ihr {level} nicht verlängern.*",
        "other": (
            "⚠️ *Noch {n} Tage bis zu eurem Jahrestag, dem {at}, und wie es steht, könnt ihr {level} nicht verlängern.*"
        ),
    },
    "notice.renewal_today": "📅 *Heute, am {at}, ist euer Jahrestag:* Die {level}-Mitgliedschaft ist zu verlängern.",
    "notice.renewal_last_call": {
        "one": (
            "⏰ *Letzter Aufruf: Nur bis morgen, dem {day}, könnt ihr die {level}-Mitgliedschaft verlängern.* "
            "Abgelaufen ist sie am {at}."
        ),
        "other": (
            "⏰ *Letzter Aufruf: Noch {n} Tage, bis zum {day}, könnt ihr die {level}-Mitgliedschaft verlängern.* "
            "Abgelaufen ist sie am {at}."
        ),
    },
    "notice.renewal_open": {
        "one": "📅 *Noch 1 Tag, um {level} zu verlängern,* bis zum {day}. Der Jahrestag war am {at}.",
        "other": "📅 *Noch {n} Tage, um {level} zu verlängern,* bis zum {day}. Der Jahrestag war am {at}.",
    },
    "notice.renewal_lapsed": "❌ *Eure {level}-Mitgliedschaft ist abgelaufen:* Sie ließ sich bis zum {day} verlängern.",
    "notice.renewal_lapsed_never": "❌ *Eure {level}-Mitgliedschaft ist abgelaufen:* Ihr letzter Tag war der {day}.",
    "notice.lapsed_lost": "Die Regel sagt dazu: {what}",
    "notice.lapsed_next": (
        "Habt ihr doch rechtzeitig verlängert, trag es mit `/assay mitgliedschaft verlängern` ein; kauft ihr neu, mit "
        "`/assay mitgliedschaft kaufen`."
    ),
    "notice.lapsed_renewed": (
        "Habt ihr doch rechtzeitig verlängert, trag es mit `/assay mitgliedschaft verlängern` ein."
    ),
    "notice.renewal_never": "📅 *Eure {level}-Mitgliedschaft läuft bis zum {at} und lässt sich nicht verlängern.*",
    "notice.programme_end": "Der letzte Tag zum Verlängern im Programm ist der {day}. Darauf folgt: {successor}.",
    "notice.renewal_last_day": (
        "⏰ *Letzter Aufruf: Heute, am {day}, lässt sich die {level}-Mitgliedschaft noch verlängern.*"
    ),
    "notice.renewal_state.met": "✅ Nach dem, was eingetragen ist, sind die Anforderungen dafür erfüllt.",
    "notice.renewal_state.not_met": "❌ Nach dem, was eingetragen ist, erreicht dafür keine {term} {level}.",
    "notice.renewal_state.not_known": "❔ Ob dafür eine {term} {level} erreicht, ist nicht bekannt.",
    "notice.renewal_covered": (
        "⏳ Bis zum {day} trägt eine Ausnahme {level}; nach den Tatsachen allein erreicht es keine {term}."
    ),
    "notice.window": "Verlängern könnt ihr vom {opens} bis zum {closes}.{after}",
    "notice.window_until": "Verlängern könnt ihr bis zum {closes}; ab wann, wurde nicht veröffentlicht.{after}",
    "notice.window_unknown": "Wann ihr verlängern könnt, wurde nicht veröffentlicht: Seht beim Anbieter nach.",
    "notice.window_lost": " Danach: {what}",
    "notice.window_late": "Die Anforderungen dürft ihr auch in dieser Zeit noch erfüllen.",
    "notice.renew_where": (
        "Wo: {place} auf der Seite des Anbieters. Danach mit `/assay mitgliedschaft verlängern` eintragen."
    ),
    "notice.renewed": "📅 Die Mitgliedschaft mit dem Jahrestag {day} ist geregelt.",
    "notice.rules_lost.ahead": "📜 *Neue Regeln kosten euch {levels}* ab dem {day}.",
    "notice.rules_lost.since": "📜 *Neue Regeln kosten euch {levels}:* Sie gelten seit dem {day}.",
    "notice.rules_unsaid.ahead": (
        "📜 *Ab dem {day} sagen die Regeln nicht mehr, was hier verlangt ist:* {levels}. Fragt den Anbieter, was dann "
        "gilt."
    ),
    "notice.rules_unsaid.since": (
        "📜 *Seit dem {day} sagen die Regeln nicht mehr, was hier verlangt ist:* {levels}. Fragt den Anbieter."
    ),
    "notice.rules_gained.ahead": "📜 *Neue Regeln bringen euch {levels}* ab dem {day}.",
    "notice.rules_gained.since": "📜 *Neue Regeln bringen euch {levels}:* Sie gelten seit dem {day}.",
    "notice.rules_harmless": "📜 Die Regeln, die sich am {day} ändern, ändern für euch nichts mehr.",
    "notice.rules_read": "Was sich an ihnen ändert: `/assay regeln {since} {until}`",
    "notice.figures": {
        "one": "📈 *Für {month} fehlt 1 Kennzahl.*",
        "other": "📈 *Für {month} fehlen {n} Kennzahlen.*",
    },
    "notice.figures_why": "Gebraucht für: {levels}. Wer einen Wert kennt, meldet ihn mit:",
    "notice.figure": "• {name}: `/assay kennzahl {metric} {month} WERT`",
    "notice.figures_there": "📈 Die Kennzahlen für {month} sind inzwischen da.",
    "notice.moved.gained": (
        "🔀 *{who} zählt ab dem {day} für {company}:* Das Zertifizierungsprofil ist zu euch gewechselt."
    ),
    "notice.moved.lost": "🔀 *{who} zählt ab dem {day} nicht mehr für {company}:* Die Zuordnung ist zu Ende.",
    "notice.one_admin": "👤 *Nur du bist hier Admin von {company}:* Bist du weg, erfährt niemand von einer Gefahr.",
    "notice.one_admin_do": "Mach noch jemanden zum Admin: `/assay admins add @NAME`",
}
