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
        "It still counts on your anniversary, {at}; on the facts alone no competency holds {level} then."
    ),
    "notice.projected": "This is a projection: the months to come are taken as the mean of the last three reported.",
    "notice.own_lost": {
        "one": "⚠️ *{levels} depends on you:* tomorrow, {day}, your {code} stops counting, and it is lost.",
        "other": "⚠️ *{levels} depends on you:* in {n} days, on {day}, your {code} stops counting, and it is lost.",
    },
    "notice.own_needed": {
        "one": "⏳ *Tomorrow, {day}, your {code} stops counting* for {levels}. Colleagues can stand in for you.",
        "other": (
            "⏳ *In {n} days, on {day}, your {code} stops counting* for {levels}. Colleagues can stand in for you."
        ),
    },
    "notice.own_why.expired": "It expires: the day before {day} is its last.",
    "notice.own_why.no_longer_accepted": "The programme no longer accepts it from {day} on.",
    "notice.own_replace": "To go on counting, earn {what}, and record it with `/assay link`.",
    "notice.own_no_replacement": "Nothing that can still be earned takes its place on record: ask your admins.",
    "notice.contributor_lost": {
        "one": "⏳ *{levels} is lost tomorrow*, on {day}, if nobody steps in.",
        "other": "⏳ *{levels} is lost in {n} days*, on {day}, if nobody steps in.",
    },
    "notice.contributor_why.expired": "Reason: {code} of {who} expires; the day before {day} is its last.",
    "notice.contributor_why.no_longer_accepted": (
        "Reason: from {day} on the programme no longer accepts {code}; {who} counted with it."
    ),
    "notice.contributor_covered": "⏳ {code} of {who} stops counting on {day}. No level is lost by it any more.",
    "notice.renewal_ahead": {
        "one": "📅 *Tomorrow, {at}, is your anniversary:* your {level} membership is to be renewed.",
        "other": "📅 *{n} days to your anniversary, {at}:* your {level} membership is to be renewed.",
    },
    "notice.renewal_today": "📅 *Today, {at}, is your anniversary:* your {level} membership is to be renewed.",
    "notice.renewal_last_call": {
        "one": "⏰ *Last call: until tomorrow, {day}, you can renew your {level} membership.* It ran out on {at}.",
        "other": "⏰ *Last call: {n} days left to renew your {level} membership,* until {day}. It ran out on {at}.",
    },
    "notice.renewal_last_day": "⏰ *Last call: today, {day}, your {level} membership can still be renewed.*",
    "notice.renewal_state.met": "✅ On what is recorded, the requirements are met for it.",
    "notice.renewal_state.not_met": "❌ On what is recorded, no competency holds {level} for it.",
    "notice.renewal_state.not_known": "❔ Whether some competency holds {level} for it is not known.",
    "notice.renewal_covered": "An override carries {level} until {day}; to rest on facts, something is still missing.",
    "notice.window": "You can renew from {opens} to {closes}.{after}",
    "notice.window_until": "You can renew until {closes}; from which day on was not published.{after}",
    "notice.window_unknown": "From when to when you can renew was not published: look at the vendor's page.",
    "notice.window_lost": " After that: {what}",
    "notice.renew_where": "Where: {place} on the vendor's page. Then record it with `/assay membership`.",
    "notice.renewed": "📅 The membership with the anniversary on {day} is settled.",
    "notice.rules_lost.ahead": "📜 *New rules cost you {levels}* from {day} on.",
    "notice.rules_lost.since": "📜 *New rules cost you {levels}:* in force since {day}.",
    "notice.rules_gained.ahead": "📜 *New rules bring you {levels}* from {day} on.",
    "notice.rules_gained.since": "📜 *New rules bring you {levels}:* in force since {day}.",
    "notice.rules_harmless": "📜 The rules that change on {day} no longer change what holds for you.",
    "notice.rules_read": "What changes in them: `/assay rules {since} {until}`",
    "notice.figures": {
        "one": "📈 *1 figure for {month} is missing.*",
        "other": "📈 *{n} figures for {month} are missing.*",
    },
    "notice.figures_why": "While it is, this may end up not known: {levels}. Report it with",
    "notice.figure": "• {name}: `/assay figure {metric} {month} VALUE`",
    "notice.figures_there": "📈 The figures for {month} are there meanwhile.",
    "notice.moved.gained": "🔀 *{who} counts for {company}* from {day} on: the certification profile moved to you.",
    "notice.moved.lost": "🔀 *{who} no longer counts for {company}* from {day} on: the association has ended.",
    "notice.disputed.claimant": (
        "⚖️ *{who} claims a certification profile that is associated elsewhere.* Nothing counts for {company} until its "
        "holder confirms it."
    ),
    "notice.disputed.holder": (
        "⚖️ *Somebody else claims the certification profile of {who}.* It stays with {company} unless {who} confirms it."
    ),
    "notice.claimed": "⚖️ *Somebody else claims your certification profile.*",
    "notice.claimed_do": (
        "It goes on counting for {company}, and you need not do anything. If you moved it yourself, tell an admin."
    ),
    "notice.one_admin": "👤 *You are the only admin of {company} here:* while you are away, nobody hears of a risk.",
    "notice.one_admin_do": "Have somebody else made an admin of the Slack workspace, or named in `ASSAY_ADMINS`.",
}
