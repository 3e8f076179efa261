"""Silverbirch in October 2017: sixty people, three admins in two time zones, Gold since August; what they hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from domain.dates import Month
from domain.facts import Achievement, Association, Facts, Membership, Person
from domain.organisation_settings import OrganisationSettings
from domain.ports import Member, Organisation, SlackRole

TEAM, CHANNEL = "T0SILVERBIRCH", "C0ALERTS"
SILVERBIRCH, NORTHLIGHT = "silverbirch", "northlight"
BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
SINCE = date(2016, 3, 1)
CONSUMPTION = "azure_customer_consumption"

CAST = """
anke   | Anke Vogt       | admin  | de-DE | Berlin   |
mira   | Mira Okafor     | admin  | en-GB | Berlin   |
zoe    | Zoe Miller      | admin  | en-US | New York |
ada    | Ada Brandt      | member | en-GB | Berlin   | 70-533
bo     | Bo Larsen       | member | en-GB | Berlin   | 70-532
carla  | Carla Weiß      | member | de-DE | Berlin   | 70-480
dirk   | Dirk Hansen     | member | de-DE | Berlin   | 70-496 70-498 PSM-I
edda   | Edda Jansen     | member | de-DE | Berlin   | 70-496 70-498
farid  | Farid Haddad    | member | en-GB | Berlin   | 70-496 70-498
greta  | Greta Holm      | member | en-GB | Berlin   | 70-496 70-498 CSM<2018-05-15
hugo   | Hugo Lindner    | member | de-DE | Berlin   | 70-243
ines   | Ines Castro     | member | en-GB | Berlin   | 70-410
jonas  | Jonas Richter   | member | de-DE | Berlin   | 70-334 70-333 TA-SOF
kaya   | Kaya Demir      | member | de-DE | Berlin   | 70-334 70-333
lena   | Lena Fuchs      | member | de-DE | Berlin   | TA-DPA-FOUND TA-SQL
marek  | Marek Novak     | member | en-GB | Berlin   | TA-DPA-FOUND
nadia  | Nadia Petrova   | member | en-US | New York | MCSA-WS2012
omar   | Omar Farouk     | member | en-US | New York | 70-346
"""
"""User, name, role, language, where they are, and what they hold; `<` before the first day without it."""

OTHERS = """
Paula Quast,Quentin Roy,Rosa Stein,Samir Tal,Tilda Unger,Ulf Vogel,Vera Wolf,Willi Xander,Yara Zimmer,Arno Bach
Birte Conrad,Cem Dogan,Doris Engel,Emil Franke,Frida Gross,Gero Hahn,Helga Iden,Ingo Jung,Jule Kern,Knut Lang
Lotte Maus,Moritz Nagel,Nele Otto,Oskar Pohl,Petra Quint,Rolf Rabe,Silke Sauer,Timo Thiel,Uta Urban,Viktor Voss
Wanda Weber,Xenia Yilmaz,Yusuf Zahn,Agnes Adler,Bruno Beck,Clara Cordes,Denis Decker,Elke Ernst,Fritz Falk
Gitta Graf,Horst Heine,Ilse Iffland
"""
"""The others, of whom every third holds an exam that no level rests on."""


@dataclass(frozen=True, slots=True)
class Employee:
    """Somebody of the company: their handle, which is also their id on record, and what they hold."""

    handle: str
    name: str
    role: str = "member"
    locale: str = "de-DE"
    place: str = "Berlin"
    holds: tuple[str, ...] = ()

    @property
    def user(self) -> str:
        """The Slack user id."""
        return f"U0{self.handle.upper()}"

    @property
    def zone(self) -> str:
        """The time zone."""
        return NEW_YORK if self.place == "New York" else BERLIN

    def member(self) -> Member:
        """The Slack user."""
        role: SlackRole = "admin" if self.role == "admin" else "member"
        mail = f"{self.handle}@silverbirch.example"
        return Member(self.user, self.name, role, self.handle, self.zone, self.locale, email=mail)

    def person(self) -> Person:
        """The person on record."""
        return Person(self.handle, tuple(map(self._held, self.holds)), (Association(SINCE, id=self.handle),), self.name)

    def _held(self, said: str) -> Achievement:
        code, _, until = said.partition("<")
        ends = date.fromisoformat(until) if until else None
        return Achievement(code, date(2017, 2, 1), ends, f"{self.handle}:{code}", "confirmed")


@cache
def employees() -> tuple[Employee, ...]:
    """All sixty."""
    return (*_cast(), *_others())


def _cast() -> Iterator[Employee]:
    for line in CAST.strip().splitlines():
        handle, name, role, locale, place, holds = (part.strip() for part in line.split("|"))
        yield Employee(handle, name, role, locale, place, tuple(holds.split()))


def _others() -> Iterator[Employee]:
    for place, name in enumerate(OTHERS.replace("\n", ",").strip(",").split(",")):
        yield Employee(name.split()[0].casefold(), name, holds=("70-346",) if place % 3 == 0 else ())


def named(handle: str) -> Employee:
    """One of them."""
    return next(employee for employee in employees() if employee.handle == handle)


SETTINGS = OrganisationSettings(alert_channel=CHANNEL, country="DE", region="BE")
ORGANISATION = Organisation(SILVERBIRCH, "Silverbirch", "ms-mpn-competencies", BERLIN, settings=SETTINGS)
SISTERS = OrganisationSettings(country="DE", region="BE")
SISTER = Organisation(
    NORTHLIGHT, "Northlight", "ms-mpn-competencies", BERLIN, settings=SISTERS, admins=(named("mira").user,)
)


def facts() -> Facts:
    """What is on record: eleven months of consumption, everybody's exams, Gold bought on 1 August 2017."""
    return Facts(
        market="developed",
        people=tuple(employee.person() for employee in employees()),
        figures={CONSUMPTION: {Month(2017, 9).plus(-past): Decimal(9500) for past in range(1, 12)}},
        membership=Membership("gold", date(2017, 8, 1), date(2018, 8, 1)),
    )
