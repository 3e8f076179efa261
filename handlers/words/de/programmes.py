"""Die Programme, an denen eine Organisation teilnimmt."""

from collections.abc import Mapping

PROGRAMMES: Mapping[str, str | Mapping[str, str]] = {
    "help.programme": "Sehen, an welchen Programmen die Firma teilnimmt",
    "help.programme join": "Eintragen, dass die Firma an einem weiteren Programm teilnimmt",
    "programme.title": {
        "one": "Deine Organisation nimmt an einem Programm teil:",
        "other": "Deine Organisation nimmt an {n} Programmen teil:",
    },
    "programme.line": "{name}, nach den Werten für {market}",
    "programme.first": "Was kein Programm nennt, gilt {name}; Fragen nach allem werden für jedes beantwortet.",
    "programme.others": "Außerdem kennt Assay diese Programme. Um an einem teilzunehmen, sag:",
    "programme.joined": "Eingetragen: Deine Organisation nimmt an {name} teil, nach den Werten für {market}."
    " Deine Leute und ihre Nachweise zählen dort sofort; Kennzahlen und Status sind noch zu melden.",
    "programme.again": "Deine Organisation nimmt an {name} schon teil.",
    "programme.unknown": "Ein Programm {typed} kenne ich nicht. Sag {known}.",
    "programme.in": "Im Programm {name}.",
    "programme.elsewhere": "Deine Organisation nimmt an {name} nicht teil: Das ist, was deine Leute allein bringen."
    " Ein Admin trägt die Teilnahme mit `/assay programme join {id}` ein.",
    "programme.followed": {
        "one": "Darauf folgte {programme}: {competency} führt dort zu {names}.",
        "other": "Darauf folgte {programme}: {competency} führt dort zu {names}.",
    },
    "programme.ask": "Was {name} verlangt",
}
