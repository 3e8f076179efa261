"""A question as a person would type it: for buttons and for what may have been meant."""

from domain.programme import Programme
from handlers.grammar.words import SPEAKERS, Words, fold
from handlers.requests import Question


def as_typed(question: Question, programme: Programme, words: Words) -> str:
    """The question in its language's words. Read again, it is the same question; an unknown one is the empty text."""
    say = _Speaker(question, programme, words)
    form = words.slots["upgrade"] if question.upgrade else words.forms[question.intent]
    return form.format(
        level=say.slot("level", say.level),
        field=say.field,
        credential=say.passed,
        holding=say.holding,
        person=say.person,
        on=say.slot("on", question.on.isoformat() if question.on else None),
        until=say.slot("until", question.until.isoformat() if question.until else None),
        programme=say.programme,
        should=words.slots["should"].format(say.taker),
        event=say.event,
    )


class _Speaker:
    def __init__(self, question: Question, programme: Programme, words: Words) -> None:
        self._question = question
        self._programme = programme
        self._words = words

    def slot(self, name: str, value: str | None) -> str:
        return self._words.slots[name].format(value) if value else ""

    def _name(self, names: dict[str, str], identifier: str) -> str:
        return names.get(self._words.language, identifier)

    @property
    def level(self) -> str | None:
        level = self._question.level
        return self._name(dict(self._programme.levels[level]), level) if level else None

    @property
    def field(self) -> str:
        competency, area = self._question.competency, self._question.area
        if competency:
            name = self._name(dict(self._programme.competencies[competency].name), competency)
            return self.slot("competency", name)
        if area:
            return self._area(area)
        return ""

    def _area(self, area: str) -> str:
        name = next(self._name(dict(entry.name), area) for entry in self._programme.areas if entry.id == area)
        taken = {
            fold(other).replace("-", " ") for c in self._programme.competencies.values() for other in c.name.values()
        }
        slot = "area named like a competency" if fold(name) in taken else "area"
        return self.slot(slot, name)

    @property
    def programme(self) -> str:
        named = self._question.programme
        return self.slot("programme", named and self._name(dict(self._programme.name), named))

    @property
    def _speaks(self) -> bool:
        """Whether the person is whoever speaks, in any language."""
        return self._question.person in SPEAKERS

    @property
    def person(self) -> str:
        return self._words.slots["person who speaks"] if self._speaks else self.slot("person", self._question.person)

    @property
    def passed(self) -> str:
        return self._question.credential or self._words.slots["passed none"]

    @property
    def holding(self) -> str:
        return self.slot("holding", self._question.credential) or self._words.slots["counting"]

    @property
    def taker(self) -> str:
        named = self._question.person
        return self._words.slots["I"] if named is None or self._speaks else named

    @property
    def event(self) -> str:
        question, change = self._question, self._question.change or "leave"
        form = f"{change} of person" if question.person and question.credential else change
        form = f"{change} who speaks" if self._speaks else form
        return self._words.slots[form].format(person=question.person, credential=question.credential)
