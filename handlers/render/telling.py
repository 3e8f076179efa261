"""What the parts of a notice share: the company, the words, the day, and whether names may be said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.membership_years import open_after
from domain.ports import Company
from domain.programme import Programme
from handlers.render.phrases import Phrases
from handlers.render.written import subject_name
from handlers.room import one_line
from handlers.words import Words, escape


@dataclass(frozen=True, slots=True)
class Telling:
    """Telling one recipient about one company on one day."""

    company: Company
    programme: Programme
    phrases: Phrases
    today: date
    names: bool

    @property
    def words(self) -> Words:
        """The recipient's language."""
        return self.phrases.words

    def who(self, person: str) -> str:
        """A person's name; "somebody" where names may not be said or nobody knows it any more."""
        name = self.company.person_name(person)
        if not self.names or name == person:
            return self.words.say("notice.somebody")
        return escape(one_line(name))

    def subjects(self, found: Iterable[str]) -> str:
        """Several subjects in a sentence."""
        return self.words.both(subject_name(subject, self.phrases) for subject in found)

    @property
    def window(self) -> dict[str, str] | None:
        """Once the anniversary has passed, its day and the last one to renew; None before it."""
        found = open_after(self.programme, self.company.facts.membership, self.today)
        if found is None:
            return None
        return {"at": self.words.date(found.anniversary), "closes": self.words.date(found.shown_until)}

    def carried(self, value: str) -> str:
        """A button's value, with the programme that it speaks of where the company takes part in several."""
        return f"{value} {self.programme.id}" if self.company.facts.elsewhere else value

    def organisation(self) -> str:
        """The company's name."""
        return escape(self.company.organisation.name)
