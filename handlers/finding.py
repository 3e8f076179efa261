"""What somebody typed, found in the catalogue or among people; or a refusal that names what may have been meant."""

import re
from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from domain.enrolments import programmes_of
from domain.facts import Person
from domain.programme import Programme
from handlers.errors import RefusedError
from handlers.grammar.words import SPEAKERS
from handlers.help import how_to_type
from handlers.room import Room, one_line
from handlers.words import Words, escape

MOST_CANDIDATES = 3
LEAST_ALIKE = 0.6
CODE = re.compile(r"[A-Za-z]{0,6}-?\d{2,3}-?[A-Za-z0-9]{0,6}")
MENTION = re.compile(r"<@([A-Z0-9]+)(?:\|[^>]*)?>")
MOST_QUOTED = 80


def quoted(text: str) -> str:
    """What somebody typed as it may be shown again: short, on one line, harmless."""
    line = " ".join(text.split())
    return escape(line if len(line) <= MOST_QUOTED else line[: MOST_QUOTED - 1] + "…")


def credential_of(room: Room, typed: str) -> str:
    """The id of a credential by its code or title; none is guessed. Raises RefusedError with those that are alike."""
    found = _named(room.programme, typed)
    if found is None:
        raise unknown_credential(room, typed)
    return found


def _named(programme: Programme, typed: str) -> str | None:
    known = {credential.id.casefold(): credential.id for credential in programme.credentials.values()}
    titles = {credential.title.casefold(): credential.id for credential in programme.credentials.values()}
    wanted = typed.strip().casefold()
    return known.get(wanted) or titles.get(wanted)


def unknown_credential(room: Room, typed: str) -> RefusedError:
    """That nobody knows a code, with those that are alike; or which programme knows it, and how to join that."""
    catalogue, mine = room.tools.grammar.catalogue, programmes_of(room.first or room.company)
    for programme in (each for key, each in catalogue.items() if key not in mine):
        found = _named(programme, typed)
        if found is not None:
            return counts_elsewhere(programme, found, room.words)
    return RefusedError("credential.unknown", code=quoted(typed), candidates=_alike(typed, room.programme, room.words))


def counts_elsewhere(programme: Programme, credential: str, words: Words) -> RefusedError:
    """That a credential counts in a programme in which the organisation takes no part, and how it would."""
    said = {"title": escape(programme.credentials[credential].title), "name": escape(words.name(programme.name))}
    return RefusedError("credential.elsewhere", id=programme.id, **said)


def _alike(typed: str, programme: Programme, words: Words) -> str:
    near = alike(typed, programme.credentials)
    if not near:
        return words.say("credential.no_candidates")
    named = (escape(f"{code} ({programme.credentials[code].title})") for code in near)
    return words.say("credential.candidates", codes=words.either(named))


def alike(typed: str, known: Iterable[str]) -> list[str]:
    """At most three known words that look like what was typed, the most alike first."""
    found = process.extract(
        typed.upper(), list(known), scorer=OSA.normalized_similarity, limit=MOST_CANDIDATES, score_cutoff=LEAST_ALIKE
    )
    return [word for word, _, _ in found]


def competency_of(room: Room, typed: str | None) -> str:
    """The id of a competency by its id or name. Raises RefusedError with those that are alike."""
    if typed is None:
        raise RefusedError("grant.form", **how_to_type("override", room))
    known = room.programme.competencies.values()
    names = {name.casefold(): c.id for c in known for name in (c.id, *c.name.values())}
    found = names.get(typed.strip().casefold())
    if found is None:
        near = process.extract(typed.casefold(), list(names), limit=MOST_CANDIDATES)
        listed = room.words.either(dict.fromkeys(escape(names[word]) for word, _, _ in near))
        raise RefusedError("competency.unknown", name=quoted(typed), candidates=listed)
    return found


def level_of(programme: Programme, typed: str | None, words: Words) -> str:
    """The id of a level by its id or name. Raises RefusedError with the levels that there are."""
    names = {name.casefold(): level for level, known in programme.levels.items() for name in (level, *known.values())}
    found = names.get((typed or "").strip().casefold())
    if found is None:
        listed = words.either(escape(words.name(known)) for known in programme.levels.values())
        raise RefusedError("level.unknown", name=quoted(typed or "–"), levels=listed)
    return found


def person_of(room: Room, typed: str) -> Person:
    """A person on record by their Slack mention, their name or their id.

    Raises RefusedError where it is nobody, or several.
    """
    if typed in room.company.facts.place_of:
        return _on_record(room, typed, typed)
    mention = MENTION.fullmatch(typed.strip())
    if mention:
        member = room.company.members.get(mention[1])
        return _on_record(room, member.person if member else None, member.name if member else typed)
    wanted = " ".join(typed.split()).casefold().removeprefix("@")
    if wanted in SPEAKERS:
        if room.person is None:
            raise RefusedError("person.you_unknown")
        return room.person
    names: Mapping[str, str] = room.view().names
    exact = [person for person, name in names.items() if name.casefold() == wanted]
    found = exact or [person for person, name in names.items() if wanted in name.casefold().split()]
    if len(found) > 1:
        listed = room.words.either(escape(one_line(names[person])) for person in found[:MOST_CANDIDATES])
        raise RefusedError("person.several", name=quoted(typed), candidates=listed)
    return _on_record(room, found[0] if found else None, typed)


def _on_record(room: Room, person: str | None, typed: str) -> Person:
    found = next((known for known in room.company.facts.people if known.id == person), None)
    if found is None:
        raise RefusedError("person.unknown", name=quoted(typed))
    return found
