from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.facts import Achievement, Facts, LevelOverride, Membership, Person
from domain.ports import Member
from tests.handlers.contoso import (
    ADA,
    ADMIN,
    FACTS,
    MEMBERS,
    ORGANISATION,
    SINCE_2017,
    Contoso,
    grammar,
    months,
    plain,
    unsendable,
)

PROGRAMME = grammar().catalogue[ORGANISATION.programme]
LOUD = "<!channel> <@U0ADMIN> & *Maximiliane* `Konstantinopolitanische` _von_ <https://evil.example|der> " * 4
ASKED = [
    *(f"need {level} {competency}" for competency in PROGRAMME.competencies for level in PROGRAMME.levels),
    *(f"what do we need for {competency}?" for competency in PROGRAMME.competencies),
    *(f"who counts for {competency}?" for competency in PROGRAMME.competencies),
    *(f"how are we doing in {competency}?" for competency in PROGRAMME.competencies),
    *("who holds 70-533?", "who holds 70-534?", "status", "Wie stehen wir?", "mine", "help", "need gold", "joke"),
    *("Was brauchen wir für Gold in DevOps?", "Wer zählt für Gold in Messaging?", "are we at risk?"),
]


def holder(number: int) -> Person:
    """Somebody who holds every tenth credential, so that a thousand hold ten thousand."""
    codes = [code for place, code in enumerate(PROGRAMME.credentials) if place % 10 == number % 10]
    held = tuple(Achievement(code, date(2017, 1, 2), state="claimed", id=f"{number}-{code}") for code in codes)
    return Person(f"p{number}", held, SINCE_2017, f"{LOUD}{number}")


@cache
def largest() -> Contoso:
    """A thousand people of loud names who hold about everything, every figure, an override of every level."""
    ends = date(2018, 3, 1)
    overrides = tuple(
        LevelOverride(c, level, date(2017, 12, 1), ends, id=f"{c}/{level}")
        for c in PROGRAMME.competencies
        for level in PROGRAMME.levels
    )
    people = tuple(holder(number) for number in range(1000))
    people = (
        *people,
        Person("all", tuple(Achievement(c, date(2017, 1, 2)) for c in PROGRAMME.credentials), None, LOUD),
    )
    figures = {metric: months(1) for metric in PROGRAMME.metrics}
    facts = Facts("developed", people, figures, {}, overrides, Membership("gold", date(2017, 5, 1), date(2018, 5, 1)))
    members = (Member(ADMIN, LOUD, "admin", "all"), *(Member(f"U{n}", LOUD, "member", f"p{n}") for n in range(1000)))
    return Contoso(facts, members, replace(ORGANISATION, name=LOUD, names_in_channels=True))


@pytest.mark.parametrize("user", [ADMIN, "U7"])
async def test_every_answer_about_the_largest_company_is_one_that_slack_takes(user: str) -> None:
    contoso = largest()
    replies = [(question, await contoso.asked(question, user)) for question in ASKED]
    replies += [(question, await contoso.asked_in_channel(question, user)) for question in ASKED]

    assert [(question, found) for question, reply in replies if (found := unsendable(reply))] == []
    assert not [question for question, reply in replies if "went wrong" in reply.text]


async def test_what_is_cut_is_said() -> None:
    contoso = largest()
    held = plain(await contoso.asked("who holds 70-533?"))

    assert "101 people hold 70-533" in held
    assert "These are: you, " in held
    assert " and 91 other people." in held
    assert "103 more are not shown here." in plain(await contoso.asked("mine"))


async def test_nobodys_name_calls_anybody() -> None:
    facts = replace(FACTS, people=tuple(replace(person, name=f"<!here> {person.name}") for person in FACTS.people))
    shown = plain(await Contoso(facts).asked("who counts for silver in cloud platform?"))

    assert "&lt;!here&gt; Ada Lovelace" in shown
    assert "<!" not in shown


TYPED = st.one_of(st.text(max_size=200), st.sampled_from(ASKED).flatmap(lambda q: st.text(max_size=20).map(q.__add__)))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.text(max_size=80),
    typed=TYPED,
    user=st.sampled_from([ADMIN, ADA]),
    how=st.sampled_from(["slash", "words"]),
    consumption=st.integers(0, 10**15),
)
async def test_whatever_is_typed_and_whatever_people_are_called_slack_takes_the_answer(
    name: str, typed: str, user: str, how: str, consumption: int
) -> None:
    people = tuple(replace(person, name=name) for person in FACTS.people)
    figures = {"azure_customer_consumption": {month: Decimal(consumption) for month in months(1)}}
    members = tuple(replace(member, name=name) for member in MEMBERS)
    company = Contoso(replace(FACTS, people=people, figures=figures), members, replace(ORGANISATION, name=name))
    reply = await company.asked(typed, user, slash=how == "slash")

    assert unsendable(reply) == []
    assert "went wrong" not in reply.text
