"""English: overrides, memberships and figures, as admins record them."""

from collections.abc import Mapping

RECORDS: Mapping[str, str | Mapping[str, str]] = {
    "grant.form": ("Name a level of a {term}, or a person and an exam: `{usage}`. For example: `{example}`."),
    "grant.unreadable": (
        "I cannot read “{words}”, so nothing was recorded. The form is `{usage}`. For example: `{example}`."
    ),
    "grant.ends_first": "The override would end on {until}, before it begins on {since}. Please check the two dates.",
    "grant.past": (
        "An override until {until} would be over already and change nothing, so it was not recorded. "
        "Give an end that is still to come."
    ),
    "grant.no_level": "The rules of {day} have no level {level} for {competency}, so there is nothing to override.",
    "grant.no_such_number": {
        "one": "Which override? The list has 1: `/assay override list` shows it with its number.",
        "other": "Which override? The list has {n}: `/assay override list` shows each with its number.",
    },
    "grant.over": (
        "Override {number} is over: {day} was its first day without effect. `/assay override list` shows the others."
    ),
    "grant.done": "✅ Override recorded: *{what}*, from {since} to the day before {until}.",
    "grant.again": "This override is on record already: *{what}*, from {since} to the day before {until}.",
    "grant.credential_of": "{code} of {who}",
    "grant.by": "Granted by: {text}",
    "grant.reason": "Reason: {text}",
    "grant.ticket": "Ticket: {text}",
    "grant.days_left": {"one": "It ends in 1 day.", "other": "It ends in {n} days."},
    "grant.begins": {"one": "It begins in 1 day.", "other": "It begins in {n} days."},
    "grant.with_and_without": "With it today: {status}. On the facts alone: {facts}.",
    "grant.with_it": "*With it today*",
    "grant.without_it": "When it ends, these are again what the facts alone say.",
    "grant.alone": "On the facts alone: {facts}.",
    "grant.covers": (
        "When it ends on {day}, at risk for the next renewal: {what}, unless the facts then meet the requirements. "
        "The admins are told."
    ),
    "grant.reminders": "I remind an admin of its end {days}.",
    "grant.recorded_only": "Recording it here grants nothing at the vendor: only the vendor can.",
    "grant.none": ("No override is in force or to come. Record one that the vendor granted, for example: `{example}`."),
    "grant.list": {
        "one": "*1 override* in force or to come, as of {day}",
        "other": "*{n} overrides* in force or to come, as of {day}",
    },
    "grant.item": "{number}. *{what}*, from {since} to the day before {until}",
    "grant.how_to_end": "End one today: `/assay override end NUMBER`",
    "grant.ended": "✅ The override of *{what}* ends today, {day}: from today the facts alone count.",
    "bought.form": "Which level was bought, and when? For example: `{example}`.",
    "bought.no_date": "“{day}” is no day of the calendar. Write year, month, day, for example: `{example}`.",
    "bought.unreadable": "I cannot read “{words}”, so nothing was recorded. The form is `{usage}`.",
    "bought.future": "{day} is still to come. Please give the day on which the membership was bought.",
    "bought.too_old": "{day} cannot be right. Please check the year.",
    "bought.done": "✅ Recorded: {level} membership, bought on {purchased}, anniversary on {anniversary}.",
    "bought.again": "On record already: {level} membership, bought on {purchased}, anniversary on {anniversary}.",
    "bought.days_left": {"one": "1 day until the anniversary.", "other": "{n} days until the anniversary."},
    "bought.over": "That year is over. When you have renewed, record the day of the renewal.",
    "bought.held_unknown": "Whether a {term} holds {level} today is not known.",
    "bought.not_held": "On what is recorded, no {term} holds {level} today.",
    "bought.no_risk": "Nothing is known that would put a level at risk by then.",
    "bought.at_risk": "⚠️ At risk by then, on what is recorded: {what}. The admins are told more.",
    "report.form": "Type metric, month and value: `/assay figure {example} 2017-12 9000`. Metrics: {metrics}.",
    "report.unknown_metric": "I do not know that metric. The metrics are {metrics}.",
    "report.month": "“{month}” is no month. Write year and month, for example 2017-12.",
    "report.future": "{month} is still to come. Figures can be reported up to this month.",
    "report.ambiguous": "“{value}” can be read in two ways. Write `{one}` or `{other}`.",
    "report.too_long": "That number is too long: at most {most} digits.",
    "report.no_number": "“{value}” is no amount. Write digits only, without a currency, such as `9000` or `9000.50`.",
    "report.done": "✅ Recorded: {metric} in {month}: {value}.",
    "report.replaced": "It replaces {value}, which stays on record as the earlier report.",
    "report.this_month": "This month is not over: it counts from {month}.",
}
