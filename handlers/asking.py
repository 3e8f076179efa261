"""Questions as text: what buttons carry, and which levels and competencies a question speaks of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from domain.enrolments import programmes_of
from domain.programme import Programme
from handlers.errors import RefusedError
from handlers.finding import competency_of, level_of
from handlers.grammar import COMMANDS, Context
from handlers.requests import Language, OverrideGrant, Question, Request
from handlers.room import Room
from handlers.tenant_requests import OrganisationChosen
from handlers.views import View
from handlers.words import escape

SLASH = "/"
FREE = "-"
FILE = "@"
GRANTS = frozenset({"override", "ausnahme"})
"""What is typed as a command to record an override, though nothing says which one."""
MOST_IN_NAME = 200
ABOUT_LEVELS = frozenset({"need", "status", "contributors"})
COMMAND_NAMES = frozenset(entry.verb for entry in COMMANDS if entry.name != "ask")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was made: when (business clock, UTC), in which words, and whether by slash command."""

    at: datetime
    typed: str
    slash: bool


def read(room: Room) -> Request:
    """The request behind what was typed. A slash command by its name is answered in the speaker's language."""
    context = context_of(room)
    if room.question is not None:
        return room.question
    if room.slash and room.typed.strip().casefold() in GRANTS:
        return OverrideGrant()
    request = room.tools.grammar.parse(room.typed, context)
    verb = room.typed.strip().partition(" ")[0].lower()
    named = room.slash and verb in COMMAND_NAMES
    if named and verb in ABOUT_LEVELS and isinstance(request, Question) and request.intent == "unknown":
        _name_unknown(room, context)
    return replace(request, language=room.words.language) if named and isinstance(request, Question) else request


def refuse_impossible(room: Room) -> None:
    """Raises RefusedError where what was typed names a day that no calendar has."""
    wrong = room.tools.grammar.impossible_date(room.typed)
    if wrong is not None and wrong.days is None:
        raise RefusedError("dates.no_month", typed=escape(wrong.typed), example=room.today.isoformat())
    if wrong is not None:
        raise RefusedError("dates.no_day", typed=escape(wrong.typed), n=wrong.days)


def any_will_do(room: Room) -> bool:
    """Whether what was typed has the same answer for every organisation."""
    request = read(room) if room.typed else None
    return isinstance(request, OrganisationChosen) or (isinstance(request, Question) and request.intent == "help")


def context_of(room: Room) -> Context:
    """What the words of a room are read against."""
    return Context(room.own_today, room.words.language, room.programme.id, room.view().called)


def known_elsewhere(room: Room) -> tuple[Programme, str] | None:
    """The programme in which the organisation takes no part, and the credential of it that was typed, if it is one."""
    grammar, mine = room.tools.grammar, programmes_of(room.first or room.company)
    for programme in (each for key, each in grammar.catalogue.items() if key not in mine):
        said = grammar.parse(room.typed, replace(context_of(room), programme=programme.id))
        credential = getattr(said, "credential", None) or ""
        if credential in programme.credentials:
            return programme, str(credential)
    return None


def _name_unknown(room: Room, context: Context) -> None:
    """Say which part of a command is a level or a competency that does not exist. Raises RefusedError."""
    said, slots = room.tools.grammar.unread(room.typed, context)
    if not said:
        return
    if slots == {"competency"}:
        level_of(room.programme, said, room.words)
    if slots <= {"level"}:
        competency_of(room, said)


def share_value(room: Room) -> str:
    """What a share button carries: the moment, how it came, and the request as typed."""
    return f"{room.at.isoformat()} {SLASH if room.slash else FREE} {room.typed}"


def shared(value: str) -> Asked:
    """Read what a share button carried. Raises RefusedError for what none of ours carries."""
    try:
        at, how, text = value.split(" ", 2)
        moment = datetime.fromisoformat(at).astimezone(UTC)
    except ValueError as error:
        raise RefusedError("error.old_button") from error
    return Asked(moment, text, how == SLASH)


def is_slash(value: str) -> bool:
    """Whether a button's value carries a slash command."""
    return value.startswith(f"{SLASH} ")


def typed_in(value: str) -> str:
    """The request that a button's value carries behind how it came; none where it carries a file."""
    return "" if value.startswith(f"{FILE} ") else value.partition(" ")[2]


def sent(reference: str, name: str) -> str:
    """What a button carries that goes on with a file: where it is, and its name, as much as a button holds."""
    return f"{FILE} {reference} {name[:MOST_IN_NAME]}" if reference else ""


def sent_in(value: str) -> tuple[str, str] | None:
    """The file that a button's value carries: where it is, and its name; None where it carries none."""
    how, _, rest = value.partition(" ")
    reference, _, name = rest.partition(" ")
    return (reference, name) if how == FILE and reference else None


def asked(value: str) -> tuple[Language, str]:
    """Read what an ask button carried: its language and the question."""
    language, _, text = value.partition(" ")
    return "de" if language == "de" else "en", text


def typed(question: Question, room: Room) -> str:
    """A question as somebody would type it in the language of the room."""
    named = room.programme.id if room.elsewhere and question.intent != "help" else question.programme
    said = replace(question, language=room.words.language, candidates=(), programme=named)
    return room.tools.grammar.typed(said, Context(room.own_today, programme=room.programme.id))


def levels(room: Room, view: View, competency: str, level: str | None) -> Sequence[str]:
    """The levels that a question asks for: the one it names, or all. Raises RefusedError where the rules lack it."""
    found = view.standing.competencies[competency]
    if level is None:
        return tuple(found.levels)
    if level in found.levels:
        return (level,)
    words, names = room.words, room.programme.levels
    raise RefusedError(
        "need.undefined",
        since=words.date(found.version.since),
        level=escape(words.name(names[level])),
        competency=escape(words.name(found.competency.name)),
        levels=words.both(escape(words.name(names[other])) for other in found.levels),
    )


def only_competency(programme: Programme, area: str | None) -> str | None:
    """The competency of an area that has just one, or of a programme that has just one."""
    found = [c.id for c in programme.competencies.values() if area in {None, c.area}]
    return found[0] if len(found) == 1 else None


def competencies(question: Question, room: Room) -> list[tuple[str, str]]:
    """What could be meant by a question that names no competency: each name, with the whole question about it."""
    found = [c for c in room.programme.competencies.values() if question.area in {None, c.area}]
    asked = replace(question, area=None)
    return [(room.words.name(c.name), typed(replace(asked, competency=c.id), room)) for c in found]
