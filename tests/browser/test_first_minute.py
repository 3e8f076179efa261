"""The stories of a newcomer's first minute."""

from playwright.async_api import expect

from tests.browser.stage import Stage
from tests.trainings import export, row


async def test_a_question_in_the_channel_is_answered_in_its_thread(stage: Stage) -> None:
    field = stage.page.get_by_label("Message", exact=True)
    await field.press_sequentially("@As")
    await expect(stage.options).to_have_text("@AssayApp")
    await field.press("Enter")
    await field.press_sequentially("what do we need for Gold in Cloud Platform?")
    await field.press("Enter")
    reply = stage.page.get_by_role("button", name="1 reply")
    await expect(reply).to_be_visible()
    if stage.narrow:
        await reply.click()
    answer = stage.page.locator("#thread article").last
    await expect(answer).to_contain_text("Gold in Cloud Platform: not met")
    await expect(answer.locator("img.emoji").first).to_be_visible()


async def test_an_exam_is_linked_in_a_modal_that_says_what_is_missing_beside_the_field(stage: Stage) -> None:
    await stage.write("I passed 70-483!")
    await stage.last.hover()
    await stage.last.get_by_role("button", name="Shortcuts").click()
    await expect(stage.options).to_contain_text(["Link this exam"])
    await stage.page.keyboard.press("Enter")
    named = stage.modal.get_by_role("combobox", name="What did you pass?")
    await expect(named).to_have_value("70-483 Programming in C#")
    await stage.modal.get_by_role("button", name="Cancel").click()
    await expect(stage.modal).to_be_hidden()
    await stage.write("/assay link")
    await stage.modal.get_by_role("button", name="Record").click()
    field = stage.modal.get_by_role("combobox", name="What did you pass?")
    await expect(field).to_have_attribute("aria-invalid", "true")
    await field.press_sequentially("70-533")
    await expect(stage.options).to_have_count(1)
    await field.press("Enter")
    await expect(field).to_have_value("70-533 Implementing Microsoft Azure Infrastructure Solutions")
    await stage.modal.get_by_label("When did you pass it?").fill("2017-11-20")
    await stage.modal.get_by_role("button", name="Record").click()
    await expect(stage.modal).to_contain_text("people 1 of 2 → 2 of 2")
    await stage.modal.get_by_role("button", name="Done").click()
    await expect(stage.modal).to_be_hidden()
    await stage.go("Assay")
    await expect(stage.page.locator(".home")).to_contain_text("70-533")


async def test_an_admin_goes_back_in_the_setup_and_imports_an_upload_that_was_previewed(stage: Stage) -> None:
    await stage.become("Ada Lindqvist")
    await stage.write("/assay setup")
    for step in (1, 2):
        await expect(stage.modal).to_contain_text(f"Step {step} of 7")
        await stage.modal.get_by_role("button", name="Next").click()
    await expect(stage.modal).to_contain_text("Step 3 of 7")
    await stage.modal.get_by_role("button", name="Back").click()
    await expect(stage.modal).to_contain_text("Step 2 of 7")
    await expect(stage.modal.get_by_label("Bought on")).to_have_value("2017-09-01")
    await stage.modal.get_by_role("button", name="Later").click()
    await stage.go("Assay")
    await stage.page.get_by_role("tab", name="Messages").click()
    content = export(row(CorpEmail="ben@larkfield.example", IndividualFirstName="Ben"))
    await stage.page.locator("#file").set_input_files(
        {"name": "Trainings.csv", "mimeType": "text/csv", "buffer": content}
    )
    await expect(stage.page.locator(".file")).to_contain_text("Trainings.csv")
    await stage.page.get_by_role("button", name="Import 1 row").click()
    await expect(stage.page.locator("#messages article").filter(has_text="Withdraw")).to_be_visible()


async def test_who_is_deactivated_becomes_a_message_to_the_admins(stage: Stage) -> None:
    await (await stage.people()).get_by_role("button", name="Deactivate Carla Weiß").click()
    await expect(stage.page.locator("#people .gone")).to_contain_text("Carla Weiß")
    await stage.slack.bot_message("U0ADA000000", containing="Carla Weiß left")
    await stage.page.get_by_role("button", name="Read as Ada").click()
    await expect(stage.page.locator("#title")).to_have_text("Assay")
    await expect(stage.page.locator("#messages")).to_contain_text("Carla Weiß left")
    await expect(stage.page.locator("#messages .new")).to_be_visible()
    await (await stage.people()).get_by_role("button", name="Reactivate Carla Weiß").click()
    await stage.slack.bot_message("U0ADA000000", containing="Carla Weiß is back")


async def test_an_override_that_ends_is_announced_when_the_clock_gets_there(stage: Stage) -> None:
    await stage.become("Ada Lindqvist")
    await stage.write("/assay override grant gold cloud platform until 2018-01-29 by Jane Doe")
    await expect(stage.last).to_contain_text("Jane Doe")
    await expect(stage.last).to_contain_text("Only visible to you")
    await stage.page.get_by_role("button", name="+1 week").click()
    await expect(stage.page.locator("#now")).to_contain_text("22 January 2018")
    await stage.slack.bot_message("U0ADA000000", containing="Cloud Platform Gold ends")
    await stage.go("Assay")
    await stage.page.get_by_role("tab", name="Messages").click()
    # Not always the last one: the message before it may have had to be sent again.
    ending = stage.page.locator("#messages article").filter(has_text="The override of Cloud Platform Gold ends in")
    await expect(ending).to_have_count(1)
    await expect(ending).to_be_visible()


async def test_commands_are_completed_by_keyboard_and_a_guest_is_told_no_more_than_a_guest_may_know(
    stage: Stage,
) -> None:
    await stage.become("Mona Vogel")
    field = stage.page.get_by_label("Message", exact=True)
    await field.press_sequentially("/a")
    await field.press("Tab")
    await field.press_sequentially("st")
    await field.press("ArrowDown")
    await field.press("Enter")
    await expect(field).to_have_value("/assay status")
    await field.press("Enter")
    await expect(stage.last).to_contain_text("Only visible to you")
    await expect(stage.last).not_to_contain_text("Carla Weiß")
