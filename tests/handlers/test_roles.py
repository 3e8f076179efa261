from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from domain.ports import Member
from domain.roles import ADMINS, PLACES, ROLES, TABLE, Action, GivenRole, Place, Role, outcome
from handlers.grammar import COMMANDS as ENTRIES
from handlers.grammar import Context
from handlers.modals import FORMS
from handlers.presses import PRESSES
from handlers.replies import Caller, Reply
from handlers.roles import COMMANDS, INTENTS, PRESSED, action_of
from tests.handlers.contoso import CHANNEL, MEMBERS, ORGANISATION, TEAM, TODAY, Contoso, grammar, plain

USERS: Mapping[Role, str] = {
    "owner": "U0ROOT",
    "admin": "U0ADMIN",
    "manager": "U0MANAGER",
    "member": "U0ADA",
    "guest": "U0KNOWN",
    "stranger": "U0GUEST",
}
ROLES_GIVEN: tuple[tuple[str, GivenRole], ...] = (("U0MANAGER", "manager"), ("U0ROOT", "owner"))
TYPED: Mapping[Action, str] = {
    "help": "help",
    "own": "mine",
    "organisation": "organisation",
    "levels": "who counts for Application Development?",
    "forecast": "forecast",
    "person": "what if Ada leaves?",
    "membership": "benefits gold",
    "overrides": "overrides",
    "record": "override list",
    "rules": "rules 2017-09-15 2017-12-15",
    "audit": "audit",
    "settings": "settings",
    "care": "away list",
    "setup": "live",
    "roles": "admins",
    "ownership": "admins owner <@U0ADMIN>",
}
REFUSED = (
    "Only admins can",
    "Only managers and admins",
    "Only the owner",
    "You are a guest",
    "I say nothing here",
    "That is about a person, so I answer",
)
CELLS = [(action, role, place) for action in TYPED for role in ROLES for place in PLACES]


@cache
def contoso() -> Contoso:
    """One company for all cells: nothing that is asked here changes it, but who owns it."""
    others = (Member("U0ROOT", "Olga", "member"), Member("U0MANAGER", "Mona", "member"))
    known = Member("U0KNOWN", "Gina", "guest", "bob")
    members = tuple(replace(m, person=None) if m.person == "bob" else m for m in MEMBERS)
    organisation = replace(ORGANISATION, roles=ROLES_GIVEN)
    return Contoso(organisation=organisation, members=(*members, *others, known))


async def asked(action: Action, role: Role, place: Place) -> Reply:
    """What somebody of a role hears in a place."""
    caller = Caller(TEAM, USERS[role], CHANNEL, private=place == "private", shared=place == "shared", request="r")
    return await contoso().conversations.hear(TYPED[action], caller, slash=False)


def is_refused(reply: Reply) -> bool:
    return reply.text.startswith(REFUSED) and not reply.blocks


@pytest.mark.parametrize("role", ROLES)
def test_everybody_has_the_role_of_the_test(role: Role) -> None:
    company = contoso().companies.states["contoso"].company

    assert company.role(company.members[USERS[role]]) == role


@pytest.mark.parametrize(("action", "role", "place"), CELLS)
async def test_every_cell_of_the_table_is_what_people_hear(action: Action, role: Role, place: Place) -> None:
    expected = outcome(action, role, place)
    if action == "ownership" and expected != "refused":
        return  # what the owner may is tested where it is done

    assert is_refused(await asked(action, role, place)) == (expected == "refused")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", ROLES)
async def test_names_are_said_in_those_cells_alone_that_say_so(role: Role, place: Place) -> None:
    reply = await asked("levels", role, place)

    assert ("Weiß" in reply.text + plain(reply)) == (outcome("levels", role, place) == "names")


@pytest.mark.parametrize("role", ROLES)
async def test_a_file_is_taken_from_those_alone_who_may_import(role: Role) -> None:
    async def fetch() -> bytes:
        return b"nothing of use"

    caller = Caller(TEAM, USERS[role], "D0DIRECT", request="r")
    reply = await contoso().conversations.receive_file("trainings.csv", fetch, caller)

    assert is_refused(reply) == (outcome("import", role, "private") == "refused")


@pytest.mark.parametrize("name", sorted(PRESSES))
async def test_a_button_of_admins_is_refused_to_whoever_lost_the_role(name: str) -> None:
    action = PRESSED.get(name, "record")
    caller = Caller(TEAM, USERS["member"], "D0DIRECT", request="r")
    reply = await contoso().conversations.press(f"{name}:0", "yes 0 0", caller)

    assert is_refused(reply) == (outcome(action, "member", "private") == "refused")


@pytest.mark.parametrize("name", sorted(FORMS))
async def test_a_form_is_opened_for_those_alone_who_may_send_it(name: str) -> None:
    action = action_of(FORMS[name].blank)
    for role in ("admin", "member"):
        view = await contoso().conversations.form(name, Caller(TEAM, USERS[role], request="r"))
        assert ("submit" not in view) == (outcome(action, role, "private") == "refused") or name == "columns"


def test_every_question_and_button_has_its_row() -> None:
    assert set(INTENTS.values()) | set(COMMANDS.values()) | set(PRESSED.values()) <= set(TABLE)
    assert set(PRESSED) <= set(PRESSES)


def test_what_the_list_of_commands_says_of_admins_is_what_the_table_says() -> None:
    for entry in ENTRIES:
        read = grammar().parse(entry.example, Context(TODAY, "en", "ms-mpn-competencies"))
        refused = outcome(action_of(read), "member", "private") == "refused"
        assert refused == entry.admin_only, entry.name


@pytest.mark.parametrize("role", ROLES)
def test_nothing_is_said_where_other_companies_read(role: Role) -> None:
    assert {outcome(action, role, "shared", names_in_channels=True) for action in TABLE} == {"refused"}


def test_only_the_owner_and_admins_are_told_unasked() -> None:
    company = contoso().companies.states["contoso"].company

    assert {company.role(admin) for admin in company.admins} == ADMINS
