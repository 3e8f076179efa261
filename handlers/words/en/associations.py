"""English: associations of profiles with organisations, claims on a profile, and several organisations in one place."""

from collections.abc import Mapping

ASSOCIATIONS: Mapping[str, str | Mapping[str, str]] = {
    "import.routed": {
        "one": "{n} row belongs to *{name}* by its id at the vendor and goes there.",
        "other": "{n} rows belong to *{name}* by their id at the vendor and go there.",
    },
    "import.why.other_organisation": (
        "{column} is {value}, which is another organisation's. Skipped here: an admin of it can import the file for it."
    ),
    "import.why.unknown_organisation": (
        "{column} is {value}, which is no id of this organisation. If it is one, add it with "
        "`/assay organisation ids` and send the file again."
    ),
    "association.counts": "If you do that today, it counts there from {first} ({lag}; {source}).",
    "association.counts_between": (
        "If you do that today, it counts there from some day between {first} and {last} ({lag}; {source})."
    ),
    "association.hours": {"one": "after {n} hour", "other": "after {n} hours"},
    "association.hours_between": {"one": "after {least} to {n} hour", "other": "after {least} to {n} hours"},
    "association.days": {"one": "after {n} day", "other": "after {n} days"},
    "association.days_between": {"one": "after {least} to {n} day", "other": "after {least} to {n} days"},
    "organisation.of": "🏢 {name}",
    "organisation.which": "*Which organisation do you mean:* {names}?",
    "organisation.which_settle": (
        "To settle it for yourself, write to me directly: `/assay organisation NAME`. For a channel, an admin of the "
        "organisation writes the same there."
    ),
    "organisation.here": "Here I answer for *{name}*.",
    "organisation.here_none": "Nothing says yet for which organisation I answer you here.",
    "organisation.served": "This workspace serves {names}.",
    "organisation.ids": "Its ids at the vendor: {ids}.",
    "organisation.no_ids": (
        "Its ids at the vendor are not recorded, so that every row of an export counts for it. "
        "Record them with `/assay organisation ids NUMBER …`."
    ),
    "organisation.ids_form": (
        "Which ids does the organisation have at the vendor? Type the numbers, for example "
        "`/assay organisation ids 1234567`. I could not read: {typed}."
    ),
    "organisation.id_taken": (
        "{number} is recorded for another organisation, so nothing was changed. Please check the number."
    ),
    "organisation.ids_done": "✅ Recorded: the ids of *{name}* at the vendor are {ids}.",
    "organisation.ids_use": (
        "An import now takes rows with these ids alone. Rows with another id go to the organisation that it belongs "
        "to, or are listed as skipped."
    ),
    "organisation.unknown": "I cannot tell which organisation “{typed}” is. I know {names}.",
    "organisation.settled.me": "✅ From now on I answer you for *{name}*, unless a channel is settled otherwise.",
    "organisation.settled.channel": "✅ From now on I answer everybody in this channel for *{name}*.",
    "organisation.channel_admins": "Only an admin of {name} can settle that for a channel.",
    "organisation.button_me": "{name}: for me",
    "organisation.button_channel": "{name}: for this channel",
    "help.organisation": "See for which organisation I answer here, or settle it",
    "help.organisation ids": "Record which ids your organisation has at the vendor",
    "move.counts": "*You count for {there}, not for {here}.* Nothing was recorded yet: for which of the two shall I?",
    "move.counted": "*You counted for {there} before.* Nothing was recorded yet: do you count for {here} now?",
    "move.note": (
        "One profile counts for one organisation at a time. If you move to {here}, your association with {there} "
        "ends today and what you earned goes with you; the admins of {there} hear only that it ended."
    ),
    "move.button_stay": "Record it for {there}",
    "move.button_go": "I now belong to {here}",
    "move.too_early": (
        "You cannot move yet: the vendor allows {most} associations in twelve months, {days} days apart "
        "({source}). The earliest day is {day}. What you earned is not touched by that."
    ),
    "move.not_here": (
        "You do not count for {here} any more, so nothing was changed. Say it where you count: `/assay organisation` "
        "shows the organisations of this workspace."
    ),
    "move.over": "There is nothing to move any more. Ask again, and I tell you how things stand now.",
    "move.done": "✅ From today, {day}, you count for *{here}*. Your association with {there} has ended.",
    "move.done_free": (
        "✅ From today, {day}, you count for *{here}*. What you earned while you were with {there} came with you."
    ),
    "claim.asked": (
        "⏳ Profile {profile} is on record for somebody else, so it is not yours yet. I have asked them; you hear "
        "what they say, or on {day} that nobody answered. If you mistyped the number, type the right one."
    ),
    "claim.again": "⏳ I have asked the holder of profile {profile} already, and wait for their word until {day}.",
    "claim.too_many": "{n} claims of yours wait for an answer. Please wait for one of them, or ask an admin.",
    "claim.not_yours": "This question is not for you to answer, so nothing was changed.",
    "claim.answered": "This question is answered already; nothing was changed.",
    "claim.expired": "This question is too old; the profile has stayed where it was.",
    "claim.kept": "✅ Profile {profile} stays yours. Who claimed it hears that you keep it, and not who you are.",
    "claim.given_up": (
        "✅ Profile {profile} is no longer recorded for you. What you linked stays; withdraw what is not yours "
        "with `/assay unlink CODE`."
    ),
    "claim.button_kept": "It is mine",
    "claim.button_given_up": "Not mine: give it up",
    "claim.holder_asked": (
        "⚖️ *Is certification profile {profile} yours?* It is recorded for you, and somebody says that it is theirs."
    ),
    "claim.holder_do": "Until you say otherwise it stays yours. I wait until {day}.",
    "claim.admins_asked": (
        "⚖️ *Does certification profile {profile} belong to {who}?* It is recorded for {who}, who has no Slack "
        "account here, and somebody says that it is theirs."
    ),
    "claim.admins_do": "Please ask {who} and answer for them. Until then nothing changes; I wait until {day}.",
    "claim.told_kept": (
        "⚖️ *Profile {profile} is not yours:* its holder says that it is theirs. Please check the number in your "
        "certification account; if it is right, tell an admin."
    ),
    "claim.told_given_up": "✅ *Profile {profile} is now yours:* who held it has given it up.",
    "claim.told_expired": (
        "⌛ *Nobody answered about profile {profile}*, so it stays with its holder. Check the number, then claim "
        "it again or ask an admin."
    ),
    "claim.disputed": (
        "⚖️ *{who} and somebody else both say that certification profile {profile} is theirs.* It stays with its "
        "holder. Only its owner can sign in to the account at the vendor: let {who} show it to you."
    ),
}
