"""The grammar: text in, a typed request out. `Grammar(catalogue).parse(text, context)`."""

from handlers.grammar.commands import COMMANDS, CommandEntry
from handlers.grammar.grammar import Context, Grammar

__all__ = ["COMMANDS", "CommandEntry", "Context", "Grammar"]
