from datetime import date

import pytest

from handlers.figure_requests import FigureReport
from handlers.grammar import COMMANDS, Context
from handlers.requests import (
    ClaimProfileId,
    LinkExam,
    MarketSet,
    MembershipSet,
    OverrideEnd,
    OverrideGrant,
    OverrideList,
    OverrideWithdraw,
    Question,
    Request,
    UnlinkExam,
    WithdrawFact,
)
from tests.handlers.grammar.catalogue import TODAY, grammar

NOVEMBER = date(2017, 11, 20)


def read(text: str) -> Request:
    return grammar().parse(text, Context(TODAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("link 70-533 2017-11-20", LinkExam("70-533", NOVEMBER)),
        ("LINK 70533 20.11.2017", LinkExam("70-533", NOVEMBER)),
        ("verknüpfe die 70-533 vom 20. November", LinkExam("70-533", NOVEMBER)),
        ("verknuepfen 70–533 gestern", LinkExam("70-533", date(2018, 1, 14))),
        ("link 70-533-Prüfung 2017-11-20", LinkExam("70-533", NOVEMBER)),
        ("link MCSA: Office 365 on 20 Nov 2017", LinkExam("MCSA-O365", NOVEMBER)),
        ("link TA-CLOUD 2017-11-20 expires 2019-11-20", LinkExam("TA-CLOUD", NOVEMBER, date(2019, 11, 20))),
        ("link 70-533 2017-11-20 evidence <https://a.b/c?d=1&amp;e=2|here>", LinkExam("70-533", NOVEMBER, None, "https://a.b/c?d=1&e=2")),
        ("link 70-533", LinkExam("70-533", None)),
        ("link", LinkExam(None, None)),
        ("link 70-553 2017-11-20", LinkExam(None, NOVEMBER, unreadable=("70-553",))),
        ("link 70-533 11/12/2017", LinkExam("70-533", None, unreadable=("11/12/2017",))),
        ("link 70-533 soonish", LinkExam("70-533", None, unreadable=("soonish",))),
        ("link 70-533 70-534 2017-11-20", LinkExam(None, NOVEMBER, unreadable=("70-534",))),
        ("unlink 70-533", UnlinkExam("70-533")),
        ("unlink 70-553", UnlinkExam(None)),
        ("profile 1234567", ClaimProfileId("1234567")),
        ("profil MC-1234567", ClaimProfileId("MC-1234567")),
        ("profile of mine", ClaimProfileId(None)),
        ("override list", OverrideList()),
        ("Ausnahmen Liste", OverrideList()),
        ("override end 2", OverrideEnd(2)),
        ("override beenden 2", OverrideEnd(2)),
        ("Ausnahme zurückziehen 1 weil falsch", OverrideWithdraw(1, "falsch")),
        ("withdraw 70-533 because of a typo", WithdrawFact("achievement", "me", "70-533", "of a typo")),
        ("override end two", OverrideEnd(None)),
        ("override end 0", OverrideEnd(None)),
        ("membership gold 2017-05-01", MembershipSet("gold", date(2017, 5, 1))),
        ("Mitgliedschaft Silber 1.5.2017", MembershipSet("silver", date(2017, 5, 1))),
        ("membership gold", MembershipSet("gold", None)),
        ("membership buy", MembershipSet(None, None)),
        ("membership renew", MembershipSet(None, None)),
        ("membership buy gold 2017-05-01", MembershipSet("gold", date(2017, 5, 1))),
        ("membership order silver 2017-05-01", MembershipSet("silver", date(2017, 5, 1), deed="order")),
        ("membership renew 2017-05-01", MembershipSet(None, date(2017, 5, 1), deed="renew")),
        (
            "membership renewed gold 2017-05-01 until 2018-05-02",
            MembershipSet("gold", date(2017, 5, 1), deed="renew", until=date(2018, 5, 2)),
        ),
        (
            "mitgliedschaft verlängern 1.5.2017 neuer Jahrestag bis 2.5.2018",
            MembershipSet(None, date(2017, 5, 1), deed="renew", until=date(2018, 5, 2)),
        ),
        ("membership upgrade gold 2017-05-01", MembershipSet("gold", date(2017, 5, 1), deed="upgrade")),
        ("membership correct", MembershipSet(None, None, deed="correct")),
        (
            "membership correct gold 2017-05-01 because the day, 2017-06-01, was wrong",
            MembershipSet("gold", date(2017, 5, 1), deed="correct", reason="the day, 2017-06-01, was wrong"),
        ),
        ("membership cancel", MembershipSet(None, None, deed="cancel")),
        ("mitgliedschaft stornieren 1.5.2017", MembershipSet(None, date(2017, 5, 1), deed="cancel")),
        ("market developing", MarketSet("developing")),
        ("Markt: entwickelt", MarketSet("developed")),
        ("market developed or developing", MarketSet(None)),
        ("market", MarketSet(None)),
        ("figure", FigureReport(None, None, None)),
        ("figure nothing 2017-12 9000", FigureReport(None, "2017-12", "9000")),
        ("figure nothing 2017-13 9000", FigureReport(None, "2017-13", "9000")),
    ],
)  # fmt: skip
def test_a_command_says_what_it_records_and_what_could_not_be_read(text: str, expected: Request) -> None:
    assert read(text) == expected


def test_an_override_of_a_level_keeps_its_words() -> None:
    granted = read(
        "override grant gold cloud platform from 2018-01-01 until 2018-04-01 by Jane Doe ticket 47-X"
        " because they did not see it, until &lt;now&gt;"
    )

    assert granted == OverrideGrant(
        competency="cloud-platform",
        level="gold",
        since=date(2018, 1, 1),
        until=date(2018, 4, 1),
        granted_by="Jane Doe",
        ticket="47-X",
        reason="they did not see it, until <now>",
    )


def test_in_german_an_override_is_of_somebody_behind_the_day_from_which_it_holds() -> None:
    granted = read("Ausnahme gewähren Silber DevOps ab 10.1.2018 bis 10.4.2018 von Jana Blum weil die Prüfung ausfiel")

    assert isinstance(granted, OverrideGrant)
    assert (granted.since, granted.until) == (date(2018, 1, 10), date(2018, 4, 10))
    assert (granted.granted_by, granted.reason) == ("Jana Blum", "die Prüfung ausfiel")
    other = read("Ausnahme erteilen Silber DevOps von 10.1.2018 bis 10.4.2018")
    assert isinstance(other, OverrideGrant)
    assert (other.since, other.granted_by) == (date(2018, 1, 10), None)


def test_an_override_of_a_persons_credential_names_both() -> None:
    granted = read("override grant <@U123|ada> 70-534 until 15 April 2018 because of the audit")

    assert granted == OverrideGrant(
        person="<@U123>", credential="70-534", until=date(2018, 4, 15), reason="of the audit"
    )


def test_what_an_override_does_not_say_clearly_is_named() -> None:
    granted = read("override grant gold cloud platform whatever from 4/5/2018")

    assert granted == OverrideGrant(competency="cloud-platform", level="gold", unreadable=("whatever", "4/5/2018"))


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_command_reads_its_own_example(entry: object) -> None:
    found = next(command for command in COMMANDS if command is entry)
    request = read(found.example)

    if found.intent:
        assert isinstance(request, Question)
        assert request.intent == found.intent
    elif found.name != "ask":
        assert not isinstance(request, Question)


@pytest.mark.parametrize(
    ("name", "intent"), [(n, c.intent) for c in COMMANDS if c.intent for n in (c.name, *c.aliases)]
)
def test_a_bare_command_is_its_question(name: str, intent: str) -> None:
    for typed in (name, name.upper(), f"ask {name}"):
        request = read(typed)
        assert isinstance(request, Question)
        assert request.intent == intent, typed


def test_ask_is_no_part_of_the_question() -> None:
    assert read("ask Who holds 70-533?") == read("Who holds 70-533?")


def test_an_examples_first_word_is_the_commands_and_names_are_said_once() -> None:
    names = [name for command in COMMANDS for name in (command.name, *command.aliases)]

    assert all(command.example.startswith(command.name) for command in COMMANDS)
    assert all(command.usage.startswith(command.name) for command in COMMANDS)
    assert len(names) == len(set(names))
