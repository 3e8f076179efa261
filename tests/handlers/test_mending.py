"""What is said to be lacking is lacking for certain, and every way that is as short as the nearest is named."""

from dataclasses import replace
from datetime import date

import pytest

from domain.standing import standing
from handlers.render.mending import mending
from handlers.render.phrases import Phrases
from handlers.render.telling import Telling
from handlers.requests import Language
from handlers.words import Words
from tests.handlers.contoso import months, plain
from tests.handlers.fabrikam import BOB, DANA, FACTS, PROGRAMME, TODAY, Fabrikam, holder

ASSESSED = next(c.id for c in PROGRAMME.credentials.values() if c.title == "Technical Assessment for Cloud Platform")
TWO_ASSESSED = replace(
    FACTS,
    people=(holder("ada", "Ada Lovelace", ASSESSED), holder("bob", "Bob Ross", ASSESSED)),
    figures={"azure_customer_consumption": months(9000)},
)


def mended_by(
    level: str, *people: str, competency: str = "windows-and-devices", language: Language = "en"
) -> list[str]:
    """What would mend a level for a company in which each of these holds one credential."""
    facts = replace(FACTS, people=tuple(holder(f"p{n}", f"Person {n}", c) for n, c in enumerate(people)), figures={})
    telling = Telling(Fabrikam(facts).company, PROGRAMME, Phrases(Words(language), PROGRAMME), TODAY, names=True)
    found = standing(PROGRAMME, facts, TODAY).level(competency, level)
    assert found is not None
    return list(mending(telling, found, TODAY))


def test_ways_that_are_equally_short_are_all_named_and_more_than_three_are_counted() -> None:
    first, second, third, more, _ = mended_by("silver")

    assert first == "It would be mended by 2 more people, each with 70-357 (Developing Mobile Apps)."
    assert second.startswith("Or else by 2 more people, each with Windows 10 Deployment")
    assert third.startswith("Or else by 2 more people, each with 70-735")
    assert more == "There is 1 more way."


def test_a_way_that_is_longer_than_the_nearest_is_not_named() -> None:
    lines = mended_by("silver", "70-735")

    assert lines[0].startswith("It would be mended by 1 more person with 70-735")
    assert not any("Or else" in line for line in lines)


def test_the_same_in_german() -> None:
    lines = mended_by("silver", language="de")

    assert lines[0].startswith("Abhilfe: 2 weitere Personen, jede mit 70-357")
    assert lines[1].startswith("Oder: 2 weitere Personen, jede mit Windows 10 Deployment")
    assert lines[3] == "Es gibt 1 weiteren Weg."


def test_what_can_be_earned_only_later_but_in_time_is_named_with_its_day() -> None:
    facts = replace(FACTS, people=(holder("ada", "Ada", "70-333", "70-334"), holder("bob", "Bob", "70-333", "70-334")))
    before, on = date(2017, 12, 14), date(2017, 12, 15)
    company = Fabrikam(facts).company

    def said(today: date) -> str:
        telling = Telling(company, PROGRAMME, Phrases(Words("en"), PROGRAMME), today, names=True)
        level = standing(PROGRAMME, facts, on).level("communications", "silver")
        assert level is not None
        return "\n".join(mending(telling, level, on))

    assert "Voice Framework" in said(before)
    assert "(there from 15 December 2017 on)." in said(before)
    assert "Nearest: Bob (still needs Practical Guidance Assessment for Voice Framework)" in said(before)
    assert "there from" not in said(on)


def test_who_is_nearest_stands_beside_the_way_that_they_are_nearest_to() -> None:
    facts = replace(
        FACTS, people=(holder("ada", "Ada", "TA-DPA-FOUND", "TA-SQL"), holder("bob", "Bob", "TA-DPA-FOUND"))
    )
    telling = Telling(Fabrikam(facts).company, PROGRAMME, Phrases(Words("en"), PROGRAMME), TODAY, names=True)
    level = standing(PROGRAMME, facts, TODAY).level("data-platform", "silver")
    assert level is not None

    lines = list(mending(telling, level, TODAY))

    assert [line.split()[0] for line in lines] == ["It", "Nearest:", "Or", "Nearest:"]
    assert lines[1] == "Nearest: Bob (still needs SQL Server Technical Assessment)."
    assert lines[3].startswith("Nearest: Ada (still needs 70-764 and 70-765); Bob")


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        (
            "en",
            "Nearest to the first: Ada (still needs 70-498 and 70-497).",
            "Nearest to the second: Ada (still needs 70-498).",
        ),
        (
            "de",
            "Für das Erste am nächsten dran: Ada (braucht noch 70-498 und 70-497).",
            "Für das Zweite am nächsten dran: Ada (braucht noch 70-498).",
        ),
    ],
)
def test_of_several_needs_of_one_way_each_says_who_is_nearest_to_it(
    language: Language, first: str, second: str
) -> None:
    facts = replace(FACTS, people=(holder("ada", "Ada", "70-496"),))
    telling = Telling(Fabrikam(facts).company, PROGRAMME, Phrases(Words(language), PROGRAMME), TODAY, names=True)
    level = standing(PROGRAMME, facts, TODAY).level("devops", "silver")
    assert level is not None

    lines = list(mending(telling, level, TODAY))

    assert lines[1:3] == [first, second]


@pytest.mark.parametrize(
    ("locale", "lacks", "not_known"),
    [
        ("en-US", "Since 15 January 2018 it lacks 1 more person;", "Not known yet for 1 May 2018: Azure consumption"),
        ("de-DE", "Seit dem 15. Januar 2018 fehlt: 1 weitere Person.", "Für den 1. Mai 2018 noch nicht bekannt: "),
    ],
)
async def test_a_figure_that_is_met_today_and_not_known_then_is_not_lacking(
    locale: str, lacks: str, not_known: str
) -> None:
    company = Fabrikam(TWO_ASSESSED)
    await company.changes(replace(company.company.members[BOB], active=False))

    said = plain(company.message(locale=locale))

    assert lacks in said
    assert not_known in said


async def test_a_figure_that_is_known_for_the_anniversary_is_not_spoken_of() -> None:
    ahead = {month.plus(5): value for month, value in months(9000, 17).items()}
    company = Fabrikam(replace(TWO_ASSESSED, figures={"azure_customer_consumption": ahead}))
    await company.changes(replace(company.company.members[BOB], active=False))

    assert "Not known yet" not in plain(company.message())


async def test_a_links_effect_tells_what_is_lacking_from_what_is_not_known() -> None:
    bare = replace(TWO_ASSESSED, people=(), figures={})

    said = plain(await Fabrikam(bare).says(DANA, f"link {ASSESSED} 2017-11-20"))

    assert "still missing: 1 more person. Not known yet: Azure consumption" in said
