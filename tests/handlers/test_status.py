from dataclasses import replace

from tests.handlers.contoso import BOB, CARLA, FACTS, OVERRIDE, Contoso, labels, plain

CLOUD_AND_DEVELOPMENT = """\
*Where you stand on 15 January 2018*
*Cloud platform*
Cloud Platform · Gold ✗ 1 person · Silver ✓
*Application development*
DevOps · Gold ✗ 3 people · Silver ✓ by an override that ends on 1 Mar 2018
Application Development · Gold ✗ 3 people · Silver ✗ 1 person
"""
CHARACTERS_OF_A_PHONE, LINES_OF_A_PHONE = 42, 36
FALLING = [("silver", "devops"), ("gold", "devops"), ("gold", "messaging"), ("silver", "messaging")]


async def test_the_overview_has_one_line_for_each_competency_and_begins_with_the_best() -> None:
    shown = plain(await Contoso().asked("status", slash=True))

    assert shown.startswith(CLOUD_AND_DEVELOPMENT)
    assert "Datacenter" in shown.partition("*Nothing there yet:* ")[2].splitlines()[0]
    assert "✓ met · ✗ not met, and what is missing · ? not known" in shown
    assert "Figures up to December 2017." in shown
    assert "Membership bought: Silver, anniversary on 1 May 2018." in shown


async def test_the_overview_fits_a_phone() -> None:
    lines = plain(await Contoso().asked("status", BOB, slash=True)).splitlines()

    assert sum(-(-len(line) // CHARACTERS_OF_A_PHONE) for line in lines) <= LINES_OF_A_PHONE


async def test_the_german_overview_says_the_same() -> None:
    shown = plain(await Contoso().asked("Wie stehen wir?", CARLA))

    assert shown.startswith("*Euer Stand am 15. Januar 2018*\n*Cloudplattform*\nCloudplattform · Gold ✗ 1 Person")
    assert "DevOps · Gold ✗ 3 Personen · Silver ✓ durch eine Ausnahme (Override), die am 01.03.2018 endet" in shown
    assert "✓ erfüllt · ✗ nicht erfüllt, und was fehlt · ? nicht bekannt" in shown


async def test_an_admin_is_told_of_risks_and_nobody_else_is() -> None:
    contoso = Contoso()

    assert "1 risk for your renewal on 1 May 2018" in plain(await contoso.asked("status", slash=True))
    assert "Silver in DevOps, short from 1 March 2018" in plain(await contoso.asked("status", slash=True))
    assert "risk" not in plain(await contoso.asked("status", BOB, slash=True))
    assert "risk" not in plain(await contoso.asked_in_channel("how are we doing?"))


async def test_of_an_area_its_competencies_alone_are_shown() -> None:
    shown = plain(await Contoso().asked("Wie stehen wir in Mobilität?"))

    assert "Windows und Geräte" in shown
    assert "DevOps" not in shown


async def test_asked_for_a_level_the_answer_begins_with_yes_no_or_not_known() -> None:
    contoso = Contoso()
    silver = plain(await contoso.asked("do we have silver in cloud platform?"))
    gold = plain(await contoso.asked("haben wir Gold in Cloudplattform?"))
    erp = plain(await contoso.asked("do we have gold in ERP?"))

    assert silver.startswith("✅ *Yes: Silver in Cloud Platform is met.*")
    assert gold.startswith("❌ *Nein: Gold in Cloudplattform ist nicht erfüllt.*")
    assert erp.startswith("❔ *That is not known: Gold in Enterprise Resource Planning.*")


async def test_yes_by_an_override_says_so_and_what_the_facts_alone_say() -> None:
    shown = plain(await Contoso().asked("do we have silver in devops?"))

    assert "by an override that ends on 1 March 2018. On the facts alone: not met." in shown


async def test_a_button_leads_from_where_we_stand_to_what_is_needed() -> None:
    contoso = Contoso()
    standing = await contoso.asked("how are we doing in Cloud Platform on 2018-03-01?")
    needed = plain(await contoso.pressed(standing, "What is needed?"))

    assert labels(standing) == [
        "What is needed?",
        "Why?",
        "Who is nearest?",
        "Remind me …",
        "Share in this channel",
    ]
    assert "Outlook for 1 March 2018" in needed
    assert "*Gold in Cloud Platform: not met*" in needed
    assert "*Silver in Cloud Platform: " in needed


async def test_a_company_of_which_nothing_is_recorded_is_answered_too() -> None:
    shown = plain(await Contoso(replace(FACTS, people=(), figures={}, overrides=(), membership=None)).asked("status"))

    assert "*Nothing there yet:* " in shown
    assert "Cloud Platform" in shown
    assert "Figures up to" not in shown


async def test_more_risks_than_fit_are_counted() -> None:
    ending = [replace(OVERRIDE, level=level, competency=competency) for level, competency in FALLING]
    shown = plain(await Contoso(replace(FACTS, overrides=tuple(ending))).asked("status", slash=True))

    assert "4 risks for your renewal on 1 May 2018:" in shown
    assert "• 1 other" in shown
