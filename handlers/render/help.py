"""Help, and ways on where a question was not understood."""

from collections.abc import Sequence

from handlers.grammar import CommandEntry
from handlers.render.blocks import Button, actions, context, section, sections
from handlers.replies import Block
from handlers.words import Words, escape

ASK = "ask"


def ask_button(text: str, label: str, number: int, words: Words) -> Button:
    """A button that asks a question as if it had been typed, in the language of the message."""
    return Button(escape(label), f"{ASK}:{number}", f"{words.language} {text}")


def help_text(entries: Sequence[CommandEntry], words: Words) -> list[str]:
    """What one can do, each with its example."""
    return [words.say("help.title"), *(line(entry, words) for entry in entries)]


def help_blocks(entries: Sequence[CommandEntry], words: Words) -> list[Block]:
    """What everybody can do, and below it what admins can."""
    everybody = [line(entry, words) for entry in entries if not entry.admin_only]
    admins = [line(entry, words) for entry in entries if entry.admin_only]
    blocks = [section(f"*{words.say('help.title')}*", words), *sections(everybody, words)]
    if admins:
        blocks += [section(f"*{words.say('help.for_admins')}*", words), *sections(admins, words)]
    return [*blocks, context([words.say("help.note")], words)]


def line(entry: CommandEntry, words: Words) -> str:
    """What it does, and an example to type."""
    return f"• {words.say(f'help.{entry.name}')}: `/assay {entry.example}`"


def choice_blocks(lead: str, choices: Sequence[tuple[str, str]], words: Words) -> list[Block]:
    """A question back, with a button for each (label, text to ask)."""
    buttons = [ask_button(text, label, number, words) for number, (label, text) in enumerate(choices)]
    return [section(lead, words), *actions(buttons)]
