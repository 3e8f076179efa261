from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from domain.dates import Month
from handlers.modals.naming import named_in
from handlers.replies import Submitted
from tests.handlers.contoso import ADA, ADMIN, CARLA, FACTS, Contoso, caller, grammar
from tests.handlers.forms import inputs, shown

METRIC = "azure_customer_consumption"


async def sent(company: Contoso, values: str, first: str = "2017-10", user: str = ADMIN) -> Submitted:
    state = {
        "metric": {"metric": {"type": "static_select", "selected_option": {"text": {}, "value": METRIC}}},
        "first": {"first": {"type": "plain_text_input", "value": first}},
        "values": {"values": {"type": "plain_text_input", "value": values}},
    }
    return await company.conversations.submit("figures", state, caller(user), "en home")


def recorded(company: Contoso) -> dict[Month, Decimal]:
    return dict(company.companies.states["contoso"].company.facts.figures.get(METRIC, {}))


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ("100\n200\n300", {10: 100, 11: 200, 12: 300}),
        ("100\r\n\r\n200", {10: 100, 11: 200}),
        ("2017-12\t300\n2017-10\t100", {12: 300, 10: 100}),
        ("2017-11-01; 1,234.50", {11: Decimal("1234.50")}),
        ("US$100\n200 EUR", {10: 100, 11: 200}),
    ],
)
async def test_a_column_is_recorded_month_by_month(values: str, found: dict[int, int]) -> None:
    company = Contoso(replace(FACTS, figures={}))
    said = await sent(company, values)

    assert said.errors == {}
    assert recorded(company) == {Month(2017, month): Decimal(value) for month, value in found.items()}
    assert "Recorded: Azure consumption of customers" in shown(said.view)


@pytest.mark.parametrize(
    ("values", "first", "field", "why"),
    [
        ("100\nabc\n", "2017-10", "values", "Line 2: "),
        ("1.234", "2017-10", "values", "Line 1: "),
        ("2017-10 1\n2017-10 2", "", "values", "Line 2: October 2017 stands there twice."),
        ("100", "", "values", "Say which month it is"),
        ("1\n2\n3\n4\n5", "2017-10", "values", "Line 5: "),
        ("x\nx\nx\nx\nx", "2017-01", "values", "And 2 more lines."),
        ("100", "soon", "first", "soon"),
        ("100", "2018-02", "first", "February 2018"),
        (" \n ", "2017-10", "values", "amount"),
    ],
)
async def test_what_is_wrong_stands_beside_its_field_and_nothing_is_recorded(
    values: str, first: str, field: str, why: str
) -> None:
    company = Contoso(replace(FACTS, figures={}))
    said = await sent(company, values, first)

    assert list(said.errors) == [field]
    assert why in said.errors[field]
    assert recorded(company) == {}


async def test_a_wrong_first_month_and_wrong_amounts_are_told_together() -> None:
    said = await sent(Contoso(), "abc\n10", "2017-13")

    assert {field: why.partition(":")[0] for field, why in said.errors.items()} == {
        "first": "“2017-13” is no month. Write year and month, for example 2017-12.",
        "values": "Line 1",
    }


async def test_what_takes_the_place_of_an_earlier_report_is_said() -> None:
    assert "They take the place" in shown((await sent(Contoso(), "1\n2")).view)


async def test_only_who_may_record_sees_the_form() -> None:
    company = Contoso()

    assert [*inputs(await company.conversations.form("figures home", caller(ADMIN)))] == ["metric", "first", "values"]
    assert "Only" in shown(await company.conversations.form("figures home", caller(ADA)))
    assert "Only" in shown((await sent(company, "1", user=ADA)).view)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I passed 70-533 today!", ["70-533"]),
        ("70-534, then 70-533 (and mcsd-app)", ["70-534", "70-533", "MCSD-APP"]),
        ("call 170-5333 or x70-533", []),
        ("Implementing Microsoft Azure Infrastructure Solutions is done", ["70-533"]),
        ("", []),
        ("\u202e335-07 😀 <!channel>", []),
    ],
)
def test_a_message_names_exams_by_code_or_title(text: str, found: list[str]) -> None:
    assert list(named_in(grammar().catalogue["ms-mpn-competencies"], text)) == found


async def test_link_this_opens_the_form_with_the_exam_chosen_and_says_which_others_there_are() -> None:
    view = await Contoso().conversations.link_named("done: 70-533 and 70-534", caller(ADA))

    assert inputs(view)["credential"]["initial_option"]["value"] == "70-533"
    assert "The message also names 70-534." in shown(view)
    assert "initial_date" not in inputs(view)["earned"]


@pytest.mark.parametrize(
    ("text", "ago", "earned"),
    [
        ("I passed 70-533 yesterday!", timedelta(), "2018-01-14"),
        ("I passed 70-533 yesterday!", timedelta(days=3), "2018-01-11"),
        ("Gestern 70-533 bestanden 🎉", timedelta(), "2018-01-14"),
        ("70-533 today, 10 years after Microsoft Azure", timedelta(), "2018-01-15"),
        ("70-533 passed on 12 January 2018, valid until 12 January 2020", timedelta(), "2018-01-12"),
        ("passed 70-533 (70-534 was a pain)", timedelta(), None),
        ("70-533 yesterday, 70-534 on Monday", timedelta(), None),
        ("I take 70-533 tomorrow", timedelta(), None),
        ("passed 70-533 in December", timedelta(), None),
    ],
)
async def test_link_this_shows_the_day_that_the_message_names_and_none_where_it_leaves_a_doubt(
    text: str, ago: timedelta, earned: str | None
) -> None:
    view = await Contoso().conversations.link_named(text, caller(ADA), ago)

    assert inputs(view)["earned"].get("initial_date") == earned


async def test_link_this_on_a_message_that_names_nothing_is_one_sentence() -> None:
    view = await Contoso().conversations.link_named("lunch?", caller(CARLA))

    assert shown(view).startswith("Diese Nachricht nennt keine Prüfung")


async def test_where_the_form_cannot_be_opened_at_once_a_sentence_says_how_to_report_and_offers_it() -> None:
    said = await Contoso().conversations.press("open:figures", "figures", caller(ADMIN))

    assert said.text.startswith("Report a figure month by month in the form")
    assert said.view is not None
