"""Modals: each form declared once; what is sent becomes the same typed request as a command, with the same rules.

To add one: declare a `Form` in a file of its own and name it in `forms.FORMS`.
"""

from handlers.modals.forms import FORMS, alone, for_which, offered, opened, reshaped, submitted
from handlers.modals.naming import link_named
from handlers.modals.opening import OPEN, open_button
from handlers.modals.steps import TURN
from handlers.modals.suggesting import suggestions
from handlers.modals.values import State
from handlers.modals.views import carried, said_view, wait_view

__all__ = [
    "FORMS",
    "OPEN",
    "TURN",
    "State",
    "alone",
    "carried",
    "for_which",
    "link_named",
    "offered",
    "open_button",
    "opened",
    "reshaped",
    "said_view",
    "submitted",
    "suggestions",
    "wait_view",
]
