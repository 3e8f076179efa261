"""Modals as Slack takes them, within its limits."""

from collections.abc import Iterator, Sequence

from handlers.calendars import holidays_name
from handlers.incoming import likely
from handlers.listing import header_said
from handlers.modals.form import ABOUT, Field, Form, Values
from handlers.render.blocks import MOST_IN_MESSAGE, fitting, section
from handlers.replies import Block, Option, Reply, Surface
from handlers.requests import Language
from handlers.room import Room
from handlers.words import Words

MOST_IN_TITLE = 24
MOST_IN_MODAL = 100
MOST_OPTIONS = 100
MOST_IN_OPTION = 75
LONGEST_NOTE = 500
BARE = {"user": "users_select", "users": "multi_users_select", "address": "url_text_input"}
"""Inputs that need nothing but their type."""
LONGEST_LINES = 3000
NOT_SAID = frozenset({"actions", "data_visualization", "data_table", "table"})
"""Blocks of an answer that a modal leaves out: it has nobody to go on with, and Slack takes no pictures there."""


def form_view(room: Room, form: Form, values: Values | None = None, origin: str = "") -> Surface:
    """A form, with the fields that are there for what is chosen; what was typed in them stays."""
    words = room.words
    known = {**(values or {}), ABOUT: origin}
    blocks = [_input(room, form, field, known) for field in form.shown(known)]
    return {
        "type": "modal",
        "callback_id": form.name,
        "private_metadata": room.carried(f"{words.language} {origin}".rstrip()),
        "title": plain(words.say(f"form.{form.name}"), MOST_IN_TITLE),
        "submit": plain(words.say("form.submit"), MOST_IN_TITLE),
        "close": plain(words.say("form.cancel"), MOST_IN_TITLE),
        "blocks": blocks,
    }


def said_view(reply: Reply, words: Words, title: str = "form.said") -> Surface:
    """What a reply says, as a modal without inputs."""
    blocks = [block for block in reply.blocks if block["type"] not in NOT_SAID] or [section(reply.text, words)]
    return {
        "type": "modal",
        "title": plain(words.say(title), MOST_IN_TITLE),
        "close": plain(words.say("form.done"), MOST_IN_TITLE),
        "blocks": fitting(blocks, MOST_IN_MODAL, MOST_IN_MESSAGE, words),
    }


def wait_view(words: Words) -> Surface:
    """That the answer takes a moment, and appears here."""
    return said_view(Reply(words.say("form.wait")), words, "form.wait_title")


def carried(metadata: str) -> tuple[Language, str]:
    """What a form remembers: its language, and where it was opened from."""
    language, _, origin = metadata.partition(" ")
    return "de" if language == "de" else "en", origin


def plain(text: str, most: int) -> Block:
    """A text without formatting, cut where it is too long."""
    return {"type": "plain_text", "text": text if len(text) <= most else text[: most - 1] + "…", "emoji": True}


def option(text: str, value: str, note: str = "") -> Option:
    """A choice in a menu, with a note under it."""
    made: Option = {"text": plain(text, MOST_IN_OPTION), "value": value}
    return made | ({"description": plain(note, MOST_IN_OPTION)} if note else {})


def _input(room: Room, form: Form, field: Field, values: Values) -> Block:
    say = room.words.say
    made: Block = {
        "type": "input",
        "block_id": field.id,
        "label": plain(say(f"field.{form.name}.{field.id}"), 2000),
        "element": {"action_id": field.id} | dict(_element(room, form, field, values)),
        "optional": field.optional,
    }
    if field.kind == "choice" and any(other.shown_for is not None for other in form.fields):
        made["dispatch_action"] = True
    return made | ({"hint": plain(say(f"hint.{form.name}.{field.id}"), 2000)} if field.hint else {})


def _element(room: Room, form: Form, field: Field, values: Values) -> Iterator[tuple[str, object]]:
    words = room.words
    preset = field.preset(room) if field.preset is not None else ""
    match field.kind:
        case "several" | "channel" | "holidays":
            yield from _chosen(room, form, field, preset)
        case "credential" | "person":
            yield from (("type", "external_select"), ("min_query_length", 0))
            yield "placeholder", plain(words.say(f"find.{field.kind}"), 150)
            known = room.programme.credentials.get(values.get(field.id, "")) if field.kind == "credential" else None
            if known is not None:
                yield "initial_option", option(f"{known.id} {known.title}", known.id)
        case "competency" | "level" | "metric" | "programme":
            yield from _one_of(_named(room, field)[:MOST_OPTIONS], preset)
        case "choice":
            options = [option(words.say(f"choice.{form.name}.{choice}"), choice) for choice in field.choices]
            chosen = field.choices.index(values.get(field.id, preset or field.choices[0]))
            yield from (("type", "radio_buttons"), ("options", options), ("initial_option", options[chosen]))
        case "column":
            yield from _column(room, field, values)
        case "day":
            yield "type", "datepicker"
            yield from _first_day(room, field, values)
        case _:
            yield from _bare(field, preset)


def _first_day(room: Room, field: Field, values: Values) -> Iterator[tuple[str, object]]:
    """The day that a picker shows first: the one that is said, which may be none; else the form's own."""
    own = field.initial(room) if field.initial is not None else None
    first = values.get(field.id, own.isoformat() if own else "")
    yield from (("initial_date", first),) if first else ()


def _one_of(options: Sequence[Option], preset: str) -> Iterator[tuple[str, object]]:
    """A menu of what is known, with what holds now."""
    yield from (("type", "static_select"), ("options", options))
    yield from (("initial_option", option) for option in options if option["value"] == preset)


def _bare(field: Field, preset: str) -> Iterator[tuple[str, object]]:
    """A field without anything to choose from."""
    match field.kind:
        case "lines":
            yield from (("type", "plain_text_input"), ("multiline", True), ("max_length", LONGEST_LINES))
        case "text":
            yield from (("type", "plain_text_input"), ("max_length", LONGEST_NOTE))
            if preset:
                yield "initial_value", preset
        case _:
            yield "type", BARE[field.kind]


def _chosen(room: Room, form: Form, field: Field, preset: str) -> Iterator[tuple[str, object]]:
    """A menu that shows first what holds now."""
    say = room.words.say
    match field.kind:
        case "several":
            options = [option(say(f"choice.{form.name}.{choice}"), choice) for choice in field.choices]
            first = [options[field.choices.index(choice)] for choice in preset.split(",") if choice]
            yield from (("type", "multi_static_select"), ("options", options))
            yield from (("initial_options", first),) if first else ()
        case "channel":
            only = {"include": ["public", "private"], "exclude_external_shared_channels": True}
            yield from (("type", "conversations_select"), ("filter", only))
            yield from (("initial_conversation", preset),) if preset else ()
        case _:
            yield from (("type", "external_select"), ("min_query_length", 0))
            yield "placeholder", plain(say("find.holidays"), 150)
            if preset:
                yield "initial_option", option(holidays_name(preset, room.words), preset)


def _column(room: Room, field: Field, values: Values) -> Iterator[tuple[str, object]]:
    """The columns of the file that the form is about; first the one that is likely meant."""
    header = header_said(values[ABOUT])
    options = [option(column, column) for column in dict.fromkeys(header)][:MOST_OPTIONS]
    yield from (("type", "static_select"), ("options", options))
    yield "placeholder", plain(room.words.say("find.column"), 150)
    guess = {str(of): column for of, column in likely(room, header).items()}.get(field.id)
    yield from (("initial_option", option(guess, guess)),) if guess else ()


def _named(room: Room, field: Field) -> Sequence[Option]:
    """The competencies, metrics or programmes in the order of their names, or the levels from the highest."""
    name, programme = room.words.name, room.programme
    if field.kind == "level":
        return [option(name(names), level) for level, names in reversed(list(programme.levels.items()))]
    if field.kind == "programme":
        found = sorted((name(each.name), each.id) for each in room.tools.grammar.catalogue.values())
    else:
        known = programme.metrics if field.kind == "metric" else programme.competencies
        found = sorted((name(each.name), each.id) for each in known.values())
    return [option(text, competency) for text, competency in found]
