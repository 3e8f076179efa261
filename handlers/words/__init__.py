"""The words for people: every sentence in one file per language, with numbers, dates and plurals by Babel."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TypeAlias

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from domain.conditions import Status
from domain.programme import Programme
from handlers.requests import Language
from handlers.sample import USUAL, Sample, sample_of
from handlers.words.de import MESSAGES as GERMAN
from handlers.words.en import MESSAGES as ENGLISH

Message: TypeAlias = str | Mapping[str, str]
MESSAGES: Mapping[Language, Mapping[str, Message]] = MappingProxyType({"en": ENGLISH, "de": GERMAN})
LOCALES: Mapping[Language, str] = MappingProxyType({"en": "en_GB", "de": "de_DE"})
TERMS: Mapping[Language, tuple[str, str]] = MappingProxyType(
    {"en": ("competency", "competencies"), "de": ("Kompetenz", "Kompetenzen")}
)
"""What one of the things is called in which levels are earned, and several; in German a feminine word."""
CURRENCIES = frozenset({"USD", "EUR"})


@dataclass(frozen=True, slots=True)
class Words:
    """One language. Every text that somebody typed goes through `escape` before it is put into a sentence.

    `terms` are what a programme calls one of its competencies, and several; None: as most do. `sample` is what its
    examples name.
    """

    language: Language
    terms: tuple[str, str] | None = None
    sample: Sample = USUAL

    def within(self, programme: Programme) -> "Words":
        """The same language in the words of a programme."""
        said = programme.terms
        terms = (self.name(said["competency"]), self.name(said["competencies"])) if said else None
        found = Words(self.language, terms, sample_of(programme))
        return self if found == self else found

    @property
    def locale(self) -> Locale:
        """The Babel locale behind the language."""
        return _locale(self.language)

    def say(self, key: str, /, **values: object) -> str:
        """The sentence of that key, in the plural form of its value `n` where it has any; KeyError without one."""
        message = MESSAGES[self.language][key]
        if not isinstance(message, str):
            number = values["n"]
            form = self.locale.plural_form(number if isinstance(number, int | Decimal) else 0)
            message = message.get(form, message["other"])
        one, several = self.terms or TERMS[self.language]
        known = {"term": one, "terms": several, "Terms": several[:1].upper() + several[1:]}
        known |= {"exam": self.sample.exam, "passed": self.sample.passed, "top": self.sample.level}
        return message.format(**{**known, **values})

    def name(self, names: Mapping[str, str]) -> str:
        """A name of the catalogue in this language, in English where there is no other."""
        return names.get(self.language, names["en"])

    def status(self, status: Status) -> str:
        """Met, not met, not known."""
        return self.say(f"status.{status.name.lower()}")

    def day(self, day: date) -> str:
        """The same, short: 1 Mar 2018, 01.03.2018."""
        return _day(day, "medium", self.language)

    def month(self, day: date) -> str:
        """The month of a day: March 2018, März 2018."""
        return _day(day, "LLLL y", self.language)

    def date(self, day: date) -> str:
        """A day as people write it: 1 March 2018, 1. März 2018."""
        return _day(day, "long", self.language)

    def number(self, value: Decimal | int) -> str:
        """A number with the language's separators."""
        return format_decimal(value, locale=self.locale)

    def amount(self, value: Decimal | int, unit: str) -> str:
        """A number with its unit; money without cents where there are none."""
        if unit in CURRENCIES:
            number = "#,##0.00" if value % 1 else "#,##0"
            pattern = f"¤{number}" if self.language == "en" else f"{number} ¤"
            return format_currency(value, unit, pattern, locale=self.locale, currency_digits=False)
        return f"{self.number(value)} {unit}"

    def either(self, items: Iterable[str]) -> str:
        """A, B or C."""
        return format_list(list(items), "or", locale=self.locale)

    def both(self, items: Iterable[str]) -> str:
        """A, B and C."""
        return format_list(list(items), "standard", locale=self.locale)


@cache
def _locale(language: Language) -> Locale:
    return Locale.parse(LOCALES[language])


@lru_cache(maxsize=4096)
def _day(day: date, how: str, language: Language) -> str:
    return format_date(day, how, locale=_locale(language))


def language_of(locale: str) -> Language:
    """The language for a Slack locale such as de-DE; English for every one that has no file."""
    return "de" if locale.lower().startswith("de") else "en"


def escape(text: str) -> str:
    """Text from people or from Slack, so that it shows as typed and mentions nobody."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
