import json
from pathlib import Path

import pytest
from icalendar import Calendar

from bot.cli_forecast import run_forecast

SITUATION = """\
programme: ms-mpn-competencies
on: 2018-01-15
market: developed
people:
  - {id: ada, name: Ada Lovelace, achievements: [{credential: 70-533, earned: 2017-02-01, expires: 2018-03-01}]}
  - {id: bob, achievements: [{credential: 70-532, earned: 2017-02-01}], associated: [{from: 2017-01-01, until: 2018-06-01}]}
overrides:
  - {competency: devops, level: silver, from: 2017-12-15}
membership: {level: silver, purchased: 2017-09-01}
"""  # noqa: E501 - a line of a file


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "larkfield.yaml"
    path.write_text(SITUATION, "utf-8")
    return str(path)


def test_it_says_what_falls_when_and_what_it_costs(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_forecast([file], None, None, as_json=False) == 0

    said = capsys.readouterr().out
    assert "What is known to come until 1 September 2018" in said
    assert "⚠️ 1 March 2018: 70-533 expires for Ada Lovelace." in said
    assert "❌ Application Development Silver: met → not met, lacking 1 more person" in said
    assert "⚠️ 15 March 2018: the override of DevOps Silver ends." in said


def test_as_json_it_is_one_line_for_each_file(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_forecast([file, file], "2018-03-01", None, as_json=True) == 0

    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == second
    assert (first["until"], first["next_turn"]) == ("2018-03-01", "2018-03-01")
    assert first["days"][-1]["falls"] == [
        {"kind": "expired", "person": "ada", "credential": "70-533", "override": None, "of": None, "matters": True}
    ]
    assert {(t["competency"], t["before"], t["after"]) for t in first["days"][-1]["turns"]} == {
        ("application-development", "met", "not met"),
        ("cloud-platform", "not known", "not met"),
    }


def test_the_calendar_holds_each_date_that_costs_a_level(file: str, tmp_path: Path) -> None:
    out = tmp_path / "dates.ics"
    assert run_forecast([file], None, out, as_json=False) == 0

    events = [event.to_ical().decode() for event in Calendar.from_ical(out.read_bytes()).walk("VEVENT")]
    found = {event.split("\r\n")[1]: event for event in events}
    assert "DTSTART;VALUE=DATE:20180301" in found["SUMMARY:70-533 expires for Ada Lovelace"]
    assert "DTSTART;VALUE=DATE:20180315" in found["SUMMARY:The override of DevOps Silver ends"]
    assert "DTSTART;VALUE=DATE:20180901" in found["SUMMARY:Anniversary of the Silver membership"]


@pytest.mark.parametrize("until", ["2018-01-15", "2018-01-14", "soon"])
def test_a_day_that_is_not_ahead_or_none_at_all_is_refused(
    file: str, until: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_forecast([file], until, None, as_json=False) == 2
    assert f"--until {until}" in capsys.readouterr().err


def test_a_calendar_of_two_companies_and_one_that_cannot_be_written_are_refused(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_forecast([file, file], None, tmp_path / "x.ics", as_json=False) == 2
    assert run_forecast([file], None, tmp_path / "nowhere" / "x.ics", as_json=False) == 2

    said = capsys.readouterr()
    assert "Name one FILE" in said.err
    assert "cannot be written" in said.err
    assert said.out == ""


def test_a_file_with_mistakes_is_refused_before_anything_is_said(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("programme: nothing\n", "utf-8")

    assert run_forecast([file, str(wrong)], None, None, as_json=False) == 2
    assert capsys.readouterr().out == ""
