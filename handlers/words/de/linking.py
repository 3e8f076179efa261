"""Deutsch: Erfolge verknüpfen, Zertifizierungsprofile, und was Änderungen an den Stufen bewirken."""

from collections.abc import Mapping

LINKING: Mapping[str, str | Mapping[str, str]] = {
    "link.done": "✅ Eingetragen: *{what}*, {dates}.",
    "link.earned": "bestanden am {earned}",
    "link.earned_until": "bestanden am {earned}, zählt bis zum Tag vor dem {until}",
    "link.evidence_kept": "Beleg: {address}",
    "link.joined": (
        "Das ist deine erste Verknüpfung, deshalb zählst du für {company} ab heute, dem {day}. "
        "An früheren Tagen zählst du für keine Stufe, auch nicht mit Prüfungen, die du vorher bestanden hast."
    ),
    "link.again_here": (
        "Du warst gegangen; mit dieser Verknüpfung zählst du ab heute, dem {day}, wieder für {company}, mit allem, was "
        "du hast."
    ),
    "link.claimed": (
        "Bis ein Export des Anbieters es zeigt, ist es deine eigene Angabe; Antworten, die darauf beruhen, sagen das."
    ),
    "link.start_unknown": "Seit wann es {code} gibt, sagen die Quellen nicht; das Datum wurde nicht daran geprüft.",
    "link.unchanged": "*Heute ändert sich keine Stufe:*",
    "link.expired": "• Abgelaufen am {until}, deshalb zählt es nicht mehr. Es bleibt eingetragen.",
    "link.not_accepted": "• Das Programm erkannte {code} bis zum {last} an, jetzt nicht mehr. Es bleibt eingetragen.",
    "link.no_rule": "• Keine Regel, die am {day} gilt, verlangt {code}. Es bleibt eingetragen.",
    "link.not_yet": "• Es zählt ab dem {day}, dem Tag, an dem es bestanden wurde.",
    "link.again": (
        "*{what}* ist für dich schon eingetragen, {dates}; es wurde nichts geändert. "
        "Wenn das falsch ist, nimm es mit `/assay unlink {code}` zurück und verknüpfe es neu."
    ),
    "link.which": "Diesen Prüfungscode kenne ich nicht, deshalb wurde nichts eingetragen. Meinst du {candidates}?",
    "link.one": "Eine Prüfung nach der anderen, bitte: `/assay link {exam} {passed}`.",
    "link.no_code": (
        "Welche Prüfung hast du bestanden? Schreib den Code und den Tag, zum Beispiel `/assay link {exam} {passed}`."
    ),
    "link.no_date": "Wann hast du {code} bestanden? Schreib den Tag, zum Beispiel `/assay link {code} {passed}`.",
    "link.unreadable_date": (
        "„{words}“ kann ich nicht als Datum lesen. Schreib den Tag als Jahr, Monat, Tag, zum Beispiel "
        "`/assay link {code} {passed}`."
    ),
    "link.unreadable": (
        "„{words}“ kann ich nicht lesen, deshalb wurde nichts eingetragen. Die Form ist "
        "`/assay link CODE DATUM [expires DATUM] [evidence WEBADRESSE]`."
    ),
    "link.future": "Der {day} kommt erst noch: Bei dir ist heute der {today}. Bitte gib den Tag der Prüfung an.",
    "link.before_all": "Der {day} kann nicht stimmen: Vor 1992 gab es solche Prüfungen nicht. Bitte prüfe das Jahr.",
    "link.before_exam": "{code} gab es am {day} noch nicht, erst ab dem {since}. Bitte prüfe Code und Datum.",
    "link.after_exam": (
        "{code} konnte am {day} niemand mehr bestehen: Am {until} lief der Nachweis aus. Bitte prüfe Code und Datum."
    ),
    "link.expires_first": (
        "Es kann nicht am {expires} ablaufen, wenn es am {earned} bestanden wurde. Bitte prüfe die beiden Daten."
    ),
    "link.evidence": (
        "„{evidence}“ ist keine Webadresse. Gib den Beleg als Adresse an, die mit https:// beginnt, oder lass ihn weg."
    ),
    "link.deactivated": (
        "Dein Slack-Konto ist deaktiviert, deshalb kann ich nichts für dich eintragen. "
        "Ein Admin des Workspace kann es wieder aktivieren."
    ),
    "link.left": (
        "Seit dem {day} zählst du nicht mehr für die Firma, deshalb wurde nichts eingetragen. "
        "Wenn das falsch ist, bitte einen Admin, es zu berichtigen."
    ),
    "unlink.done": (
        "🗑️ Zurückgenommen: *{what}*. Es zählt an keinem Tag mehr; wer es wann zurückgenommen hat, bleibt festgehalten."
    ),
    "unlink.form": "Welche Prüfung soll ich zurücknehmen? Schreib ihren Code, zum Beispiel `/assay unlink {exam}`.",
    "unlink.not_linked": (
        "Du hast {code} nicht verknüpft, deshalb gibt es nichts zurückzunehmen. `/assay mine` zeigt, was du hast."
    ),
    "unlink.vendor": "Beim Anbieter ändert das nichts. Wenn es auch dort falsch ist, berichtige es dort selbst.",
    "vendor.title": "*Was beim Anbieter zu tun ist*",
    "vendor.mpn": (
        "Was hier eingetragen ist, erfährt Microsoft nicht von selbst. Melde dich im Partner Center an und verknüpfe "
        "dein Zertifizierungskonto mit {company}; das kannst nur du, und es löst eine Zuordnung zu jeder anderen "
        "Firma. Danach findest du es unter *Dashboard > Mitgliedschaft > Kompetenzen*."
    ),
    "vendor.other": (
        "Was hier eingetragen ist, erfährt der Anbieter nicht von selbst. Verknüpfe dort dein Zertifizierungskonto "
        "mit {company}; in den meisten Programmen kannst das nur du."
    ),
    "profile.done": "✅ Eingetragen: {profile} ist dein Zertifizierungsprofil.",
    "profile.same": "{profile} ist schon als dein Zertifizierungsprofil eingetragen; es wurde nichts geändert.",
    "profile.form": "Welches Profil ist deins? Schreib seine Nummer, zum Beispiel `/assay profile 1234567`.",
    "profile.no_number": (
        "„{profile}“ ist keine Profil-ID: Sie hat nur Ziffern, höchstens 15. Deine steht im Zertifizierungskonto."
    ),
    "profile.not_on_record": (
        "Verknüpfe zuerst eine Prüfung, dann weiß ich, wessen Profil es ist: `/assay link {exam} {passed}`."
    ),
    "credential.unknown": "Die Prüfung „{code}“ kenne ich nicht, deshalb wurde nichts geändert. {candidates}",
    "credential.candidates": "Meinst du {codes}?",
    "credential.no_candidates": "Bitte prüfe den Code: Er steht auf deinem Zertifikat.",
    "competency.unknown": "Die {term} „{name}“ kenne ich nicht. Meinst du {candidates}?",
    "level.unknown": "Die Stufe „{name}“ kenne ich nicht. Die Stufen sind {levels}.",
    "person.you_unknown": (
        "Du bist hier noch nicht eingetragen. Verknüpf deine erste Prüfung: `/assay link {exam} {passed}`."
    ),
    "person.unknown": (
        "{name} ist hier nicht eingetragen. Das geschieht mit der ersten Verknüpfung (`/assay link`); "
        "versuch es dann noch einmal."
    ),
    "person.several": "{name} gibt es mehrmals: {candidates}. Erwähne mit @, wen du meinst.",
    "level.name": "{competency} {level}",
    "level.membership": "eure {level}-Mitgliedschaft",
    "effect.title": "*Was sich ändert*",
    "effect.none": "Heute ändert sich keine Stufe.",
    "effect.line": "*{level}*{option}: {what}",
    "effect.option": " ({name})",
    "effect.people": "Personen {was} von {of} → {now} von {of}",
    "effect.now_met": "*jetzt erfüllt* ✅",
    "effect.still_met": "weiterhin erfüllt",
    "effect.lost": "*nicht mehr erfüllt* ❌, noch nötig: {what}",
    "effect.missing": "noch nötig: {what}",
    "effect.override": "gilt durch eine Ausnahme bis zum {until} als erfüllt; nach den Tatsachen allein: {facts}",
    "effect.facts_alone": "{status}, nötig: {what}",
    "effect.missing_people": {"one": "1 weitere Person", "other": "{n} weitere Personen"},
    "effect.unknown": "Noch nicht bekannt: {what}",
    "effect.more": {"one": "… und 1 weitere Stufe", "other": "… und {n} weitere Stufen"},
    "effect.opened": "⚠️ Das gefährdet {what} bei der nächsten Verlängerung. Die Admins erfahren es.",
    "effect.told_late": "⚠️ Schon vorher für die nächste Verlängerung gefährdet: {what}. Die Admins erfahren es.",
    "effect.mended": "Nicht mehr gefährdet: {what}.",
    "unmoved.counted": "*{level}*: Du zählst dort schon, und jede Person zählt einmal.",
    "unmoved.enough": {
        "one": "*{level}*: Die 1 nötige Person ist da. Du kannst einspringen.",
        "other": "*{level}*: Die {n} nötigen Personen sind da. Du kannst einspringen.",
    },
    "unmoved.other_way": "*{level}*: Du zählst jetzt auf einem anderen Weg dorthin; kürzer ist er nicht.",
    "unmoved.further": "*{level}*: Um dort zu zählen, brauchst du noch {what}.",
    "written.ground": "Stand: {day}. Regeln: {rules}.",
    "written.ground_no_rules": "Stand: {day}.",
    "written.rule": "in Kraft seit {since} ({source})",
}
