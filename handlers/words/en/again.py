"""English: being told again, on a day that one picks."""

from collections.abc import Mapping

AGAIN: Mapping[str, str | Mapping[str, str]] = {
    "help.reminders": "What you asked me to answer again, and calling it off",
    "button.remind": "Remind me …",
    "remind.when": (
        "When shall I answer “{asked}” again? I write to you directly, in the morning, with what holds then."
    ),
    "remind.tomorrow": "Tomorrow",
    "remind.week": "In a week",
    "open.remind": "On a day …",
    "form.remind": "Remind me",
    "field.remind.on": "On which day?",
    "hint.remind.on": "If that is a day off, on the next working day. The answer is made then.",
    "remind.form": "Pick the day on which I shall answer that again.",
    "remind.noted": "⏰ I answer “{asked}” again on {day}, in a direct message.",
    "remind.noted_later": "⏰ {picked} is a day off, so I answer “{asked}” again on {day}, in a direct message.",
    "remind.again": "⏰ That is noted already: I answer “{asked}” again on {day}.",
    "remind.how": "All of yours, and how to call one off: `/assay reminders`.",
    "remind.past": "Pick a day after today.",
    "remind.too_far": "Pick a day within the next twelve months.",
    "remind.quiet": "Until an admin presses *Go live* I write to nobody by myself. Ask me again after that.",
    "remind.many": "You have {n} reminders already. Call one off first: `/assay reminders`.",
    "remind.lead": "⏰ On {day} you asked me to answer this again: “{asked}”",
    "remind.list": {"one": "⏰ *1 reminder of yours*", "other": "⏰ *{n} reminders of yours*"},
    "remind.item": "{number}. {day}: “{asked}”",
    "remind.none": "You have no reminders. Press *Remind me …* under an answer to get one.",
    "remind.cancel": "Call off {number}",
    "remind.cancelled": "Called off: “{asked}” on {day}.",
    "remind.gone": "That reminder has come or was called off, or it is not yours. What is left: `/assay reminders`.",
}
