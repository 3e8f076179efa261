"""The buttons that open a form."""

from handlers.render.blocks import Button
from handlers.words import Words

OPEN = "open"


def open_button(form: str, words: Words, origin: str = "") -> Button:
    """A button that opens a form by its name; the form remembers its origin."""
    return Button(words.say(f"open.{form}"), f"{OPEN}:{form}", f"{form} {origin}".rstrip())
