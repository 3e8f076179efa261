import json
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.facts import CredentialOverride
from tests.handlers.contoso import buttons, caller, labels, plain
from tests.handlers.fabrikam import ADA, ADMIN, BOB, FACTS, TODAY, Fabrikam, speaks_german

METRIC = "azure_customer_consumption"


async def worked(company: Fabrikam) -> None:
    """Some changes of three kinds, by two people."""
    await company.says(ADMIN, f"figure {METRIC} 2017-12 99000")
    await company.says(ADMIN, "market developing")
    await company.says(ADA, "link 70-534 2017-11-20")


async def test_admins_read_who_changed_what_before_and_after_the_newest_first() -> None:
    company = Fabrikam()
    await worked(company)

    lines = plain(await company.says(ADMIN, "audit")).splitlines()

    assert lines[0].startswith("*Who changed what* (times in ")
    assert "achievement recorded: Ada" in lines[1]
    assert lines[2].endswith(f"<@{ADMIN}>: market set. Before: developed. After: developing.")
    assert lines[3].endswith(f"figure reported: {METRIC} 2017-12. Before: 13000. After: 99000.")


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("audit figures", ["figure reported"]),
        (f"audit <@{ADA}>", ["achievement recorded"]),
        ("audit from 2018-01-15 until 2018-01-15", ["achievement recorded", "market set", "figure reported"]),
        ("audit until 2018-01-14", []),
        ("audit from 2018-01-16", []),
    ],
)
async def test_the_audit_is_filtered_by_person_kind_and_days(typed: str, kinds: list[str]) -> None:
    company = Fabrikam()
    await worked(company)

    shown = plain(await company.says(ADMIN, typed))

    every = ["achievement recorded", "market set", "figure reported"]
    assert [kind for kind in every if kind in shown] == kinds
    assert ("Nothing of this kind was changed." in shown) == (not kinds)


async def test_older_ones_follow_even_when_something_was_changed_in_between() -> None:
    company = Fabrikam()
    for number in range(12):
        await company.says(ADMIN, f"figure {METRIC} 2017-12 {1000 + number}")
    first = await company.says(ADMIN, "audit")
    more = next(b for b in buttons(first) if b["text"]["text"] == "Older ones")
    await company.says(ADMIN, "market developing")

    rest = await company.conversations.press(more["action_id"], more["value"], caller(ADMIN))

    assert [line.rpartition("After: ")[2] for line in plain(first).splitlines()[1:]] == [
        f"{1011 - n}." for n in range(10)
    ]
    assert [line.rpartition("After: ")[2] for line in plain(rest).splitlines()[1:]] == ["1001.", "1000."]
    assert "Older ones" not in labels(rest)


@pytest.mark.parametrize(
    ("german", "head", "rows"),
    [
        (
            False,
            ["When", "By", "What", "About", "Before", "After", "Because"],
            [
                ["Ada Lovelace", "achievement recorded", "Ada Lovelace", "–", "credential 70-534, earned 2017-11-20"],
                ["Root", "market set", "–", "developed markets", "developing markets"],
                ["Root", "figure reported", "Azure consumption of customers, December 2017", "13000", "99000"],
            ],
        ),
        (
            True,
            ["Wann", "Von", "Was", "Betrifft", "Vorher", "Nachher", "Grund"],
            [
                ["Ada Lovelace", "Erfolg eingetragen", "Ada Lovelace", "–", "Nachweis 70-534, erlangt 2017-11-20"],
                ["Root", "Markt festgelegt", "–", "entwickelte Märkte", "Entwicklungsmärkte"],
                ["Root", "Kennzahl gemeldet", "Azure-Verbrauch der Kunden, Dezember 2017", "13000", "99000"],
            ],
        ),
    ],
)
async def test_the_table_says_every_change_in_words_that_its_reader_knows(
    head: list[str], rows: list[list[str]], *, german: bool
) -> None:
    company = Fabrikam()
    await worked(company)
    if german:
        await company.says(ADMIN, "language de")
    button = next(b for b in buttons(await company.says(ADMIN, "audit")) if b["action_id"] == "list_table")

    shown = await company.conversations.press(button["action_id"], button["value"], caller(ADMIN))

    [table] = [block for block in shown.blocks if block["type"] == "data_table"]
    told, *changes = [[cell["text"] for cell in row] for row in table["rows"]]
    assert told == head
    for row, expected in zip(changes, rows, strict=True):
        assert row[0].endswith("10:30")
        assert [*row[1:5], row[5].partition(", " + ("Stand" if german else "state"))[0]] == expected


async def test_all_of_it_comes_as_a_file_that_no_spreadsheet_runs() -> None:
    company = Fabrikam()
    await company.says(ADMIN, f"withdraw figure {METRIC} 2017-12 because =2+2")

    reply = await company.says(ADMIN, "audit csv")

    assert reply.document is not None
    head, row = reply.document.content.decode("utf-8-sig").splitlines()
    assert head == "at,by,kind,about,person,before,after,because"
    assert row.endswith(f"WithdrawFigure,{METRIC} 2017-12,,13000,,'=2+2")


@pytest.mark.parametrize("typed", ["audit", "withdraw figure x 2017-12", "withdraw association <@U0BOB>"])
async def test_only_admins_read_the_audit_and_correct_what_is_the_companys(typed: str) -> None:
    company = Fabrikam()

    assert f"<@{ADMIN}>" in (await company.says(BOB, typed)).text
    assert company.company.facts == FACTS


async def test_a_figure_a_status_an_achievement_and_an_association_are_withdrawn_with_the_reason() -> None:
    company = Fabrikam(replace(FACTS, flags={"authorized_surface_hub_adr": True}))
    for typed in (
        f"withdraw figure {METRIC} 2017-12 because typed twice",
        "withdraw flag authorized_surface_hub_adr",
        f"withdraw <@{ADA}> 70-533 because not hers",
        f"withdraw association <@{BOB}>",
    ):
        assert "✅ Withdrawn: " in plain(await company.says(ADMIN, typed))

    facts = company.company.facts
    ada = facts.people[0]
    assert len(facts.figures[METRIC]) == len(FACTS.figures[METRIC]) - 1
    assert facts.flags == {}
    assert "70-533" not in {achievement.credential for achievement in ada.achievements}
    assert facts.people[1].associations == ()
    assert len(facts.people[1].achievements) == len(FACTS.people[1].achievements)
    assert company.company.members[BOB].person == "bob"
    assert "Because: not hers" in plain(await company.says(ADMIN, "audit achievements"))


async def test_whose_association_was_withdrawn_stays_on_record_and_counts_again_from_the_next_link() -> None:
    company = Fabrikam()
    held = {achievement.id for achievement in FACTS.people[1].achievements}
    await company.says(ADMIN, f"withdraw association <@{BOB}> because too early")

    assert not any(company.company.facts.people[1].associated_on(d) for d in (TODAY, TODAY.replace(year=2012)))
    assert "Because: too early" in plain(await company.says(ADMIN, f"audit <@{BOB}>"))
    assert "nothing on record to withdraw" in (await company.says(ADMIN, f"withdraw association <@{BOB}>")).text

    await company.says(BOB, "link 70-535 2018-01-01")
    bob = company.company.facts.people[1]
    assert len(company.company.facts.people) == len(FACTS.people)
    assert held < {achievement.id for achievement in bob.achievements}
    assert not bob.associated_on(TODAY - timedelta(days=1))
    assert bob.associated_on(TODAY)


async def test_everybody_may_withdraw_their_own_achievement_and_nobody_elses() -> None:
    company = Fabrikam()

    refused = await company.says(BOB, f"withdraw <@{ADA}> 70-533")
    assert f"<@{ADMIN}>" in refused.text
    assert company.company.facts == FACTS

    assert "✅ Withdrawn" in plain(await company.says(ADA, f"withdraw <@{ADA}> 70-533"))
    assert "✅ Withdrawn" in plain(await company.says(BOB, "withdraw 70-496 because I mistyped it"))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("withdraw", "What never was true?"),
        ("withdraw membership", "/assay membership correct"),
        ("withdraw override 1 because wrong", "/assay override withdraw NUMBER"),
        (f"withdraw figure {METRIC} 2011-12", "nothing on record to withdraw"),
        (f"withdraw figure {METRIC} soon", "soon"),
        ("withdraw flag authorized_surface_hub_adr", "nothing on record to withdraw"),
        (f"withdraw <@{ADA}> 70-346", "nothing on record to withdraw"),
    ],
)
async def test_what_is_not_there_cannot_be_withdrawn(typed: str, told: str) -> None:
    company = Fabrikam()

    assert told in (await company.says(ADMIN, typed)).text
    assert company.company.facts == FACTS


async def test_whom_an_override_speaks_of_stays_until_that_is_withdrawn() -> None:
    override = CredentialOverride("bob", "70-534", TODAY, TODAY.replace(year=2019), "o1")
    company = Fabrikam(replace(FACTS, overrides=(override,)))

    assert "An override speaks of" in (await company.says(ADMIN, f"withdraw association <@{BOB}>")).text


async def test_everybody_gets_all_about_themselves_as_a_file() -> None:
    company = Fabrikam()
    await company.says(ADA, "link 70-534 2017-11-20")

    reply = await company.says(ADA, "mine export")

    assert reply.document is not None
    found = json.loads(reply.document.content)
    assert found["person"][0]["id"] == "ada"
    assert [entry["kind"] for entry in found["audit"]] == ["Link"]
    assert reply.document.name == f"my-data-{TODAY}.json"


@pytest.mark.parametrize(("until", "refused"), [("2018-01-09", True), ("2018-01-10", False)])
async def test_the_audit_is_not_read_backwards(until: str, *, refused: bool) -> None:
    said = (await Fabrikam().says(ADMIN, f"audit from 2018-01-10 until {until}")).text

    assert ("name the earlier day first" in said) == refused


@pytest.mark.parametrize(("days", "told"), [(0, True), (1, False)])
async def test_nobody_reads_in_their_own_file_that_they_are_to_leave(days: int, *, told: bool) -> None:
    company, day = Fabrikam(), TODAY + timedelta(days=days)
    await company.says(ADMIN, f"leaving <@{ADA}> {day}")
    assert [a.until for a in company.company.facts.people[0].associations or ()] == [day]

    reply = await company.says(ADA, "mine export")

    assert reply.document is not None
    content = reply.document.content.decode()
    assert ('"Depart"' in content, f'"until": "{day}"' in content, ADMIN in content) == (told, told, told)


async def test_in_german_too() -> None:
    company = Fabrikam()
    speaks_german(company, ADMIN)
    speaks_german(company, ADA)
    await company.says(ADMIN, f"zurückziehen kennzahl {METRIC} 2017-12 weil doppelt")

    assert f"Kennzahl zurückgezogen: {METRIC} 2017-12. Vorher: 13000. Nachher: –. Grund: doppelt" in plain(
        await company.says(ADMIN, "protokoll kennzahlen")
    )
    assert "als Datei in unser direktes Gespräch geschickt" in plain(await company.says(ADA, "meine daten"))


async def test_an_override_of_which_nothing_else_is_known_says_nothing_of_its_grant() -> None:
    company = Fabrikam()
    await company.says(ADMIN, "override grant gold cloud platform until 2018-04-01")

    assert plain(await company.says(ADMIN, "audit overrides")).splitlines()[1].endswith("until 2018-04-01.")


async def test_people_are_named_and_fields_that_say_nothing_are_left_out() -> None:
    company = Fabrikam()
    await company.says(ADMIN, f"override grant <@{BOB}> 70-534 until 2018-04-01 by Jane because late")

    line = plain(await company.says(ADMIN, "audit overrides")).splitlines()[1]

    assert "After: person Bob Ross, credential 70-534, since 2018-01-15, until 2018-04-01" in line
    assert "id-" not in line
