"""A list behind its answer: further rows that are right whatever was changed since, a table, a file."""

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from bot.plainer import plainer
from domain.facts import Achievement, Facts, LevelOverride, Person
from handlers.replies import Reply
from handlers.tabled import said_in
from tests.handlers.contoso import (
    ADA,
    ADMIN,
    CARLA,
    FACTS,
    GUEST,
    MEMBERS,
    ORGANISATION,
    SINCE_2017,
    Contoso,
    buttons,
    caller,
    grammar,
    labels,
    plain,
    plain_blocks,
    unsendable,
)

PROGRAMME = grammar().catalogue[ORGANISATION.programme]
LEVELS = [(c, level) for c in PROGRAMME.competencies for level in PROGRAMME.levels]
CODES = sorted(PROGRAMME.credentials)
EXAM = Achievement("70-533", date(2017, 1, 2))


@cache
def facts() -> Facts:
    """Seventy people who hold 70-533 until some day of 2018, forty overrides; Ada holds forty exams."""
    held = tuple(Achievement(code, date(2016, 1, 1 + at % 28), id=f"a{at:02}") for at, code in enumerate(CODES[:40]))
    people = [
        Person(f"p{n:02}", (replace(EXAM, expires=date(2018, 2, 1 + n % 28)),), SINCE_2017, f"P {n:02}")
        for n in range(70)
    ]
    overrides = tuple(
        LevelOverride(c, level, date(2017, 12, 1), date(2018, 3, 1 + at % 28), id=f"o{at:02}")
        for at, (c, level) in enumerate((LEVELS * 3)[:40])
    )
    return replace(FACTS, people=(Person("ada", held, SINCE_2017, "Ada Lovelace"), *people), overrides=overrides)


def company() -> Contoso:
    members = tuple(member for member in MEMBERS if member.person in {None, "ada"})
    return Contoso(facts(), members)


def rows(reply: Reply) -> list[list[str]]:
    """What a table shows, its head first."""
    [table] = [block for block in reply.blocks if block["type"] == "data_table"]
    return [[cell["text"] for cell in row] for row in table["rows"]]


QUESTIONS = [
    ("mine", ADA, True),
    ("who holds 70-533?", ADMIN, False),
    ("who counts for Cloud Platform?", ADMIN, False),
    ("what expires until 2018-06-30?", ADMIN, True),
    ("/forecast until 2018-06-30", ADMIN, True),
    ("which overrides are active?", ADMIN, True),
]


async def answered(known: Contoso, question: str, user: str) -> Reply:
    return await known.asked(question.removeprefix("/"), user, slash=question.startswith("/"))


@pytest.mark.parametrize(("question", "user", "more"), QUESTIONS)
async def test_a_list_can_be_read_on_and_had_as_a_table_and_as_a_file(question: str, user: str, *, more: bool) -> None:
    known = company()
    shown = await answered(known, question, user)
    table = await known.pressed(shown, "As a table", user)
    files = [await known.pressed(table, label, user) for label in ("As CSV", "As a workbook (XLSX)")]

    assert ("More" in labels(shown)) is more
    assert unsendable(shown) == unsendable(table) == []
    assert len(rows(table)) > 1
    assert [file.document.name[-4:] for file in files if file.document] == [".csv", "xlsx"]


@pytest.mark.parametrize(("question", "user", "more"), [each for each in QUESTIONS if each[2]])
async def test_more_goes_on_to_the_end_and_shows_each_row_once(question: str, user: str, *, more: bool) -> None:
    known = company()
    shown = await answered(known, question, user)
    whole = await known.pressed(shown, "As a table", user)
    pages = []
    while "More" in labels(shown):
        shown = await known.pressed(shown, "More", user)
        assert unsendable(shown) == []
        assert len(plain(shown).splitlines()) <= 45
        pages.append(plain(shown))

    assert more
    assert len(set(pages)) == len(pages)
    assert len(rows(whole)) - 1 >= len(pages)


async def test_more_is_right_whatever_was_changed_since() -> None:
    known = company()
    shown = await known.asked("mine", ADA)
    second = await known.pressed(shown, "More", ADA)
    state = known.companies.states[ORGANISATION.id]
    ada, *others = state.company.facts.people
    new = Achievement("MCSD-APP", date(2018, 1, 10), id="new")
    changed = replace(ada, achievements=(new, *(a for a in ada.achievements if a.id != "a27")))
    later = replace(state.company, revision=5, facts=replace(state.company.facts, people=(changed, *others)))
    known.companies.states[ORGANISATION.id] = replace(state, company=later)

    assert plain(await known.pressed(shown, "More", ADA)).splitlines()[1:] == plain(second).splitlines()[1:]


async def test_the_overrides_keep_their_numbers_on_every_page() -> None:
    known = company()
    shown = await known.asked("override list", slash=True)
    second = await known.pressed(shown, "More")

    first, others = (re.findall(r"^(\d+)\. ", plain(each), re.MULTILINE) for each in (shown, second))
    assert len(first) == 10
    assert others
    assert {*first}.isdisjoint(others)
    ended = await known.asked(f"override end {others[0]}", slash=True)
    again = await known.asked(f"override end {others[0]}", slash=True)
    assert "ends today" in plain(ended)
    assert f"Override {others[0]} is over" in again.text


async def test_names_are_in_the_tables_of_those_alone_who_may_know_them() -> None:
    known = company()
    button = buttons(await known.asked("who holds 70-533?"))[0]

    assert "As a table" not in labels(await known.asked("who holds 70-533?", ADA))
    assert "As a table" not in labels(await known.asked_in_channel("who holds 70-533?"))
    told = await known.conversations.press(button["action_id"], button["value"], caller(ADA))
    assert "P 01" not in str(told)
    assert "P 01" in str(await known.conversations.press(button["action_id"], button["value"], caller(ADMIN)))


@pytest.mark.parametrize("name", ["overrides", "reconcile", "audit"])
async def test_lists_for_admins_are_for_admins(name: str) -> None:
    value = json.dumps(["en", name, [], []])
    for kind in ("list_more", "list_table", "list_file:csv"):
        assert "admin" in (await company().conversations.press(kind, value, caller(ADA))).text
        assert (await company().conversations.press(kind, value, caller(GUEST))).blocks == ()


@pytest.mark.parametrize(
    "value",
    [
        *("", "x", "[]", '["en","mine"]', '["fr","mine",[],[]]', '["en","nothing",[],[]]'),
        *('["en","holders",["x","-"],[]]', '["en","holders",[],[]]', '["en","counting",["devops","gold","x"],[]]'),
        *('["en","expiring",["x","-"],[]]', '["en","forecast",["-","x"],[]]', '["en","audit",["x"],[]]'),
        *('["en",["mine"],[],[]]', '["en","mine",1,[]]'),
    ],
)
@pytest.mark.parametrize("kind", ["list_more", "list_table", "list_file"])
async def test_a_button_of_another_time_says_so(kind: str, value: str) -> None:
    said = await company().conversations.press(kind, value, caller(ADMIN))

    assert said.text == "This button belongs to an older message. Please ask again."


async def test_what_is_gone_by_now_is_said_in_a_sentence() -> None:
    known = company()
    shown = await known.asked("which overrides are active?")
    state = known.companies.states[ORGANISATION.id]
    none = replace(state.company, revision=7, facts=replace(state.company.facts, overrides=()))
    known.companies.states[ORGANISATION.id] = replace(state, company=none)

    for label in ("More", "As a table"):
        assert plain(await known.pressed(shown, label)) == "Overrides in force or to come: nothing further."


async def test_in_german_the_list_is_german() -> None:
    known = Contoso()
    shown = await known.asked("Wer zählt für Silber in Cloudplattform?", CARLA)
    table = await known.conversations.press("list_table", '["de","mine",[],[]]', caller(CARLA))

    assert "Als Tabelle" not in labels(shown)
    assert rows(table)[0] == ["Prüfung", "Titel", "Erworben am", "Läuft ab am", "Zustand", "Zählt"]
    assert labels(table) == ["Als CSV", "Als Arbeitsmappe (XLSX)"]


async def test_who_counts_reads_as_what_and_who_cannot_be_replaced() -> None:
    known = Contoso()
    table = await known.pressed(await known.asked("who counts for Silver in Cloud Platform?"), "As a table")

    assert rows(table)[0] == ["Level", "Name", "Counts", "What the place asks for"]
    assert rows(table)[1][:3] == ["Silver", "Ada Lovelace", "counts, and nobody could replace them"]


async def test_a_slack_without_data_tables_gets_a_table_and_one_without_tables_the_same_in_lines() -> None:
    known = company()
    table = await known.pressed(await known.asked("who holds 70-533?"), "As a table")
    _, older, lines, nothing = plainer(table.blocks)

    assert [block["type"] for block in older] == ["section", "table", "actions"]
    assert unsendable(replace(table, blocks=older)) == unsendable(replace(table, blocks=lines)) == []
    assert "• P 00 · 2 Jan 2017 · 1 Feb 2018 · claimed" in plain_blocks(lines).replace("\u202f", " ")
    assert nothing == ()


def test_what_a_button_carries_fits_it() -> None:
    words, asked, more = said_in('["de","mine",["a"],["b","c"],"csv"]')

    assert (words.language, asked.about, asked.after, more) == ("de", ("a",), ("b", "c"), ("csv",))
