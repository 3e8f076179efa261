"""Nothing that one organisation of a workspace knows of its people reaches another's admins, whatever they press."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from handlers.grammar import COMMANDS
from handlers.modals.forms import FORMS
from handlers.places import marked, unmarked
from handlers.presses import PRESSES
from handlers.replies import Caller, Reply
from tests.handlers.contoso import ADMIN
from tests.handlers.group import CONTOSO, DAN, LITWARE, LIZ, Group

HERE = {CONTOSO: "C0CONTOSO", LITWARE: "C0LITWARE"}
CANARIES = ("Zzada", "Zzbob", "Zzcarla", "99900")
"""What only Contoso knows of its people: their names there, and the ids of their profiles."""
LEAST_NAMED = 6
ABOUT = (
    "audit",
    "audit csv",
    "audit ada",
    "mine export",
    "what if <@U0ADA> leaves?",
    "which exam should <@U0ADA> take next?",
    "what has <@U0ADA> linked?",
    "who holds 70-533?",
    "who counts towards silver devops?",
    "withdraw ada 70-533 because I say so",
    "withdraw association ada because I say so",
    "leaving ada 2018-02-01",
    "leaving",
    "override ada 70-534 from 2018-01-01",
    "reconcile",
    "export people",
    "export achievements",
    "profile 12345",
    "admins",
    "people",
)


async def group() -> Group:
    """Both organisations, each with its channel; Contoso's people have names that nobody else has."""
    found = Group()
    state = found.companies.states[CONTOSO]
    people = tuple(
        replace(each, name=f"Zz{each.id} Canary", profile=f"9990{number}00")
        for number, each in enumerate(state.company.facts.people)
    )
    facts = replace(state.company.facts, people=people)
    found.companies.states[CONTOSO] = replace(state, company=replace(state.company, facts=facts))
    for organisation, channel in HERE.items():
        await found.companies.settle_place("T0CONTOSO", channel, organisation)
    return found


def texts() -> list[str]:
    """Every command as its example has it, and what may speak of people."""
    return [*(entry.example for entry in COMMANDS), *ABOUT]


def everything(said: object) -> str:
    """All that an answer brings to a reader, with its buttons and files."""
    document = said.document.content.decode("utf-8", "replace") if isinstance(said, Reply) and said.document else ""
    shown = [said.text, said.blocks, said.view] if isinstance(said, Reply) else said
    return json.dumps(shown, ensure_ascii=False, default=repr) + document


def told(said: object) -> list[str]:
    """The canaries in it."""
    return [canary for canary in CANARIES if canary in everything(said)]


def buttons(said: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any part of Slack's JSON
    """Every button in it."""
    if isinstance(said, dict):
        yield from [said] if said.get("type") == "button" and "value" in said else []
        for part in said.values():
            yield from buttons(part)
    elif isinstance(said, list | tuple):
        for part in said:
            yield from buttons(part)


def known(found: Group) -> tuple[object, ...]:
    """What Contoso has on record of its people and of itself."""
    company = found.company(CONTOSO)
    people = [each for each in company.facts.people if told(each.name)]
    return people, replace(company.facts, people=()), company.organisation, company.cares


async def test_the_organisations_own_admin_reads_those_names() -> None:
    """Else the others would hold for nothing."""
    found = await group()

    heard = [text for text in ABOUT if told(await found.says(ADMIN, text, HERE[CONTOSO]))]

    assert len(heard) >= LEAST_NAMED, heard


@pytest.mark.parametrize(("user", "typed"), [(LIZ, texts()), (DAN, ABOUT)])
async def test_whatever_they_type_no_name_of_the_other_organisation_is_told(user: str, typed: Sequence[str]) -> None:
    found = await group()
    before = known(found)

    said = [await found.says(user, text, channel) for channel in HERE.values() for text in typed]

    assert [each.text for each in said if told(each)] == []
    assert known(found) == before


async def test_whatever_they_press_no_name_of_the_other_organisation_is_told() -> None:
    """Every button of its own admin, as it is and with the mark of the presser's organisation; and made up ones."""
    found = await group()
    heard = [await found.says(ADMIN, text, HERE[CONTOSO]) for text in texts()]
    seen = {(button["action_id"], button["value"]) for said in heard for button in buttons(said.blocks)}
    made_up = ("ada", "yes ada", f"kept {CONTOSO} c1", "")
    seen |= {(f"{kind}:x@{CONTOSO}", value) for kind in PRESSES for value in made_up}
    before, leaked = known(found), []
    for action, value in sorted(seen):
        for forged in (action, marked(unmarked(action)[0], LITWARE)):
            said = await found.conversations.press(forged, value, found.caller(LIZ, HERE[CONTOSO]))
            leaked += [(forged, value, said.text)] if told(said) else []

    assert leaked == []
    assert known(found) == before


async def test_no_form_menu_or_home_of_the_other_organisation_opens_with_its_names() -> None:
    found = await group()
    before = known(found)
    state = {"person": {"person": {"selected_option": {"value": "ada"}}}, "on": {"on": {"selected_date": "2018-01-10"}}}
    leaked = []
    for organisation in HERE:
        caller = Caller("T0CONTOSO", LIZ, HERE[CONTOSO], request="r", organisation=organisation)
        surfaces: list[object] = [await found.conversations.home(caller)]
        surfaces += [await found.conversations.suggest("person", typed, caller) for typed in ("", "zz", "ada")]
        for name in FORMS:
            surfaces.append(await found.conversations.form(f"{name} ada 2018-01-10", caller))
            surfaces.append(await found.conversations.reshape(marked(name, CONTOSO), state, "en ada", caller))
            surfaces.append(await found.conversations.submit(marked(name, CONTOSO), state, caller, "en ada 2018-01-10"))
        leaked += [surface for surface in surfaces if told(surface)]

    assert leaked == []
    assert known(found) == before


async def test_from_another_workspace_not_even_the_organisations_name_is_told() -> None:
    found = await group()
    far = Caller("T0OTHER", LIZ, "C0FAR", request="r", organisation=CONTOSO)
    said: list[object] = [await found.conversations.hear(text, far, slash=True) for text in texts()]
    said += [await found.conversations.press(f"{kind}:x@{CONTOSO}", "ada", far) for kind in PRESSES]
    said += [await found.conversations.home(far), await found.conversations.suggest("person", "", far)]
    said += [await found.conversations.submit(marked(name, CONTOSO), {}, far) for name in FORMS]

    assert [each for each in said if told(each) or "Contoso" in everything(each)] == []
