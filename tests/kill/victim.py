"""Bots in processes of their own that die at the N-th time they say a certain thing. The bot knows nothing of it.

`python -m tests.kill.victim` imports the bot and reads the rules once, and forks a bot for each line of its input, so
that a start costs a tenth; `nursery` talks to it.
"""

import asyncio
import gc
import json
import os
import select
import signal
import sys
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from structlog.typing import EventDict, WrappedLogger

from bot import logs
from bot.pacing import Pacing
from bot.run import NEEDED, run
from bot.settings import read
from bot.wiring import own_grammar
from storage.migrate import newest

PACING = Pacing(
    http=1.0,
    lease=5.0,
    settle=0.8,
    between_posts=0.05,
    poll=0.5,
    retry=0.1,
    longest_retry=1.0,
    tries=20,
    ack=2.0,
    stop=2.0,
)


@dataclass(frozen=True)
class Executioner:
    """A log processor that kills its process, as by `kill -9`, before the line is written."""

    event: str
    nth: int
    seen: list[str]

    def __call__(self, _logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        """Count, and strike."""
        self.seen.append(event["event"])
        if self.seen.count(self.event) >= self.nth:
            os.kill(os.getpid(), signal.SIGKILL)
        return event


def live(environment: Mapping[str, str], event: str, nth: int, log: Path) -> None:
    """What `assay run` does, until the end or until it dies."""
    os.environ.update(environment)
    os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
    logs.configure([Executioner(event, nth, [])])
    asyncio.run(run(read(*NEEDED, env_file=None), PACING))


def main() -> None:
    """Fork a bot for each line that comes in; tell the id of each, and how each ended."""
    own_grammar()
    newest()
    gc.freeze()  # what all of them read, none of them copies
    children: set[int] = set()
    orders = os.fdopen(0, "rb", buffering=0)  # what is read ahead, select would not see
    while True:
        if select.select([0], [], [], 0.02)[0]:
            line = orders.readline()
            if not line:
                break
            children.add(_born(json.loads(line)))
        while children and (ended := os.waitpid(-1, os.WNOHANG))[0]:
            children.discard(ended[0])
            _tell(ended=ended[0], code=os.waitstatus_to_exitcode(ended[1]))
    for child in children:
        os.kill(child, signal.SIGKILL)


def _born(told: dict[str, Any]) -> int:
    child = os.fork()
    if not child:
        code = 1
        try:
            os.dup2(os.open(os.devnull, os.O_RDWR), 0)
            os.dup2(0, 1)
            live(told["environment"], told["event"], told["nth"], Path(told["log"]))
            code = 0
        except Exception:  # noqa: BLE001 - whatever it was, it is read in the log of the story
            traceback.print_exc()
        finally:
            os._exit(code)
    _tell(born=child)
    return child


def _tell(**words: int) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
