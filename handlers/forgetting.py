"""Forget people: those who left when the time of keeping is over, and one whom somebody names."""

from collections.abc import Iterator

from domain.archive import StillHereError
from domain.facts import Person
from domain.forgetting import to_forget
from domain.ports import Company
from handlers.room import Tools
from handlers.settling import today_of


async def forget_leavers(tools: Tools, company: Company, request: str) -> int:
    """Forget everybody whose data an organisation keeps no longer; returns how many.

    Who counts for another organisation by now is forgotten by this one alone. Who has come back meanwhile stays.
    """
    today = today_of(company, tools.now())
    forgotten = 0
    for person in to_forget(company.facts, company.organisation.settings.retention_months, today):
        try:
            forgotten += await tools.companies.forget(company.organisation.id, person, today, None, request)
        except StillHereError:
            continue
    return forgotten


def people_called(company: Company, typed: str) -> tuple[Person, ...]:
    """Everybody on record whom an id, a name, an e-mail address or a profile's id may mean; the exact ones alone."""
    wanted = " ".join(typed.split()).casefold()
    exact = tuple(p for p in company.facts.people if wanted in _exactly(company, p))
    return exact or tuple(p for p in company.facts.people if wanted in company.person_name(p.id).casefold().split())


def _exactly(company: Company, person: Person) -> Iterator[str]:
    member = company.member_of_person(person.id)
    known = (person.id, company.person_name(person.id), person.profile, member.email if member else None)
    return (text.casefold() for text in known if text)
