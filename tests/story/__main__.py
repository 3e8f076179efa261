"""Writes the story anew."""

import asyncio
from pathlib import Path

from tests.story.memory import in_memory
from tests.story.play import play
from tests.story.script import END, SCRIPT
from tests.story.told import story

PAGE = Path(__file__).parents[1] / "data" / "story.md"


async def told() -> str:
    """The story as the code tells it now."""
    year = await in_memory()
    await play(year, SCRIPT, END)
    return story(SCRIPT, year.read)


if __name__ == "__main__":
    PAGE.write_text(asyncio.run(told()), encoding="utf-8")
