"""English: the messages that admins get without asking."""

from collections.abc import Mapping

NOTICES: Mapping[str, str | Mapping[str, str]] = {
    "notice.somebody": "somebody",
    "notice.departed": "👋 *{who} left.* From {day} on, {who} no longer counts for {company}.",
    "notice.departed_later": "👋 *{who} is leaving.* From {day} on, {who} will no longer count for {company}.",
    "notice.departed_many": {
        "one": "👋 *1 person left*: {who}.",
        "other": "👋 *{n} people left*: {who}. They no longer count for {company}.",
    },
    "notice.provisional": (
        "The Slack account was deactivated, so this is provisional: once it is active again, all counts as before."
    ),
    "notice.costs_nothing": "No level is lost by it.",
    "notice.costs": "No longer met: *{levels}*.",
    "notice.costs_open": "Not known before, not met with this: *{levels}*.",
    "notice.costs_more": "At risk already, and now lacking one more person: {levels}.",
    "notice.renewal": "⚠️ *A recent change has put your {level} renewal at risk.*",
    "notice.level_at_risk": "⚠️ *{level}* is at risk.",
    "notice.renewal_text": (
        "On your anniversary, {day}, some {term} must hold {level} again; on what is recorded, none will."
    ),
    "notice.renewal_text_window": (
        "Your anniversary was on {at}, and you can renew until {closes}: by then some {term} must hold {level} "
        "again; on what is recorded today, none does."
    ),
    "notice.short_window": (
        "Since {day} it is not met; it lacks {what}. Your anniversary was on {at}, and you can renew until {closes}."
    ),
    "notice.short_covered_window": (
        "On the facts alone it lacks {what}; the override ends on {day}. Your anniversary was on {at}, and you can "
        "renew until {closes}."
    ),
    "notice.short": "From {day} on it lacks {what}, so it will not be met on your anniversary, {at}.",
    "notice.short_now": "Since {day} it lacks {what}; as things stand it will not be met on your anniversary, {at}.",
    "notice.shown": {
        "one": "Your profile goes on showing it until {day}. To renew, the requirements must be met again.",
        "other": "Your profile goes on showing all of these until {day}. To renew, the requirements must be met again.",
    },
    "notice.year_over": "Your anniversary has passed: to renew, the requirements must be met again.",
    "notice.withdrew": "What changed: {who} withdrew {code}.",
    "notice.level_covered": "⚠️ *{level}* is at risk: an override covers it to the day before {day}, the facts do not.",
    "notice.short_covered": "On the facts alone it lacks {what} on your anniversary, {at}.",
    "notice.short_then": "On your anniversary it lacks {what}.",
    "notice.unknown": "Not known yet for {at}: {what}.",
    "notice.cause.left": "Reason: {who} left on {day}.",
    "notice.cause.left_later": "Reason: {who} leaves on {day}.",
    "notice.cause.expired": "Reason: {code} of {who} expires; its last day is {last}.",
    "notice.cause.no_longer_accepted": "Reason: the programme no longer accepts {code} from {day} on.",
    "notice.cause.override_ended": "Reason: an override ends on {day}.",
    "notice.cause.status_ended": "Reason: a status that the vendor granted ends on {day}.",
    "notice.cause.rules_changed": "Reason: new rules are in force from {day} on.",
    "notice.cause.figures": "Reason: the figures of the twelve months before {day} are too low.",
    "notice.mend": "It would be mended by {what}.",
    "notice.mend_from": "{what} (there from {day} on)",
    "notice.mend_or": "Or else by {what}.",
    "notice.mend_plus": "{first}, and {second}",
    "notice.mend_place": {
        "one": "1 more person with {asks}",
        "other": "{n} more people, each with {asks}",
    },
    "notice.mend_none": "What is missing cannot be earned any more: ask the vendor what counts instead.",
    "notice.nearest": "Nearest: {who}.",
    "notice.nearest_first": "Nearest to the first: {who}.",
    "notice.nearest_second": "Nearest to the second: {who}.",
    "notice.nearest_further": "Nearest to the next: {who}.",
    "notice.lacks": "{who} (still needs {what})",
    "notice.nobody_near": "Nobody else on record holds part of that yet; anybody who does not count there can earn it.",
    "notice.nearest_levels": "Nearest to {level} then: {levels}.",
    "notice.level_unknown": "{status}: {what}",
    "notice.level_distance": "{name} ({distance})",
    "notice.already_mended": "*{level}* was at risk; on what is recorded now it no longer is.",
    "notice.forgotten": "*{level}* was at risk; there is nothing on record about it any more.",
    "notice.mended": "✅ No longer at risk: *{levels}*. On what is recorded, the requirements will be met on {day}.",
    "notice.returned_many": "↩️ *{who} are back* and count for {company} as if never gone.",
    "notice.returned": "↩️ *{who} is back* and counts for {company} as if never gone.",
    "notice.override.days": {
        "one": "⏳ *The override of {what} ends tomorrow*, on {day}.",
        "other": "⏳ *The override of {what} ends in {n} days*, on {day}.",
    },
    "notice.override.today": "⏳ *The override of {what} has ended*: today, {day}, is the first day without it.",
    "notice.override.over": "⏳ *The override of {what} has ended* on {day}.",
    "notice.override.forgotten": "⏳ An override that is no longer on record ended or ends on {day}.",
    "notice.override.alone": "On the facts alone, *{level}* is then: {facts}.",
    "notice.override.nothing": "No level depends on it then.",
    "notice.override.other": "Another override covers *{level}* until {day}.",
    "notice.ground": "As of {day}, from what is recorded about {company}. Details: `/assay status`",
}
