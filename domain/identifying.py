"""Whose a row of a file is: by a profile's id, an e-mail address, an id of ours, or, to be asked about, by name."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from domain.facts import Association, Person
from domain.ports import Company, Member
from domain.trainings import PROFILE, TrainingRow

NamesMean: TypeAlias = Literal["ask", "same", "new"]
"""What an admin said of names alone: nothing yet, that they mean who bears them, or that they mean somebody else."""


@dataclass(frozen=True, slots=True)
class Found:
    """Whose rows are: a person with what they hold so far; the Slack user whom that tells apart, if it is new.

    `claims`: the rows say which profile is theirs. `by_name`: only their name says so.
    """

    person: Person
    is_new: bool = False
    claims: bool = False
    user: str | None = None
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word for why nobody can tell whose rows are, and what its sentence names in place of the profile."""

    why: str
    value: str = ""


def whose(row: TrainingRow) -> tuple[str, str]:
    """What tells a row's holder apart: the kind of mark, and the mark."""
    if row.profile:
        return "profile", row.profile
    if row.person:
        return "person", row.person
    return ("email", row.emails[0]) if row.emails else ("name", " ".join(folded(row.name)))


def folded(name: str) -> tuple[str, ...]:
    """The words of a name in no order, without accents, case and punctuation."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    words = "".join(sign if sign.isalnum() else " " for sign in bare.casefold()).split()
    return tuple(sorted(words))


class Finder:
    """Finds people as the rows of a file name them; it learns what each row led to."""

    def __init__(self, company: Company, elsewhere: frozenset[str], today: date, new_id: Callable[[], str]) -> None:
        self._company, self._elsewhere, self._today, self._new_id = company, elsewhere, today, new_id
        self._people = {person.id: person for person in company.facts.people}
        self._holders = {person.profile: person.id for person in company.facts.people if person.profile is not None}
        self._members = {member.user: member for member in company.members.values()}
        self._accounts = {member.person: member.user for member in company.members.values() if member.person}
        self._emails = _by_email(company.members.values())
        self._gone = {member.person for member in company.members.values() if member.elsewhere}
        self._names = self._by_name()
        self.users_found: dict[str, str] = {}

    def holder(self, rows: Sequence[TrainingRow]) -> Found | Unknown:
        """Whose rows with the same mark are. Nothing comes to who counts for another organisation but by themselves."""
        found = self._whose(rows)
        gone = isinstance(found, Found) and (self._is_elsewhere(found.user) or found.person.id in self._gone)
        return Unknown("elsewhere") if gone else found

    def _is_elsewhere(self, user: str | None) -> bool:
        return user is not None and self._members[user].elsewhere

    def _whose(self, rows: Sequence[TrainingRow]) -> Found | Unknown:
        users = {user for row in rows for email in row.emails for user in self._emails.get(email, ())}
        if len(users) > 1:
            return Unknown("several_members")
        user = next(iter(users), None)
        person = rows[0].person or (None if user is None else self.users_found.get(user) or self._members[user].person)
        if person is not None and person not in self._people:
            return Unknown("unknown_person")
        return self._with_profile(rows, user, person) if rows[0].profile else self._without(rows, user, person)

    def learn(self, person: Person, user: str | None) -> None:
        """Know somebody as they are after their rows; with the Slack user that they turned out to be."""
        self._people[person.id] = person
        if person.profile is not None:
            self._holders[person.profile] = person.id
        if user is not None:
            self.users_found[user] = person.id
            self._accounts[person.id] = user

    def has_account(self, person: str) -> bool:
        """Whether somebody is in Slack."""
        return person in self._accounts

    def known_name(self, found: Found) -> str | None:
        """What somebody is called here whom a name may mean; None where the name is nobody's."""
        if not found.is_new:
            return self._company.person_name(found.person.id)
        return None if found.user is None else self._members[found.user].name

    def _with_profile(self, rows: Sequence[TrainingRow], user: str | None, person: str | None) -> Found | Unknown:
        profile = rows[0].profile
        holder = self._holders.get(profile)
        if holder is not None:
            return self._held(self._people[holder], user, person)
        if profile in self._elsewhere:
            return Unknown("held_elsewhere")
        if person is not None:
            claims = self._people[person].profile is None
            return Found(self._people[person], claims=True) if claims else Unknown("other_profile")
        return self.somebody(rows, user) if user is not None else self._named(rows, without_profile=True)

    def _held(self, holder: Person, user: str | None, person: str | None) -> Found | Unknown:
        """Somebody on record holds it; whoever has the row's e-mail address must not be somebody else."""
        if (user is None and person is None) or person == holder.id:
            return Found(holder)
        if person is not None or holder.id in self._accounts:
            return Unknown("other_holder")
        return Found(holder, user=user)

    def _without(self, rows: Sequence[TrainingRow], user: str | None, person: str | None) -> Found | Unknown:
        """Rows without a profile."""
        if person is not None:
            return Found(self._people[person])
        return self.somebody(rows, user) if user is not None else self._named(rows, without_profile=False)

    def _named(self, rows: Sequence[TrainingRow], *, without_profile: bool) -> Found | Unknown:
        """Whom the name alone may mean; of rows with a profile only somebody who has none."""
        name = next((row.name for row in rows if row.name), "")
        if not name and not without_profile:
            return Unknown("email_unknown")
        persons, users = self._names.get(folded(name), ((), ())) if name else ((), ())
        fitting = [p for p in persons if not without_profile or self._people[p].profile is None]
        if len(fitting) + len(users) > 1:
            return Unknown("several_names", name)
        if fitting:
            return Found(self._people[fitting[0]], claims=without_profile, by_name=True)
        found = self.somebody(rows, next(iter(users), None))
        return (
            found if without_profile and not users else Found(found.person, is_new=True, user=found.user, by_name=True)
        )

    def somebody(self, rows: Sequence[TrainingRow], user: str | None = None) -> Found:
        """Somebody who is not on record yet."""
        named = next((row.name for row in rows if row.name), "")
        profile = rows[0].profile or None
        name = named or (self._members[user].name if user is not None else f"{PROFILE} {profile}")
        since = Association(self._today, id=self._new_id())
        return Found(Person(self._new_id(), (), (since,), name, profile), is_new=True, user=user)

    def _by_name(self) -> Mapping[tuple[str, ...], tuple[tuple[str, ...], tuple[str, ...]]]:
        """The people on record, and the Slack users who are nobody on record, by their names."""
        people: dict[tuple[str, ...], list[str]] = {}
        users: dict[tuple[str, ...], list[str]] = {}
        for person in self._people.values():
            people.setdefault(folded(self._company.person_name(person.id)), []).append(person.id)
        for member in self._members.values():
            if member.person is None and member.active and not member.elsewhere:
                users.setdefault(folded(member.name), []).append(member.user)
        names = people.keys() | users.keys()
        return {name: (tuple(people.get(name, ())), tuple(users.get(name, ()))) for name in names}


def _by_email(members: Iterable[Member]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for member in members:
        if member.email:
            found.setdefault(member.email.casefold(), []).append(member.user)
    return found
