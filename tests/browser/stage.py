"""What a person does with the page, in both widths."""

from playwright.async_api import ConsoleMessage, Locator, Page, expect

from bot.demo.server import LocalWorkspace


class Stage:
    """The page, the workspace behind it, and what went wrong in the page."""

    def __init__(self, slack: LocalWorkspace, page: Page, *, narrow: bool) -> None:
        self.slack = slack
        self.page = page
        self.narrow = narrow
        self.wrong: list[str] = []
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", self._hear)

    def _hear(self, line: ConsoleMessage) -> None:
        if line.type in {"error", "warning"}:
            self.wrong.append(line.text)

    @property
    def last(self) -> Locator:
        """The newest message of the conversation."""
        return self.page.locator("#messages article").last

    @property
    def options(self) -> Locator:
        """What the open list offers."""
        return self.page.locator(".popup").get_by_role("option")

    @property
    def modal(self) -> Locator:
        """The modal."""
        return self.page.locator("#modal")

    async def write(self, text: str) -> None:
        """Write a message or a command and send it."""
        field = self.page.get_by_label("Message", exact=True)
        await field.fill(text)
        await field.press("Enter")

    async def sidebar(self) -> Locator:
        """The sidebar; on a phone it is a drawer that is opened first."""
        if self.narrow:
            await self.page.get_by_label("Conversations", exact=True).first.click()
        found = self.page.locator("#sidebar")
        await expect(found).to_be_in_viewport()
        return found

    async def become(self, name: str) -> None:
        """Be another person."""
        sidebar = await self.sidebar()
        select = sidebar.get_by_label("You are")
        value = await select.locator("option", has_text=name).get_attribute("value")
        await select.select_option(value)

    async def go(self, place: str) -> None:
        """Go to a conversation or to the app."""
        await (await self.sidebar()).get_by_role("button", name=place).click()

    async def people(self) -> Locator:
        """The list of people."""
        found = self.page.locator("#people")
        if not await found.is_visible():
            await self.page.get_by_role("button", name="People", exact=True).click()
        return found
