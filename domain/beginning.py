"""How an organisation begins: its owner is welcomed, nobody is told anything until it goes live, people are found."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from domain.asked import AskedWho
from domain.facts import Facts, Person
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


def to_ask(company: Company, day: date) -> Iterator[Member]:
    """The Slack users who may be somebody unmatched, as they are once they were asked: nobody is asked twice.

    Only a name that one such person and one such user have asks anybody: who has somebody's address was matched.
    """
    nobody = (m for m in company.members.values() if m.person is None and not m.elsewhere)
    free = [m for m in nobody if m.active and m.role != "guest"]
    if all(member.asked is not None for member in free):
        return
    people = {person.id: _squashed(person.name or person.id) for person in _unmatched(company, day)}
    names, users = Counter(people.values()), Counter(_squashed(member.name) for member in free)
    person_of = {name: person for person, name in people.items() if name and names[name] == users[name] == 1}
    for member in free:
        person = person_of.get(_squashed(member.name))
        if person is not None and member.asked is None:
            yield replace(member, asked=AskedWho(person, day))


def invitation(member: Member) -> Owed:
    """The question to a Slack user whether they are the person on record."""
    person = member.asked.person if member.asked else ""
    return Owed("invited", f"{PERSON}{person}", 1, member.user, {"user": member.user, "person": person})


def _squashed(name: str) -> str:
    return " ".join(sorted(name.casefold().replace(",", " ").split()))
