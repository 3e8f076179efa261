"""Deutsch: wer hier wer ist, die ersten Schritte, und was am Anfang gesagt wird."""

from collections.abc import Mapping

BEGINNING: Mapping[str, str | Mapping[str, str]] = {
    "help.admins": "Sehen und ändern, wer Inhaber, Admin oder Manager ist",
    "help.people": "Sehen, wer erfasst und in Slack niemand ist, und wer noch nicht geantwortet hat",
    "help.language": "Die Sprache wählen, in der ich mit dir spreche",
    "help.setup": "Mich Schritt für Schritt einrichten",
    "help.live": "Ab jetzt sage ich allen, was sie wissen müssen",
    "open.admins": "Rollen ändern",
    "open.setup": "Assay einrichten",
    "form.admins": "Rolle ändern",
    "field.admins.user": "Wer?",
    "field.admins.deed": "Was soll die Person sein?",
    "choice.admins.add": "Admin: trägt ein, entscheidet, erfährt alles",
    "choice.admins.manager": "Manager: sieht Namen, trägt nichts ein",
    "choice.admins.remove": "Mitglied: weder Admin noch Manager",
    "choice.admins.owner": "Inhaber, an meiner Stelle",
    "missing.user": "Bitte wähl jemanden aus.",
    "missing.users": "Bitte wähl jemanden aus.",
    "admins.title": "*Wer bei {company} wer ist*",
    "admins.owner": "• Inhaber: {who}",
    "admins.admin": "• Admins: {who}",
    "admins.manager": "• Manager: {who}",
    "admins.ground": "Rollen von hier gehen denen aus Slack vor. Alle anderen sind Mitglieder, oder Gäste in Slack.",
    "admins.form": (
        "Sag, was jemand sein soll: `{usage}`, zum Beispiel `{example}`. `/assay admins` allein zeigt, wer was ist."
    ),
    "admins.unknown": (
        "{name} kenne ich in diesem Workspace nicht: Wähl jemanden aus der Liste oder erwähn die Person mit @."
    ),
    "admins.several": "Mehrere heißen {name}: Erwähn die Person, die du meinst, mit @.",
    "admins.guest": "{who} ist in Slack Gast und bleibt es auch hier: Mach daraus in Slack erst ein Mitglied.",
    "admins.gone": "Das Konto von {who} ist deaktiviert: Wähl jemand anderen.",
    "admins.is_owner": "Assay gehört hier {who}: Bestimm zuerst jemand anderen, mit `/assay admins owner @PERSON`.",
    "admins.same": "Nichts geändert: {who} war schon {role}.",
    "admins.done.owner": "✅ Assay gehört hier jetzt {who}; wer es vorher hatte, ist Admin.",
    "admins.done.admin": "✅ {who} ist jetzt Admin und erfährt, was Admins erfahren.",
    "admins.done.manager": (
        "✅ {who} ist jetzt Manager: sieht Namen und fragt unter vier Augen, was ein Abgang kosten würde."
    ),
    "admins.done.member": "✅ {who} ist jetzt Mitglied und weder Admin noch Manager.",
    "role.owner": "Inhaber",
    "role.admin": "Admin",
    "role.manager": "Manager",
    "role.member": "Mitglied",
    "language.form": "Sag, welche Sprache: `{usage}`. `slack` ist die, die du in Slack eingestellt hast.",
    "language.unknown": "„{typed}“ spreche ich nicht: `{usage}`. `slack` ist die, die du in Slack eingestellt hast.",
    "language.done": "✅ Ab jetzt spreche ich Deutsch mit dir. In Kanälen antworte ich in der Sprache der Frage.",
    "language.slack": "✅ Ab jetzt spreche ich die Sprache mit dir, die du in Slack eingestellt hast: Deutsch.",
    "people.title": {
        "one": "*1 erfasste Person zählt für die Firma und ist in Slack niemand:*",
        "other": "*{n} erfasste Personen zählen für die Firma und sind in Slack niemand:*",
    },
    "people.all": "Alle Erfassten, die für die Firma zählen, sind in Slack bekannt.",
    "people.asked": "• {name}: Ich habe {who} am {day} gefragt, und noch keine Antwort.",
    "people.denied": "• {name}: Ich habe {who} am {day} gefragt; die Antwort war, dass das jemand anderes ist.",
    "people.perhaps": "• {name}: vielleicht {who}, gefragt habe ich noch nicht.",
    "people.several": "• {name}: So heißen mehrere, deshalb habe ich niemanden gefragt.",
    "people.unasked": "• {name}: So heißt in Slack niemand.",
    "people.how": (
        "Sie zählen trotzdem. Wer im Export des Anbieters dieselbe E-Mail-Adresse hat, wird beim nächsten "
        "Import gefunden."
    ),
    "invited.ask": (
        "👋 *Bist du {name}?* Bei {company} sind unter diesem Namen Prüfungen erfasst, und in Slack heißt du genauso."
    ),
    "invited.why": "Wenn ja, zeige ich sie dir und melde mich, bevor eine davon abläuft. Ich frage das nur einmal.",
    "invited.button_yes": "Ja, das bin ich",
    "invited.button_no": "Nein",
    "invited.yes": "✅ Schön, dich zu kennen. `/assay meine` zeigt deine Prüfungen und wofür sie zählen.",
    "invited.no": "Danke, ich habe es notiert. Deine Admins sehen, dass das jemand anderes ist.",
    "invited.over": "Das ist schon geklärt: Du bist erfasst, oder jemand anderes ist diese Person.",
    "welcome.hello": (
        "👋 *Hallo, ich bin Assay.* Ich weiß, was euer Partnerprogramm verlangt, und sage, wo {company} steht."
    ),
    "welcome.setup": (
        "In sieben kurzen Schritten bin ich eingerichtet. Bis du am Ende *Loslegen* drückst, melde ich niemandem etwas."
    ),
    "live.title": "🚀 *Assay läuft für {company}.* Ab jetzt sage ich jedem von euch, was ihr wissen müsst.",
    "live.holds": "✅ Heute gehalten: {levels}.",
    "live.holds_nothing": "❌ Heute ist keine Stufe erfüllt.",
    "live.more": {"one": "1 weitere", "other": "{n} weitere"},
    "live.risks": {
        "one": "⚠️ 1 Stufe ist zum Jahrestag gefährdet.",
        "other": "⚠️ {n} Stufen sind zum Jahrestag gefährdet.",
    },
    "live.no_risks": "✅ Zum Jahrestag ist nichts gefährdet.",
    "live.no_membership": "❓ Es fehlt: die Mitgliedschaft. Ohne sie kann ich nicht sagen, was gefährdet ist.",
    "live.no_people": (
        "❓ Es fehlen: Personen und ihre Prüfungen. Schick mir hier den Export des Anbieters als Datei."
    ),
    "live.no_figures": "❓ Es fehlen: Kennzahlen, etwa Umsatz oder Verbrauch.",
    "setup.form": "Ich bin in sieben kurzen Schritten eingerichtet: Drück den Knopf.",
    "setup.where": "Schritt {at} von {of}",
    "setup.back": "Zurück",
    "setup.next": "Weiter",
    "setup.later": "Später",
    "setup.go_live": "Loslegen",
    "setup.done": (
        "✅ Das war alles. `/assay einstellungen` zeigt und ändert, was gemeldet wird; "
        "`/assay einrichten` beginnt von vorn."
    ),
    "setup.live": (
        "🚀 *Für {company} geht es los.* Alle Admins haben eine Übersicht von mir. Ab jetzt melde ich, was wichtig ist."
    ),
    "setup.live_already": "Für {company} laufe ich schon: Alle erfahren, was sie wissen müssen.",
    "form.setup": "Assay einrichten",
    "form.setup_market": "Programm und Markt",
    "form.setup_membership": "Mitgliedschaft",
    "form.setup_names": "Namen in Kanälen",
    "form.setup_admins": "Admins und Manager",
    "form.setup_channel": "Kanal für Warnungen",
    "form.setup_import": "Personen und Prüfungen",
    "form.setup_live": "Loslegen",
    "lead.setup_market": (
        "An welchem Partnerprogramm nimmt *{company}* teil, und in welchem Markt? Manche Schwellen hängen davon ab."
    ),
    "lead.setup_membership": (
        "Welche Stufe hat *{company}* gekauft, und wann? Gibt es noch keine Mitgliedschaft, lass es leer."
    ),
    "lead.setup_names": "Admins und Manager lesen unter vier Augen, wer was hat. Was dürfen Kanäle lesen?",
    "lead.setup_admins": "Admins tragen ein und erfahren alles, Manager lesen Namen. Füg hinzu, wer es noch nicht ist.",
    "lead.setup_channel": (
        "Admins erfahren von Gefahren auf jeden Fall. Soll auch ein Kanal davon hören, in Zahlen und ohne Namen?"
    ),
    "lead.setup_import": (
        "Schick mir den Export der Schulungen vom Anbieter als Datei, in einer Direktnachricht. "
        "Ich zeige, was er bringen würde, bevor etwas eingetragen wird. "
        "Ohne ihn verknüpft jeder die eigenen: `/assay verknüpfen`."
    ),
    "lead.setup_live": (
        "Bis jetzt habe ich niemandem etwas gemeldet. *Loslegen* schickt allen Admins eine Übersicht: was erfüllt ist, "
        "was gefährdet ist, was fehlt. Was vorher fällig gewesen wäre, kommt nicht mehr."
    ),
    "lead.setup_live_told": (
        "*Loslegen* schickt allen Admins eine Übersicht: was erfüllt ist, was gefährdet ist, was fehlt. "
        "Vor der Einrichtung war schon etwas eingetragen, deshalb habe ich von Anfang an gemeldet, was gefährdet ist."
    ),
    "field.setup_market.programme": "Euer Programm",
    "missing.programme": "Bitte wähle ein Programm.",
    "field.setup_market.market": "Euer Markt",
    "choice.setup_market.developed": "Entwickelt",
    "choice.setup_market.developing": "Schwellenmarkt",
    "field.setup_membership.level": "Stufe",
    "field.setup_membership.purchased": "Gekauft am",
    "field.setup_membership.until": "Jahrestag",
    "hint.setup_membership.until": "Bleibt es leer, entscheiden die Regeln.",
    "field.setup_names.names": "Was zeigen Antworten in Kanälen?",
    "choice.setup_names.hidden": "Nur Zahlen",
    "choice.setup_names.open": "Auch Namen",
    "field.setup_admins.admin": "Weitere Admins",
    "field.setup_admins.manager": "Manager",
    "field.setup_channel.channel": "Kanal für Warnungen",
    "choice.settings.welcome": "Begrüßung",
    "choice.settings.went_live": "Start",
    "choice.settings.invited": "Bist du das?",
}
