from dataclasses import replace

from tests.handlers.contoso import ADA, BOB, CARLA, FACTS, PEOPLE, Contoso, earned, labels, person, plain

SPARE = person("dora", "Dora Maar", earned("70-532"))
WITH_A_SPARE = replace(FACTS, people=(*PEOPLE, SPARE))


async def test_an_admin_reads_who_counts_and_whom_nobody_could_replace() -> None:
    shown = plain(await Contoso().asked("who counts for silver in cloud platform?"))

    assert "✅ *Silver in Cloud Platform: met*\n1 person counts; at least 1 needed." in shown
    assert "Counted: Ada Lovelace." in shown
    assert "Not replaceable today: Ada Lovelace. Without this person the level is lost." in shown


async def test_with_a_spare_each_could_be_replaced() -> None:
    shown = plain(await Contoso(WITH_A_SPARE).asked("who counts for silver in cloud platform?"))

    assert "Could stand in: Dora Maar." in shown
    assert "Each of them could be replaced today." in shown
    assert "Not replaceable" not in shown


async def test_where_the_level_is_not_met_nobody_is_called_irreplaceable() -> None:
    shown = plain(await Contoso().asked("who counts for gold in cloud platform?"))

    assert "1 person counts; at least 2 needed." in shown
    assert "Not replaceable" not in shown
    assert "could be replaced" not in shown


async def test_a_member_reads_numbers_and_themselves() -> None:
    contoso = Contoso(WITH_A_SPARE)
    ada = plain(await contoso.asked("who counts for gold in cloud platform?", ADA))
    bob = plain(await contoso.asked("who counts for gold in cloud platform?", BOB))

    assert "Counted: you and 1 other person." in ada
    assert "Counted: 2 people." in bob
    assert "Maar" not in ada + bob


async def test_a_level_that_asks_for_no_people_says_so() -> None:
    shown = plain(await Contoso().asked("who counts for gold in ERP?"))

    assert "This asks for no people, only for figures." in shown


async def test_places_that_nobody_fills_are_told() -> None:
    shown = plain(await Contoso().asked("Wer zählt für Silver in Messaging?", CARLA))

    assert "Angerechnet: niemand." in shown


async def test_without_a_level_every_level_is_answered() -> None:
    shown = plain(await Contoso().asked("who counts for cloud platform?"))

    assert "*Silver in Cloud Platform: met*" in shown
    assert "*Gold in Cloud Platform: not met*" in shown


async def test_an_admin_reads_who_holds_an_exam_and_which_levels_name_it() -> None:
    shown = plain(await Contoso().asked("who holds 70-533?"))

    assert shown.splitlines() == [
        "*1 person holds 70-533 (Implementing Microsoft Azure Infrastructure Solutions).*",
        "These are: Ada Lovelace.",
        "As of today, 15 January 2018: earned, not expired, and its holder is with you.",
        "It is named by: Silver in Application Development, Silver in Cloud Platform and Gold in Cloud Platform.",
    ]


async def test_a_member_and_a_channel_read_how_many_hold_it() -> None:
    contoso = Contoso()
    replies = [await contoso.asked("who holds 70-533?", BOB), await contoso.asked_in_channel("who holds 70-533?")]

    assert all("1 person holds 70-533" in plain(reply) for reply in replies)
    assert all("Ada" not in plain(reply) + reply.text for reply in replies)
    assert all("These are" not in plain(reply) + reply.text for reply in replies)


async def test_an_exam_that_nobody_holds_and_that_is_gone_says_both() -> None:
    shown = plain(await Contoso().asked("Wer hat die 70-534?"))

    assert "*Niemand hat 70-534 (Architecting Microsoft Azure Solutions).*" in shown
    assert "Das zählt bis einschließlich 31. Dezember 2018." in shown
    assert "Das kann niemand mehr erwerben." in shown


async def test_an_unknown_code_is_asked_back_with_the_codes_that_are_near() -> None:
    contoso = Contoso()
    which = await contoso.asked("who holds 70-553?")

    assert "Did you mean one of these?" in which.text
    label = next(label for label in labels(which) if "70-533" in label)
    assert "Ada Lovelace" in plain(await contoso.pressed(which, label))


async def test_the_command_answers_who_holds_an_exam_as_the_question_does() -> None:
    contoso = Contoso()

    assert (await contoso.asked("contributors 70-533")).text == (await contoso.asked("who holds 70-533?")).text
