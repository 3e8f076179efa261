"""What a conversation works with: the company as it is now, who speaks, the words, the days, and what holds on them."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from domain.facts import Facts, Person
from domain.ports import Companies, Company, Member
from domain.programme import Programme
from domain.roster import Roster, roster_on
from domain.standing import Standing, standing
from handlers.errors import RefusedError
from handlers.replies import Audience, Caller
from handlers.words import Words, escape

VIEWS_KEPT = 64


@dataclass(frozen=True)
class View:
    """What one revision of a company says of one day. Each part is worked out once, when it is first asked for."""

    company: Company
    programme: Programme
    on: date

    @cached_property
    def standing(self) -> Standing:
        """Every level on the day."""
        return standing(self.programme, self.company.facts, self.on)

    @cached_property
    def confirmed(self) -> Standing:
        """The same, counting only achievements that the vendor has confirmed."""
        return standing(self.programme, _only_confirmed(self.company.facts), self.on)

    @cached_property
    def roster(self) -> Roster:
        """Who holds what on the day."""
        return roster_on(self.programme, self.company.facts, self.on)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of every person on record, as it was typed."""
        members = {member.person: member.name for member in self.company.members.values() if member.person}
        return {person.id: person.name or members.get(person.id, person.id) for person in self.company.facts.people}


class Views:
    """The views that were asked for last, so that a question costs no recomputation."""

    def __init__(self, kept: int = VIEWS_KEPT) -> None:
        self._kept = kept
        self._views: OrderedDict[tuple[str, int, str, date], View] = OrderedDict()

    def of(self, company: Company, programme: Programme, on: date) -> View:
        """The view of a company's revision on a day."""
        key = (company.organisation.id, company.revision, programme.revision, on)
        view = self._views.pop(key, None) or View(company, programme, on)
        self._views[key] = view
        if len(self._views) > self._kept:
            self._views.popitem(last=False)
        return view


@dataclass(frozen=True, slots=True)
class Tools:
    """What conversations are given once, in the composition root. `now` is the business clock, aware UTC."""

    companies: Companies
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    views: Views = field(default_factory=Views)


@dataclass(frozen=True, slots=True)
class Room:
    """One request: who asks in which company, when, in which words.

    `at` is the moment of the business clock (UTC) that the request speaks from, `typed` the request as it came, `slash`
    whether it came as a slash command.
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

    @property
    def today(self) -> date:
        """Today in the organisation's time zone: the day that answers speak of."""
        return self.at.astimezone(ZoneInfo(self.company.organisation.time_zone)).date()

    @property
    def own_today(self) -> date:
        """Today in the speaker's time zone: what their "yesterday" counts from."""
        return self.at.astimezone(ZoneInfo(self.member.time_zone or self.company.organisation.time_zone)).date()

    def view(self, on: date | None = None) -> View:
        """What holds on a day; today when left out."""
        return self.tools.views.of(self.company, self.programme, on or self.today)

    @property
    def audience(self) -> Audience:
        """Who reads the answer: the speaker alone, or the channel in which the question was asked."""
        return "person" if self.caller.private else "channel"

    @property
    def person(self) -> Person | None:
        """The speaker as a person on record."""
        return next((p for p in self.company.facts.people if p.id == self.member.person), None)

    @property
    def is_admin(self) -> bool:
        """Whether the speaker is an active admin."""
        return self.member.role == "admin" and self.member.active

    @property
    def shows_names(self) -> bool:
        """Whether the answer may say who holds what: to admins privately, in channels where names are opened."""
        return self.is_admin if self.caller.private else self.company.organisation.names_in_channels

    def name(self, person: str) -> str | None:
        """A person's name, escaped, for an answer of this room; None where it may not be said."""
        if self.shows_names or (self.caller.private and person == self.member.person):
            return escape(self.view().names.get(person, person))
        return None

    def admins_only(self) -> None:
        """Refuse everybody who is no admin, naming the admins who can."""
        if self.is_admin:
            return
        if not self.company.admins:
            raise RefusedError("error.no_admin")
        raise RefusedError("error.admins_only", admins=self.words.both(f"<@{a.user}>" for a in self.company.admins))


def _only_confirmed(facts: Facts) -> Facts:
    people = (replace(p, achievements=tuple(a for a in p.achievements if a.state == "confirmed")) for p in facts.people)
    return replace(facts, people=tuple(people))
