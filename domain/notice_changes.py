"""What is told because of a change: who left or is back; and, of a risk that a change opened, what it was."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from domain.batches import WithdrawBatch
from domain.changes import Change, ReportFigure, SetFlag, SetMarket, Unlink
from domain.conditions import Status
from domain.departures import Depart, Return
from domain.facts import Facts
from domain.owed import PERSON, Due, History, Owed
from domain.programme import Programme
from domain.risk import subject_of
from domain.standing import Standing, standing


def moves(programme: Programme, before: Facts, facts: Facts, on: date, change: Change, history: History) -> Due:
    """That somebody left or returned; nothing where they had left already, or had not."""
    if isinstance(change, Depart):
        return _departed(programme, before, facts, max(on, change.on), change, history)
    if isinstance(change, Return) and f"{PERSON}{change.person}" in history.open:
        subject = f"{PERSON}{change.person}"
        said = Owed("returned", subject, history.episodes.get(subject, 1), "told", {"person": change.person})
        return Due((said,), (), (subject,))
    return Due()


def _departed(programme: Programme, before: Facts, facts: Facts, day: date, change: Depart, history: History) -> Due:
    here = any(person.id == change.person and person.associated_on(day) for person in before.people)
    if not here:
        return Due()
    was, now = standing(programme, before, day), standing(programme, facts, day)
    details = {"person": change.person, "on": change.on.isoformat(), "lost": ",".join(_lost(was, now))}
    details["worse"] = ",".join(_worse(was, now, history))
    subject = f"{PERSON}{change.person}"
    said = Owed("departed", subject, history.next_episode(subject), "told", details)
    return Due((said,), (subject,))


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
