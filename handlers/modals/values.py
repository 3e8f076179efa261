"""What people chose and typed in a modal, out of the state that Slack sends."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from handlers.modals.form import Field, Form, Values

State: TypeAlias = Mapping[str, object]
LONGEST = 3000
TYPED = ("selected_date", "selected_conversation", "selected_user", "value")


def values_of(form: Form, state: State) -> Values:
    """The values of the form's fields; what no field of ours sends is left out."""
    return dict(_found(form, state))


def _found(form: Form, state: State) -> Iterator[tuple[str, str]]:
    for field in form.fields:
        block = state.get(field.id)
        element = block.get(field.id) if isinstance(block, Mapping) else None
        value = _value(element) if isinstance(element, Mapping) else ""
        if value and _can_be(field, value):
            yield field.id, value


def _can_be(field: Field, value: str) -> bool:
    """Whether the field can hold this: a day, one or several of its choices, or any text."""
    if field.kind in {"choice", "several"}:
        return {*value.split(",")} <= {*field.choices}
    return field.kind != "day" or _is_day(value)


def _value(element: Mapping[str, object]) -> str:
    several, option = element.get("selected_options"), element.get("selected_option")
    users = element.get("selected_users")
    if isinstance(users, Sequence) and not isinstance(users, str):
        return ",".join(str(user) for user in users)[:LONGEST]
    if isinstance(several, Sequence):
        return ",".join(str(each.get("value")) for each in several if isinstance(each, Mapping))[:LONGEST]
    if isinstance(option, Mapping):
        found = option.get("value")
    else:
        found = next((element[name] for name in TYPED if element.get(name)), None)
    return found.strip()[:LONGEST] if isinstance(found, str) else ""


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
