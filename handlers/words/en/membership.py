"""English: the membership, its renewal, its orders and its benefits."""

from collections.abc import Mapping

MEMBERSHIP: Mapping[str, str | Mapping[str, str]] = {
    "help.membership": "See your membership: renewal, what the profile shows, what you may buy",
    "help.benefits": "See what a level brings, and what it costs",
    "help.membership buy": "Record the level that you bought, and when",
    "help.membership order": "Record an order that is not paid yet",
    "help.membership renew": "Record that you renewed",
    "help.membership upgrade": "Record that you moved up to a higher level",
    "help.membership correct": "Withdraw what was recorded by mistake, and record what is true",
    "help.membership cancel": "Record that an order was cancelled",
    "member.active": {
        "one": "✅ *{level} membership, active.* Tomorrow, {day}, is the anniversary.",
        "other": "✅ *{level} membership, active.* The anniversary is on {day}, in {n} days.",
    },
    "member.active_today": "✅ *{level} membership, active.* Today, {day}, is the anniversary.",
    "member.at_risk": {
        "one": "⚠️ *{level} membership, at risk.* Tomorrow, {day}, is the anniversary.",
        "other": "⚠️ *{level} membership, at risk.* The anniversary is on {day}, in {n} days.",
    },
    "member.at_risk_today": "⚠️ *{level} membership, at risk.* Today, {day}, is the anniversary.",
    "member.at_risk_since": "On record, no {term} will hold {level} then: the last one is short from {day}.",
    "member.grace": {
        "one": "⏳ *{level} membership, past its anniversary* of {day}. You can renew until tomorrow, {closes}.",
        "other": (
            "⏳ *{level} membership, past its anniversary* of {day}. You can renew for {n} more days, until {closes}."
        ),
    },
    "member.grace_today": "⏳ *{level} membership, past its anniversary* of {day}. Today is the last day to renew it.",
    "member.lapsed": "❌ *Your {level} membership has lapsed.* Its anniversary was on {day}.",
    "member.ordered": "🕓 *{level} membership, ordered* on {day} and not paid yet.",
    "member.qualified": "*No membership is on record, and you qualify for one.*",
    "member.started": "*No membership is on record, and no {term} holds a level yet.*",
    "member.yes": "*Yes:* you can renew at {level} now; {why}.",
    "member.no": "*No:* you cannot renew at {level} now; {why}.",
    "member.unknown": "*Not known:* whether you can renew at {level} now; {why}.",
    "member.up_yes": "*Yes:* you can upgrade to {level} now; {why}.",
    "member.up_no": "*No:* you cannot upgrade to {level} now; {why}.",
    "member.up_unknown": "*Not known:* whether you can upgrade to {level} now; {why}.",
    "member.up_none": "*No:* there is no membership in force to upgrade from.",
    "member.up_highest": "*No:* you have {level} already, and no level is higher.",
    "member.up_have": "*No:* you have {level} already.",
    "member.up_ended": "*No:* the programme has ended, so no level can be bought any more.",
    "member.why_early": "you can renew from {day} on",
    "member.why_over": "you could renew until {day}",
    "member.why_ended": "the programme's last renewal was on {day}",
    "member.why_none": "no membership is on record",
    "member.why_met": "{competencies} holds it",
    "member.why_met_several": "{competencies} hold it",
    "member.why_not_met": "no {term} holds it",
    "member.why_late": "it was not met at the anniversary, and that is too late",
    "member.why_unknown": "it is open for {competencies}",
    "member.why_late_unknown": "it was met only after the anniversary, and whether that is in time was not published",
    "member.why_unpublished": "{why}, but from when on you can renew was not published",
    "member.window": "*Renew* from {opens} to {closes}.",
    "member.window_until": "*Renew* until {closes}; from when on was not published.",
    "member.window_never": "It cannot be renewed: the programme's last renewal was on {day}, before its window opens.",
    "member.late": "You can still meet the requirements within that time.",
    "member.not_late": "The requirements have to be met by the anniversary.",
    "member.late_unknown": "Whether you can still meet the requirements after the anniversary was not published.",
    "member.next": "Renewed on {day}, the next anniversary is on {anniversary} ({how}).",
    "member.next_unknown": "How the next anniversary is found was not published.",
    "member.lost": "After {day}: {text}",
    "member.ending": "⚠️ The override for {what} ends on {day}, within that time: renew before then.",
    "member.override_of_person": "somebody's {code}",
    "member.offers": "*What you can do*",
    "member.offer.buy": "buy {level}",
    "member.offer.renew": "renew at {level}",
    "member.offer.renew_from": "renew at {level} from {day} on",
    "member.offer.upgrade": "move up to {level} now",
    "member.offered": "• {icon} {what}: {why}",
    "member.by_override": "{competency} (by an override, until the day before {day})",
    "member.ahead_not_met": "but on record no longer when the window opens",
    "member.ahead_not_known": "whether still when the window opens is not known",
    "member.upgrade": "Moving up in mid-year costs {discount} % less, and a new year begins ({how}).",
    "member.upgrade_unknown": "What moving up in mid-year costs, and when its year ends, was not published.",
    "member.badges": "*The profile shows until {day}*",
    "member.badge": "• {what}",
    "member.badge_since": "• {what} – on the facts alone not met since {day}",
    "member.badge_not": "• {what} – on the facts alone not met",
    "member.badge_unknown": "• {what} – on the facts alone not known",
    "member.no_badges": "The profile shows no {term}: on record, none has held {level} or less since {day}.",
    "member.on_order": "🕓 On order: {level}, since {day}, not paid yet.",
    "member.order_expired": "❌ The order of {level} of {day} was not paid in time: it has been void since {expires}.",
    "member.order_until": "Unpaid, it is void from {expires} on. A transfer can take until {arrives}.",
    "member.order_no_rule": "When an unpaid order becomes void was not published.",
    "member.rule": "rules from {since}: {source}",
    "member.rule_ahead": "rules from {since}, which will hold then: {source}",
    "member.no_rules": "no rule was published",
    "member.ground": "As of {day} · By the {rules}",
    "member.ground_alone": "As of {day}",
    "member.note": "How the source was read: {note}",
    "member.ended": "The programme ended: its last renewal was on {day}. What came after: {successor}.",
    "member.where": "At the vendor: *{place}*",
    "member.length.days": {"one": "1 day", "other": "{n} days"},
    "member.length.months": {"one": "1 month", "other": "{n} months"},
    "member.how.purchase": "{length} after the purchase",
    "member.how.renewal": "{length} after the renewal",
    "member.how.anniversary": "{length} after the anniversary before",
    "member.how.payment": "{length} after the payment",
    "member.found": "That anniversary is {how}.",
    "member.found_otherwise": "By the rules it would be {day} ({how}); recorded is what you named.",
    "member.found_by_you": "The rules do not say when that year ends; recorded is what you named.",
    "member.will_show": "Your profile shows until {day}: {levels}.",
    "member.recorded_only": "Here it is only recorded. Check it at the vendor: *{place}*",
    "bought.renewed": "✅ Recorded: {level} membership renewed, from {purchased} to the anniversary on {anniversary}.",
    "bought.upgraded": "✅ Recorded: moved up to {level} on {purchased}, new anniversary on {anniversary}.",
    "bought.ordered": "✅ Recorded: {level} membership ordered on {day}, not paid yet.",
    "bought.ordered_again": "On record already: {level} membership ordered on {day}, not paid yet.",
    "bought.when_paid": "When it is paid, record the purchase: `/assay membership buy {level} DATE`",
    "bought.paid": "The order of {day} is paid with it.",
    "bought.cancelled": "✅ Recorded: the order of {level} of {day} is cancelled.",
    "bought.corrected": (
        "✅ Corrected: what was on record never counted. Now it is: {level} membership, bought on {purchased}, "
        "anniversary on {anniversary}."
    ),
    "bought.withdrawn": "✅ Withdrawn: the {level} membership from {purchased} never counted.",
    "bought.back": "On record again: {level} membership from {purchased} to {anniversary}.",
    "bought.none_left": "No membership is on record now.",
    "bought.ends_first": "The anniversary {until} does not lie after {day}. Please check both dates.",
    "bought.known": (
        "A {level} membership from {day} is on record already; another one can only begin after it. "
        "If that one is wrong, correct it: `/assay membership correct LEVEL DATE`"
    ),
    "bought.instead": (
        "It takes the place of the {level} membership that ran until {day}. "
        "If that is a mistake: `/assay membership correct because REASON`"
    ),
    "bought.ended": (
        "The programme's last renewal was on {day}; what came after is {successor}. Nothing was recorded. "
        "Please check the date."
    ),
    "renew.none": "No membership is on record that could be renewed. Record it first, for example: `{example}`.",
    "renew.too_early": "It can be renewed from {day} on. Please check the date, or say what you did instead.",
    "renew.too_late": (
        "It could be renewed until {day}. If you bought it anew, record it: `/assay membership buy LEVEL DATE`."
    ),
    "renew.no_rule": (
        "When the renewed year ends was not published ({rule}). Add the anniversary that the vendor shows, "
        "for example: `/assay membership renew 2018-05-01 until 2019-05-01`."
    ),
    "upgrade.none": "On {day} there is no membership to move up from. Record what was bought: `/assay membership buy`.",
    "upgrade.not_higher": "That is not higher than {level}, which you have. Please check the level.",
    "upgrade.no_rule": (
        "When the year after moving up ends was not published ({rule}). Add the anniversary that the vendor shows, "
        "for example: `/assay membership upgrade {top} 2018-01-10 until 2019-01-10`."
    ),
    "order.open": (
        "{level} is on order already, since {day}. When it is paid, record `/assay membership buy`; "
        "if it was cancelled, `/assay membership cancel`."
    ),
    "order.none": "No order is on record that waits for its payment. `/assay membership` shows what is.",
    "order.before": "The order was placed on {day}; it cannot be cancelled before. Please check the date.",
    "correct.why": (
        "Nothing was changed. To correct is to take back the membership that is on record: say why, "
        "`/assay membership correct because REASON`, or what is true instead, for example: `{example}`."
    ),
    "correct.none": "No membership is on record that could be corrected. Record it, for example: `{example}`.",
    "benefit.title": "*What {level} brings* (as of {day})",
    "benefit.item": "• {text}",
    "benefit.fee": "Fee: {text}",
    "benefit.no_fee": "Fee: not known, it was never published.",
    "benefit.unpublished": "Not known, because it was never published: {items}.",
    "benefit.nothing": "Nothing was published about what a membership brings.",
    "benefit.your_level": "You have {level} until {day}.",
    "benefit.where": "Use them at the vendor: *{place}*",
    "field.membership.deed": "What was done?",
    "choice.membership.buy": "A level was bought",
    "choice.membership.order": "A level was ordered, and is not paid yet",
    "choice.membership.renew": "The membership was renewed",
    "choice.membership.upgrade": "A higher level was bought in mid-year",
    "choice.membership.correct": "What is on record was never true",
    "field.membership.until": "Anniversary",
    "hint.membership.until": "Left empty, the rules decide. Where they are silent, take the day that the vendor shows.",
    "field.membership.reason": "Why was it never true?",
}
