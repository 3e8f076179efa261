from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest

from domain.facts import Membership
from handlers.conversations import Conversations
from handlers.grammar import Grammar
from storage.catalogue import load_catalogue
from tests.handlers.contoso import CARLA, FACTS, MEMBERS, Contoso, plain

PROGRAMME, COMPETENCY = "ms-mpn-competencies", "cloud-platform"
MEMBER, NEW = FACTS, replace(FACTS, membership=Membership("silver", date(2017, 12, 20), date(2018, 12, 20)))
GERMANS = tuple(replace(member, locale="de-DE") for member in MEMBERS)


@cache
def later_for_renewals() -> Grammar:
    """The rules as they are, but those of December 2017 for Cloud Platform begin in February for who renews."""
    catalogue = load_catalogue()
    programme = catalogue[PROGRAMME]
    cloud = programme.competencies[COMPETENCY]
    newest = replace(cloud.versions[-1], renewals_from=date(2018, 2, 1))
    cloud = replace(cloud, versions=(*cloud.versions[:-1], newest))
    programme = replace(programme, competencies={**programme.competencies, COMPETENCY: cloud})
    return Grammar({**catalogue, PROGRAMME: programme})


def firm(day: str, facts: object = MEMBER, members: object = MEMBERS) -> Contoso:
    contoso = Contoso(facts, members)  # type: ignore[arg-type]  # as they are there
    now = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)
    contoso.conversations = Conversations(contoso.companies, later_for_renewals(), lambda: now, lambda: "new-id")
    return contoso


WAITS = "Newer rules of 15 December 2017 hold for new partners. Since you renew, they begin for you on 1 February 2018."
RENEWS = (
    "You were members before these rules came. Since you renew, they have held for you since 1 February 2018; for new "
    "partners since 15 December 2017."
)
JOINED = "For new partners they hold since 15 December 2017, for those who renew from 1 February 2018 on."


@pytest.mark.parametrize(
    ("day", "facts", "rules", "said"),
    [
        ("2018-01-31", MEMBER, "Rules of 15 Sept 2017", WAITS),
        ("2018-02-01", MEMBER, "Rules of 15 Dec 2017", RENEWS),
        ("2018-02-02", MEMBER, "Rules of 15 Dec 2017", RENEWS),
        ("2018-01-31", NEW, "Rules of 15 Dec 2017", JOINED),
    ],
)
async def test_an_answer_says_by_which_of_the_two_dates_it_goes(day: str, facts: object, rules: str, said: str) -> None:
    shown = plain(await firm(day, facts).asked("need gold cloud platform", slash=True))

    assert rules in shown
    assert said in shown
    assert sum(line in shown for line in (WAITS, RENEWS, JOINED)) == 1


async def test_where_all_begin_on_one_day_nothing_is_said_of_renewals() -> None:
    shown = plain(await firm("2018-01-31").asked("need gold devops", slash=True))

    assert not [line for line in (WAITS, RENEWS, JOINED, "renew from") if line in shown]


async def test_in_german_too() -> None:
    shown = plain(await firm("2018-01-31", members=GERMANS).asked("brauchen Gold Cloudplattform", CARLA, slash=True))

    assert "Für neue Partner gelten neuere Regeln vom 15. Dezember 2017. Weil ihr verlängert, gelten sie" in shown


@pytest.mark.parametrize(
    ("until", "facts", "told"),
    [
        ("2018-01-31", MEMBER, False),
        ("2018-02-01", MEMBER, True),
        ("2018-01-31", NEW, True),
    ],
)
async def test_what_changed_for_the_company_is_what_holds_for_it(until: str, facts: object, *, told: bool) -> None:
    shown = plain(await firm(until, facts).asked(f"rules 2017-10-18 {until} cloud platform", slash=True))

    assert ("*Cloud Platform* (rules of 15 Sept 2017 → 15 Dec 2017)\nFor those who renew from 1 February" in shown) == (
        told
    )
