"""The examples in messages: an exam, a level and competencies of the programme that is spoken of."""

from dataclasses import dataclass
from datetime import date

from domain.programme import Programme


@dataclass(frozen=True, slots=True)
class Sample:
    """What examples name: an exam, a level, two competencies, and the day on which the exam was passed."""

    exam: str
    level: str
    competency: str
    other: str
    passed: str


USUAL = Sample("70-533", "gold", "cloud platform", "devops", "2017-11-20")
"""What the examples of the commands name."""
USUAL_COMPETENCIES = frozenset({"cloud-platform", "devops"})
USUAL_METRIC, USUAL_STATUS = "azure_customer_consumption", "authorized_surface_hub_adr"
USUAL_YEARS = ("2017", "2018", "2019")


def sample_of(programme: Programme) -> Sample:
    """What examples name in a programme: the usual things where it has them, else its own first ones."""
    own, level = list(programme.competencies), list(programme.levels)[-1]
    if USUAL.exam in programme.credentials and USUAL.level == level and {*own} >= USUAL_COMPETENCIES:
        return USUAL
    first, last = (programme.competencies[key].name["en"].casefold() for key in (own[0], own[-1]))
    exam, passed = programme.first_asked or "", programme.rule_dates[-1].isoformat()
    return Sample(exam, programme.levels[level]["en"].casefold(), first, last, passed)


def fitted(example: str, programme: Programme, today: date) -> str:
    """The example of a command with what a programme has in place of the usual things, around today."""
    sample = sample_of(programme)
    if sample == USUAL:
        return example
    pairs = [(USUAL.competency, sample.competency), (USUAL.other, sample.other), (USUAL.exam, sample.exam)]
    pairs += [(USUAL.level, sample.level), (USUAL_METRIC, min(programme.metrics, default=USUAL_METRIC))]
    pairs += [(USUAL_STATUS, min(programme.flags, default=USUAL_STATUS))]
    pairs += [(usual.title(), own.title()) for usual, own in (pairs[0], pairs[3])]
    pairs += [(year, str(today.year + add)) for year, add in zip(USUAL_YEARS, (-1, 1, 2), strict=True)]
    for usual, own in pairs:
        example = example.replace(usual, own)
    return example
