"""Which certifications expire until a day, and which of them a level depends on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from domain.dates import Month
from domain.forecast import ForecastDay
from domain.timeline import Lapse
from handlers.finding import person_of
from handlers.forecast import ForecastAnswer, answer_for
from handlers.render.blocks import Button
from handlers.render.charts import MOST_POINTS, chart
from handlers.render.lapses import Lapses
from handlers.render.phrases import Phrases
from handlers.replies import Block
from handlers.requests import Question
from handlers.room import Room
from handlers.steps import of_level, question_button, why_button
from handlers.tabled import Asked, list_buttons

USUAL = timedelta(days=90)
ENDS = frozenset({"expired", "no_longer_accepted"})
MOST_DAYS = 10
PICTURE = "picture_expiring"
NOTHING = "-"


def expiring(room: Room, question: Question, *, drawn: bool = False) -> Iterator[list[str] | Block | Button]:
    """Each date with what expires, and the levels that it costs; drawn, or with the button that has it drawn.

    Raises RefusedError.
    """
    person = None if question.person is None else person_of(room, question.person).id
    if person is not None:
        about_person(room, person)
    until = question.until or room.today + USUAL
    found, days = expiring_days(room, question, person)
    yield [_head(room, days, until, _about(room, question.competency, person))]
    pictures = list(_picture(room, days, until))
    if drawn:
        yield from pictures
    lapses = Lapses(Phrases(room.words, room.programme), found.names, found.own)
    yield [line for day in days[:MOST_DAYS] for line in lapses.day(day)]
    more = len(days) > MOST_DAYS
    if more:
        yield [room.words.say("expiring.more", n=len(days) - MOST_DAYS)]
    if days and not any(day.turns for day in days):
        yield [room.words.say("expiring.calm")]
    if pictures and not drawn and person is None:
        yield _button(room, question)
    if days and person is None:
        about = (question.competency or NOTHING, until.isoformat())
        asked = Asked("expiring", about, (days[MOST_DAYS - 1].on.isoformat(),) if more else ())
        yield from list_buttons(room, asked, more=more)
    yield from _steps(room, days)


def _steps(room: Room, days: list[ForecastDay]) -> Iterator[Button]:
    """Why the first level is lost that is, on that day; and what is at risk."""
    lost = next(((turn, day.on) for day in days for turn in day.turns), None)
    if lost is not None:
        turn, on = lost
        yield why_button(room, of_level((turn.competency, turn.level), on))
    if days:
        yield question_button(room, Question("risk"), "button.risk")


def expiring_days(
    room: Room, question: Question, person: str | None = None
) -> tuple[ForecastAnswer, list[ForecastDay]]:
    """Each date on which something expires, with that alone; of one person alone where they are named."""
    found = answer_for(room, question.until or room.today + USUAL, question.competency)
    return found, [day for day in (_of(day, person) for day in found.forecast.days) if day.lapses]


def _button(room: Room, question: Question) -> Button:
    until = question.until.isoformat() if question.until else NOTHING
    value = f"{room.words.language} {question.competency or NOTHING} {NOTHING} {until}"
    return Button(room.words.say("button.picture"), PICTURE, room.carried(value))


def _picture(room: Room, days: list[ForecastDay], until: date) -> Iterator[Block]:
    """How many certifications expire in each month, where there are several months to compare."""
    first, last = Month.of(room.today), Month.of(until)
    months = [first.plus(count) for count in range(MOST_POINTS + 1) if first.plus(count) <= last]
    falls = Counter(Month.of(day.on) for day in days for lapse in day.lapses)
    if len(falls) > 1 and len(months) <= MOST_POINTS:
        words = room.words
        labels = [words.month(month.first_day) for month in months]
        series = {words.say("expiring.series"): [falls[month] for month in months]}
        yield chart("bar", words.say("expiring.chart"), labels, series)


def _of(day: ForecastDay, person: str | None) -> ForecastDay:
    """What expires on a day, and the levels that are lost by it."""
    lapses = tuple(lapse for lapse in day.lapses if lapse.kind in ENDS and _is_of(lapse, person))
    turns = tuple(turn for turn in day.turns if turn.lost and set(turn.causes) & set(lapses))
    return replace(day, lapses=lapses, turns=turns)


def _is_of(lapse: Lapse, person: str | None) -> bool:
    return person is None or lapse.person == person


def _about(room: Room, competency: str | None, person: str | None) -> str | None:
    """Of what, and of whom, it was asked; None where it was of everything."""
    whose = room.words.say("expiring.yours") if person == room.own else room.name(person or "") or ""
    named = [Phrases(room.words, room.programme).competency(competency)] if competency else []
    return ", ".join([*named, *([whose] if person is not None else [])]) or None


def _head(room: Room, days: list[ForecastDay], until: date, about: str | None) -> str:
    words, day = room.words, room.words.date(until)
    if about is None:
        return words.say("expiring.title" if days else "expiring.none", day=day)
    if not days and about == words.say("expiring.yours"):
        return words.say("expiring.none_yours", day=day)
    return words.say("expiring.title_of" if days else "expiring.none_of", day=day, what=about)


def about_person(room: Room, person: str) -> None:
    """Refuse answers about a person to whoever may not know them. Raises RefusedError."""
    room.require("person")
    if person != room.own and room.outcome("person") != "names":
        raise room.refusal("person")
