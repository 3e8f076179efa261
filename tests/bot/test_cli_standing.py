import json
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from subprocess import CompletedProcess, run

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.cli_standing import answer_for
from domain.programme import Catalogue
from domain.situation import judge_situation
from domain.situation_answer import differences
from storage.catalogue import load_catalogue
from storage.yaml_tree import read_tree

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.yaml"))
EXAMPLE = next(case for case in CASES if case.stem == "the-example")
ASSAY = Path(sys.executable).with_name("assay")


def assay(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["standing", *map(str, arguments)])


def process(*arguments: str) -> CompletedProcess[str]:
    return run([ASSAY, "standing", *arguments], check=False, capture_output=True, text=True)


def situation(folder: Path, *, without: str = "", **entries: str) -> Path:
    """A file with a valid situation, some of whose entries are written otherwise."""
    lines = {"programme": "ms-mpn-competencies", "on": "2018-01-15", "market": "developed"} | entries
    path = folder / "situation.yaml"
    path.write_text("".join(f"{key}: {value}\n" for key, value in lines.items() if key != without))
    return path


@cache
def rules() -> Catalogue:
    return load_catalogue()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_stands_as_it_expects(case: Path) -> None:
    situation = judge_situation(read_tree(case), rules())

    assert situation.expect
    assert differences(situation.expect, answer_for(situation)) == ()


def test_all_cases_pass_the_check_of_the_command() -> None:
    found = assay("--check", "--json", *CASES)

    assert (found.exit_code, found.stderr) == (0, "")
    assert len(found.stdout.splitlines()) == len(CASES) > 100


def test_the_answer_is_data_of_the_fixed_form() -> None:
    answer = json.loads(assay("--json", EXAMPLE).stdout)
    silver, gold = answer["competencies"]["cloud-platform"].values()
    (silver_option,), (gold_option,) = silver["options"].values(), gold["options"].values()

    assert {key: answer[key] for key in ("programme", "on", "rules_as_of")} == {
        "programme": "ms-mpn-competencies",
        "on": "2018-01-15",
        "rules_as_of": "2018-01-15",
    }
    assert (silver["status"], silver["override"]) == ("met", None)
    assert (gold["status"], gold["override"]) == ("met", {"from": "2017-11-30", "until": "2018-02-28"})
    assert {key: silver_option[key] for key in ("status", "people_missing", "contributors")} == {
        "status": "met",
        "people_missing": 0,
        "contributors": ["ada"],
    }
    assert (gold_option["people_missing"], gold_option["contributors"]) == (1, ["ada"])
    assert list(answer["competencies"]["enterprise-resource-planning"]) == ["gold"]


def test_every_file_has_its_line_in_order() -> None:
    found = assay("--json", CASES[0], EXAMPLE, CASES[1])

    assert found.stderr == ""
    assert len([json.loads(line) for line in found.stdout.splitlines()]) == 3


def test_another_day_can_be_asked_about(tmp_path: Path) -> None:
    path = situation(tmp_path)
    before = json.loads(assay("--json", "--on", "2017-12-14", path).stdout)
    with_rules = json.loads(assay("--json", "--on", "2017-12-14", situation(tmp_path, rules_as_of="2018-01-01")).stdout)

    assert (before["on"], before["rules_as_of"]) == ("2017-12-14", "2017-12-14")
    assert before["rules"]["cloud-platform"]["from"] == "2017-09-15"
    assert with_rules["rules"]["cloud-platform"]["from"] == "2017-12-15"


def test_an_answer_says_when_its_rules_are_early_or_the_programme_has_ended(tmp_path: Path) -> None:
    early = json.loads(assay("--json", "--on", "2017-07-17", situation(tmp_path)).stdout)
    late = json.loads(assay("--json", "--on", "2022-10-01", situation(tmp_path)).stdout)
    last = json.loads(assay("--json", "--on", "2022-09-30", situation(tmp_path)).stdout)

    assert early["rules"]["cloud-platform"]["before_first"] is True
    assert late["rules"]["cloud-platform"]["before_first"] is False
    assert late["programme_ended"] == {"last_renewal": "2022-09-30", "successor": "ms-solutions-partner"}
    assert last["programme_ended"] is None


def test_what_is_not_as_expected_is_shown_and_exits_with_1(tmp_path: Path) -> None:
    expect = "{cloud-platform: {silver: met, gold: {status: not met, people_missing: {azure-consumption: 1}}}}"
    path = situation(tmp_path, expect=expect)

    assert assay(path).exit_code == 0
    found = assay("--check", path)
    assert found.exit_code == 1
    assert found.stderr.splitlines() == [
        f"{path}: cloud-platform silver: expected met, is not met.",
        f"{path}: cloud-platform gold, azure-consumption: expected 1 people missing, are 2.",
    ]


def test_a_level_that_is_left_out_differs_from_one_that_is_not_met(tmp_path: Path) -> None:
    path = situation(tmp_path, expect="{enterprise-resource-planning: {silver: not met, gold: left out}}")

    assert assay("--check", path).stderr.splitlines() == [
        f"{path}: enterprise-resource-planning silver: expected not met, is left out.",
        f"{path}: enterprise-resource-planning gold: expected left out, is not known.",
    ]


def test_the_page_names_levels_people_and_reasons() -> None:
    page = assay(EXAMPLE).stdout

    assert "Cloud Platform (rules from 2017-12-15; source D17)" in page
    assert "  Gold: met by an override until 2018-02-28; by the facts alone not met" in page
    assert (
        "    Azure consumption: not met, people 1 of 2 (ada), "
        "Azure consumption of customers 18500 of 100000 USD: not known (months missing)"
    ) in page


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ({"without": "market"}, ":1:1: The entry “market” is missing."),
        ({"programme": "ms-mpn"}, ":1:12: programme: “ms-mpn” is no programme of the catalogue."),
        ({"on": "2018-02-30"}, ":2:5: on: “2018-02-30” is not a date."),
        ({"on": "20180115"}, ":2:5: on: “20180115” is not a date."),
        ({"on": "2018-W03-1"}, ":2:5: on: “2018-W03-1” is not a date."),
        ({"market": "mars"}, ":3:9: market: “mars” is no market. Known are developed or developing."),
        ({"peple": "[]"}, ":4:8: peple: The key “peple” is not known here. Did you mean people?"),
        ({"people": "[{}]"}, ":4:10: people[0]: The entry “id” is missing."),
        ({"people": "{id: ada}"}, ":4:9: people: A mapping stands where a list belongs."),
        ({"people": "[{id: ada}, {id: ada}]"}, ":4:21: people[1]: The person “ada” is there already."),
        (
            {"people": "[{id: ada, achievements: [{credential: 70-553, earned: 2017-01-01}]}]"},
            "credential: “70-553” is no credential of this programme. Did you mean 70-535, 70-534 or 70-533?",
        ),
        ({"people": "[{id: ada, achievements: [{credential: 70-533}]}]"}, "The entry “earned” is missing."),
        (
            {"people": "[{id: a, achievements: [{credential: 70-533, earned: 2017-01-02, expires: 2017-01-01}]}]"},
            "“expires: 2017-01-01” lies before “earned: 2017-01-02”.",
        ),
        ({"people": "[{id: a, associated: [{until: 2017-01-01}]}]"}, "The entry “from” is missing."),
        (
            {"people": "[{id: a, associated: [{from: 2017-01-02, until: 2017-01-01}]}]"},
            "“until: 2017-01-01” lies before “from: 2017-01-02”.",
        ),
        ({"figures": "{azure: {}}"}, "figures.azure: “azure” is no metric of this programme."),
        ({"figures": "{azure_customer_consumption: {2017-13: 1}}"}, "“2017-13” is not a month."),
        ({"figures": "{azure_customer_consumption: {2017-1: 1}}"}, "“2017-1” is not a month."),
        ({"figures": "{azure_customer_consumption: {2017-01: 1_000}}"}, "“1_000” is not a number."),
        ({"figures": "{azure_customer_consumption: {2017-01: .nan}}"}, "“.nan” is not a number."),
        ({"figures": "{azure_customer_consumption: {2017-01: 1e300}}"}, "is not an amount that can be added up."),
        ({"figures": "{azure_customer_consumption: {2017-01: 1, 2017-01: 2}}"}, "“2017-01” is written twice."),
        ({"flags": "{authorised: true}"}, "flags.authorised: “authorised” is no flag of this programme."),
        ({"flags": "{authorized_surface_hub_adr: yes}"}, "“yes” is neither true nor false."),
        ({"overrides": "[{from: 2018-01-01}]"}, "The entry “competency” is missing."),
        ({"overrides": "[{competency: devops, level: gold}]"}, "The entry “from” is missing."),
        ({"overrides": "[{competency: devop, level: gold, from: 2018-01-01}]"}, "Did you mean devops?"),
        ({"overrides": "[{competency: devops, level: golden, from: 2018-01-01}]"}, "“golden” is no level"),
        ({"overrides": "[{person: ada, credential: 70-533, from: 2018-01-01}]"}, "“ada” is no person of this file."),
        (
            {"overrides": "[{competency: devops, level: gold, from: 9999-12-01}]"},
            "no day 3 months after 9999-12-01",
        ),
        ({"membership": "{level: bronze, purchased: 2018-01-01}"}, "membership.level: “bronze” is no level"),
        ({"expect": "{cloud: {gold: met}}"}, "expect.cloud: “cloud” is no competency of this programme."),
        ({"expect": "{devops: {gold: yes}}"}, "expect.devops.gold: “yes” is no outcome."),
        ({"expect": "{devops: {gold: {people_missing: {devop: 1}}}}"}, "“devop” is no option of this programme."),
    ],
    ids=str,
)
def test_a_mistake_is_told_with_its_place_and_exits_with_2(tmp_path: Path, entries: dict[str, str], told: str) -> None:
    path = situation(tmp_path, **entries)
    found = assay(path)

    assert found.exit_code == 2
    assert found.stdout == ""
    assert told in found.stderr
    assert all(line.startswith(f"{path}:") for line in found.stderr.splitlines())


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = situation(tmp_path, on="soon", market="mars", flags="{x: 1}", peple="[]")
    places = [line.removeprefix(f"{path}:").split(":")[0] for line in assay(path).stderr.splitlines()]

    assert places == ["2", "3", "4", "4", "5"]


def test_one_file_with_mistakes_does_not_keep_back_the_others(tmp_path: Path) -> None:
    found = assay("--json", EXAMPLE, tmp_path / "none.yaml", CASES[0])

    assert found.exit_code == 2
    assert len(found.stdout.splitlines()) == 2
    assert found.stderr == f"{tmp_path / 'none.yaml'}: There is no such file. Check the path.\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "The file is empty."),
        (b"\x7fELF\x00\x00", "This is no text in UTF-8."),
        (b"- a\n- b\n", "A list stands where “key: value” entries belong."),
        (b"just words", "“just words” stands where “key: value” entries belong."),
    ],
)
def test_a_file_that_is_no_situation_is_told_in_one_line(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "other.yaml"
    path.write_bytes(content)
    found = assay(path)

    assert found.exit_code == 2
    assert told in found.stderr
    assert len(found.stderr.splitlines()) == 1


def test_a_file_of_50_mb_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50 * 1024**2)

    assert "The file is larger than 16 MB." in assay(path).stderr
    assert "This is a folder." in assay(tmp_path).stderr


@pytest.mark.parametrize("day", ["tomorrow", "2018-02-30", "20180115"])
def test_a_day_that_is_no_date_is_refused(day: str) -> None:
    found = assay("--on", day, EXAMPLE)

    assert found.exit_code == 2
    assert "YYYY-MM-DD" in found.stderr


def test_no_slack_and_no_database_is_loaded_for_it() -> None:
    code = f"from bot.cli import app\ntry: app(['standing', {str(EXAMPLE)!r}])\nexcept SystemExit: pass\n"
    ask = "import sys; print(*{m.partition('.')[0] for m in sys.modules}, file=sys.stderr)"
    loaded = run([sys.executable, "-c", code + ask], check=True, capture_output=True, text=True).stderr.split()

    assert "yaml" in loaded
    assert not _heavy(loaded)


def _heavy(loaded: Sequence[str]) -> set[str]:
    return {"slack_sdk", "slack_bolt", "sqlalchemy", "aiohttp", "apscheduler", "babel"} & set(loaded)


def test_the_installed_command_answers() -> None:
    found = process("--json", str(EXAMPLE))

    assert (found.returncode, found.stderr) == (0, "")
    assert json.loads(found.stdout)["on"] == "2018-01-15"
