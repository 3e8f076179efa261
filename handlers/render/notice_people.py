"""That people left or are back, in lines."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from domain.notices import Owed
from handlers.render.telling import Telling


def departed_lines(telling: Telling, notice: Owed) -> list[str]:
    """Who left, from when, and what it costs."""
    details = notice.details
    day = date.fromisoformat(details["on"])
    key = "notice.departed" if day <= telling.today else "notice.departed_later"
    said = {"who": telling.who(details["person"]), "day": telling.words.date(day), "company": telling.organisation()}
    return [telling.words.say(key, **said), *costs(telling, [details]), *_provisional(telling, details["person"])]


def departed_many(telling: Telling, notices: Sequence[Owed]) -> list[str]:
    """The same for many at once."""
    who = telling.phrases.both([telling.who(notice.details["person"]) for notice in notices])
    head = telling.words.say("notice.departed_many", n=len(notices), who=who, company=telling.organisation())
    return [head, *costs(telling, [notice.details for notice in notices])]


def returned_lines(telling: Telling, notice: Owed) -> list[str]:
    """Who is back."""
    who = telling.who(notice.details["person"])
    return [telling.words.say("notice.returned", who=who, company=telling.organisation())]


def costs(telling: Telling, told: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Which levels fall because somebody no longer counts, and which lack even more."""
    lost, worse = (
        list(dict.fromkeys(level for details in told for level in details.get(key, "").split(",") if level))
        for key in ("lost", "worse")
    )
    if lost:
        yield telling.words.say("notice.costs", levels=telling.subjects(lost))
    if worse:
        yield telling.words.say("notice.costs_more", levels=telling.subjects(worse))
    if not lost and not worse:
        yield telling.words.say("notice.costs_nothing")


def _provisional(telling: Telling, person: str) -> Iterator[str]:
    found = next((p for p in telling.company.facts.people if p.id == person), None)
    if found is not None and any(a.provisional for a in found.associations or ()):
        yield telling.words.say("notice.provisional")
