from dataclasses import replace

import pytest

from handlers.notices import notice_message
from handlers.replies import Caller
from storage.catalogue import load_catalogue
from tests.handlers.contoso import ADA, ADMIN, BOB, CARLA, TEAM, TODAY, Contoso, labels, plain, unsendable
from tests.handlers.group import CHANNEL, CONTOSO, DAN, LITWARE, LIZ, Group

PROGRAMME = load_catalogue()["ms-mpn-competencies"]


async def test_where_nothing_says_which_is_meant_one_question_goes_on_with_what_was_asked() -> None:
    group = Group()

    asked = await group.says(LIZ, "status")
    answered = await group.presses(LIZ, asked, "Litware")

    assert plain(asked).startswith("*Which organisation do you mean:* Contoso or Litware?")
    assert labels(asked) == ["Contoso", "Litware"]
    assert answered.text.startswith("Where you stand on 15 January 2018")
    assert plain(answered).endswith("🏢 Litware")
    assert not unsendable(asked)


async def test_whoever_counts_for_one_is_not_asked_and_every_answer_names_it() -> None:
    group = Group()

    assert plain(await group.says(ADA, "status")).endswith("🏢 Contoso")
    assert plain(await group.says(DAN, "status")).endswith("🏢 Litware")
    assert (await group.says(DAN, "mine")).text.endswith("🏢 Litware")


async def test_where_a_workspace_serves_one_organisation_no_answer_names_it() -> None:
    assert "🏢" not in plain(await Contoso().asked("status"))


async def test_what_is_the_same_everywhere_is_answered_without_a_question() -> None:
    group = Group()

    assert (await group.says(LIZ, "help")).text.startswith("Ask me")
    assert "This workspace serves Contoso and Litware." in plain(await group.says(LIZ, "organisation"))


async def test_an_admin_settles_a_channel_for_everybody() -> None:
    group = Group()

    said = await group.says(LIZ, "organisation litware")

    assert said.text == "✅ From now on I answer everybody in this channel for *Litware*."
    assert plain(await group.says(ADA, "status")).endswith("🏢 Litware")
    assert plain(await group.says(ADA, "status", "C0OTHER")).endswith("🏢 Contoso")


async def test_whoever_is_no_admin_of_it_settles_it_for_themselves_alone() -> None:
    group = Group()

    said = await group.says(ADA, "organisation Litware")

    assert said.text.startswith("✅ From now on I answer you for *Litware*")
    assert plain(await group.says(ADA, "status", "D0ADA")).endswith("🏢 Litware")
    assert plain(await group.says(BOB, "status")).endswith("🏢 Contoso")


async def test_the_list_settles_it_by_a_button_and_a_channel_only_for_admins_of_it() -> None:
    group = Group()
    listed = await group.says(ADMIN, "organisation")

    assert plain(listed).startswith("Nothing says yet for which organisation I answer you here.")
    assert len(labels(listed)) == 4
    listed = await group.says(ADA, "organisation")
    assert labels(listed) == ["Contoso: for me", "Litware: for me"]
    await group.presses(ADA, listed, "Litware: for me")
    assert plain(await group.says(ADA, "organisation")).startswith("Here I answer for *Litware*.")
    refused = await group.conversations.press("organisation:channel0@litware", "channel litware", group.caller(BOB))
    assert refused.text.startswith("Only an admin of Litware can settle that for a channel.")
    assert refused.text.endswith("🏢 Litware")


@pytest.mark.parametrize("typed", ["organisation litware", "organisation LIT", "organisation ware"])
async def test_an_organisation_is_found_by_the_beginning_of_a_word_of_its_name(typed: str) -> None:
    said = await Group().says(ADA, typed)

    assert ("*Litware*" in said.text) == (typed != "organisation ware")


@pytest.mark.parametrize("typed", ["organisation nobody", "organisation o"])
async def test_a_name_that_is_no_organisations_is_refused_with_those_there_are(typed: str) -> None:
    said = await Group().says(ADA, typed)

    assert "I know Contoso and Litware." in said.text


async def test_a_button_goes_on_with_the_organisation_whose_answer_it_was_in() -> None:
    group = Group()
    in_litware = await group.presses(LIZ, await group.says(LIZ, "need gold cloud platform"), "Litware")

    shared = await group.presses(ADA, in_litware, "Share in this channel")

    assert shared.text.endswith("🏢 Litware")
    assert shared.audience == "channel"


async def test_a_form_goes_back_to_the_organisation_that_it_was_opened_for() -> None:
    group = Group()
    form = (await group.says(DAN, "link")).view

    assert form is not None
    assert form["callback_id"] == "link@litware"
    state = {
        "credential": {"credential": {"type": "external_select", "selected_option": {"value": "70-496"}}},
        "earned": {"earned": {"type": "datepicker", "selected_date": "2018-01-02"}},
    }
    await group.conversations.submit(form["callback_id"], state, group.caller(DAN, None))
    dan = group.person(LITWARE, "dan")
    assert dan is not None
    assert [a.credential for a in dan.achievements] == ["70-533", "70-496"]


async def test_a_button_of_an_organisation_that_is_not_served_there_does_nothing() -> None:
    group = Group()

    said = await group.conversations.press("share@elsewhere", "x", Caller(TEAM, ADA, CHANNEL, request="req-1"))

    assert said.audience == "person"
    assert "Litware" not in said.text


async def test_an_admin_of_one_is_none_of_the_other() -> None:
    group = Group()
    await group.says(LIZ, "organisation contoso", "D0LIZ")

    assert "Only admins can do this." in (await group.says(LIZ, "organisation ids 123", "D0LIZ")).text
    await group.says(LIZ, "organisation litware", "D0LIZ")
    assert (await group.says(LIZ, "organisation ids 123", "D0LIZ")).text.startswith("✅ Recorded")
    assert await group.companies.vendor_ids(LITWARE) == ["123"]
    assert await group.companies.vendor_ids(CONTOSO) == []


@pytest.mark.parametrize("typed", ["organisation ids", "organisation ids abc", "organisation ids 12 x3"])
async def test_ids_that_are_none_are_refused_with_an_example(typed: str) -> None:
    assert "`/assay organisation ids 1234567`" in (await Group().says(LIZ, f"{typed}", "D0LIZ")).text or (
        "Which organisation" in (await Group().says(LIZ, typed, "D0LIZ")).text
    )


async def test_the_same_in_german() -> None:
    group = Group()
    await group.says(CARLA, "organisation litware", "D0CARLA")

    said = await group.says(CARLA, "organisation", "D0CARLA")

    assert plain(said).startswith("Hier antworte ich für *Litware*.\nIn diesem Workspace gibt es Contoso und Litware.")
    assert labels(said) == ["Contoso: für mich", "Litware: für mich"]
    assert not unsendable(said)


async def test_who_is_deactivated_leaves_the_organisation_that_they_count_for_and_no_other() -> None:
    group = Group()
    dan = replace(group.company(LITWARE).members[DAN], active=False, person=None)

    await group.conversations.member_changed(TEAM, dan, event="Ev1")

    left = group.person(LITWARE, "dan")
    assert left is not None
    assert not left.associated_on(TODAY)
    assert [owed.kind for owed in group.told(LITWARE, LIZ)] == ["departed"]
    assert group.told(CONTOSO, ADMIN) == []
    assert not group.company(CONTOSO).members[DAN].active


async def test_an_admin_of_an_organisation_who_is_none_of_the_workspace_reads_names_in_its_notices() -> None:
    group = Group()
    dan = replace(group.company(LITWARE).members[DAN], active=False, person=None)
    await group.conversations.member_changed(TEAM, dan, event="Ev1")
    litware = group.company(LITWARE)

    told = notice_message(litware, PROGRAMME, litware.members[LIZ], group.told(LITWARE, LIZ), TODAY)
    to_others = notice_message(litware, PROGRAMME, litware.members[BOB], group.told(LITWARE, LIZ), TODAY)

    assert "Dan Brown" in plain(told)
    assert "Left on …" in labels(told)
    assert "Dan Brown" not in plain(to_others)
