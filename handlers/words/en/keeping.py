"""English: statuses, what was changed and by whom, what never was true."""

from collections.abc import Mapping

KEEPING: Mapping[str, str | Mapping[str, str]] = {
    "help.flag": "Record a status that the vendor granted or withheld",
    "flag.until": "It is granted for a time and ends on {day}.",
    "flag.ended": "It was granted for a time, which ended on {day}.",
    "flag.rests": "It rests on the status “{name}”, which is granted for a time and ends on {day}.",
    "flags.form": "Which status, and do you have it? Type `{usage}`. For example: `{example}`.\n{known}",
    "flags.unknown": "No rule asks for a status called “{name}”. Known: {names}.",
    "flags.no_date": "I cannot read “{words}” as a day, so nothing was recorded. For example: `{example}`.",
    "flags.no_end": (
        "A status that you do not have needs no end. Type `/assay flag {name} no`, or `/assay flag {name} yes` with an "
        "end."
    ),
    "flags.past": "{until} is over already. If you no longer have the status, type `/assay flag {name} no`.",
    "flags.known.unrecorded": "nothing on record",
    "flags.known.granted": "granted",
    "flags.known.until": "granted, ends on {day}",
    "flags.known.withheld": "not granted",
    "flags.done": "✅ Recorded: status “{name}”, {known}.",
    "flags.again": "On record already: status “{name}”, {known}.",
}
