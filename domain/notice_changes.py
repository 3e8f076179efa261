"""What is told because of a change: who left or is back; and, of a risk that a change opened, what it was."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from domain.batches import WithdrawBatch
from domain.changes import Change, ReportFigure, SetFlag, SetMarket, Unlink, apply
from domain.conditions import Status
from domain.departures import CallOff, Depart, Return, announced_end
from domain.facts import Facts, Person
from domain.owed import PERSON, Due, History, Owed
from domain.programme import Programme
from domain.risk import subject_of
from domain.standing import Standing, standing
from domain.timeline import DAY


def moves(programme: Programme, before: Facts, facts: Facts, on: date, change: Change, history: History) -> Due:
    """That somebody left, returned, or stays after all; nothing where they had left already, or had not."""
    match change:
        case Depart():
            return _departed(programme, before, facts, max(on, change.on), change, history)
        case Return() if f"{PERSON}{change.person}" in history.open:
            details = {"person": change.person} | ({"on_leave": "1"} if change.on_leave else {})
            return _back(change.person, "told", details, history)
        case CallOff() if announced_end(_person(before, change.person), change.on):
            return _back(change.person, "stays", {"person": change.person, "stays": "1"}, history)
        case _:
            return Due()


def _person(facts: Facts, person: str) -> Person:
    return facts.people[facts.place_of[person]]


def _back(person: str, step: str, details: Mapping[str, str], history: History) -> Due:
    subject = f"{PERSON}{person}"
    said = Owed("returned", subject, history.episodes.get(subject, 1), step, details)
    return Due((said,), (), (subject,) if subject in history.open else ())


def _departed(programme: Programme, before: Facts, facts: Facts, day: date, change: Depart, history: History) -> Due:
    subject = f"{PERSON}{change.person}"
    if change.instead_of is not None:
        before = apply(before, CallOff(change.person, min(change.on, change.instead_of) - DAY))
    elif not _person(before, change.person).associated_on(day):
        settled = not change.provisional and subject in history.open
        return Due((), (), (subject,) if settled else ())
    was, now = standing(programme, before, day), standing(programme, facts, day)
    details = {"person": change.person, "on": change.on.isoformat(), "lost": ",".join(_lost(was, now))}
    details["worse"] = ",".join(_worse(was, now, history))
    if sunk := _sunk(was, now, history):
        details["sunk"] = ",".join(sunk)
    said = Owed("departed", subject, history.next_episode(subject), "told", details)
    return Due((said,), (subject,))


def lost_by(programme: Programme, facts: Facts, gone: Iterable[Person], on: date) -> tuple[str, ...]:
    """The levels that would be met on a day if some people whose end is provisional went on counting, and are not."""
    back = facts
    for person in gone:
        back = apply(back, Return(person.id))
    return _lost(standing(programme, back, on), standing(programme, facts, on))


def _lost(before: Standing, after: Standing) -> tuple[str, ...]:
    """The levels that were met before and are not met now."""
    return tuple(
        subject_of(competency, level)
        for competency, found in before.competencies.items()
        for level, was in found.levels.items()
        if was.status is Status.MET and not _still_met(after, competency, level)
    )


def _still_met(after: Standing, competency: str, level: str) -> bool:
    found = after.level(competency, level)
    return found is not None and found.status is Status.MET


def _worse(before: Standing, after: Standing, history: History) -> tuple[str, ...]:
    """The levels that were at risk already and now lack more people."""
    return tuple(
        subject_of(competency, level)
        for competency, found in before.competencies.items()
        for level, was in found.levels.items()
        if was.status is not Status.MET and subject_of(competency, level) in history.open
        for now in (after.level(competency, level),)
        if now is not None and now.nearest.people_missing > was.nearest.people_missing
    )


def _sunk(before: Standing, after: Standing, history: History) -> tuple[str, ...]:
    """The levels of which figures were to decide, and that are now not met whatever these say."""
    return tuple(
        subject_of(competency, level)
        for competency, found in before.competencies.items()
        for level, was in found.levels.items()
        if was.status is Status.NOT_KNOWN and subject_of(competency, level) not in history.open
        for now in (after.level(competency, level),)
        if now is not None and now.status is Status.NOT_MET
    )


def what_changed(before: Facts, changes: Sequence[Change]) -> Mapping[str, str]:
    """What can have opened a risk beside a departure, which is told by itself: of several changes the first."""
    return next((said for change in changes if (said := _said(before, change))), {})


def _said(before: Facts, change: Change) -> Mapping[str, str]:
    match change:
        case Unlink():
            return _withdrawn(before, change)
        case WithdrawBatch():
            return {"changed": "batch", "achievements": str(len(change.achievements))}
        case SetMarket():
            return {"changed": "market", "market": change.market}
        case ReportFigure():
            return {"changed": "figure", "metric": change.metric, "month": str(change.month)}
        case SetFlag():
            return {"changed": "flag", "flag": change.name}
        case _:
            return {}


def _withdrawn(before: Facts, change: Unlink) -> Mapping[str, str]:
    """Who withdrew which credential."""
    place = before.place_of.get(change.person)
    held = before.people[place].achievements if place is not None else ()
    found = ({"withdrew": change.person, "withdrawn": a.credential} for a in held if a.id == change.achievement)
    return next(found, {})


def because(notices: Iterable[Owed], changed: Mapping[str, str], known: Collection[str]) -> Iterator[Owed]:
    """The notices, where the risks that were none before say what changed."""
    for notice in notices:
        new = notice.kind == "at_risk" and notice.subject not in known
        yield replace(notice, details={**notice.details, **changed}) if new else notice


def touched_people(changes: Iterable[Change]) -> frozenset[str]:
    """The people whose achievements or associations changes touch."""
    found: set[str] = set()
    for change in changes:
        person = getattr(change, "person", None)
        if isinstance(person, str):
            found.add(person)
    return frozenset(found)
