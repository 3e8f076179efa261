"""Many who leave within an hour: one question for all of them, not an alarm for each."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.changes import Change
from domain.departures import Depart, provisional_end
from domain.facts import Facts, Person
from domain.owed import PERSON, Due, History, Owed

HOUR = timedelta(hours=1)
MOST_SINGLE = 5
"""So many departures within an hour are told each for itself."""
WAVE = "wave/"
"""How the subject of the question about many departures begins; the moment of the first of them follows."""
REST = "rest"
GATHER = "gather"
"""The detail of a departure that follows another within the hour: it may wait a moment for the next."""
INSTANT = timedelta.resolution


@dataclass(frozen=True, slots=True)
class Wave:
    """Many departures within an hour: when the first was noticed, and the one with which the question was asked."""

    start: datetime
    asked: datetime

    @property
    def end(self) -> datetime:
        """When its hour is over."""
        return self.start + HOUR


def noticed(facts: Facts, since: datetime, until: datetime) -> tuple[Person, ...]:
    """Whose account was found deactivated in a time (both ends belong to it), and of whom nobody has said why yet."""
    ends = ((provisional_end(person), person) for person in facts.people)
    found = [(end.noticed, p.id, p) for end, p in ends if end is not None and end.noticed is not None]
    return tuple(person for when, _, person in sorted(found, key=lambda each: each[:2]) if since <= when <= until)


def gathered(found: Due, facts: Facts, changes: Sequence[Change], history: History) -> Due:
    """What is due because of changes, where departures are one question once they are more than five within an hour.

    Who leaves while the question of the last hour stands belongs to that wave, and is told when its hour is over.
    """
    departs = (change for change in changes if isinstance(change, Depart))
    left = {f"{PERSON}{change.person}": change.at for change in departs if change.at}
    single = [notice for notice in found.notices if notice.kind == "departed" and notice.subject in left]
    if not single:
        return found
    at = max(left.values())
    rest = tuple(notice for notice in found.notices if notice not in single)
    if any(wave.start <= at < wave.end for wave in waves(history)):
        return replace(found, notices=rest)
    people = noticed(facts, at - HOUR + INSTANT, at)
    if len(people) <= 1:
        return found
    if len(people) <= MOST_SINGLE:
        gathering = (replace(n, details={**n.details, GATHER: "1"}) if n in single else n for n in found.notices)
        return replace(found, notices=tuple(gathering))
    return replace(found, notices=(_question(people, at, _costs(single)), *rest))


def waves(history: History) -> Iterator[Wave]:
    """The waves of which the question was asked."""
    for kind, subject, _, step in history.steps:
        if kind == "departed_many" and step != REST:
            yield Wave(datetime.fromisoformat(subject.removeprefix(WAVE)), datetime.fromisoformat(step.split("@")[0]))


def told_late(facts: Facts, at: datetime, history: History) -> tuple[Owed, ...]:
    """The question about those who joined a wave after it was asked, once its hour is over."""
    over = ((wave, people) for wave, people in _late(facts, history).items() if wave.end <= at)
    return tuple(
        Owed("departed_many", _subject(wave.start), 1, REST, _span(wave.asked + INSTANT, wave.end - INSTANT))
        for wave, people in over
        if people
    )


def wave_end(facts: Facts, history: History) -> datetime | None:
    """When the next wave is over of which somebody is left to tell; None when there is none."""
    return min((wave.end for wave, people in _late(facts, history).items() if people), default=None)


def _late(facts: Facts, history: History) -> Mapping[Wave, Collection[Person]]:
    """Who joined each wave after its question was asked, as long as that was not told."""
    told = {subject for kind, subject, _, step in history.steps if kind == "departed_many" and step == REST}
    open_ = (wave for wave in waves(history) if _subject(wave.start) not in told)
    return {wave: noticed(facts, wave.asked + INSTANT, wave.end - INSTANT) for wave in open_}


def _question(people: Sequence[Person], at: datetime, costs: Mapping[str, str]) -> Owed:
    first = provisional_end(people[0])
    start = at if first is None or first.noticed is None else first.noticed
    return Owed("departed_many", _subject(start), 1, at.isoformat(), {**_span(start, at), **costs})


def _subject(start: datetime) -> str:
    return f"{WAVE}{start.isoformat()}"


def _span(since: datetime, until: datetime) -> Mapping[str, str]:
    return {"first": since.isoformat(), "last": until.isoformat()}


def _costs(single: Sequence[Owed]) -> Mapping[str, str]:
    """What those who left cost together, as far as it was not told before."""
    keys = ("lost", "worse", "sunk")
    found = {key: dict.fromkeys(level for n in single for level in n.listed(key)) for key in keys}
    return {key: ",".join(levels) for key, levels in found.items() if levels or key != "sunk"}
