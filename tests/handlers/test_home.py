from dataclasses import replace

import pytest

from handlers.replies import Surface
from tests.handlers.contoso import ADA, ADMIN, BOB, CARLA, GUEST, MEMBERS, Contoso, caller
from tests.handlers.forms import refused, shown
from tests.handlers.test_limits import largest


async def home(company: Contoso, user: str) -> Surface:
    """The Home tab of somebody, which Slack takes."""
    view = await company.conversations.home(caller(user))
    assert refused(view) == ""
    return view


def buttons(view: Surface) -> list[str]:
    return [e["text"]["text"] for block in view["blocks"] if block["type"] == "actions" for e in block["elements"]]


async def test_everybody_sees_what_they_have_and_can_link() -> None:
    view = await home(Contoso(), BOB)

    assert "You have linked 1 achievement with Contoso" in shown(view)
    assert "Your achievements count for Contoso since 1 January 2017." in shown(view)
    assert buttons(view) == ["Link an exam"]


async def test_who_is_no_admin_sees_neither_the_company_nor_anybody_else() -> None:
    said = shown(await home(Contoso(), BOB))

    assert "Where you stand" not in said
    assert "override" not in said
    assert "Ada" not in said
    assert "Carla" not in said


async def test_an_admin_sees_the_levels_by_area_the_risks_and_the_overrides_with_their_countdown() -> None:
    view = await home(Contoso(), ADMIN)
    said = shown(view)

    assert "*Where you stand on 15 January 2018*" in said
    assert "*Cloud platform*" in said
    assert "for your renewal on 1 May 2018" in said
    assert "1. *DevOps Silver*, from 1 December 2017 to the day before 1 March 2018\nIt ends in 45 days." in said
    assert buttons(view) == ["Link an exam", "Record an override", "Record the membership"]


async def test_it_speaks_the_language_of_its_reader() -> None:
    view = await home(Contoso(), CARLA)

    assert "Du hast 2 Erfolge mit Contoso verknüpft" in shown(view)
    assert buttons(view) == ["Prüfung verknüpfen"]


@pytest.mark.parametrize(
    ("user", "said"),
    [
        (
            GUEST,
            (
                "You are a guest and not on record here, so I can do nothing for you yet. "
                "An admin can put you on record: by sending me the vendor's export with your exams."
            ),
        ),
        ("U0NOBODY", "I have not met you in this workspace yet. Please try again in a minute, or ask an admin."),
    ],
)
async def test_guests_and_strangers_read_one_sentence(user: str, said: str) -> None:
    view = await home(Contoso(), user)

    assert shown(view) == said
    assert buttons(view) == []


async def test_a_guest_who_is_on_record_sees_their_own() -> None:
    members = tuple(replace(m, person="bob") if m.user == GUEST else m for m in MEMBERS if m.user != BOB)

    assert "You have linked 1 achievement with Contoso" in shown(await home(Contoso(members=members), GUEST))


async def test_a_form_opened_from_home_remembers_it() -> None:
    contoso = Contoso()
    view = await home(contoso, ADA)
    [button] = [e for block in view["blocks"] if block["type"] == "actions" for e in block["elements"]]

    form = await contoso.conversations.form(button["value"], caller(ADA))

    assert form["private_metadata"] == "en home"


@pytest.mark.parametrize("user", [ADMIN, "U7"])
async def test_the_largest_company_fits_and_what_is_cut_is_said(user: str) -> None:
    view = await home(largest(), user)

    assert len(view["blocks"]) <= 100
    assert ("not shown here" in shown(view)) == (user == ADMIN)
