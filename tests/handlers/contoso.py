"""A small company on 15 January 2018, the people who ask about it, and what they hear, as plain text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache

from slack_sdk.models.blocks import Block

from bot.demo.blocks import problems, total_length
from domain.dates import Month
from domain.facts import Achievement, Association, Facts, LevelOverride, Membership, Person
from domain.ports import Company, Member, Organisation
from handlers.conversations import Conversations
from handlers.grammar import Grammar
from handlers.replies import Block as AnyBlock
from handlers.replies import Caller, Reply
from storage.catalogue import load_catalogue
from tests.fakes import MemoryCompanies, State

NOW = datetime(2018, 1, 15, 9, tzinfo=UTC)
TODAY = date(2018, 1, 15)
MOST_IN_TEXT, MOST_IN_MESSAGE = 4000, 13_200
TEAM, CHANNEL = "T0CONTOSO", "C0PARTNERS"
ADMIN, ADA, BOB, CARLA, GUEST, STRANGER = "U0ADMIN", "U0ADA", "U0BOB", "U0CARLA", "U0GUEST", "U0NOBODY"
ORGANISATION = Organisation("contoso", "Contoso", "ms-mpn-competencies", "Europe/Berlin")
MEMBERS = (
    Member(ADMIN, "Root", "admin"),
    Member(ADA, "Ada", "member", "ada"),
    Member(BOB, "Bob", "member", "bob"),
    Member(CARLA, "Carla", "member", "carla", locale="de-DE"),
    Member(GUEST, "Gus", "guest"),
)
SINCE_2017 = (Association(date(2017, 1, 1)),)


@cache
def grammar() -> Grammar:
    """The grammar over the rules that come with Assay."""
    return Grammar(load_catalogue())


def earned(credential: str, day: str = "2017-02-01", **more: object) -> Achievement:
    """A confirmed achievement."""
    plain = Achievement(credential, date.fromisoformat(day), state="confirmed")
    return replace(plain, **more)  # type: ignore[arg-type]  # the names of the fields are checked by replace itself


def person(identifier: str, name: str, *achievements: Achievement) -> Person:
    """Somebody who has been with the company since 2017."""
    return Person(identifier, achievements, SINCE_2017, name)


def months(value: int, count: int = 12) -> dict[Month, Decimal]:
    """The same value for so many months before January 2018."""
    return {Month.of(TODAY).plus(-past): Decimal(value) for past in range(1, count + 1)}


PEOPLE = (
    person("ada", "Ada Lovelace", earned("70-533"), earned("70-496"), earned("70-498")),
    person("bob", "Bob Ross", earned("70-496")),
    person("carla", "Carla Weiß", earned("MCSD-APP"), earned("70-347", expires=date(2018, 4, 1))),
)
OVERRIDE = LevelOverride("devops", "silver", date(2017, 12, 1), date(2018, 3, 1), id="o1")
FACTS = Facts(
    market="developed",
    people=PEOPLE,
    figures={"azure_customer_consumption": months(9500)},
    overrides=(OVERRIDE,),
    membership=Membership("silver", date(2017, 5, 1), date(2018, 5, 1)),
)


@dataclass
class Contoso:
    """The company and everything that can be said to it."""

    facts: Facts = FACTS
    members: tuple[Member, ...] = MEMBERS
    organisation: Organisation = ORGANISATION
    now: datetime = NOW
    companies: MemoryCompanies = field(default_factory=MemoryCompanies)

    def __post_init__(self) -> None:
        company = Company(self.organisation, TEAM, 1, self.facts, {member.user: member for member in self.members})
        self.companies.states[self.organisation.id] = State(company)
        self.conversations = Conversations(self.companies, grammar(), lambda: self.now, lambda: "new-id")

    async def asked(self, text: str, user: str = ADMIN, *, slash: bool = False) -> Reply:
        """What somebody hears who asks privately, beside a channel."""
        return await self.conversations.hear(text, caller(user), slash=slash)

    async def asked_in_channel(self, text: str, user: str = ADMIN) -> Reply:
        """What everybody in a channel reads."""
        return await self.conversations.hear(text, caller(user, private=False), slash=False)

    async def pressed(self, reply: Reply, label: str, user: str = ADMIN) -> Reply:
        """What a button of a reply brings."""
        button = next(b for b in buttons(reply) if b["text"]["text"] == label)
        return await self.conversations.press(button["action_id"], button["value"], caller(user))


def caller(user: str, *, private: bool = True, shared: bool = False) -> Caller:
    """Somebody in the channel for partners."""
    return Caller(TEAM, user, CHANNEL, private=private, shared=shared, request="req-1")


def buttons(reply: Reply) -> list[AnyBlock]:
    """The buttons of a reply."""
    return [element for block in reply.blocks if block["type"] == "actions" for element in block["elements"]]


def labels(reply: Reply) -> list[str]:
    """What stands on its buttons."""
    return [button["text"]["text"] for button in buttons(reply)]


def plain(reply: Reply) -> str:
    """What a reply shows, line by line, without its buttons."""
    return plain_blocks(reply.blocks)


def plain_blocks(blocks: Iterable[AnyBlock]) -> str:
    """What blocks show, line by line, without their buttons."""
    return "\n".join(_shown(blocks))


def _shown(blocks: Iterable[AnyBlock]) -> Iterator[str]:
    for block in blocks:
        match block:
            case {"type": "section", "text": {"text": str(text)}}:
                yield text
            case {"type": "context", "elements": [{"text": str(text)}]}:
                yield text
            case {"type": "divider"}:
                yield "---"
            case _:
                pass


def unsendable(reply: Reply) -> list[str]:
    """What Slack would refuse or misread: limits, and text that mentions somebody we did not mean to."""
    found = problems(list(reply.blocks))
    for block in reply.blocks:
        if block["type"].startswith("data_"):
            continue  # the SDK has no class for charts yet; `problems` knows them
        parsed = Block.parse(block)
        if parsed is None:
            found.append(f"no block: {block}")
        else:
            parsed.to_dict()
    texts = [reply.text, plain(reply), *labels(reply)]
    found += [f"calls by proxy: {text}" for text in texts if re.search(r"<(?!@U)", text)]
    found += [f"empty or long text: {len(reply.text)}"] if not 0 < len(reply.text) <= MOST_IN_TEXT else []
    return found + ([f"too long: {total_length(reply.blocks)}"] if total_length(reply.blocks) > MOST_IN_MESSAGE else [])
