import asyncio
import threading
from dataclasses import replace

import pytest

from domain.facts import Person
from domain.ports import Company
from handlers.beside import MANY, worked_out
from handlers.errors import RefusedError
from handlers.kept import Kept
from tests.handlers.fabrikam import Fabrikam


def company(people: int) -> Company:
    known = Fabrikam().company
    return replace(known, facts=replace(known.facts, people=tuple(Person(f"p{n}") for n in range(people))))


@pytest.mark.parametrize(("people", "apart"), [(MANY - 1, False), (MANY, True)])
async def test_what_takes_long_in_a_large_company_is_worked_out_in_a_thread(people: int, *, apart: bool) -> None:
    here = threading.get_ident()

    assert (await worked_out(company(people), threading.get_ident) != here) is apart


async def test_others_are_answered_while_something_is_worked_out() -> None:
    answered = threading.Event()
    waiting = asyncio.create_task(worked_out(company(MANY), lambda: answered.wait(10)))
    await asyncio.sleep(0)

    answered.set()

    assert await waiting


@pytest.mark.parametrize("people", [1, MANY])
async def test_a_refusal_reaches_who_asked(people: int) -> None:
    def refuse() -> None:
        raise RefusedError("error.old_button")

    with pytest.raises(RefusedError):
        await worked_out(company(people), refuse)


def test_what_is_kept_is_known_until_others_were_asked_for_more_lately() -> None:
    kept: Kept[str, int] = Kept(2)

    found = [kept.get(key, lambda n=n: n) for n, key in enumerate("abac")]  # type: ignore[misc]  # a default binds the loop's value

    assert found == [0, 1, 0, 3]
    assert [kept.known(key) for key in "abc"] == [0, None, 3]
