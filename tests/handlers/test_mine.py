from dataclasses import replace
from datetime import date

import pytest

from domain.facts import Achievement, Association, CredentialOverride, Person
from tests.handlers.contoso import (
    ADA,
    ADMIN,
    BOB,
    CARLA,
    FACTS,
    GUEST,
    MEMBERS,
    PEOPLE,
    Contoso,
    earned,
    labels,
    person,
    plain,
)

CARLAS = """\
*Du hast 2 Erfolge mit Contoso verknüpft*
*70-347 (Enabling Office 365 Services)*
      erworben am 1. Februar 2017 · läuft am 1. April 2018 ab · vom Anbieter bestätigt
      Zählt für Silver in Zusammenarbeit und Inhalte, Gold in Zusammenarbeit und Inhalte und \
Gold in Cloudlösungen für kleine und mittlere Unternehmen.
*MCSD: App Builder*
      erworben am 1. Februar 2017 · vom Anbieter bestätigt
      Zählt für Gold in Anwendungsentwicklung, Silver in Zusammenarbeit und Inhalte und \
Gold in Zusammenarbeit und Inhalte.
Deine Erfolge zählen für Contoso seit dem 1. Januar 2017.
Dein Zertifizierungsprofil ist noch nicht eingetragen: `/assay profile 1234567`"""


async def test_everybody_reads_their_own_in_their_language() -> None:
    assert plain(await Contoso().asked("mine", CARLA, slash=True)) == CARLAS


async def test_who_has_linked_nothing_reads_how_to() -> None:
    shown = plain(await Contoso().asked("what have I linked?", ADMIN))

    assert "*You have not linked anything yet*" in shown
    assert "`/assay link 70-533 2017-11-20`" in shown


async def test_it_is_shown_to_the_speaker_alone_even_when_asked_in_a_channel_and_offers_no_sharing() -> None:
    reply = await Contoso().asked_in_channel("what have I linked?", ADA)

    assert reply.audience == "person"
    assert labels(reply) == ["Link an exam", "What could I take next?"]


async def test_a_guest_who_is_on_record_reads_their_own() -> None:
    members = tuple(replace(m, person="bob") if m.user == GUEST else m for m in MEMBERS if m.user != BOB)

    assert "You have linked 1 achievement with Contoso" in (await Contoso(members=members).asked("mine", GUEST)).text


async def test_a_guest_who_is_on_record_hears_what_else_they_may_ask() -> None:
    members = tuple(replace(m, person="bob") if m.user == GUEST else m for m in MEMBERS if m.user != BOB)

    assert "of your own exams only" in (await Contoso(members=members).asked("status", GUEST)).text


async def test_a_spare_is_told_that_they_are_in_reserve() -> None:
    first = person("first", "First", earned("70-533"))
    people = (first, person("ada", "Ada", earned("70-532")))
    counted, _, reserve = plain(await Contoso(replace(FACTS, people=people)).asked("mine", ADA)).partition("In reserve")

    assert "Gold in Cloud Platform" in counted
    assert "Silver in Cloud Platform" in reserve


@pytest.mark.parametrize(
    ("achievement", "said"),
    [
        (earned("70-533", "2018-02-01"), "Counts from 1 February 2018."),
        (earned("70-533", expires=date(2018, 1, 15)), "Does not count any more: it expired on 15 January 2018."),
        (earned("70-533", ended_on=date(2018, 1, 10)), "Does not count any more: it was ended on 10 January 2018."),
        (earned("70-533", state="missing"), "missing in the vendor's last export"),
        (earned("70-533", state="claimed"), "entered here, not yet confirmed by the vendor"),
        (earned("TA-AZ-DC"), "No level needs it today."),
    ],
)
async def test_each_achievement_says_whether_it_counts_and_why_not(achievement: Achievement, said: str) -> None:
    mine = replace(PEOPLE[0], achievements=(achievement,))

    assert said in plain(await Contoso(replace(FACTS, people=(mine,))).asked("mine", ADA))


async def test_an_exam_that_is_no_longer_accepted_says_until_when_it_was() -> None:
    mine = person("ada", "Ada", earned("70-534"))
    contoso = Contoso(replace(FACTS, people=(mine,)), now=Contoso().now.replace(year=2019))

    assert "it was accepted up to and including 31 December 2018" in plain(await contoso.asked("mine", ADA))


@pytest.mark.parametrize(("until", "gone"), [(15, True), (16, False)])
async def test_that_somebody_is_to_leave_is_for_admins_to_tell_them(until: int, *, gone: bool) -> None:
    leaving = Person("ada", (earned("70-533"),), (Association(date(2017, 1, 1), date(2018, 1, until)),), "Ada")
    shown = plain(await Contoso(replace(FACTS, people=(leaving,))).asked("mine", ADA))

    assert (f"{until} January 2018" in shown) is gone
    assert ("Your achievements count for Contoso since 1 January 2017." in shown) is not gone


async def test_who_has_left_reads_until_when_their_achievements_counted() -> None:
    left = Person("ada", (earned("70-533"),), (Association(date(2017, 1, 1), date(2018, 1, 1)),), "Ada", "7654321")
    shown = plain(await Contoso(replace(FACTS, people=(left,))).asked("mine", ADA))

    assert "Does not count: your profile is not with this organisation today." in shown
    assert "Your achievements counted for Contoso from 1 January 2017; since 1 January 2018 they no longer do." in shown
    assert "Your certification profile: 7654321." in shown


async def test_an_override_of_my_credential_is_shown_with_its_end() -> None:
    override = CredentialOverride("bob", "70-532", date(2018, 1, 1), date(2018, 4, 1), id="o2")
    shown = plain(await Contoso(replace(FACTS, overrides=(override,))).asked("mine", BOB))

    assert "The vendor's override for 70-532 (Developing Microsoft Azure Solutions) ends on 1 April 2018." in shown


async def test_more_than_five_are_counted_and_the_rest_is_behind_a_button() -> None:
    codes = [f"70-{code}" for code in (480, 483, 486, 357, 354, 355, 532, 487, 533, 534, 535, 473, 475, 412, 740, 741)]
    codes += ["70-742", "70-743", "70-744", "70-462", "70-464", "70-761"]
    many = person("ada", "Ada", *(earned(code) for code in codes))
    shown = plain(await Contoso(replace(FACTS, people=(many,))).asked("mine", ADA))

    assert "You have linked 22 achievements" in shown
    assert "17 more are not shown here." in shown
