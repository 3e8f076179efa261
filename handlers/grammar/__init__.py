"""The grammar: text in, a typed request out. `Grammar(catalogue).parse(text, context)`."""

from handlers.grammar.command_entry import CommandEntry
from handlers.grammar.commands import COMMANDS
from handlers.grammar.grammar import Context, Grammar
from handlers.grammar.rule_questions import rules_as_typed
from handlers.grammar.text import callable_names

__all__ = ["COMMANDS", "CommandEntry", "Context", "Grammar", "callable_names", "rules_as_typed"]
