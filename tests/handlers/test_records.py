from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.dates import Month
from domain.facts import Membership
from tests.handlers.contoso import plain
from tests.handlers.fabrikam import ADA, ADMIN, FACTS, ONE_SHORT, Fabrikam, speaks_german

METRIC = "azure_customer_consumption"


async def test_a_membership_has_its_anniversary_a_year_after_the_purchase() -> None:
    company = Fabrikam(replace(FACTS, membership=None))

    said = plain(await company.says(ADMIN, "membership gold 2017-05-01"))

    assert company.company.facts.membership == Membership("gold", date(2017, 5, 1), date(2018, 5, 1))
    assert said.splitlines()[:3] == [
        "✅ Recorded: Gold membership, bought on 1 May 2017, anniversary on 1 May 2018.",
        "106 days until the anniversary.",
        "Nothing is known that would put a level at risk by then.",
    ]


async def test_a_membership_bought_on_a_leap_day_ends_on_the_last_of_february() -> None:
    company = Fabrikam(replace(FACTS, membership=None))

    await company.says(ADMIN, "membership gold 2016-02-29")

    assert company.company.facts.membership == Membership("gold", date(2016, 2, 29), date(2017, 2, 28))


async def test_a_membership_that_no_competency_holds_says_so_and_what_is_at_risk() -> None:
    company = Fabrikam(replace(ONE_SHORT, membership=None))
    speaks_german(company, ADMIN)

    said = plain(await company.says(ADMIN, "membership gold 2017-05-01"))

    assert "Nach dem, was eingetragen ist, hat heute keine Kompetenz Gold." in said
    assert "Bis dahin gefährdet, nach dem, was eingetragen ist: eure Gold-Mitgliedschaft." in said
    assert [owed.subject for owed in company.told()] == ["membership/gold"]


async def test_a_figure_is_recorded_exactly_and_says_what_it_replaces_and_changes() -> None:
    company = Fabrikam()

    said = plain(await company.says(ADMIN, f"figure {METRIC} 2017-12 1000.25"))

    assert company.company.facts.figures[METRIC][Month(2017, 12)] == Decimal("1000.25")
    assert "Azure consumption of customers in December 2017: US$1,000.25." in said
    assert "It replaces US$13,000" in said
    assert "It changes no level today." in said


async def test_a_figure_that_turns_a_level_says_so() -> None:
    company = Fabrikam()

    said = [plain(await company.says(ADMIN, f"figure {METRIC} 2017-{month:02} 0")) for month in range(1, 6)]

    assert ["no longer met* ❌" in answer for answer in said] == [False, False, False, False, True]
    assert "• *Cloud Platform Gold*: *no longer met* ❌: US$9,000 (Azure consumption of customers) missing" in said[-1]


async def test_a_figure_of_this_month_says_from_when_it_counts() -> None:
    assert "it counts from February 2018" in plain(await Fabrikam().says(ADMIN, f"figure {METRIC} 2018-01 5"))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("9000", "9000"),
        ("9000.5", "9000.5"),
        ("9000,50", "9000.50"),
        ("9,000.50", "9000.50"),
        ("9.000,50", "9000.50"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1,234,567.25", "1234567.25"),
        ("0.125", "0.125"),
        ("9.1250", "9.1250"),
        ("0", "0"),
    ],
)
async def test_amounts_that_can_be_read_in_one_way_are_read_exactly(typed: str, value: str) -> None:
    company = Fabrikam()

    await company.says(ADMIN, f"figure {METRIC} 2017-12 {typed}")

    assert company.company.facts.figures[METRIC][Month(2017, 12)] == Decimal(value)


AMBIGUOUS = {"9,000": "`9000` or `9`", "9.500": "`9500` or `9.5`", "9.125": "`9125` or `9.1250`", "10,020": "`10.02`"}


@pytest.mark.parametrize("typed", AMBIGUOUS)
async def test_amounts_that_can_be_read_in_two_ways_are_refused_with_both_forms(typed: str) -> None:
    company = Fabrikam()

    reply = await company.says(ADMIN, f"figure {METRIC} 2017-12 {typed}")

    assert "can be read in two ways" in reply.text
    assert AMBIGUOUS[typed] in reply.text
    assert company.company.facts == FACTS


REFUSED = {
    "figure": ("Type metric, month and value", "Schreib Kennzahl, Monat und Wert"),
    "figure nonsense 2017-12 5": ("I do not know that metric", "Diese Kennzahl kenne ich nicht"),
    f"figure {METRIC} 2018-02 5": ("February 2018 is still to come", "Februar 2018 kommt erst noch"),
    f"figure {METRIC} 2017-12": ("is no amount", "ist kein Betrag"),
    f"figure {METRIC} 2017-12 -5": ("“-5” is no amount", "„-5“ ist kein Betrag"),
    f"figure {METRIC} 2017-13 5": ("“2017-13” is no month", "„2017-13“ ist kein Monat"),
    "need platinum cloud platform": ("I do not know the level “platinum”", "Die Stufe „platinum“ kenne ich nicht"),
    "need gold xyz": ("I do not know the competency “xyz”. Did you mean", "Die Kompetenz „xyz“ kenne ich nicht"),
    f"figure {METRIC} 2017-12 5USD": ("“5USD” is no amount", "„5USD“ ist kein Betrag"),
    f"figure {METRIC} 2017-12 {'9' * 16}": ("at most 15 digits", "höchstens 15 Ziffern"),
    f"figure {METRIC} 2017-12 <!channel>": ("“&lt;!channel&gt;” is no amount", "„&lt;!channel&gt;“ ist kein Betrag"),
}


@pytest.mark.parametrize("typed", REFUSED)
async def test_what_cannot_be_recorded_is_said_and_changes_nothing(typed: str) -> None:
    company = Fabrikam()
    english = await company.says(ADMIN, typed)
    assert company.company.facts == FACTS
    speaks_german(company, ADMIN)
    german = await company.says(ADMIN, typed)

    assert REFUSED[typed][0] in english.text
    assert REFUSED[typed][1] in german.text


async def test_an_unknown_metric_is_answered_with_those_that_there_are() -> None:
    assert f"`{METRIC}`" in (await Fabrikam().says(ADMIN, "figure nonsense 2017-12 5")).text


@pytest.mark.parametrize("typed", ["membership gold 2017-05-01", f"figure {METRIC} 2017-12 5"])
async def test_only_admins_record_for_the_company(typed: str) -> None:
    company = Fabrikam()

    assert "Only admins can do this." in (await company.says(ADA, typed)).text
    assert company.company.facts == FACTS
