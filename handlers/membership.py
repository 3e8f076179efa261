"""What admins record about the membership: bought, ordered, renewed, moved up to; corrected, or an order cancelled."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from domain.buying import Deed, PlaceOrder, SetMembership, SettleOrder, WithdrawMembership, dealt, replaced_by
from domain.facts import Facts, Membership, Order
from domain.membership_years import Year, bought_on, open_order, renewal_dates, renewed_on, upgraded_on
from domain.ports import Company
from handlers.errors import RefusedError
from handlers.finding import level_of, quoted
from handlers.help import how_to_type
from handlers.link import FIRST_EXAMS
from handlers.render.membership import Done, done
from handlers.render.membership_rules import rule_words
from handlers.replies import Reply
from handlers.requests import MembershipDeed, MembershipSet
from handlers.room import Room
from handlers.writing import Planned, write

LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class Plan:
    """What a request records on some facts, and the year that it begins; without changes it is on record already."""

    changes: tuple[Deed, ...]
    membership: Membership | None = None
    year: Year | None = None
    order: Order | None = None


async def membership(room: Room, request: MembershipSet) -> Reply:
    """Record what was done with the membership, on the newest facts. Raises RefusedError."""
    for mistake in mistakes(room, request):
        raise mistake
    made: list[Plan] = []

    def plan(company: Company) -> Planned:
        made.append(planned(room, request, company.facts))
        return Planned(made[-1].changes)

    written = await write(room, plan)
    last = made[-1]
    return done(room, written, Done(request.deed, last.membership, last.year, last.order))


def mistakes(room: Room, request: MembershipSet) -> Iterator[RefusedError]:
    """Everything about a request that cannot be, the first to mend first."""
    yield from _unread(room, request)
    yield from _wrong_days(room, request)
    if _is_incomplete(request):
        yield RefusedError("bought.form", **how_to_type(f"membership {request.deed}", room))
        return
    if request.deed == "correct" and request.level is None and not request.reason:
        yield RefusedError("correct.why", **how_to_type("membership correct", room))
        return
    try:
        planned(room, request, room.company.facts)
    except RefusedError as mistake:
        yield mistake


def _is_incomplete(request: MembershipSet) -> bool:
    if request.deed == "cancel":
        return False
    if request.deed == "correct":
        return (request.level is None) is not (request.purchased is None)
    return request.purchased is None or (request.level is None and request.deed != "renew")


def _wrong_days(room: Room, request: MembershipSet) -> Iterator[RefusedError]:
    day, until = request.purchased, request.until
    if day is not None and day > room.today:
        yield RefusedError("bought.future", day=room.words.date(day))
    if day is not None and day < FIRST_EXAMS:
        yield RefusedError("bought.too_old", day=room.words.date(day))
    if day is not None and until is not None and until <= day:
        yield RefusedError("bought.ends_first", day=room.words.date(day), until=room.words.date(until))


def _unread(room: Room, request: MembershipSet) -> Iterator[RefusedError]:
    """What the words that could not be read were to name: a day where there is a digit, else a level."""
    for word in request.unreadable:
        if any(letter.isdigit() for letter in word):
            yield RefusedError("bought.no_date", day=quoted(word), **how_to_type("membership", room))
        elif request.level is None:
            try:
                level_of(room.programme, word, room.words)
            except RefusedError as mistake:
                yield mistake
        else:
            yield RefusedError("bought.unreadable", words=quoted(word), **how_to_type("membership", room))


def planned(room: Room, request: MembershipSet, facts: Facts) -> Plan:
    """What a request records on some facts. Raises RefusedError for what cannot be."""
    return PLANS[request.deed](room, request, facts)


def _bought(room: Room, request: MembershipSet, facts: Facts) -> Plan:
    day, level, now = _day(room, request), _level(room, request), facts.membership
    year = bought_on(room.programme, day)
    begun = Membership(level, day, request.until or year.anniversary or day)
    if now is not None and day <= now.purchased and begun != now:
        # It would take the place of one that then never was in force, without a word that this was meant.
        raise RefusedError("bought.known", level=_named(room, now.level), day=room.words.date(now.purchased))
    return _begun(facts, begun, year)


def _renewed(room: Room, request: MembershipSet, facts: Facts) -> Plan:
    now = facts.membership
    if now is None:
        raise RefusedError("renew.none", **how_to_type("membership", room))
    before = replaced_by(now, facts.earlier_memberships) if now.how == "renewed" else None
    if before is not None and _follows(room, request, before) == now:
        return Plan((), now, renewed_on(room.programme, before, _day(room, request)))
    _refuse_outside_its_window(room, now, _day(room, request))
    year = renewed_on(room.programme, now, _day(room, request))
    begun = _follows(room, request, now)
    if begun is None:
        raise RefusedError("renew.no_rule", rule=rule_words(room.programme, year.rule, room.words))
    return _begun(facts, begun, year)


def _follows(room: Room, request: MembershipSet, before: Membership) -> Membership | None:
    """What a renewal makes of a membership; None where no rule says until when, and nobody named it."""
    level = _level(room, replace(request, level=request.level or before.level))
    year = renewed_on(room.programme, before, _day(room, request))
    anniversary = request.until or year.anniversary
    return None if anniversary is None else Membership(level, year.begins, anniversary, "renewed")


def _refuse_outside_its_window(room: Room, membership: Membership, day: date) -> None:
    dates = renewal_dates(room.programme, membership)
    if dates.is_open(day) is not False:
        return
    if dates.possible and dates.opens is not None and day < dates.opens:
        raise RefusedError("renew.too_early", day=room.words.date(dates.opens))
    raise RefusedError("renew.too_late", day=room.words.date(dates.closes))


def _upgraded(room: Room, request: MembershipSet, facts: Facts) -> Plan:
    day, level, now = _day(room, request), _level(room, request), facts.membership
    levels, year = tuple(room.programme.levels), upgraded_on(room.programme, day)
    anniversary = request.until or year.anniversary
    if anniversary is not None and now == (begun := Membership(level, day, anniversary, "upgraded")):
        return Plan((), begun, year)
    if now is None or not now.purchased <= day <= now.anniversary:
        raise RefusedError("upgrade.none", day=room.words.date(day))
    if levels.index(level) <= levels.index(now.level):
        raise RefusedError("upgrade.not_higher", level=_named(room, now.level))
    if anniversary is None:
        raise RefusedError("upgrade.no_rule", rule=rule_words(room.programme, year.rule, room.words))
    return _begun(facts, Membership(level, day, anniversary, "upgraded"), year)


def _ordered(room: Room, request: MembershipSet, facts: Facts) -> Plan:
    day, level = _day(room, request), _level(room, request)
    _refuse_after_the_end(room, day)
    waiting = open_order(room.programme, facts, room.today)
    if waiting is None or waiting.status == "expired":
        order = Order(level, day, id=room.tools.new_id())
        return Plan((PlaceOrder(order),), order=order)
    if (waiting.order.level, waiting.order.ordered) == (level, day):
        return Plan((), order=waiting.order)
    said = {"level": _named(room, waiting.order.level), "day": room.words.date(waiting.order.ordered)}
    raise RefusedError("order.open", **said)


def _cancelled(room: Room, request: MembershipSet, facts: Facts) -> Plan:
    waiting = open_order(room.programme, facts, room.today)
    if waiting is None or waiting.order.id is None:
        raise RefusedError("order.none")
    day = request.purchased or room.today
    if day < waiting.order.ordered:
        raise RefusedError("order.before", day=room.words.date(waiting.order.ordered))
    return Plan((SettleOrder(waiting.order.id, day, paid=False),), order=waiting.order)


def _corrected(room: Room, request: MembershipSet, facts: Facts) -> Plan:
    if facts.membership is None:
        raise RefusedError("correct.none", **how_to_type("membership", room))
    withdrawal = WithdrawMembership(" ".join((request.reason or "").split())[:LONGEST_NOTE])
    if request.level is None or request.purchased is None:
        return Plan((withdrawal,))
    found = _bought(room, request, dealt(facts, withdrawal))
    again = found.membership == facts.membership
    return replace(found, changes=() if again else (withdrawal, *found.changes))


PLANS: Mapping[MembershipDeed, Callable[[Room, MembershipSet, Facts], Plan]] = MappingProxyType(
    {
        "buy": _bought,
        "renew": _renewed,
        "upgrade": _upgraded,
        "order": _ordered,
        "cancel": _cancelled,
        "correct": _corrected,
    }
)


def _begun(facts: Facts, begun: Membership, year: Year) -> Plan:
    """A membership that begins, and the order that is paid with it; nothing where it is on record."""
    if facts.membership == begun:
        return Plan((), begun, year)
    waiting = [o for o in facts.orders if o.paid_on is None and o.cancelled_on is None and o.id is not None]
    paid = [o for o in waiting if o.level == begun.level and o.ordered <= begun.purchased]
    return Plan((SetMembership(begun), *(SettleOrder(o.id or "", begun.purchased) for o in paid)), begun, year)


def _day(room: Room, request: MembershipSet) -> date:
    return request.purchased or room.today


def _level(room: Room, request: MembershipSet) -> str:
    level = level_of(room.programme, request.level, room.words)
    _refuse_after_the_end(room, _day(room, request))
    return level


def _refuse_after_the_end(room: Room, day: date) -> None:
    end = room.programme.end
    if end is not None and day > end.last_renewal:
        successor = room.words.name(end.successor_name) if end.successor_name else end.successor
        raise RefusedError("bought.ended", day=room.words.date(end.last_renewal), successor=quoted(successor))


def _named(room: Room, level: str) -> str:
    return quoted(room.words.name(room.programme.levels[level]))
