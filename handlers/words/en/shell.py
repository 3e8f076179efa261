"""English: what is said where Slack, the clock or the delivery did not do as they should."""

from collections.abc import Mapping

SHELL: Mapping[str, str | Mapping[str, str]] = {
    "shell.unconfirmed": (
        "Slack did not tell me whether my answer in {channel} arrived. If it is not there, please ask again."
    ),
    "shell.not_posted": "Slack did not take my answer for {channel}. Please ask again in a minute; quote {request}.",
    "shell.not_in_channel": "I am not in that channel. Invite me there with /invite, then try again.",
    "shell.event_given_up": (
        "Slack told me of a change among your people that I could not take over, so my answers may be wrong. "
        "Please have somebody look at my log; it is under {request}."
    ),
    "shell.delivery_failed": (
        "I could not deliver a warning to one of your admins. Please have somebody look at my log; it is under "
        "{request}."
    ),
    "shell.undelivered": (
        "⚠️ I could not deliver this to {name}, so please pass it on. My log has more under {request}."
    ),
    "shell.sweep_failed": (
        "I could not look at everything that is due today, so warnings may come late. Please have somebody look at "
        "my log; it is under {request}."
    ),
    "shell.not_compared": (
        "I could not ask Slack tonight who is still with you, so I may have missed somebody who left or joined. I try "
        "again next night; Slack's reason is in my log."
    ),
}
