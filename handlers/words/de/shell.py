"""Deutsch: was gesagt wird, wo Slack, die Uhr oder die Zustellung nicht taten, was sie sollten."""

from collections.abc import Mapping

SHELL: Mapping[str, str | Mapping[str, str]] = {
    "shell.unconfirmed": (
        "Slack hat mir nicht gesagt, ob meine Antwort in {channel} angekommen ist. Steht sie nicht dort, frag bitte "
        "noch einmal."
    ),
    "shell.not_posted": (
        "Slack hat meine Antwort für {channel} nicht angenommen. Frag bitte in einer Minute noch einmal; nenne "
        "{request}."
    ),
    "shell.not_in_channel": "Ich bin nicht in diesem Kanal. Lade mich mit /invite ein und versuch es dann noch einmal.",
    "shell.event_given_up": (
        "Slack hat mir eine Änderung bei euren Leuten gemeldet, die ich nicht übernehmen konnte; meine Antworten "
        "können falsch sein. Bitte lass jemanden in mein Protokoll sehen, unter {request}."
    ),
    "shell.delivery_failed": (
        "Ich konnte einem eurer Admins eine Warnung nicht zustellen. Bitte lass jemanden in mein Protokoll sehen, "
        "unter {request}."
    ),
    "shell.undelivered": (
        "⚠️ Das konnte ich {name} nicht zustellen; bitte gib es weiter. Mehr steht in meinem Protokoll unter {request}."
    ),
    "shell.sweep_failed": (
        "Ich konnte nicht alles ansehen, was heute fällig ist; Warnungen kommen vielleicht zu spät. Bitte lass "
        "jemanden in mein Protokoll sehen, unter {request}."
    ),
    "shell.not_compared": (
        "Ich konnte Slack heute Nacht nicht fragen, wer noch bei euch ist; vielleicht habe ich verpasst, dass jemand "
        "gegangen oder gekommen ist. Nächste Nacht versuche ich es wieder; Slacks Grund steht in meinem Protokoll."
    ),
}
