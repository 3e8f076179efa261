"""English: who takes care, who is told again when, who is away, and the channel for alerts."""

from collections.abc import Mapping

POSTBOX: Mapping[str, str | Mapping[str, str]] = {
    "notice.channel": "📢 *Alerts do not arrive in {channel}.* You get every one of them here all the same.",
    "notice.channel.invite": "Invite me there: type `/invite @Assay` in {channel}.",
    "notice.channel.archived": "{channel} is archived: bring it back, or choose another channel in `/assay settings`.",
    "notice.channel.shared": (
        "People from other companies read {channel}, so I say nothing there: choose another one in `/assay settings`."
    ),
    "notice.channel.other": "Slack refuses with `{why}`: choose another channel in `/assay settings`.",
    "alert.risk": "⚠️ *{level}* is at risk: on your anniversary, {at}, it lacks {what}.",
    "alert.risk_window": (
        "⚠️ *{level}* is at risk: it lacks {what}. Your anniversary was on {at}; you can renew until {closes}."
    ),
    "alert.risk_unknown": "⚠️ *{level}* is at risk on your anniversary, {at}.",
    "alert.renewal": "⚠️ The {level} renewal on {at} is at risk.",
    "alert.ground": "As of {day}, on what is recorded about {company}. The admins have the details.",
    "care.take": "I'll take it",
    "care.take_named": "I'll take: {what}",
    "care.mend": "What mends it",
    "care.snooze": "Remind me …",
    "care.snooze.1": "tomorrow",
    "care.snooze.7": "in a week",
    "care.snooze.deadline": "just before the deadline",
    "care.taken": "🙋 {who} takes care of it, since {day}.",
    "care.taken_named": "🙋 {who} takes care of {what}, since {day}.",
    "care.yours": "*{what}* is yours. From now on I tell you alone what comes up about it, unless it is urgent.",
    "care.yours_already": "*{what}* is yours already, since {day}.",
    "care.others": "{who} takes care of *{what}* already, since {day}. Talk to them if you would rather do it.",
    "care.over": "That is over: there is nothing left to take care of.",
    "care.later": "I'll remind you of *{what}* on {day}, unless it is settled before.",
    "care.no_later": "It is too late for a reminder before the deadline.",
    "care.never_told": "I have told you nothing of that, so there is nothing to remind you of.",
    "care.ask": "What do we need for {level} in {competency}?",
    "care.this": "this",
    "care.renewal": "the renewal",
    "care.rules": "the new rules",
    "care.figures": "the figures",
    "care.override": "the override",
    "care.when": "When shall I remind you?",
    "notice.handed_on": {
        "one": "👉 Nobody has taken this in 3 working days, so it comes to you now; {who} had it before.",
        "other": "👉 Nobody has taken {n} of these in 3 working days, so they come to you now; {who} had them before.",
    },
    "notice.again": "⏰ You asked me to remind you.",
    "help.away": "Say that you are away and who stands in for you; alone, who is away",
    "away.form": "Say until when, and who stands in if you like: {usage}. For example: {example}",
    "away.past": "{day} is not after today. Give the day on which you are back, such as {example}.",
    "away.far": "{day} is more than a year away. Give an earlier day.",
    "away.self": "You cannot stand in for yourself: name somebody else, or nobody.",
    "away.unknown": "I know nobody called {name} here. Mention them, as in {example}",
    "away.no_admin": "{who} is no admin of {company}, and the notices name people. Choose one of {admins}.",
    "away.no_other": "Nobody else is an admin of {company}, so nobody can stand in for you.",
    "away.loop": "{who} is away too and has, in the end, you to stand in. Choose somebody who is there.",
    "away.done": (
        "You are away until {day}. Until then {who} gets what would come to you; from {day} on it is you again."
    ),
    "away.done_nobody": (
        "You are away until {day}, but no other admin is there: what is for you goes on coming to you."
    ),
    "away.off": "You are back: what is for you comes to you from now on.",
    "away.not_away": "You are not away.",
    "away.none": "No admin is away.",
    "away.title": "*Away*",
    "away.line": "{who} until {day}; {deputy} stands in.",
    "away.line_nobody": "{who} until {day}; nobody else is there.",
}
