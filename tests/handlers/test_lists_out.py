import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from domain.facts import Achievement, CredentialOverride, Grant
from domain.reconciling import reconciled
from domain.seen import Seen, SeenExport
from handlers.replies import Reply
from tests.handlers.contoso import buttons, caller, labels, months, plain, unsendable
from tests.handlers.fabrikam import ADA, ADMIN, BOB, FACTS, GUEST, Fabrikam, speaks_german
from tests.handlers.test_importing import DANAS, WITH_MAIL, presses, sends
from tests.handlers.test_scores import company as designations
from tests.trainings import export, row

LENT = CredentialOverride(
    "ada", "70-534", date(2018, 1, 1), date(2018, 4, 1), "o1", Grant("Jane Doe", "not recognised", "T-17")
)


def sheets(reply: Reply) -> dict[str, list[list[object]]]:
    assert reply.document is not None
    book = load_workbook(io.BytesIO(reply.document.content))
    return {sheet.title: [[cell.value for cell in cells] for cells in sheet.rows] for sheet in book.worksheets}


@pytest.mark.parametrize("kind", ["standing", "achievements", "gaps", "audit"])
@pytest.mark.parametrize("user", [BOB, GUEST])
async def test_the_companys_lists_are_for_admins(kind: str, user: str) -> None:
    reply = await Fabrikam().says(user, f"export {kind}")

    assert reply.document is None
    assert reply.text.startswith(("Only admins can do this.", "You are a guest"))


async def test_everybody_on_record_gets_their_own_list_and_nothing_of_others() -> None:
    reply = await Fabrikam().says(ADA, "export mine csv")

    assert reply.document is not None
    text = reply.document.content.decode("utf-8-sig")
    assert "Ada Lovelace" in text
    assert "Bob Ross" not in text


async def test_a_workbook_has_days_as_days() -> None:
    reply = await Fabrikam().says(ADMIN, "export achievements")

    assert reply.text == "📎 Achievements: 3 rows. I send the file to our direct conversation."
    head, first, *_ = sheets(reply)["Achievements"]
    assert first[head.index("Earned on")] == datetime(2017, 2, 1)  # noqa: DTZ001 - as the workbook has it


async def test_a_list_that_there_is_not_is_told_with_those_that_there_are() -> None:
    for said in ("export", "export everything"):
        reply = await Fabrikam().says(ADMIN, said)
        assert "/assay export standing | achievements | gaps | audit | mine" in reply.text
        assert unsendable(reply) == []


@pytest.mark.parametrize(
    ("german", "head"), [(False, "Area,Competency,Level"), (True, "Kompetenzzentrum;Kompetenz;Stufe")]
)
async def test_a_text_file_has_the_separator_by_which_spreadsheets_of_the_language_open_it(
    head: str, *, german: bool
) -> None:
    company = Fabrikam()
    if german:
        speaks_german(company, ADMIN)

    reply = await company.says(ADMIN, "export standing csv")

    assert reply.document is not None
    assert reply.document.content.decode("utf-8-sig").startswith(head)


async def test_a_gap_that_is_not_known_is_told_from_one_that_is_missing() -> None:
    found = sheets(await Fabrikam().says(ADMIN, "export gaps"))["Gaps"]
    short = replace(FACTS, figures={"azure_customer_consumption": months(1)})
    few = sheets(await Fabrikam(short).says(ADMIN, "export gaps"))["Gaps"]
    kinds = {(str(line[0]), line[3]) for line in (*found, *few) if "$" in str(line[2])}

    assert ("Enterprise Resource Planning", "figure or status, not known") in kinds
    assert ("Cloud Platform", "figure or status") in kinds


async def test_the_proof_of_a_competency_names_rule_witness_and_override_with_its_ticket() -> None:
    company = Fabrikam(replace(FACTS, people=(replace(FACTS.people[0], achievements=()), FACTS.people[1])))
    facts = replace(company.company.facts, overrides=(LENT,))
    state = company.companies.states["fabrikam"]
    company.companies.states["fabrikam"] = replace(state, company=replace(state.company, facts=facts))

    found = sheets(await company.says(ADMIN, "evidence cloud platform gold"))

    assert [line[0] for line in found["Rules"] if str(line[1]).startswith("github")] == [
        "Where the rules are published"
    ]
    assert [(line[2], line[4], line[8]) for line in found["Proof"][1:]] == [
        ("Ada Lovelace", "70-534", "counts by an override"),
        ("Bob Ross", "70-532", "confirmed by the vendor"),
    ]
    assert found["Overrides"][1][1:3] == ["Ada Lovelace", "70-534"]
    assert found["Overrides"][1][5:] == ["Jane Doe", "T-17", "not recognised"]


async def test_the_proof_of_points_names_each_metric_and_who_earns_it() -> None:
    found = sheets(await designations().asked("evidence infrastructure", slash=True))
    rules, proof = ("\n".join(str(line) for line in found[name]) for name in ("Rules", "Proof"))

    assert "68 of 70 points" in rules
    assert "Net customer adds: 30 of 30" in rules
    assert [line[2] for line in found["Proof"] if line[4] == "azure-administrator-associate"] == [
        "Ada Lovelace",
        "Bob Ross",
    ]
    assert "azure-virtual-desktop-specialty" in proof


async def test_a_competency_has_to_be_named() -> None:
    assert "/assay evidence COMPETENCY [LEVEL]" in (await Fabrikam().says(ADMIN, "evidence of magic")).text


async def test_without_an_export_there_is_nothing_to_compare() -> None:
    assert (await Fabrikam().says(ADMIN, "reconcile")).text.startswith("I have read no export of the vendor yet.")


async def test_what_is_gone_at_the_vendor_is_told_with_what_falls_without_it() -> None:
    company = Fabrikam(FACTS, WITH_MAIL)
    await presses(company, await sends(company, export(DANAS, row(day="1/1/2016", mcpid="7001"))), 0)

    reply = await company.says(ADMIN, "reconcile")
    said = plain(reply)

    assert "• 2 achievements agree\n• 3 were confirmed once and are missing there now" in said
    assert "• Bob Ross: 70-496 of 1 Feb 2017 is missing there now." in said
    assert "*If only what the vendor shows counted*\n•" in said
    assert labels(reply) == ["As a table", "As a file"]
    assert unsendable(reply) == []
    file = await company.conversations.press(buttons(reply)[-1]["action_id"], "all", caller(ADMIN))
    assert [line[0] for line in sheets(file)["Differences from the vendor"][1:]] == ["missing at the vendor now"] * 3


async def test_a_file_that_brings_nothing_new_still_says_what_the_vendor_shows_now() -> None:
    company = Fabrikam(FACTS, WITH_MAIL)
    await presses(company, await sends(company, export(DANAS, row(day="1/1/2016", mcpid="7001"))), 0)
    assert "brings nothing new" in plain(await sends(company, export(row(day="1/1/2016", mcpid="7001"))))
    speaks_german(company, ADMIN)

    said = plain(await company.says(ADMIN, "abgleich"))

    assert "• 1 Erfolg stimmt überein" in said
    assert "• Dana Scully" not in said
    assert "• Dana: 70-533 vom 20.11.2017 fehlt dort jetzt." in said


async def test_more_goes_on_behind_the_last_that_was_shown_whatever_is_gone_by_then() -> None:
    earned = tuple(Achievement("70-533", date(2017, 1, day), id=f"a{day}") for day in range(1, 26))
    many = replace(FACTS, people=(replace(FACTS.people[0], achievements=earned), FACTS.people[1]))
    company = Fabrikam(many, WITH_MAIL)
    await presses(company, await sends(company, export(DANAS, row(day="1/1/2016", mcpid="7001"))), 0)
    first = await company.says(ADMIN, "reconcile")
    ada, *others = company.company.facts.people
    left = tuple(achievement for achievement in ada.achievements if achievement.earned.day > 5)
    state = company.companies.states["fabrikam"]
    facts = replace(state.company.facts, people=(replace(ada, achievements=left), *others))
    company.companies.states["fabrikam"] = replace(state, company=replace(state.company, facts=facts, revision=9))

    second = plain(await presses(company, first, 0))

    shown = [line for line in (plain(first) + second).splitlines() if line.startswith("• Ada")]
    assert labels(first) == ["More", "As a table", "As a file"]
    assert len(shown) == len({*shown})
    assert "of 12 Jan 2017" in second


@pytest.mark.parametrize(("day", "outside"), [(date(2017, 1, 31), 0), (date(2017, 2, 1), 0), (date(2017, 2, 2), 3)])
def test_what_is_older_than_the_export_is_no_difference(day: date, outside: int) -> None:
    found = reconciled(FACTS, SeenExport("a.csv", date(2018, 1, 15), (Seen("ada", "70-532", day),)))

    assert found.outside == outside
    assert found.count("gone") == 3 - outside
    assert found.count("only_there") == 1
