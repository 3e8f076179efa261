"""The grammar: text in, a typed request out. `Grammar(catalogue).parse(text, context)`."""

from handlers.grammar.commands import COMMANDS, CommandEntry
from handlers.grammar.grammar import Context, Grammar
from handlers.grammar.rule_questions import rules_as_typed

__all__ = ["COMMANDS", "CommandEntry", "Context", "Grammar", "rules_as_typed"]
