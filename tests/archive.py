"""What is kept of changes and of people, in memory: `domain.archive.Archive`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, Generic, TypeVar

from domain.archive import AuditEntry, AuditFilter, Json, StillHereError, Undelivered
from domain.changes import Change, NoSuchFactError
from domain.departures import counts_after
from domain.facts import Facts, Person
from domain.ports import Actor
from storage.audit import as_json, because_of, person_of, subject_of, touched
from storage.forgetting import pseudonym_of
from storage.ids import new_id

AT = datetime(2018, 1, 15, 9, 30, tzinfo=UTC)
State = TypeVar("State", bound=Any)


def entry_of(change: Change, before: Facts, after: Facts, actor: Actor) -> AuditEntry:
    """What the audit keeps of a change."""
    about = (type(change).__name__, subject_of(change), person_of(change))
    was: Any = touched(before, change)
    now: Any = touched(after, change)
    return AuditEntry(new_id(), AT, actor.user, actor.request, *about, was, now, because_of(change))


class MemoryArchive(Generic[State]):
    """The archive of companies in memory; their states hold the audit."""

    states: dict[str, State]

    @cached_property
    def given_up(self) -> dict[str, Sequence[Undelivered]]:
        """The messages of each organisation that could not be delivered."""
        return {}

    async def audited(self, organisation: str, wanted: AuditFilter, most: int | None = None) -> Sequence[AuditEntry]:
        """The changes that are asked for."""
        found = [e for e in reversed(self.states[organisation].audit) if _is_wanted(e, wanted)]
        return found[:most]

    async def undelivered(self, organisation: str) -> Sequence[Undelivered]:
        """The messages that a test says were given up."""
        return self.given_up.get(organisation, ())

    async def about(self, organisation: str, person: str) -> Mapping[str, Sequence[Mapping[str, Json]]]:
        """What is kept of a person."""
        state = self.states[organisation]
        known: list[Any] = [as_json(p) for p in state.company.facts.people if p.id == person]
        audit: list[Any] = [as_json(replace(e, at=None)) for e in state.audit if e.person == person]
        return {"person": known, "audit": audit}

    async def forget(self, organisation: str, person: str, today: date, user: str | None, request: str) -> bool:
        """Forget a person: here alone while they count for another company, or else in all that know them."""
        facts = self.states[organisation].company.facts
        if person not in facts.place_of:
            raise NoSuchFactError(person)
        known = facts.people[facts.place_of[person]]
        if known.forgotten:
            return False
        if counts_after(known, today):
            raise StillHereError(person)
        knowing = {
            key: each.company.facts for key, each in self.states.items() if person in each.company.facts.place_of
        }
        still = any(counts_after(each.people[each.place_of[person]], today) for each in knowing.values())
        for key in [organisation] if still else knowing:
            self._forget(key, person, Actor(user, request))
        return True

    def _forget(self, organisation: str, person: str, actor: Actor) -> None:
        state = self.states[organisation]
        company, facts = state.company, state.company.facts
        members = {
            u: replace(m, person=None, email=None) if m.person == person else m for u, m in company.members.items()
        }
        place = facts.place_of[person]
        company = replace(
            company,
            facts=facts.with_person(place, _masked(facts.people[place])),
            members=members,
            revision=company.revision + 1,
        )
        entry = AuditEntry(new_id(), AT, actor.user, actor.request, "Forget", person, person, None, None)
        self.states[organisation] = replace(state, company=company, audit=(*state.audit, entry))


def _masked(person: Person) -> Person:
    earned = tuple(replace(achievement, evidence=None) for achievement in person.achievements)
    return replace(person, name=pseudonym_of(person.id), profile=None, achievements=earned, forgotten=True)


def _is_wanted(entry: AuditEntry, wanted: AuditFilter) -> bool:
    named = wanted.person is None and wanted.user is None
    theirs = named or (entry.person is not None and entry.person == wanted.person)
    theirs = theirs or (wanted.user is not None and entry.actor == wanted.user)
    kind = not wanted.kinds or entry.kind in wanted.kinds
    late = wanted.since is None or entry.at >= wanted.since
    early = wanted.until is None or entry.at < wanted.until
    return theirs and kind and late and early and (wanted.before is None or entry.id < wanted.before)
