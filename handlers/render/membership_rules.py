"""What an answer about the membership rests on: the dated rule with its source, and where to click at the vendor."""

from collections.abc import Iterable, Iterator
from datetime import date

from domain.membership_rules import MembershipRule, PlaceName, Term
from domain.programme import Programme
from handlers.room import Room
from handlers.words import Words, escape


def rule_words(programme: Programme, rule: MembershipRule | None, words: Words, day: date | None = None) -> str:
    """From when a rule holds, and where it was published, for an answer that speaks of a day; or that none was."""
    if rule is None:
        return words.say("member.no_rules")
    key = "member.rule_ahead" if day is not None and rule.since > day else "member.rule"
    return words.say(key, since=words.day(rule.since), source=source_words(programme, rule.source, words))


def source_words(programme: Programme, source: str, words: Words) -> str:
    """A source's title."""
    known = programme.sources.get(source)
    return escape(words.name(known.title) if known is not None else source)


def how_words(term: Term, words: Words) -> str:
    """365 days after the anniversary."""
    length = words.say(f"member.length.{term.unit}", n=term.length)
    return words.say(f"member.how.{term.after}", length=length)


def ground_lines(room: Room, day: date, rules: Iterable[MembershipRule | None]) -> Iterator[str]:
    """The day, and the rules that were used with their sources."""
    words, used = room.words, in_order(rules)
    said = "; ".join(rule_words(room.programme, rule, words, day) for rule in used)
    key = "member.ground" if said else "member.ground_alone"
    yield words.say(key, day=words.date(day), rules=said)


def note_lines(room: Room, rules: Iterable[MembershipRule | None]) -> Iterator[str]:
    """How the sources of the rules that were used were read."""
    words = room.words
    yield from (words.say("member.note", note=escape(words.name(rule.note))) for rule in in_order(rules) if rule.note)


def in_order(rules: Iterable[MembershipRule | None]) -> list[MembershipRule]:
    """Each rule once, in the order of their dates."""
    used = {rule.since: rule for rule in rules if rule is not None}
    return [used[since] for since in sorted(used)]


def ended_lines(room: Room, day: date) -> Iterator[str]:
    """That the programme has ended, and what came after, where the day lies after its end."""
    end, words = room.programme.end, room.words
    if end is not None and day > end.last_renewal:
        successor = words.name(end.successor_name) if end.successor_name else end.successor
        yield words.say("member.ended", day=words.date(end.last_renewal), successor=escape(successor))


def place_lines(room: Room, place: PlaceName, key: str) -> Iterator[str]:
    """Where to click at the vendor, where that is known."""
    if place in room.programme.places:
        yield room.words.say(key, place=escape(room.words.name(room.programme.places[place])))
