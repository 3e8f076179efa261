"""`assay catalogue` and `assay check --catalogue`, as they are typed."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli import app
from domain.rule_schema import SCHEMAS
from handlers.words import Words
from tests.published import competencies
from tests.storage.test_catalogue import MAIN, RULES, folder

GOLDEN = Path(__file__).parents[1] / "data" / "requirements.txt"


def run(*arguments: str) -> tuple[int, str, str]:
    """The exit code, standard output, standard error."""
    found = CliRunner().invoke(app, arguments)
    return found.exit_code, found.stdout, found.stderr


def test_all_requirements_read_as_in_the_golden_text() -> None:
    """After a change of rules: `assay catalogue show > tests/data/requirements.txt`, and read what changed."""
    code, out, _ = run("catalogue", "show")

    assert code == 0
    assert out == GOLDEN.read_text("utf-8")


def sections() -> Mapping[tuple[str, str, str], str]:
    """What the golden text says of each version and level of a competency."""
    words = Words("en")
    days = {words.date(date.fromisoformat(v["from"])): v["from"] for c in competencies() for v in c["versions"]}
    found: dict[tuple[str, str, str], str] = {}
    competency = version = level = ""
    for line in GOLDEN.read_text("utf-8").splitlines():
        if line.endswith(")") and not line.startswith(" "):
            competency = line.rpartition("(")[2].rstrip(")")
        elif line.startswith("  Rules of "):
            version, level = days.get(line.removeprefix("  Rules of ").partition(",")[0], ""), ""
        elif line.startswith(("  Silver", "  Gold")):
            level = line.split()[0].rstrip(",:").lower()
        elif line.startswith("  Credentials that"):
            level = ""
        if level:
            key = (competency, version, level)
            found[key] = found.get(key, "") + line + "\n"
    return found


def figures(rule: Any) -> Iterator[str]:  # noqa: ANN401 - data as it stands in the file
    """Every count, amount and credential of a rule, as the text writes it."""
    match rule:
        case {"count": count, "each": each}:
            yield f" {count} "
            yield from figures(each)
        case {"metric": _, "gte": bounds}:
            amounts = bounds.values() if isinstance(bounds, Mapping) else [bounds]
            yield from ("never published" if amount is None else f"{amount:,}" for amount in amounts)
            if "average_per_month_gte" in rule:
                yield f"at least {rule['average_per_month_gte']} a month"
        case {"holds": credential}:
            yield credential
        case {"holds_any": credentials} | {"holds_all": credentials}:
            yield from credentials
        case {"flag": name}:
            yield name.replace("_", " ")
        case Mapping() | list():
            for part in rule.values() if isinstance(rule, Mapping) else rule:
                yield from figures(part)


PUBLISHED = [
    (competency["id"], version["from"], level, [o["levels"].get(level) for o in version["options"]])
    for competency in competencies()
    for version in competency["versions"]
    for level in ("silver", "gold")
]


@pytest.mark.parametrize(("competency", "since", "level", "rules"), PUBLISHED)
def test_every_published_figure_stands_in_the_golden_text(
    competency: str, since: str, level: str, rules: list[Any]
) -> None:
    text = sections()[competency, since, level]
    wanted = {figure for rule in rules if rule is not None for figure in figures(rule)}

    assert {figure for figure in wanted if figure not in text} == set()
    assert ("not defined in these rules" in text) == all(rule is None for rule in rules)


def test_a_day_chooses_the_version_and_a_competency_is_known_by_its_abbreviation() -> None:
    code, out, _ = run("catalogue", "show", "erp", "--on", "2017-12-14", "--language", "de")

    assert code == 0
    assert "Regeln vom 15. September 2017, bis 14. Dezember 2017" in out
    assert "Regeln vom 15. Dezember" not in out
    assert "je eine andere Person für: MB6-890" in out


def test_a_day_after_the_programme_names_its_end_and_successor() -> None:
    assert "It was followed by: Solutions Partner designations." in run("catalogue", "show", "--on", "2022-10-01")[1]
    assert "It was followed by" not in run("catalogue", "show", "--on", "2022-09-30")[1]


def test_what_changed_between_two_days_is_told_per_competency_and_level() -> None:
    code, out, _ = run("catalogue", "diff", "2017-09-15", "2017-12-15")

    assert code == 0
    assert out.startswith("What changed in the rules between 15 September 2017 and 15 December 2017\n")
    assert "Cloud Platform (rules of 15 Sept 2017 → 15 Dec 2017)\n• Silver and Gold: 70-535 now counts, too.\n" in out
    assert "• Gold: no people any more (before: a different person for each of these: MB6-890;" in out
    assert "• Silver: no longer defined. It asked for: annual gross licence revenue" in out
    assert out.endswith("Can no longer be earned: 70-354, 70-355, 70-534, 70-246 and 70-247.\n")


def test_where_nothing_changed_that_is_said() -> None:
    assert "Nothing changed in what the rules ask for." in run("catalogue", "diff", "2017-12-15", "2018-02-18")[1]
    assert "Nothing changed" not in run("catalogue", "diff", "2017-12-15", "2018-02-19")[1]


def test_before_the_first_rules_the_first_stand_for_them_and_that_is_said() -> None:
    said = "Rules before 18 July 2017 were never published"

    assert said in run("catalogue", "diff", "2017-07-17", "2017-12-15")[1]
    assert said not in run("catalogue", "diff", "2017-07-18", "2017-12-15")[1]


def test_changes_as_json_are_one_line_of_data() -> None:
    code, out, err = run("catalogue", "diff", "2017-07-18", "2017-09-15", "cloud-platform", "--json")
    found = json.loads(out)
    silver = found["competencies"]["cloud-platform"]["levels"]["silver"]["options"]["azure-consumption"]

    assert (code, err, out.count("\n")) == (0, "", 1)
    assert (silver["credentials_added"], silver["credentials_removed"]) == (["TA-CLOUD"], ["TA-AZ-DC"])
    assert silver["conditions"][0]["before"]["at_least"] == {"developed": "15000", "developing": None}
    assert silver["conditions"][0]["after"]["at_least"] == {"developed": "15000", "developing": "10000"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("diff", "2017-12-15", "2017-09-15"), "2017-12-15 lies after 2017-09-15: write the earlier day first."),
        (("diff", "soon", "2017-09-15"), "FROM soon: this is not a date."),
        (("diff", "2017-09-15", "20171215"), "TO 20171215: this is not a date."),
        (("show", "--on", "2017-02-30"), "--on 2017-02-30: this day does not exist."),
        (("show", "weather"), "weather is no competency. Known are application-development,"),
        (("show", "--catalogue", "/nowhere"), "No */programme.yaml is here."),
        (("schema", "--into", "/nowhere"), "/nowhere is no folder. Name one that exists."),
    ],
)
def test_wrong_input_is_one_sentence_and_exit_code_2(arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run("catalogue", *arguments)

    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_schema_is_printed_or_written(kind: str, tmp_path: Path) -> None:
    assert json.loads(run("catalogue", "schema", kind)[1]) == SCHEMAS[kind]()

    assert run("catalogue", "schema", "--into", str(tmp_path))[0] == 0
    assert json.loads((tmp_path / f"{kind}.schema.json").read_text("utf-8")) == SCHEMAS[kind]()


def test_own_rules_are_checked_without_tokens_or_a_database(tmp_path: Path) -> None:
    home = folder(tmp_path, rain=RULES)
    for path in (home, home / "clouds", home / "clouds" / "rain.yaml"):
        assert run("check", "--catalogue", str(path)) == (0, "ok\tclouds: competencies 1, versions 2\n", "")


def test_every_mistake_of_own_rules_is_told_with_file_line_field_and_cure(tmp_path: Path) -> None:
    home = folder(tmp_path, MAIN.replace("kind: flow", "kind: sum"), rain=RULES.replace("count: 2", "count: none"))
    code, out, err = run("check", "--catalogue", str(home))

    assert (code, out) == (1, "")
    assert err.splitlines() == [
        f"{home}/clouds/programme.yaml:11:55: metrics[0].kind: “sum” is no kind of metric. Known are flow or stock.",
        (
            f"{home}/clouds/rain.yaml:16:43: versions[0].options[0].levels.gold.all[0].people.count: "
            "“none” is not a count. Write a whole number of at least 1."
        ),
        "2 mistakes.",
    ]


def test_a_path_without_rules_is_wrong_input(tmp_path: Path) -> None:
    assert run("check", "--catalogue", str(tmp_path))[0] == 2
    assert "does not exist" in run("check", "--catalogue", str(tmp_path / "nowhere"))[2]
