from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.facts import CredentialOverride, Grant, LevelOverride
from tests.handlers.contoso import plain
from tests.handlers.fabrikam import ADA, ADMIN, DANA, FACTS, ONE_SHORT, OVERRIDE, Fabrikam, speaks_german

GRANT = "override grant gold cloud platform"


async def test_an_override_of_a_level_lasts_three_calendar_months_unless_said_otherwise() -> None:
    company = Fabrikam(ONE_SHORT, now=datetime(2017, 11, 30, 9, tzinfo=UTC))

    await company.says(ADMIN, GRANT)

    grant = Grant(recorded_by=ADMIN, recorded_on=date(2017, 11, 30))
    until = date(2018, 2, 28)
    assert company.company.facts.overrides == (
        LevelOverride("cloud-platform", "gold", date(2017, 11, 30), until, "id-1", grant),
    )


async def test_the_answer_shows_the_level_with_and_without_it_and_the_countdown() -> None:
    said = plain(
        await Fabrikam(ONE_SHORT).says(
            ADMIN, f"{GRANT} until 2018-02-15 by Jane Doe ticket 4711 because the exam was not recognised"
        )
    )

    assert said.splitlines()[:4] == [
        "✅ Override recorded: *Cloud Platform Gold*, from 15 January 2018 to the day before 15 February 2018.",
        "Granted by: Jane Doe · Reason: the exam was not recognised · Ticket: 4711",
        "It ends in 31 days.",
        "With it today: met. On the facts alone: not met, missing: 1 more person.",
    ]
    assert "I remind an admin of its end 30, 14, 7 and 1 day before and on the day." in said


async def test_the_same_in_german() -> None:
    company = Fabrikam(ONE_SHORT)
    speaks_german(company, ADMIN)

    said = plain(await company.says(ADMIN, f"{GRANT} until 2018-02-15"))

    assert said.splitlines()[:3] == [
        "✅ Ausnahme eingetragen: *Cloudplattform Gold*, vom 15. Januar 2018 bis zum Tag vor dem 15. Februar 2018.",
        "Sie endet in 31 Tagen.",
        "Mit ihr heute: erfüllt. Nach den Tatsachen allein: nicht erfüllt, nötig: 1 weitere Person.",
    ]


async def test_an_override_of_a_persons_exam_shows_the_levels_that_it_changes() -> None:
    company = Fabrikam(ONE_SHORT)

    said = plain(await company.says(ADMIN, f"override grant <@{ADA}> 70-498"))

    assert "of Ada Lovelace*, from 15 January 2018 to the day before 15 April 2018." in said
    assert [type(o) for o in company.company.facts.overrides] == [CredentialOverride]
    assert "It changes no level today." in said


async def test_an_override_to_come_counts_down_to_its_beginning() -> None:
    said = plain(await Fabrikam(ONE_SHORT).says(ADMIN, f"{GRANT} from 2018-02-01"))

    assert "It begins in 17 days." in said
    assert "With it today: not met." in said


async def test_overlapping_overrides_are_both_kept_and_listed_by_their_ends() -> None:
    company = Fabrikam(ONE_SHORT)
    await company.says(ADMIN, f"{GRANT} until 2018-04-15")
    await company.says(ADMIN, f"{GRANT} until 2018-03-01")

    said = plain(await company.says(ADMIN, "override list"))

    first = said.index("2. *Cloud Platform Gold*, from 15 January 2018 to the day before 1 March")
    assert first < said.index("1. *Cloud Platform Gold*")
    assert said.count("On the facts alone: not met, missing: 1 more person.") == 2
    assert "`/assay override end NUMBER`" in said


async def test_a_list_without_overrides_says_how_to_record_one() -> None:
    assert "No override is in force or to come." in (await Fabrikam().says(ADMIN, "override list")).text


async def test_an_override_is_listed_until_the_day_before_its_end() -> None:
    company = Fabrikam(replace(ONE_SHORT, overrides=(OVERRIDE,)))
    company.now = datetime(2018, 2, 27, 9, tzinfo=UTC)
    assert "It ends in 1 day." in plain(await company.says(ADMIN, "override list"))

    company.now = datetime(2018, 2, 28, 9, tzinfo=UTC)
    assert "No override is in force" in plain(await company.says(ADMIN, "override list"))


async def test_an_override_that_is_ended_has_no_effect_from_that_day() -> None:
    company = Fabrikam(replace(ONE_SHORT, overrides=(OVERRIDE,)))

    said = plain(await company.says(ADMIN, "override end 1"))

    assert said.splitlines()[0].startswith("✅ The override of *Cloud Platform Gold* ends today, 15 January 2018")
    assert "*Cloud Platform Gold*: *no longer met* ❌: 1 more person missing" in said
    assert "at risk for the next renewal" in said
    assert company.company.facts.overrides[0].until == date(2018, 1, 15)


@pytest.mark.parametrize("deed", ["end 1", "withdraw 1 because it never was"])
async def test_an_override_that_is_over_keeps_its_number_so_that_the_same_words_end_no_other(deed: str) -> None:
    company = Fabrikam(ONE_SHORT)
    for until in ("2018-03-01", "2018-04-15"):
        await company.says(ADMIN, f"{GRANT} until {until}")
    await company.says(ADMIN, f"override {deed}")
    before = company.company.facts

    again = (await company.says(ADMIN, f"override {deed}")).text

    assert company.company.facts == before
    over = "Override 1 is over: 15 January 2018 was its first day without effect."
    assert again.startswith(over if "end" in deed else "Which override? The list has 1")
    assert "2. *Cloud Platform Gold*" in plain(await company.says(ADMIN, "override list"))


REFUSED = {
    "override grant": ("Name a level of a competency", "Nenne die Stufe einer Kompetenz"),
    "override grant gold": ("Name a level of a competency", "Nenne die Stufe einer Kompetenz"),
    f"override grant <@{ADA}>": ("Name a level of a competency", "Nenne die Stufe einer Kompetenz"),
    f"{GRANT} until 2018-01-15": ("would end on 15 January 2018, before", "würde am 15. Januar 2018 enden, bevor"),
    f"{GRANT} from 2017-01-01 until 2017-03-01": ("would be over already", "wäre schon vorbei"),
    f"{GRANT} until frobnicated": ("I cannot read “frobnicated”", "„frobnicated“ kann ich nicht lesen"),
    f"override grant <@{DANA}> 70-533": ("Dana Scully is not on record here", "Dana Scully ist hier nicht eingetragen"),
    f"override grant <@{ADA}> 70-553": (
        "I do not know the exam “70-553”",
        "Meinst du 70-5",
    ),
    "override grant platinum cloud platform": ("I do not know the level “platinum”", "Die Stufe „platinum“"),
    "override grant gold xyz": ("I do not know the competency “xyz”", "Die Kompetenz „xyz“ kenne ich nicht"),
    "override end": ("Which override? The list has 1", "Welche Ausnahme? Die Liste hat 1"),
    "override end 2": ("Which override? The list has 1", "Welche Ausnahme? Die Liste hat 1"),
}


@pytest.mark.parametrize("typed", REFUSED)
async def test_what_cannot_be_granted_is_said_and_changes_nothing(typed: str) -> None:
    company = Fabrikam(replace(ONE_SHORT, overrides=(OVERRIDE,)))
    before = company.company
    english = await company.says(ADMIN, typed)
    assert company.company == before
    speaks_german(company, ADMIN)
    german = await company.says(ADMIN, typed)

    assert REFUSED[typed][0] in english.text
    assert REFUSED[typed][1] in german.text


@pytest.mark.parametrize("typed", [GRANT, "override list", "override end 1", "membership gold 2017-05-01"])
async def test_only_admins_record_what_the_vendor_granted(typed: str) -> None:
    company = Fabrikam(FACTS)
    before = company.company

    reply = await company.says(ADA, typed)

    assert reply.text == f"Only admins can do this. Your admins: <@{ADMIN}>."
    assert company.company == before


async def test_overrides_are_for_the_admin_alone_even_when_asked_for_in_a_channel() -> None:
    company = Fabrikam(replace(ONE_SHORT, overrides=(OVERRIDE,)))

    assert (await company.says(ADMIN, "override list", private=False)).audience == "person"


async def test_nothing_that_was_typed_about_an_override_calls_anybody() -> None:
    company = Fabrikam(ONE_SHORT)
    typed = f"{GRANT} until 2018-04-15 by <!channel> ticket <!here> because <!everyone> & <@U1> said so"

    for text in (typed, "override list", "override end 1", f"{GRANT} until <!channel>", "override grant <!channel>"):
        reply = await company.says(ADMIN, text)
        shown = reply.text + str(reply.blocks)
        assert not any(call in shown for call in ("<!channel>", "<!here>", "<!everyone>", "<@U1>")), text


@pytest.mark.parametrize("typed", ["Which overrides are active?", "Welche Ausnahmen gelten?"])
async def test_the_question_for_overrides_is_answered_with_the_list(typed: str) -> None:
    company = Fabrikam(replace(ONE_SHORT, overrides=(OVERRIDE,)))

    asked = await company.says(ADMIN, typed)

    assert "28" in asked.text
    assert asked.text.count("1. ") == 1
    assert (await company.says(ADMIN, "override list", private=False)).audience == "person"
    assert f"<@{ADMIN}>" in (await company.says(ADA, "override list")).text


async def test_a_note_is_kept_as_typed_and_shown_without_formatting_and_with_names_for_mentions() -> None:
    company = Fabrikam(ONE_SHORT)

    await company.says(ADMIN, f"{GRANT} until 2018-04-15 because *bold* <@{ADA}> and <@U0NOBODY> said so")
    reply = await company.says(ADMIN, "override list")
    shown = reply.text + str(reply.blocks)

    assert company.company.facts.overrides[0].grant.reason == f"*bold* <@{ADA}> and <@U0NOBODY> said so"
    assert "bold @Ada Lovelace and @… said so" in shown
    assert not any(raw in shown for raw in (ADA, "U0NOBODY", "*bold*"))


async def test_the_form_of_a_command_is_shown_as_the_table_of_commands_has_it() -> None:
    said = (await Fabrikam(FACTS).says(ADMIN, "override grant gold")).text

    assert "/assay override grant LEVEL COMPETENCY | @PERSON CODE [from DATE]" in said
    assert "override grant gold cloud platform until 2018-04-15" in said
