"""The programmes in which an organisation takes part."""

from collections.abc import Mapping

PROGRAMMES: Mapping[str, str | Mapping[str, str]] = {
    "help.programme": "See in which programmes the organisation takes part",
    "help.programme join": "Record that the organisation takes part in a further programme",
    "help.programme leave": "Record that the organisation leaves a programme",
    "programme.title": {
        "one": "Your organisation takes part in one programme:",
        "other": "Your organisation takes part in {n} programmes:",
    },
    "programme.line": "{name}, by the amounts for {market}",
    "programme.first": "What names no programme is for {name}; questions about everything are answered for each.",
    "programme.others": "Assay knows these besides. To take part in one, say:",
    "programme.joined": "Recorded: your organisation takes part in {name}, by the amounts for {market}."
    " Your people and what they hold count there at once; figures and statuses are still to be reported.",
    "programme.rejoined": "Recorded: your organisation takes part in {name} again, by the amounts for {market}."
    " What was recorded there before counts again.",
    "programme.leave": "Does your organisation leave {name} today? Its questions, risks and reminders then end.",
    "programme.leave_bought": "{level} is bought there until {day}; leaving does not change that with the vendor.",
    "programme.leave_kept": "Nothing is deleted: `/assay programme join {id}` brings back what is recorded there.",
    "programme.leave_button": "Leave {name}",
    "programme.left": "Recorded: from {day} on your organisation takes no part in {name}. It takes part in {others}."
    " What was recorded stays; `/assay programme join {id}` brings it back.",
    "programme.not_in": "Your organisation takes no part in {name}, so there is nothing to leave.",
    "programme.only_one": "{name} is the only programme in which your organisation takes part."
    " Join another one first, then leave it.",
    "programme.again": "Your organisation takes part in {name} already.",
    "programme.unknown": "I know no programme {typed}. Say {known}.",
    "effect.beside": "In the programme {name}:",
    "credential.elsewhere": "{title} counts in {name}, in which your organisation takes no part, so I recorded nothing."
    " An admin joins it with `/assay programme join {id}`; then link it once more.",
    "programme.which": "For which programme?",
    "programme.in": "In the programme {name}.",
    "programme.elsewhere": "Your organisation takes no part in {name}: this is what your people alone bring."
    " An admin records that it takes part with `/assay programme join {id}`.",
    "programme.followed": {
        "one": "{programme} followed: {competency} leads to {names} there.",
        "other": "{programme} followed: {competency} leads to {names} there.",
    },
    "programme.followed_all": "{programme} followed. Each {term} there takes the place of some of these:",
    "programme.ask": "What {name} asks for",
}
