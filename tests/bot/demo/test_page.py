"""The page in a real browser."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.respond.async_respond import AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.demo.model import Json
from bot.demo.server import LocalWorkspace
from tests.bot.demo.test_control import BusinessClock
from tests.bot.demo.test_modals import asks, modal
from tests.slack import BEN, CLEO, PARTNERS, QUICK, bolt_app, over_socket, web_client

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"needs a browser: {CHROMIUM} is not there")
BUTTON = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Share"}}
MORE = {"type": "button", "action_id": "more", "text": {"type": "plain_text", "text": "Add evidence"}}
FORM: Json = modal(
    {"type": "alert", "block_id": "mind", "text": {"type": "mrkdwn", "text": "*Mind*"}, "level": "warning"},
    asks("note", "plain_text_input"),
    asks("who", "users_select"),
    {"type": "actions", "block_id": "acts", "elements": [MORE]},
    callback_id="form",
)
SERIES = [{"name": "Gold", "data": [{"label": place, "value": number} for number, place in enumerate("ABC", 1)]}]
CHART = {"type": "bar", "series": SERIES, "axis_config": {"categories": ["A", "B", "C"]}}
ROWS = [[{"type": "raw_text", "text": "Level"}], [{"type": "raw_text", "text": "<b>Gold</b>"}]]


def answering(app: AsyncApp) -> AsyncApp:
    """The app, with a command, a form and two buttons."""

    @app.command("/assay")
    async def command(ack: AsyncAck) -> None:
        await ack(text="Only yours", blocks=[{"type": "actions", "elements": [BUTTON]}])

    @app.command("/form")
    async def form(ack: AsyncAck, command: Json, client: AsyncWebClient) -> None:
        await client.views_open(trigger_id=command["trigger_id"], view=FORM)
        await ack()

    @app.action("more")
    async def more(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        view = FORM | {"blocks": [*FORM["blocks"], asks("evidence", "url_text_input")]}
        await client.views_update(view_id=body["view"]["id"], view=view)

    @app.view("form")
    async def submit(ack: AsyncAck, view: Json) -> None:
        shown = view["state"]["values"]
        note, who = shown["note"]["note"]["value"], shown["who"]["who"]["selected_user"]
        await ack({"response_action": "errors", "errors": {"note": f"{note} of {who}"}})

    @app.action("go")
    async def click(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        await respond(text="*Shared* with all", replace_original=True)

    return app


@pytest.fixture
async def shown() -> AsyncIterator[tuple[LocalWorkspace, Page, list[str]]]:
    """A workspace with an app, its page at phone width, and what went wrong in the page."""
    wrong: list[str] = []
    async with LocalWorkspace(QUICK, controls=BusinessClock()) as workspace, async_playwright() as playwright:
        app = answering(bolt_app(workspace))
        expect.set_options(timeout=30_000)  # a busy machine is no defect
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 390, "height": 844})
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda line: wrong.append(line.text) if line.type in {"error", "warning"} else None)
        workspace.configure_app(commands=frozenset({"/assay", "/form"}))
        async with over_socket(app, workspace):
            await open_page(page, f"{workspace.url}/?user={BEN}&channel={PARTNERS}")
            yield workspace, page, wrong
        await browser.close()


async def open_page(page: Page, url: str) -> None:
    """Go there, and wait until the page knows the workspace and is drawn."""
    await page.goto(url)
    await expect(page.locator("#title")).not_to_be_empty()


async def test_a_person_writes_commands_presses_and_moves_the_clock(
    shown: tuple[LocalWorkspace, Page, list[str]],
) -> None:
    workspace, page, wrong = shown
    await page.fill("#text", "@Assay <img src=x onerror=document.title='owned'> & <b>")
    await page.keyboard.press("Enter")
    await expect(page.locator("#messages article").first).to_contain_text("@Assay <img src=x onerror=")
    await page.fill("#text", "/assay status")
    await page.keyboard.press("Enter")
    await expect(page.locator("article.ephemeral")).to_contain_text("Only visible to you")
    await page.click("button[data-action-id=go]")
    await expect(page.locator("article.ephemeral strong").last).to_have_text("Shared")
    await page.click("button[data-months='1']")
    await expect(page.locator("#now")).to_contain_text("28 February 2018")
    await page.get_by_label("Move the clock to a date").fill("2018-03-05")
    await expect(page.locator("#now")).to_contain_text("5 March 2018")
    await page.click("[data-opens=people]")
    await page.click(f"button[data-user={BEN}]")
    await expect(page.locator("#people li.gone .name")).to_have_text("Ben Bergdeactivated")
    assert workspace.state.users[BEN].deleted
    assert (await page.title(), wrong) == ("Northwind: local workspace", [])


async def test_blocks_are_drawn_in_the_thread_and_nothing_is_wider_than_a_phone(
    shown: tuple[LocalWorkspace, Page, list[str]],
) -> None:
    workspace, page, wrong = shown
    asked = (await workspace.say(BEN, PARTNERS, "Question")).message
    await web_client(workspace).chat_postMessage(
        channel=PARTNERS,
        thread_ts=asked.ts,
        text="Answer",
        blocks=[
            {"type": "header", "text": {"type": "plain_text", "text": "Cloud Platform"}},
            {
                "type": "section",
                "text": {"type": "mrkdwn", "text": f"• <@{BEN}> &lt;i&gt; <javascript:alert(1)|x> `c`"},
            },
            {"type": "table", "rows": ROWS},
            {"type": "data_table", "caption": "Levels", "rows": ROWS},
            {"type": "data_visualization", "title": "People", "chart": CHART},
        ],
    )
    await page.get_by_role("button", name="1 reply").click()
    reply = page.locator("#thread article").last
    await expect(reply.locator("h3")).to_have_text("Cloud Platform")
    await expect(reply.locator(".item")).to_contain_text("@Ben Berg <i> x c")
    await expect(reply.locator("td").first).to_have_text("<b>Gold</b>")
    await expect(reply.locator(".chart rect")).to_have_count(3)
    await expect(reply.locator(".data")).to_have_text("LevelsLevel<b>Gold</b>")
    assert await reply.locator("a").count() == 0
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    assert wrong == []


async def test_what_is_filled_in_survives_an_update_and_errors_stand_beside_their_field(
    shown: tuple[LocalWorkspace, Page, list[str]],
) -> None:
    workspace, page, wrong = shown
    await page.fill("#text", "/form now")
    await page.keyboard.press("Enter")
    form = page.locator("#modal")
    await form.get_by_label("note").fill("A <b> note")
    await form.get_by_role("combobox").press_sequentially("cl")
    await expect(page.locator(".popup").get_by_role("option")).to_have_count(1)
    await page.keyboard.press("Enter")
    await form.get_by_role("button", name="Add evidence").click()
    await form.get_by_label("evidence").fill("no address")
    await form.get_by_role("button", name="Save").click()
    await expect(form.locator("[data-block-id=evidence] .error")).to_have_text("Please enter a valid URL.")
    await form.get_by_label("evidence").fill("https://a.example/1")
    await form.get_by_role("button", name="Save").click()
    await expect(form.locator("[data-block-id=note] .error")).to_have_text(f"A <b> note of {CLEO}")
    await page.keyboard.press("Escape")
    await expect(form).to_be_hidden()
    assert (workspace.modal(BEN), wrong) == (None, [])
