"""Every button that there is: pressed twice, a day later, by somebody else, and after what it is about is gone."""

import ast
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import handlers
from handlers.modals import OPEN, TURN
from handlers.moving import MOVE
from handlers.places import PLACE
from handlers.presses import PRESSES
from tests.handlers.fabrikam import BOB, GUEST
from tests.handlers.scenes import SCENES

ELSEWHERE = frozenset({"share", "ask", OPEN, PLACE, MOVE})
"""The kinds that are answered beside `PRESSES`."""
IN_MODALS = frozenset({TURN})
OTHERS = (BOB, GUEST, "U0NOBODY")
A_DAY = timedelta(days=1)


def test_every_button_that_is_answered_has_its_scene() -> None:
    assert {*SCENES} == {*PRESSES} | ELSEWHERE


def test_every_button_that_is_made_is_answered() -> None:
    made = {*_made()}

    assert made <= {*PRESSES} | ELSEWHERE | IN_MODALS
    assert len(made) > len(PRESSES) / 2


@pytest.mark.parametrize("kind", sorted(SCENES))
async def test_a_button_does_once_what_it_does_and_answers_whoever_presses_it_whenever(kind: str) -> None:
    scene = await SCENES[kind]()
    before, states = scene.recorded, dict(scene.world.companies.states)

    for user in OTHERS:
        assert await scene.press(kind, user) == []
    assert scene.recorded == before
    assert await scene.press(kind) == []
    after = scene.recorded
    assert await scene.press(kind) == []
    scene.world.now += A_DAY
    assert await scene.press(kind) == []
    assert scene.recorded == after
    scene.world.companies.states.update(states)
    scene.forget_everything()
    assert await scene.press(kind) == []


def _made() -> Iterator[str]:
    """The kind of every button whose action id stands in the code."""
    for path in Path(handlers.__file__).parent.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        module = ".".join(path.relative_to(Path(handlers.__file__).parents[1]).with_suffix("").parts)
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if isinstance(call.func, ast.Name) and call.func.id == "Button" and len(call.args) > 1:
                found = _value(call.args[1], module).partition(":")[0]
                yield from [found] if found else []


def _value(node: ast.AST, module: str) -> str:
    """What an expression begins with, where it is a text, a constant of its module, or begins with one of them."""
    match node:
        case ast.Constant(str(text)):
            return text
        case ast.Name(name):
            found: Any = getattr(sys.modules[module], name, "")
            return str(found)
        case ast.JoinedStr([ast.FormattedValue(value), *_]):
            return _value(value, module)
        case ast.JoinedStr([first, *_]) | ast.Call(ast.Name("marked"), [first, *_]):
            return _value(first, module)
    return ""
