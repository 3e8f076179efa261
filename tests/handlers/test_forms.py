from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.facts import Association, LevelOverride, Membership
from domain.ports import Member
from handlers.replies import Submitted
from tests.handlers.contoso import caller, labels
from tests.handlers.fabrikam import (
    ADA,
    ADA_HOLDS,
    ADMIN,
    DANA,
    FABRIKAM,
    FACTS,
    GUEST,
    MEMBERS,
    ONE_SHORT,
    Fabrikam,
    speaks_german,
)
from tests.handlers.forms import filled, inputs, refused, shown

OF_LEVEL = {"kind": "of_level", "competency": "cloud-platform", "level": "gold", "since": "2018-01-15"}
OF_PERSON = {"kind": "of_person", "person": "ada", "credential": "70-498", "since": "2018-01-15"}


async def sends(company: Fabrikam, user: str, form: str, **values: str) -> Submitted:
    """What follows when somebody sends a form."""
    found = await company.conversations.submit(form, filled(**values), caller(user))
    assert found.view is None or refused(found.view) == ""
    return found


@pytest.mark.parametrize(("typed", "user"), [("link", DANA), ("override", ADMIN), ("membership buy", ADMIN)])
@pytest.mark.parametrize("language", ["en", "de"])
async def test_a_command_alone_brings_its_form(typed: str, user: str, language: str) -> None:
    company = Fabrikam()
    if language == "de":
        speaks_german(company, user)

    reply = await company.says(user, typed)

    assert reply.view is not None
    assert refused(reply.view) == ""
    assert reply.view["callback_id"] == typed.partition(" ")[0]
    assert len(reply.view["title"]["text"]) <= 24
    assert reply.view["private_metadata"] == language


@pytest.mark.parametrize("typed", ["override grant", "Override", "ausnahme", "ausnahme eintragen"])
async def test_the_form_for_overrides_has_several_names(typed: str) -> None:
    reply = await Fabrikam().says(ADMIN, typed)

    assert list(inputs(reply.view))[:3] == ["kind", "competency", "level"]


@pytest.mark.parametrize("typed", ["link 70-533", "link 2017-11-20", "override list", "membership gold"])
async def test_a_command_with_words_after_it_brings_no_form(typed: str) -> None:
    assert (await Fabrikam().says(ADMIN, typed)).view is None


async def test_without_a_trigger_the_answer_says_how_to_type_it_and_has_a_button() -> None:
    reply = await Fabrikam().says(DANA, "link", private=False)

    assert reply.text.startswith("Which exam did you pass?")
    assert labels(reply) == ["Link an exam"]
    assert reply.audience == "person"


async def test_the_date_begins_with_today_in_the_speakers_zone() -> None:
    members = tuple(replace(m, time_zone="Pacific/Auckland") if m.user == DANA else m for m in MEMBERS)
    company = Fabrikam(members=members, now=datetime(2018, 1, 15, 20, tzinfo=UTC))

    reply = await company.says(DANA, "link")

    assert inputs(reply.view)["earned"]["initial_date"] == "2018-01-16"


async def test_a_link_by_form_says_the_same_as_the_command() -> None:
    by_form, by_command = Fabrikam(ONE_SHORT), Fabrikam(ONE_SHORT)

    sent = await sends(by_form, DANA, "link", credential="70-533", earned="2017-11-20")
    typed = await by_command.says(DANA, "link 70-533 2017-11-20")

    assert sent.view is not None
    assert sent.view["blocks"] == list(typed.blocks)
    assert by_form.company.facts == by_command.company.facts


async def test_what_is_left_empty_is_asked_for_beside_its_field() -> None:
    assert (await sends(Fabrikam(), DANA, "link")).errors == {
        "credential": "Please choose one from the list: type its code or title.",
        "earned": "Please choose a day.",
    }


async def test_every_mistake_stands_beside_its_field_at_once_and_nothing_is_recorded() -> None:
    company = Fabrikam()
    wrong = {"earned": "2018-01-16", "expires": "2018-01-16", "evidence": "ftp://example.com/*x*"}

    found = await sends(company, DANA, "link", credential="70-533", **wrong)

    assert found.errors == {
        "earned": "16 January 2018 is still to come: today is 15 January 2018 where you are. "
        "Please give the day on which you passed.",
        "expires": "It cannot expire on 16 January 2018 when it was earned on 16 January 2018. "
        "Please check the two dates.",
        "evidence": "“ftp://example.com/x” is no web address. "
        "Give the evidence as an address that begins with https:// or leave it out.",
    }
    assert company.company.facts == FACTS


BESIDE = {
    ("link", "earned", "2018-01-16"): ("still to come", "kommt erst noch"),
    ("link", "earned", "1991-12-31"): ("no such exams before 1992", "Vor 1992 gab es"),
    ("link", "expires", "2017-11-20"): ("It cannot expire", "Es kann nicht"),
    ("link", "evidence", "javascript:alert(1)"): ("no web address", "keine Webadresse"),
    ("link", "credential", "70-999"): ("I do not know the exam “70-999”", "Die Prüfung „70-999“ kenne ich nicht"),
    ("override", "until", "2018-01-15"): ("before it begins", "bevor sie"),
    ("override", "level", "platinum"): ("I do not know the level “platinum”", "Die Stufe „platinum“ kenne ich nicht"),
    ("override", "competency", "nonsense"): ("I do not know the competency", "Die Kompetenz „nonsense“"),
    ("membership", "until", "2017-06-01"): ("does not lie after 1 June 2017", "liegt nicht nach dem 1. Juni 2017"),
    ("membership", "purchased", "2017-04-30"): ("can only begin after it", "kann erst danach beginnen"),
    ("membership", "purchased", "2018-01-16"): ("still to come", "kommt erst noch"),
    ("membership", "purchased", "1980-01-01"): ("cannot be right", "kann nicht stimmen"),
    ("membership", "level", "platinum"): ("I do not know the level “platinum”", "Die Stufe „platinum“ kenne ich nicht"),
}
RIGHT = {
    "link": {"credential": "70-533", "earned": "2017-11-20"},
    "override": OF_LEVEL,
    "membership": {"deed": "buy", "level": "gold", "purchased": "2017-06-01"},
}


@pytest.mark.parametrize(("form", "field", "value"), BESIDE)
async def test_each_refusal_stands_beside_its_field_in_both_languages(form: str, field: str, value: str) -> None:
    company = Fabrikam()
    for part in BESIDE[form, field, value]:
        found = await sends(company, ADMIN, form, **RIGHT[form] | {field: value})
        assert list(found.errors) == [field]
        assert part in found.errors[field]
        speaks_german(company, ADMIN)

    assert company.company.facts == FACTS


@pytest.mark.parametrize(
    ("field", "value", "part"),
    [
        ("person", "nobody", "nobody is not on record here"),
        ("credential", "70-999", "I do not know the exam"),
        ("until", "2018-01-01", "before it begins"),
    ],
)
async def test_what_is_wrong_about_a_persons_override_stands_beside_its_field(
    field: str, value: str, part: str
) -> None:
    found = await sends(Fabrikam(), ADMIN, "override", **OF_PERSON | {field: value})

    assert list(found.errors) == [field]
    assert part in found.errors[field]


async def test_a_level_that_the_rules_do_not_define_is_refused_beside_the_level() -> None:
    wanted = OF_LEVEL | {"competency": "enterprise-resource-planning", "level": "silver"}

    found = await sends(Fabrikam(), ADMIN, "override", **wanted)

    assert "have no level Silver for Enterprise Resource Planning" in found.errors["level"]


@pytest.mark.parametrize(("day", "fields"), [("2017-12-14", ["earned"]), ("2017-12-15", [])])
async def test_a_day_before_an_exam_began_is_refused_beside_the_day(day: str, fields: list[str]) -> None:
    found = await sends(Fabrikam(), DANA, "link", credential="70-535", earned=day)

    assert list(found.errors) == fields


async def test_choosing_a_person_changes_the_fields_and_keeps_the_origin() -> None:
    chosen = filled(kind="of_person")

    view = await Fabrikam().conversations.reshape("override", chosen, "en home", caller(ADMIN))

    assert list(inputs(view))[:4] == ["kind", "person", "credential", "since"]
    assert inputs(view)["kind"]["initial_option"]["value"] == "of_person"
    assert view["private_metadata"] == "en home"


async def test_only_the_chosen_kind_of_override_counts_and_what_the_other_asked_for_is_ignored() -> None:
    company = Fabrikam(ONE_SHORT)

    sent = await sends(company, ADMIN, "override", **OF_LEVEL | {"person": "ada", "credential": "70-498"})

    assert not sent.errors
    [override] = company.company.facts.overrides
    assert isinstance(override, LevelOverride)
    assert override.until == date(2018, 4, 15)


@pytest.mark.parametrize("form", RIGHT)
async def test_the_same_form_sent_again_changes_nothing_and_says_so(form: str) -> None:
    company = Fabrikam(replace(ONE_SHORT, membership=None))
    first = await sends(company, ADMIN, form, **RIGHT[form])
    facts, revision = company.company.facts, company.company.revision

    again = await sends(company, ADMIN, form, **RIGHT[form])

    assert "ecorded" in shown(first.view)
    assert "already on record" in shown(again.view) or "n record already" in shown(again.view)
    assert (company.company.facts, company.company.revision) == (facts, revision)


async def test_a_form_that_was_opened_before_the_facts_changed_is_answered_on_the_newest() -> None:
    company = Fabrikam(ONE_SHORT)
    await company.says(DANA, "link")
    await company.says(ADA, "link 70-532 2017-11-20")
    await company.changes(Member(ADA, "Ada Lovelace", "member", "ada", active=False))

    sent = await sends(company, DANA, "link", credential="70-533", earned="2017-11-20")

    assert "people 0 of 2 → 1 of 2" in shown(sent.view)


async def test_a_form_of_an_admin_who_is_none_any_more_records_nothing() -> None:
    company = Fabrikam()
    await company.says(ADMIN, "membership buy")
    await company.changes(Member(ADMIN, "Root", "member"))

    sent = await sends(company, ADMIN, "membership", level="silver", purchased="2017-09-01")

    assert "Only admins can do this" in shown(sent.view)
    assert company.company.facts.membership == Membership("gold", date(2017, 5, 1), date(2018, 5, 1))


async def test_who_had_left_is_told_in_the_form_that_they_count_again() -> None:
    left = replace(ADA_HOLDS, associations=(Association(date(2017, 1, 1), date(2018, 1, 10)),))
    company = Fabrikam(replace(ONE_SHORT, people=(left,)))

    sent = await sends(company, ADA, "link", credential="70-498", earned="2017-11-20")

    assert "You had left;" in shown(sent.view)


async def test_a_form_that_there_is_no_more_is_answered_with_a_sentence() -> None:
    assert "earlier version" in shown((await sends(Fabrikam(), DANA, "nonsense")).view)


@pytest.mark.parametrize("user", [GUEST, "U0NOBODY"])
async def test_guests_and_strangers_can_send_nothing(user: str) -> None:
    company = Fabrikam()

    sent = await sends(company, user, "link", credential="70-533", earned="2017-11-20")

    assert len(shown(sent.view).splitlines()) == 1
    assert company.company.facts == FACTS


@pytest.mark.parametrize(("form", "typed"), [("override", "override"), ("membership", "membership buy")])
async def test_forms_for_admins_open_for_nobody_else(form: str, typed: str) -> None:
    company = Fabrikam()

    assert "Only admins" in shown(await company.conversations.form(form, caller(DANA)))
    assert "Only admins" in (await company.says(DANA, typed)).text
    assert (await company.says(DANA, typed)).view is None


@pytest.mark.parametrize(
    "state",
    [
        {"credential": None, "earned": {"earned": "x"}},
        {"earned": {"earned": {"selected_date": "31.12.2017"}}},
        {"credential": {"credential": {"selected_option": {"value": 7}}}},
        {"credential": {"credential": {"selected_option": None}}, "earned": []},
    ],
)
async def test_a_state_that_no_form_of_ours_sends_is_read_as_empty(state: dict[str, object]) -> None:
    found = await Fabrikam().conversations.submit("link", state, caller(DANA))

    assert set(found.errors) == {"credential", "earned"}


async def test_a_workspace_that_is_not_set_up_is_told_so() -> None:
    company = Fabrikam()
    company.companies.states.pop(FABRIKAM)

    sent = await sends(company, DANA, "link", **RIGHT["link"])

    assert "This workspace is not set up" in shown(sent.view)


async def test_who_links_their_first_exam_is_not_asked_who_they_are() -> None:
    company = Fabrikam()

    await sends(company, DANA, "link", credential="70-533", earned="2018-01-02")

    assert company.company.members[DANA].person is not None
    assert company.told(DANA) == []
