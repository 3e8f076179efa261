"""English: what is asked about what is to come: risks, what expires, what would be, what to take next."""

from collections.abc import Mapping

FORESEEN: Mapping[str, str | Mapping[str, str]] = {
    "foreseen.ground": "On what is known as of today, {day}. Details of a level: `/assay need`.",
    "foreseen.ground_open": "On what everybody may know as of today, {day}. Details of a level: `/assay need`.",
    "foreseen.private": "That is about a person, so I answer it in a direct message only.",
    "risk.count": {"one": "⚠️ *At risk: 1 thing.*", "other": "⚠️ *At risk: {n} things.*"},
    "risk.none": "✅ *Not at risk,* as far as is known for your anniversary, {day}.",
    "risk.none_window": (
        "✅ *Not at risk,* as far as is known. Your anniversary was on {at}; you can renew until {closes}."
    ),
    "risk.lapsed": (
        "*Your membership has lapsed; its last day was {day}.* Nothing is displayed any more, so nothing is at risk. "
        "What you can do: `/assay membership`."
    ),
    "risk.not_held": "*Not at risk:* you do not hold that at present. What it takes: `/assay need`.",
    "risk.no_membership": (
        "No membership is on record, so there is no anniversary on which anything could be at risk. An admin can "
        "record it: `/assay membership buy`."
    ),
    "risk.unknown": "❔ Not known for {day}: {what}. That is neither a risk nor a reassurance.",
    "expiring.title": "*What expires until {day}*",
    "expiring.title_of": "*What expires until {day}: {what}*",
    "expiring.none_of": "{what}: nothing that any level asks for expires until {day}.",
    "expiring.yours": "yours",
    "expiring.none_yours": "Nothing of yours that any level asks for expires until {day}.",
    "expiring.none": "Nothing that any level asks for expires until {day}.",
    "expiring.calm": "No level is lost by any of this.",
    "expiring.more": {"one": "… and on 1 more date.", "other": "… and on {n} more dates."},
    "whatif.today": "today",
    "whatif.on": "on {day}",
    "whatif.from_today": "from today on",
    "whatif.from": "from {day} on",
    "whatif.form": (
        "Name who leaves, or which exam is lost or gained: “what happens if @ada leaves?”, “what if we lose {exam}?”"
    ),
    "whatif.leave": "*Suppose {who} left {day}:*",
    "whatif.lose.one": "*Suppose {code} no longer counted for {who} {day}:*",
    "whatif.lose.any": {
        "one": "*Suppose {code} no longer counted {day}* for the 1 person who holds it{who}:",
        "other": "*Suppose {code} no longer counted {day}* for any of the {n} people who hold it{who}:",
    },
    "whatif.gain.one": "*Suppose {who} passed {code} {day}:*",
    "whatif.gain.any": "*Suppose 1 more person passed {code} {day}*, where it helps most{who}:",
    "whatif.names": " ({who})",
    "whatif.nothing": "That changes nothing: it is so already, or nobody holds it then.",
    "whatif.no_level": "No level would change.",
    "whatif.then": "*On your anniversary, {day}:*",
    "whatif.same_then": "On your anniversary, {day}, every level would be as it will be without it.",
    "whatif.at_risk": "⚠️ Newly at risk: {what}.",
    "whatif.no_longer": "✅ No longer at risk: {what}.",
    "whatif.nothing_recorded": "Nothing was recorded.",
    "next.first": "*Next: {what}*",
    "next.else": "Or else: {what}",
    "next.then": "After it: {what}. Only all of them together do what follows.",
    "next.closes": "✅ With it, these would be met: {what}.",
    "next.keeps": "✅ It would keep beyond your anniversary: {what}.",
    "next.nears": "It brings nearer: {what}.",
    "next.nearest": "Nearest to it: {who}.",
    "next.nearest_one": "Somebody on record lacks only that.",
    "next.anybody": "For anybody who does not count there yet.",
    "next.none": (
        "I find no exam that can be taken today and would bring a level nearer: what is asked for is met, or lacks "
        "figures and not people."
    ),
}
