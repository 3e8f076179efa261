"""German: what is asked about what is to come: risks, what expires, what would be, what to take next."""

from collections.abc import Mapping

FORESEEN: Mapping[str, str | Mapping[str, str]] = {
    "foreseen.ground": "Nach dem, was heute, am {day}, bekannt ist. Einzelheiten zu einer Stufe: `/assay brauchen`.",
    "foreseen.ground_open": (
        "Nach dem, was heute, am {day}, alle wissen dürfen. Einzelheiten zu einer Stufe: `/assay brauchen`."
    ),
    "foreseen.private": "Da geht es um eine Person, deshalb antworte ich nur in einer Direktnachricht.",
    "risk.count": {"one": "⚠️ *Gefährdet: 1 Sache.*", "other": "⚠️ *Gefährdet: {n} Sachen.*"},
    "risk.none": "✅ *Nicht gefährdet,* soweit es für euren Jahrestag, den {day}, bekannt ist.",
    "risk.none_window": (
        "✅ *Nicht gefährdet,* soweit bekannt. Euer Jahrestag war am {at}, verlängern könnt ihr bis zum {closes}."
    ),
    "risk.lapsed": (
        "*Eure Mitgliedschaft ist erloschen; ihr letzter Tag war der {day}.* Angezeigt wird nichts mehr, also ist auch "
        "nichts gefährdet. Was ihr tun könnt: `/assay membership`."
    ),
    "risk.not_held": ("*Nicht gefährdet:* Das habt ihr derzeit nicht. Was es dafür braucht: `/assay brauchen`."),
    "risk.no_membership": (
        "Es ist keine Mitgliedschaft eingetragen, also gibt es keinen Jahrestag, an dem etwas gefährdet sein könnte. "
        "Ein Admin kann sie eintragen: `/assay mitgliedschaft kaufen`."
    ),
    "risk.unknown": "❔ Für den {day} nicht bekannt: {what}. Das ist weder ein Risiko noch eine Entwarnung.",
    "expiring.title": "*Was bis zum {day} abläuft*",
    "expiring.title_of": "*Was bis zum {day} abläuft: {what}*",
    "expiring.none_of": "{what}: Bis zum {day} läuft nichts ab, was eine Stufe verlangt.",
    "expiring.yours": "deine Erfolge",
    "expiring.none_yours": "Bei dir läuft bis zum {day} nichts ab, was eine Stufe verlangt.",
    "expiring.none": "Bis zum {day} läuft nichts ab, was eine Stufe verlangt.",
    "expiring.calm": "Keine Stufe geht dadurch verloren.",
    "expiring.more": {"one": "… und an 1 weiteren Tag.", "other": "… und an {n} weiteren Tagen."},
    "whatif.today": "heute",
    "whatif.on": "am {day}",
    "whatif.from_today": "ab heute",
    "whatif.from": "ab dem {day}",
    "whatif.form": (
        "Nenn, wer geht oder welche Prüfung wegfällt oder dazukommt: „Was wäre, wenn @ada geht?“, „Was wäre, wenn "
        "wir die {exam} verlieren?“"
    ),
    "whatif.leave": "*Angenommen, {who} würde {day} gehen:*",
    "whatif.lose.one": "*Angenommen, {code} würde bei {who} {day} nicht mehr zählen:*",
    "whatif.lose.any": {
        "one": "*Angenommen, {code} würde {day} nicht mehr zählen*, für die 1 Person, die sie hat{who}:",
        "other": ("*Angenommen, {code} würde {day} nicht mehr zählen*, für alle {n} Personen, die sie haben{who}:"),
    },
    "whatif.gain.one": "*Angenommen, {who} würde {day} {code} bestehen:*",
    "whatif.gain.any": (
        "*Angenommen, 1 weitere Person würde {day} {code} bestehen*, dort, wo es am meisten hilft{who}:"
    ),
    "whatif.names": " ({who})",
    "whatif.nothing": "Das ändert nichts: Es ist schon so, oder niemand hat sie dann.",
    "whatif.no_level": "Keine Stufe würde sich ändern.",
    "whatif.then": "*An eurem Jahrestag, dem {day}:*",
    "whatif.same_then": "An eurem Jahrestag, dem {day}, wäre jede Stufe so, wie sie es ohnehin sein wird.",
    "whatif.at_risk": "⚠️ Neu gefährdet: {what}.",
    "whatif.no_longer": "✅ Nicht mehr gefährdet: {what}.",
    "whatif.nothing_recorded": "Eingetragen wurde nichts.",
    "next.first": "*Als Nächstes: {what}*",
    "next.else": "Oder: {what}",
    "next.then": "Danach: {what}. Erst alle zusammen bewirken, was folgt.",
    "next.closes": "✅ Damit wäre erfüllt: {what}.",
    "next.keeps": "✅ Damit bliebe über euren Jahrestag hinaus: {what}.",
    "next.nears": "Das bringt euch näher an: {what}.",
    "next.nearest": "Am nächsten dran: {who}.",
    "next.nearest_one": "Jemandem aus der Firma fehlt nur das.",
    "next.anybody": "Für alle, die dort noch nicht zählen.",
    "next.none": (
        "Ich finde keine Prüfung, die man heute ablegen kann und die einer Stufe näher bringt: Was verlangt wird, "
        "ist erfüllt, oder es fehlen Kennzahlen und nicht Personen."
    ),
}
