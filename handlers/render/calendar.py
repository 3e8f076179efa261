"""The dates of a forecast as a calendar file (RFC 5545). Imported again, it moves what is there: ids stay the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from html import unescape
from typing import TYPE_CHECKING

from domain.forecast import Turn
from domain.membership_years import renewal_dates
from domain.timeline import Lapse
from handlers.forecast import ForecastAnswer
from handlers.render.lapses import Lapses
from handlers.render.phrases import Phrases
from handlers.words import Words

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Assay//EN"
LONGEST_ID = 40
SECONDS_IN_A_MINUTE = 60


@dataclass(frozen=True, slots=True)
class _Entry:
    """A whole day in a calendar. `key` is what it is about, without its date."""

    key: tuple[str, ...]
    on: date
    summary: str
    text: str = ""


def calendar_of(answer: ForecastAnswer, words: Words, owner: str, at: datetime) -> bytes:
    """The anniversary, the days of the renewal, and each date that costs a level or ends an override.

    `owner` keeps the ids of several companies apart; `at` (UTC) is when the file is written.
    """
    from icalendar import Calendar  # noqa: PLC0415 - few need it, and everybody would wait for it at the start

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in (*_membership(answer, words), *_of_days(answer, words)):
        calendar.add_component(_event(entry, owner, at))
    return bytes(calendar.to_ical())


def _event(entry: _Entry, owner: str, at: datetime) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - the same

    event = Event()
    name = sha256("\0".join((owner, *entry.key)).encode()).hexdigest()[:LONGEST_ID]
    event.add("uid", f"{name}@assay")
    event.add("dtstamp", at)
    event.add("last-modified", at)
    event.add("sequence", int(at.timestamp()) // SECONDS_IN_A_MINUTE)
    event.add("dtstart", entry.on)
    event.add("summary", entry.summary)
    event.add("transp", "TRANSPARENT")
    if entry.text:
        event.add("description", entry.text)
    return event


def _membership(answer: ForecastAnswer, words: Words) -> Iterator[_Entry]:
    membership = answer.facts.membership
    if membership is None:
        return
    dates = renewal_dates(answer.programme, membership)
    level = _plain(Phrases(words, answer.programme).level(membership.level))
    days = (("opens", dates.opens), ("anniversary", dates.anniversary), ("closes", dates.closes))
    for kind, day in days:
        if day is not None and day > answer.forecast.on:
            key = ("membership", membership.purchased.isoformat(), kind)
            yield _Entry(key, day, words.say(f"calendar.{kind}", level=level))


def _of_days(answer: ForecastAnswer, words: Words) -> Iterator[_Entry]:
    lapses = Lapses(Phrases(words, answer.programme), answer.names, answer.own)
    for day in answer.forecast.days:
        for lapse in day.lapses:
            if day.matters(lapse) or lapse.kind == "override_ended":
                said = _plain("; ".join(lapses.told([lapse])))
                costs = [turn for turn in day.turns if lapse in turn.causes]
                yield _Entry(_key(lapse), day.on, said[:1].upper() + said[1:], _told(costs, lapses))


def _key(lapse: Lapse) -> tuple[str, ...]:
    """What an entry is about; of what comes again, such as rules and months, with its day."""
    named = (lapse.kind, lapse.person or "", lapse.credential or "", lapse.override or "", lapse.of or "")
    return (*named, lapse.on.isoformat()) if lapse.kind in {"rules_changed", "figures"} else named


def _told(turns: Sequence[Turn], lapses: Lapses) -> str:
    return "\n".join(_plain(lapses.turn(turn)).strip() for turn in turns)


def _plain(text: str) -> str:
    """Words without Slack's signs."""
    return unescape(text.replace("*", ""))
