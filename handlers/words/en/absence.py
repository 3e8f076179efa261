"""English: who stands in for whom, and what happened while somebody was away."""

from collections.abc import Mapping

ABSENCE: Mapping[str, str | Mapping[str, str]] = {
    "absence.stand_in": "🙋 *You stand in for {who}, who is back on {day}.*",
    "absence.means": "Until then you get here what would go to {who}. Are you away yourself? `/assay away until DATE`",
    "absence.over": "🙋 *{who} is back.* You no longer stand in.",
    "absence.welcome": "👋 *Welcome back!* From now on what is for you comes to you again.",
    "absence.taken": "Since {day} others took this on:",
    "absence.none_taken": "Since {day} nobody took anything on.",
    "absence.by": "• {what}: {who}, since {day}",
    "absence.ending": "the end of somebody's exam",
    "absence.at_risk": "⚠️ At risk now: {levels}. Why, and what mends it: `/assay status`",
    "absence.calm": "✅ No risk is open.",
    "choice.settings.standing_in": "who stands in for whom",
    "choice.settings.came_back": "what happened while one was away",
}
