"""The bot is killed at a named point, and started again: every admin has got every notice once."""
