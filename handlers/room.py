"""What a conversation works with: the company as it is now, who speaks, the words, the days, and what holds on them."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.announced import without_announced
from domain.facts import Person
from domain.ports import Actor, Company, Ledger, Member
from domain.programme import Programme
from domain.roles import TABLE, Action, Outcome, Place, outcome
from domain.tenancy import Tenancy
from handlers.errors import RefusedError
from handlers.grammar import Grammar
from handlers.replies import Audience, Caller
from handlers.requests import Question
from handlers.views import View, Views
from handlers.words import Words, escape

MOST_IN_NAME = 60
UNFORMATTED = str.maketrans("", "", "*~`")  # a name shows as text, and makes nothing bold


@dataclass(frozen=True, slots=True)
class Tools:
    """What conversations are given once, in the composition root. `now` is the business clock, aware UTC."""

    companies: Tenancy
    grammar: Grammar
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    views: Views = field(default_factory=Views)


@dataclass(frozen=True, slots=True)
class Room:
    """One request: who asks in which company, when, in which words.

    `at` is the moment of the business clock (UTC) that the request speaks from, `typed` the request as it came, `slash`
    whether it came as a slash command; `question` is what it asks where it goes on from what was asked before.
    `first` is the company in the programme in which it speaks otherwise, where the room is in another one. `action` is
    what is asked for, in the table of roles.
    """

    tools: Tools
    company: Company
    programme: Programme
    caller: Caller
    member: Member
    words: Words
    at: datetime
    typed: str = ""
    slash: bool = False
    question: Question | None = None
    first: Company | None = None
    action: Action = "levels"

    def __post_init__(self) -> None:
        # Whatever the room is turned to, it speaks in the words of its programme.
        object.__setattr__(self, "words", self.words.within(self.programme))

    @property
    def elsewhere(self) -> bool:
        """Whether it is about another programme than the company's first one."""
        return self.first is not None

    def carried(self, value: str) -> str:
        """A button's value, with the programme that it speaks of where the company takes part in several."""
        return f"{value} {self.programme.id}" if self.elsewhere or self.company.facts.elsewhere else value

    @property
    def today(self) -> date:
        """Today in the organisation's time zone: the day that answers speak of."""
        return self.at.astimezone(ZoneInfo(self.company.organisation.time_zone)).date()

    @property
    def own_today(self) -> date:
        """Today in the speaker's time zone: what their "yesterday" counts from."""
        return self.at.astimezone(ZoneInfo(self.member.time_zone or self.company.organisation.time_zone)).date()

    @asynccontextmanager
    async def change(self) -> AsyncIterator[Ledger]:
        """One transaction on the company, by the speaker, in the programme of the room."""
        actor = Actor(self.member.user or None, self.caller.request)
        async with self.tools.companies.change(self.company.organisation.id, actor) as ledger:
            ledger.turn(self.programme.id)
            yield ledger

    def view(self, on: date | None = None) -> View:
        """What holds on a day; today when left out. Who is going to leave is not for everybody."""
        day = on or self.today
        if day > self.today and not self.may("leavings"):
            known = without_announced(self.company.facts, self.today)
            if known is not self.company.facts:
                return View(replace(self.company, facts=known), self.programme, day)
        return self.tools.views.of(self.company, self.programme, day)

    @property
    def audience(self) -> Audience:
        """Who reads the answer: the speaker alone, or the channel in which the question was asked."""
        return "person" if self.caller.private else "channel"

    @property
    def can_share(self) -> bool:
        """Whether there is a channel that could, and may, read the answer too."""
        channel = self.caller.channel
        there = self.caller.private and channel is not None and not channel.startswith("D")
        return there and TABLE[self.action].in_channel == "aloud"

    @property
    def person(self) -> Person | None:
        """The speaker as a person on record."""
        return next((p for p in self.company.facts.people if p.id == self.member.person), None)

    @property
    def own(self) -> str | None:
        """The speaker's person id where they alone read the answer, so that it may say "you"."""
        return self.member.person if self.caller.private else None

    @property
    def place(self) -> Place:
        """Where the speaker asks."""
        if self.caller.shared:
            return "shared"
        return "private" if self.caller.private else "channel"

    def outcome(self, action: Action) -> Outcome:
        """What an action comes to for the speaker here, by the table of roles."""
        open_to_all = self.company.organisation.names_in_channels
        return outcome(action, self.company.role(self.member), self.place, names_in_channels=open_to_all)

    def may(self, action: Action) -> bool:
        """Whether the speaker may do something here at all."""
        return self.outcome(action) != "refused"

    @property
    def shows_names(self) -> bool:
        """Whether the answer may say who holds what."""
        return self.outcome("levels") == "names"

    def name(self, person: str) -> str | None:
        """A person's name, escaped, for an answer of this room; None where it may not be said."""
        if self.shows_names or person == self.own:
            return escape(one_line(self.view().names.get(person, person)))
        return None

    def require(self, action: Action) -> None:
        """Refuse what the speaker may not do here, naming who can. Raises RefusedError."""
        if not self.may(action):
            raise self.refusal(action)

    def refusal(self, action: Action) -> RefusedError:
        """What to say to somebody who may not do something here."""
        role = self.company.role(self.member)
        known = self.member.user in self.company.members
        here = {"stranger": "error.guest" if known else "error.stranger", "guest": "error.guest_own"}
        if self.place == "shared":
            return RefusedError("error.shared_channel")
        if role in here:
            return RefusedError(here[role])
        if self.place == "channel" and outcome(action, role, "private") != "refused":
            return RefusedError("foreseen.private")
        return self._not_theirs(action)

    def _not_theirs(self, action: Action) -> RefusedError:
        admins = [admin.user for admin in self.company.admins]
        if not admins:
            return RefusedError("error.no_admin")
        if action == "ownership":
            return RefusedError("error.owner_only", owner=f"<@{self.company.owner}>")
        key = "error.managers_only" if action == "person" else "error.admins_only"
        return RefusedError(key, admins=self.words.both(f"<@{user}>" for user in admins))


def one_line(name: str) -> str:
    """A name on one line, no longer than people's names are."""
    text = " ".join(name.translate(UNFORMATTED).split()) or "–"
    return text if len(text) <= MOST_IN_NAME else text[: MOST_IN_NAME - 1] + "…"
