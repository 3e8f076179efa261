"""English: what was at risk and is not known now, and what a renewal's heading says before, in and after its window."""

from collections.abc import Mapping

OUTLOOK: Mapping[str, str | Mapping[str, str]] = {
    "unclear.head": "❔ *At risk before, not known now: {levels}.* What is open {when}:",
    "unclear.ahead": "for your anniversary, {day}",
    "unclear.window": "for the renewal, possible until {closes}",
    "unclear.today": "today",
    "unclear.to_come": {
        "one": "• {name}: 1 month is still to come.",
        "other": "• {name}: {n} months are still to come.",
    },
    "unclear.report": {
        "one": "• {name}: {month} is not reported. An admin can: `/assay figure {metric} {first} AMOUNT`",
        "other": (
            "• {name}: {n} months are not reported, the first is {month}. An admin can: "
            "`/assay figure {metric} {first} AMOUNT`"
        ),
    },
    "unclear.unpublished": "• {name}: the amount for your market was never published. Ask your contact at the vendor.",
    "unclear.begun": "• {name}: the membership year has only begun.",
    "unclear.flag": (
        "• Status “{name}”: nobody has recorded whether you have it. Ask the vendor, then `/assay flag {flag} yes` "
        "or `no`"
    ),
    "unclear.other": "• {name}: not known.",
    "unclear.stays": "The risk stays open. As soon as it is mended, the admins hear of it.",
    "unclear.back": "*{level}* was not known for a while; on what is recorded now it is still at risk.",
    "status.unclear": "❔ At risk before, not known now: {levels}.",
    "status.unclear_for": "❔ At risk before, not known now: {levels}, for want of: {what}.",
    "status.risks_window": {
        "one": "⚠️ *1 risk for your renewal, possible until {closes}:*",
        "other": "⚠️ *{n} risks for your renewal, possible until {closes}:*",
    },
    "status.risks_over": {
        "one": "⚠️ *1 risk for your renewal; your anniversary was on {at}:*",
        "other": "⚠️ *{n} risks for your renewal; your anniversary was on {at}:*",
    },
    "risk.renewal": "⚠️ *Your {level} renewal is at risk.*",
    "risk.none_over": "✅ *Not at risk,* as far as is known. Your anniversary was on {at}.",
    "risk.unknown_now": "❔ Not known today: {what}. That is neither a risk nor a reassurance.",
    "notice.figures_again": {
        "one": "As long as nobody reports, I ask again every month.",
        "other": "As long as nobody reports, I ask again every {n} months.",
    },
    "dates.no_month": "“{typed}” is no day: there is no such month. Give another one, such as {example}.",
    "dates.no_day": {
        "one": "“{typed}” does not exist: that month has {n} day. Give another one.",
        "other": "“{typed}” does not exist: that month has {n} days. Give another one.",
    },
    "notice.override.alone_now": "On the facts alone, *{level}* is now: {facts}.",
    "notice.renewal_before": "Renew before that day: on the facts alone no {term} holds {level}.",
    "notice.renewal_soon": "⚠️ Renew before {day}, while the override counts.",
    "overrides.not_needed": "✅ No longer needed: all that it carries is met without it, and will be when it ends.",
    "overrides.needed_later": "Not needed today, but again when it ends on {until}.",
    "whatif.window": "Your anniversary was on {at}. You can renew until {closes}, with what is met by then.",
    "notice.mended_window": (
        "✅ No longer at risk: *{levels}*. The requirements are met, and you can renew until {closes}."
    ),
    "notice.mended_over": "✅ No longer at risk: *{levels}*. On what is recorded, the requirements are met.",
    "alert.risk_unknown_window": "⚠️ *{level}* is at risk. Your anniversary was on {at}; you can renew until {closes}.",
    "alert.renewal_window": (
        "⚠️ The {level} renewal is at risk: your anniversary was on {at}, it is possible until {closes}."
    ),
}
