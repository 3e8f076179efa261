"""Deutsch: was im Browser liest, wer die App in einem weiteren Workspace installiert."""

from collections.abc import Mapping

INSTALLING: Mapping[str, str | Mapping[str, str]] = {
    "installing.done": "Assay ist installiert. Geh zurück zu Slack und tippe /assay help, dann geht es los.",
    "installing.done_known": (
        "Assay ist installiert, wie vorher. In diesem Workspace gibt es schon eine Firma, deshalb wurde die Einladung "
        "nicht eingelöst: Bitte, wo Assay betrieben wird, darum, hier eine weitere Firma anzulegen."
    ),
    "installing.not_invited": (
        "Assay wurde nicht installiert: Dieser Workspace braucht eine Einladung, und dieser Link enthält keine, die "
        "noch gilt. Frag nach einem neuen Link, wo Assay betrieben wird."
    ),
    "installing.stale": (
        "Assay wurde nicht installiert: Dieser Versuch ist zu alt, schon abgeschlossen oder in einem anderen Browser "
        "begonnen. Öffne den Link aus deiner Einladung noch einmal."
    ),
    "installing.failed": (
        "Assay wurde nicht installiert: Slack hat es nicht erlaubt. Öffne den Link aus deiner Einladung noch einmal."
    ),
    "installing.away": "Assay ließ sich gerade nicht installieren. Versuch es in einer Minute noch einmal.",
}
