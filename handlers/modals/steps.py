"""The setup as a modal of steps: each is a form with a way back, and leads on to the next one."""

from collections.abc import Mapping
from datetime import date

from handlers.modals.form import Field, Form, Values
from handlers.modals.membership import MEMBERSHIP
from handlers.modals.settings import HIDDEN, OPEN
from handlers.modals.views import MOST_IN_TITLE, form_view, plain
from handlers.render.blocks import Button, actions, context, section
from handlers.replies import Surface
from handlers.requests import Command
from handlers.role_requests import SetupShow, SetupStep, Step
from handlers.room import Room
from handlers.setup import STEPS, bought_in, by_rule
from handlers.words import escape

SETUP = "setup"
TURN = "turn"
"""The kind of a button in a modal that shows another form in its place."""


def _purchased(room: Room) -> date | None:
    bought = bought_in(room)
    return bought.purchased if bought else None


def _unlike_the_rules(room: Room) -> date | None:
    """The anniversary, where it is another one than the rules say: those follow the day of the purchase."""
    bought = bought_in(room)
    return bought.anniversary if bought and bought.anniversary != by_rule(room, bought.purchased) else None


FIELDS: Mapping[Step, tuple[Field, ...]] = {
    "market": (
        Field("programme", "programme", preset=lambda room: room.programme.id),
        Field("market", "choice", choices=("developed", "developing"), preset=lambda room: room.company.facts.market),
    ),
    "membership": (
        Field("level", "level", optional=True, preset=lambda room: bought.level if (bought := bought_in(room)) else ""),
        Field("purchased", "day", optional=True, initial=_purchased),
        Field("until", "day", optional=True, hint=True, initial=_unlike_the_rules),
    ),
    "names": (
        Field(
            "names",
            "choice",
            choices=(HIDDEN, OPEN),
            preset=lambda room: OPEN if room.company.organisation.names_in_channels else HIDDEN,
        ),
    ),
    "admins": (Field("admin", "users", optional=True), Field("manager", "users", optional=True)),
    "channel": (
        Field(
            "channel",
            "channel",
            optional=True,
            preset=lambda room: room.company.organisation.settings.alert_channel or "",
        ),
    ),
}


def _form(step: Step) -> Form:
    def request(values: Values) -> Command:
        return SetupStep(step, tuple((name, value) for name, value in values.items() if value and name != "about"))

    places = {**MEMBERSHIP.places, "bought.form": "purchased"} if step == "membership" else {}
    return Form(
        name=f"{SETUP}_{step}",
        fields=FIELDS.get(step, ()),
        blank=SetupStep(step),
        lead="setup.form",
        request=request,
        mistakes=lambda _room, _request: iter(()),
        places=places,
    )


STEP_FORMS = tuple(map(_form, STEPS))
START = Form(SETUP, (), SetupShow(), "setup.form", lambda _: SetupShow(), lambda _r, _q: iter(()))
"""What opens the setup where it was left."""


def at_step(room: Room) -> Form:
    """The step at which the setup was left."""
    steps = steps_of(room)
    return steps[room.company.organisation.setup_step % len(steps)]


def steps_of(room: Room) -> tuple[Form, ...]:
    """The steps that there are to take: who is live already does not go live."""
    return STEP_FORMS[:-1] if room.company.organisation.stage == "live" else STEP_FORMS


def step_after(room: Room, form: Form) -> Form | None:
    """What follows a step; None after the last one, and for a form that is none."""
    steps = steps_of(room)
    at = steps.index(form) + 1 if form in steps else len(steps)
    return steps[at] if at < len(steps) else None


def step_view(room: Room, form: Form) -> Surface:
    """A step, with what it is about, how far it is, and the way back."""
    words, at = room.words, STEP_FORMS.index(form)
    made = form_view(room, form)
    organisation = room.company.organisation
    told = form is STEP_FORMS[-1] and organisation.stage != "quiet"
    key = "lead.setup_live_told" if told else f"lead.{form.name}"
    lead = section(words.say(key, company=escape(organisation.name)), words)
    where = context([words.say("setup.where", at=at + 1, of=len(steps_of(room)))], words)
    back = [Button(words.say("setup.back"), f"{TURN}:back", STEP_FORMS[at - 1].name)] if at else []
    submit = "setup.go_live" if form is STEP_FORMS[-1] else "setup.next"
    return {
        **made,
        "submit": plain(words.say(submit), MOST_IN_TITLE),
        "close": plain(words.say("setup.later"), MOST_IN_TITLE),
        "blocks": [where, lead, *made["blocks"], *actions(back)],
    }
