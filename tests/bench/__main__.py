"""All measurements, a line each."""

import asyncio

from storage.catalogue import load_catalogue
from tests.bench import beside, core, importing, peers, questions, shell, sweep


def main() -> None:
    """Measure and print."""
    programme = load_catalogue()["ms-mpn-competencies"]
    core.measure(programme)
    peers.measure(programme)
    importing.measure(programme)
    questions.measure()
    asyncio.run(shell.measure(programme))
    asyncio.run(beside.measure(programme))
    asyncio.run(sweep.measure(programme))


if __name__ == "__main__":
    main()
