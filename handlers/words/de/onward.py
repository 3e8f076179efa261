"""Deutsch: die nächsten Schritte unter einer Antwort, und was sie bringen."""

from collections.abc import Mapping

ONWARD: Mapping[str, str | Mapping[str, str]] = {
    "button.why": "Warum?",
    "button.nearest": "Wer ist am nächsten dran?",
    "button.lapse": "Wann fällt es weg?",
    "button.picture": "Als Bild zeigen",
    "button.risk": "Was ist gefährdet?",
    "button.next": "Was könnte ich als Nächstes machen?",
    "status.chart": "Personen oder Punkte, in Prozent",
    "expiring.chart": "Was abläuft, Monat für Monat",
    "expiring.series": "Zertifizierungen",
    "why.option": "{icon} *{name}*",
    "why.part": "{icon} {part}",
    "why.true_of": "Bisher: {who}.",
    "why.nobody": "Bisher: niemand.",
    "why.together": "{icon} Zusammen, jede Person nur auf einem Platz: {filled} von {n} Plätzen besetzt.",
    "near.asked": {
        "one": "Es fehlt noch 1 Person mit {asks}.",
        "other": "Es fehlen noch {n} Personen, jede mit {asks}.",
    },
    "near.nobody_missing": "Hier fehlt keine Person.",
    "near.nobody": "Bisher hat niemand etwas davon.",
    "near.others": {
        "one": "1 weitere Person hat schon einen Teil davon.",
        "other": "{n} weitere haben schon einen Teil davon.",
    },
    "button.gained": "Was würde das ändern?",
    "button.counts": "Wer zählt?",
    "button.next_there": "Was als Nächstes machen?",
}
