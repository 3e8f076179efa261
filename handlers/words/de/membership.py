"""Deutsch: die Mitgliedschaft, ihre Verlängerung, ihre Bestellungen und ihre Vorteile."""

from collections.abc import Mapping

MEMBERSHIP: Mapping[str, str | Mapping[str, str]] = {
    "help.membership": "Eure Mitgliedschaft zeigen: Verlängerung, was das Profil zeigt, was ihr kaufen könnt",
    "help.benefits": "Zeigen, was eine Stufe bringt und was sie kostet",
    "help.membership buy": "Eintragen, welche Stufe ihr wann gekauft habt",
    "help.membership order": "Eine Bestellung eintragen, die noch nicht bezahlt ist",
    "help.membership renew": "Eintragen, dass ihr verlängert habt",
    "help.membership upgrade": "Eintragen, dass ihr auf eine höhere Stufe gewechselt seid",
    "help.membership correct": "Zurücknehmen, was falsch eingetragen war, und eintragen, was stimmt",
    "help.membership cancel": "Eintragen, dass eine Bestellung storniert wurde",
    "member.active": {
        "one": "✅ *{level}-Mitgliedschaft, aktiv.* Morgen, am {day}, ist der Jahrestag.",
        "other": "✅ *{level}-Mitgliedschaft, aktiv.* Der Jahrestag ist am {day}, in {n} Tagen.",
    },
    "member.active_today": "✅ *{level}-Mitgliedschaft, aktiv.* Heute, am {day}, ist der Jahrestag.",
    "member.at_risk": {
        "one": "⚠️ *{level}-Mitgliedschaft, gefährdet.* Morgen, am {day}, ist der Jahrestag.",
        "other": "⚠️ *{level}-Mitgliedschaft, gefährdet.* Der Jahrestag ist am {day}, in {n} Tagen.",
    },
    "member.at_risk_today": "⚠️ *{level}-Mitgliedschaft, gefährdet.* Heute, am {day}, ist der Jahrestag.",
    "member.at_risk_since": (
        "Nach dem, was eingetragen ist, hat dann keine {term} mehr {level}: Der letzten fehlt etwas ab dem {day}."
    ),
    "member.grace": {
        "one": (
            "⏳ *{level}-Mitgliedschaft, Jahrestag vorbei* (er war am {day}). "
            "Ihr könnt noch bis morgen, {closes}, verlängern."
        ),
        "other": (
            "⏳ *{level}-Mitgliedschaft, Jahrestag vorbei* (er war am {day}). "
            "Ihr könnt noch {n} Tage lang verlängern, bis zum {closes}."
        ),
    },
    "member.grace_today": (
        "⏳ *{level}-Mitgliedschaft, Jahrestag vorbei* (er war am {day}). Heute könnt ihr zum letzten Mal verlängern."
    ),
    "member.lapsed": "❌ *Eure {level}-Mitgliedschaft ist abgelaufen.* Ihr Jahrestag war am {day}.",
    "member.ordered": "🕓 *{level}-Mitgliedschaft, bestellt* am {day} und noch nicht bezahlt.",
    "member.qualified": "*Keine Mitgliedschaft ist eingetragen; die Bedingungen für eine erfüllt ihr.*",
    "member.started": "*Keine Mitgliedschaft ist eingetragen, und keine {term} hat bisher eine Stufe.*",
    "member.yes": "*Ja:* Ihr könnt jetzt mit {level} verlängern; {why}.",
    "member.no": "*Nein:* Ihr könnt jetzt nicht mit {level} verlängern; {why}.",
    "member.unknown": "*Nicht bekannt,* ob ihr jetzt mit {level} verlängern könnt; {why}.",
    "member.up_yes": "*Ja:* Ihr könnt jetzt auf {level} aufsteigen; {why}.",
    "member.up_no": "*Nein:* Ihr könnt jetzt nicht auf {level} aufsteigen; {why}.",
    "member.up_unknown": "*Nicht bekannt,* ob ihr jetzt auf {level} aufsteigen könnt; {why}.",
    "member.up_none": "*Nein:* Es gilt keine Mitgliedschaft, von der aus ihr aufsteigen könntet.",
    "member.up_highest": "*Nein:* Ihr habt schon {level}, und eine höhere Stufe gibt es nicht.",
    "member.up_have": "*Nein:* Ihr habt schon {level}.",
    "member.up_ended": "*Nein:* Das Programm ist zu Ende, kaufen lässt sich keine Stufe mehr.",
    "member.why_early": "verlängern könnt ihr ab dem {day}",
    "member.why_over": "verlängern konntet ihr bis zum {day}",
    "member.why_ended": "die letzte Verlängerung des Programms war am {day}",
    "member.why_none": "keine Mitgliedschaft ist eingetragen",
    "member.why_met": "{competencies} hat diese Stufe",
    "member.why_met_several": "{competencies} haben diese Stufe",
    "member.why_not_met": "keine {term} hat diese Stufe",
    "member.why_late": "am Jahrestag war sie nicht erfüllt, und danach ist es zu spät",
    "member.why_unknown": "offen ist es bei {competencies}",
    "member.why_late_unknown": (
        "erfüllt ist sie erst seit nach dem Jahrestag, und ob das reicht, wurde nicht veröffentlicht"
    ),
    "member.why_unpublished": "{why}, aber ab wann ihr verlängern könnt, wurde nicht veröffentlicht",
    "member.window": "*Verlängern* könnt ihr vom {opens} bis zum {closes}.",
    "member.window_until": "*Verlängern* könnt ihr bis zum {closes}; ab wann, wurde nicht veröffentlicht.",
    "member.window_never": (
        "Sie lässt sich nicht verlängern: Die letzte Verlängerung des Programms war am {day}, vor ihrem "
        "Verlängerungsfenster."
    ),
    "member.late": "Die Anforderungen könnt ihr auch noch in dieser Zeit erfüllen.",
    "member.not_late": "Die Anforderungen müssen bis zum Jahrestag erfüllt sein.",
    "member.late_unknown": (
        "Ob ihr die Anforderungen auch nach dem Jahrestag noch erfüllen könnt, wurde nicht veröffentlicht."
    ),
    "member.next": "Wenn ihr am {day} verlängert, ist der nächste Jahrestag am {anniversary} ({how}).",
    "member.next_unknown": "Wie sich der nächste Jahrestag ergibt, wurde nicht veröffentlicht.",
    "member.lost": "Nach dem {day}: {text}",
    "member.ending": "⚠️ Die Ausnahme für {what} endet am {day}, also in dieser Zeit: Verlängert vorher.",
    "member.override_of_person": "{code} einer Person",
    "member.offers": "*Was ihr tun könnt*",
    "member.offer.buy": "{level} kaufen",
    "member.offer.renew": "mit {level} verlängern",
    "member.offer.renew_from": "ab dem {day} mit {level} verlängern",
    "member.offer.upgrade": "jetzt auf {level} wechseln",
    "member.offered": "• {icon} {what}: {why}",
    "member.by_override": "{competency} (durch eine Ausnahme, bis zum Tag vor dem {day})",
    "member.ahead_not_met": "aber nach dem, was eingetragen ist, nicht mehr, wenn das Verlängerungsfenster beginnt",
    "member.ahead_not_known": "ob auch noch, wenn das Verlängerungsfenster beginnt, ist nicht bekannt",
    "member.upgrade": "Mitten im Jahr zu wechseln kostet {discount} % weniger, und ein neues Jahr beginnt ({how}).",
    "member.upgrade_unknown": (
        "Was ein Wechsel mitten im Jahr kostet und wann sein Jahr endet, wurde nicht veröffentlicht."
    ),
    "member.badges": "*Das Profil zeigt bis zum {day}*",
    "member.badge": "• {what}",
    "member.badge_since": "• {what} – nach den Tatsachen allein nicht erfüllt seit dem {day}",
    "member.badge_not": "• {what} – nach den Tatsachen allein nicht erfüllt",
    "member.badge_unknown": "• {what} – nach den Tatsachen allein nicht bekannt",
    "member.no_badges": (
        "Das Profil zeigt keine {term}: Nach dem, was eingetragen ist, hatte seit dem {day} keine {level} oder weniger."
    ),
    "member.on_order": "🕓 Bestellt: {level}, seit dem {day}, noch nicht bezahlt.",
    "member.order_expired": (
        "❌ Die Bestellung von {level} vom {day} wurde nicht rechtzeitig bezahlt: Seit dem {expires} ist sie verfallen."
    ),
    "member.order_until": (
        "Unbezahlt verfällt die Bestellung am {expires}. Eine Überweisung kann bis zum {arrives} dauern."
    ),
    "member.order_no_rule": "Wann eine unbezahlte Bestellung verfällt, wurde nicht veröffentlicht.",
    "member.rule": "Regeln ab {since}: {source}",
    "member.rule_ahead": "Regeln ab {since}, die dann gelten: {source}",
    "member.no_rules": "keine Regel wurde veröffentlicht",
    "member.ground": "Stand {day} · {rules}",
    "member.ground_alone": "Stand {day}",
    "member.note": "So wurde die Quelle gelesen: {note}",
    "member.ended": "Das Programm ist zu Ende: Die letzte Verlängerung war am {day}. Danach kam: {successor}.",
    "member.where": "Beim Anbieter: *{place}*",
    "member.length.days": {"one": "1 Tag", "other": "{n} Tage"},
    "member.length.months": {"one": "1 Monat", "other": "{n} Monate"},
    "member.how.purchase": "{length} nach dem Kauf",
    "member.how.renewal": "{length} nach der Verlängerung",
    "member.how.anniversary": "{length} nach dem Jahrestag davor",
    "member.how.payment": "{length} nach der Zahlung",
    "member.found": "Dieser Jahrestag liegt {how}.",
    "member.found_otherwise": "Nach den Regeln wäre es der {day} ({how}); eingetragen ist, was du genannt hast.",
    "member.found_by_you": "Die Regeln sagen nicht, wann dieses Jahr endet; eingetragen ist, was du genannt hast.",
    "member.will_show": "Euer Profil zeigt bis zum {day}: {levels}.",
    "member.recorded_only": "Hier ist es nur eingetragen. Prüfe es beim Anbieter: *{place}*",
    "bought.renewed": (
        "✅ Eingetragen: {level}-Mitgliedschaft verlängert, vom {purchased} bis zum Jahrestag am {anniversary}."
    ),
    "bought.upgraded": "✅ Eingetragen: auf {level} gewechselt am {purchased}, neuer Jahrestag am {anniversary}.",
    "bought.ordered": "✅ Eingetragen: {level}-Mitgliedschaft bestellt am {day}, noch nicht bezahlt.",
    "bought.ordered_again": "Schon eingetragen: {level}-Mitgliedschaft bestellt am {day}, noch nicht bezahlt.",
    "bought.when_paid": "Wenn sie bezahlt ist, trag den Kauf ein: `/assay mitgliedschaft kaufen {level} DATUM`",
    "bought.paid": "Die Bestellung vom {day} ist damit bezahlt.",
    "bought.cancelled": "✅ Eingetragen: Die Bestellung von {level} vom {day} ist storniert.",
    "bought.corrected": (
        "✅ Berichtigt: Was eingetragen war, galt nie. Jetzt eingetragen: {level}-Mitgliedschaft, gekauft am "
        "{purchased}, Jahrestag am {anniversary}."
    ),
    "bought.withdrawn": "✅ Zurückgenommen: Die {level}-Mitgliedschaft ab dem {purchased} galt nie.",
    "bought.back": "Wieder eingetragen: {level}-Mitgliedschaft vom {purchased} bis zum {anniversary}.",
    "bought.none_left": "Jetzt ist keine Mitgliedschaft eingetragen.",
    "bought.ends_first": "Der Jahrestag {until} liegt nicht nach dem {day}. Bitte prüfe beide Daten.",
    "bought.known": (
        "Eine {level}-Mitgliedschaft ab dem {day} ist schon eingetragen; eine andere kann erst danach beginnen. "
        "Wenn jene falsch ist, berichtige sie: `/assay mitgliedschaft berichtigen STUFE DATUM`"
    ),
    "bought.instead": (
        "Sie tritt an die Stelle der {level}-Mitgliedschaft, die bis zum {day} lief. "
        "Wenn das ein Irrtum ist: `/assay mitgliedschaft berichtigen weil GRUND`"
    ),
    "bought.ended": (
        "Die letzte Verlängerung des Programms war am {day}; danach kam: {successor}. Nichts wurde eingetragen. "
        "Bitte prüfe das Datum."
    ),
    "renew.none": (
        "Keine Mitgliedschaft ist eingetragen, die sich verlängern ließe. Trag sie zuerst ein, zum Beispiel: "
        "`{example}`."
    ),
    "renew.too_early": (
        "Verlängern lässt sie sich ab dem {day}. Bitte prüfe das Datum, oder trag ein, was stattdessen geschah."
    ),
    "renew.too_late": (
        "Verlängern ließ sie sich bis zum {day}. Wenn ihr neu gekauft habt: `/assay mitgliedschaft kaufen STUFE DATUM`."
    ),
    "renew.no_rule": (
        "Wann das verlängerte Jahr endet, wurde nicht veröffentlicht ({rule}). Nenne den Jahrestag, den der Anbieter "
        "zeigt, zum Beispiel: `/assay mitgliedschaft verlängern 2018-05-01 bis 2019-05-01`."
    ),
    "upgrade.none": (
        "Am {day} gibt es keine Mitgliedschaft, von der ihr wechseln könntet. Trag ein, was gekauft wurde: "
        "`/assay mitgliedschaft kaufen`."
    ),
    "upgrade.not_higher": "Das ist nicht höher als {level}, das ihr schon habt. Bitte prüfe die Stufe.",
    "upgrade.no_rule": (
        "Wann das Jahr nach dem Wechsel endet, wurde nicht veröffentlicht ({rule}). Nenne den Jahrestag, den der "
        "Anbieter zeigt, zum Beispiel: `/assay mitgliedschaft upgrade {top} 2018-01-10 bis 2019-01-10`."
    ),
    "order.open": (
        "{level} ist schon bestellt, seit dem {day}. Wenn es bezahlt ist: `/assay mitgliedschaft kaufen`; "
        "wenn es storniert wurde: `/assay mitgliedschaft stornieren`."
    ),
    "order.none": "Keine Bestellung wartet auf ihre Zahlung. `/assay mitgliedschaft` zeigt, was eingetragen ist.",
    "order.before": "Bestellt wurde am {day}; vorher kann nichts storniert werden. Bitte prüfe das Datum.",
    "correct.why": (
        "Nichts wurde geändert. Korrigieren nimmt die eingetragene Mitgliedschaft zurück: Sag, warum, mit "
        "`/assay membership correct because GRUND`, oder was stattdessen stimmt, zum Beispiel: `{example}`."
    ),
    "correct.none": (
        "Keine Mitgliedschaft ist eingetragen, die sich berichtigen ließe. Trag sie ein, zum Beispiel: `{example}`."
    ),
    "benefit.title": "*Was {level} bringt* (Stand {day})",
    "benefit.item": "• {text}",
    "benefit.fee": "Gebühr: {text}",
    "benefit.no_fee": "Gebühr: nicht bekannt, sie wurde nie veröffentlicht.",
    "benefit.unpublished": "Nicht bekannt, weil es nie veröffentlicht wurde: {items}.",
    "benefit.nothing": "Was eine Mitgliedschaft bringt, wurde nicht veröffentlicht.",
    "benefit.your_level": "Ihr habt {level} bis zum {day}.",
    "benefit.where": "Ihr nutzt sie beim Anbieter: *{place}*",
    "field.membership.deed": "Was ist geschehen?",
    "choice.membership.buy": "Eine Stufe wurde gekauft",
    "choice.membership.order": "Eine Stufe wurde bestellt und ist noch nicht bezahlt",
    "choice.membership.renew": "Die Mitgliedschaft wurde verlängert",
    "choice.membership.upgrade": "Mitten im Jahr wurde eine höhere Stufe gekauft",
    "choice.membership.correct": "Was eingetragen ist, galt nie",
    "field.membership.until": "Jahrestag",
    "hint.membership.until": "Leer: nach den Regeln. Wo diese schweigen, nimm den Tag, den der Anbieter zeigt.",
    "field.membership.reason": "Warum galt es nie?",
}
