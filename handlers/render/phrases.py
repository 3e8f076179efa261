"""Words for the parts of a rule: what one person must hold, what a figure shows, how far away something is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.conditions import Status
from domain.dates import Month
from domain.gaps import credentials_in
from domain.programme import Option, Programme
from domain.requirements import EachOf, Flag, Holds, LevelHeld, OneOf, PersonExpression
from domain.standing import BranchStanding
from handlers.words import Words, escape

ICONS: Mapping[Status, str] = {Status.MET: "✅", Status.NOT_MET: "❌", Status.NOT_KNOWN: "❔"}
MOST_WITH_TITLES = 3
MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words for one programme in one language."""

    words: Words
    programme: Programme
    most: int = MOST_NAMED

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", self.words.within(self.programme))

    def competency(self, competency: str) -> str:
        """Its name."""
        return escape(self.words.name(self.programme.competencies[competency].name))

    def level(self, level: str) -> str:
        """Its name."""
        return escape(self.words.name(self.programme.levels[level]))

    def in_competency(self, competency: str, level: str) -> str:
        """Gold in Cloud Platform."""
        return self.words.say("level.in_competency", level=self.level(level), competency=self.competency(competency))

    def option(self, option: Option) -> str:
        """Its name."""
        return escape(self.words.name(option.name))

    def people(self, people: Iterable[str], names: Mapping[str, str], own: str | None) -> str:
        """People as the reader may know them: the reader as "you", others by name, and a number for the rest."""
        listed = list(people)
        named = [names[p] for p in listed if p in names and p != own]
        shown = [*([self.words.say("people.you")] if own in listed else []), *named][: self.most]
        rest = len(listed) - len(shown)
        if not shown:
            return self.words.say("people.number", n=rest)
        return self.words.both([*shown, *([self.words.say("people.others", n=rest)] if rest else [])])

    def credential(self, credential: str, *, with_title: bool = True) -> str:
        """An exam by its code, with its title where there is room; anything else by its title.

        By its code alone where it is of another programme.
        """
        known = self.programme.credentials.get(credential)
        if known is None:
            return escape(credential)
        if known.kind != "exam":
            return escape(known.title)
        return escape(f"{known.id} ({known.title})" if with_title else known.id)

    def asks(self, expression: PersonExpression) -> str:
        """What one person must hold."""
        return self._asks(expression, with_titles=len(credentials_in(expression)) <= MOST_WITH_TITLES)

    def _asks(self, expression: PersonExpression, *, with_titles: bool) -> str:
        match expression:
            case Holds(credential, accepted_until):
                name = self.credential(credential, with_title=with_titles)
                if accepted_until is None:
                    return name
                return self.words.say("asks.until", credential=name, day=self.words.day(accepted_until))
            case EachOf(parts):
                return self._joined(flat(parts, EachOf), "both", "asks.plus", with_titles=with_titles)
            case OneOf(parts):
                return self._joined(flat(parts, OneOf), "either", "asks.or_else", with_titles=with_titles)

    def _joined(self, parts: Sequence[PersonExpression], how: str, key: str, *, with_titles: bool) -> str:
        """The single credentials as one list, and each compound part after it."""
        simple = [self._asks(p, with_titles=with_titles) for p in parts if isinstance(p, Holds)]
        compound = [self._inner(p, with_titles=with_titles) for p in parts if not isinstance(p, Holds)]
        listed = self.either(simple) if how == "either" else self.both(simple)
        said = [*([listed] if listed else []), *compound]
        text = said[0]
        for more in said[1:]:
            text = self.words.say(key, first=text, second=more)
        return text

    def _inner(self, part: PersonExpression, *, with_titles: bool) -> str:
        """A compound part inside another one."""
        said = self._asks(part, with_titles=with_titles)
        return self.words.say("asks.one_of", items=said) if isinstance(part, OneOf) else said

    def either(self, items: Sequence[str]) -> str:
        """A, B or C; a long list ends with how many others there are."""
        return self.words.either(self.few(items))

    def both(self, items: Sequence[str]) -> str:
        """A, B and C; a long list ends with how many others there are."""
        return self.words.both(self.few(items))

    def few(self, items: Sequence[str]) -> list[str]:
        """The first items, and how many others there are."""
        if len(items) <= self.most + 1:
            return list(items)
        return [*items[: self.most], self.words.say("list.more", n=len(items) - self.most)]

    def month(self, month: Month) -> str:
        """December 2017."""
        return self.words.month(month.first_day)

    def distance(self, branch: BranchStanding) -> str:
        """How far away a way is, in one line."""
        if branch.status is Status.MET:
            return self.words.status(Status.MET)
        unmet = [c.condition for c in branch.conditions if c.status is Status.NOT_MET]
        flags, levels = (sum(isinstance(condition, kind) for condition in unmet) for kind in (Flag, LevelHeld))
        unknown = sum(c.status is Status.NOT_KNOWN for c in branch.conditions)
        counted = (
            ("distance.people", branch.people_missing),
            ("distance.figures", len(unmet) - flags - levels),
            ("distance.flags", flags),
            ("distance.levels", levels),
            ("distance.unknown", unknown),
        )
        return ", ".join(self.words.say(key, n=n) for key, n in counted if n)


def flat(parts: Iterable[PersonExpression], kind: type[EachOf] | type[OneOf]) -> list[PersonExpression]:
    """The parts, with nested groups of the same kind opened; groups of one part are that part."""
    found: list[PersonExpression] = []
    for part in parts:
        if isinstance(part, EachOf | OneOf) and (isinstance(part, kind) or len(part.parts) == 1):
            found.extend(flat(part.parts, kind))
        else:
            found.append(part)
    return found
