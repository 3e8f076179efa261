"""Somebody who came to count for another organisation of the workspace: what the former one may still do of them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.beginning import to_ask
from handlers.replies import Reply
from tests.handlers.contoso import ADMIN, TODAY, plain
from tests.handlers.group import CONTOSO, DAN, LITWARE, LIZ, Group
from tests.trainings import EXAM, export, row

HERE, THERE = "C0CONTOSO", "C0LITWARE"


async def moved() -> Group:
    """Dan counted for Litware, and has counted for Contoso since today."""
    group = Group()
    await group.companies.settle_place("T0CONTOSO", HERE, CONTOSO)
    await group.companies.settle_place("T0CONTOSO", THERE, LITWARE)
    await group.presses(DAN, await group.says(DAN, "link 70-496 2018-01-02", HERE), "I now belong to Contoso", HERE)
    return group


async def sent(group: Group, content: bytes) -> Reply:
    """What Litware's admin hears of a file."""

    async def fetch() -> bytes:
        return content

    await group.companies.settle_place("T0CONTOSO", "D0LIZ", LITWARE)
    return await group.conversations.receive_file("trainings.csv", fetch, group.caller(LIZ, "D0LIZ"))


async def test_a_former_organisations_export_brings_them_nothing_and_says_why() -> None:
    group = await moved()
    before = group.company(CONTOSO).facts

    said = await sent(group, export(row(EXAM, "20/11/2017 09:00", "777")))

    assert "777 belongs to somebody who does not count for this organisation." in plain(said)
    assert group.company(CONTOSO).facts == before


async def test_an_export_does_not_take_over_the_slack_account_of_who_counts_for_another() -> None:
    group = Group()
    company = group.company(LITWARE)
    members = {**company.members, "U0ADA": replace(company.members["U0ADA"], email="ada@group.example")}
    group.companies.states[LITWARE] = replace(
        group.companies.states[LITWARE], company=replace(company, members=members)
    )

    said = await sent(group, export(row(EXAM, "20/11/2017 09:00", "888", CorpEmail="ada@group.example")))

    assert "888 belongs to somebody who does not count for this organisation." in plain(said)
    assert group.company(LITWARE).members["U0ADA"].person is None
    assert group.company(CONTOSO).members["U0ADA"].person == "ada"


@pytest.mark.parametrize(
    ("user", "said"),
    [
        (LIZ, "Dan Brown does not count for Litware any more, so nothing was changed"),
        (DAN, "You do not count for Litware any more, so nothing was changed."),
    ],
)
async def test_what_they_earned_is_withdrawn_only_where_they_count(user: str, said: str) -> None:
    group = await moved()
    before = group.company(LITWARE).facts

    answers = [await group.says(user, "withdraw @dan 70-533 because it was a mistake", THERE)]
    answers += [await group.says(DAN, "unlink 70-533", THERE)] if user == DAN else []

    assert [answer.text.startswith(said) for answer in answers] == [True] * len(answers)
    assert group.company(LITWARE).facts == before
    done = await group.says(DAN, "unlink 70-496", HERE)
    assert done.text.startswith("🗑️ Withdrawn: ")


async def test_they_are_not_asked_whether_they_are_somebody_of_the_same_name() -> None:
    group = Group()
    company = group.company(CONTOSO)
    dan = replace(company.facts.people[0], id="other", name=company.members[DAN].name, profile="1")
    alike = replace(company, facts=replace(company.facts, people=(*company.facts.people, dan)))
    free = replace(alike.members[DAN], elsewhere=False)

    assert list(to_ask(alike, TODAY)) == []
    assert [m.user for m in to_ask(replace(alike, members={**alike.members, DAN: free}), TODAY)] == [DAN]


async def test_who_comes_back_is_as_everybody_else_again() -> None:
    group = await moved()
    group.now += timedelta(days=10)
    asked = await group.says(DAN, "link 70-346 2018-01-20", THERE)
    await group.presses(DAN, asked, "I now belong to Litware", THERE)

    done = await group.says(LIZ, "withdraw @dan 70-346 because it was a mistake", THERE)

    assert done.text.startswith("✅ Withdrawn: ")
    assert [group.company(each).members[DAN].elsewhere for each in (LITWARE, CONTOSO)] == [False, True]
    assert group.company(CONTOSO).members[ADMIN].elsewhere is False
