"""English: the next steps under an answer, and what they bring."""

from collections.abc import Mapping

ONWARD: Mapping[str, str | Mapping[str, str]] = {
    "button.why": "Why?",
    "button.nearest": "Who is nearest?",
    "button.lapse": "When does it lapse?",
    "button.picture": "Show as a picture",
    "button.risk": "What is at risk?",
    "button.next": "What could I take next?",
    "status.chart": "People or points there, in percent",
    "expiring.chart": "Expiring, month by month",
    "expiring.series": "certifications",
    "why.option": "{icon} *{name}*",
    "why.part": "{icon} {part}",
    "why.true_of": "So far: {who}.",
    "why.nobody": "So far: nobody.",
    "why.together": "{icon} Together, each person in one place only: {filled} of {n} places filled.",
    "near.asked": {
        "one": "Still to find: 1 person with {asks}.",
        "other": "Still to find: {n} people, each with {asks}.",
    },
    "near.nobody_missing": "No person is missing here.",
    "near.nobody": "Nobody holds any part of it yet.",
    "near.others": {
        "one": "1 other person holds part of it already.",
        "other": "{n} others hold part of it already.",
    },
    "button.gained": "What would it change?",
    "button.counts": "Who counts?",
    "button.next_there": "What to take next?",
}
