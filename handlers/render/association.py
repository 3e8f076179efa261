"""What is said of associations: when something counts at the vendor."""

from zoneinfo import ZoneInfo

from domain.association_rules import Lag, counts_at_vendor
from handlers.room import Room
from handlers.words import Words, escape

HOURS_OF_A_DAY = 24
MOST_IN_HOURS = 72


def counts_lines(room: Room) -> list[str]:
    """From which day on it counts at the vendor, if it is done there today; nothing where no source says."""
    rule = room.programme.association_on(room.today)
    days = counts_at_vendor(rule, room.at.astimezone(ZoneInfo(room.company.organisation.time_zone)))
    if rule is None or rule.lag is None or days is None:
        return []
    known, words = room.programme.sources.get(rule.source), room.words
    first, last = (words.date(day) for day in days)
    said = {"first": first, "last": last, "lag": lag_name(rule.lag, words)}
    key = "association.counts" if first == last else "association.counts_between"
    return [words.say(key, **said, source=escape(words.name(known.title) if known else rule.source))]


def lag_name(lag: Lag, words: Words) -> str:
    """How long something takes, in hours or in whole days."""
    if lag.most > MOST_IN_HOURS and not (lag.least % HOURS_OF_A_DAY or lag.most % HOURS_OF_A_DAY):
        unit, least, most = "days", lag.least // HOURS_OF_A_DAY, lag.most // HOURS_OF_A_DAY
    else:
        unit, least, most = "hours", lag.least, lag.most
    if least == most:
        return words.say(f"association.{unit}", n=most)
    return words.say(f"association.{unit}_between", least=least, n=most)
