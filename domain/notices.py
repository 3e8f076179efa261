"""Which notices are due: pure decisions on facts, dates and what was said before.

A notice is owed to one recipient once; its key is organisation, kind, subject, episode, step and recipient. The
organisation and the recipients are the shell's: what is due here concerns every admin.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from domain.changes import Change, Unlink, apply
from domain.conditions import Status
from domain.departures import Depart, Return
from domain.facts import Facts, Override
from domain.notice_kinds import NOTICES, NoticeAudience, NoticeKind
from domain.programme import Programme
from domain.risk import LevelOutlook, Outlook, by_subject, outlooks, risks, subject_of
from domain.standing import Standing, standing
from domain.timeline import next_change

OVERRIDE_LEAD_DAYS = NOTICES["override_ending"].lead_days
OVERRIDE_LATE_DAYS = 92
PERSON = "person/"


@dataclass(frozen=True, slots=True)
class Owed:
    """One notice. `details` holds what its words are made of: ids, dates and codes, never names."""

    kind: NoticeKind
    subject: str
    episode: int
    step: str
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, int, str]:
        """What makes it the same notice."""
        return (self.kind, self.subject, self.episode, self.step)

    @property
    def audience(self) -> NoticeAudience:
        """Whom it is for: every admin, or the person whom `details` names as "person"."""
        return NOTICES[self.kind].audience

    @property
    def urgent(self) -> bool:
        """Whether it goes out at once at any hour."""
        return NOTICES[self.kind].urgent


@dataclass(frozen=True, slots=True)
class Due:
    """What a look at the facts brought up: notices, and the subjects whose episode opened or closed."""

    notices: tuple[Owed, ...] = ()
    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """What was said before: how many episodes a subject had, which are open, and the keys of notices already owed."""

    episodes: Mapping[str, int] = field(default_factory=dict)
    open: frozenset[str] = frozenset()
    steps: frozenset[tuple[str, str, int, str]] = frozenset()

    def next_episode(self, subject: str) -> int:
        """The number of the episode that would open now."""
        return self.episodes.get(subject, 0) + 1


def due(programme: Programme, facts: Facts, on: date, history: History) -> Due:
    """What is owed on a day: risks that opened or were mended, and overrides near their end.

    The risk of a level that is not held any more, because what it rested on was withdrawn, is over without a word.
    """
    return _due(programme, facts, on, history)


def due_after(programme: Programme, before: Facts, on: date, changes: Sequence[Change], history: History) -> Due:
    """What is owed because of changes just made together: who left or returned first, then what is at risk, each once.

    `before` are the facts before all of them. A membership that was bought starts a new year: a level that was at risk
    in the last one, and is not held in this, is over. Raises like `apply`.
    """
    said: list[Due] = []
    facts = before
    for change in changes:
        facts, earlier = apply(facts, change), facts
        said.append(_said(programme, earlier, facts, on, change, history))
    rest = _due(programme, facts, on, history)
    withdrawn = _withdrawn(before, changes)
    if withdrawn:
        rest = _because(rest, withdrawn, frozenset(risk.subject for risk in risks(programme, before, on)))
    return _joined([*said, rest])


def _withdrawn(before: Facts, changes: Sequence[Change]) -> Mapping[str, str]:
    """Who withdrew which credential; of several the first."""
    taken = {(change.person, change.achievement) for change in changes if isinstance(change, Unlink)}
    held = ((person.id, achievement) for person in before.people for achievement in person.achievements)
    found = ({"withdrew": who, "withdrawn": a.credential} for who, a in held if (who, a.id) in taken)
    return next(found, {})


def _because(found: Due, withdrawn: Mapping[str, str], known: Collection[str]) -> Due:
    """What is due, where the risks that were none before say what was withdrawn."""
    said = (
        replace(notice, details={**notice.details, **withdrawn})
        if notice.kind == "at_risk" and notice.subject not in known
        else notice
        for notice in found.notices
    )
    return replace(found, notices=tuple(said))


def _joined(found: Sequence[Due]) -> Due:
    return Due(
        tuple(notice for due in found for notice in due.notices),
        tuple(subject for due in found for subject in due.opened),
        tuple(subject for due in found for subject in due.closed),
    )


def _due(programme: Programme, facts: Facts, on: date, history: History) -> Due:
    found = by_subject(outlooks(programme, facts, on))
    watched = [subject for subject in sorted(history.open) if not subject.startswith(PERSON)]
    opened = [o for o in found.values() if o.status is Status.NOT_MET and o.subject not in history.open]
    mended = [s for s in watched if s in found and found[s].status is Status.MET]
    over = [s for s in watched if s not in found]
    notices = (
        *(_at_risk(outlook, history) for outlook in opened),
        *(_mended(found[subject], history) for subject in mended),
        *(n for override in facts.overrides for n in _override_ending(override, on) if n.key not in history.steps),
    )
    return Due(notices, tuple(o.subject for o in opened), (*mended, *over))


def _said(programme: Programme, before: Facts, facts: Facts, on: date, change: Change, history: History) -> Due:
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


def next_look(programme: Programme, facts: Facts, after: date) -> date | None:
    """The first day after a given one on which something may be due; None when nothing is known to change."""
    return next_change(programme, facts, after, _override_days(facts))


def _override_days(facts: Facts) -> Iterator[date]:
    """Every day on which a notice about an override is due."""
    for override in facts.overrides:
        yield from (override.until - timedelta(days=lead) for lead in OVERRIDE_LEAD_DAYS)


def _at_risk(outlook: Outlook, history: History) -> Owed:
    details = {"at": outlook.anniversary.isoformat(), "level": outlook.level}
    if outlook.short_from is not None:
        details["from"] = outlook.short_from.isoformat()
    if isinstance(outlook, LevelOutlook):
        details |= {"competency": outlook.competency, "missing": _missing(outlook), **_cause(outlook)}
    return Owed("at_risk", outlook.subject, history.next_episode(outlook.subject), "opened", details)


def _missing(outlook: LevelOutlook) -> str:
    return str(outlook.then.nearest.people_missing) if outlook.then is not None else "0"


def _cause(outlook: LevelOutlook) -> Mapping[str, str]:
    """What lapses on the first day without the level; of several one that somebody can name."""
    if not outlook.causes:
        return {}
    first = next((cause for cause in outlook.causes if cause.person is not None), outlook.causes[0])
    named = {"cause": first.kind, "person": first.person, "credential": first.credential, "override": first.override}
    return {key: value for key, value in named.items() if value is not None}


def _mended(outlook: Outlook, history: History) -> Owed:
    details = {"at": outlook.anniversary.isoformat(), "level": outlook.level}
    if isinstance(outlook, LevelOutlook):
        details["competency"] = outlook.competency
    return Owed("mended", outlook.subject, history.episodes.get(outlook.subject, 1), "closed", details)


def _override_ending(override: Override, on: date) -> Iterable[Owed]:
    """The latest lead day that has come since the override was recorded; earlier ones that were missed are not told.

    Its end is told late rather than never, where the clock or the bot stood still over it.
    """
    recorded = override.grant.recorded_on or override.since
    left = (override.until - on).days
    steps = [lead for lead in OVERRIDE_LEAD_DAYS if left <= lead and override.until - timedelta(days=lead) > recorded]
    if left < -OVERRIDE_LATE_DAYS or not steps or override.id is None:
        return
    details = {"override": override.id, "until": override.until.isoformat()}
    yield Owed("override_ending", f"override/{override.id}", override.until.toordinal(), str(min(steps)), details)


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
