"""How an organisation begins: its owner is welcomed, nobody is told anything until it goes live, people are found."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from domain.asked import AskedWho
from domain.facts import Facts, Person
from domain.identifying import folded
from domain.owed import OWN, PERSON, Due, History, Owed
from domain.ports import Company, Member

WELCOME = f"{OWN}welcome"
LIVE = f"{OWN}live"


def is_empty(facts: Facts) -> bool:
    """Whether nothing is recorded yet."""
    here = facts.people or facts.figures or facts.flags or facts.overrides or facts.membership or facts.orders
    return not here and all(map(is_empty, facts.elsewhere.values()))


def welcome(company: Company, history: History) -> Due:
    """That the owner of a new organisation with nothing recorded can set it up; once."""
    said = Owed("welcome", WELCOME, 1, "told", {"user": company.owner or ""})
    wanted = company.organisation.stage == "new" and company.owner is not None and is_empty(company.facts)
    return Due((said,)) if wanted and said.key not in history.steps else Due()


def went_live(history: History) -> Owed:
    """The one summary with which an organisation begins to be told things."""
    return Owed("went_live", LIVE, history.next_episode(LIVE), "told")


def unmatched(company: Company, day: date) -> Iterator[str]:
    """Those who count for the company on a day and are nobody in its Slack workspace."""
    yield from (person.id for person in _unmatched(company, day))


def _unmatched(company: Company, day: date) -> Iterator[Person]:
    known = {member.person for member in company.members.values()}
    people = company.facts.people
    yield from (p for p in people if p.id not in known and not p.forgotten and p.associated_on(day))


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Who may be somebody unmatched, by the name alone: the Slack users called so; how many unmatched people are."""

    users: tuple[Member, ...]
    people: int

    @property
    def only(self) -> Member | None:
        """The Slack user, where one such user and one such person have the name."""
        return self.users[0] if len(self.users) == self.people == 1 else None


def namesakes(company: Company, day: date) -> Mapping[str, Namesakes]:
    """Of everybody unmatched, who may be them. Guests, and who counts for another organisation, are nobody here."""
    people = {person.id: folded(person.name or person.id) for person in _unmatched(company, day)}
    users: defaultdict[tuple[str, ...], list[Member]] = defaultdict(list)
    for member in _free(company) if people else ():
        users[folded(member.name)].append(member)
    called = Counter(people.values())
    return {person: Namesakes(tuple(users[name]) if name else (), called[name]) for person, name in people.items()}


def to_ask(company: Company, day: date) -> Iterator[Member]:
    """The Slack users who may be somebody unmatched, as they are once they were asked: nobody is asked twice.

    Only a name that one such person and one such user have asks anybody: who has somebody's address was matched.
    """
    if all(member.asked is not None for member in _free(company)):
        return
    for person, found in namesakes(company, day).items():
        if found.only is not None and found.only.asked is None:
            yield replace(found.only, asked=AskedWho(person, day))


def _free(company: Company) -> Iterator[Member]:
    """The members who are nobody on record, here or elsewhere."""
    nobody = (m for m in company.members.values() if m.person is None and not m.elsewhere)
    return (member for member in nobody if member.active and member.role != "guest")


def invitation(member: Member) -> Owed:
    """The question to a Slack user whether they are the person on record."""
    person = member.asked.person if member.asked else ""
    return Owed("invited", f"{PERSON}{person}", 1, member.user, {"user": member.user, "person": person})
