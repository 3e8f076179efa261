import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.organisation_settings import OrganisationSettings
from handlers.replies import Submitted
from handlers.settings import OPTIONAL, WITH_LEAD_DAYS, read_days
from tests.handlers.contoso import caller, labels, plain
from tests.handlers.fabrikam import ADA, ADMIN, FABRIKAM, Fabrikam, speaks_german
from tests.handlers.forms import inputs, refused, shown

USUAL = {"renewal": "90, 30, 15, 0, -23", "override_ending": "30, 14, 7, 1, 0", "rules_changed": "90, 30, 7, 0"}
ENDING = {"contributor_ending": "90, 30, 7", "own_ending": "90, 30, 7"}

WHAT_HOLDS = """*Settings of Fabrikam*
• Every kind of notice is told.
• renewal: 90, 30 and 15 days before, on the day and 23 days after.
• a level loses somebody's exam: 90, 30 and 7 days before.
• an override ends: 30, 14, 7 and 1 day before and on the day.
• rules change: 90, 30 and 7 days before and on the day.
• somebody's own exam ends: 90, 30 and 7 days before.
• In channels answers give numbers, no names.
• Alerts go to the admins alone.
• Days off: weekends; no country is set for public holidays.
• Personal data of somebody who left are kept for 12 months."""


async def sends(company: Fabrikam, user: str = ADMIN, **changed: str | None) -> Submitted:
    """What follows when somebody sends the form as it was shown, but for what they changed."""
    typed = {"names": "hidden", "retention": "12", **USUAL, **ENDING} | changed
    kinds = (typed.pop("notices", ",".join(OPTIONAL)) or "").split(",")
    state: dict[str, object] = {"notices": {"notices": {"selected_options": [{"value": k} for k in kinds if k]}}}
    for name, value in typed.items():
        found = {"names": "selected_option", "holidays": "selected_option", "channel": "selected_conversation"}
        shape = {"value": value} if found.get(name) == "selected_option" and value else value
        state[name] = {name: {found.get(name, "value"): shape}}
    sent = await company.conversations.submit("settings", state, caller(user))
    assert sent.view is None or refused(sent.view) == ""
    return sent


def settled(company: Fabrikam) -> OrganisationSettings:
    return company.company.organisation.settings


async def test_what_holds_is_said_in_words_with_a_button_to_change_it() -> None:
    reply = await Fabrikam().says(ADMIN, "settings")

    assert plain(reply) == WHAT_HOLDS
    assert labels(reply) == ["Change settings"]


async def test_the_same_in_german() -> None:
    company = Fabrikam()
    speaks_german(company, ADMIN)

    said = plain(await company.says(ADMIN, "einstellungen"))

    assert "• Verlängerung: 90, 30 und 15 Tage vorher, am Tag selbst und 23 Tage danach." in said
    assert "• Freie Tage: Wochenenden; für Feiertage ist kein Land eingestellt." in said


async def test_only_admins_see_and_change_settings() -> None:
    company = Fabrikam()

    assert (await company.says(ADA, "settings")).text.startswith("Only admins can do this.")
    assert "admins" in shown((await sends(company, ADA, notices="")).view)
    assert settled(company) == OrganisationSettings()


async def test_the_form_shows_what_holds_now() -> None:
    company = Fabrikam()
    own = OrganisationSettings(("mended",), (("renewal", (60, 0)),), "C1", "DE", "BY", 24)
    company.companies.states[FABRIKAM] = replace(
        company.companies.states[FABRIKAM],
        company=replace(company.company, organisation=replace(company.company.organisation, settings=own)),
    )
    fields = inputs(await company.conversations.form("settings", caller(ADMIN)))

    assert [each["value"] for each in fields["notices"]["initial_options"]] == [k for k in OPTIONAL if k != "mended"]
    assert fields["renewal"]["initial_value"] == "60, 0"
    assert fields["channel"]["initial_conversation"] == "C1"
    assert fields["holidays"]["initial_option"]["text"]["text"] == "Germany: Bayern"
    assert fields["retention"]["initial_value"] == "24"


async def test_a_form_sent_as_it_was_shown_changes_nothing() -> None:
    company = Fabrikam()

    said = shown((await sends(company)).view)

    assert said.startswith("*Nothing changed. This holds for Fabrikam:*")
    assert settled(company) == OrganisationSettings()


async def test_what_is_changed_holds_at_once_and_makes_a_look_due() -> None:
    company = Fabrikam()

    said = shown(
        (
            await sends(
                company,
                notices="renewal,departed",
                renewal="60 0",
                names="open",
                channel="C0ALERTS",
                holidays="DE-BY",
                retention="1",
            )
        ).view
    )

    found = settled(company)
    assert not found.wants("mended")
    assert found.wants("at_risk")
    assert found.days("renewal") == (60, 0)
    assert (found.alert_channel, found.country, found.region, found.retention_months) == ("C0ALERTS", "DE", "BY", 1)
    assert company.company.organisation.names_in_channels
    assert "• renewal: 60 days before and on the day (your own choice)." in said
    assert "public holidays of Germany: Bayern." in said
    assert "kept for 1 month." in said
    assert company.companies.states[FABRIKAM].next_look == datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("renewal", "soon", "“soon” is not understood: write up to 10 numbers"),
        ("own_ending", "366", "from 365 days before"),
        ("rules_changed", "-31", "to 30 after"),
        ("retention", "0", "a number of months from 1 to 120"),
        ("retention", "121", "a number of months from 1 to 120"),
        ("retention", "a year", "“a year” is not understood"),
        ("holidays", "XX", "“XX” is not known"),
        ("holidays", "DE-XX", "“DE-XX” is not known"),
    ],
)
async def test_what_cannot_be_is_said_beside_its_field(field: str, typed: str, sentence: str) -> None:
    company = Fabrikam()

    sent = await sends(company, **{field: typed})

    assert list(sent.errors) == [field]
    assert sentence in sent.errors[field]
    assert settled(company) == OrganisationSettings()


async def test_every_mistake_is_said_at_once() -> None:
    sent = await sends(Fabrikam(), renewal="x", own_ending="y", retention="z")

    assert set(sent.errors) == {"renewal", "own_ending", "retention"}


async def test_a_field_left_empty_goes_back_to_what_is_usual() -> None:
    company = Fabrikam()
    await sends(company, renewal="60", holidays="AT", retention="24")

    await sends(company, renewal=None, holidays=None, retention=None)

    assert settled(company) == OrganisationSettings()


@pytest.mark.parametrize("typed", ["90,30;7", " 90 30 7 ", "7, 30, 90, 90"])
def test_lead_days_are_read_as_people_write_them(typed: str) -> None:
    assert read_days(typed) == (90, 30, 7)


@pytest.mark.parametrize("typed", ["", " ", ",", "9.5", "--1", "1 2 3 4 5 6 7 8 9 10 11", "٣"])
def test_other_lead_days_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(typed)}$"):
        read_days(typed)


@pytest.mark.parametrize(
    ("typed", "first"),
    [("germ", "Germany"), ("germany bay", "Germany: Bayern"), ("AT", "Austria"), ("", "Afghanistan")],
)
async def test_countries_and_their_regions_are_found_by_name(typed: str, first: str) -> None:
    found = await Fabrikam().conversations.suggest("holidays", typed, caller(ADMIN))

    assert found[0]["text"]["text"] == first
    assert len(found) <= 100


def test_every_kind_that_counts_days_can_be_set() -> None:
    assert set(WITH_LEAD_DAYS) == {*USUAL, *ENDING}
