"""The command that tries everything out on this machine."""

import logging

from bot import logs
from bot.cli_bot import guarded
from bot.cli_common import WRONG_INPUT, complain
from bot.demo.play import play
from bot.settings import SettingsError, read


def run_demo() -> int:
    """`assay demo`."""
    try:
        port = read().port
    except SettingsError as error:
        complain(error.problems)
        return WRONG_INPUT
    logs.configure(level=logging.WARNING)
    return guarded(lambda: play(port or 0))
