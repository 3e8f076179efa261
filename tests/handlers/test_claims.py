from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.facts import Association
from domain.owed import Owed
from domain.ports import Member
from handlers.conversations import Conversations
from handlers.notices import notice_message
from handlers.replies import Reply
from storage.catalogue import load_catalogue
from tests.fakes import MemoryCompanies
from tests.handlers.contoso import (
    ADA,
    ADMIN,
    BOB,
    CARLA,
    FACTS,
    NOW,
    ORGANISATION,
    TODAY,
    Contoso,
    buttons,
    caller,
    grammar,
    labels,
    plain,
    unsendable,
)
from tests.handlers.group import CONTOSO, DAN, LITWARE, Group

PROGRAMME = load_catalogue()["ms-mpn-competencies"]


def held(profile: str = "123", person: str = "ada") -> Contoso:
    """Contoso, where somebody holds a profile."""
    people = tuple(replace(p, profile=profile) if p.id == person else p for p in FACTS.people)
    return Contoso(replace(FACTS, people=people))


def owed(company: Contoso, user: str) -> list[Owed]:
    return [said for who, said in company.companies.states[ORGANISATION.id].told if who == user]


def message(company: Contoso, user: str, said: Owed) -> Reply:
    known = company.companies.states[ORGANISATION.id].company
    return notice_message(known, PROGRAMME, known.members[user], [said], TODAY)


def disputes(companies: MemoryCompanies, organisation: str) -> list[Owed]:
    return [said for _, said in companies.states[organisation].told if said.kind == "association_disputed"]


async def claimed(company: Contoso, user: str = BOB, holder: str = ADA) -> Reply:
    """The question that the holder gets."""
    await company.asked("profile 123", user, slash=True)
    return message(company, holder, owed(company, holder)[-1])


def profile_of(company: Contoso, person: str) -> str | None:
    facts = company.companies.states[ORGANISATION.id].company.facts
    return facts.people[facts.place_of[person]].profile


async def test_a_profile_that_a_colleague_holds_is_claimed_and_nothing_is_taken_over() -> None:
    company = held()

    said = await company.asked("profile 123", BOB, slash=True)

    assert said.text.startswith("⏳ Profile 123 is on record for somebody else, so it is not yours yet.")
    assert "on 29 January 2018" in said.text
    assert (profile_of(company, "ada"), profile_of(company, "bob")) == ("123", None)
    assert not unsendable(said)


async def test_the_holder_is_asked_without_hearing_who_claims_it() -> None:
    company = held()

    asked = await claimed(company)

    assert plain(asked).startswith("⚖️ *Is certification profile 123 yours?*")
    assert labels(asked) == ["It is mine", "Not mine: give it up"]
    assert "Bob" not in plain(asked)
    assert BOB not in str(asked.blocks)
    assert disputes(company.companies, ORGANISATION.id) == []
    assert not unsendable(asked)


async def test_a_holder_who_gives_it_up_lets_the_claimant_have_it() -> None:
    company = held()

    said = await company.pressed(await claimed(company), "Not mine: give it up", ADA)

    assert said.text.startswith("✅ Profile 123 is no longer recorded for you.")
    assert (profile_of(company, "ada"), profile_of(company, "bob")) == (None, "123")
    assert plain(message(company, BOB, owed(company, BOB)[-1])).startswith("✅ *Profile 123 is now yours:*")
    assert disputes(company.companies, ORGANISATION.id) == []


async def test_a_holder_who_keeps_it_leaves_a_dispute_that_the_claimants_admins_hear_of() -> None:
    company = held()

    said = await company.pressed(await claimed(company), "It is mine", ADA)

    assert said.text.startswith("✅ Profile 123 stays yours.")
    assert (profile_of(company, "ada"), profile_of(company, "bob")) == ("123", None)
    assert plain(message(company, BOB, owed(company, BOB)[-1])).startswith("⚖️ *Profile 123 is not yours:*")
    dispute = message(company, ADMIN, owed(company, ADMIN)[-1])
    assert plain(dispute).startswith(
        "⚖️ *Bob Ross and somebody else both say that certification profile 123 is theirs.*"
    )
    assert "Ada" not in plain(dispute)


async def test_nobody_but_the_holder_answers() -> None:
    company = held()
    asked = await claimed(company)

    for user, word in (
        (BOB, "This question is not for you"),
        (CARLA, "Diese Frage ist nicht an dich"),
        (ADMIN, "This"),
    ):
        assert (await company.pressed(asked, "Not mine: give it up", user)).text.startswith(word)
    assert profile_of(company, "ada") == "123"


async def test_an_answer_is_given_once() -> None:
    company = held()
    asked = await claimed(company)
    await company.pressed(asked, "It is mine", ADA)

    said = await company.pressed(asked, "Not mine: give it up", ADA)
    assert said.text.startswith("This question is answered already")
    assert profile_of(company, "ada") == "123"


async def test_the_same_claim_twice_asks_once_and_a_fourth_is_refused() -> None:
    company = held()
    people = tuple(replace(p, profile=f"{n}") for n, p in enumerate(FACTS.people, 123) if p.id != "bob")
    bob = next(p for p in FACTS.people if p.id == "bob")
    more = tuple(replace(p, id=f"x{n}", profile=f"{n}", achievements=()) for n in range(200, 203) for p in people[:1])
    company = Contoso(replace(FACTS, people=(*people, bob, *more)))
    ids = iter(range(1000))
    company.conversations = Conversations(company.companies, grammar(), lambda: NOW, lambda: f"id-{next(ids)}")

    for number in ("123", "123", "200", "201"):
        said = await company.asked(f"profile {number}", BOB, slash=True)
    assert len(company.companies.states[ORGANISATION.id].company.facts.claims) == 3
    said = await company.asked("profile 123", BOB, slash=True)
    assert said.text.startswith("⏳ I have asked the holder of profile 123 already")
    assert (await company.asked("profile 202", BOB, slash=True)).text.startswith("3 claims of yours wait")


@pytest.mark.parametrize(
    ("days", "step", "profile", "answer"),
    [
        (13, "given_up", None, "✅ Profile 123 is no longer"),
        (14, "expired", "123", "This question is too old"),
        (15, "expired", "123", "This question is too old"),
    ],
)
async def test_a_claim_that_nobody_answers_in_fourteen_days_ends_with_a_word(
    days: int, step: str, profile: str | None, answer: str
) -> None:
    company = held()
    asked = await claimed(company)
    company.now += timedelta(days=days)

    await company.conversations.look(ORGANISATION.id)
    answered = await company.pressed(asked, "Not mine: give it up", ADA)

    assert [(said.kind, said.step) for said in owed(company, BOB)] == [("profile_claimed", step)]
    assert answered.text.startswith(answer)
    assert profile_of(company, "ada") == profile


async def test_the_next_look_is_no_later_than_the_day_on_which_a_claim_ends() -> None:
    company = held()
    await claimed(company)

    look = company.companies.states[ORGANISATION.id].next_look
    assert look is not None
    assert look <= datetime(2018, 1, 29, 9, tzinfo=UTC)


async def test_for_a_holder_without_slack_the_admins_are_asked_and_one_may_answer() -> None:
    company = held("123", "ada")
    company.companies.states[ORGANISATION.id] = replace(
        company.companies.states[ORGANISATION.id],
        company=replace(
            company.companies.states[ORGANISATION.id].company,
            members={u: replace(m, person=None) if u == ADA else m for u, m in company_members(company).items()},
        ),
    )

    asked = await claimed(company, holder=ADMIN)

    assert plain(asked).startswith("⚖️ *Does certification profile 123 belong to Ada Lovelace?*")
    assert (await company.pressed(asked, "Not mine: give it up", ADMIN)).text.startswith("✅ Profile 123 is no longer")
    assert profile_of(company, "bob") == "123"


def company_members(company: Contoso) -> dict[str, Member]:
    return dict(company.companies.states[ORGANISATION.id].company.members)


async def test_the_same_in_german() -> None:
    company = held("123", "carla")

    asked = await claimed(company, BOB, CARLA)

    assert plain(asked).startswith("⚖️ *Ist das Zertifizierungsprofil 123 deins?*")
    assert labels(asked) == ["Das ist meins", "Nicht meins: abgeben"]
    said = await company.pressed(asked, "Das ist meins", CARLA)
    assert said.text.startswith("✅ Das Profil 123 bleibt deins.")


async def test_a_claim_on_a_profile_of_another_organisation_says_nothing_of_it_on_either_side() -> None:
    group = Group()

    said = await group.says(ADA, "profile 777")
    (question,) = group.told(LITWARE, DAN)

    assert said.text.startswith("⏳ Profile 777 is on record for somebody else")
    assert "Litware" not in plain(said)
    known = group.company(LITWARE)
    asked = notice_message(known, PROGRAMME, known.members[DAN], [question], TODAY)
    assert "Contoso" not in plain(asked)
    assert "Ada" not in plain(asked)
    assert disputes(group.companies, CONTOSO) == []


@pytest.mark.parametrize(("label", "holds"), [("It is mine", ("777", None)), ("Not mine: give it up", (None, "777"))])
async def test_the_holder_in_another_organisation_answers(label: str, holds: tuple[str | None, str | None]) -> None:
    group = Group()
    await group.says(ADA, "profile 777")
    known = group.company(LITWARE)
    asked = notice_message(known, PROGRAMME, known.members[DAN], group.told(LITWARE, DAN), TODAY)

    await group.presses(DAN, asked, label, None)

    dan, ada = group.person(LITWARE, "dan"), group.person(CONTOSO, "ada")
    assert dan is not None
    assert ada is not None
    assert (dan.profile, ada.profile) == holds
    assert dan.associations == (Association(FACTS.people[0].associations[0].since),)  # type: ignore[index]  # they have one
    outcomes = [said.step for said in group.told(CONTOSO, ADA)]
    assert outcomes == [{"It is mine": "kept"}.get(label, "given_up")]
    assert bool(disputes(group.companies, CONTOSO)) == (label == "It is mine")
    assert disputes(group.companies, LITWARE) == []


async def test_a_button_that_none_of_ours_is_changes_nothing() -> None:
    company = held()

    for value in ("", "kept", "stolen contoso x", "given_up contoso nothing"):
        said = await company.conversations.press("claim:x", value, caller(ADA))
        assert said.text
        assert "✅" not in said.text
        assert buttons(said) == []
