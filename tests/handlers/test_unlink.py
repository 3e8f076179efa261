from dataclasses import replace

import pytest

from tests.handlers.contoso import plain
from tests.handlers.fabrikam import (
    ADA,
    ADA_HOLDS,
    BOB,
    BOB_HOLDS,
    DANA,
    FACTS,
    GOLD,
    ONE_SHORT,
    Fabrikam,
    speaks_german,
)


def codes(company: Fabrikam, person: str) -> list[str]:
    """What is on record for somebody."""
    found = next((p for p in company.company.facts.people if p.id == person), None)
    return [achievement.credential for achievement in found.achievements] if found else []


async def test_withdrawing_says_what_it_changed_and_what_it_put_at_risk() -> None:
    company = Fabrikam()

    said = plain(await company.says(BOB, "unlink 70-532"))

    assert "• *Cloud Platform Gold*: people 2 of 2 → 1 of 2 – *no longer met* ❌: 1 more person missing" in said
    assert "This puts your Gold membership at risk" in said
    assert codes(company, "bob") == ["70-496"]
    assert [owed.subject for owed in company.told()] == ["membership/gold"]


async def test_the_admins_read_who_withdrew_what_where_it_opens_a_risk() -> None:
    company = Fabrikam()
    await company.says(BOB, "unlink 70-532")

    assert "What changed: Bob Ross withdrew 70-532." in plain(company.message())
    assert "Was sich geändert hat: Bob Ross hat 70-532 zurückgenommen." in plain(company.message(locale="de-DE"))


async def test_a_mistaken_link_that_is_taken_back_leaves_no_risk() -> None:
    company = Fabrikam(replace(ONE_SHORT, membership=replace(GOLD, level="silver")))
    await company.says(DANA, "link 70-532 2017-02-01")
    linked = len(company.told())

    said = plain(await company.says(DANA, "unlink 70-532"))

    assert "*Cloud Platform Gold*: people 2 of 2 → 1 of 2" in said
    assert "at risk" not in said
    assert len(company.told()) == linked


async def test_linking_again_what_was_withdrawn_mends_it() -> None:
    company = Fabrikam()
    await company.says(BOB, "unlink 70-532")

    said = plain(await company.says(BOB, "link 70-532 2017-02-01"))

    assert "No longer at risk" in said


async def test_a_profile_is_recorded_once() -> None:
    company = Fabrikam()

    first = await company.says(ADA, "profile 1234567")
    again = await company.says(ADA, "profile 1234567")

    assert "1234567 is your certification profile" in first.text
    assert "already; nothing was changed" in again.text


async def test_a_profile_of_somebody_else_waits_for_its_holder_without_saying_whose() -> None:
    company = Fabrikam(replace(FACTS, people=(ADA_HOLDS, replace(BOB_HOLDS, profile="1234567"))))

    reply = await company.says(ADA, "profile 1234567")

    assert "is on record for somebody else, so it is not yours yet" in reply.text
    assert "Bob" not in reply.text
    assert next(p for p in company.company.facts.people if p.id == "ada").profile is None


REFUSED = {
    "link": ("Which exam did you pass?", "Welche Prüfung hast du bestanden?"),
    "link 70-553 2017-11-20": ("I do not know the exam “70-553”", "Die Prüfung „70-553“ kenne ich nicht"),
    "link 70-533": ("When did you pass 70-533?", "Wann hast du 70-533 bestanden?"),
    "link 70-533 2017-13-45": (
        "“2017-13-45” is no day: there is no such month.",
        "„2017-13-45“ ist kein Tag: Diesen Monat gibt es nicht.",
    ),
    "link 70-533 70-532 2017-11-20": ("One exam at a time", "Eine Prüfung nach der anderen"),
    "link 70-533 2018-01-16": ("16 January 2018 is still to come", "Der 16. Januar 2018 kommt erst noch"),
    "link 70-533 1989-05-01": ("there were no such exams before 1992", "Vor 1992 gab es solche Prüfungen nicht"),
    "link 70-533 2017-11-20 expires 2017-11-20": ("It cannot expire on 20 November 2017", "Es kann nicht am 20."),
    "link 70-533 2017-11-20 evidence ftp://example.org": ("I cannot read “", "kann ich nicht lesen"),
    "unlink": ("Which exam shall I withdraw?", "Welche Prüfung soll ich zurücknehmen?"),
    "unlink 70-553": ("I do not know the exam “70-553”", "Die Prüfung „70-553“ kenne ich nicht"),
    "unlink 70-533": ("You have not linked 70-533", "Du hast 70-533 nicht verknüpft"),
    "profile": ("Which profile is yours?", "Welches Profil ist deins?"),
    "profile MC1234567": ("is no profile ID: it has digits only", "ist keine Profil-ID: Sie hat nur Ziffern"),
    "profile 1234567": ("Link your first exam, then I know", "Verknüpfe zuerst eine Prüfung"),
}


@pytest.mark.parametrize("typed", REFUSED)
async def test_what_cannot_be_done_is_said_in_one_sentence_and_changes_nothing(typed: str) -> None:
    company = Fabrikam(ONE_SHORT)
    before = company.company
    english = await company.says(DANA, typed)
    assert company.company == before
    speaks_german(company, DANA)
    german = await company.says(DANA, typed)

    assert REFUSED[typed][0] in english.text
    assert REFUSED[typed][1] in german.text
