"""Every notice that a date brings, as people read it in both languages: the whole texts, line by line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from domain.dates import Month
from domain.facts import Achievement, Facts, LevelOverride, Membership, Person
from domain.notice_kinds import NoticeKind
from domain.notices import History, Owed, due
from domain.ports import Care, Company, Member
from handlers.notices import notice_message
from tests.handlers.contoso import TEAM, plain
from tests.handlers.fabrikam import BOB_HOLDS, FACTS, ONE_SHORT, ORGANISATION, PROGRAMME, holder

TEXTS = Path(__file__).parent.parent / "data" / "notices.md"
LOCALES = ("en-GB", "de-DE")
CONSUMPTION = "azure_customer_consumption"


def consumption(first: str, count: int = 14) -> Mapping[str, Mapping[Month, Decimal]]:
    """Enough consumption for Gold in each of so many months."""
    start = Month.parse(first)
    return {CONSUMPTION: {start.plus(offset): Decimal(9500) for offset in range(count)}}


def ending(identifier: str, name: str, credential: str, expires: date) -> Person:
    """Somebody whose exam expires."""
    person = holder(identifier, name, credential)
    return replace(person, achievements=(replace(person.achievements[0], expires=expires),))


def everything(people: int) -> Facts:
    """People who hold every credential, with figures for everything."""
    held = tuple(Achievement(credential, date(2017, 1, 1)) for credential in PROGRAMME.credentials)
    figures = {m: {Month(2016, 6).plus(i): Decimal(8000) for i in range(24)} for m in PROGRAMME.metrics}
    staff = tuple(Person(f"p{number}", held, None, f"P{number} Miller") for number in range(people))
    return replace(FACTS, people=staff, figures=figures, flags=dict.fromkeys(PROGRAMME.flags, True))


ADA_ENDS = ending("ada", "Ada Lovelace", "70-533", date(2018, 3, 10))
LATER = Membership("gold", date(2017, 9, 1), date(2018, 9, 1))
NEEDED = replace(FACTS, people=(ADA_ENDS, BOB_HOLDS), membership=LATER)
SPARED = replace(
    NEEDED, people=(*NEEDED.people, holder("cyd", "Cyd Cole", "70-532"), holder("dan", "Dan Dee", "70-532"))
)
IN_AUGUST = Membership("gold", date(2017, 8, 1), date(2018, 8, 1))
MET = replace(FACTS, figures=consumption("2017-07"), membership=IN_AUGUST)
SHORT = replace(ONE_SHORT, figures=consumption("2017-07"), membership=IN_AUGUST)
COVERED = replace(
    ONE_SHORT, overrides=(LevelOverride("cloud-platform", "gold", date(2018, 1, 1), date(2018, 7, 1), "o1"),)
)
BY_OVERRIDE = replace(
    ONE_SHORT,
    membership=None,
    overrides=(LevelOverride("cloud-platform", "gold", date(2017, 10, 22), date(2018, 1, 22), "o1"),),
)
BOB_LEFT = replace(FACTS, people=(FACTS.people[0], holder("bob", "Bob Ross", "70-532", until=date(2018, 1, 10))))
UNKNOWN = replace(FACTS, figures=consumption("2017-01", 12))
AT_THE_END = replace(FACTS, membership=Membership("gold", date(2021, 9, 15), date(2022, 9, 15)))
AFTER_THE_END = replace(FACTS, membership=Membership("gold", date(2021, 10, 15), date(2022, 10, 15)))
RETIRING = replace(
    FACTS,
    people=(holder("ada", "Ada Lovelace", "70-534"), holder("bob", "Bob Ross", "70-534")),
    figures=consumption("2017-11"),
    membership=replace(LATER, anniversary=date(2019, 5, 1)),
)
ALONE = replace(RETIRING, people=RETIRING.people[:1])


@dataclass(frozen=True)
class Case:
    """What is told on a day: what is due of a kind, or notices made by hand."""

    facts: Facts
    on: date
    kind: NoticeKind | None = None
    made: Sequence[Owed] = ()
    admin: bool = True
    cares: Mapping[tuple[str, int], Care] = field(default_factory=dict)
    at_risk: frozenset[str] = frozenset()

    def told(self) -> Sequence[Owed]:
        """The notices."""
        found = due(PROGRAMME, self.facts, self.on, History()).notices
        return self.made or [notice for notice in found if notice.kind == self.kind]


def made(kind: NoticeKind, subject: str, **details: str) -> Sequence[Owed]:
    return (Owed(kind, subject, 1, "told", details),)


def risk(**details: str) -> Sequence[Owed]:
    return made("at_risk", "membership/gold", at="2018-05-01", level="gold", **details)


def unclear(*competencies: str) -> Sequence[Owed]:
    """That the gold of some, or of the membership, is not known now."""
    return tuple(
        owed for of in competencies for owed in made("risk_unclear", f"{of}/gold", at="2018-05-01", level="gold")
    )


def mended(at: str) -> Sequence[Owed]:
    """That gold is not at risk any more."""
    return tuple(
        n for of in ("membership", "cloud-platform") for n in made("mended", f"{of}/gold", at=at, level="gold")
    )


JANUARY, FEBRUARY = date(2018, 1, 15), date(2018, 2, 8)
CASES = {
    "own exam ends, a level depends on it": Case(NEEDED, FEBRUARY, "own_ending", admin=False),
    "own exam ends tomorrow": Case(NEEDED, date(2018, 3, 9), "own_ending", admin=False),
    "own exam ends, others can stand in": Case(SPARED, FEBRUARY, "own_ending", admin=False),
    "own exam is no longer accepted": Case(
        replace(RETIRING, people=RETIRING.people[:1]), date(2018, 12, 24), "own_ending", admin=False
    ),
    "a level loses an exam": Case(NEEDED, FEBRUARY, "contributor_ending"),
    "a level loses an exam that is no longer accepted": Case(RETIRING, date(2018, 12, 24), "contributor_ending"),
    "a level loses an exam, and somebody stepped in": Case(
        SPARED,
        FEBRUARY,
        made=tuple(
            notice
            for notice in due(PROGRAMME, NEEDED, FEBRUARY, History()).notices
            if notice.kind == "contributor_ending"
        ),
    ),
    "renewal, met": Case(MET, date(2018, 7, 2), "renewal"),
    "renewal, short": Case(SHORT, date(2018, 7, 17), "renewal"),
    "renewal, the day": Case(MET, date(2018, 8, 1), "renewal"),
    "renewal, last call": Case(SHORT, date(2018, 8, 24), "renewal"),
    "renewal, the last day": Case(MET, date(2018, 8, 31), "renewal"),
    "renewal, lapsed": Case(MET, date(2018, 9, 1), "renewal"),
    "renewal, last call before the programme's end": Case(AT_THE_END, date(2022, 9, 23), "renewal"),
    "renewal, lapsed with the programme": Case(AT_THE_END, date(2022, 10, 1), "renewal"),
    "renewal, the programme ends before it": Case(AFTER_THE_END, date(2022, 9, 30), "renewal"),
    "renewal, the programme has ended before it": Case(AFTER_THE_END, date(2022, 10, 1), "renewal"),
    "renewal, lapsed without a renewal": Case(AFTER_THE_END, date(2022, 10, 16), "renewal"),
    "renewal, by the rules of 2017 and an override": Case(COVERED, date(2018, 4, 30), "renewal"),
    "renewal, an override ends inside the window": Case(
        replace(SHORT, overrides=(LevelOverride("cloud-platform", "gold", date(2018, 6, 1), date(2018, 8, 15), "o1"),)),
        date(2018, 7, 17),
        "renewal",
    ),
    "risk, covered by an override beyond the anniversary": Case(COVERED, JANUARY, "at_risk"),
    "risk, an import was withdrawn": Case(ONE_SHORT, JANUARY, made=risk(changed="batch", achievements="12")),
    "risk, another market": Case(ONE_SHORT, JANUARY, made=risk(changed="market", market="developing")),
    "risk, a figure": Case(ONE_SHORT, JANUARY, made=risk(changed="figure", metric=CONSUMPTION, month="2017-12")),
    "risk, a status": Case(ONE_SHORT, JANUARY, made=risk(changed="flag", flag="authorised_adr")),
    "rules leave open what a level asks for": Case(everything(8), date(2017, 12, 8), "rules_changed"),
    "rules bring a level": Case(everything(2), date(2017, 9, 15), "rules_changed"),
    "a figure is missing": Case(FACTS, date(2018, 2, 21), "figures_overdue"),
    "a figure is missing for the second month": Case(
        FACTS, date(2018, 3, 21), made=made("figures_overdue", "figures/2018-02", month="2018-02", slow="3")
    ),
    "an override ends": Case(BY_OVERRIDE, JANUARY, "override_ending"),
    "an override ends, on the day": Case(BY_OVERRIDE, date(2018, 1, 22), "override_ending"),
    "at risk before, not known now": Case(UNKNOWN, JANUARY, made=unclear("membership", "cloud-platform")),
    "at risk before, not known now, a month is missing": Case(
        UNKNOWN, date(2018, 4, 21), made=unclear("cloud-platform")
    ),
    "at risk before, not known now, within the window": Case(
        replace(MET, figures=consumption("2016-07", 22)),
        date(2018, 8, 25),
        made=unclear("membership", "cloud-platform"),
    ),
    "at risk again after it was not known": Case(BOB_LEFT, JANUARY, made=unclear("cloud-platform")),
    "no longer at risk": Case(FACTS, JANUARY, made=mended("2018-05-01")),
    "no longer at risk, within the window": Case(MET, date(2018, 8, 5), made=mended("2018-08-01")),
    "standing in for somebody": Case(
        FACTS, JANUARY, made=made("standing_in", "away/U2", user="U1", absent="U2", until="2018-03-05")
    ),
    "standing in no more": Case(FACTS, JANUARY, made=made("standing_in", "away/U2", user="U1", absent="U2", back="1")),
    "back from being away": Case(
        FACTS,
        date(2018, 3, 5),
        made=made("came_back", "away/U1", user="U1", since="2018-01-15"),
        cares={
            ("cloud-platform/gold", 1): Care("U2", date(2018, 2, 1)),
            ("renewal/2018-05-01", 1): Care("U2", JANUARY),
        },
        at_risk=frozenset({"cloud-platform/gold"}),
    ),
    "only one admin": Case(FACTS, JANUARY, made=made("one_admin", "organisation/admins")),
}


def text(name: str, locale: str) -> str:
    """What one recipient reads."""
    case = CASES[name]
    role = "admin" if case.admin else "member"
    recipient = Member("U1", "Root", role, locale=locale)  # type: ignore[arg-type]  # one of both roles
    known = Company(ORGANISATION, TEAM, 1, case.facts, {"U1": recipient}, case.cares)
    company = replace(known, at_risk=case.at_risk)
    return plain(notice_message(company, PROGRAMME, recipient, case.told(), case.on))


def written() -> Mapping[str, str]:
    """The texts on file, by case and locale."""
    parts = TEXTS.read_text("utf-8").split("\n## ")[1:]
    return {part.partition("\n")[0]: part.partition("\n")[2].strip() for part in parts}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", CASES)
def test_a_notice_reads_as_it_is_on_file(name: str, locale: str) -> None:
    assert text(name, locale) == written()[f"{name}, {locale}"]


def test_the_file_holds_these_texts_and_no_others() -> None:
    assert list(written()) == [f"{name}, {locale}" for name in CASES for locale in LOCALES]


def test_what_is_told_to_a_person_names_nobody_else() -> None:
    names = {"Ada Lovelace", "Bob Ross", "Cyd Cole", "Dan Dee"}
    told = [text(name, locale) for name, case in CASES.items() if not case.admin for locale in LOCALES]

    assert [name for name in names for said in told if name in said] == []


def write() -> None:
    """Write the file anew, to be read before it is kept."""
    parts = (f"## {name}, {locale}\n\n{text(name, locale)}\n" for name in CASES for locale in LOCALES)
    TEXTS.write_text("# What people are told because a date is near\n\n" + "\n".join(parts), "utf-8")


if __name__ == "__main__":
    write()
