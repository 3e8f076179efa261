"""Two organisations of a group that share a Slack workspace, on 15 January 2018: Contoso, and its sister Litware."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.facts import Facts, Person
from domain.notices import Owed
from domain.ports import Company, Member, Organisation
from handlers.conversations import Conversations
from handlers.replies import Caller, Reply
from tests.fakes import MemoryCompanies, State
from tests.handlers.contoso import FACTS, MEMBERS, NOW, ORGANISATION, SINCE_2017, TEAM, buttons, earned, grammar

CONTOSO, LITWARE = "contoso", "litware"
SISTER = Organisation(LITWARE, "Litware", "ms-mpn-competencies", "Europe/Berlin", admins=("U0ADMIN", "U0LIZ"))
LIZ, DAN = "U0LIZ", "U0DAN"
DAN_HOLDS = Person("dan", (earned("70-533"),), SINCE_2017, "Dan Brown", "777")
CHANNEL = "C0GROUP"


def _elsewhere(member: Member) -> Member:
    return replace(member, person=None, elsewhere=member.person is not None)


@dataclass
class Group:
    """Both organisations and everything that can be said to them. Ada counts for Contoso, Dan for Litware."""

    facts: Facts = field(default_factory=lambda: Facts(market="developed", people=(DAN_HOLDS,)))
    now: datetime = NOW
    companies: MemoryCompanies = field(default_factory=MemoryCompanies)

    def __post_init__(self) -> None:
        ids = (f"id-{number}" for number in range(1000))
        users = {each.user: each for each in MEMBERS}
        users |= {user: replace(MEMBERS[1], user=user, name=user, person=None) for user in (LIZ, DAN)}
        for organisation, facts in ((ORGANISATION, FACTS), (SISTER, self.facts)):
            people = facts.place_of
            members = {u: m if m.person in people else _elsewhere(m) for u, m in users.items()}
            known = "dan" in people
            members[DAN] = replace(members[DAN], person="dan" if known else None, elsewhere=not known)
            company = Company(organisation, TEAM, 1, facts, members, shared=True)
            self.companies.states[organisation.id] = State(company)
        self.conversations = Conversations(self.companies, grammar(), lambda: self.now, lambda: next(ids))

    async def says(self, user: str, text: str, channel: str | None = CHANNEL) -> Reply:
        """What somebody hears who types a slash command's text."""
        return await self.conversations.hear(text, self.caller(user, channel), slash=True)

    async def presses(self, user: str, reply: Reply, label: str, channel: str | None = CHANNEL) -> Reply:
        """What a button of a reply brings."""
        button = next(b for b in buttons(reply) if b["text"]["text"] == label)
        return await self.conversations.press(button["action_id"], button["value"], self.caller(user, channel))

    def caller(self, user: str, channel: str | None = CHANNEL) -> Caller:
        """Somebody in the group's channel."""
        return Caller(TEAM, user, channel, request="req-1")

    def company(self, organisation: str) -> Company:
        """A company as it is now."""
        return self.companies.states[organisation].company

    def person(self, organisation: str, person: str) -> Person | None:
        """Somebody as an organisation knows them."""
        return next((p for p in self.company(organisation).facts.people if p.id == person), None)

    def told(self, organisation: str, user: str) -> list[Owed]:
        """What somebody is owed by an organisation."""
        return [owed for who, owed in self.companies.states[organisation].told if who == user]
