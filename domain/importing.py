"""What a file would change: whose rows they are, what of them is new, and what waits for somebody's word."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain.batches import Batch, Confirmation, Counts, ImportBatch
from domain.facts import Achievement, Person
from domain.identifying import Finder, Found, NamesMean, Unknown, whose
from domain.ports import Company
from domain.seen import Seen
from domain.trainings import PROFILE, Export, RowRefused, TrainingRow


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that an admin is asked about: whose rows it stands in, and who may be meant; None: nobody on record.

    `profile` is that of the rows, where they have one.
    """

    name: str
    person: str | None
    rows: int
    profile: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file brings, as data: nothing is recorded yet.

    `members` says which Slack user turns out to be which person. `waiting` are rows of profiles that somebody else
    holds, or whose name alone says whose they are, `refused` those that could not be read; `without_account` counts the
    new people who are not in Slack. `proposals` are the names to ask about, `seen` what the vendor shows of people.
    `own`: it is the company's own list. `unsure` is a day as it stands there, that may be meant otherwise, and as read.
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
    proposals: tuple[Proposal, ...] = ()
    seen: tuple[Seen, ...] = field(default=(), repr=False)
    own: bool = False
    unsure: tuple[str, date] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to record."""
        return not (self.people or self.achievements or self.profiles or self.confirmations or self.members)

    def change(self, batch: str, file: str, sha256: str) -> ImportBatch:
        """The change that records it, as a batch with an id, from a file of that name and content."""
        known = Batch(batch, file, sha256, self.counts)
        return ImportBatch(known, self.people, self.achievements, self.profiles, self.confirmations)


def plan(  # noqa: PLR0913 - what a file is compared with, and what its names mean
    export: Export,
    company: Company,
    elsewhere: Collection[str],
    today: date,
    new_id: Callable[[], str],
    *,
    names: NamesMean = "ask",
    by: str | None = None,
) -> Plan:
    """Compare a file with the facts. The same file again brings nothing.

    People are found by the id of their profile, else by the e-mail address of a Slack member; a name alone is asked
    about, and `names` is the answer. Somebody who is not on record comes on record, with an association from `today`.
    `elsewhere` are profiles that people of other companies hold: neither they nor those of a colleague are taken over.
    `by` is whose word a company's own list is.
    """
    finder = Finder(company, frozenset(elsewhere), today, new_id)
    made = _Planner(export, finder, new_id, names, by)
    for key, rows in _by_holder(export.rows).items():
        made.take(key, rows)
    return made.plan()


def _by_holder(rows: Iterable[TrainingRow]) -> Mapping[tuple[str, str], list[TrainingRow]]:
    found: dict[tuple[str, str], list[TrainingRow]] = {}
    for row in rows:
        found.setdefault(whose(row), []).append(row)
    return found


class _Planner:
    """Goes through a file holder by holder, and knows what the earlier ones led to."""

    def __init__(
        self, export: Export, finder: Finder, new_id: Callable[[], str], names: NamesMean, by: str | None
    ) -> None:
        self._export, self._finder, self._new_id, self._names = export, finder, new_id, names
        self._by = by
        self._new: list[Person] = []
        self._achievements: list[tuple[str, Achievement]] = []
        self._profiles: list[tuple[str, str]] = []
        self._confirmations: list[Confirmation] = []
        self._waiting: list[RowRefused] = []
        self._proposals: list[Proposal] = []
        self._seen: list[Seen] = []
        self._added, self._known = 0, 0

    def take(self, key: tuple[str, str], rows: list[TrainingRow]) -> None:
        """Plan the rows of one holder."""
        found = self._finder.holder(rows)
        if isinstance(found, Found) and found.by_name and self._names == "new" and rows[0].profile:
            found = self._finder.somebody(rows)
        if isinstance(found, Unknown):
            self._wait(rows, found.why, found.value or key[1])
        elif found.by_name and not self._agreed(found, rows):
            known = self._finder.known_name(found)
            self._wait(rows, "name_proposed" if known is not None else "name_unknown", rows[0].name or key[1])
            self._proposals.append(Proposal(rows[0].name, known, len(rows), rows[0].profile))
        else:
            self._record(found, rows)

    def _agreed(self, found: Found, rows: list[TrainingRow]) -> bool:
        """Whether nobody has to be asked: they were, or nothing comes of it."""
        if self._names == "same":
            return True
        held = {(achievement.credential, achievement.earned) for achievement in found.person.achievements}
        return not (found.is_new or found.claims) and all((row.credential, row.earned) in held for row in rows)

    def _wait(self, rows: list[TrainingRow], why: str, value: str) -> None:
        self._waiting += [RowRefused(row.number, PROFILE, why, value) for row in rows]

    def _record(self, found: Found, rows: list[TrainingRow]) -> None:
        person, profile = found.person, rows[0].profile
        if found.claims:
            self._profiles.append((person.id, profile))
            person = replace(person, profile=profile)
        earned = tuple(self._earned(person, rows))
        if not self._export.own:
            self._seen += [Seen(person.id, row.credential, row.earned, row.expires) for row in rows]
        if found.is_new:
            person = replace(person, achievements=earned)
            self._new.append(person)
        else:
            self._achievements += [(person.id, achievement) for achievement in earned]
            person = replace(person, achievements=(*person.achievements, *earned))
        self._finder.learn(person, found.user)

    def _earned(self, person: Person, rows: Iterable[TrainingRow]) -> Iterator[Achievement]:
        """What is not on record yet; what is becomes confirmed."""
        merged: dict[tuple[str, date], TrainingRow] = {}
        for row in rows:
            key = row.credential, row.earned
            self._known += key in merged
            before = merged.get(key, row)
            merged[key] = replace(row, expires=_later(before.expires, row.expires), evidence=before.evidence)
        held: dict[tuple[str, date], list[Achievement]] = {}
        for achievement in person.achievements:
            held.setdefault((achievement.credential, achievement.earned), []).append(achievement)
        for key, row in merged.items():
            if key in held and self._export.own:
                self._known += 1
            elif key in held:
                self._confirm(person.id, held[key], row.expires)
            else:
                self._added += 1
                made = Achievement(*key, row.expires, self._new_id(), "confirmed", row.evidence or None)
                yield replace(made, state="claimed", recorded_by=self._by) if self._export.own else made

    def _confirm(self, person: str, held: Iterable[Achievement], expires: date | None) -> None:
        same = [(a, a.expires if expires is None else expires) for a in held]
        if any(a.state == "confirmed" and a.expires == until for a, until in same):
            self._known += 1
            return
        achievement, until = same[0]
        was = (achievement.state, achievement.expires)
        self._confirmations.append(Confirmation(person, achievement.id or "", until, *was))

    def plan(self) -> Plan:
        """Everything that was planned."""
        export = self._export
        rest = (len(self._confirmations), len(self._waiting), len(export.refused))
        return Plan(
            people=tuple(self._new),
            achievements=tuple(self._achievements),
            profiles=tuple(self._profiles),
            confirmations=tuple(self._confirmations),
            members=self._finder.users_found,
            waiting=tuple(sorted(self._waiting, key=lambda row: row.number)),
            refused=export.refused,
            counts=Counts(export.count, self._added, self._known, *rest),
            without_account=sum(not self._finder.has_account(person.id) for person in self._new),
            proposals=tuple(self._proposals),
            seen=tuple(self._seen),
            own=export.own,
            unsure=export.unsure,
        )


def _later(one: date | None, other: date | None) -> date | None:
    return one or other if one is None or other is None else max(one, other)
