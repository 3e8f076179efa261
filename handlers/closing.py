"""What goes under every answer: to be reminded of it, and to share it."""

from handlers.asking import share_value
from handlers.reminding import remind_button
from handlers.render.blocks import Button
from handlers.room import Room


def closing(room: Room) -> list[Button]:
    """The last buttons of an answer, as far as there is somebody to tell it again, or a channel to share it in."""
    share = Button(room.words.say("button.share"), "share", share_value(room))
    return [*remind_button(room), *([share] if room.can_share else [])]
