"""English: who leaves, and what admins say of it."""

from collections.abc import Mapping

DEPARTURES: Mapping[str, str | Mapping[str, str]] = {
    "departure.button.left": "Left on …",
    "departure.button.leave": "On leave",
    "departure.button.mistake": "Mistake",
    "departure.button.all_left": "All left",
    "departure.button.all_leave": "All on leave",
    "departure.button.all_mistake": "A mistake: restore all",
    "departure.button.each": "One by one",
    "departure.ask": (
        "What is it? _Left_ ends it for good, on a day of your choice. _On leave_ lets {who} go on counting although "
        "the account is off. _Mistake_ undoes it."
    ),
    "departure.ask_all": (
        "What is it? _All left_ ends it for good, on a day of your choice. _All on leave_ lets them go on counting "
        "although the accounts are off. _A mistake_ undoes it. _One by one_ asks about each of them."
    ),
    "departure.many": {
        "one": "👋 *1 account was deactivated within an hour:* {who}.",
        "other": "👋 *{n} accounts were deactivated within an hour:* {who}.",
    },
    "departure.many_now": {
        "one": "Until you say otherwise it no longer counts for {company}. Once it is active again, all is as before.",
        "other": (
            "Until you say otherwise they no longer count for {company}. Whose account comes back counts as before."
        ),
    },
    "departure.many_over": "👋 Several accounts were deactivated within an hour; all of that is settled by now.",
    "departure.left": {
        "one": "✅ Settled: *{who}* left. From {day} on, {who} no longer counts for {company}.",
        "other": "✅ Settled: *{who}* left. From {day} on they no longer count for {company}.",
    },
    "departure.ahead": {
        "one": "✅ Settled: *{who}* leaves. Until the day before {day}, {who} counts for {company}.",
        "other": "✅ Settled: *{who}* leave. Until the day before {day} they count for {company}.",
    },
    "departure.leave": {
        "one": "✅ Settled: *{who}* is on leave and goes on counting for {company}, although the account is off.",
        "other": "✅ Settled: *{who}* are on leave and go on counting for {company}, although their accounts are off.",
    },
    "departure.mistake": {
        "one": "✅ Settled: it was a mistake. *{who}* counts for {company} as if never gone.",
        "other": "✅ Settled: it was a mistake. *{who}* count for {company} as if never gone.",
    },
    "departure.each": {
        "one": "Of 1 person nobody has said yet why the account was deactivated:",
        "other": "Of {n} people nobody has said yet why their accounts were deactivated:",
    },
    "departure.since": "*{who}*: deactivated on {day}",
    "departure.settled.left": "Nothing has changed: {who} left on {day}; that is settled.",
    "departure.settled.ahead": "Nothing has changed: {who} leaves on {day}; that is settled.",
    "departure.settled.leave": "Nothing has changed: {who} is on leave and counts; that is settled.",
    "departure.settled.back": "Nothing has changed: {who} counts already; somebody settled it, or the account is back.",
    "departure.settled.again": (
        "Nothing has changed: {who} came back after this message and left again on {day}. Please answer the "
        "newer message."
    ),
    "departure.settled.all": "Nothing has changed: of all these departures none is open any more.",
    "departure.gone": "Nothing has changed: there is no such person on record any more.",
    "departure.before": "That is too early: they have counted since {since}. Please choose a later day.",
    "departure.form": "Please choose the day from which on they no longer count.",
    "help.leaving": "Note that somebody will leave, or stays after all; without a name, who is to leave",
    "leaving.form": "Please say who leaves and when: `{usage}`, for example `{example}`. I could not read: {words}.",
    "leaving.noted": "👋 *{who}* leaves on {day}: from that day on {who} no longer counts for {company}.",
    "leaving.moved": (
        "👋 *{who}* leaves on {day}, not on {before}: from that day on {who} no longer counts for {company}."
    ),
    "leaving.left": "👋 *{who}* left on {day}: from that day on {who} no longer counts for {company}.",
    "leaving.again": "That is on record already: *{who}* leaves on {day}.",
    "leaving.cancelled": "↩️ *{who}* stays, and goes on counting for {company}.",
    "leaving.none": "There is nothing to call off: no leaving of {who} is announced.",
    "leaving.has_left": (
        "{who} left on {day}; that is settled. Whoever comes back counts again with the next exam that they link."
    ),
    "leaving.private": "Only admins see this.",
    "leaving.how_to_cancel": "To call it off: `/assay leaving @PERSON cancel`",
    "leaving.nobody": "No leaving is announced. To announce one: `/assay leaving @PERSON DATE`",
    "leaving.list": {"one": "*1 leaving is announced:*", "other": "*{n} leavings are announced:*"},
    "leaving.item": "• {who}: no longer counts from {day} on",
    "notice.on_leave": "↩️ *{who} is on leave* and goes on counting for {company}, although the account is off.",
    "notice.stays": "↩️ *{who} stays after all* and goes on counting for {company}.",
    "notice.back_until": "The leaving on {day} that was announced before still stands.",
    "open.left": "Choose the day",
    "form.left": "Left on",
    "field.left.on": "First day on which they no longer count",
    "hint.left.on": "Up to the day before they still count.",
}
