"""English: associations of profiles with organisations, claims on a profile, and several organisations in one place."""

from collections.abc import Mapping

ASSOCIATIONS: Mapping[str, str | Mapping[str, str]] = {
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
    "organisation.unknown": "I cannot tell which organisation “{typed}” is. There are {names}.",
    "organisation.settled_me": "✅ From now on I answer you for *{name}*, unless a channel is settled otherwise.",
    "organisation.settled_channel": "✅ From now on I answer everybody in this channel for *{name}*.",
    "organisation.channel_admins": "Only an admin of {name} can settle that for a channel.",
    "organisation.button_me": "{name}: for me",
    "organisation.button_channel": "{name}: for this channel",
    "help.organisation": "See for which organisation I answer here, or settle it",
    "help.organisation ids": "Record which ids your organisation has at the vendor",
}
