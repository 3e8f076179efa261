"""A year of a company of sixty people, told by the messages that it brings."""
