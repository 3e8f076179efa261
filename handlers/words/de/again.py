"""Deutsch: noch einmal hören, was man gefragt hat, an einem Tag, den man wählt."""

from collections.abc import Mapping

AGAIN: Mapping[str, str | Mapping[str, str]] = {
    "help.reminders": "Woran ich dich erinnern soll, und wie du es absagst",
    "button.remind": "Erinnere mich …",
    "remind.when": (
        "Wann soll ich „{asked}“ noch einmal beantworten? Ich schreibe dir morgens direkt, mit dem, was dann gilt."
    ),
    "remind.tomorrow": "Morgen",
    "remind.week": "In einer Woche",
    "open.remind": "An einem Tag …",
    "form.remind": "Erinnerung",
    "field.remind.on": "An welchem Tag?",
    "hint.remind.on": "Ist der Tag frei, dann am nächsten Arbeitstag. Die Antwort entsteht erst dann.",
    "remind.form": "Wähle den Tag, an dem ich das noch einmal beantworten soll.",
    "remind.noted": "⏰ Am {day} beantworte ich dir „{asked}“ noch einmal, als Direktnachricht.",
    "remind.noted_later": (
        "⏰ Der {picked} ist ein freier Tag; ich beantworte dir „{asked}“ am {day} noch einmal, als Direktnachricht."
    ),
    "remind.again": "⏰ Das ist schon notiert: Am {day} beantworte ich dir „{asked}“ noch einmal.",
    "remind.how": "Alle deine Erinnerungen, auch zum Absagen: `/assay erinnerungen`.",
    "remind.past": "Wähle einen Tag nach heute.",
    "remind.too_far": "Wähle einen Tag innerhalb der nächsten zwölf Monate.",
    "remind.quiet": (
        "Bis ein Admin *Loslegen* drückt, schreibe ich von mir aus niemandem. Frag mich danach noch einmal."
    ),
    "remind.many": "Du hast schon {n} Erinnerungen. Sag erst eine ab: `/assay erinnerungen`.",
    "remind.lead": "⏰ Am {day} wolltest du das noch einmal beantwortet haben: „{asked}“",
    "remind.list": {"one": "⏰ *1 Erinnerung für dich*", "other": "⏰ *{n} Erinnerungen für dich*"},
    "remind.item": "{number}. {day}: „{asked}“",
    "remind.none": "Du hast keine Erinnerungen. Drück unter einer Antwort auf *Erinnere mich …*.",
    "remind.cancel": "{number} absagen",
    "remind.cancelled": "Abgesagt: „{asked}“ am {day}.",
    "remind.gone": (
        "Diese Erinnerung kam schon, ist abgesagt oder nicht deine. Was noch kommt: `/assay erinnerungen`."
    ),
}
