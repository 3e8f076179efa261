"""The days off of an organisation: the weekend and the public holidays of its country and region."""

from datetime import date
from functools import cache, lru_cache

import holidays

from domain.organisation_settings import OrganisationSettings
from domain.postbox import Calendar
from handlers.requests import Language
from handlers.words import Words

LETTERS = 2


def calendar_of(settings: OrganisationSettings, today: date) -> Calendar:
    """The days off from the year before a day to the year after it; only weekends where no country is set.

    A country or region that the library does not know, or no longer, counts as none: no notice waits for that.
    """
    return Calendar() if settings.country is None else _calendar(settings.country, settings.region, today.year)


def is_known(country: str, region: str | None = None) -> bool:
    """Whether the public holidays of a country, and of a region of it, are known."""
    regions = holidays.list_supported_countries().get(country)
    return regions is not None and (region is None or region in regions)


def countries(words: Words) -> tuple[tuple[str, str], ...]:
    """The countries whose holidays are known, by their names: two letters (ISO 3166-1) and the name."""
    return _countries(words.language)


@cache
def _countries(language: Language) -> tuple[tuple[str, str], ...]:
    names = Words(language).locale.territories
    known = (code for code in holidays.list_supported_countries(include_aliases=False) if len(code) == LETTERS)
    return tuple(sorted(((code, names.get(code, code)) for code in known), key=lambda entry: entry[1]))


@cache
def regions(country: str) -> tuple[tuple[str, str], ...]:
    """The parts of a country with holidays of their own, by their names: the code and the name."""
    if not is_known(country):
        return ()
    found = holidays.country_holidays(country).get_subdivision_aliases()
    return tuple(sorted(((code, next(iter(names), code)) for code, names in found.items()), key=lambda entry: entry[1]))


def holidays_name(place: str, words: Words) -> str:
    """Germany, or Germany: Bayern, by the codes with a dash between them."""
    country, _, region = place.partition("-")
    name = dict(countries(words)).get(country, country)
    return f"{name}: {dict(regions(country)).get(region, region)}" if region else name


@lru_cache(maxsize=256)
def _calendar(country: str, region: str | None, year: int) -> Calendar:
    if not is_known(country):
        return Calendar()
    subdivision = region if is_known(country, region) else None
    found = holidays.country_holidays(country, subdiv=subdivision, years=range(year - 1, year + 2))
    return Calendar(frozenset(found), frozenset(found.weekend))
