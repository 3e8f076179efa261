"""What an export would change: whose rows they are, what of them is new, and what waits for the holder of a profile."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from domain.batches import Batch, Confirmation, Counts, ImportBatch
from domain.facts import Achievement, Association, Person
from domain.ports import Company, Member
from domain.trainings import PROFILE, Export, RowRefused, TrainingRow


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file brings, as data: nothing is recorded yet.

    `members` says which Slack user turns out to be which person. `waiting` are rows of profiles that somebody else
    holds, `refused` those that could not be read; `without_account` counts the new people who are not in Slack.
    """

    people: tuple[Person, ...]
    achievements: tuple[tuple[str, Achievement], ...]
    profiles: tuple[tuple[str, str], ...]
    confirmations: tuple[Confirmation, ...]
    members: Mapping[str, str]
    waiting: tuple[RowRefused, ...]
    refused: tuple[RowRefused, ...]
    counts: Counts
    without_account: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to record."""
        return not (self.people or self.achievements or self.profiles or self.confirmations or self.members)

    def change(self, batch: str, file: str, sha256: str) -> ImportBatch:
        """The change that records it, as a batch with an id, from a file of that name and content."""
        known = Batch(batch, file, sha256, self.counts)
        return ImportBatch(known, self.people, self.achievements, self.profiles, self.confirmations)


@dataclass(frozen=True, slots=True)
class _Holder:
    """Whose a profile is: a person with what they hold so far; the Slack user whom that tells apart, if it is new."""

    person: Person
    is_new: bool = False
    claims: bool = False
    user: str | None = None


def plan(export: Export, company: Company, elsewhere: Collection[str], today: date, new_id: Callable[[], str]) -> Plan:
    """Compare a file with the facts. The same file again brings nothing.

    People are found by the id of their profile, else by the e-mail address of a Slack member. Somebody who is not on
    record comes on record, with an association from `today`. `elsewhere` are profiles that people of other companies
    hold: neither they nor those of a colleague are taken over.
    """
    made = _Planner(company, frozenset(elsewhere), today, new_id)
    for profile, rows in _by_profile(export.rows).items():
        made.take(profile, rows)
    return made.plan(export)


def _by_profile(rows: Iterable[TrainingRow]) -> Mapping[str, list[TrainingRow]]:
    found: dict[str, list[TrainingRow]] = {}
    for row in rows:
        found.setdefault(row.profile, []).append(row)
    return found


class _Planner:
    """Goes through a file profile by profile, and knows what the earlier ones led to."""

    def __init__(self, company: Company, elsewhere: frozenset[str], today: date, new_id: Callable[[], str]) -> None:
        self._elsewhere = elsewhere
        self._today = today
        self._new_id = new_id
        self._people = {person.id: person for person in company.facts.people}
        self._holders = {person.profile: person for person in company.facts.people if person.profile is not None}
        self._users = {member.user: member for member in company.members.values()}
        self._accounts = {member.person: member.user for member in company.members.values() if member.person}
        self._emails = _by_email(company.members.values())
        self._new: list[Person] = []
        self._achievements: list[tuple[str, Achievement]] = []
        self._profiles: list[tuple[str, str]] = []
        self._confirmations: list[Confirmation] = []
        self._members: dict[str, str] = {}
        self._waiting: list[RowRefused] = []
        self._added, self._known = 0, 0

    def take(self, profile: str, rows: list[TrainingRow]) -> None:
        """Plan the rows of one profile."""
        found = self._holder(profile, rows)
        if isinstance(found, str):
            self._waiting += [RowRefused(row.number, PROFILE, found, profile) for row in rows]
            return
        person = found.person
        if found.user is not None:
            self._members[found.user] = person.id
            self._accounts[person.id] = found.user
        if found.claims:
            self._profiles.append((person.id, profile))
            self._people[person.id] = replace(person, profile=profile)
        earned = tuple(self._earned(person, rows))
        if found.is_new:
            self._new.append(replace(person, achievements=earned))
            self._people[person.id] = self._new[-1]
        else:
            self._achievements += [(person.id, achievement) for achievement in earned]

    def _holder(self, profile: str, rows: list[TrainingRow]) -> _Holder | str:
        """Whose the profile is, or a word for why its rows wait."""
        users = {user for row in rows for email in row.emails for user in self._emails.get(email, ())}
        if len(users) > 1:
            return "several_members"
        user = next(iter(users), None)
        person = None if user is None else self._members.get(user) or self._users[user].person
        holder = self._holders.get(profile)
        if holder is not None:
            return self._held(holder, user, person)
        if profile in self._elsewhere:
            return "held_elsewhere"
        if person is None:
            return self._somebody_new(profile, rows, user)
        if self._people[person].profile is not None:
            return "other_profile"
        return _Holder(self._people[person], claims=True)

    def _held(self, holder: Person, user: str | None, person: str | None) -> _Holder | str:
        """Somebody on record holds it; whoever has the row's e-mail address must not be somebody else."""
        if user is None or person == holder.id:
            return _Holder(holder)
        if person is not None or holder.id in self._accounts:
            return "other_holder"
        return _Holder(holder, user=user)

    def _somebody_new(self, profile: str, rows: list[TrainingRow], user: str | None) -> _Holder:
        named = next((row.name for row in rows if row.name), "")
        name = named or (self._users[user].name if user is not None else f"{PROFILE} {profile}")
        since = Association(self._today, id=self._new_id())
        return _Holder(Person(self._new_id(), (), (since,), name, profile), is_new=True, user=user)

    def _earned(self, person: Person, rows: Iterable[TrainingRow]) -> Iterator[Achievement]:
        """What is not on record yet; what is becomes confirmed."""
        merged: dict[tuple[str, date], date | None] = {}
        for row in rows:
            key = row.credential, row.earned
            self._known += key in merged
            merged[key] = _later(merged.get(key), row.expires)
        held: dict[tuple[str, date], list[Achievement]] = {}
        for achievement in person.achievements:
            held.setdefault((achievement.credential, achievement.earned), []).append(achievement)
        for key, expires in merged.items():
            if key in held:
                self._confirm(person.id, held[key], expires)
            else:
                self._added += 1
                yield Achievement(*key, expires, self._new_id(), "confirmed")

    def _confirm(self, person: str, held: Iterable[Achievement], expires: date | None) -> None:
        same = [(a, a.expires if expires is None else expires) for a in held]
        if any(a.state == "confirmed" and a.expires == until for a, until in same):
            self._known += 1
            return
        achievement, until = same[0]
        was = (achievement.state, achievement.expires)
        self._confirmations.append(Confirmation(person, achievement.id or "", until, *was))

    def plan(self, export: Export) -> Plan:
        """Everything that was planned."""
        rest = (len(self._confirmations), len(self._waiting), len(export.refused))
        return Plan(
            people=tuple(self._new),
            achievements=tuple(self._achievements),
            profiles=tuple(self._profiles),
            confirmations=tuple(self._confirmations),
            members=self._members,
            waiting=tuple(sorted(self._waiting, key=lambda row: row.number)),
            refused=export.refused,
            counts=Counts(export.count, self._added, self._known, *rest),
            without_account=sum(person.id not in self._accounts for person in self._new),
        )


def _later(one: date | None, other: date | None) -> date | None:
    return one or other if one is None or other is None else max(one, other)


def _by_email(members: Iterable[Member]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for member in members:
        if member.email:
            found.setdefault(member.email.casefold(), []).append(member.user)
    return found
