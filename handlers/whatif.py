"""What would be if somebody left, or a credential were lost or gained: now, and at the anniversary."""

from collections.abc import Iterator
from datetime import date

from domain.facts import Facts
from domain.forecast import horizon
from domain.membership_years import open_after
from domain.risk import risks
from domain.standing import standing
from domain.whatif import NEWCOMER, Supposed, if_gained, if_leaves, if_lost
from handlers.effects import Effect, effects
from handlers.errors import RefusedError
from handlers.expiring import about_person
from handlers.finding import person_of
from handlers.forecast import known_to
from handlers.render.blocks import Button
from handlers.render.effects import effect_lines
from handlers.render.phrases import Phrases
from handlers.render.written import subject_name
from handlers.requests import Question
from handlers.room import Room
from handlers.steps import of_level, question_button, why_button


def whatif(room: Room, question: Question) -> Iterator[list[str] | Button]:
    """Before and after for each level that changes. Raises RefusedError; about people it is for admins, privately."""
    person = None if question.person is None else person_of(room, question.person).id
    if person is not None:
        about_person(room, person)
    facts, on = known_to(room).facts, max(question.on or room.today, room.today)
    supposed = _supposed(room, facts, question, person, on)
    yield [_head(room, question, supposed, on)]
    if not supposed.people:
        yield [room.words.say("whatif.nothing")]
        return
    phrases = Phrases(room.words, room.programme)
    found = _effects(room, facts, supposed.facts, on)
    yield _lines(found, phrases) or [room.words.say("whatif.no_level")]
    yield _then(room, facts, supposed.facts, on)
    yield _risks(room, facts, supposed.facts)
    yield [room.words.say("whatif.nothing_recorded")]
    yield from _steps(room, found)


def _steps(room: Room, found: tuple[Effect, ...]) -> Iterator[Button]:
    """Why the first level stands as it does today that would turn, who counts for it, and what could be taken next."""
    turned = next((effect.after for effect in found if effect.turned), None)
    if turned is None:
        return
    yield why_button(room, of_level((turned.competency, turned.level)))
    counted = Question("contributors", competency=turned.competency, level=turned.level)
    yield question_button(room, counted, "button.counts")
    taken = Question("next", competency=turned.competency, level=turned.level)
    yield question_button(room, taken, "button.next_there", 1)


def _supposed(room: Room, facts: Facts, question: Question, person: str | None, on: date) -> Supposed:
    match question:
        case Question(change="leave") if person is not None:
            return if_leaves(facts, person, on)
        case Question(change="lose", credential=str(credential)):
            return if_lost(facts, credential, on, person)
        case Question(change="gain", credential=str(credential)):
            return if_gained(room.programme, facts, credential, on, person)
        case _:
            raise RefusedError("whatif.form")


def _head(room: Room, question: Question, supposed: Supposed, on: date) -> str:
    """What is supposed: whom it concerns by name where that may be said, else how many they are."""
    words, phrases = room.words, Phrases(room.words, room.programme)
    who = _who(room, question, supposed)
    lost = question.change == "lose"
    if on == room.today:
        day = words.say("whatif.from_today" if lost else "whatif.today")
    else:
        day = words.say("whatif.from" if lost else "whatif.on", day=words.date(on))
    code = phrases.credential(question.credential, with_title=False) if question.credential else ""
    named = "one" if question.person is not None else "any"
    key = "whatif.leave" if question.change == "leave" else f"whatif.{question.change}.{named}"
    return words.say(key, who=who, code=code, day=day, n=len(supposed.people))


def _who(room: Room, question: Question, supposed: Supposed) -> str:
    if question.person is not None:
        person = person_of(room, question.person).id
        return room.words.say("people.you") if person == room.own else room.name(person) or ""
    said = [name for person in supposed.people if person != NEWCOMER and (name := room.name(person)) is not None]
    return room.words.say("whatif.names", who=room.words.both(said)) if said else ""


def _effects(room: Room, before: Facts, after: Facts, on: date) -> tuple[Effect, ...]:
    found = (standing(room.programme, facts, on) for facts in (before, after, after.alone))
    return effects(*found)


def _lines(found: tuple[Effect, ...], phrases: Phrases) -> list[str]:
    return effect_lines(found, phrases)


def _then(room: Room, before: Facts, after: Facts, on: date) -> list[str]:
    """The levels that would be another at the anniversary; once that has passed, until when a renewal is possible."""
    open_ = open_after(room.programme, before.membership, on)
    if open_ is not None:
        said = {"at": room.words.date(open_.anniversary), "closes": room.words.date(open_.shown_until)}
        return [room.words.say("whatif.window", **said)]
    if before.membership is None or before.membership.anniversary <= on:
        return []
    day = horizon(before, on)
    turned = tuple(effect for effect in _effects(room, before, after, day) if effect.turned)
    lines = _lines(turned, Phrases(room.words, room.programme))
    key = "whatif.then" if lines else "whatif.same_then"
    return [room.words.say(key, day=room.words.date(day)), *lines]


def _risks(room: Room, before: Facts, after: Facts) -> list[str]:
    """What would newly be at risk, and what no longer."""
    was, now = ({risk.subject for risk in risks(room.programme, facts, room.today)} for facts in (before, after))
    phrases = Phrases(room.words, room.programme)
    told = (("whatif.at_risk", now - was), ("whatif.no_longer", was - now))
    return [
        room.words.say(key, what=room.words.both(subject_name(subject, phrases) for subject in sorted(found)))
        for key, found in told
        if found
    ]
