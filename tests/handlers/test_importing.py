from dataclasses import replace
from datetime import date

import pytest

from domain.exports import FileRefusedError
from domain.facts import Achievement
from domain.ports import Member
from handlers.replies import Reply
from tests.fakes import MemoryCompanies
from tests.handlers.contoso import buttons, caller, labels, plain, unsendable
from tests.handlers.fabrikam import (
    ADA_HOLDS,
    ADMIN,
    BOB,
    DANA,
    FACTS,
    GUEST,
    MEMBERS,
    ONE_SHORT,
    TODAY,
    Fabrikam,
    speaks_german,
)
from tests.trainings import EXAM, SAMPLE, export, row

DANAS_MAIL = "dana@fabrikam.example"
WITH_MAIL = tuple(replace(m, email=DANAS_MAIL) if m.user == DANA else m for m in MEMBERS)
LINE = b",70-533,,,,,,20/11/2017,,,7001,,,,,,\n"
DANAS = row(EXAM, "20/11/2017 00:00", "7001", CorpEmail=DANAS_MAIL, IndividualFirstName="Dana")


async def sends(company: Fabrikam, content: bytes, user: str = ADMIN, file: str = "trainings.csv") -> Reply:
    async def fetch() -> bytes:
        return content

    return await company.conversations.receive_file(file, fetch, caller(user))


async def presses(company: Fabrikam, reply: Reply, place: int, user: str = ADMIN) -> Reply:
    button = buttons(reply)[place]
    return await company.conversations.press(button["action_id"], button["value"], caller(user))


def held(company: Fabrikam, user: str = DANA) -> list[tuple[str, str]]:
    person = company.company.members[user].person
    found = next((p for p in company.company.facts.people if p.id == person), None)
    return [(a.credential, a.state) for a in found.achievements] if found else []


def one_short() -> Fabrikam:
    return Fabrikam(ONE_SHORT, WITH_MAIL)


async def test_a_preview_says_what_would_come_and_changes_nothing() -> None:
    company = one_short()
    before = company.company

    reply = await sends(company, export(DANAS, row("Exam 98-349: Basics")))
    said = plain(reply)

    assert said.startswith("📄 *trainings.csv* – this is what I would record. Nothing is changed yet.")
    assert "I read 2 rows:\n• 1 is new\n• 1 is left out\n1 person is new here" in said
    assert "*What it would change*\n•" in said
    assert "• *Cloud Platform Gold*: people 1 of 2 → 2 of 2 – *now met* ✅" in said
    assert "• Row 3: “Exam 98-349: Basics” names nothing that this programme counts." in said
    assert "I keep the file for a day; after that, or when you cancel, it is gone." in said
    assert labels(reply) == ["Import 1 row", "Cancel"]
    assert unsendable(reply) == []
    assert company.company == before


async def test_the_same_in_german() -> None:
    company = one_short()
    speaks_german(company, ADMIN)

    reply = await sends(company, export(DANAS, row("Exam 98-349: Basics")))
    done = await presses(company, reply, 0)

    assert plain(reply).startswith("📄 *trainings.csv* – das würde ich eintragen. Noch ist nichts geändert.")
    assert "Ich habe 2 Zeilen gelesen:\n• 1 ist neu\n• 1 bleibt weg\n1 Person ist hier neu" in plain(reply)
    assert "• Zeile 3: „Exam 98-349: Basics“ ist nichts, was in diesem Programm zählt." in plain(reply)
    assert labels(reply) == ["1 Zeile einlesen", "Abbrechen"]
    assert "Beim Anbieter ist nichts zu tun" in plain(done)
    assert "• *Cloudplattform Gold*: Personen 1 von 2 → 2 von 2 – *jetzt erfüllt* ✅" in plain(done)
    assert labels(done) == ["Diesen Import zurücknehmen"]


async def test_the_button_imports_and_says_what_it_changed() -> None:
    company = one_short()

    reply = await presses(company, await sends(company, export(DANAS)), 0)
    said = plain(reply)

    assert said.startswith("✅ *trainings.csv* is imported.")
    assert "• *Cloud Platform Gold*: people 1 of 2 → 2 of 2 – *now met* ✅" in said
    assert "At the vendor there is nothing to do: these rows come from there." in said
    assert "As of 15 January 2018. Rules:" in said
    assert labels(reply) == ["Withdraw this import"]
    assert unsendable(reply) == []
    assert held(company) == [("70-533", "confirmed")]


async def test_a_second_press_imports_nothing_more() -> None:
    company = one_short()
    preview = await sends(company, export(DANAS))
    await presses(company, preview, 0)
    before = company.company

    assert (await presses(company, preview, 0)).text == "This file is imported already; nothing was changed."
    assert (await presses(company, preview, 1)).text == "This file is imported already; nothing was changed."
    assert company.company == before


async def test_a_cancelled_file_is_gone() -> None:
    company = one_short()
    before = company.company
    preview = await sends(company, export(DANAS))

    assert (await presses(company, preview, 1)).text == "Cancelled: nothing was recorded, and the file is gone."
    assert "This file is gone" in (await presses(company, preview, 0)).text
    assert company.company == before


async def test_the_same_file_again_has_nothing_to_press() -> None:
    company = one_short()
    await presses(company, await sends(company, export(DANAS)), 0)

    again = await sends(company, export(DANAS))

    assert again.text.startswith("📄 trainings.csv brings nothing new, so nothing was changed.")
    assert labels(again) == []


async def test_withdrawing_an_import_takes_all_of_it_back_once() -> None:
    company = one_short()
    before = company.company
    done = await presses(company, await sends(company, export(DANAS)), 0)

    said = plain(await presses(company, done, 0))

    assert said.startswith("🗑️ This import is withdrawn: 1 achievement that it brought counts on no date any more.")
    assert "1 person who came on record with it" in said
    assert "*Cloud Platform Gold*: people 2 of 2 → 1 of 2" in said
    assert company.company.facts == before.facts
    assert company.company.members == before.members
    assert "withdrawn already" in (await presses(company, done, 0)).text


async def test_a_claim_is_confirmed_and_is_a_claim_again_when_the_import_is_withdrawn() -> None:
    claim = Achievement("70-533", date(2017, 11, 20), id="claim")
    company = Fabrikam(replace(FACTS, people=(replace(ADA_HOLDS, profile="7001", achievements=(claim,)),)))

    done = await presses(company, await sends(company, export(row(mcpid="7001"))), 0)
    assert "1 confirms what is on record as somebody's own statement" in plain(done)
    assert held(company, "U0ADA") == [("70-533", "confirmed")]

    said = plain(await presses(company, done, 0))
    assert "1 achievement is again as it was before the import." in said
    assert held(company, "U0ADA") == [("70-533", "claimed")]


async def test_rows_of_a_profile_that_somebody_else_holds_wait() -> None:
    other = Fabrikam(companies=MemoryCompanies())
    people = (replace(ADA_HOLDS, profile="7001"), FACTS.people[1])
    company = Fabrikam(replace(FACTS, people=people), WITH_MAIL)

    said = plain(await sends(company, export(DANAS)))

    assert other.company.facts == FACTS
    assert "*Rows that wait*\n• Row 2: profile 7001 is claimed by somebody whose e-mail address is not" in said


@pytest.mark.parametrize("user", [BOB, GUEST])
async def test_nobody_but_an_admin_imports_and_nothing_is_fetched_for_them(user: str) -> None:
    company = one_short()

    async def fetch() -> bytes:
        raise AssertionError("nobody asked for it")

    said = (await company.conversations.receive_file("a.csv", fetch, caller(user))).text
    assert said.startswith(("Only admins can do this.", "You are a guest"))


async def test_somebody_who_is_an_admin_no_more_cannot_press() -> None:
    company = one_short()
    preview = await sends(company, export(DANAS))

    assert "Only admins can do this." in (await presses(company, preview, 0, BOB)).text
    assert "Only admins can do this." in (await presses(company, preview, 1, BOB)).text
    assert held(company) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04", "This workbook cannot be read"),
        (b"\x89PNG", "This is a picture."),
        (b"%PDF", "This is a PDF."),
        (b"{}", "This is JSON."),
        (b"<html>", "This is a web page or XML."),
        (b"\x00\x01", "This is no text."),
        (b"", "This file is empty"),
        (b"TrainingTitle,MCPID\n", "These columns are missing: TrainingCompletionDate."),
        (export(), "This file has its columns, but no row"),
        (export(DANAS)[:-30], "This file breaks off in row 2"),
        (export(DANAS).replace(b"Dana", b"\xe4"), "neither UTF-8 nor UTF-16"),
        (export(DANAS).replace(b"20/11", b"11/20"), "has the month before the day"),
        (export(DANAS) + b"x" * 50 * 2**20, "This file is larger than 50 MB"),
        (export() + LINE * 100_001, "This file has more than 100,000 rows"),
    ],
)
async def test_a_file_that_cannot_be_used_gets_one_sentence_and_leaves_nothing(content: bytes, said: str) -> None:
    company = one_short()
    before = company.companies.states["fabrikam"]

    reply = await sends(company, content)

    assert said in reply.text
    assert "quote" not in reply.text.replace("quotation", "")
    assert company.companies.states["fabrikam"] == before


@pytest.mark.parametrize(("why", "said"), [("not_fetched", "Slack did not give me the file"), ("one", "One file at a")])
async def test_a_file_that_did_not_come_is_said(why: str, said: str) -> None:
    async def fetch() -> bytes:
        raise FileRefusedError(why)

    assert said in (await one_short().conversations.receive_file("a.csv", fetch, caller(ADMIN))).text


async def test_the_sample_is_read_with_every_trap_told_and_nothing_calls_anybody() -> None:
    reply = await sends(one_short(), SAMPLE.read_bytes(), file="<!channel>.csv")
    said = plain(reply)

    assert "I read 18 rows:\n• 5 are new\n• 3 wait for a word on whose they are\n• 10 are left out" in said
    assert "• Row 7 and 1 more: “Exam 98-349" in said
    assert "3 new people have no Slack account" in said
    assert unsendable(reply) == []


async def test_no_more_than_twenty_reasons_are_shown() -> None:
    rows = [row(f"Exam 98-{number}: Basics") for number in range(300, 325)]

    reply = await sends(one_short(), export(*rows))

    assert plain(reply).count("names nothing") == 20
    assert "… and 5 more reasons" in plain(reply)


async def test_a_risk_that_an_import_mends_is_told_and_one_that_its_withdrawal_opens_too() -> None:
    company = Fabrikam(replace(FACTS), WITH_MAIL)
    await company.changes(replace(company.company.members[BOB], active=False))

    done = await presses(company, await sends(company, export(DANAS)), 0)
    assert "No longer at risk: your Gold membership, Cloud Platform Gold and Application" in plain(done)

    gone = await presses(company, done, 0)
    assert "at risk for the next renewal" in plain(gone)
    assert company.told()[-1].kind == "at_risk"
    assert "What changed: an import was withdrawn, and 1 achievement with it." in plain(company.message())


async def test_somebody_new_counts_from_the_day_of_the_import() -> None:
    company = Fabrikam(ONE_SHORT, (*WITH_MAIL, Member("U0NEW", "New", "member", email="new@fabrikam.example")))
    rows = (DANAS, row(mcpid="7002", CorpEmail="NEW@fabrikam.example"), row(mcpid="7003"))

    await presses(company, await sends(company, export(*rows)), 0)
    new = company.company.facts.people[1:]

    assert {p.name for p in new} == {"Dana", "New", "MCPID 7003"}
    assert {a.since for p in new for a in p.associations or ()} == {TODAY}
    assert company.company.members["U0NEW"].person in {p.id for p in new}
