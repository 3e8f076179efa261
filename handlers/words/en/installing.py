"""English: what somebody reads in the browser who installs the app in one more workspace."""

from collections.abc import Mapping

INSTALLING: Mapping[str, str | Mapping[str, str]] = {
    "installing.done": "Assay is installed. Go back to Slack and type /assay help to begin.",
    "installing.done_known": (
        "Assay is installed, as before. This workspace has an organisation already, so the invitation was not used: "
        "ask whoever runs Assay to add another organisation here."
    ),
    "installing.not_invited": (
        "Assay was not installed: this workspace needs an invitation, and this link has none that still holds. "
        "Ask whoever runs Assay for a new link."
    ),
    "installing.stale": (
        "Assay was not installed: this attempt is too old, was finished before, or began in another browser. "
        "Open your invitation's link once more."
    ),
    "installing.failed": "Assay was not installed: Slack did not allow it. Open your invitation's link once more.",
    "installing.away": "Assay could not be installed just now. Try again in a minute.",
}
