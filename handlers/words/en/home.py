"""English: the Home tab, and the form for figures that it opens."""

from collections.abc import Mapping

HOME: Mapping[str, str | Mapping[str, str]] = {
    "button.renewal": "Can we renew?",
    "button.overrides": "All overrides",
    "button.forecast": "What is to come?",
    "open.figures": "Report figures",
    "form.figures": "Report figures",
    "field.figures.metric": "Which figure?",
    "field.figures.first": "First month",
    "hint.figures.first": "As 2017-11, for amounts without a month. Each next line is the month after.",
    "field.figures.values": "Amounts, a month a line",
    "hint.figures.values": (
        "Type them, or paste a column of your spreadsheet: 10400, or with its month: 2017-11 10400."
    ),
    "missing.metric": "Please choose a figure.",
    "missing.lines": "Please type or paste an amount for at least one month.",
    "figures.form": "Report a figure month by month in the form, or one month alone: `/assay figure`",
    "figures.none": "There is no amount in it. Type or paste one a line.",
    "figures.too_many": "That is too much at once. Paste at most {most} months.",
    "figures.no_month": "Say which month it is: name the first month above, or write 2017-11 before the amount.",
    "figures.twice": "{month} stands there twice.",
    "figures.line": "Line {n}: {why}",
    "figures.more_lines": {"one": "And 1 more line.", "other": "And {n} more lines."},
    "figures.wrong": "{lines}",
    "figures.done": {
        "one": "Recorded: {metric}, 1 month, {first}.",
        "other": "Recorded: {metric}, {n} months, from {first} to {last}.",
    },
    "figures.replaced": {
        "one": "It takes the place of what was on record for {months}.",
        "other": "They take the place of what was on record for {months}.",
    },
    "link.none_named": (
        "This message names no exam, certification or assessment that counts here. Link one by its code: `/assay link`"
    ),
    "link.also_named": "The message also names {codes}. Send the form once for each.",
    "home.next": "What you could take next",
    "home.quiet": (
        "🤫 *{company} is not live yet:* nobody is told anything until you press *Go live*. You are at step {at} of 7."
    ),
    "home.membership": "Membership",
    "home.risks": "At risk, the costliest first",
    "home.no_risks": "Nothing that you hold is at risk.",
    "home.hanging": "Nobody could stand in for these people",
    "home.hangs": "• {who}: {levels}",
    "home.figures": "Figures",
    "home.none_overdue": "No figure is overdue.",
    "home.overdue": "• {metric}: {month} is not reported. It counts for {levels}.",
    "home.admins": "Who hears of it",
    "home.away": "{who} is away until {day}. {reads} reads for them.",
    "home.away_nobody": "{who} is away until {day}. Nobody reads for them.",
    "home.undelivered": {
        "one": "1 message of the last 30 days could not be delivered, to {whom}.",
        "other": "{n} messages of the last 30 days could not be delivered, to {whom}.",
    },
}
