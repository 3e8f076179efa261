"""Trainings exports for tests and measurements: the committed sample, single rows, and files of any size."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random

SAMPLE = Path(__file__).parent / "data" / "trainings.csv"
COLUMNS = (
    "TrainingActivityId",
    "TrainingTitle",
    "TrainingType",
    "IndividualFirstName",
    "IndividualLastName",
    "Email",
    "CorpEmail",
    "TrainingCompletionDate",
    "Month",
    "IcMCP",
    "MCPID",
    "MPNId",
    "PartnerName",
    "PartnerCityLocation",
    "PartnerCountryLocation",
    "ExpirationDate",
    "ActivationStatus",
)
EXAM = "Exam 70-533: Implementing Microsoft Azure Infrastructure Solutions"


def row(title: str = EXAM, day: str = "20/11/2017 00:00", mcpid: str = "1000001", **more: str) -> dict[str, str]:
    """One row as the vendor writes it; `more` are other columns."""
    plain = dict.fromkeys(COLUMNS, "") | {"MPNId": "4711", "PartnerName": "Contoso", "PartnerCountryLocation": "DE"}
    return {**plain, "TrainingTitle": title, "TrainingCompletionDate": day, "MCPID": mcpid, **more}


def export(*rows: Mapping[str, str], delimiter: str = ",", columns: Iterable[str] = COLUMNS) -> bytes:
    """A file of these rows, with the mark that the vendor puts first."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), extrasaction="ignore", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def many(count: int, people: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """So many rows of so many people, the same for the same seed; a third have no names and no e-mail address."""
    draw = Random(seed)
    titles = (EXAM, "Exam 70-532: Developing Microsoft Azure Solutions", "MCSA: Office 365", "Exam 98-349: Basics")
    for number in range(count):
        person = number % people
        day = date(2012, 1, 1) + timedelta(days=(number // people) * 7 + draw.randrange(7))
        named = person % 3 > 0
        yield row(
            draw.choice(titles),
            f"{day:%d/%m/%Y} 00:00",
            str(2_000_000 + person),
            TrainingActivityId=str(10_000_000 + number),
            TrainingType="Exam",
            IndividualFirstName="Person" if named else "",
            IndividualLastName=f"Number {person}" if named else "",
            CorpEmail=f"person.{person}@contoso.example" if named else "",
            Month=f"{day:%Y-%m}",
        )
