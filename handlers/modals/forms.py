"""Every form by its name; opening one, changing it while it is filled in, and what follows when it is sent."""

from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from types import MappingProxyType

from handlers.commanding import carry_out
from handlers.errors import RefusedError, sentence_for
from handlers.help import how_to_type
from handlers.modals.admins import ADMINS
from handlers.modals.columns import COLUMNS
from handlers.modals.figures import FIGURES
from handlers.modals.form import ABOUT, Form, Values
from handlers.modals.left import LEFT
from handlers.modals.link import LINK
from handlers.modals.membership import MEMBERSHIP
from handlers.modals.opening import OPEN, open_button
from handlers.modals.override import OVERRIDE
from handlers.modals.remind import REMIND
from handlers.modals.settings import SETTINGS
from handlers.modals.steps import START, STEP_FORMS, at_step, step_after, step_view
from handlers.modals.values import State, values_of
from handlers.modals.views import carried, form_view, said_view
from handlers.programmes import in_each, knowing
from handlers.render.blocks import Button, actions, page, section
from handlers.replies import Reply, Submitted, Surface
from handlers.requests import Request
from handlers.roles import action_of
from handlers.room import Room

FORMS: Mapping[str, Form] = MappingProxyType(
    {
        form.name: form
        for form in (LINK, OVERRIDE, MEMBERSHIP, FIGURES, LEFT, COLUMNS, SETTINGS, ADMINS, REMIND, START, *STEP_FORMS)
    }
)
UNFORMATTED = str.maketrans("", "", "*`")  # what stands beside a field shows no formatting


def form_named(name: str) -> Form:
    """A form by its name. Raises RefusedError for one that there is no more."""
    if name not in FORMS:
        raise RefusedError("error.old_form")
    return FORMS[name]


def alone(request: Request) -> Form | None:
    """The form behind a command that was typed without anything after it."""
    return next((form for form in FORMS.values() if form.blank == request), None)


def offered(room: Room, value: str) -> Reply:
    """A form; where it cannot be opened at once, how to type it, and a button that opens it. Raises RefusedError."""
    view, form = opened(room, value), form_named(value.partition(" ")[0])
    lead = room.words.say(form.lead, **how_to_type(form.name, room))
    blocks = [section(lead, room.words), *actions([open_button(form.name, room.words, value.partition(" ")[2])])]
    return replace(page([lead], blocks, room.words), view=view)


def for_which(room: Room, form: str) -> Reply:
    """A form that records something in one programme: that of several, one has to be chosen first."""
    said, names = room.words.say("programme.which"), room.words.name
    buttons = [
        Button(names(each.programme.name), f"{OPEN}:{number}", f"{form} {each.programme.id}")
        for number, each in enumerate(in_each(room))
    ]
    return page([said], [section(said, room.words), *actions(buttons)], room.words)


def opened(room: Room, value: str) -> Surface:
    """The form that a button's value names, with where it was opened from. Raises RefusedError."""
    name, _, origin = value.partition(" ")
    form = form_named(name)
    room.require(action_of(form.blank))
    if form is START:
        form = at_step(room)
    return step_view(room, form) if form in STEP_FORMS else form_view(room, form, origin=origin)


def reshaped(room: Room, name: str, state: State, metadata: str) -> Surface:
    """The form again, with the fields for what is chosen now. Raises RefusedError."""
    form = form_named(name)
    room.require(action_of(form.blank))
    return form_view(room, form, values_of(form, state), carried(metadata)[1])


async def submitted(room: Room, name: str, state: State, metadata: str = "") -> Submitted:
    """Record what was sent, on the newest facts; sent again, it is recorded once. Raises RefusedError."""
    form = form_named(name)
    room.require(action_of(form.blank))
    values = {**values_of(form, state), ABOUT: carried(metadata)[1]}
    room = knowing(room, values.get("credential"))
    errors = _missing(room, form, values) or _mistaken(room, form, values)
    if errors:
        return Submitted(errors)
    try:
        reply = await carry_out(room, form.request(values))
    except RefusedError as refusal:
        return Submitted(_beside(room, form, refusal))
    following = step_after(room, form)
    if following is not None:
        company = await room.tools.companies.get(room.company.organisation.id)
        programme = room.tools.grammar.catalogue[company.organisation.programme]
        return Submitted(view=step_view(replace(room, company=company, programme=programme), following))
    return Submitted(view=said_view(reply, room.words, f"form.{form.name}"))


def _missing(room: Room, form: Form, values: Values) -> Mapping[str, str]:
    return {field.id: room.words.say(f"missing.{field.kind}") for field in form.missing(values)}


def _mistaken(room: Room, form: Form, values: Values) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for refusal in form.mistakes(room, form.request(values)):
        for place, sentence in _beside(room, form, refusal).items():
            found.setdefault(place, sentence)
    return found


def _beside(room: Room, form: Form, refusal: RefusedError) -> Mapping[str, str]:
    """A refusal beside its field, without formatting. Raises what belongs beside none."""
    place = refusal.values.get("field") or form.places.get(refusal.key)
    if not isinstance(place, str):
        raise refusal
    sentence = unescape(sentence_for(refusal, room.words, room.caller.request)).translate(UNFORMATTED)
    return {place: sentence}
