"""The rule files of programmes by points and by tiers: what they say, and what is refused in such files."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from domain.facts import Achievement
from domain.points import Gate, PeoplePoints, Score, ScoreWindow
from domain.programme import Programme
from domain.recertifying import renewal_of
from domain.requirements import holdings_in
from storage.catalogue import CatalogueError, load_catalogue
from tests import scored
from tests.storage.test_catalogue import folder

LEVEL = "solutions-partner"


@cache
def programme(name: str) -> Programme:
    return load_catalogue()[name]


def designations() -> Programme:
    return programme("ms-solutions-partner")


def score_on(designation: str, day: date) -> Score:
    """The score that a designation asks for on a day."""
    option = designations().competencies[designation].version_on(day).options[0]
    (found,) = option.branches[LEVEL][0].scores
    return found


def test_every_competency_of_the_older_programme_leads_to_a_designation() -> None:
    known = {n for c in designations().competencies.values() for n in (*c.name.values(), *c.abbreviations)}
    successors = {c.id: c.successors for c in load_catalogue()["ms-mpn-competencies"].competencies.values()}

    assert {name for names in successors.values() for name in names} <= known
    assert successors["application-integration"] == ("Data & AI (Azure)", "Digital & App Innovation (Azure)")
    assert [c for c, names in successors.items() if not names] == ["cloud-customer-relationship-management"]


@pytest.mark.parametrize("designation", sorted(scored.designations()))
def test_every_version_asks_for_70_of_100_points_and_every_track_has_100(designation: str) -> None:
    for version in designations().competencies[designation].versions:
        score = score_on(designation, version.since)

        assert score.at_least == 70
        assert score.each_above_zero
        assert {sum(metric.most for metric in track.metrics) for track in score.tracks} == {score.of} == {100}


@pytest.mark.parametrize("designation", sorted(scored.designations()))
def test_the_window_is_30_days_until_18_september_2023_and_six_months_since(designation: str) -> None:
    assert score_on(designation, date(2023, 9, 18)).window == ScoreWindow(days=30)
    assert score_on(designation, date(2023, 9, 19)).window == ScoreWindow(months=6)


@pytest.mark.parametrize(("day", "wanted"), [(date(2023, 11, 30), 1), (date(2023, 12, 1), 2)])
def test_the_first_steps_of_security_want_two_people_from_december_2023(day: date, wanted: int) -> None:
    people = list(score_on("security", day).people)
    (elective,) = (leaf for leaf in people if isinstance(leaf, PeoplePoints))
    counted = {holds.credential for holds in holdings_in(elective.each)}

    assert [leaf.count for leaf in people if isinstance(leaf, Gate)] == [wanted, wanted]
    assert ("security-operations-analyst-associate" in counted) is (wanted == 1)


@pytest.mark.parametrize(
    ("designation", "tracks", "classified"),
    [
        ("data-ai", ["smb", "enterprise"], True),
        ("infrastructure", ["smb", "enterprise"], True),
        ("digital-app-innovation", ["smb", "enterprise"], True),
        ("business-applications", ["enterprise", "smb"], True),
        ("modern-work", ["enterprise", "smb"], False),
        ("security", ["enterprise", "smb"], False),
    ],
)
def test_each_designation_has_its_tracks(designation: str, tracks: list[str], classified: bool) -> None:  # noqa: FBT001 - a case of the table
    score = score_on(designation, date(2026, 6, 1))

    assert ([track.id for track in score.tracks], score.classified) == (tracks, classified)


RETIRED = [
    ("azure-stack-hub-operator-associate", date(2024, 7, 31)),
    ("microsoft-365-security-administrator-associate", date(2024, 6, 30)),
    ("power-platform-app-maker-associate", date(2023, 11, 30)),
    ("azure-ai-engineer-associate", date(2027, 6, 30)),
    ("azure-security-engineer-associate", date(2027, 8, 31)),
]


@pytest.mark.parametrize(("credential", "last"), RETIRED)
def test_a_retired_certification_counts_for_as_long_as_the_pages_say(credential: str, last: date) -> None:
    assert designations().credentials[credential].accepted_until == last


def test_a_certification_is_renewed_from_six_months_before_its_expiry_for_a_year_after_it() -> None:
    administrator = designations().credentials["azure-administrator-associate"]
    found = renewal_of(administrator, Achievement(administrator.id, date(2026, 1, 10), date(2027, 1, 10)))

    assert found is not None
    assert (found.opens, found.renewed_until) == (date(2026, 7, 10), date(2028, 1, 10))
    days = (date(2026, 7, 9), date(2026, 7, 10), date(2027, 1, 9), date(2027, 1, 10))
    assert [found.is_open(day) for day in days] == [False, True, True, False]


def test_an_expiry_that_was_not_recorded_is_not_worked_out_and_fundamentals_have_none() -> None:
    credentials = designations().credentials
    administrator, basics = credentials["azure-administrator-associate"], credentials["microsoft-365-fundamentals"]

    assert renewal_of(administrator, Achievement(administrator.id, date(2019, 1, 10))) is None
    assert renewal_of(basics, Achievement(basics.id, date(2019, 1, 10), date(2027, 1, 10))) is None
    long = renewal_of(administrator, Achievement(administrator.id, date(2019, 1, 10), date(2022, 1, 10)))
    assert long is not None
    assert long.renewed_until == date(2023, 1, 10)


RULES = """\
id: rain
name: {en: Rain, de: Regen}
area: sky
versions:
  - from: 2017-07-18
    source: S1
    checked_on: 2018-01-01
    options:
      - id: way
        name: {en: Way, de: Weg}
        levels:
          silver: null
          gold:
            score:
              at_least: 10
              of: 20
              reached_once_in: {months: 6}
              tracks:
                - id: few
                  name: {en: Few, de: Wenige}
                  when: [{flag: small}]
                  held_in_months: 6
                  metrics:
                    - id: people
                      name: {en: People, de: Personen}
                      points: {people: {each: E-1, points: 20, full_at: 2}}
                - id: many
                  name: {en: Many, de: Viele}
                  metrics:
                    - id: sales
                      name: {en: Sales, de: Umsatz}
                      points: {figure: {metric: usage, counts: growth, points: 20, full_at: 5, least_baseline: 10}}
"""
MISTAKES = [
    ("at_least: 10", "at_least: 21", "score: No company can come to 21 points. Ask for fewer"),
    ("at_least: 10", "at_least: 0", "at_least: This is not above zero."),
    ("of: 20", "off: 20", "off: The key “off” is not known here. Did you mean of?"),
    ("{months: 6}", "{months: 6, days: 3}", "reached_once_in: Several of months or days stand here."),
    ("{months: 6}", "{months: 60}", "months: “60” is not a whole number from 1 to 24."),
    ("id: many", "id: few", "tracks[1]: The track “few” is there already."),
    ("id: sales", "id: sales\n                      most: 5", "No company can come to 10 points."),
    ("                  when: [{flag: small}]\n", "", "held_in_months: Nothing is held: the track has no “when”."),
    (
        "- id: many",
        "- id: many\n                  when: [{flag: x}]",
        "tracks: Where tracks have “when”, one has none.",
    ),
    ("metric: usage", "metric: use", "metric: “use” is no metric of this programme. Did you mean usage?"),
    ("counts: growth", "counts: grown", "counts: “grown” is no way to count. Did you mean growth?"),
    ("counts: growth", "counts: added", "least_baseline: Only growth has a baseline."),
    ("each: E-1,", "each: E-9,", "each: “E-9” is no credential of this programme."),
    ("{people: {each", "{persons: {each", "points.persons: The key “persons” is not known here. Known are award,"),
    ("full_at: 2}", "full_at: 0}", "full_at: “0” is not a whole number from 1 to 100."),
]


@pytest.mark.parametrize(("right", "wrong", "told"), MISTAKES, ids=[case[2][:50] for case in MISTAKES])
def test_a_mistake_in_a_score_is_told_with_its_place_and_cure(
    tmp_path: Path, right: str, wrong: str, told: str
) -> None:
    homes = tmp_path / "right", tmp_path / "wrong"
    for home in homes:
        home.mkdir()
    load_catalogue(folder(homes[0], rain=RULES))
    assert right in RULES

    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder(homes[1], rain=RULES.replace(right, wrong, 1)))

    assert any(told in str(mistake) for mistake in caught.value.mistakes), [str(m) for m in caught.value.mistakes]
