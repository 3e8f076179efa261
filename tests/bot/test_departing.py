"""Departures over real sockets: the question, its buttons, the form, and who gets to read it."""

from pathlib import Path

from tests.bot.running import ADA, BEN, CARLA, DMITRI, EMEKA, FARAH, bot_in, larkfield

OTHERS = ("U0GRETA0000", "U0HIRO00000")


async def test_the_form_of_a_departure_ends_it_for_good_and_a_second_word_changes_nothing(tmp_path: Path) -> None:
    async with larkfield() as slack, bot_in(slack, tmp_path) as assay:
        await slack.deactivate(BEN)
        asked = await slack.bot_message(ADA, containing="Ben Okafor left")
        buttons = {
            button["text"]["text"]: button["action_id"]
            for block in asked.blocks
            if block["type"] == "actions"
            for button in block["elements"]
        }
        await slack.press(ADA, asked.ts, buttons["Left on …"])
        await slack.until(lambda: slack.modal(ADA) is not None)
        await slack.submit_modal(ADA, {"on": {"on": "2018-01-10"}})
        await slack.press(ADA, asked.ts, buttons["Mistake"])
        heard = await slack.bot_message(ADA, containing="Nothing has changed")
        company = await assay.records.companies.of_team(assay.alarm.team)

    ben = company.facts.people[company.facts.place_of[company.members[BEN].person or ""]]
    assert "Ben Okafor left on 10 January 2018; that is settled." in heard.text
    assert [(a.until.isoformat() if a.until else None, a.provisional) for a in ben.associations or ()] == [
        ("2018-01-10", False)
    ]


async def test_six_at_once_are_one_question_for_the_admins_alone_and_one_word_settles_all(tmp_path: Path) -> None:
    async with larkfield() as slack, bot_in(slack, tmp_path) as assay:
        users = (BEN, CARLA, DMITRI, FARAH, *OTHERS)
        for user in users:
            await slack.deactivate(user)
        asked = await slack.bot_message(ADA, containing="6 accounts were deactivated within an hour")
        told = [m for m in slack.state.messages[asked.channel].values() if "left." in m.text]
        leave = next(b["action_id"] for x in asked.blocks if x["type"] == "actions" for b in x["elements"][1:2])
        await slack.press(ADA, asked.ts, leave)
        await slack.bot_message(ADA, containing="are on leave and go on counting")
        company = await assay.records.companies.of_team(assay.alarm.team)
        read = await slack.bot_message(EMEKA, containing="6 accounts were deactivated")

    away = [p for p in company.facts.people if any(a.on_leave for a in p.associations or ())]
    assert len(told) <= 1
    assert len(away) == len(users)
    assert read.text == asked.text
