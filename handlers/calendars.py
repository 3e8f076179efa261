"""The days off of an organisation: the weekend and the public holidays of its country and region."""

from datetime import date
from functools import lru_cache

import holidays

from domain.organisation_settings import OrganisationSettings
from domain.postbox import Calendar


def calendar_of(settings: OrganisationSettings, today: date) -> Calendar:
    """The days off from the year before a day to the year after it; only weekends where no country is set.

    A country or region that the library does not know, or no longer, counts as none: no notice waits for that.
    """
    return Calendar() if settings.country is None else _calendar(settings.country, settings.region, today.year)


def is_known(country: str, region: str | None = None) -> bool:
    """Whether the public holidays of a country, and of a region of it, are known."""
    regions = holidays.list_supported_countries().get(country)
    return regions is not None and (region is None or region in regions)


@lru_cache(maxsize=256)
def _calendar(country: str, region: str | None, year: int) -> Calendar:
    if not is_known(country):
        return Calendar()
    subdivision = region if is_known(country, region) else None
    found = holidays.country_holidays(country, subdiv=subdivision, years=range(year - 1, year + 2))
    return Calendar(frozenset(found), frozenset(found.weekend))
