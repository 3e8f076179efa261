"""The demo in a real browser, as newcomers meet it."""
