"""English: what every conversation says."""

from collections.abc import Mapping

COMMON: Mapping[str, str | Mapping[str, str]] = {
    "status.met": "met",
    "status.not_met": "not met",
    "status.not_known": "not known",
    "error.unexpected": "Something went wrong on our side. Please try again; if it happens again, quote {request}.",
    "error.storage_down": "I cannot reach my records just now, so nothing was changed. Please try again in a minute.",
    "error.unknown_team": "This workspace is not set up. It needs an invitation from the company that installed me.",
    "error.profile_taken": (
        "That profile is recorded for somebody else, so nothing was changed. Please check the number. If it is yours, "
        "ask an admin: it is free again when whoever recorded it by mistake records their own with `/assay profile`."
    ),
    "error.no_such_fact": "That is not on record any more; somebody may have changed it. Ask again to see what is.",
    "error.admins_only": "Only admins can do this. Your admins: {admins}.",
    "error.managers_only": "Only managers and admins may know this of others. Your admins: {admins}.",
    "error.owner_only": "Only the owner can do this: {owner}.",
    "error.no_admin": "Only admins can do this, and there is no admin yet. Name one in the setting ASSAY_ADMINS.",
    "error.shared_channel": (
        "I say nothing here: people from other companies read this channel. Ask me in a direct message."
    ),
    "error.guest": (
        "You are a guest and not on record here, so I can do nothing for you yet. "
        "An admin can put you on record: by sending me the vendor's export with your exams."
    ),
    "error.guest_own": "You are a guest here, so I speak of your own exams only: `/assay mine`, `/assay link`.",
    "error.stranger": "I have not met you in this workspace yet. Please try again in a minute, or ask an admin.",
    "error.old_button": "This button belongs to an older message. Please ask again.",
    "error.old_form": "This form belongs to an earlier version of me, so nothing was recorded. Please open it again.",
    "error.too_long": "That is too long for me: {length} characters. Please ask in at most {most}.",
}
