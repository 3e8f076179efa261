"""An organisation in several programmes: which one a request means, what each says, and joining one."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.enrolments import programmes_of, turned
from domain.facts import Facts, LevelOverride, Membership
from handlers.of_each import told
from tests.handlers.contoso import (
    ADA,
    ADMIN,
    FACTS,
    GUEST,
    ORGANISATION,
    Contoso,
    buttons,
    caller,
    earned,
    grammar,
    labels,
    person,
    plain,
)

NOW = datetime(2026, 11, 15, 9, tzinfo=UTC)
DESIGNATIONS, TIERS, COMPETENCIES = "ms-solutions-partner", "aws-services-path", "ms-mpn-competencies"
PEOPLE = (
    person("ada", "Ada Lovelace", earned("70-533"), earned("azure-administrator-associate", "2026-01-10")),
    person("bob", "Bob Ross", earned("azure-administrator-associate", "2026-01-10")),
)


def company(*others: str, first: str = DESIGNATIONS) -> Contoso:
    """A company in one programme, and in others in which nothing is recorded."""
    facts = Facts("developed", PEOPLE, elsewhere={other: Facts("developing") for other in others})
    return Contoso(facts, organisation=replace(ORGANISATION, programme=first), now=NOW)


async def test_an_admin_joins_a_programme_by_a_word_of_its_name() -> None:
    contoso = company()

    said = await contoso.asked("programme join aws developing", slash=True)
    again = await contoso.asked("programme join aws-services-path", slash=True)

    known = await contoso.companies.get("contoso")
    assert programmes_of(known) == (DESIGNATIONS, TIERS)
    assert known.facts.elsewhere[TIERS].market == "developing"
    assert "takes part in AWS Services Path, by the amounts for developing markets" in plain(said)
    assert again.text == "Your organisation takes part in AWS Services Path already."


@pytest.mark.parametrize("said", ["ms", "", "salesforce"])
async def test_a_programme_that_is_not_known_or_not_the_only_one_is_refused_with_those_that_are(said: str) -> None:
    contoso = company()

    refused = await contoso.asked(f"programme join {said}", slash=True)

    assert "`ms-mpn-competencies`, `aws-services-path` or `ms-solutions-partner`" in refused.text
    assert programmes_of(await contoso.companies.get("contoso")) == (DESIGNATIONS,)


async def test_only_an_admin_joins_a_programme_and_everybody_sees_them() -> None:
    contoso = company(TIERS)

    refused = await contoso.asked("programme join ms-mpn-competencies", ADA, slash=True)
    shown = plain(await contoso.asked("programme", ADA, slash=True))

    assert programmes_of(await contoso.companies.get("contoso")) == (DESIGNATIONS, TIERS)
    assert "admin" in refused.text
    assert "takes part in 2 programmes" in shown
    assert "/assay programme join" not in shown


@pytest.mark.parametrize(
    ("typed", "metric", "programme"),
    [
        ("figure azure_consumption 2026-10 100", "azure_consumption", DESIGNATIONS),
        ("figure launched_opportunities 2026-10 3", "launched_opportunities", TIERS),
    ],
)
async def test_a_figure_goes_to_the_programme_that_counts_it(typed: str, metric: str, programme: str) -> None:
    contoso = company(TIERS)

    said = plain(await contoso.asked(typed, slash=True))

    known = await contoso.companies.get("contoso")
    names = {DESIGNATIONS: "Solutions Partner designations", TIERS: "AWS Services Path"}
    assert metric in turned(known, programme).facts.figures
    assert f"In the programme {names[programme]}." in said


async def test_a_status_an_override_and_a_membership_go_to_the_programme_that_they_name() -> None:
    contoso = company(TIERS)

    await contoso.asked("flag business_plan yes", slash=True)
    await contoso.asked("override grant premier services path until 2027-01-01", slash=True)
    await contoso.asked("membership buy premier 2026-05-01", slash=True)
    ended = plain(await contoso.asked("override end 1", slash=True))

    known = await contoso.companies.get("contoso")
    there = turned(known, TIERS).facts
    assert (known.facts.flags, known.facts.overrides, known.facts.membership) == ({}, (), None)
    assert there.flags == {"business_plan": True}
    assert [each.level for each in there.overrides if isinstance(each, LevelOverride)] == ["premier"]
    assert isinstance(there.membership, Membership)
    assert "In the programme AWS Services Path." in ended


async def test_status_without_a_name_shows_each_programme() -> None:
    said = plain(await company(TIERS).asked("status", slash=True))

    assert "*Solutions Partner designations*" in said
    assert "*AWS Services Path*" in said
    assert said.index("Infrastructure") < said.index("Premier in Services Path")


async def test_a_question_by_a_name_is_answered_in_its_programme_alone() -> None:
    said = plain(await company(COMPETENCIES).asked("What do we need for Silver in DevOps?"))

    assert "Silver in DevOps" in said
    assert "Solutions Partner in" not in said
    assert "In the programme Microsoft Partner Network competencies." in said


async def test_a_company_in_one_programme_hears_nothing_of_programmes() -> None:
    said = plain(await company().asked("What do we need for Infrastructure?"))

    assert "programme" not in said


async def test_each_programme_shows_what_one_linked_for_it() -> None:
    contoso = company(COMPETENCIES)

    said = plain(await contoso.asked("mine", ADA, slash=True))

    assert said.index("Azure Administrator") < said.index("70-533")


@pytest.mark.parametrize(
    ("question", "lines", "button"),
    [
        (
            "What do we need for Gold in Cloud Platform?",
            (
                "Gold in Cloud Platform: not met",
                "The programme has ended: the last renewal was on 30 September 2022.",
                "Solutions Partner designations followed: Cloud Platform leads to Infrastructure there.",
            ),
            "What Infrastructure asks for",
        ),
        (
            "Was brauchen wir für Gold in Cloudplattform?",
            ("Das Programm ist zu Ende", "Cloudplattform führt dort zu Infrastruktur."),
            "Was Infrastruktur verlangt",
        ),
    ],
)
@pytest.mark.parametrize("first", [COMPETENCIES, DESIGNATIONS])
async def test_who_asks_for_an_ended_level_hears_what_followed_and_can_ask_for_that(
    question: str, lines: tuple[str, ...], button: str, first: str
) -> None:
    contoso = company(first=first)

    reply = await contoso.asked(question)
    followed = plain(await contoso.pressed(reply, button))

    assert [line for line in lines if line not in plain(reply)] == []
    assert "70" in followed
    assert "Infra" in followed


@pytest.mark.parametrize(
    "question", ["What do we need for Gold?", "Can we renew at Gold?", "What do we get with Gold?", "/need gold"]
)
@pytest.mark.parametrize("first", [COMPETENCIES, DESIGNATIONS])
async def test_who_names_an_ended_level_alone_hears_what_each_competency_leads_to(question: str, first: str) -> None:
    said = plain(await company(first=first).asked(question.removeprefix("/"), slash=question.startswith("/")))

    assert "Solutions Partner designations followed. Each designation there takes the place of some of these:" in said
    assert "• *Infrastructure*: Cloud Platform and Datacenter" in said


async def test_a_competency_may_lead_to_several() -> None:
    reply = await company(first=COMPETENCIES).asked("What do we need for Gold in Application Integration?")

    assert "leads to Data &amp; AI and Digital &amp; App Innovation there." in plain(reply)
    assert len([label for label in labels(reply) if label.startswith("What ")]) == 2


async def test_before_the_programme_ended_nothing_follows() -> None:
    contoso = Contoso(FACTS)

    said = plain(await contoso.asked("What do we need for Gold in Cloud Platform?"))

    assert "followed" not in said


async def test_of_a_programme_in_which_the_company_takes_no_part_people_alone_are_counted() -> None:
    contoso = company()

    said = plain(await contoso.asked("What do we need for Gold in Cloud Platform?"))

    assert "takes no part in Microsoft Partner Network competencies" in said
    assert programmes_of(await contoso.companies.get("contoso")) == (DESIGNATIONS,)


async def test_a_button_of_another_programme_is_answered_in_it() -> None:
    contoso = company(TIERS)
    reply = await contoso.asked("status services path", slash=True)

    said = plain(await contoso.pressed(reply, "Why?"))

    assert "Premier" in said


async def test_a_channel_and_a_guest_hear_no_more_of_several_programmes_than_of_one() -> None:
    contoso = company(TIERS)

    channel = plain(await contoso.asked_in_channel("How are we doing?"))
    refused = await contoso.asked("status", GUEST, slash=True)

    assert "AWS Services Path" in channel
    assert "Ada" not in channel
    assert "AWS" not in plain(refused) + refused.text


async def test_the_look_goes_over_every_programme() -> None:
    day = datetime(2026, 11, 15, 9, tzinfo=UTC)
    held = Facts(
        "developed",
        flags={"plan": True},
        membership=Membership("premier", date(2026, 1, 1), date(2027, 1, 1)),
    )
    facts = Facts("developed", PEOPLE, elsewhere={TIERS: held})
    contoso = Contoso(facts, organisation=replace(ORGANISATION, programme=DESIGNATIONS), now=day)

    first = await contoso.conversations.look("contoso")
    again = await contoso.conversations.look("contoso")

    told = [(user, owed.kind, owed.programme) for user, owed in contoso.companies.states["contoso"].told]
    assert [notice.kind for notice in first.notices] != []
    assert again.notices == ()
    assert (ADMIN, "renewal", TIERS) in told
    assert len(told) == len(set(told))


async def test_a_message_tells_what_is_of_each_programme_as_that_one_says_it() -> None:
    held = Facts("developed", membership=Membership("premier", date(2026, 1, 1), date(2027, 1, 1)))
    ours = Membership("solutions-partner", date(2026, 1, 1), date(2027, 1, 1))
    facts = Facts("developed", PEOPLE, membership=ours, elsewhere={TIERS: held})
    contoso = Contoso(facts, organisation=replace(ORGANISATION, programme=DESIGNATIONS), now=NOW)
    await contoso.conversations.look("contoso")
    state = contoso.companies.states["contoso"]
    notices = [owed for user, owed in state.told if user == ADMIN and owed.kind == "renewal"]
    admin = state.company.members[ADMIN]

    message = told(grammar().catalogue, state.company, admin, notices, date(2026, 11, 15))
    button = next(b for b in buttons(message) if b["action_id"] == "care_take" and TIERS in b["value"])
    taken = await contoso.conversations.press(button["action_id"], button["value"], caller(ADMIN))
    one = told(grammar().catalogue, state.company, admin, notices[:1], date(2026, 11, 15))

    assert "Solutions Partner" in plain(message)
    assert "Premier" in plain(message)
    assert "Premier" not in plain(one)
    assert taken.text
    assert list(contoso.companies.states["contoso"].company.cares) == [(f"{TIERS}::renewal/2027-01-01", 739982)]
