"""Takes the README's pictures from the demo in headless Chromium: `make pictures`."""

import asyncio
import sys
from pathlib import Path

from playwright.async_api import Page, async_playwright, expect

from bot.demo.play import staged

CHROMIUM = Path("/usr/bin/chromium")
TARGET = Path(__file__).parents[2] / "docs" / "pictures"
MOST_BYTES = 200_000


async def main() -> None:
    """Play through the first minute and take a picture of each scene."""
    async with staged() as slack, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 1180, "height": 680})
        await page.goto(slack.url)
        await page.get_by_role("button", name="Dismiss").first.click()
        await ask(page)
        await link(page)
        await leave(page)
        await at_home(page)
        await browser.close()


async def ask(page: Page) -> None:
    """A question in the channel, answered in its thread."""
    await write(page, "@Assay what do we need for Gold in Cloud Platform?")
    await expect(page.locator("#thread article").last).to_contain_text("not met")
    await take(page, "ask")


async def link(page: Page) -> None:
    """An exam is linked in a modal."""
    await write(page, "/assay link")
    modal = page.locator("#modal")
    await modal.get_by_role("combobox").press_sequentially("70-53")
    await expect(page.locator(".popup").get_by_role("option")).to_have_count(4)
    await page.keyboard.press("ArrowDown")
    await take(page, "link")
    await page.keyboard.press("Enter")
    await modal.get_by_label("When did you pass it?").fill("2017-11-20")
    await modal.get_by_role("button", name="Record").click()
    await modal.get_by_role("button", name="Done").click()


async def leave(page: Page) -> None:
    """Somebody leaves, and the admins hear what it costs."""
    await page.locator("[data-opens=people]").click()
    await page.get_by_role("button", name="Deactivate Carla Weiß").click()
    await page.get_by_role("button", name="Read as Ada").click()
    told = page.locator("#messages article", has_text="Carla Weiß left")
    await told.wait_for()
    await told.evaluate("node => { node.parentNode.scrollTop = node.offsetTop - node.parentNode.offsetTop - 10; }")
    await take(page, "warn")


async def at_home(page: Page) -> None:
    """The Home tab of an admin, on a phone."""
    await page.get_by_label("Close the panel").click()
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.get_by_role("tab", name="Home").click()
    title = page.locator(".home .block", has_text="Where you stand")
    await title.first.wait_for()
    await title.first.evaluate("node => node.scrollIntoView()")
    await take(page, "home")


async def write(page: Page, text: str) -> None:
    """Write and send."""
    field = page.get_by_label("Message", exact=True)
    await field.fill(text)
    await field.press("Enter")


async def take(page: Page, name: str) -> None:
    """Keep a picture of what the page shows."""
    await page.mouse.move(2, 2)
    picture = await page.screenshot(animations="disabled", caret="hide")
    if len(picture) > MOST_BYTES:
        raise ValueError(f"{name}.png has {len(picture):,} bytes, more than {MOST_BYTES:,}.")
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / f"{name}.png").write_bytes(picture)
    sys.stdout.write(f"docs/pictures/{name}.png: {len(picture):,} bytes\n")


if __name__ == "__main__":
    if CHROMIUM.exists():
        asyncio.run(main())
    else:
        sys.stdout.write(f"No pictures: they need a browser, and {CHROMIUM} is not there.\n")
