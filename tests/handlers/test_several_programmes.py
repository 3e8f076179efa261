"""An organisation in several programmes: Home, forms, files, ids, going live, and what a change does in each."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.dates import Month
from domain.enrolments import turned
from domain.facts import Facts, LevelOverride, Membership
from tests.handlers.contoso import (
    ADA,
    ADMIN,
    ORGANISATION,
    Contoso,
    buttons,
    caller,
    labels,
    plain,
    plain_blocks,
)
from tests.handlers.test_programmes import DESIGNATIONS, NOW, PEOPLE, TIERS

SECURITY = LevelOverride("security", "solutions-partner", date(2026, 10, 1), date(2027, 1, 1), id="o1")
PREMIER = LevelOverride("services-path", "premier", date(2026, 10, 1), date(2026, 12, 1), id="o2")
FIGURES = b"Month;Launched opportunities;Azure consumed revenue\n2026-09;3;1000\n2026-10;4;1200\n"


def company(*, first: str = DESIGNATIONS, stage: str = "live") -> Contoso:
    """A company with designations and tiers; each has an override, and a membership to renew."""
    here = Facts("developed", overrides=(SECURITY,), membership=membership("solutions-partner"))
    there = Facts("developed", overrides=(PREMIER,), membership=membership("premier"))
    one, other, beside = (here, there, TIERS) if first == DESIGNATIONS else (there, here, DESIGNATIONS)
    facts = replace(one, people=PEOPLE, elsewhere={beside: other})
    known = replace(ORGANISATION, programme=first, stage="quiet" if stage == "quiet" else "live")
    return Contoso(facts, organisation=known, now=NOW)


def membership(level: str) -> Membership:
    return Membership(level, date(2026, 1, 20), date(2027, 1, 20))


@pytest.mark.parametrize("first", [DESIGNATIONS, TIERS])
async def test_overrides_are_numbered_through_all_programmes_and_a_number_means_one_alone(first: str) -> None:
    contoso = company(first=first)
    listed = plain(await contoso.asked("override list", slash=True))
    ended = plain(await contoso.asked("override end 2", slash=True))
    wrong = await contoso.asked("override end 3", slash=True)

    known = await contoso.companies.get("contoso")
    left = [o.id for each in (DESIGNATIONS, TIERS) for o in turned(known, each).facts.overrides if o.until > NOW.date()]
    assert "1. *Security" in listed
    assert "2. *Services Path" in listed
    assert "Services Path" in ended
    assert left == ["o1"]
    assert "The list has 1" in wrong.text


async def test_home_shows_each_programme_and_its_buttons_stay_in_it() -> None:
    contoso = company()

    view = await contoso.conversations.home(caller(ADMIN))
    said = plain_blocks(view["blocks"])
    forms = [e["value"] for b in view["blocks"] if b["type"] == "actions" for e in b["elements"]]
    form = await contoso.conversations.form(f"membership home {TIERS}", caller(ADMIN))

    assert said.count("*Solutions Partner designations*") == 2
    assert said.count("*AWS Services Path*") == 2
    assert "Premier membership" in said
    assert f"membership home {TIERS}" in forms
    assert f"en - - - {TIERS}" in forms
    levels = next(b["element"]["options"] for b in form["blocks"] if b.get("block_id") == "level")
    assert {option["value"] for option in levels} == {"select", "advanced", "premier"}
    assert form["private_metadata"] == f"en home {TIERS}"


async def test_a_button_without_a_competency_stays_in_its_programme() -> None:
    contoso = company(first=TIERS)
    reply = await contoso.asked("forecast", slash=True)
    values = [b["value"] for b in buttons(reply) if b["action_id"] == "calendar"]

    files = [await contoso.conversations.press("calendar", value, caller(ADMIN)) for value in values]

    assert values == [f"- - {TIERS}", f"- - {DESIGNATIONS}"]
    assert [b"Security" in (file.document.content if file.document else b"") for file in files] == [False, True]


async def test_a_form_for_one_programme_asks_first_for_which() -> None:
    contoso = company()

    reply = await contoso.asked("override grant", slash=True)

    assert "For which programme?" in plain(reply)
    assert labels(reply) == ["Solutions Partner designations", "AWS Services Path"]
    assert [b["value"] for b in buttons(reply)] == [f"override {DESIGNATIONS}", f"override {TIERS}"]


async def test_a_file_of_figures_goes_to_the_programmes_that_count_them_and_is_taken_back_from_them() -> None:
    contoso = company()

    async def content() -> bytes:
        return FIGURES

    shown = await contoso.conversations.receive_file("figures.csv", content, caller(ADMIN))
    taken = await contoso.pressed(shown, next(label for label in labels(shown) if "4" in label))
    known = await contoso.companies.get("contoso")
    await contoso.pressed(taken, labels(taken)[0])
    after = await contoso.companies.get("contoso")

    october = Month(2026, 10)
    assert known.facts.figures["azure_consumption"][october] == Decimal(1200)
    assert turned(known, TIERS).facts.figures["launched_opportunities"][october] == Decimal(4)
    assert not any(after.facts.figures.get("azure_consumption", {}).values())
    assert not any(turned(after, TIERS).facts.figures.get("launched_opportunities", {}).values())


async def test_a_list_may_name_credentials_of_every_programme_and_says_what_it_changes_in_each() -> None:
    contoso = company()
    rows = ["Name;Exam;Date", "Ada Lovelace;azure-virtual-desktop-specialty;2026-10-01"]
    rows += [f"Ada Lovelace;{code};2026-10-01" for code in ("AWS-FOUNDATIONAL", "AWS-ACCREDITED-TECHNICAL")]

    async def content() -> bytes:
        return "\n".join(rows).encode()

    shown = await contoso.conversations.receive_file("list.csv", content, caller(ADMIN))
    taken = plain(await contoso.pressed(shown, "Import, names are right"))

    ada = (await contoso.companies.get("contoso")).facts.people[0]
    assert {"azure-virtual-desktop-specialty", "AWS-FOUNDATIONAL"} <= {each.credential for each in ada.achievements}
    assert "In the programme AWS Services Path:" in taken


async def test_who_links_hears_what_it_changes_in_every_programme() -> None:
    facts = Facts("developed", PEOPLE, elsewhere={TIERS: Facts("developed")})
    contoso = Contoso(facts, organisation=replace(ORGANISATION, programme=DESIGNATIONS), now=NOW)

    said = plain(await contoso.asked("link AWS-FOUNDATIONAL 2026-10-01", ADA, slash=True))

    assert "Services Path" in said
    assert "Security" not in said


async def test_ids_at_the_vendor_are_kept_for_each_programme() -> None:
    contoso = company()

    first = await contoso.asked("organisation ids 4711", slash=True)
    other = plain(await contoso.asked("organisation ids aws-services-path 815 816", slash=True))
    wrong = await contoso.asked("organisation ids ms-mpn-competencies 99", slash=True)

    companies = contoso.companies
    assert "4711" in first.text
    assert "In the programme AWS Services Path." in other
    assert await companies.by_vendor_id(DESIGNATIONS, ["4711", "815"]) == {"4711": "contoso"}
    assert await companies.by_vendor_id(TIERS, ["4711", "815"]) == {"815": "contoso"}
    assert await companies.vendor_ids("contoso") == ["4711", "815", "816"]
    assert "I could not read: ms-mpn-competencies" in wrong.text


async def test_going_live_tells_one_summary_and_nothing_of_before_in_any_programme() -> None:
    contoso = company(stage="quiet")

    await contoso.asked("live", slash=True)
    first = [owed.kind for _, owed in contoso.companies.states["contoso"].told]
    found = await contoso.conversations.look("contoso")

    assert first.count("went_live") == 1
    assert "renewal" not in first
    assert [notice for notice in found.notices if notice.kind == "renewal"] == []


async def test_what_was_earned_for_a_programme_in_which_it_takes_no_part_is_refused_with_the_way_to_join() -> None:
    contoso = Contoso(Facts("developed", PEOPLE), organisation=replace(ORGANISATION, programme=DESIGNATIONS), now=NOW)

    typed = await contoso.asked("link 70-533 2016-11-01", ADA, slash=True)
    said = await contoso.asked("I passed 70-533 yesterday", ADA)

    assert "counts in Microsoft Partner Network competencies" in typed.text
    assert "`/assay programme join ms-mpn-competencies`" in typed.text
    assert said.text == typed.text
    assert len((await contoso.companies.get("contoso")).facts.people[0].achievements) == 2
