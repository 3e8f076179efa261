"""English: what people are told because a date is near or past, and what moved between companies."""

from collections.abc import Mapping

REMINDERS: Mapping[str, str | Mapping[str, str]] = {
    "notice.ground_own": "As of {day}, from what is recorded about you at {company}. Details: `/assay mine`",
    "notice.changed.batch": {
        "one": "What changed: an import was withdrawn, and 1 achievement with it.",
        "other": "What changed: an import was withdrawn, and {n} achievements with it.",
    },
    "notice.changed.market": "What changed: the thresholds for {market} apply now.",
    "notice.changed.figure": "What changed: {name} was reported for {month}.",
    "notice.changed.flag": "What changed: the status “{name}” was recorded.",
    "notice.renewal_by_override": "⚠️ *Your {level} renewal rests on an override that ends on {day}.*",
    "notice.renewal_by_override_text": (
        "It still counts on your anniversary, {at}; on the facts alone no {term} holds {level} then."
    ),
    "notice.projected": "This is a projection: the months to come are taken as the mean of the last three reported.",
    "notice.own_lost": {
        "one": (
            "⚠️ *You hold up {levels}.* Tomorrow, {day}, your {code} stops counting, and then one person is missing."
        ),
        "other": (
            "⚠️ *You hold up {levels}.* In {n} days, on {day}, your {code} stops counting, and then one person is "
            "missing."
        ),
    },
    "notice.own_needed": {
        "one": "⏳ *Tomorrow, {day}, your {code} stops counting* for {levels}. Colleagues can stand in for you.",
        "other": (
            "⏳ *In {n} days, on {day}, your {code} stops counting* for {levels}. Colleagues can stand in for you."
        ),
    },
    "notice.own_why.expired": "It expires: {last} is its last day.",
    "notice.own_why.no_longer_accepted": "The programme accepts it until {last}.",
    "notice.own_replace": "To go on counting, earn {what}, and record it with `/assay link`.",
    "notice.own_again": "To go on counting, earn it again, and record that with `/assay link`.",
    "notice.own_again_or": "To go on counting, earn it again, or else {what}; then record that with `/assay link`.",
    "notice.own_no_replacement": "Nothing that can still be earned takes its place: talk to your admins.",
    "notice.contributor_lost": {
        "one": "⏳ *Tomorrow, {day}, the requirements of {levels} are no longer met*, unless somebody steps in.",
        "other": (
            "⏳ *In {n} days, on {day}, the requirements of {levels} are no longer met*, unless somebody steps in."
        ),
    },
    "notice.contributor_why.expired": "Reason: {code} of {who} expires; its last day is {last}.",
    "notice.contributor_why.no_longer_accepted": (
        "Reason: the programme accepts {code} only until {last}; {who} counted with it."
    ),
    "notice.contributor_covered": "⏳ {code} of {who} stops counting on {day}. No level is lost by it any more.",
    "notice.for_level": "For {level}:",
    "notice.renewal_ahead": {
        "one": "📅 *Tomorrow, {at}, is your anniversary:* your {level} membership is to be renewed.",
        "other": "📅 *{n} days to your anniversary, {at}:* your {level} membership is to be renewed.",
    },
    "notice.renewal_short": {
        "one": "⚠️ *Tomorrow, {at}, is your anniversary, and as things stand you cannot renew {level}.*",
        "other": "⚠️ *{n} days to your anniversary, {at}, and as things stand you cannot renew {level}.*",
    },
    "notice.renewal_today": "📅 *Today, {at}, is your anniversary:* your {level} membership is to be renewed.",
    "notice.renewal_last_call": {
        "one": "⏰ *Last call: until tomorrow, {day}, you can renew your {level} membership.* It ran out on {at}.",
        "other": "⏰ *Last call: {n} days left to renew your {level} membership,* until {day}. It ran out on {at}.",
    },
    "notice.renewal_open": {
        "one": "📅 *1 day left to renew your {level} membership,* until {day}. Your anniversary was on {at}.",
        "other": "📅 *{n} days left to renew your {level} membership,* until {day}. Your anniversary was on {at}.",
    },
    "notice.renewal_lapsed": "❌ *Your {level} membership has lapsed:* it could be renewed until {day}.",
    "notice.renewal_lapsed_never": "❌ *Your {level} membership has lapsed:* its last day was {day}.",
    "notice.lapsed_lost": "The rule says of that: {what}",
    "notice.lapsed_next": (
        "If you did renew it in time, record that with `/assay membership renew`; if you buy anew, with "
        "`/assay membership buy`."
    ),
    "notice.lapsed_renewed": "If you did renew it in time, record that with `/assay membership renew`.",
    "notice.renewal_never": "📅 *Your {level} membership runs until {at}, and it cannot be renewed.*",
    "notice.programme_end": "The programme's last day to renew is {day}. It is followed by: {successor}.",
    "notice.renewal_last_day": "⏰ *Last call: today, {day}, your {level} membership can still be renewed.*",
    "notice.renewal_state.met": "✅ On what is recorded, the requirements for it are met.",
    "notice.renewal_state.not_met": "❌ On what is recorded, no {term} holds {level} for it.",
    "notice.renewal_state.not_known": "❔ Whether some {term} holds {level} for it is not known.",
    "notice.renewal_covered": "⏳ An override carries {level} until {day}; on the facts alone no {term} holds it.",
    "notice.window": "You can renew from {opens} to {closes}.{after}",
    "notice.window_until": "You can renew until {closes}; from which day on was not published.{after}",
    "notice.window_unknown": "From when to when you can renew was not published: look at the vendor's page.",
    "notice.window_lost": " After that: {what}",
    "notice.window_late": "The requirements may still be met inside that time.",
    "notice.renew_where": "Where: {place} on the vendor's page. Then record it with `/assay membership renew`.",
    "notice.renewed": "📅 The membership with the anniversary on {day} is settled.",
    "notice.rules_lost.ahead": "📜 *New rules cost you {levels}* from {day} on.",
    "notice.rules_lost.since": "📜 *New rules cost you {levels}:* in force since {day}.",
    "notice.rules_unsaid.ahead": (
        "📜 *From {day} on, the rules no longer say what this asks for:* {levels}. Ask the vendor what holds then."
    ),
    "notice.rules_unsaid.since": (
        "📜 *Since {day} the rules no longer say what this asks for:* {levels}. Ask the vendor what holds now."
    ),
    "notice.rules_gained.ahead": "📜 *New rules bring you {levels}* from {day} on.",
    "notice.rules_gained.since": "📜 *New rules bring you {levels}:* in force since {day}.",
    "notice.rules_harmless": "📜 The rules that change on {day} no longer change what holds for you.",
    "notice.rules_read": "What changes in them: `/assay rules {since} {until}`",
    "notice.figures": {
        "one": "📈 *1 figure for {month} is missing.*",
        "other": "📈 *{n} figures for {month} are missing.*",
    },
    "notice.figures_why": "Needed for: {levels}. Whoever knows a value reports it with:",
    "notice.figure": "• {name}: `/assay figure {metric} {month} VALUE`",
    "notice.figures_there": "📈 The figures for {month} are there meanwhile.",
    "notice.moved.gained": "🔀 *{who} counts for {company}* from {day} on: the certification profile moved to you.",
    "notice.moved.lost": "🔀 *{who} no longer counts for {company}* from {day} on: the association has ended.",
    "notice.one_admin": "👤 *You are the only admin of {company} here:* while you are away, nobody hears of a risk.",
    "notice.one_admin_do": "Make somebody else one: `/assay admins add @NAME`",
}
