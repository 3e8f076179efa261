from pathlib import Path

import pytest

from storage.catalogue import CatalogueError, load_catalogue

MAIN = """\
id: clouds
name: {en: Clouds, de: Wolken}
levels:
  - {id: silver, name: {en: Silver, de: Silver}}
  - {id: gold, name: {en: Gold, de: Gold}}
areas:
  - {id: sky, name: {en: Sky, de: Himmel}}
sources:
  - {id: S1, title: {en: The page, de: Die Seite}, reference: https://example.org}
metrics:
  - {id: usage, name: {en: usage, de: Nutzung}, kind: flow, unit: USD}
end: {last_renewal: 2022-09-30, successor: skies, successor_name: {en: Skies, de: Himmel}, source: S1}
credentials:
  - {id: E-1, title: First exam, kind: exam}
  - {id: E-2, title: Second exam, kind: exam, retires: 2017-12-31, accepted_until: 2018-12-31, source: S1}
"""
RULES = """\
id: rain
name: {en: Rain, de: Regen}
area: sky
versions:
  - from: 2017-07-18
    source: S1
    checked_on: 2026-11-22
    options:
      - id: drops
        name: {en: Drops, de: Tropfen}
        levels:
          silver:
            people: {count: 1, each: E-1}
          gold:
            all:
              - people: {id: some, count: 2, each: {any: [E-1, E-2]}}
              - people: {count: 1, of_the_same: some, each: E-2}
              - threshold:
                  metric: usage
                  at_least: {developed: 100, developing: null}
                  window: trailing_12_months
              - flag: allowed
  - from: 2018-01-01
    source: S1
    checked_on: 2026-11-22
    note: {en: Silver is gone., de: Silver ist weg.}
    options:
      - id: drops
        name: {en: Drops, de: Tropfen}
        levels: {silver: null, gold: {different_people: [E-1, {all: [E-1, E-2]}]}}
"""


def folder(home: Path, main: str = MAIN, **files: str) -> Path:
    clouds = home / "clouds"
    clouds.mkdir()
    (clouds / "programme.yaml").write_text(main)
    for name, content in files.items():
        (clouds / f"{name}.yaml").write_text(content)
    return home


def mistakes(home: Path) -> list[str]:
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(home)
    return [str(mistake).removeprefix(f"{home}/clouds/") for mistake in caught.value.mistakes]


def test_a_small_catalogue_loads(tmp_path: Path) -> None:
    (programme,) = load_catalogue(folder(tmp_path, rain=RULES)).values()

    assert list(programme.competencies) == ["rain"]
    assert [sorted(version.levels) for version in programme.competencies["rain"].versions] == [
        ["gold", "silver"],
        ["gold"],
    ]
    assert programme.flags == {"allowed"}
    assert programme.end is not None
    assert programme.end.successor_name["en"] == "Skies"


def test_the_rules_that_come_with_assay_load() -> None:
    assert list(load_catalogue()) == ["ms-mpn-competencies", "aws-services-path", "ms-solutions-partner"]


def test_the_revision_changes_with_any_file_and_only_then(tmp_path: Path) -> None:
    home = folder(tmp_path, rain=RULES)
    before = load_catalogue(home)["clouds"].revision
    assert load_catalogue(home)["clouds"].revision == before

    (home / "clouds" / "rain.yaml").write_text(RULES.replace("Silver is gone", "Silver has gone"))
    assert load_catalogue(home)["clouds"].revision != before


CASES = [
    ("rain", "area: sky", "aera: sky", "rain.yaml:3:7: aera: The key “aera” is not known here. Did you mean area?"),
    ("rain", "area: sky\n", "", "rain.yaml:1:1: The entry “area” is missing. Add “area: …”."),
    ("rain", "area: sky", "area: sea", "rain.yaml:3:7: area: “sea” is no area of this programme. Known are sky."),
    ("rain", "name: {en: Rain, de: Regen}", "name: {en: Rain}", "rain.yaml:2:7: name: The entry “de” is missing."),
    (
        "rain",
        "name: {en: Rain, de: Regen}",
        "name: Rain",
        "rain.yaml:2:7: name: “Rain” stands where “key: value” entries",
    ),
    ("rain", "name: {en: Rain, de: Regen}", "name: {en: '', de: Regen}", "name.en: “” stands where a text belongs."),
    ("rain", "id: rain", "id: rain\nid: rain", "rain.yaml:2:1: id: “id” is written twice. Keep one of the two."),
    ("rain", "id: rain", "id: [rain]", "rain.yaml:1:5: id: A list stands where a text belongs."),
    ("rain", "from: 2018-01-01", "from: 2018-02-30", "versions[1].from: “2018-02-30” is not a date."),
    ("rain", "from: 2018-01-01", "from: 20180101", "versions[1].from: “20180101” is not a date."),
    (
        "rain",
        "from: 2018-01-01",
        "from: 2017-07-17",
        "The version from 2017-07-17 stands after the one from 2017-07-18.",
    ),
    (
        "rain",
        "from: 2018-01-01",
        "from: 2017-07-18",
        "The version from 2017-07-18 stands after the one from 2017-07-18.",
    ),
    ("rain", "{en: Silver is gone., de: Silver ist weg.}", "[]", "versions[1].note: A list stands where “key: value”"),
    ("rain", ", de: Silver ist weg.", "", "versions[1].note: The entry “de” is missing."),
    ("rain", "each: E-2}", "each: {credential: E-2}}", "people.each: The entry “accepted_until” is missing."),
    (
        "rain",
        "each: E-2}",
        "each: {credential: E-2, accepted_until: soon}}",
        "each.accepted_until: “soon” is not a date.",
    ),
    (
        "rain",
        "- flag: allowed",
        "- credentials: {count: 0, of: [E-1]}",
        "credentials.count: “0” is not a count.",
    ),
    (
        "rain",
        "- flag: allowed",
        "- credentials: {count: 2, of: []}",
        "credentials.of: The list is empty.",
    ),
    (
        "rain",
        "- flag: allowed",
        "- credentials: {count: 99, of: [E-1, E-2, {credential: E-1, accepted_until: 2018-01-01}]}",
        "credentials: 99 of 3 credentials can be brought in too many ways.",
    ),
    (
        "rain",
        "- flag: allowed",
        "- level_held: {competency: snow, level: gold}",
        "level_held.competency: “snow” is no competency of this programme. Known are rain.",
    ),
    (
        "rain",
        "- flag: allowed",
        "- level_held: {competency: rain, level: bronze}",
        "level_held.level: “bronze” is no level of this programme. Known are gold or silver.",
    ),
    (
        "rain",
        "- flag: allowed",
        "- level_held: {competency: rain, level: silver}",
        "rain.yaml:1:1: rain asks, by “level_held”, for a level of itself. Break the circle.",
    ),
    ("rain", "silver: null, ", "", "versions[1].options: No option defines the level silver."),
    ("rain", "silver: null, ", "silver: null, bronze: {flag: x}, ", "bronze: The key “bronze” is not known here."),
    ("rain", "count: 2", "count: 0", "people.count: “0” is not a count. Write a whole number of at least 1."),
    ("rain", "count: 2", "count: 1.5", "people.count: “1.5” is not a count."),
    ("rain", "count: 2", "count: true", "people.count: “true” is not a count."),
    ("rain", "count: 2", "count: 500", "people.count: 500 people are more than any rule asks."),
    (
        "rain",
        "count: 1, of_the_same",
        "count: 3, of_the_same",
        "asks for more people than the group that it is part of.",
    ),
    (
        "rain",
        "of_the_same: some",
        "of_the_same: same",
        "levels.gold: A group is linked to same, and no group of that id",
    ),
    ("rain", "of_the_same: some", "other_than: [some], id: some", "Two groups that stand together are called some."),
    ("rain", "each: E-2", "each: E-3", "each: “E-3” is no credential of this programme. Did you mean E-2 or E-1?"),
    ("rain", "each: E-2", "each: {both: [E-1, E-2]}", "each.both: The key “both” is not known here."),
    (
        "rain",
        "each: E-2",
        "each: {any: [E-1], all: [E-2]}",
        "each: Several of all or any stand here. Write a credential",
    ),
    ("rain", "{any: [E-1, E-2]}", "{any: []}", "each.any: The list is empty."),
    ("rain", "[E-1, {all: [E-1, E-2]}]", "E-1", "different_people: “E-1” stands where a list belongs."),
    ("rain", "metric: usage", "metric: useage", "metric: “useage” is no metric of this programme. Did you mean usage?"),
    ("rain", "developing: null", "developing: 0", "at_least.developing: The bound is not above zero."),
    ("rain", ", developing: null", "", "at_least: The entry “developing” is missing."),
    ("rain", "developed: 100", "developed: much", "at_least.developed: “much” is not a number."),
    ("rain", "window: trailing_12_months", "window: monthly", "window: “monthly” is no window."),
    (
        "rain",
        "- flag: allowed",
        "- flag: allowed\n                people: {}",
        "all[3]: Several of all, any, people, different_people, credentials, score, threshold, flag or level_held",
    ),
    (
        "rain",
        "- flag: allowed",
        "- {}",
        "all[3]: None of all, any, people, different_people, credentials, score, threshold, flag or level_held",
    ),
    ("rain", "- flag: allowed", "- flag:", "all[3].flag: Nothing stands where a text belongs."),
    ("rain", "source: S1", "source: S2", "versions[0].source: “S2” is no source of this programme. Known are S1."),
    ("main", "{en: The page, de: Die Seite}", "The page", "sources[0].title: “The page” stands where “key: value”"),
    ("main", "id: S1, ", "", "programme.yaml:9:5: sources[0]: The entry “id” is missing."),
    ("main", "{id: E-1,", "{id: E-2,", "programme.yaml:15:5: credentials[1]: The id “E-2” is there already."),
    ("main", "kind: exam}", "kind: test}", "credentials[0].kind: “test” is no kind of credential."),
    ("main", "kind: flow", "kind: sum", "metrics[0].kind: “sum” is no kind of metric. Known are flow or stock."),
    ("main", "retires: 2017-12-31", "retires: 2019-12-31", "accepted_until: accepted_until lies before retires."),
    ("main", "2018-12-31, source: S1", "2018-12-31", "credentials[1]: The dates have no source."),
    ("main", "kind: exam}", "kind: exam, replaced_by: E-9}", "replaced_by: “E-9” is no credential of this programme."),
    ("main", "kind: exam}", "kind: exam, third_party: 1}", "third_party: “1” is neither true nor false."),
    ("main", "successor: skies, ", "", "programme.yaml:12:6: end: The entry “successor” is missing."),
    (
        "main",
        "areas:\n  - {id: sky, name: {en: Sky, de: Himmel}}",
        "areas: []",
        "programme.yaml:6:8: areas: The list is empty.",
    ),
]


@pytest.mark.parametrize(("file", "right", "wrong", "told"), CASES, ids=[f"{case[3][:60]}" for case in CASES])
def test_a_mistake_is_told_with_its_place_and_cure(
    tmp_path: Path, file: str, right: str, wrong: str, told: str
) -> None:
    main = MAIN.replace(right, wrong, 1) if file == "main" else MAIN
    rain = RULES.replace(right, wrong, 1) if file == "rain" else RULES
    assert (main, rain) != (MAIN, RULES)

    assert [mistake for mistake in mistakes(folder(tmp_path, main, rain=rain)) if told in mistake]


def test_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    rain = RULES.replace("count: 2", "count: none").replace("from: 2018-01-01", "from: soon")
    found = mistakes(folder(tmp_path, MAIN.replace("kind: flow", "kind: sum"), rain=rain, snow=RULES))

    assert [mistake.split(": ")[0] for mistake in found] == [
        "programme.yaml:11:55",
        "rain.yaml:16:43",
        "rain.yaml:23:11",
        "snow.yaml:1:1",
    ]
    assert "The competency “rain” is there already." in found[3]


def test_files_that_are_no_yaml_are_all_named(tmp_path: Path) -> None:
    found = mistakes(folder(tmp_path, "id: [", rain="a: b: c", snow=""))

    assert [mistake.split(":")[0] for mistake in found] == ["programme.yaml", "rain.yaml", "snow.yaml"]


def test_beside_a_file_that_is_no_yaml_the_mistakes_of_the_others_are_told_too(tmp_path: Path) -> None:
    snow = RULES.replace("id: rain", "id: snow").replace("flag: allowed", "level_held: {competency: hail, level: gold}")
    found = mistakes(folder(tmp_path, MAIN.replace("kind: flow", "kind: sum"), hail="a: b: c", snow=snow, rain=RULES))

    assert [mistake.split(":")[0] for mistake in found] == ["hail.yaml", "programme.yaml"]


def test_a_folder_without_a_programme_is_told(tmp_path: Path) -> None:
    assert "No */programme.yaml is here." in mistakes(tmp_path)[0]
    assert "No */programme.yaml is here." in mistakes(tmp_path / "nowhere")[0]
