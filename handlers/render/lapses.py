"""What falls on a day, in words: who or what, with names only where they may be said."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from domain.conditions import Status
from domain.forecast import ForecastDay, Turn
from domain.standing import LevelStanding
from domain.timeline import Lapse
from handlers.render.effects import lacking, level_name
from handlers.render.phrases import ICONS, Phrases
from handlers.words import escape


@dataclass(frozen=True, slots=True)
class Lapses:
    """The words for what falls, for one reader."""

    phrases: Phrases
    names: Mapping[str, str] = field(default_factory=dict)
    own: str | None = None

    def told(self, lapses: Collection[Lapse]) -> list[str]:
        """What falls on one day, the same of several people in one part of the sentence."""
        return [said for group in self._groups(lapses) for said in self._group(group)]

    def _groups(self, lapses: Collection[Lapse]) -> list[list[Lapse]]:
        found: dict[tuple[str, str | None], list[Lapse]] = {}
        for lapse in lapses:
            single = lapse.override or lapse.of if lapse.kind != "rules_changed" else None
            found.setdefault((lapse.kind, single or lapse.credential), []).append(lapse)
        return list(found.values())

    def _group(self, group: Sequence[Lapse]) -> Iterator[str]:
        first, say = group[0], self.phrases.words.say
        people = [lapse.person for lapse in group if lapse.person is not None]
        code = self.phrases.credential(first.credential, with_title=False) if first.credential else ""
        match first.kind:
            case "left":
                yield say("falls.left", n=len(people), who=self._who(people))
            case "expired":
                yield say("falls.expired", code=code, who=self._who(people))
            case "no_longer_accepted":
                yield say("falls.no_longer_accepted", code=code)
            case "override_ended":
                yield say("falls.override_ended", what=self._overridden(first))
            case "status_ended":
                yield say("falls.status_ended", name=escape((first.of or "").replace("_", " ")))
            case "rules_changed":
                yield say("falls.rules_changed", what=self._competencies(group))
            case "figures":
                yield say("falls.figures", metric=self._metric(first.of))
            case "window":
                yield say("falls.window", what=self._competencies(group))

    def _who(self, people: Sequence[str]) -> str:
        return self.phrases.people(people, self.names, self.own)

    def _overridden(self, lapse: Lapse) -> str:
        if lapse.credential is not None:
            code = self.phrases.credential(lapse.credential, with_title=False)
            return self.phrases.words.say("falls.of_person", code=code, who=self._who([lapse.person or ""]))
        competency, _, level = (lapse.of or "").partition("/")
        return level_name(competency, level, self.phrases)

    def _competencies(self, group: Sequence[Lapse]) -> str:
        return self.phrases.both([self.phrases.competency(lapse.of) for lapse in group if lapse.of is not None])

    def _metric(self, metric: str | None) -> str:
        known = self.phrases.programme.metrics.get(metric or "")
        return escape(self.phrases.words.name(known.name)) if known else escape(metric or "")

    def day(self, day: ForecastDay) -> list[str]:
        """A date of a forecast: what falls, then each level that turns."""
        words = self.phrases.words
        falls = "; ".join(self.told(day.lapses)) or words.say("falls.nothing")
        head = words.say("forecast.costly" if day.costly else "forecast.day", day=words.date(day.on), what=falls)
        return [head, *(self.turn(turn) for turn in day.turns)]

    def turn(self, turn: Turn) -> str:
        """A level: met → not met, and what it lacks then."""
        words = self.phrases.words
        said = {"level": level_name(turn.competency, turn.level, self.phrases), "before": self._outcome(turn.before)}
        after = self._outcome(turn.after)
        icon = ICONS[turn.now] if turn.now is not None else ICONS[Status.NOT_KNOWN]
        lacks = lacking(turn.after.nearest.nearest, self.phrases) if turn.after and turn.now is Status.NOT_MET else ""
        if lacks:
            after = words.say("forecast.lacks", status=after, what=lacks)
        return words.say("forecast.turn", icon=icon, after=after, **said)

    def _outcome(self, level: LevelStanding | None) -> str:
        words = self.phrases.words
        return words.say("change.undefined") if level is None else words.status(level.status)
