"""German: who takes care, who is told again when, who is away, and the channel for alerts."""

from collections.abc import Mapping

POSTBOX: Mapping[str, str | Mapping[str, str]] = {
    "notice.channel": "📢 *Warnungen kommen in {channel} nicht an.* Hier bekommst du sie trotzdem alle.",
    "notice.channel.invite": "Lade mich dorthin ein: Schreib `/invite @Assay` in {channel}.",
    "notice.channel.archived": (
        "{channel} ist archiviert: Stell den Kanal wieder her, oder wähle unter `/assay settings` einen anderen."
    ),
    "notice.channel.shared": (
        "In {channel} lesen andere Firmen mit, deshalb sage ich dort nichts: "
        "Wähle unter `/assay settings` einen anderen Kanal."
    ),
    "notice.channel.other": "Slack lehnt mit `{why}` ab: Wähle unter `/assay settings` einen anderen Kanal.",
    "alert.risk": "⚠️ *{level}* ist gefährdet: An eurem Jahrestag, dem {at}, fehlt: {what}.",
    "alert.risk_window": (
        "⚠️ *{level}* ist gefährdet: Es fehlt: {what}. "
        "Euer Jahrestag war am {at}, verlängern könnt ihr bis zum {closes}."
    ),
    "alert.risk_unknown": "⚠️ *{level}* ist an eurem Jahrestag, dem {at}, gefährdet.",
    "alert.renewal": "⚠️ Die Verlängerung von {level} am {at} ist gefährdet.",
    "alert.ground": "Stand: {day}, nach dem, was über {company} eingetragen ist. Näheres wissen die Admins.",
    "care.take": "Ich übernehme das",
    "care.take_named": "Ich übernehme: {what}",
    "care.mend": "Was hilft",
    "care.snooze": "Erinnere mich …",
    "care.snooze.1": "morgen",
    "care.snooze.7": "in einer Woche",
    "care.snooze.deadline": "kurz vor dem Termin",
    "care.taken": "🙋 {who} kümmert sich seit dem {day} darum.",
    "care.taken_named": "🙋 {who} kümmert sich seit dem {day} um {what}.",
    "care.yours": "*{what}* liegt jetzt bei dir. Was dazu kommt, sage ich nur noch dir, außer es ist dringend.",
    "care.yours_already": "*{what}* liegt schon seit dem {day} bei dir.",
    "care.others": "Um *{what}* kümmert sich schon {who}, seit dem {day}. Sprecht euch ab, wenn du es lieber machst.",
    "care.over": "Das ist vorbei: Es gibt nichts mehr zu tun.",
    "care.later": "Ich erinnere dich am {day} an *{what}*, wenn es sich nicht vorher erledigt.",
    "care.no_later": "Für eine Erinnerung vor dem Termin ist es zu spät.",
    "care.never_told": "Davon habe ich dir nichts gesagt, also gibt es nichts, woran ich dich erinnern könnte.",
    "care.ask": "Was fehlt uns für {level} in {competency}?",
    "care.this": "das hier",
    "care.renewal": "die Verlängerung",
    "care.rules": "die neuen Regeln",
    "care.figures": "die Kennzahlen",
    "care.override": "die Ausnahme",
    "care.when": "Wann soll ich dich erinnern?",
    "notice.handed_on": {
        "one": "👉 In 3 Arbeitstagen hat das niemand übernommen, deshalb kommt es jetzt zu dir; vorher hatte es {who}.",
        "other": (
            "👉 In 3 Arbeitstagen hat {n} davon niemand übernommen, deshalb kommen sie jetzt zu dir; "
            "vorher hatte sie {who}."
        ),
    },
    "notice.again": "⏰ Daran wolltest du erinnert werden.",
    "help.away": "Sagen, dass du abwesend bist und wer dich vertritt; allein: wer abwesend ist",
    "away.form": "Sag, bis wann, und wenn du magst, wer dich vertritt: {usage}. Zum Beispiel: {example}",
    "away.past": "Der {day} liegt nicht nach heute. Nenne den Tag, an dem du wieder da bist, zum Beispiel {example}.",
    "away.far": "Bis zum {day} ist es mehr als ein Jahr. Nenne einen früheren Tag.",
    "away.self": "Du kannst dich nicht selbst vertreten: Nenne jemand anderen oder niemanden.",
    "away.unknown": "Ich kenne hier niemanden namens {name}. Erwähne die Person, etwa so: {example}",
    "away.no_admin": (
        "{who} ist bei {company} nicht Admin, und in den Benachrichtigungen stehen Namen. Wähle {admins}."
    ),
    "away.no_other": "Bei {company} ist sonst niemand Admin, also kann dich niemand vertreten.",
    "away.loop": "{who} ist auch abwesend und würde am Ende von dir vertreten. Wähle jemanden, der da ist.",
    "away.done": (
        "Du bist bis zum {day} abwesend. Bis dahin bekommt {who}, was sonst zu dir käme; ab dem {day} wieder du."
    ),
    "away.done_nobody": (
        "Du bist bis zum {day} abwesend, aber es ist kein anderer Admin da: Was für dich ist, kommt weiter zu dir."
    ),
    "away.off": "Du bist wieder da: Was für dich ist, kommt ab jetzt zu dir.",
    "away.not_away": "Du bist nicht abwesend.",
    "away.none": "Alle Admins sind da.",
    "away.title": "*Abwesend*",
    "away.line": "{who} bis zum {day}; vertreten durch {deputy}.",
    "away.line_nobody": "{who} bis zum {day}; sonst ist niemand da.",
}
