"""Help, and ways on where a question was not understood."""

from collections.abc import Sequence

from handlers.help import Topic
from handlers.render.blocks import Button, actions, context, section, sections
from handlers.replies import Block
from handlers.words import Words, escape

ASK = "ask"


def ask_button(text: str, label: str, number: int, words: Words) -> Button:
    """A button that asks a question as if it had been typed, in the language of the message."""
    return Button(escape(label), f"{ASK}:{number}", f"{words.language} {text}")


def help_text(topics: Sequence[Topic], words: Words) -> list[str]:
    """What one can do, each with its example."""
    return [words.say("help.title"), *(line(topic, words) for topic in topics)]


def help_blocks(topics: Sequence[Topic], words: Words) -> list[Block]:
    """What everybody can do, and below it what admins can."""
    everybody = [line(topic, words) for topic in topics if not topic.admin]
    admins = [line(topic, words) for topic in topics if topic.admin]
    blocks = [section(f"*{words.say('help.title')}*", words), *sections(everybody, words)]
    if admins:
        blocks += [section(f"*{words.say('help.admins')}*", words), *sections(admins, words)]
    return [*blocks, context([words.say("help.note")], words)]


def line(topic: Topic, words: Words) -> str:
    """What it does, and an example to type."""
    return f"• {words.say(f'help.{topic.id}')}: `{words.say(f'example.{topic.id}')}`"


def choice_blocks(lead: str, choices: Sequence[tuple[str, str]], words: Words) -> list[Block]:
    """A question back, with a button for each (label, text to ask)."""
    buttons = [ask_button(text, label, number, words) for number, (label, text) in enumerate(choices)]
    return [section(lead, words), *actions(buttons)]
