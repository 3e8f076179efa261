"""That people left or are back, in lines."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from domain.departures import announced_end, provisional_end
from domain.facts import Association, Person
from domain.notice_changes import lost_by
from domain.notices import Owed
from domain.waves import noticed
from handlers.render.departing import single_buttons, wave_buttons
from handlers.render.telling import Telling
from handlers.replies import Block


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


def wave_lines(telling: Telling, notice: Owed) -> list[str]:
    """Who left within an hour, as far as nobody has said why; what they cost, and what can be said of them."""
    say, people = telling.words.say, _wave(telling, notice)
    if not people:
        return [say("departure.many_over")]
    who = telling.phrases.both([telling.who(person.id) for person in people])
    said = {"n": len(people), "company": telling.organisation()}
    head = [say("departure.many", who=who, **said), say("departure.many_now", **said)]
    # What all of them cost, with those who were told one by one before the question and those who followed it.
    lost = lost_by(telling.programme, telling.company.facts, people, telling.today)
    cost = {**notice.details, "lost": ",".join(lost)}
    return [*head, *costs(telling, [cost]), say("departure.ask_all")]


def joined(telling: Telling, departed: Owed, wave: Owed) -> bool:
    """Whether somebody who left is part of a wave."""
    return any(person.id == departed.details["person"] for person in _wave(telling, wave))


def asking(telling: Telling, notice: Owed) -> list[Block]:
    """The buttons with which an admin says why somebody left, as long as nobody has."""
    if not telling.names:
        return []
    if notice.kind == "departed_many" and _wave(telling, notice):
        return wave_buttons(*_span(notice), telling.words)
    if notice.kind == "departed":
        end = _provisional_end(telling, notice.details["person"])
        if end is not None and end.until is not None and end.until.isoformat() == notice.details["on"]:
            return single_buttons(notice.details["person"], end.until, telling.words)
    return []


def _wave(telling: Telling, notice: Owed) -> Sequence[Person]:
    return noticed(telling.company.facts, *_span(notice))


def _span(notice: Owed) -> tuple[datetime, datetime]:
    since, until = (datetime.fromisoformat(notice.details[key]) for key in ("first", "last"))
    return since, until


def returned_lines(telling: Telling, notice: Owed) -> list[str]:
    """Who is back, on leave, or stays after all; and that an announced leaving still stands."""
    person = notice.details["person"]
    key = "on_leave" if "on_leave" in notice.details else "stays" if "stays" in notice.details else "returned"
    lines = [telling.words.say(f"notice.{key}", who=telling.who(person), company=telling.organisation())]
    found = _found(telling, person)
    ahead = announced_end(found, telling.today) if found is not None else None
    return [*lines, *([telling.words.say("notice.back_until", day=telling.words.date(ahead))] if ahead else [])]


def returned_many(telling: Telling, notices: Sequence[Owed]) -> Mapping[int, list[str]]:
    """Several of whom nothing else is to be said than that they are back, in one line, by the notice."""
    plain = [notice for notice in notices if len(notice.details) == 1 and len(returned_lines(telling, notice)) == 1]
    if not plain[1:]:
        return {}
    who = telling.phrases.both([telling.who(notice.details["person"]) for notice in plain])
    told = [telling.words.say("notice.returned_many", who=who, company=telling.organisation())]
    return {id(notice): told for notice in plain}


def costs(telling: Telling, told: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Which levels fall because somebody no longer counts, which can no longer be met, and which lack even more."""
    lost, sunk, worse = (
        list(dict.fromkeys(level for details in told for level in details.get(key, "").split(",") if level))
        for key in ("lost", "sunk", "worse")
    )
    if lost:
        yield telling.words.say("notice.costs", levels=telling.subjects(lost))
    if sunk:
        yield telling.words.say("notice.costs_open", levels=telling.subjects(sunk))
    if worse:
        yield telling.words.say("notice.costs_more", levels=telling.subjects(worse))
    if not lost and not sunk and not worse:
        yield telling.words.say("notice.costs_nothing")


def _provisional(telling: Telling, person: str) -> Iterator[str]:
    if _provisional_end(telling, person) is not None:
        yield telling.words.say("notice.provisional")
        yield telling.words.say("departure.ask", who=telling.who(person))


def _provisional_end(telling: Telling, person: str) -> Association | None:
    found = _found(telling, person)
    return None if found is None else provisional_end(found)


def _found(telling: Telling, person: str) -> Person | None:
    place = telling.company.facts.place_of.get(person)
    return None if place is None else telling.company.facts.people[place]
