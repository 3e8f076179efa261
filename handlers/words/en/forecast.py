"""English: what is to come: the forecast and its calendar, what expires, what would be, what to take next."""

from collections.abc import Mapping

FORECAST: Mapping[str, str | Mapping[str, str]] = {
    "help.forecast": "What is known to come, what it costs, and when",
    "button.calendar": "As a calendar file",
    "forecast.form": "Write it like this: `{usage}`, for example `{example}`. Both may be left out.",
    "forecast.past": "{day} is not ahead of us. Name a later day: `/assay forecast until 2018-09-01`.",
    "forecast.too_far": {
        "one": "I look at most 1 year ahead. Name an earlier day.",
        "other": "I look at most {n} years ahead. Name an earlier day.",
    },
    "forecast.title": "What is known to come until {day}",
    "forecast.title_of": "What is known to come for {competency} until {day}",
    "forecast.next": "Next change of a level: {day}.",
    "forecast.none": "On what is known today, no level changes by then.",
    "forecast.counts": "{level} – {terms} that hold it: {today} today, {then} on {day}.",
    "forecast.reserve": "{level} – people above (+) or below (−) the need: {today} today, {then} on {day}.",
    "forecast.chart": "{Terms} that hold the level",
    "forecast.chart_of": "People above the need: {competency}",
    "forecast.day": "*{day}*: {what}.",
    "forecast.costly": "⚠️ *{day}*: {what}.",
    "forecast.turn": "      {icon} {level}: {before} → {after}",
    "forecast.lacks": "{status}, lacking {what}",
    "forecast.more": {
        "one": "… and 1 more date on which something falls and no level changes.",
        "other": "… and {n} more dates on which something falls and no level changes.",
    },
    "forecast.needs": (
        "❔ *{level}* on {day}: not known yet, because months are to come. Still needed until then: {what}."
    ),
    "forecast.needed": "{amount} of {metric}",
    "forecast.projection": (
        "      {icon} *Projection*, no standing: if the months to come are like the mean of the last {n}, "
        "it is {status} on {day}."
    ),
    "forecast.ground": "On what is known as of today, {day}; nothing is projected unless it says so.",
    "falls.left": {"one": "{who} leaves", "other": "{who} leave"},
    "falls.expired": "{code} expires for {who}",
    "falls.no_longer_accepted": "the programme no longer accepts {code}",
    "falls.override_ended": "the override of {what} ends",
    "falls.of_person": "{code} for {who}",
    "falls.status_ended": "the status “{name}” ends",
    "falls.rules_changed": "new rules for {what}",
    "falls.figures": "older months of {metric} no longer count",
    "falls.nothing": "nothing falls",
    "calendar.title": "Dates of {company}",
    "calendar.sent": (
        "📅 I have sent you the dates as a calendar file in our direct messages. "
        "Import it again later: what has moved, moves; nothing stands there twice."
    ),
    "shell.missing_scope": (
        "I may not bring files yet, so nothing was sent: whoever installed me has to give me the scope "
        "`files:write`, as the manifest says, and install me again."
    ),
    "calendar.anniversary": "Anniversary of the {level} membership",
    "calendar.opens": "The {level} membership can be renewed from today",
    "calendar.closes": "Last day to renew the {level} membership",
}
