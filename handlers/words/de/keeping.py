"""German: statuses, what was changed and by whom, what never was true."""

from collections.abc import Mapping

KEEPING: Mapping[str, str | Mapping[str, str]] = {
    "help.flag": "Eintragen, ob der Anbieter einen Status verliehen hat",
    "flag.until": "Er ist auf Zeit verliehen und endet am {day}.",
    "flag.ended": "Er war auf Zeit verliehen; sie endete am {day}.",
    "flag.rests": "Das stützt sich auf den Status „{name}“. Er ist auf Zeit verliehen und endet am {day}.",
    "flags.form": "Welcher Status, und habt ihr ihn? Tippe `{usage}`. Zum Beispiel: `{example}`.\n{known}",
    "flags.unknown": "Keine Regel verlangt einen Status namens „{name}“. Bekannt: {names}.",
    "flags.no_date": "„{words}“ kann ich nicht als Tag lesen; es wurde nichts eingetragen. Zum Beispiel: `{example}`.",
    "flags.no_end": (
        "Ein Status, den ihr nicht habt, braucht kein Ende. Tippe `/assay flag {name} nein`, oder "
        "`/assay flag {name} ja` mit einem Ende."
    ),
    "flags.past": "Der {until} ist schon vorbei. Wenn ihr den Status nicht mehr habt, tippe `/assay flag {name} nein`.",
    "flags.known.unrecorded": "nichts eingetragen",
    "flags.known.granted": "verliehen",
    "flags.known.until": "verliehen, endet am {day}",
    "flags.known.withheld": "nicht verliehen",
    "flags.done": "✅ Eingetragen: Status „{name}“, {known}.",
    "flags.again": "Schon eingetragen: Status „{name}“, {known}.",
}
