"""Die Programme, an denen eine Organisation teilnimmt."""

from collections.abc import Mapping

PROGRAMMES: Mapping[str, str | Mapping[str, str]] = {
    "help.programme": "Sehen, an welchen Programmen die Firma teilnimmt",
    "help.programme join": "Eintragen, dass die Firma an einem weiteren Programm teilnimmt",
    "help.programme leave": "Eintragen, dass die Firma ein Programm verlässt",
    "programme.title": {
        "one": "Deine Organisation nimmt an einem Programm teil:",
        "other": "Deine Organisation nimmt an {n} Programmen teil:",
    },
    "programme.line": "{name}, nach den Werten für {market}",
    "programme.first": "Was kein Programm nennt, gilt {name}; Fragen nach allem werden für jedes beantwortet.",
    "programme.others": "Außerdem kennt Assay diese Programme. Um an einem teilzunehmen, sag:",
    "programme.joined": "Eingetragen: Deine Organisation nimmt an {name} teil, nach den Werten für {market}."
    " Deine Leute und ihre Nachweise zählen dort sofort; Kennzahlen und Status sind noch zu melden.",
    "programme.rejoined": "Eingetragen: Deine Organisation nimmt wieder an {name} teil, nach den Werten für {market}."
    " Was dort früher eingetragen war, zählt wieder.",
    "programme.leave": "Verlässt deine Organisation heute {name}? Dann enden Fragen, Risiken und Erinnerungen dazu.",
    "programme.leave_bought": "{level} ist dort bis zum {day} gekauft; beim Anbieter ändert sich daran nichts.",
    "programme.leave_kept": "Gelöscht wird nichts: `/assay programme join {id}` holt zurück, was dort eingetragen ist.",
    "programme.leave_button": "{name} verlassen",
    "programme.left": "Eingetragen: Ab dem {day} nimmt deine Organisation an {name} nicht mehr teil, sondern"
    " an {others}. Was eingetragen war, bleibt; `/assay programme join {id}` holt es zurück.",
    "programme.not_in": "Deine Organisation nimmt an {name} nicht teil, also gibt es nichts zu verlassen.",
    "programme.only_one": "{name} ist das einzige Programm, an dem deine Organisation teilnimmt."
    " Tritt zuerst einem anderen bei, dann verlass dieses.",
    "programme.again": "Deine Organisation nimmt an {name} schon teil.",
    "programme.unknown": "Ein Programm {typed} kenne ich nicht. Sag {known}.",
    "effect.beside": "Im Programm {name}:",
    "credential.elsewhere": "{title} zählt in {name}, woran deine Organisation nicht teilnimmt, also ist nichts"
    " eingetragen. Ein Admin tritt mit `/assay programme join {id}` bei; dann verknüpfe noch einmal.",
    "programme.which": "Für welches Programm?",
    "programme.in": "Im Programm {name}.",
    "programme.elsewhere": "Deine Organisation nimmt an {name} nicht teil: Das ist, was deine Leute allein bringen."
    " Ein Admin trägt die Teilnahme mit `/assay programme join {id}` ein.",
    "programme.followed": {
        "one": "Darauf folgte {programme}: {competency} führt dort zu {names}.",
        "other": "Darauf folgte {programme}: {competency} führt dort zu {names}.",
    },
    "programme.followed_all": "Darauf folgte {programme}. Jede {term} dort tritt an die Stelle von einigen hier:",
    "programme.ask": "Was {name} verlangt",
}
