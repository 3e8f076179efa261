"""What a menu offers while somebody types into it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from unicodedata import combining, normalize

from domain.programme import Credential, Programme
from handlers.calendars import countries, holidays_name, regions
from handlers.finding import alike
from handlers.modals.views import MOST_IN_OPTION, MOST_OPTIONS, option
from handlers.replies import Option
from handlers.room import Room, one_line
from handlers.words import MESSAGES, Words

NOT_FOUND = 9
MOST_COUNTRIES = 3
LONGEST_TYPED = 100
WORDS_KEPT = 4096


def suggestions(room: Room, field: str, typed: str) -> tuple[Option, ...]:
    """What fits what was typed, the best first; who may not choose among people is offered none."""
    wanted = typed[:LONGEST_TYPED]
    match field:
        case "credential":
            return tuple(_credential(room, found) for found in _credentials(room, wanted)[:MOST_OPTIONS])
        case "holidays":
            return tuple(islice(_holidays(room, wanted), MOST_OPTIONS))
        case "person" if room.may("record"):
            return tuple(islice(_people(room, wanted), MOST_OPTIONS))
        case _:
            return ()


def _credentials(room: Room, typed: str) -> Sequence[Credential]:
    """By code, title, kind or competency; what does not count any more after what does, unless its code was typed.

    Where nothing is found, the codes that look like what was typed.
    """
    programme, named = room.programme, room.view().named_by
    ranked = []
    for credential in programme.credentials.values():
        competencies = sorted({level.competency for level in named.get(credential.id, ())})
        rank = _rank(credential, typed, programme, competencies)
        order = (rank > 0, not credential.accepted_on(room.today), rank, credential.id not in named, credential.id)
        ranked.append((order, rank, credential))
    found = [credential for _, rank, credential in sorted(ranked, key=lambda each: each[0]) if rank < NOT_FOUND]
    return found or [programme.credentials[code] for code in alike(typed, programme.credentials)]


def _rank(credential: Credential, typed: str, programme: Programme, competencies: Sequence[str]) -> int:
    """0 for a code that begins as typed, then for words of the title, of the kind, of a competency's name."""
    words = _words(typed)
    code, wanted = _squashed(credential.id), _squashed(typed)
    if not words:
        return 1
    if code.startswith(wanted):
        return 0
    title = _words(f"{credential.id} {credential.title} {' '.join(_kinds(credential))}")
    if wanted in code or _all_begin(words, title):
        return 1
    names = [name for each in competencies for name in programme.competencies[each].name.values()]
    return 2 if _all_begin(words, [*title, *_words(" ".join(names))]) else NOT_FOUND


def _kinds(credential: Credential) -> Iterator[str]:
    """Exam, certification or assessment, in every language."""
    return (Words(language).say(f"kind.{credential.kind}") for language in MESSAGES)


def _all_begin(words: Sequence[str], among: Sequence[str]) -> bool:
    return all(any(known.startswith(word) for known in among) for word in words)


@lru_cache(maxsize=WORDS_KEPT)
def _words(text: str) -> tuple[str, ...]:
    plain = "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))
    return tuple("".join(sign if sign.isalnum() or sign in "#-" else " " for sign in plain).split())


def _squashed(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _credential(room: Room, found: Credential) -> Option:
    title = f"{found.id} {found.title}" if found.kind == "exam" else f"{found.title} ({found.id})"
    if len(title) > MOST_IN_OPTION and found.kind != "exam":
        title = f"{found.id} {found.title}"
    return option(title, found.id, _note(room, found))


def _note(room: Room, found: Credential) -> str:
    """What somebody should know before they choose it: until when it counts, or that no rule asks for it."""
    if found.accepted_until is not None and not found.accepted_on(room.today):
        return room.words.say("option.over", day=room.words.day(found.accepted_until))
    if found.id not in room.view().named_by:
        return room.words.say("option.no_rule")
    if found.accepted_until is not None:
        return room.words.say("option.until", day=room.words.day(found.accepted_until))
    return "" if found.obtainable_on(room.today) else room.words.say("option.gone")


def _holidays(room: Room, typed: str) -> Iterator[Option]:
    """Countries by name or code, each with its regions once it is the only one; a region by its name behind it."""
    words = _words(typed)
    found = [
        (place, [word for word in words if not any(known.startswith(word) for known in _words(f"{name} {place}"))])
        for place, name in countries(room.words)
    ]
    near = [(place, rest) for place, rest in found if len(rest) < len(words) or not words]
    for place, rest in near:
        if not rest:
            yield option(holidays_name(place, room.words), place)
    for place, rest in near if words and len(near) <= MOST_COUNTRIES else ():
        for region, name in regions(place):
            if _all_begin(rest, _words(f"{name} {region}")):
                yield option(holidays_name(f"{place}-{region}", room.words), f"{place}-{region}")


def _people(room: Room, typed: str) -> Iterator[Option]:
    """People on record by name, with a note where somebody has no Slack account."""
    words = _words(typed)
    names = room.view().names
    accounts = {member.person for member in room.company.members.values()}
    for person, name in sorted(names.items(), key=lambda entry: (entry[1].casefold(), entry[0])):
        if _all_begin(words, _words(name)):
            note = "" if person in accounts else room.words.say("option.no_account")
            yield option(one_line(name), person, note)
