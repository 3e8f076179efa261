from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import async_playwright, expect

from bot.demo.play import staged
from tests.bot.running import QUICK
from tests.browser.stage import Stage

CHROMIUM = Path("/usr/bin/chromium")
PATIENCE = 30.0
"""How long the bot and the page may take for anything, in seconds: a busy machine is no defect."""


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser."""
    if not CHROMIUM.exists():
        pytest.skip(f"needs a browser: {CHROMIUM} is not there")
    return CHROMIUM


@pytest.fixture(params=[1280, 390])
async def stage(request: pytest.FixtureRequest, chromium: Path) -> AsyncIterator[Stage]:
    """The demo's page, as wide as a desk and as wide as a phone. Nothing may go wrong in it or stick out of it."""
    async with staged(pacing=QUICK) as slack, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": request.param, "height": 844})
        stage = Stage(slack, page, narrow=request.param < 1100)
        slack.configure(ack_timeout=PATIENCE)
        expect.set_options(timeout=PATIENCE * 1000)
        await page.goto(slack.url)
        await expect(page.locator("#title")).not_to_be_empty()  # the page is drawn once it knows the workspace
        yield stage
        assert stage.wrong == []
        assert await page.evaluate("document.documentElement.scrollWidth") == request.param
        await browser.close()
