"""A company that lives from two people: what it records, and what its admins are told.

That it has only one of them was told before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import count

from domain.facts import Achievement, Association, Facts, LevelOverride, Membership, Person
from domain.housekeeping import ONE_ADMIN
from domain.notices import History, Owed
from domain.ports import Company, Member, Organisation
from handlers.conversations import Conversations
from handlers.notices import notice_message
from handlers.replies import Reply
from tests.fakes import MemoryCompanies, State
from tests.handlers.contoso import TEAM, caller, grammar, months

NOW = datetime(2018, 1, 15, 9, tzinfo=UTC)
TODAY = date(2018, 1, 15)
FABRIKAM = "fabrikam"
ADMIN, ADA, BOB, DANA, GUEST = "U0ADMIN", "U0ADA", "U0BOB", "U0DANA", "U0GUEST"
ORGANISATION = Organisation(FABRIKAM, "Fabrikam", "ms-mpn-competencies", "Europe/Berlin")
PROGRAMME = grammar().catalogue["ms-mpn-competencies"]
MEMBERS = (
    Member(ADMIN, "Root", "admin"),
    Member(ADA, "Ada Lovelace", "member", "ada"),
    Member(BOB, "Bob Ross", "member", "bob"),
    Member(DANA, "Dana Scully", "member"),
    Member(GUEST, "Gus", "guest"),
)
GOLD = Membership("gold", date(2017, 5, 1), date(2018, 5, 1))


def holder(identifier: str, name: str, *credentials: str, until: date | None = None) -> Person:
    """Somebody who earned credentials on 1 February 2017 and belongs to the company since 2017."""
    earned = tuple(Achievement(c, date(2017, 2, 1), None, f"{identifier}:{c}", "confirmed") for c in credentials)
    return Person(identifier, earned, (Association(date(2017, 1, 1), until, id=f"{identifier}:since"),), name)


ADA_HOLDS, BOB_HOLDS = holder("ada", "Ada Lovelace", "70-533"), holder("bob", "Bob Ross", "70-532", "70-496")
FACTS = Facts("developed", (ADA_HOLDS, BOB_HOLDS), {"azure_customer_consumption": months(13000)}, {}, (), GOLD)
ONE_SHORT = replace(FACTS, people=(ADA_HOLDS,))
OVERRIDE = LevelOverride("cloud-platform", "gold", date(2017, 11, 30), date(2018, 2, 28), "o1")


@dataclass
class Fabrikam:
    """The company, everything that can be said to it, and what it owes."""

    facts: Facts = FACTS
    members: tuple[Member, ...] = MEMBERS
    now: datetime = NOW
    companies: MemoryCompanies = field(default_factory=MemoryCompanies)

    def __post_init__(self) -> None:
        people = {person.id for person in self.facts.people}
        known = {m.user: replace(m, person=m.person if m.person in people else None) for m in self.members}
        warned = History({ONE_ADMIN: 1}, frozenset({ONE_ADMIN}))
        self.companies.states[FABRIKAM] = State(Company(ORGANISATION, TEAM, 1, self.facts, known), warned)
        ids = (f"id-{number}" for number in count(1))
        self.conversations = Conversations(self.companies, grammar(), lambda: self.now, lambda: next(ids))

    @property
    def company(self) -> Company:
        """The company as it is now."""
        return self.companies.states[FABRIKAM].company

    def told(self, user: str = ADMIN) -> list[Owed]:
        """What somebody is owed."""
        return [owed for who, owed in self.companies.states[FABRIKAM].told if who == user]

    async def says(self, user: str, text: str, *, private: bool = True, shared: bool = False) -> Reply:
        """What somebody hears who types a slash command's text, or a mention in a channel."""
        return await self.conversations.hear(text, caller(user, private=private, shared=shared), slash=private)

    async def changes(self, member: Member, event: str = "Ev1") -> None:
        """Slack says how a user is now."""
        await self.conversations.member_changed(TEAM, member, event=event)

    async def compared(self, *members: Member) -> int:
        """Slack lists these users; returns how many were taken over."""
        return await self.conversations.members_compared(TEAM, members, event="night")

    def message(
        self, notices: Sequence[Owed] | None = None, *, locale: str = "en-US", today: date = TODAY, role: str = "admin"
    ) -> Reply:
        """The message that an admin gets."""
        recipient = replace(self.company.members[ADMIN], locale=locale, role="admin" if role == "admin" else "member")
        return notice_message(self.company, PROGRAMME, recipient, self.told() if notices is None else notices, today)


def speaks_german(company: Fabrikam, user: str) -> None:
    """From now on this user reads German."""
    state = company.companies.states[FABRIKAM]
    member = replace(state.company.members[user], locale="de-DE")
    known = replace(state.company, members={**state.company.members, user: member})
    company.companies.states[FABRIKAM] = replace(state, company=known)
