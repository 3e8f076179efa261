"""What admins say of those who leave: the buttons of a message, the small form, leavings that are announced."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.facts import Association, Facts, Membership
from domain.notices import Owed
from domain.ports import Member
from handlers.replies import Reply, Submitted
from tests.handlers.contoso import buttons, caller, plain, plain_blocks, unsendable
from tests.handlers.fabrikam import ADA, ADA_HOLDS, ADMIN, BOB, BOB_HOLDS, FACTS, GUEST, NOW, Fabrikam, holder

SINCE = date(2017, 1, 1)
GRACE = "U0GRACE"
ASKED = (
    "What is it? _Left_ ends it for good, on a day of your choice. _On leave_ lets Bob Ross go on counting although "
    "the account is off. _Mistake_ undoes it."
)


def staff(count: int = 8) -> Fabrikam:
    """A company of Ada, Bob and more people with accounts of whom nothing depends."""
    more = [holder(f"p{number}", f"Person {number}") for number in range(count)]
    members = [Member(f"U0P{number}", f"Person {number}", "member", f"p{number}") for number in range(count)]
    company = Fabrikam(replace(FACTS, people=(*FACTS.people, *more)))
    known = company.companies.states["fabrikam"]
    listed = {**known.company.members, **{m.user: m for m in members}, GRACE: Member(GRACE, "Grace", "admin")}
    company.companies.states["fabrikam"] = replace(known, company=replace(known.company, members=listed))
    return company


async def gone(company: Fabrikam, *users: str, event: str = "Ev") -> Reply:
    """Accounts are deactivated one after another; the message about the last departure that was told."""
    for user in users:
        await company.changes(replace(company.company.members[user], active=False), f"{event}-{user}")
    return company.message(departed(company))


def departed(company: Fabrikam) -> list[Owed]:
    """What is owed of departures, the newest only."""
    return [owed for owed in company.told() if owed.kind.startswith("departed")][-1:]


def labels(reply: Reply) -> list[str]:
    """What stands on the buttons that settle a departure."""
    ours = ("departed_", "open:left")
    return [button["text"]["text"] for button in buttons(reply) if button["action_id"].startswith(ours)]


async def press(company: Fabrikam, reply: Reply, label: str, user: str = ADMIN) -> Reply:
    """What a button of a message brings."""
    button = next(b for b in buttons(reply) if b["text"]["text"] == label)
    return await company.conversations.press(button["action_id"], button["value"], caller(user))


async def left_on(company: Fabrikam, reply: Reply, day: str, label: str = "Left on …", user: str = ADMIN) -> Submitted:
    """What the form brings that a button opens."""
    view = (await press(company, reply, label, user)).view
    assert view is not None
    state = {"on": {"on": {"type": "datepicker", "selected_date": day}}}
    return await company.conversations.submit(view["callback_id"], state, caller(user), view["private_metadata"])


def associations(company: Fabrikam, person: str) -> tuple[Association, ...] | None:
    """Since when and until when somebody counts."""
    facts: Facts = company.company.facts
    return facts.people[facts.place_of[person]].associations


async def test_the_message_about_a_deactivated_account_asks_what_it_is() -> None:
    company = Fabrikam()
    reply = await gone(company, BOB)

    assert plain(reply).splitlines()[:-1] == [
        "👋 *Bob Ross left.* From 15 January 2018 on, Bob Ross no longer counts for Fabrikam.",
        "No longer met: *Application Development Silver and Cloud Platform Gold*.",
        "The Slack account was deactivated, so this is provisional: once it is active again, all counts as before.",
        ASKED,
    ]
    assert labels(reply) == ["Left on …", "On leave", "Mistake"]
    assert unsendable(reply) == []


async def test_left_on_ends_it_for_good_on_the_day_that_was_chosen() -> None:
    company = Fabrikam()
    reply = await gone(company, BOB)
    opened = (await press(company, reply, "Left on …")).view
    sent = await left_on(company, reply, "2018-01-12")

    assert opened is not None
    assert opened["blocks"][0]["element"]["initial_date"] == "2018-01-15"
    assert associations(company, "bob") == (Association(SINCE, date(2018, 1, 12), id="bob:since"),)
    assert sent.view is not None
    assert plain_blocks(sent.view["blocks"]).startswith(
        "✅ Settled: *Bob Ross* left. From 12 January 2018 on, Bob Ross no longer counts for Fabrikam."
    )
    assert labels(company.message(company.told())) == []


async def test_a_last_day_to_come_counts_until_then() -> None:
    company = Fabrikam()
    sent = await left_on(company, await gone(company, BOB), "2018-02-01")

    assert sent.view is not None
    assert "Until the day before 1 February 2018, Bob Ross counts" in plain_blocks(sent.view["blocks"])
    assert [company.company.facts.people[1].associated_on(date(2018, 1, 31) + timedelta(days=n)) for n in (0, 1)] == [
        True,
        False,
    ]


@pytest.mark.parametrize(("day", "taken"), [("2017-01-01", False), ("2017-01-02", True)])
async def test_nobody_left_before_they_came(day: str, *, taken: bool) -> None:
    company = Fabrikam()
    sent = await left_on(company, await gone(company, BOB), day)

    assert (sent.errors == {}) is taken
    assert taken or "since 1 January 2017" in sent.errors["on"]


async def test_on_leave_goes_on_counting_and_mends_what_the_departure_cost() -> None:
    company = Fabrikam()
    reply = await press(company, await gone(company, BOB), "On leave")

    assert associations(company, "bob") == (Association(SINCE, id="bob:since", on_leave=True),)
    assert "*Bob Ross* is on leave and goes on counting for Fabrikam, although the account is off." in plain(reply)
    assert "Cloud Platform Gold" in plain(reply)
    returned = [owed for owed in company.told() if owed.kind == "returned"]
    assert plain(company.message(returned)).startswith("↩️ *Bob Ross is on leave*")


async def test_a_mistake_is_undone() -> None:
    company = Fabrikam()
    reply = await press(company, await gone(company, BOB), "Mistake")

    assert company.company.facts == FACTS
    assert "it was a mistake. *Bob Ross* counts for Fabrikam as if never gone." in plain(reply)
    assert unsendable(reply) == []


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("On leave", "Bob Ross is on leave and counts; that is settled."),
        ("Mistake", "Bob Ross counts already; somebody settled it, or the account is back."),
        ("Left on …", "Bob Ross left on 12 January 2018; that is settled."),
    ],
)
@pytest.mark.parametrize("second", ["On leave", "Mistake", "Left on …"])
@pytest.mark.parametrize("days", [0, 1])
async def test_a_second_word_by_another_admin_changes_nothing_and_says_what_is_settled(
    first: str, second: str, said: str, days: int
) -> None:
    company = staff()
    reply = await gone(company, BOB)
    await (left_on(company, reply, "2018-01-12") if first.startswith("Left") else press(company, reply, first))
    facts, told = company.company.facts, company.told()
    company.now += timedelta(days=days)

    if second.startswith("Left"):
        again = (await left_on(company, reply, "2018-01-10", user=GRACE)).view
        heard = "" if again is None else plain_blocks(again["blocks"])
    else:
        heard = plain(await press(company, reply, second, GRACE)) or (await press(company, reply, second, GRACE)).text

    assert said in heard
    assert company.company.facts == facts
    assert company.told() == told


async def test_after_the_account_is_back_no_button_has_any_effect() -> None:
    company = Fabrikam()
    reply = await gone(company, BOB)
    await company.changes(replace(company.company.members[BOB], active=True), "back")

    assert "Bob Ross counts already" in (await press(company, reply, "On leave")).text
    assert company.company.facts == FACTS


async def test_a_message_about_an_earlier_departure_points_to_the_newer_one() -> None:
    company = Fabrikam()
    reply = await gone(company, BOB)
    await company.changes(replace(company.company.members[BOB], active=True), "back")
    company.now += timedelta(days=3)
    await gone(company, BOB, event="again")
    facts = company.company.facts

    assert "left again on 18 January 2018" in (await press(company, reply, "Mistake")).text
    assert company.company.facts == facts


@pytest.mark.parametrize("user", [ADA, GUEST, "U0NOBODY"])
@pytest.mark.parametrize("label", ["On leave", "Mistake"])
async def test_only_admins_may_say_it(user: str, label: str) -> None:
    company = Fabrikam()
    reply = await gone(company, BOB)
    facts = company.company.facts

    assert "Bob" not in (await press(company, reply, label, user)).text
    assert company.company.facts == facts


@pytest.mark.parametrize("value", ["", "bob", "bob soon", "2018-01-15T09:00:00+00:00 now", "nobody 2018-01-15", "TT T"])
async def test_a_button_of_ours_with_another_value_changes_nothing(value: str) -> None:
    company = Fabrikam()
    await gone(company, BOB)
    facts = company.company.facts

    said = await company.conversations.press("departed_mistake:x", value, caller(ADMIN))

    assert "request" not in said.text
    assert company.company.facts == facts


async def test_six_within_an_hour_are_one_question_with_the_same_choices_for_all() -> None:
    company = staff()
    for number in range(6):
        company.now = NOW + timedelta(minutes=11 * number)
        await gone(company, f"U0P{number}")
    reply = company.message(departed(company))

    assert [owed.kind for owed in company.told()] == ["departed"] * 5 + ["departed_many"]
    assert plain(reply).startswith(
        "👋 *6 accounts were deactivated within an hour:* Person 0, Person 1, Person 2, Person 3, Person 4 and Person 5"
    )
    assert labels(reply) == ["All left", "All on leave", "A mistake: restore all", "One by one"]
    assert unsendable(reply) == []


@pytest.mark.parametrize("label", ["All on leave", "A mistake: restore all", "All left"])
async def test_one_word_settles_them_all_and_a_second_one_nothing(label: str) -> None:
    company = staff()
    reply = await gone(company, *(f"U0P{number}" for number in range(6)))
    await press(company, company.message(company.told()[:1]), "Mistake")

    if label == "All left":
        sent = (await left_on(company, reply, "2018-01-14", label)).view
        heard = "" if sent is None else plain_blocks(sent["blocks"])
    else:
        heard = plain(await press(company, reply, label))
    found = {associations(company, f"p{number}") for number in range(1, 6)}

    assert "Settled" in heard
    assert "Person 1, Person 2, Person 3, Person 4 and Person 5" in heard
    assert "Person 0" not in heard
    assert all(known is not None and not known[0].provisional for known in found)
    assert {known[0].until for known in found if known} == {date(2018, 1, 14) if label == "All left" else None}
    assert "none is open any more" in (await press(company, reply, "A mistake: restore all", GRACE)).text


async def test_one_by_one_asks_about_each_who_is_open_still() -> None:
    company = staff()
    reply = await gone(company, *(f"U0P{number}" for number in range(6)))
    each = await press(company, reply, "One by one")
    await press(company, each, "On leave")
    again = await press(company, reply, "One by one")

    assert plain(each).splitlines()[1] == "*Person 0*: deactivated on 15 January 2018"
    assert len(labels(each)) == 18
    assert unsendable(each) == []
    assert "Person 0" not in plain(again)


async def test_who_joins_after_the_question_is_not_settled_by_its_buttons() -> None:
    company = staff()
    reply = await gone(company, *(f"U0P{number}" for number in range(6)))
    company.now += timedelta(minutes=5)
    await gone(company, "U0P6")

    await press(company, reply, "All on leave")
    late = associations(company, "p6")
    company.now = NOW + timedelta(hours=1)
    await company.conversations.look("fabrikam")

    assert late is not None
    assert late[0].provisional
    assert "👋 *1 account was deactivated within an hour:* Person 6" in plain(company.message(departed(company)))


async def test_a_message_with_singles_and_the_question_asks_once() -> None:
    company = staff()
    await gone(company, *(f"U0P{number}" for number in range(6)))
    reply = company.message(company.told())

    assert labels(reply) == ["All left", "All on leave", "A mistake: restore all", "One by one"]
    assert plain(reply).count("Person 3") == 1


async def test_an_announced_leaving_counts_from_its_day_on_and_is_told_to_admins() -> None:
    company = Fabrikam()
    reply = await company.says(ADMIN, f"leaving <@{BOB}> 2018-03-01")

    assert plain(reply).startswith(
        "👋 *Bob Ross* leaves on 1 March 2018: from that day on Bob Ross no longer counts for Fabrikam."
    )
    assert "Only admins see this." in plain(reply)
    assert [(owed.kind, owed.subject) for owed in company.told()][:1] == [("departed", "person/bob")]
    assert any(owed.kind == "at_risk" for owed in company.told())
    assert company.company.facts.people[1].associated_on(date(2018, 2, 28))
    assert not company.company.facts.people[1].associated_on(date(2018, 3, 1))
    assert labels(company.message(company.told())) == []
    assert unsendable(reply) == []


@pytest.mark.parametrize("typed", ["leaving Bob Ross 1 March 2018", "leaving bob am 1.3.2018", "abgang Bob 2018-03-01"])
async def test_a_leaver_is_named_in_words_and_the_day_too(typed: str) -> None:
    company = Fabrikam()
    await company.says(ADMIN, typed)

    assert associations(company, "bob") == (Association(SINCE, date(2018, 3, 1), id="bob:since"),)


async def test_an_announced_leaving_is_listed_moved_and_called_off() -> None:
    company = Fabrikam()
    await company.says(ADMIN, "leaving Bob 2018-03-01")
    again = await company.says(ADMIN, "leaving Bob 2018-03-01")
    listed = await company.says(ADMIN, "leaving")
    moved = await company.says(ADMIN, "leaving Bob 2018-04-01")
    off = await company.says(ADMIN, "leaving Bob cancel")
    none = await company.says(ADMIN, "leaving Bob cancel")

    assert "on record already: *Bob Ross* leaves on 1 March 2018" in plain(again)
    assert "• Bob Ross: no longer counts from 1 March 2018 on" in plain(listed)
    assert "leaves on 1 April 2018, not on 1 March 2018" in plain(moved)
    assert "*Bob Ross* stays" in plain(off)
    assert "nothing to call off" in none.text
    assert company.company.facts == FACTS
    assert "No leaving is announced" in plain(await company.says(ADMIN, "leaving"))


async def test_who_is_deactivated_before_an_announced_leaving_leaves_then_all_the_same_once_they_are_back() -> None:
    company = Fabrikam()
    await company.says(ADMIN, "leaving Bob 2018-03-01")
    reply = await gone(company, BOB)
    back = await press(company, reply, "Mistake")
    returned = [owed for owed in company.told() if owed.kind == "returned"]

    assert associations(company, "bob") == (Association(SINCE, date(2018, 3, 1), id="bob:since"),)
    assert "Settled" in plain(back)
    assert "The leaving on 1 March 2018 that was announced before still stands." in plain(company.message(returned))


@pytest.mark.parametrize(("day", "told"), [("2018-02-28", True), ("2018-03-01", False), ("2018-03-02", False)])
async def test_a_deactivation_on_the_announced_day_is_no_news(day: str, *, told: bool) -> None:
    company = Fabrikam(replace(FACTS, membership=Membership("gold", date(2017, 5, 1), date(2018, 5, 1))))
    await company.says(ADMIN, "leaving Bob 2018-03-01")
    before = len([owed for owed in company.told() if owed.kind == "departed"])
    company.now = datetime.fromisoformat(f"{day}T12:00:00+00:00").astimezone(UTC)
    await company.changes(replace(company.company.members[BOB], active=False))

    assert (len([owed for owed in company.told() if owed.kind == "departed"]) > before) is told


async def test_somebody_who_has_left_is_neither_announced_nor_called_off() -> None:
    company = Fabrikam()
    await company.says(ADMIN, "leaving Bob 2018-01-10")
    facts = company.company.facts

    for typed in ("leaving Bob 2018-03-01", "leaving Bob cancel"):
        assert "Bob Ross left on 10 January 2018; that is settled." in (await company.says(ADMIN, typed)).text
    assert company.company.facts == facts


@pytest.mark.parametrize(
    "typed", ["leaving Bob", "leaving 2018-03-01", "leaving Bob whenever", "leaving Zed 2018-03-01"]
)
async def test_what_cannot_be_read_is_said_with_the_way_to_type_it(typed: str) -> None:
    company = Fabrikam()
    reply = await company.says(ADMIN, typed)

    assert company.company.facts == FACTS
    assert "/assay leaving" in reply.text or "nobody" in reply.text.lower() or "Zed" in reply.text


@pytest.mark.parametrize("user", [BOB, GUEST])
@pytest.mark.parametrize("typed", ["leaving", "leaving Bob 2018-03-01", "leaving Bob cancel"])
async def test_announced_leavings_are_for_admins_only(user: str, typed: str) -> None:
    company = Fabrikam()
    await company.says(ADMIN, "leaving Ada 2018-03-01")
    facts = company.company.facts

    assert "March" not in (await company.says(user, typed)).text
    assert company.company.facts == facts


async def test_in_a_channel_the_answer_is_for_the_admin_alone() -> None:
    company = Fabrikam()

    assert (await company.says(ADMIN, "leaving", private=False)).audience == "person"


async def test_german_admins_are_asked_in_german() -> None:
    company = Fabrikam()
    await gone(company, BOB)
    reply = company.message(departed(company), locale="de-DE")

    assert labels(reply) == ["Gegangen am …", "Beurlaubt", "Versehen"]


async def test_somebody_who_left_for_good_counts_again_with_their_next_link() -> None:
    company = Fabrikam()
    await company.says(ADMIN, "leaving Bob 2018-01-10")
    reply = await company.says(BOB, "link 70-533 2018-01-12")

    assert associations(company, "bob") == (
        Association(SINCE, date(2018, 1, 10), id="bob:since"),
        Association(date(2018, 1, 15), id="id-2"),
    )
    assert "You had left; with this link you count for Fabrikam again from today, 15 January 2018" in plain(reply)
    counts = [company.company.facts.people[1].associated_on(date(2018, 1, day)) for day in (9, 10, 14, 15)]
    assert counts == [True, False, False, True]


async def test_somebody_of_whom_nobody_said_why_they_left_links_nothing() -> None:
    company = Fabrikam()
    known = company.companies.states["fabrikam"]
    gone_already = replace(BOB_HOLDS, associations=(Association(SINCE, date(2018, 1, 10), provisional=True),))
    facts = replace(FACTS, people=(ADA_HOLDS, gone_already))
    company.companies.states["fabrikam"] = replace(known, company=replace(known.company, facts=facts))

    assert "since 10 January 2018" in (await company.says(BOB, "link 70-533 2018-01-12")).text
    assert company.company.facts == facts


@pytest.mark.parametrize(("user", "private", "knows"), [(ADMIN, True, True), (ADMIN, False, False), (ADA, True, False)])
async def test_what_will_hold_tells_of_an_announced_leaving_to_admins_privately_alone(
    user: str, *, private: bool, knows: bool
) -> None:
    company = Fabrikam()
    await company.says(ADMIN, "leaving Bob 2018-03-01")
    asked = "do we have gold in cloud platform on 2018-03-15?"
    reply = await company.says(user, f"ask {asked}" if private else asked, private=private)

    assert ("Missing on the shortest way: 1 person." in plain(reply)) is knows
