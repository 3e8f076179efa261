"""Claims on a certification profile that somebody else holds, and people who come over from another organisation.

Nobody takes over a profile by typing its id: a claim waits for the holder's word, and expires without one.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, TypeAlias

from domain.facts import Claim, Facts, Person

CLAIM_DAYS = 14
"""So many days a claim waits for its holder."""

Outcome: TypeAlias = Literal["given_up", "kept"]


@dataclass(frozen=True, slots=True)
class AskHolder:
    """Somebody claims a profile that somebody else holds; the claim waits for the holder."""

    claim: Claim

    @property
    def person(self) -> str:
        """Who claims it."""
        return self.claim.person


@dataclass(frozen=True, slots=True)
class SettleClaim:
    """The holder of a profile has given it up, or keeps it."""

    claim: str
    person: str
    outcome: Outcome
    on: date


@dataclass(frozen=True, slots=True)
class ReleaseProfile:
    """Somebody gives up their profile."""

    person: str


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody on record with another organisation counts for this one, by an association of its own.

    `known` is the person as they are then: with all that they earned, their profile, and their associations with this
    organisation alone.
    """

    known: Person

    @property
    def person(self) -> str:
        """Who joins."""
        return self.known.id


Crossing: TypeAlias = AskHolder | SettleClaim | ReleaseProfile | Join


def until_day(asked: date) -> date:
    """The first day on which an unanswered claim waits no more."""
    return asked + timedelta(days=CLAIM_DAYS)


def crossed(facts: Facts, change: Crossing) -> Facts:
    """The facts after a claim was made or settled, a profile given up, or somebody came over.

    Raises LookupError where the person or the claim is not on record.
    """
    match change:
        case AskHolder():
            _place(facts, change.person)
            return replace(facts, claims=tuple(sorted((*facts.claims, change.claim), key=lambda claim: claim.id)))
        case SettleClaim():
            if all(claim.id != change.claim for claim in facts.claims):
                raise LookupError(change.claim)
            return replace(facts, claims=tuple(_settled(claim, change) for claim in facts.claims))
        case ReleaseProfile():
            place = _place(facts, change.person)
            return facts.with_person(place, replace(facts.people[place], profile=None))
        case Join() if change.person in facts.place_of:
            return facts.with_person(facts.place_of[change.person], change.known)
        case Join():
            return replace(facts, people=(*facts.people, change.known))


def _place(facts: Facts, person: str) -> int:
    place = facts.place_of.get(person)
    if place is None:
        raise LookupError(person)
    return place


def _settled(claim: Claim, change: SettleClaim) -> Claim:
    return replace(claim, outcome=change.outcome, settled_on=change.on) if claim.id == change.claim else claim
