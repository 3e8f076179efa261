"""From a reading to a question, and to the questions that may have been meant where the words do not decide it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Literal, cast

from handlers.grammar.found import Reading
from handlers.grammar.intents import Rule
from handlers.grammar.rules import RULES
from handlers.grammar.words import Cue
from handlers.requests import Intent, Language, Question

MOST_CANDIDATES = 3
_SLOTS = ("programme", "competency", "area", "level", "credential")
_OPENABLE = frozenset({*_SLOTS, "on", "until"})
_COMPLETED: frozenset[Intent] = frozenset({"need", "status", "contributors", "risk", "next"})
_BORROWED = frozenset({"competency", "area", "level"})
PLACES = frozenset({"competency", "area"})
_ASKS_OF_LEVEL = frozenset({Cue.NEED, Cue.STATUS, Cue.COUNT, Cue.RISK, Cue.NEXT, Cue.SHOULD})
_FOR_PLACES: tuple[Intent, ...] = ("need", "status", "contributors")
UNPASSED = frozenset({Cue.NOT, Cue.WITHOUT, Cue.WILL, Cue.WISH, Cue.IF})
"""Where one of these is said, nobody has passed anything."""
_DATED: dict[Intent, str] = {"need": "on", "status": "on", "whatif": "on", "link": "on", "expiring": "until"}


def slots_of(reading: Reading, rule: Rule) -> frozenset[str]:
    """The slots that the words fill, a date under the name that the rule has for it."""
    slots = {found.slot for found in reading.found}
    if reading.people:
        slots.add("person")
    if reading.dates:
        slots.add(_DATED.get(rule.intent, "on"))
    return frozenset(slots)


def exact(reading: Reading, *, question: bool) -> Rule | None:
    """The rule that accounts for the whole sentence."""
    if reading.left or len(reading.people) > 1 or len(reading.dates) > 1:
        return None
    ideas = reading.ideas
    return next((rule for rule in RULES if rule.holds(ideas, slots_of(reading, rule), question=question)), None)


def near(reading: Reading) -> Iterator[Rule]:
    """The rules that account for a part of the sentence."""
    return (rule for rule in RULES if rule.begins(reading.ideas))


def days_of(reading: Reading, rule: Rule) -> tuple[date | None, ...]:
    """The dates that a rule may mean; (None,) where none is said, nothing where it cannot be read."""
    if not reading.dates or rule.intent not in _DATED:
        return (None,)
    when = reading.dates[0]
    if when.since and rule.intent == "expiring":
        return ()  # it is asked up to which day
    if rule.intent == "link":
        return when.past if len(when.past) > 0 and not when.end else (None,)
    if when.end and (when.until or rule.intent == "expiring"):
        return (when.end,)
    return when.coming


def variants(reading: Reading, rule: Rule, language: Language, *, dated: bool = True) -> list[Question]:
    """Every question that the words leave open; exactly one where they decide. Empty where something is unreadable."""
    options = [_options(reading, slot) if slot in {*rule.slots, "programme"} else [None] for slot in _SLOTS]
    days = days_of(reading, rule) if dated else (None,)
    person = reading.people[0] if reading.people and "person" in rule.slots else None
    change = cast("Literal['leave', 'lose', 'gain'] | None", rule.change)
    day_slot = _DATED.get(rule.intent)
    upgrade = rule.intent == "renewal" and Cue.UPGRADE in reading.ideas
    bare = Question(rule.intent, language, person=person, change=change, upgrade=upgrade)
    return [
        _filled(bare, dict(zip(_SLOTS, chosen, strict=True)), day_slot, day) for chosen, day in _choices(options, days)
    ]


def _choices(
    options: Sequence[Sequence[str | None]], days: Sequence[date | None]
) -> Iterator[tuple[list[str | None], date | None]]:
    return ((list(chosen), day) for chosen in product(*options) for day in days)


def _filled(bare: Question, slots: dict[str, str | None], day_slot: str | None, day: date | None) -> Question:
    return replace(
        bare,
        programme=slots["programme"],
        competency=slots["competency"],
        area=slots["area"],
        level=slots["level"],
        credential=slots["credential"],
        on=day if day_slot == "on" else None,
        until=day if day_slot == "until" else None,
    )


def _options(reading: Reading, slot: str) -> Sequence[str | None]:
    found = reading.named(slot)
    if not found or [entry.ids for entry in reading.found] == [()]:  # an unknown code that is all there is
        return [None]
    return list(dict.fromkeys(identifier for entry in found for identifier in entry.ids))


def completed(question: Question, whole: Reading) -> Question:
    """A question with the level and the place that the sentences around it name: gold, devops: what is missing?"""
    if question.intent not in _COMPLETED or question.credential or question.candidates:
        return question
    named = {slot: whole.named(slot) for slot in ("competency", "area", "level")}
    sure = {slot: found[0].ids[0] for slot, found in named.items() if len(found) == 1 and found[0].sure}
    places = [] if question.competency or question.area else [slot for slot in ("competency", "area") if slot in sure]
    levels = ["level"] if question.level is None and "level" in sure else []
    slots = {slot: sure[slot] for slot in (*places[:1], *levels)}
    return replace(
        question,
        competency=slots.get("competency", question.competency),
        area=slots.get("area", question.area),
        level=slots.get("level", question.level),
    )


def borrowed(part: Reading, whole: Reading) -> Reading:
    """A sentence that asks about a level without a place, with the level, place and day that the others name."""
    own = {found.slot for found in part.found}
    others = [found for found in whole.found if found.slot in _BORROWED - own and found.sure]
    if part.left or own & PLACES or not part.ideas & _ASKS_OF_LEVEL or len({f.slot for f in others}) < len(others):
        return part
    return replace(part, found=[*part.found, *others], dates=part.dates or (whole.dates if others else []))


def undecided(reading: Reading) -> frozenset[str]:
    """The slots for which the words name something that is only near, with something to choose from."""
    return frozenset(found.slot for found in reading.found if not found.sure and found.ids)


def common(questions: Sequence[Question], undecided_slots: frozenset[str]) -> Question:
    """What several questions agree on; where they differ, or were only near, the slot is None."""
    first = questions[0]
    differing = {name for name in _OPENABLE if len({getattr(q, name) for q in questions}) > 1}
    kept = {name: value for name in _OPENABLE - differing - undecided_slots if (value := getattr(first, name))}
    return Question(
        first.intent, first.language, person=first.person, change=first.change, upgrade=first.upgrade, **kept
    )


def guesses(reading: Reading, language: Language) -> list[Question]:
    """For a sentence that nothing accounts for: the nearest questions about what it names."""
    rules = [*near(reading), *_for_slots(reading)]
    if reading.ideas & UNPASSED:
        rules = [rule for rule in rules if rule.intent != "link"]
    found = (
        variant for rule in rules for variant in variants(reading, rule, language, dated=False)[:2] if _says(variant)
    )
    return list(dict.fromkeys(found))


def _for_slots(reading: Reading) -> Iterable[Rule]:
    slots = {found.slot for found in reading.found}
    wanted: tuple[Intent, ...] = ("contributors", "link") if "credential" in slots else ()
    wanted += _FOR_PLACES if slots & {"competency", "area", "level"} else ()
    return [next(rule for rule in RULES if rule.intent == intent and _fits(rule, slots)) for intent in wanted]


def _fits(rule: Rule, slots: set[str]) -> bool:
    return bool(rule.slots & slots) and Cue.NOT not in frozenset().union(*rule.needs)


def _says(question: Question) -> bool:
    slots = (question.competency, question.area, question.level, question.credential, question.person)
    return any(slots) and (question.intent != "whatif" or bool(question.person or question.credential))
