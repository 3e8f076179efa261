"""Whether one can move up: the answer begins with that, not with the renewal."""

from dataclasses import replace
from datetime import date

import pytest

from domain.facts import Facts, Membership
from tests.handlers.fabrikam import ADMIN, FACTS, ONE_SHORT, Fabrikam

SILVER = Membership("silver", date(2017, 5, 1), date(2018, 5, 1))


@pytest.mark.parametrize(
    ("facts", "asked", "begins"),
    [
        (FACTS, "can we upgrade?", "No: you have Gold already, and no level is higher."),
        (FACTS, "Können wir auf Gold aufsteigen?", "Nein: Ihr habt schon Gold, und eine höhere Stufe gibt es nicht."),
        (replace(FACTS, membership=SILVER), "can we upgrade to gold?", "Yes: you can upgrade to Gold now;"),
        (replace(FACTS, membership=SILVER), "can we upgrade to silver?", "No: you have Silver already."),
        (replace(ONE_SHORT, membership=SILVER), "Können wir upgraden?", "Nein: Ihr könnt jetzt nicht auf Gold"),
        (replace(FACTS, membership=None), "can we upgrade?", "No: there is no membership in force"),
    ],
)
async def test_whether_one_can_move_up_is_said_first(facts: Facts, asked: str, begins: str) -> None:
    reply = await Fabrikam(facts=facts).says(ADMIN, asked)

    assert reply.text.startswith(begins)


async def test_what_expires_is_said_of_whom_and_of_what_it_was_asked() -> None:
    said = [(await Fabrikam().says(ADMIN, text)).text for text in ("what expires for Ada?", "Was läuft in DevOps ab?")]

    assert said[0].startswith("Ada Lovelace: nothing that any level asks for expires")
    assert said[1].startswith("DevOps: Bis zum 15. April 2018 läuft nichts ab")


async def test_whoever_is_not_on_record_hears_that_of_themselves() -> None:
    reply = await Fabrikam().says(ADMIN, "do I have anything expiring?")

    assert reply.text.startswith("You are not on record here yet.")
