"""A few words that go on from the question before: "and for Silver?", "und ohne Ada?", "who?"."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from types import MappingProxyType

from handlers.grammar.candidates import days_of
from handlers.grammar.found import Reading
from handlers.grammar.intents import Rule
from handlers.grammar.rules import RULES
from handlers.grammar.words import Cue
from handlers.requests import Intent, Question

ABOUT_LEVELS: frozenset[Intent] = frozenset({"need", "status", "contributors"})
FOLLOWED: frozenset[Intent] = ABOUT_LEVELS | {"expiring", "risk", "renewal", "overrides", "benefits", "next", "whatif"}
"""What may be gone on from."""
_NAMED = ("competency", "area", "level", "credential")
_PLACES = ("competency", "area")
_BESIDE = frozenset({Cue.WHAT, Cue.HOW, Cue.BE, Cue.WE, Cue.DO, Cue.ANY, Cue.SHOW, Cue.CENTRE})
_TURNS: Mapping[Cue, frozenset[Cue]] = MappingProxyType(
    {
        Cue.WHO: frozenset({Cue.WHO, Cue.COUNT}),
        Cue.NEED: frozenset({Cue.NEED}),
        Cue.WHY: frozenset({Cue.WHY, Cue.NOT}),
    }
)
"""The words that turn to another question about the same, with what may stand beside them."""


def lacks_place(question: Question) -> bool:
    """Whether a question about a level cannot be answered without the place that was spoken of before."""
    named = (question.competency, question.area, question.credential, question.programme)
    return question.intent in {"need", "contributors"} and not any(named) and not question.candidates


def placed(question: Question, last: Question) -> Question:
    """The question about what the one before was about, at its level where it names none."""
    if last.intent not in FOLLOWED or not (last.competency or last.area):
        return question
    level = question.level or last.level
    return replace(question, programme=last.programme, competency=last.competency, area=last.area, level=level)


def followed(reading: Reading, last: Question, speaker: str) -> list[Question]:
    """What a few words may mean after a question; empty where they do not go on from it. `speaker` is "me"."""
    if last.intent not in FOLLOWED or reading.left or len(reading.people) > 1 or len(reading.dates) > 1:
        return []
    turned = _without(reading, last) if Cue.WITHOUT in reading.ideas else _turned(reading, last)
    return [] if turned is None else list(dict.fromkeys(_merged(reading, turned, speaker)))


def _without(reading: Reading, last: Question) -> Question | None:
    if not reading.people or reading.ideas - _BESIDE != {Cue.WITHOUT}:
        return None
    return Question("whatif", last.language, programme=last.programme, change="leave", on=last.on)


def _turned(reading: Reading, last: Question) -> Question | None:
    """The question before, or another one about the same where a word turns to it."""
    ideas = reading.ideas - _BESIDE - {Cue.MY}
    turn = next((cue for cue, beside in _TURNS.items() if cue in ideas and ideas <= beside), None)
    said = bool(reading.found or reading.dates or reading.people or Cue.MY in reading.ideas)
    if turn is None:
        return last if said and not ideas else None
    if last.intent == "risk" and turn is Cue.WHY:
        return last
    if last.intent not in {*ABOUT_LEVELS, "risk", "benefits"}:
        return None
    intent: Intent = "contributors" if turn is Cue.WHO else "need"
    on = last.on if intent == "need" else None
    return Question(intent, last.language, last.programme, last.competency, last.area, last.level, on=on)


def _merged(reading: Reading, last: Question, speaker: str) -> Iterator[Question]:
    """The question with what the words name in the place of what it named."""
    named = {slot: found for slot in _NAMED if (found := reading.named(slot))}
    said = {*named, *(["person"] if reading.people or Cue.MY in reading.ideas else [])}
    rule = _rule_for(last)
    if not said <= rule.slots or any(len(found) > 1 or not found[0].ids for found in named.values()):
        return
    if reading.dates and not {"on", "until"} & rule.slots:
        return
    until = "until" in rule.slots
    days = days_of(reading, rule) if reading.dates else (last.until if until else last.on,)
    choices = [dict(zip(named, ids, strict=True)) for ids in product(*(found[0].ids for found in named.values()))]
    for chosen, day in product(choices, days):
        question = _named(last, chosen)
        person = reading.people[0] if reading.people else speaker if Cue.MY in reading.ideas else last.person
        yield replace(question, person=person, on=None if until else day, until=day if until else None)


def _named(last: Question, said: Mapping[str, str]) -> Question:
    if said.keys() & {*_PLACES, "credential"} and last.intent != "whatif":
        last = replace(last, competency=None, area=None, credential=None)
    if "credential" in said and last.intent == "contributors":
        last = replace(last, level=None)
    return replace(
        last,
        competency=said.get("competency", last.competency),
        area=said.get("area", last.area),
        level=said.get("level", last.level),
        credential=said.get("credential", last.credential),
        candidates=(),
    )


def _rule_for(question: Question) -> Rule:
    """All that questions with this intent may name, as one rule."""
    rules = [rule for rule in RULES if rule.intent == question.intent and rule.change in {None, question.change}]
    return replace(rules[0], slots=frozenset().union(*(rule.slots for rule in rules)))
