"""The programmes in which an organisation takes part."""

from collections.abc import Mapping

PROGRAMMES: Mapping[str, str | Mapping[str, str]] = {
    "help.programme": "See in which programmes the organisation takes part",
    "help.programme join": "Record that the organisation takes part in a further programme",
    "programme.title": {
        "one": "Your organisation takes part in one programme:",
        "other": "Your organisation takes part in {n} programmes:",
    },
    "programme.line": "{name}, by the amounts for {market}",
    "programme.first": "What names no programme is for {name}; questions about everything are answered for each.",
    "programme.others": "Assay knows these besides. To take part in one, say:",
    "programme.joined": "Recorded: your organisation takes part in {name}, by the amounts for {market}."
    " Your people and what they hold count there at once; figures and statuses are still to be reported.",
    "programme.again": "Your organisation takes part in {name} already.",
    "programme.unknown": "I know no programme {typed}. Say {known}.",
    "programme.in": "In the programme {name}.",
    "programme.elsewhere": "Your organisation takes no part in {name}: this is what your people alone bring."
    " An admin records that it takes part with `/assay programme join {id}`.",
    "programme.followed": {
        "one": "{programme} followed: {competency} leads to {names} there.",
        "other": "{programme} followed: {competency} leads to {names} there.",
    },
    "programme.ask": "What {name} asks for",
}
