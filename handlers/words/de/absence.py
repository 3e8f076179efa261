"""German: who stands in for whom, and what happened while somebody was away."""

from collections.abc import Mapping

ABSENCE: Mapping[str, str | Mapping[str, str]] = {
    "absence.stand_in": "🙋 *Du vertrittst {who}, bis zur Rückkehr am {day}.*",
    "absence.means": (
        "Bis dahin bekommst du hier, was sonst an {who} ginge. Bist du selbst weg? `/assay abwesend bis DATUM`"
    ),
    "absence.over": "🙋 *{who} ist zurück.* Die Vertretung ist zu Ende.",
    "absence.welcome": "👋 *Willkommen zurück!* Was für dich ist, kommt ab jetzt wieder zu dir.",
    "absence.taken": "Seit dem {day} haben andere übernommen:",
    "absence.none_taken": "Seit dem {day} hat niemand etwas übernommen.",
    "absence.by": "• {what}: {who}, seit {day}",
    "absence.ending": "das Ende einer Prüfung von jemandem",
    "absence.at_risk": "⚠️ Jetzt gefährdet: {levels}. Warum, und was hilft: `/assay status`",
    "absence.calm": "✅ Es ist kein Risiko offen.",
    "choice.settings.standing_in": "wer wen vertritt",
    "choice.settings.came_back": "was war, während man weg war",
}
