"""What a form is: its fields, the request that they make, and where each refusal belongs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from handlers.errors import RefusedError
from handlers.requests import Command
from handlers.room import Room

Kind: TypeAlias = Literal[
    "credential",
    "person",
    "competency",
    "level",
    "day",
    "address",
    "text",
    "choice",
    "several",
    "channel",
    "holidays",
    "metric",
    "programme",
    "lines",
    "column",
    "user",
    "users",
]
Values: TypeAlias = Mapping[str, str]
"""What was chosen or typed, by the field; a field that was left empty is absent."""


ABOUT = "about"
"""Under this name stands among the values what the form was opened about."""


@dataclass(frozen=True, slots=True)
class Field:
    """One input. Its id is the id of its block and of its action.

    `initial` is the day that a date picker shows first; `preset` what another field shows first, of several choices
    with commas between them; `shown_for` the choice for which the field is there at all. `hint` says that there are
    words under it.
    """

    id: str
    kind: Kind
    optional: bool = False
    initial: Callable[[Room], date | None] | None = None
    shown_for: str | None = None
    choices: tuple[str, ...] = ()
    hint: bool = False
    preset: Callable[[Room], str] | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A modal that records something.

    Attributes:
        name: its callback id, and the part of its words' keys that is its own.
        fields: its inputs, from top to bottom.
        blank: the request that asks for nothing in particular; who makes it gets the form.
        lead: the message that says how to type it instead.
        request: the request that the values make.
        mistakes: everything about the request that cannot be.
        places: for each refusal that belongs beside a field, that field.
        of_one: whether it records something in one programme, so that of several one has to be chosen first.
    """

    name: str
    fields: tuple[Field, ...]
    blank: Command
    lead: str
    request: Callable[[Values], Command]
    mistakes: Callable[[Room, Command], Iterator[RefusedError]]
    places: Mapping[str, str] = field(default_factory=dict)
    of_one: bool = False

    def shown(self, values: Values) -> tuple[Field, ...]:
        """The fields that are there for what is chosen."""
        chosen = {values.get(each.id, each.choices[0]) for each in self.fields if each.kind == "choice"}
        return tuple(each for each in self.fields if each.shown_for is None or each.shown_for in chosen)

    def missing(self, values: Values) -> Iterator[Field]:
        """The fields that cannot be left empty and are."""
        return (each for each in self.shown(values) if not each.optional and each.id not in values)


def day(values: Values, name: str) -> date | None:
    """The day that a date picker shows."""
    chosen = values.get(name)
    return date.fromisoformat(chosen) if chosen else None
