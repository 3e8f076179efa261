"""Deutsch: Zuordnungen von Profilen zu Firmen, Ansprüche auf ein Profil, und mehrere Firmen an einem Ort."""

from collections.abc import Mapping

ASSOCIATIONS: Mapping[str, str | Mapping[str, str]] = {
    "import.routed": {
        "one": "{n} Zeile gehört nach ihrer Nummer beim Anbieter zu *{name}* und geht dorthin.",
        "other": "{n} Zeilen gehören nach ihrer Nummer beim Anbieter zu *{name}* und gehen dorthin.",
    },
    "import.why.other_organisation": (
        "{column} ist {value}, und das ist eine andere Firma. Hier übersprungen: Ein Admin von ihr kann die Datei für "
        "sie importieren."
    ),
    "import.why.unknown_organisation": (
        "{column} ist {value}, und das ist keine Nummer dieser Firma. Wenn doch, ergänze sie mit "
        "`/assay organisation ids` und schick die Datei noch einmal."
    ),
    "association.counts": "Wenn du das heute machst, zählt es dort ab dem {first} ({lag}; {source}).",
    "association.counts_between": (
        "Wenn du das heute machst, zählt es dort ab einem Tag zwischen dem {first} und dem {last} ({lag}; {source})."
    ),
    "association.hours": {"one": "nach {n} Stunde", "other": "nach {n} Stunden"},
    "association.hours_between": {"one": "nach {least} bis {n} Stunde", "other": "nach {least} bis {n} Stunden"},
    "association.days": {"one": "nach {n} Tag", "other": "nach {n} Tagen"},
    "association.days_between": {"one": "nach {least} bis {n} Tag", "other": "nach {least} bis {n} Tagen"},
    "organisation.of": "🏢 {name}",
    "organisation.which": "*Welche Firma meinst du:* {names}?",
    "organisation.which_settle": (
        "Um es für dich festzulegen, schreib mir direkt: `/assay organisation NAME`. Für einen Kanal schreibt das "
        "dort ein Admin der Firma."
    ),
    "organisation.here": "Hier antworte ich für *{name}*.",
    "organisation.here_none": "Noch ist nicht festgelegt, für welche Firma ich dir hier antworte.",
    "organisation.served": "In diesem Workspace gibt es {names}.",
    "organisation.ids": "Die Nummern der Firma beim Anbieter: {ids}.",
    "organisation.no_ids": (
        "Die Nummern der Firma beim Anbieter sind nicht eingetragen, deshalb zählt jede Zeile eines Exports für sie. "
        "Trag sie ein mit `/assay organisation ids NUMMER …`."
    ),
    "organisation.ids_form": (
        "Welche Nummern hat die Firma beim Anbieter? Schreib sie zum Beispiel so: "
        "`/assay organisation ids 1234567`. Nicht lesen konnte ich: {typed}."
    ),
    "organisation.id_taken": (
        "{number} ist für eine andere Firma eingetragen, deshalb wurde nichts geändert. Bitte prüfe die Nummer."
    ),
    "organisation.ids_done": "✅ Eingetragen: Die Nummern von *{name}* beim Anbieter sind {ids}.",
    "organisation.ids_use": (
        "Ein Import nimmt jetzt nur noch Zeilen mit diesen Nummern. Zeilen mit einer anderen gehen an die Firma, der "
        "die Nummer gehört, oder werden als übersprungen genannt."
    ),
    "organisation.unknown": "Ich weiß nicht, welche Firma „{typed}“ ist. Ich kenne {names}.",
    "organisation.settled.me": (
        "✅ Ab jetzt antworte ich dir für *{name}*, außer wo für einen Kanal etwas anderes festgelegt ist."
    ),
    "organisation.settled.channel": "✅ Ab jetzt antworte ich in diesem Kanal allen für *{name}*.",
    "organisation.channel_admins": "Das kann für einen Kanal nur ein Admin von {name} festlegen.",
    "organisation.button_me": "{name}: für mich",
    "organisation.button_channel": "{name}: für diesen Kanal",
    "help.organisation": "Sehen, für welche Firma ich hier antworte, oder es festlegen",
    "help.organisation ids": "Eintragen, welche Nummern eure Firma beim Anbieter hat",
    "move.counts": (
        "*Du zählst für {there}, nicht für {here}.* Noch ist nichts eingetragen: Für welche der beiden soll ich?"
    ),
    "move.counted": "*Du hast vorher für {there} gezählt.* Noch ist nichts eingetragen: Zählst du jetzt für {here}?",
    "move.note": (
        "Ein Profil zählt immer nur für eine Firma. Wenn du zu {here} wechselst, endet heute deine Zuordnung zu "
        "{there}, und deine Erfolge kommen mit; die Admins von {there} erfahren nur, dass sie zu Ende ist."
    ),
    "move.button_stay": "Für {there} eintragen",
    "move.button_go": "Ich gehöre jetzt zu {here}",
    "move.too_early": (
        "Noch kannst du nicht wechseln: Der Anbieter erlaubt {most} Zuordnungen in zwölf Monaten, mit {days} "
        "Tagen Abstand ({source}). Frühestens geht es am {day}. Deine Erfolge berührt das nicht."
    ),
    "move.not_here": (
        "Du zählst nicht mehr für {here}, deshalb wurde nichts geändert. Sag es dort, wo du zählst: "
        "`/assay organisation` zeigt die Firmen in diesem Workspace."
    ),
    "move.over": "Hier gibt es nichts mehr zu wechseln. Frag noch einmal, dann sage ich dir, wie es jetzt ist.",
    "move.done": "✅ Ab heute, dem {day}, zählst du für *{here}*. Deine Zuordnung zu {there} ist zu Ende.",
    "move.done_free": (
        "✅ Ab heute, dem {day}, zählst du für *{here}*. Deine Erfolge aus der Zeit bei {there} sind mitgekommen."
    ),
    "claim.asked": (
        "⏳ Das Profil {profile} ist für jemand anderen eingetragen, deshalb ist es noch nicht deins. Ich habe "
        "nachgefragt; du erfährst die Antwort, oder am {day}, dass keine kam. Wenn du dich vertippt hast, schreib"
        " die richtige Nummer."
    ),
    "claim.again": "⏳ Ich habe wegen Profil {profile} schon nachgefragt und warte bis zum {day} auf Antwort.",
    "claim.too_many": "{n} Anfragen von dir warten auf Antwort. Bitte warte eine davon ab, oder frag einen Admin.",
    "claim.not_yours": "Diese Frage ist nicht an dich gerichtet, deshalb wurde nichts geändert.",
    "claim.answered": "Diese Frage ist schon beantwortet; es wurde nichts geändert.",
    "claim.expired": "Diese Frage ist zu alt; das Profil ist geblieben, wo es war.",
    "claim.kept": (
        "✅ Das Profil {profile} bleibt deins. Wer es beansprucht hat, erfährt, dass du es behältst, aber nicht, "
        "wer du bist."
    ),
    "claim.given_up": (
        "✅ Das Profil {profile} ist nicht mehr für dich eingetragen. Deine Verknüpfungen bleiben; nimm mit "
        "`/assay unlink CODE` zurück, was nicht deins ist."
    ),
    "claim.button_kept": "Das ist meins",
    "claim.button_given_up": "Nicht meins: abgeben",
    "claim.holder_asked": (
        "⚖️ *Ist das Zertifizierungsprofil {profile} deins?* Es ist für dich eingetragen, und jemand sagt, es sei seins."
    ),
    "claim.holder_do": "Solange du nichts anderes sagst, bleibt es deins. Ich warte bis zum {day}.",
    "claim.admins_asked": (
        "⚖️ *Gehört das Zertifizierungsprofil {profile} zu {who}?* Es ist für {who} eingetragen, hier ohne Slack-"
        "Konto, und jemand sagt, es sei seins."
    ),
    "claim.admins_do": (
        "Bitte frag {who} und antworte an deren Stelle. Bis dahin ändert sich nichts; ich warte bis zum {day}."
    ),
    "claim.told_kept": (
        "⚖️ *Das Profil {profile} ist nicht deins:* Wer es hat, sagt, es sei seins. Bitte prüfe die Nummer in "
        "deinem Zertifizierungskonto; wenn sie stimmt, sag es einem Admin."
    ),
    "claim.told_given_up": "✅ *Das Profil {profile} ist jetzt deins:* Wer es hatte, hat es abgegeben.",
    "claim.told_expired": (
        "⌛ *Wegen Profil {profile} hat niemand geantwortet*, deshalb bleibt es, wo es ist. Prüfe die Nummer, dann"
        " beanspruche es noch einmal oder frag einen Admin."
    ),
    "claim.disputed": (
        "⚖️ *{who} und noch jemand sagen beide, das Zertifizierungsprofil {profile} sei ihres.* Es bleibt, wo es "
        "ist. Beim Anbieter kann sich nur anmelden, wem das Konto gehört: Lass es dir von {who} zeigen."
    ),
}
