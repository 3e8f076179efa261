"""The buttons that lead on from any answer: why a level stands so, who is nearest to it, and a question about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from domain.forecast import LevelKey
from handlers import asking
from handlers.render.blocks import Button
from handlers.render.help import ask_button
from handlers.requests import Question
from handlers.room import Room

WHY, NEAREST, LAPSE, PICTURE = "why", "nearest", "lapse", "picture_need"
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class About:
    """What a button is about: a competency, one of its levels or all, and a day where another than today was asked.

    Without a competency it is about all of them.
    """

    competency: str | None
    level: str | None
    on: date | None

    @property
    def value(self) -> str:
        """As a button carries it."""
        return f"{self.competency or NOTHING} {self.level or NOTHING} {self.on.isoformat() if self.on else NOTHING}"


def why_button(room: Room, about: About) -> Button:
    """The button that shows the rule's tree, with what is met and missing on the day."""
    return Button(room.words.say("button.why"), WHY, _value(room, about))


def nearest_button(room: Room, about: About) -> Button:
    """The button that shows who is nearest to what is missing."""
    return Button(room.words.say("button.nearest"), NEAREST, _value(room, about))


def lapse_button(room: Room, about: About) -> Button:
    """The button that shows what is known to come."""
    return Button(room.words.say("button.lapse"), LAPSE, _value(room, about))


def picture_button(room: Room, about: About) -> Button:
    """The button that draws how points went."""
    return Button(room.words.say("button.picture"), PICTURE, _value(room, about))


def question_button(room: Room, question: Question, label: str, number: int = 0) -> Button:
    """The button that asks a question as if it had been typed; `number` tells it from others under the same answer."""
    return ask_button(asking.typed(question, room), room.words.say(label), number, room.words)


def override_steps(room: Room, levels: Sequence[LevelKey]) -> Iterator[Button]:
    """What leads on from overrides of levels: why the first one would not stand without, and who is nearest to it."""
    for key in levels[:1]:
        yield why_button(room, of_level(key))
        yield nearest_button(room, of_level(key))


def of_level(key: LevelKey, on: date | None = None) -> About:
    """One level."""
    competency, level = key
    return About(competency, level, on)


def _value(room: Room, about: About) -> str:
    return room.carried(f"{room.words.language} {about.value}")
