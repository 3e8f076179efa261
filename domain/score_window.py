"""A score on a day and in its window: it has been reached when it was on one of the days.

No score is kept: people, figures and statuses are dated, so every day of the window can be judged as it was, by the
rules of that day. Only the days are looked at on which something turned, in months in which all who counted on any day
of it would have been enough together.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.conditions import Status, any_of
from domain.dates import Month
from domain.earning import headcount
from domain.evidence import Evidence
from domain.facts import Facts
from domain.points import Score, Track
from domain.programme import Competency, Programme
from domain.roster import Roster
from domain.scoring import (
    ScoreStanding,
    TrackStanding,
    further_people,
    joined,
    outcome,
    people_alike,
    track_standing,
    tracks_of,
)
from domain.timeline import turning_days

DAY = timedelta(days=1)
RANK = {Status.MET: 0, Status.NOT_KNOWN: 1, Status.NOT_MET: 2}


@dataclass(frozen=True, slots=True)
class DatedScore:
    """A score that the rules ask for from a day on."""

    since: date
    score: Score


@dataclass(frozen=True)
class ScoreJudge:
    """Judges the scores of one competency of a company."""

    programme: Programme
    facts: Facts
    competency: Competency

    def standing(self, score: Score, on: date, roster: Roster, dated: Sequence[DatedScore] = ()) -> ScoreStanding:
        """How a score stands on a day.

        `dated` are the scores that the rules asked for until then, this one last; none: this one all the time.
        """
        evidence = Evidence(self.programme, self.facts, on, roster)
        tracks = self._tracks(score, evidence)
        points, today = joined(score, [(track.points, track.status) for track in tracks])
        met_on, before = (on, today) if today is Status.MET else self._before(score, evidence, dated)
        status = any_of([today, before])
        asked = [track.track for track in tracks]
        needed = headcount(score, asked)
        missing = 0 if status is Status.MET else further_people(score, asked, evidence, full=True)
        return ScoreStanding(
            score=score,
            status=status,
            today=today,
            points=points,
            tracks=tracks,
            people_missing=needed if missing is None else missing,
            headcount=needed,
            evidence=evidence,
            met_on=met_on,
            holds_until=score.window.first_without(met_on) if score.window and met_on else None,
            contributors=self._contributors(score, met_on, tracks, dated),
        )

    def last_held(self, score: Score, first: date, last: date, dated: Sequence[DatedScore] = ()) -> date | None:
        """The last day of a time on which a score was reached in its window; None on which it never was.

        Rules, figures and statuses are to stay as they are from the first day to the last. `dated` as for `standing`.
        """
        evidence = self._evidence(first)
        begin = first if score.window is None else score.window.first_day(first)
        for start, end in _stretches(begin, last, dated):
            asked = _asked_on(start, score, dated)
            tracks = tracks_of(asked, evidence)
            if self._together(asked, tracks, start) is not Status.NOT_MET:
                met_on, _ = self._in_stretch(asked, tracks, start, end)
                if met_on is not None:
                    return met_on if score.window is None else min(last, score.window.first_without(met_on) - DAY)
        return None

    def _tracks(self, score: Score, evidence: Evidence) -> tuple[TrackStanding, ...]:
        found = (track_standing(score, track, evidence) for track in tracks_of(score, evidence))
        return tuple(sorted(found, key=lambda track: (RANK[track.status], -track.points.low, -track.points.high)))

    def _contributors(
        self, score: Score, met_on: date | None, tracks: Sequence[TrackStanding], dated: Sequence[DatedScore]
    ) -> tuple[str, ...]:
        """Those by whom the score was reached, or who count today where it was not."""
        if met_on is None or tracks[0].status is Status.MET:
            return tracks[0].contributors
        return self._tracks(_asked_on(met_on, score, dated), self._evidence(met_on))[0].contributors

    def _evidence(self, day: date, since: date | None = None) -> Evidence:
        return Evidence(self.programme, self.facts, since or day, Roster(self.programme, self.facts, day, since))

    def _before(self, score: Score, evidence: Evidence, dated: Sequence[DatedScore]) -> tuple[date | None, Status]:
        """The last earlier day of the window on which the score was reached; and what all of them together say."""
        if score.window is None:
            return None, Status.NOT_MET
        found = Status.NOT_MET
        for first, last in _stretches(score.window.first_day(evidence.on), evidence.on - DAY, dated):
            asked = _asked_on(first, score, dated)
            tracks = tracks_of(asked, evidence)
            if self._together(asked, tracks, first) is not Status.NOT_MET:
                met_on, status = self._in_stretch(asked, tracks, first, last)
                if met_on is not None:
                    return met_on, Status.MET
                found = any_of([found, status])
        return None, found

    def _in_stretch(self, score: Score, tracks: Sequence[Track], first: date, last: date) -> tuple[date | None, Status]:
        found, end = Status.NOT_MET, last
        for day in reversed([first, *self._turns(first, last)]):
            status = self._said(score, tracks, day)
            if status is Status.MET:
                return end, status
            found, end = any_of([found, status]), day - DAY
        return None, found

    def _turns(self, first: date, last: date) -> tuple[date, ...]:
        """The days after one and not later than another on which anything turns."""
        turns = self.facts.score_memory.turns(
            self.competency.id, lambda: turning_days(self.programme, self.facts, self.competency, date.min, date.max)
        )
        return turns[bisect_right(turns, first) : bisect_right(turns, last)]

    def _said(self, score: Score, tracks: Sequence[Track], day: date) -> Status:
        """What a score came to on one day."""
        names = tuple(track.id for track in tracks)

        def work_out() -> Status:
            evidence = self._evidence(day)
            alike = people_alike(tracks, evidence)
            if alike is None:
                return outcome(score, tracks, evidence)[1]
            # On days of one month figures show the same: only who holds what can make a difference.
            key = (names, Month.of(day), alike)
            return self.facts.score_memory.said(score, key, lambda: outcome(score, tracks, evidence)[1])

        return self.facts.score_memory.said(score, (names, day), work_out)

    def _together(self, score: Score, tracks: Sequence[Track], first: date) -> Status:
        """What it would have come to at best in the month of a day: everybody who counted on any day of it, at once."""
        last = Month.of(first).plus(1).first_day - DAY
        key = (tuple(track.id for track in tracks), first, last)
        return self.facts.score_memory.said(score, key, lambda: outcome(score, tracks, self._evidence(last, first))[1])


def _asked_on(day: date, score: Score, dated: Sequence[DatedScore]) -> Score:
    """The score that the rules of a day ask for."""
    return next((each.score for each in reversed(dated) if each.since <= day), dated[0].score if dated else score)


def _stretches(first: date, last: date, dated: Sequence[DatedScore]) -> Iterator[tuple[date, date]]:
    """The parts of a time that lie in one month and under one version of the rules, the last one first."""
    starts = {first, *(each.since for each in dated if first < each.since <= last)}
    month = Month.of(first)
    while month.plus(1).first_day <= last:
        month = month.plus(1)
        starts.add(month.first_day)
    end = last
    for start in sorted(starts, reverse=True):
        if start <= end:
            yield start, end
            end = start - DAY
