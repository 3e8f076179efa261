"""German: statuses, what was changed and by whom, what never was true."""

from collections.abc import Mapping

KEEPING: Mapping[str, str | Mapping[str, str]] = {
    "help.flag": "Eintragen, ob der Anbieter einen Status verliehen hat",
    "flag.until": "Er ist auf Zeit verliehen und endet am {day}.",
    "flag.ended": "Er war auf Zeit verliehen; sie endete am {day}.",
    "flag.rests": "Das stützt sich auf den Status „{name}“. Er ist auf Zeit verliehen und endet am {day}.",
    "flags.form": "Welcher Status, und habt ihr ihn? Tippe `{usage}`. Zum Beispiel: `{example}`.\n{known}",
    "flags.unknown": "Keine Regel verlangt einen Status namens „{name}“. Bekannt: {names}.",
    "flags.no_date": "„{words}“ kann ich nicht als Tag lesen; es wurde nichts eingetragen. Zum Beispiel: `{example}`.",
    "flags.no_end": (
        "Ein Status, den ihr nicht habt, braucht kein Ende. Tippe `/assay flag {name} nein`, oder "
        "`/assay flag {name} ja` mit einem Ende."
    ),
    "flags.past": "Der {until} ist schon vorbei. Wenn ihr den Status nicht mehr habt, tippe `/assay flag {name} nein`.",
    "flags.known.unrecorded": "nichts eingetragen",
    "flags.known.granted": "verliehen",
    "flags.known.until": "verliehen, endet am {day}",
    "flags.known.withheld": "nicht verliehen",
    "flags.done": "✅ Eingetragen: Status „{name}“, {known}.",
    "flags.again": "Schon eingetragen: Status „{name}“, {known}.",
    "help.audit": "Wer wann was geändert hat, vorher und nachher",
    "audit.head": "*Wer was geändert hat* (Zeiten in {zone})",
    "audit.backwards": "Der {until} liegt vor dem {since}: Nenn den früheren Tag zuerst.",
    "audit.line": "{at}, {who}: {what}.",
    "audit.change": "Vorher: {before}. Nachher: {after}.",
    "audit.because": "Grund: {reason}",
    "audit.nothing": "Davon wurde nichts geändert.",
    "audit.more": "Ältere zeigen",
    "audit.file": "Als CSV-Datei",
    "audit.sent": {
        "one": "Ich habe dir 1 Änderung als CSV-Datei in unser direktes Gespräch geschickt.",
        "other": "Ich habe dir {n} Änderungen als CSV-Datei in unser direktes Gespräch geschickt.",
    },
    "audit.form": (
        "„{words}“ kann ich nicht lesen. Die Form ist `{usage}`, zum Beispiel: `{example}`. Arten: {kinds}."
    ),
    "audit.kind.Link": "Erfolg eingetragen",
    "audit.kind.Unlink": "Erfolg zurückgezogen",
    "audit.kind.EndAchievement": "Erfolg beendet",
    "audit.kind.AddPerson": "Person aufgenommen",
    "audit.kind.Rename": "Person umbenannt",
    "audit.kind.Join": "Person herübergekommen",
    "audit.kind.ClaimProfile": "Zertifizierungsprofil angegeben",
    "audit.kind.ReleaseProfile": "Zertifizierungsprofil freigegeben",
    "audit.kind.Forget": "Person vergessen",
    "audit.kind.Depart": "Weggang eingetragen",
    "audit.kind.Return": "Weggang zurückgenommen",
    "audit.kind.CallOff": "angekündigten Weggang abgesagt",
    "audit.kind.Rejoin": "Person wieder da",
    "audit.kind.WithdrawAssociation": "Zuordnung zurückgezogen",
    "audit.kind.AskHolder": "Profil beansprucht",
    "audit.kind.SettleClaim": "Anspruch auf ein Profil entschieden",
    "audit.kind.GrantOverride": "Ausnahme eingetragen",
    "audit.kind.EndOverride": "Ausnahme beendet",
    "audit.kind.WithdrawOverride": "Ausnahme zurückgezogen",
    "audit.kind.SetMembership": "Mitgliedschaft eingetragen",
    "audit.kind.WithdrawMembership": "Mitgliedschaft zurückgezogen",
    "audit.kind.PlaceOrder": "Bestellung eingetragen",
    "audit.kind.SettleOrder": "Bestellung abgeschlossen",
    "audit.kind.ReportFigure": "Kennzahl gemeldet",
    "audit.kind.WithdrawFigure": "Kennzahl zurückgezogen",
    "audit.kind.SetFlag": "Status eingetragen",
    "audit.kind.WithdrawFlag": "Status zurückgezogen",
    "audit.kind.SetMarket": "Markt festgelegt",
    "audit.kind.ImportBatch": "Datei übernommen",
    "audit.kind.WithdrawBatch": "Übernahme zurückgenommen",
    "audit.kind.Member": "Slack-Konto geändert",
    "audit.kind.Care": "jemand kümmert sich",
    "audit.kind.Organisation": "Einstellungen geändert",
    "audit.kind.VendorIds": "Anbieter-IDs geändert",
    "help.withdraw": "Berichtigen, was nie gestimmt hat",
    "withdraw.done": (
        "✅ Zurückgezogen: {what}. Das zählt an keinem Tag mehr. Wer das wann und warum gesagt hat, bleibt erhalten."
    ),
    "withdraw.nothing": "Dazu ist nichts eingetragen, was man zurückziehen könnte: {what}.",
    "withdraw.left": (
        "{who} zählt nicht mehr für {here}, deshalb wurde nichts geändert: Nur die Person selbst kann das berichtigen."
    ),
    "withdraw.figure": "{metric} für {month}",
    "withdraw.flag": "was zum Status „{name}“ eingetragen war",
    "withdraw.association": "dass {who} je für euch gezählt hat",
    "withdraw.overridden": (
        "Für {who} ist eine Ausnahme eingetragen. Zieh sie zuerst zurück: `/assay override list` zeigt sie."
    ),
    "help.mine export": "Alles, was über dich gespeichert ist, als Datei",
    "mine_export.nothing": "Über dich als Person ist nichts eingetragen.",
    "withdraw.elsewhere": (
        "Eine Ausnahme ziehst du mit `/assay override withdraw NUMMER` zurück, die Mitgliedschaft mit "
        "`/assay membership correct`."
    ),
    "withdraw.form": "Was hat nie gestimmt? Tippe `{usage}`. Zum Beispiel: `{example}`.",
    "mine_export.sent": {
        "one": (
            "Ich habe dir den 1 Eintrag, der über dich gespeichert ist, als Datei in unser direktes Gespräch geschickt."
        ),
        "other": (
            "Ich habe dir alle {n} Einträge, die über dich gespeichert sind, als Datei in unser direktes "
            "Gespräch geschickt."
        ),
    },
    "audit.column.at": "Wann",
    "audit.column.by": "Von",
    "audit.column.change": "Was",
    "audit.column.about": "Betrifft",
    "audit.column.before": "Vorher",
    "audit.column.after": "Nachher",
    "audit.column.because": "Grund",
    "audit.yes": "ja",
    "audit.no": "nein",
    "audit.field.credential": "Nachweis",
    "audit.field.earned": "erlangt",
    "audit.field.expires": "läuft ab",
    "audit.field.state": "Stand",
    "audit.field.evidence": "Beleg",
    "audit.field.until": "bis",
    "audit.field.since": "seit",
    "audit.field.associations": "zugeordnet",
    "audit.field.name": "Name",
    "audit.field.profile": "Profil",
    "audit.field.level": "Stufe",
    "audit.field.value": "verliehen",
    "audit.field.anniversary": "Jahrestag",
    "audit.field.purchased": "gekauft",
    "audit.field.competency": "Kompetenz",
    "audit.field.person": "Person",
    "audit.field.ended_on": "beendet am",
    "audit.field.granted_by": "erteilt von",
    "audit.field.reason": "Grund",
    "audit.field.ticket": "Ticket",
    "audit.field.email": "E-Mail",
    "audit.field.role": "Rolle",
    "audit.field.achievements": "Erfolge",
}
