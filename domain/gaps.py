"""What is still missing: the credentials that would do, and the people who are nearest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import product
from operator import or_

from domain.programme import Credential, Programme
from domain.requirements import EachOf, Holds, OneOf, PersonExpression, holdings_in
from domain.roster import Roster
from domain.standing import TeamStanding


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who would fill a slot with so many further credentials, the fewest that do."""

    person: str
    further: tuple[str, ...]


def credentials_in(expression: PersonExpression) -> tuple[str, ...]:
    """Every credential that the expression names, in the order of its words, each once."""
    return tuple(dict.fromkeys(holds.credential for holds in holdings_in(expression)))


def obtainable(expression: PersonExpression, programme: Programme, on: date) -> PersonExpression | None:
    """What is left of the expression for somebody who starts today, without exams that are retired or not there yet.

    Neither is what another credential has replaced. None where nothing is left.
    """
    match expression:
        case Holds(credential):
            known = programme.credentials[credential]
            accepted = known.accepted_on(on) and expression.accepted_on(on)
            return expression if accepted and _offered(known, programme, on) else None
        case EachOf(parts):
            left = [obtainable(part, programme, on) for part in parts]
            return EachOf(tuple(part for part in left if part is not None)) if None not in left else None
        case OneOf(parts):
            left = [obtainable(part, programme, on) for part in parts]
            kept = tuple(part for part in left if part is not None)
            return OneOf(kept) if kept else None


def _offered(credential: Credential, programme: Programme, on: date) -> bool:
    """Whether the credential can be earned on a day: begun, not ended, and not replaced by one that has begun.

    One that has a last day can be earned until then, even beside the one that replaces it.
    """
    ends = credential.retires is not None or credential.register_until is not None
    successor = None if ends or credential.replaced_by is None else programme.credentials[credential.replaced_by]
    replaced = successor is not None and _begun(successor, on)
    return _begun(credential, on) and credential.obtainable_on(on) and not replaced


def _begun(credential: Credential, on: date) -> bool:
    return credential.available_from is None or credential.available_from <= on


def further_credentials(
    expression: PersonExpression, held: Iterable[str], programme: Programme, on: date
) -> tuple[str, ...] | None:
    """The fewest credentials that somebody lacks, among those still obtainable. None: nothing obtainable would do."""
    ways = _ways(expression, frozenset(held), programme, on)
    if not ways:
        return None
    wanted = credentials_in(expression)
    fewest = min(ways, key=lambda way: (len(way), sorted(map(wanted.index, way))))
    return tuple(sorted(fewest, key=wanted.index))


def _ways(
    expression: PersonExpression, held: frozenset[str], programme: Programme, on: date
) -> frozenset[frozenset[str]]:
    """Every set of further credentials that would do, without those that hold another one."""
    match expression:
        case Holds(credential):
            if credential in held and expression.accepted_on(on):
                return frozenset({frozenset()})
            return frozenset({frozenset({credential})} if obtainable(expression, programme, on) else ())
        case EachOf(parts):
            choices = product(*(_ways(part, held, programme, on) for part in parts))
            return _smallest(frozenset[str]().union(*choice) for choice in choices)
        case OneOf(parts):
            return _smallest(way for part in parts for way in _ways(part, held, programme, on))


def _smallest(ways: Iterable[frozenset[str]]) -> frozenset[frozenset[str]]:
    found = set(ways)
    return frozenset(way for way in found if not any(other < way for other in found))


def nearest_people(
    team: TeamStanding, asks: PersonExpression, roster: Roster, programme: Programme, on: date
) -> tuple[Candidate, ...]:
    """Who could fill an empty slot of the team with the fewest further credentials, the nearest first.

    Only people who hold something of it are near; those in the team already are left out.
    """
    taken = {slot.person for slot in team.slots}
    holders = reduce(or_, (roster.holders(credential) for credential in credentials_in(asks)), 0)
    found = []
    for person in roster.ids(holders):
        further = None if person in taken else further_credentials(asks, roster.held_by(person), programme, on)
        if further:
            found.append(Candidate(person, further))
    return tuple(sorted(found, key=lambda candidate: (len(candidate.further), candidate.person)))
