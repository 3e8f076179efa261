"""From answers to Block Kit: pure functions, one module per answer."""
