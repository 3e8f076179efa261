from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.facts import Achievement, Association, Facts, LevelOverride
from domain.notice_kinds import NoticeKind
from domain.notices import Owed
from domain.ports import Member
from handlers.render.blocks import MOST_BLOCKS, MOST_IN_SECTION
from tests.handlers.contoso import plain
from tests.handlers.fabrikam import (
    ADA_HOLDS,
    ADMIN,
    BOB,
    BOB_HOLDS,
    FABRIKAM,
    FACTS,
    ONE_SHORT,
    Fabrikam,
    holder,
)


async def left(company: Fabrikam, user: str = BOB) -> Fabrikam:
    """The company once somebody's account was deactivated."""
    await company.changes(replace(company.company.members[user], active=False), f"Ev-{user}")
    return company


async def looked(facts: Facts, day: date) -> Fabrikam:
    """The company once it was looked at on a day."""
    company = Fabrikam(facts, now=datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
    await company.conversations.look(FABRIKAM)
    return company


def owed(kind: NoticeKind, subject: str, details: Mapping[str, str], step: str = "told") -> Owed:
    """A notice made by hand."""
    return Owed(kind, subject, 1, step, details)


DEPARTED = """👋 *Bob Ross left.* From 15 January 2018 on, Bob Ross no longer counts for Fabrikam.
No longer met: *Application Development Silver and Cloud Platform Gold*.
The Slack account was deactivated, so this is provisional: once it is active again, all counts as before.
What is it? _Left_ ends it for good, on a day of your choice. _On leave_ lets Bob Ross go on counting although the \
account is off. _Mistake_ undoes it.
---
⚠️ *A recent change has put your Gold renewal at risk.*
On your anniversary, 1 May 2018, some competency must hold Gold again; on what is recorded, none will.
---
⚠️ *Cloud Platform Gold* is at risk.
Reason: Bob Ross left on 15 January 2018.
Since 15 January 2018 it lacks 1 more person; as things stand it will not be met on your anniversary, 1 May 2018.
It would be mended by 1 more person with 70-532, 70-533, 70-535, 70-473, 70-475 or MCSA: Linux on Azure.
Nobody else on record holds part of that yet; anybody who does not count there can earn it.
---
⚠️ *Application Development Silver* is at risk.
Reason: Bob Ross left on 15 January 2018.
Since 15 January 2018 it lacks 1 more person; as things stand it will not be met on your anniversary, 1 May 2018.
It would be mended by 1 more person with 70-480, 70-483, 70-486, 70-357, 70-532, 70-487 or 70-533.
Nobody else on record holds part of that yet; anybody who does not count there can earn it.
Your profile goes on showing all of these until 1 May 2018. To renew, the requirements must be met again.
As of 15 January 2018, from what is recorded about Fabrikam. Details: `/assay status`"""

GEGANGEN = """👋 *Bob Ross ist gegangen.* Ab dem 15. Januar 2018 zählt Bob Ross nicht mehr für Fabrikam.
Nicht mehr erfüllt: *Anwendungsentwicklung Silver und Cloudplattform Gold*.
Das Slack-Konto wurde deaktiviert, deshalb gilt das vorläufig: Ist es wieder aktiv, zählt alles wie zuvor.
Was ist es? _Gegangen_ beendet es endgültig, an einem Tag deiner Wahl. _Beurlaubt_ heißt, dass Bob Ross weiter zählt, \
auch wenn das Konto aus ist. _Versehen_ macht es rückgängig.
---
⚠️ *Eine Änderung gefährdet eure Verlängerung auf Gold.*
An eurem Jahrestag, dem 1. Mai 2018, muss wieder eine Kompetenz Gold erreichen; nach den Einträgen keine.
---
⚠️ *Cloudplattform Gold* ist gefährdet.
Grund: Bob Ross ist am 15. Januar 2018 gegangen.
Seit dem 15. Januar 2018 fehlt: 1 weitere Person. So ist die Stufe an eurem Jahrestag, dem 1. Mai 2018, nicht erfüllt.
Abhilfe: 1 weitere Person mit 70-532, 70-533, 70-535, 70-473, 70-475 oder MCSA: Linux on Azure.
Sonst hat noch niemand einen Teil davon; erwerben können es alle, die dort nicht zählen."""


async def test_a_departure_says_who_left_what_it_costs_what_is_at_risk_and_what_would_mend_it() -> None:
    company = await left(Fabrikam())

    assert plain(company.message()) == DEPARTED


async def test_the_same_in_german() -> None:
    company = await left(Fabrikam())

    assert plain(company.message(locale="de-DE")).startswith(GEGANGEN)


async def test_the_text_for_notifications_names_each_thing_once() -> None:
    company = await left(Fabrikam())

    assert company.message().text.splitlines() == [
        "👋 Bob Ross left. From 15 January 2018 on, Bob Ross no longer counts for Fabrikam.",
        "⚠️ A recent change has put your Gold renewal at risk.",
        "⚠️ Cloud Platform Gold is at risk.",
        "⚠️ Application Development Silver is at risk.",
    ]


async def test_a_departure_that_costs_nothing_says_so() -> None:
    company = Fabrikam(replace(FACTS, people=(ADA_HOLDS, BOB_HOLDS, holder("eve", "Eve", "70-496"))))
    quiet = owed("departed", "person/eve", {"person": "eve", "on": "2018-01-15", "lost": "", "worse": ""})

    assert "No level is lost by it." in plain(company.message([quiet]))


async def test_a_departure_that_leaves_nothing_open_does_not_say_that_it_costs_nothing() -> None:
    details = {"person": "bob", "on": "2018-01-16", "lost": "", "worse": "", "sunk": "cloud-platform/gold"}

    said = plain(Fabrikam().message([owed("departed", "person/bob", details)]))

    assert "Not known before, not met with this: *Cloud Platform Gold*." in said
    assert "No level is lost" not in said


async def test_a_departure_to_come_is_told_as_one() -> None:
    later = owed("departed", "person/bob", {"person": "bob", "on": "2018-01-16", "lost": "", "worse": ""})

    assert plain(Fabrikam().message([later])).startswith("👋 *Bob Ross is leaving.* From 16 January 2018 on")
    assert plain(Fabrikam().message([later], today=date(2018, 1, 16))).startswith("👋 *Bob Ross left.*")


async def test_those_who_are_nearest_are_named_with_what_they_lack() -> None:
    devops = [holder(name, name.title(), "70-496", "70-498", "70-497") for name in ("dan", "eve", "fay")]
    last = holder("gus", "Gus Grissom", "70-496", "70-498", until=date(2018, 3, 1))
    near = holder("hal", "Hal Half", "70-496")
    company = await looked(replace(FACTS, people=(*devops, last, near)), date(2018, 1, 15))

    said = plain(company.message())

    assert "Reason: Gus Grissom leaves on 1 March 2018." in said
    assert "From 1 March 2018 on it lacks 1 more person" in said
    assert "Nearest: Hal Half (still needs 70-498)." in said


async def test_more_than_five_departures_become_one_part() -> None:
    many = [
        owed("departed", f"person/{n}", {"person": f"p{n}", "on": "2018-01-15", "lost": "cloud-platform/gold"})
        for n in range(6)
    ]
    people = tuple(holder(f"p{n}", f"Person {n}") for n in range(6))
    company = Fabrikam(replace(FACTS, people=people))

    six, five = plain(company.message(many)), plain(company.message(many[:5]))

    assert "👋 *6 people left*: Person 0, Person 1, Person 2, Person 3, Person 4 and Person 5." in six
    assert six.count("No longer met") == 1
    assert five.count("left.*") == 5


MENDED = (
    "✅ No longer at risk: *your Gold membership, Cloud Platform Gold and Application Development Silver*. "
    "On what is recorded, the requirements will be met on 1 May 2018."
)


async def test_what_is_mended_is_told_in_one_line() -> None:
    company = await left(Fabrikam())
    before = len(company.told())
    await company.changes(replace(company.company.members[BOB], active=True), "Ev2")

    assert plain(company.message(company.told()[before:])).splitlines() == [
        "↩️ *Bob Ross is back* and counts for Fabrikam as if never gone.",
        "---",
        MENDED,
        "As of 15 January 2018, from what is recorded about Fabrikam. Details: `/assay status`",
    ]


async def test_a_membership_alone_at_risk_names_the_competencies_that_are_nearest() -> None:
    company = Fabrikam(replace(ONE_SHORT, membership=None))
    await company.says(ADMIN, "membership gold 2017-05-01")

    said = plain(company.message())

    assert "*A recent change has put your Gold renewal at risk.*" in said
    assert "Nearest to Gold then: Cloud Platform Gold (1 more person)" in said


FORGOTTEN = {
    "an override": (
        owed("override_ending", "override/x", {"override": "x", "until": "2018-02-28"}),
        "An override that is no longer on record",
    ),
    "a person": (
        owed("departed", "person/x", {"person": "x", "on": "2018-01-15", "lost": "gone/gold"}),
        "👋 *somebody left.*",
    ),
    "a level": (owed("at_risk", "gone/gold", {"at": "2018-05-01", "level": "gold"}), "*gone gold* was at risk"),
    "a mended level": (owed("mended", "gone/gold", {"at": "2018-05-01", "level": "gold"}), "*gone gold*"),
    "a membership": (
        owed("at_risk", "membership/silver", {"at": "2018-05-01", "level": "silver"}),
        "*your Silver membership* was at risk; there is nothing on record about it any more.",
    ),
    "a risk that is mended meanwhile": (
        owed("at_risk", "cloud-platform/gold", {"at": "2018-05-01", "level": "gold"}),
        "*Cloud Platform Gold* was at risk; on what is recorded now it no longer is.",
    ),
    "somebody back": (owed("returned", "person/x", {"person": "x"}), "*somebody is back*"),
}


@pytest.mark.parametrize("what", FORGOTTEN)
def test_a_notice_about_something_that_is_no_longer_on_record_still_has_a_sentence(what: str) -> None:
    notice, sentence = FORGOTTEN[what]

    assert sentence in plain(Fabrikam().message([notice]))
    assert Fabrikam().message([notice], locale="de-DE").text


CAUSES = {
    "expired": "Reason: 70-532 of Bob Ross expires; its last day is 31 March 2018.",
    "no_longer_accepted": "Reason: the programme no longer accepts 70-532 from 1 April 2018 on.",
    "override_ended": "Reason: an override ends on 1 April 2018.",
    "rules_changed": "Reason: new rules are in force from 1 April 2018 on.",
    "figures": "Reason: the figures of the twelve months before 1 April 2018 are too low.",
    "left": "Reason: Bob Ross leaves on 1 April 2018.",
}


@pytest.mark.parametrize("cause", CAUSES)
def test_every_cause_has_its_sentence_in_both_languages(cause: str) -> None:
    details = {
        "at": "2018-05-01",
        "level": "gold",
        "from": "2018-04-01",
        "cause": cause,
        "person": "bob",
        "credential": "70-532",
    }
    company = Fabrikam(ONE_SHORT)
    leaving = holder("bob", "Bob Ross", "70-532", until=date(2018, 4, 1))
    state = replace(company.company, facts=replace(ONE_SHORT, people=(ADA_HOLDS, leaving)))
    company.companies.states[FABRIKAM] = replace(company.companies.states[FABRIKAM], company=state)
    notice = owed("at_risk", "cloud-platform/gold", details)

    assert CAUSES[cause] in plain(company.message([notice]))
    assert "Grund: " in plain(company.message([notice], locale="de-DE"))


async def test_names_are_for_admins_only() -> None:
    company = await left(Fabrikam())

    assert "Bob" not in plain(company.message(role="member"))
    assert "👋 *somebody left.*" in plain(company.message(role="member"))


async def test_names_call_nobody() -> None:
    bob = replace(BOB_HOLDS, name="<!channel> Ross\n&")
    company = await left(Fabrikam(replace(FACTS, people=(ADA_HOLDS, bob))))

    shown = company.message().text + str(company.message().blocks)

    assert "<!channel>" not in shown
    assert "&lt;!channel&gt; Ross &amp;" in shown


async def test_a_message_for_very_many_notices_stays_within_slacks_limits_and_says_what_is_cut() -> None:
    people = tuple(
        replace(
            holder(f"p{n}", f"Somebody with a rather long name number {n}"),
            achievements=(Achievement("70-496", date(2017, 2, 1), id=f"a{n}"),),
            associations=(Association(date(2017, 1, 1)),),
        )
        for n in range(1000)
    )
    overrides = tuple(
        LevelOverride("cloud-platform", "gold", date(2018, 1, 1), date(2018, 2, 14), f"o{n}") for n in range(200)
    )
    company = await looked(replace(FACTS, people=people, overrides=overrides), date(2018, 1, 15))

    reply = company.message()

    assert len(company.told()) > 200
    assert len(reply.blocks) <= MOST_BLOCKS
    assert all(len(b["text"]["text"]) <= MOST_IN_SECTION for b in reply.blocks if b["type"] == "section")
    assert "cut" in plain(reply) or "more" in plain(reply)
    assert len(reply.text) <= 2000


async def test_a_new_admin_reads_in_their_own_language() -> None:
    company = Fabrikam()
    await company.changes(Member("U9", "Neu", "admin", locale="de-DE"), "Ev0")
    await left(company)

    assert company.told("U9") == company.told(ADMIN)
