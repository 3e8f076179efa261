"""Slack's limits on blocks: what is just allowed, and what is just not."""

import pytest

from bot.demo.blocks import Surface, problems, with_ids
from bot.demo.model import Json


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str, **more: object) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(action_id: str = "a", **more: object) -> Json:
    return {"type": "button", "action_id": action_id, "text": plain("Go"), **more}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def table(rows: int, columns: int, kind: str = "table", **more: object) -> Json:
    return {"type": kind, "rows": [[{"type": "raw_text", "text": "x"}] * columns] * rows, **more}


def select(options: int) -> Json:
    found = [{"text": plain(str(number)), "value": str(number)} for number in range(options)]
    return {"type": "static_select", "action_id": "s", "placeholder": plain("Pick"), "options": found}


ALLOWED: list[list[Json]] = [
    [{"type": "divider"}] * 50,
    [section("x" * 3000)],
    [{"type": "section", "fields": [plain("x" * 2000)] * 10}],
    [{"type": "header", "text": plain("x" * 150)}],
    [actions(*(button(str(number)) for number in range(25)))],
    [actions(button(value="v" * 2000, style="danger", url="https://example.org"))],
    [{"type": "context", "elements": [plain("x")] * 10}],
    [section("x", accessory=select(100))],
    [section("x", block_id="b" * 255)],
    [table(100, 20, column_settings=[{"align": "right"}])],
    [table(101, 3, "data_table", caption="All")],
    [{"type": "data_visualization", "title": "x" * 50, "chart": {}}] * 2,
    [{"type": "markdown", "text": "# x"}],
]
REFUSED: list[tuple[list[Json], str]] = [
    ([{"type": "divider"}] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
    ([section("x" * 3001)], "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
    ([section("")], "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
    ([{"type": "section"}], "missing required field: text [json-pointer:/blocks/0]"),
    ([section("x", fields=[plain("x")] * 11)], "no more than 10 items allowed [json-pointer:/blocks/0/fields]"),
    (
        [section("x", fields=[plain("x" * 2001)])],
        "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
    ),
    (
        [{"type": "header", "text": plain("x" * 151)}],
        "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    ),
    (
        [{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}],
        "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
    ),
    (
        [actions(*(button(str(number)) for number in range(26)))],
        "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
    ),
    ([actions()], "must be non-empty [json-pointer:/blocks/0/elements]"),
    (
        [actions(button("a"), button("a"))],
        "action_id already exists: a [json-pointer:/blocks/0/elements/1/action_id]",
    ),
    (
        [actions(button(text=plain("x" * 76)))],
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    ),
    (
        [actions(button(value="v" * 2001))],
        "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
    ),
    ([actions(button(colour="red"))], "invalid additional property: colour [json-pointer:/blocks/0/elements/0]"),
    (
        [actions(button(style="green"))],
        "value is not one of the allowed values [json-pointer:/blocks/0/elements/0/style]",
    ),
    (
        [{"type": "context", "elements": [plain("x")] * 11}],
        "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
    ),
    (
        [section("x", accessory=select(101))],
        "no more than 100 items allowed [json-pointer:/blocks/0/accessory/options]",
    ),
    (
        [section("a", block_id="b"), section("b", block_id="b")],
        "block_id already exists: b [json-pointer:/blocks/1/block_id]",
    ),
    ([section("x", block_id="b" * 256)], "must be less than 256 characters [json-pointer:/blocks/0/block_id]"),
    ([table(101, 1)], "no more than 100 items allowed [json-pointer:/blocks/0/rows]"),
    ([table(1, 21)], "no more than 20 items allowed [json-pointer:/blocks/0/rows/0]"),
    ([table(1, 1), table(1, 1)], "no more than 1 table blocks allowed [json-pointer:/blocks]"),
    ([table(2, 1, "data_table")], "missing required field: caption [json-pointer:/blocks/0]"),
    (
        [table(1, 1, "data_table", caption="All")],
        "no less than 2 items allowed [json-pointer:/blocks/0/rows]",
    ),
    ([{"type": "sparkle"}], "unsupported type: sparkle [json-pointer:/blocks/0/type]"),
    ([{"type": "alert", "text": plain("x")}], "unsupported type: alert [json-pointer:/blocks/0/type]"),
]


@pytest.mark.parametrize("blocks", ALLOWED, ids=range(len(ALLOWED)))
def test_blocks_at_a_limit_are_allowed(blocks: list[Json]) -> None:
    assert problems(blocks) == []


@pytest.mark.parametrize(("blocks", "problem"), REFUSED, ids=range(len(REFUSED)))
def test_blocks_beyond_a_limit_are_refused_with_the_place(blocks: list[Json], problem: str) -> None:
    assert problem in problems(blocks)


def test_all_mistakes_are_named_at_once() -> None:
    assert len(problems([section(""), {"type": "header"}, actions()])) == 3


@pytest.mark.parametrize(
    ("kind", "surface", "refused"),
    [
        ("table", Surface.MESSAGE, False),
        ("table", Surface.HOME, True),
        ("table", Surface.MODAL, True),
        ("divider", Surface.MODAL, False),
    ],
)
def test_some_blocks_stand_only_on_some_surfaces(kind: str, surface: Surface, *, refused: bool) -> None:
    block = table(1, 1) if kind == "table" else {"type": kind}
    assert bool(problems([block], surface)) is refused


def test_a_home_tab_takes_a_hundred_blocks() -> None:
    assert problems([{"type": "divider"}] * 100, Surface.HOME) == []
    assert problems([{"type": "divider"}] * 101, Surface.HOME) != []


def test_what_is_no_list_of_objects_is_refused() -> None:
    assert problems("blocks") == ["must be an array [json-pointer:/blocks]"]
    assert problems(["block"]) == ["must be an object [json-pointer:/blocks/0]"]


def test_missing_ids_are_given_and_those_there_stay() -> None:
    nameless = {"type": "button", "text": plain("Go")}
    given = with_ids([actions(nameless, button("mine")), section("x", block_id="kept")])
    assert given[1]["block_id"] == "kept"
    assert given[0]["block_id"]
    assert [bool(element["action_id"]) for element in given[0]["elements"]] == [True, True]
    assert given[0]["elements"][1]["action_id"] == "mine"
    assert "action_id" not in nameless
