"""The company of the demo: twelve invented people on 15 January 2018, and what is on record about them.

Application Development is Gold. Cloud Platform is Silver, and Gold is one person short: Ben has passed the exam that
would do, and has not linked it. DevOps is one person short of Silver. Data Platform is Silver by an override. Of
Small and Midmarket nobody has reported a figure. Everything else has not been begun.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from bot.demo.config import AppConfig, WorkspaceConfig
from bot.demo.manifest import app_of
from bot.demo.model import Channel, Team, User
from domain.buying import SetMembership
from domain.changes import AddPerson, Change, GrantOverride, Link, ReportFigure
from domain.dates import Month
from domain.facts import Achievement, Association, Grant, LevelOverride, Membership
from domain.ports import Actor, Companies

TIME_ZONE = "Europe/Berlin"
START = datetime(2018, 1, 15, 9, tzinfo=ZoneInfo(TIME_ZONE))
TEAM = Team(id="T0LARKFIELD", name="Larkfield", domain="larkfield")
CHANNEL = "C0PARTNERS0"

_SINCE = date(2016, 3, 1)
_CONSUMPTION = "10400"  # USD a month: more than the 100,000 a year that Gold asks for


@dataclass(frozen=True, slots=True)
class Employee:
    """Somebody of the company, and each credential that they linked with the day on which they earned it."""

    handle: str
    name: str
    linked: tuple[tuple[str, str], ...] = ()
    admin: bool = False
    locale: str = "en-US"

    @property
    def user(self) -> str:
        """The Slack user id."""
        return f"U0{self.handle.upper():0<9}"


EMPLOYEES = (
    Employee("ada", "Ada Lindqvist", (("MCSD-APP", "2017-02-14"), ("70-483", "2016-05-12")), admin=True),
    Employee("ben", "Ben Okafor", (("70-480", "2017-03-09"),)),
    Employee("carla", "Carla Weiß", (("70-532", "2017-06-19"), ("MCSD-APP", "2017-05-03")), locale="de-DE"),
    Employee("dmitri", "Dmitri Sorokin", (("MCSD-APP", "2016-11-28"),)),
    Employee("emeka", "Emeka Adeyemi", admin=True),
    Employee("farah", "Farah Haddad", (("MCSD-APP", "2017-08-30"), ("70-486", "2017-01-20"))),
    Employee("greta", "Greta Holm", (("70-496", "2017-04-04"), ("70-498", "2017-04-25"), ("PSM-I", "2016-09-15"))),
    Employee("hiro", "Hiro Tanaka", (("70-496", "2017-10-10"),)),
    Employee("ines", "Inês Carvalho", (("TA-DPA-FOUND", "2017-09-20"), ("TA-SQL", "2017-10-18"))),
    Employee("jonas", "Jonas Richter", (("TA-DPA-FOUND", "2017-11-07"),), locale="de-DE"),
    Employee("kaya", "Kaya Demir", (("70-483", "2016-02-22"),)),
    Employee("liam", "Liam Byrne"),
)
GUEST = User(id="U0MONA00000", name="mona", real_name="Mona Vogel", tz=TIME_ZONE, is_restricted=True)
"""A guest of the workspace: nobody of the company."""
_MANIFEST = Path(__file__).parents[2] / "manifest.yml"


def workspace() -> WorkspaceConfig:
    """The company's Slack workspace."""
    app = _app()
    users = tuple(
        User(
            id=employee.user,
            name=employee.handle,
            real_name=employee.name,
            email=f"{employee.handle}@larkfield.example",
            tz=TIME_ZONE,
            locale=employee.locale,
            is_admin=employee.admin,
        )
        for employee in EMPLOYEES
    )
    members = frozenset({*(user.id for user in users), GUEST.id, app.bot_user_id})
    channels = (
        Channel(id=CHANNEL, name="partners", members=members),
        Channel(id="C0RANDOM000", name="random", members=members - {app.bot_user_id, GUEST.id}),
    )
    return WorkspaceConfig(team=TEAM, app=app, users=(*users, GUEST), channels=channels)


def _app() -> AppConfig:
    """The app as its manifest says; where its file is not there, with everything that the app can use."""
    if not _MANIFEST.exists():
        return AppConfig()
    return app_of(yaml.safe_load(_MANIFEST.read_text("utf-8")))


async def furnish(companies: Companies, new_id: Callable[[], str]) -> None:
    """Record the company's facts. The bot has met its workspace already."""
    company = await companies.of_team(TEAM.id)
    people = {employee.user: new_id() for employee in EMPLOYEES}
    async with companies.change(company.organisation.id, Actor(None, "demo")) as ledger:
        await ledger.record(*_facts(people))
        for user, person in people.items():
            await ledger.register(replace(company.members[user], person=person))


def _facts(people: dict[str, str]) -> Iterator[Change]:
    for employee in EMPLOYEES:
        person = people[employee.user]
        yield AddPerson(person, employee.name, Association(_SINCE))
        for credential, earned in employee.linked:
            confirmed = Achievement(
                credential, date.fromisoformat(earned), state="confirmed", recorded_by=employee.user
            )
            yield Link(person, confirmed)
    for past in range(1, 13):
        month = Month.of(START.date()).plus(-past)
        yield ReportFigure("azure_customer_consumption", month, Decimal(_CONSUMPTION))
    yield GrantOverride(_override())
    yield SetMembership(Membership("gold", date(2017, 9, 1), date(2018, 9, 1)))


def _override() -> LevelOverride:
    """Three months, as vendors grant by default."""
    granted = Grant("Partner support", "New exams are being taken", "REQ-2017-1190", "U0ADA000000", date(2017, 12, 18))
    return LevelOverride("data-platform", "silver", date(2017, 12, 18), date(2018, 3, 18), grant=granted)
